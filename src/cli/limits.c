/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* sigaction */
#include "cli/limits.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "cli/cli.h"

/* Address space is not memory under these tools: they map terabytes. */
#if defined(__SANITIZE_ADDRESS__)
#define ADDRESS_SPACE_MEANS_MEMORY 0
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ADDRESS_SPACE_MEANS_MEMORY 0
#endif
#endif
#ifndef ADDRESS_SPACE_MEANS_MEMORY
#define ADDRESS_SPACE_MEANS_MEMORY 1
#endif

static void
out_of_time(int signal)
{
	static const char text[] =
	    "rapporteur: fatal: processor time used up: see --max-seconds [LIMIT-TIME]\n";
	(void)signal;
	ssize_t ignored = write(STDERR_FILENO, text, sizeof text - 1);
	(void)ignored;
	_exit(CLI_LIMIT);
}

void
limits_set(unsigned seconds, unsigned megabytes)
{
	if (seconds > 0) {
		struct sigaction action = {.sa_handler = out_of_time};
		sigaction(SIGXCPU, &action, NULL);
		setrlimit(RLIMIT_CPU, &(struct rlimit){seconds, seconds + 5});
	}
	if (megabytes > 0 && ADDRESS_SPACE_MEANS_MEMORY) {
		rlim_t bytes = (rlim_t)megabytes << 20;
		setrlimit(RLIMIT_AS, &(struct rlimit){bytes, bytes});
	}
}
