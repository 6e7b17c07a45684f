/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "fo/space.h"

#define LINE_END "\xE2\x80\xA8"   /* U+2028 */
#define MAY_BREAK "\xE2\x80\x8B"  /* U+200B */

/* Take back a space written last, in this text or the one before. */
static void
drop_space(struct space_run *run, const char *text, char **to)
{
	if (!run->spaced)
		return;
	if (*to > text)
		--*to;
	else if (run->last && run->last->text.n > 0)
		run->last->text.n--;
	run->spaced = false;
}

static char *
put_linefeed(struct space_run *run, const struct fo_props *p, const char *text, char *to)
{
	if (p->white_space_treatment != FO_W_PRESERVE && p->white_space_treatment != FO_W_IGNORE_IF_AFTER_LINEFEED)
		drop_space(run, text, &to);
	memcpy(to, LINE_END, 3);
	run->going = run->spaced = false;
	return to + 3;
}

static char *
put_space(struct space_run *run, const struct fo_props *p, char *to)
{
	bool collapse = p->white_space_collapse == FO_W_TRUE;
	bool keep_first = p->white_space_treatment == FO_W_PRESERVE ||
	    p->white_space_treatment == FO_W_IGNORE_IF_BEFORE_LINEFEED;
	if ((collapse && run->spaced) || (!run->going && !keep_first) || p->white_space_treatment == FO_W_IGNORE)
		return to;
	*to = ' ';
	/* a space that is preserved stays at the end too */
	run->spaced = collapse && p->white_space_treatment != FO_W_PRESERVE;
	return to + 1;
}

struct span
space_text(struct arena *a, struct space_run *run, const struct fo_props *p, struct span text)
{
	size_t linefeeds = 0;
	for (size_t i = 0; i < text.n; i++)
		linefeeds += text.s[i] == '\n';
	char *out = arena_alloc(a, text.n + 2 * linefeeds + 1), *to = out;
	for (size_t i = 0; i < text.n; i++) {
		char c = text.s[i];
		if (c == '\n' && p->linefeed_treatment == FO_W_PRESERVE)
			to = put_linefeed(run, p, out, to);
		else if (c == '\n' && p->linefeed_treatment == FO_W_TREAT_AS_ZERO_WIDTH_SPACE)
			to = (char *)memcpy(to, MAY_BREAK, 3) + 3;
		else if (c == '\n' && p->linefeed_treatment == FO_W_IGNORE)
			continue;
		else if (c == ' ' || c == '\n' || c == '\t' || c == '\r')
			to = put_space(run, p, to);
		else {
			*to++ = c;
			run->going = true;
			run->spaced = false;
		}
	}
	return (struct span){out, (size_t)(to - out)};
}

void
space_object(struct space_run *run)
{
	*run = (struct space_run){.going = true};
}

void
space_end(struct space_run *run)
{
	if (run->spaced && run->last && run->last->text.n > 0)
		run->last->text.n--;
	*run = (struct space_run){0};
}
