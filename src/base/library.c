/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "base/library.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define EXIT_NO_LIBRARY 127 /* what the dynamic linker ends with */

bool
library_load(const char *soname, const char *const *function, size_t n, void *table)
{
	char plain[64];
	const char *end = strstr(soname, ".so");
	snprintf(plain, sizeof plain, "%.*s", (int)(end - soname + 3), soname);
	void *library = dlopen(soname, RTLD_LAZY | RTLD_LOCAL);
	if (library == NULL)
		library = dlopen(plain, RTLD_LAZY | RTLD_LOCAL);
	bool whole = library != NULL;
	for (size_t i = 0; whole && i < n; i++) {
		void *symbol = dlsym(library, function[i]);
		whole = symbol != NULL;
		memcpy((char *)table + i * sizeof symbol, &symbol, sizeof symbol);
	}
	return whole;
}

void
library_need(const char *soname, const char *const *function, size_t n, void *table)
{
	if (library_load(soname, function, n, table))
		return;
	const char *why = dlerror();
	fprintf(stderr, "rapporteur: cannot load %s: %s; install the package that holds it\n", soname,
	    why != NULL ? why : "a function is missing");
	exit(EXIT_NO_LIBRARY);
}
