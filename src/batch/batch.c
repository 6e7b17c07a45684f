/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* MAP_ANONYMOUS */
#include "batch/batch.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"

/* What the processes share; a worker writes its own desk alone. */
struct desk {
	size_t at;  /* the input at work, n = none */
	int worst;  /* status of those that are done */
};

struct shared {
	atomic_size_t next; /* the input to take next */
	struct desk desk[];
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
work(const struct batch *b, struct shared *s, struct desk *mine)
{
	while ((mine->at = atomic_fetch_add(&s->next, 1)) < b->n) {
		int status = b->work(b->context, mine->at);
		if (status > mine->worst)
			mine->worst = status;
	}
	mine->at = b->n;
	b->end(b->context);
	exit(0);
}

/* A worker at a desk; its process, or -1. */
static pid_t
hire(const struct batch *b, struct shared *s, struct desk *desk, const struct sigaction before[ENDS])
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

/* A worker has ended: what became of the input at its desk. */
static int
settle(const struct batch *b, struct desk *desk, int how)
{
	int status = desk->worst, own = 0;
	if (desk->at < b->n && ended_by == 0)
		own = WIFSIGNALED(how) ? b->lost(b->context, desk->at, WTERMSIG(how)) : WEXITSTATUS(how);
	*desk = (struct desk){.at = b->n};
	return own > status ? own : status;
}

static void
tell_all(const pid_t *worker, unsigned n, int signal)
{
	for (unsigned k = 0; k < n; k++)
		if (worker[k] > 0)
			kill(worker[k], signal);
}

/* Until all inputs are taken and all workers gone. */
static int
supervise(const struct batch *b, struct shared *s, pid_t *worker, const struct sigaction before[ENDS])
{
	int worst = 0, how, told = 0;
	for (unsigned at_work = 0, k;;) {
		for (k = 0; k < b->workers && ended_by == 0 && atomic_load(&s->next) < b->n; k++)
			if (worker[k] <= 0 && (worker[k] = hire(b, s, &s->desk[k], before)) > 0)
				at_work++;
		if (ended_by != told)
			tell_all(worker, b->workers, told = ended_by);
		if (at_work == 0)
			return worst;
		pid_t gone = wait(&how);
		for (k = 0; gone > 0 && k < b->workers; k++) {
			if (worker[k] != gone)
				continue;
			int status = settle(b, &s->desk[k], how);
			worst = status > worst ? status : worst;
			worker[k] = 0;
			at_work--;
		}
	}
}

/* All in this process: one input, or no process to be had. */
static int
run_here(const struct batch *b, size_t from)
{
	int worst = 0;
	for (size_t i = from; i < b->n; i++) {
		int status = b->work(b->context, i);
		worst = status > worst ? status : worst;
	}
	b->end(b->context);
	return worst;
}

int
batch_run(const struct batch *b)
{
	if (b->n <= 1)
		return run_here(b, 0);
	size_t bytes = sizeof(struct shared) + b->workers * sizeof(struct desk);
	struct shared *s = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (s == MAP_FAILED)
		return run_here(b, 0);
	pid_t *worker = xcalloc(b->workers, sizeof *worker);
	struct sigaction before[ENDS];
	for (unsigned k = 0; k < b->workers; k++)
		s->desk[k].at = b->n;
	catch_signals(before);
	int worst = supervise(b, s, worker, before);
	restore_signals(before);
	if (ended_by != 0)
		raise(ended_by);
	/* what is left when no worker could be made */
	int rest = atomic_load(&s->next) < b->n ? run_here(b, atomic_load(&s->next)) : 0;
	free(worker);
	munmap(s, bytes);
	return rest > worst ? rest : worst;
}
