/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* MAP_ANONYMOUS */
#include "batch/batch.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"

/* What the processes share; a worker writes its own desk, and the status of the input there. */
struct shared {
	atomic_size_t next;    /* the input to take next */
	unsigned char *status; /* of each input that is done */
	size_t desk[];         /* the input at work, n = none */
};

static volatile sig_atomic_t ended_by; /* the signal that came for this process, 0 = none */

static void
take_signal(int signal)
{
	ended_by = signal;
}

static const int ends[] = {SIGINT, SIGTERM, SIGHUP};
#define ENDS (sizeof ends / sizeof *ends)

/* Signals that end this process are noted instead, unless they were ignored. */
static void
catch_signals(struct sigaction before[ENDS])
{
	struct sigaction action = {.sa_handler = take_signal};
	ended_by = 0;
	for (size_t i = 0; i < ENDS; i++) {
		sigaction(ends[i], NULL, &before[i]);
		if (before[i].sa_handler != SIG_IGN)
			sigaction(ends[i], &action, NULL);
	}
}

static void
restore_signals(const struct sigaction before[ENDS])
{
	for (size_t i = 0; i < ENDS; i++)
		sigaction(ends[i], &before[i], NULL);
}

static _Noreturn void
work(const struct batch *b, struct shared *s, size_t *mine)
{
	while ((*mine = atomic_fetch_add(&s->next, 1)) < b->n)
		s->status[*mine] = (unsigned char)b->work(b->context, *mine);
	*mine = b->n;
	b->end(b->context);
	exit(0);
}

/* A worker at a desk; its process, or -1. */
static pid_t
hire(const struct batch *b, struct shared *s, size_t *desk, const struct sigaction before[ENDS])
{
	pid_t parent = getpid();
	fflush(NULL);
	pid_t pid = fork();
	if (pid == 0) {
		restore_signals(before);
		prctl(PR_SET_PDEATHSIG, SIGTERM);
		if (getppid() != parent || ended_by != 0)
			_exit(0);
		work(b, s, desk);
	}
	return pid;
}

/* A worker has ended: what became of the input at its desk.  Where nobody reads the output, all is at an end. */
static void
settle(const struct batch *b, struct shared *s, size_t *desk, int how)
{
	if (WIFSIGNALED(how) && WTERMSIG(how) == SIGPIPE && ended_by == 0)
		ended_by = SIGPIPE;
	if (*desk < b->n && ended_by == 0) {
		int status = WIFSIGNALED(how) ? b->lost(b->context, *desk, WTERMSIG(how)) : WEXITSTATUS(how);
		s->status[*desk] = (unsigned char)status;
	}
	*desk = b->n;
}

static void
tell_all(const pid_t *worker, unsigned n, int signal)
{
	for (unsigned k = 0; k < n; k++)
		if (worker[k] > 0)
			kill(worker[k], signal);
}

/* Until all inputs are taken and all workers gone. */
static void
supervise(const struct batch *b, struct shared *s, pid_t *worker, const struct sigaction before[ENDS])
{
	int how, told = 0;
	for (unsigned at_work = 0, k;;) {
		for (k = 0; k < b->workers && ended_by == 0 && atomic_load(&s->next) < b->n; k++)
			if (worker[k] <= 0 && (worker[k] = hire(b, s, &s->desk[k], before)) > 0)
				at_work++;
		if (ended_by != told)
			tell_all(worker, b->workers, told = ended_by);
		if (at_work == 0)
			return;
		pid_t gone = wait(&how);
		for (k = 0; gone > 0 && k < b->workers; k++) {
			if (worker[k] != gone)
				continue;
			settle(b, s, &s->desk[k], how);
			worker[k] = 0;
			at_work--;
		}
	}
}

/* All in this process: one input, or no process to be had. */
static void
run_here(const struct batch *b, size_t from, unsigned char *status)
{
	for (size_t i = from; i < b->n; i++)
		status[i] = (unsigned char)b->work(b->context, i);
	b->end(b->context);
}

static void
run_beside(const struct batch *b, struct shared *s)
{
	pid_t *worker = xcalloc(b->workers, sizeof *worker);
	struct sigaction before[ENDS];
	s->status = (unsigned char *)&s->desk[b->workers];
	for (unsigned k = 0; k < b->workers; k++)
		s->desk[k] = b->n;
	catch_signals(before);
	supervise(b, s, worker, before);
	restore_signals(before);
	if (ended_by != 0)
		raise(ended_by);
	/* what is left when no worker could be made */
	if (atomic_load(&s->next) < b->n)
		run_here(b, atomic_load(&s->next), s->status);
	free(worker);
}

int
batch_run(const struct batch *b, unsigned char *status)
{
	int worst = 0;
	size_t bytes = sizeof(struct shared) + b->workers * sizeof(size_t) + b->n;
	struct shared *s = MAP_FAILED;
	if (b->n > 1)
		s = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (s == MAP_FAILED) {
		run_here(b, 0, status);
	} else {
		run_beside(b, s);
		memcpy(status, s->status, b->n);
		munmap(s, bytes);
	}
	for (size_t i = 0; i < b->n; i++)
		worst = status[i] > worst ? status[i] : worst;
	return worst;
}
