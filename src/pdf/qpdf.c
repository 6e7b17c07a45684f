/* SPDX-License-Identifier: MIT */
#include "pdf/qpdf.h"

#include <pthread.h>

static struct qpdf_api api;

static void
load(void)
{
	static const char *const names[] = {QPDF_FUNCTIONS(LIBRARY_NAME)};
	library_need("libqpdf.so.29", names, sizeof names / sizeof *names, &api);
}

const struct qpdf_api *
qpdf_api(void)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;
	pthread_once(&once, load);
	return &api;
}
