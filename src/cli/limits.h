/* SPDX-License-Identifier: MIT */
/*
 * limits.h - the last fence against hostile input: processor time and address space.
 * Every stage bounds its own work; what slips through ends here with CLI_LIMIT.
 * Needs: options.h.  Owns: nothing.
 */
#ifndef CLI_LIMITS_H
#define CLI_LIMITS_H

#include "cli/options.h"

/* Guard this process and those it makes: what is said, the limit of address space. */
void limits_set(const struct options *);

/* Another input begins: its processor time is counted from now on. */
void limits_begin(const char *file, const struct options *);

#endif
