/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* pthread_sigmask */
#include "base/beside.h"

#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/resource.h>

#include "base/arena.h"

/* Room for recursion as deep as on the first thread. */
#define STACK_BYTES (8u << 20)

/* The C library sets aside up to 128 MB of address space for the memory of a thread. */
#define ROOM_BYTES (512u << 20)

struct beside {
	pthread_t thread;
	bool threaded;
	void (*work)(void *);
	void *data;
};

static void *
run(void *arg)
{
	struct beside *b = arg;
	b->work(b->data);
	return NULL;
}

/* Begin the thread without the signals that come from outside; those of faults must find their handlers. */
static bool
start_thread(struct beside *b, const pthread_attr_t *how)
{
	static const int faults[] = {SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGSYS, SIGTRAP};
	sigset_t outside, before;
	sigfillset(&outside);
	for (size_t i = 0; i < sizeof faults / sizeof *faults; i++)
		sigdelset(&outside, faults[i]);
	pthread_sigmask(SIG_BLOCK, &outside, &before);
	bool ok = pthread_create(&b->thread, how, run, b) == 0;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	return ok;
}

static bool
has_room(void)
{
	struct rlimit space;
	return getrlimit(RLIMIT_AS, &space) != 0 || space.rlim_cur >= ROOM_BYTES;
}

struct beside *
beside_start(void (*work)(void *), void *data)
{
	struct beside *b = xmalloc(sizeof *b);
	pthread_attr_t how;
	*b = (struct beside){.work = work, .data = data};
	if (has_room() && pthread_attr_init(&how) == 0) {
		b->threaded = pthread_attr_setstacksize(&how, STACK_BYTES) == 0 && start_thread(b, &how);
		pthread_attr_destroy(&how);
	}
	if (!b->threaded)
		work(data);
	return b;
}

void
beside_join(struct beside *b)
{
	if (b != NULL && b->threaded)
		pthread_join(b->thread, NULL);
	free(b);
}
