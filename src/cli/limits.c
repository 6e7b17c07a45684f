/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* sigaction */
#include "cli/limits.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include <libxml/xmlmemory.h>

#include "base/arena.h"
#include "base/limit.h"
#include "cli/cli.h"

/* Address space is not memory under these tools: they map terabytes. */
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define ADDRESS_SPACE_MEANS_MEMORY 0
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define ADDRESS_SPACE_MEANS_MEMORY 0
#endif
#endif
#ifndef ADDRESS_SPACE_MEANS_MEMORY
#define ADDRESS_SPACE_MEANS_MEMORY 1
#endif

static void
out_of_time(int signal)
{
	(void)signal;
	limit_hit(DIAG_OUT_OF_TIME);
}

static rlim_t most_pages; /* the limit of address space in pages; 0 = none */

/* Address space in use, in pages; read without the C library's buffers, as a signal handler must. */
static rlim_t
pages_used(void)
{
	char text[32] = "";
	int fd = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
	ssize_t n = fd >= 0 ? read(fd, text, sizeof text - 1) : -1;
	rlim_t pages = 0;
	for (ssize_t i = 0; i < n && text[i] >= '0' && text[i] <= '9'; i++)
		pages = pages * 10 + (rlim_t)(text[i] - '0');
	if (fd >= 0)
		close(fd);
	return pages;
}

/* Libraries that find no memory abort.  Where half of what is allowed is in use, that was it. */
static void
aborted(int signal)
{
	if (most_pages > 0 && pages_used() > most_pages / 2)
		limit_hit(DIAG_OUT_OF_MEMORY);
	struct sigaction standard = {.sa_handler = SIG_DFL};
	sigaction(signal, &standard, NULL);
	raise(signal);
}

static char *
copy_string(const char *s)
{
	size_t n = strlen(s) + 1;
	return memcpy(xmalloc(n), s, n);
}

void
limits_set(const struct options *o)
{
	_Static_assert(LIMIT_STATUS == CLI_LIMIT, "one status for every limit");
	limit_prepare(NULL, o->json_messages);
	/* libxml2 would take a lack of memory for a fault of the document */
	xmlMemSetup(free, xmalloc, xrealloc, copy_string);
	if (o->seconds > 0)
		sigaction(SIGXCPU, &(struct sigaction){.sa_handler = out_of_time}, NULL);
	if (o->megabytes > 0 && ADDRESS_SPACE_MEANS_MEMORY) {
		rlim_t bytes = (rlim_t)o->megabytes << 20;
		setrlimit(RLIMIT_AS, &(struct rlimit){bytes, bytes});
		most_pages = bytes / (rlim_t)sysconf(_SC_PAGESIZE);
		struct sigaction action = {.sa_handler = aborted};
		sigaction(SIGABRT, &action, NULL);
		sigaction(SIGTRAP, &action, NULL); /* GLib's way */
	}
}

void
limits_begin(const char *file, const struct options *o)
{
	struct rusage used;
	struct rlimit now;
	limit_prepare(file, o->json_messages);
	if (o->seconds == 0 || getrusage(RUSAGE_SELF, &used) != 0 || getrlimit(RLIMIT_CPU, &now) != 0)
		return;
	now.rlim_cur = (rlim_t)(used.ru_utime.tv_sec + used.ru_stime.tv_sec + 1) + o->seconds;
	setrlimit(RLIMIT_CPU, &now);
}
