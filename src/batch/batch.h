/* SPDX-License-Identifier: MIT */
/*
 * batch.h - many inputs, each kept from the others: worker processes take them one by one.
 * Needs: base.  Owns: the workers; nothing outlives batch_run.
 *
 * An input that ends its worker (a limit of time or memory, a crash) costs that input alone: another
 * worker goes on with the next.  A worker keeps what it has loaded from one input to the next.
 */
#ifndef BATCH_BATCH_H
#define BATCH_BATCH_H

#include <stddef.h>

struct batch {
	size_t n;         /* inputs, counted from 0 */
	unsigned workers; /* processes at work at a time, from 1 */
	/* Work on input i, in a worker, and report what is to be said; the status, 0 to 255. */
	int (*work)(void *context, size_t i);
	/* What a worker does before it ends in good order. */
	void (*end)(void *context);
	/* Input i was lost with its worker, which a signal ended: report it; the status. */
	int (*lost)(void *context, size_t i, int signal);
	void *context;
};

/*
 * Run all of them; status gets n of them, one for each.  The highest of any.  One input is worked on in
 * this process.  SIGINT, SIGTERM and SIGHUP end the workers first and then this process, and so does an output
 * that nobody reads any more.
 */
int batch_run(const struct batch *, unsigned char *status);

#endif
