/* SPDX-License-Identifier: MIT */
#include "base/limit.h"

#include <stdlib.h>
#include <unistd.h>

static struct {
	enum diag_code code;
	const char *hint;
	char *text; /* the whole line; NULL until prepared */
	size_t n;
} last[] = {
    {DIAG_OUT_OF_TIME, "give more with --max-seconds, or split the document", NULL, 0},
    {DIAG_OUT_OF_MEMORY, "give more with --max-memory, or split the document", NULL, 0},
};

void
limit_prepare(const char *file, bool json)
{
	for (size_t i = 0; i < sizeof last / sizeof *last; i++) {
		struct buf b = {0};
		diag_format(&(struct diag_message){.code = last[i].code, .pos.file = file, .detail = last[i].hint}, json, &b);
		free(last[i].text);
		last[i].text = b.data;
		last[i].n = b.n;
	}
}

void
limit_hit(enum diag_code code)
{
	for (size_t i = 0; i < sizeof last / sizeof *last; i++)
		if (last[i].code == code && last[i].text != NULL) {
			ssize_t ignored = write(STDERR_FILENO, last[i].text, last[i].n);
			(void)ignored;
		}
	_exit(LIMIT_STATUS);
}
