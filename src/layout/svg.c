/* SPDX-License-Identifier: MIT */
#include "layout/svg.h"

#include <pthread.h>

static struct rsvg_api api;

static void
load(void)
{
	static const char *const names[] = {RSVG_FUNCTIONS(LIBRARY_NAME)};
	library_need("librsvg-2.so.2", names, sizeof names / sizeof *names, &api);
}

const struct rsvg_api *
rsvg_api(void)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;
	pthread_once(&once, load);
	return &api;
}
