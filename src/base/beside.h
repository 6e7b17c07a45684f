/* SPDX-License-Identifier: MIT */
/*
 * beside.h - work that one other thread does while this one goes on.
 * Needs: the C library's threads.  Owns: a struct beside dies in beside_join().
 *
 * The work has its memory (arena) and its messages (diag) to itself until it is joined, so what comes
 * out of it does not depend on which of the two is faster.  Signals from outside come to the first
 * thread alone, so that it can hold them.
 */
#ifndef BASE_BESIDE_H
#define BASE_BESIDE_H

struct beside;

/* Begin work(data).  Where there can be no other thread, or address space is
 * limited to little, it is done before this returns. */
struct beside *beside_start(void (*work)(void *), void *data);
/* Wait for the end of the work.  NULL is allowed. */
void beside_join(struct beside *);

#endif
