/* SPDX-License-Identifier: MIT */
/* notes_seen.c - numbers in lines of text that stand where the call of a note may stand. */
#include "recognise/notes.h"

#include <string.h>

#include "recognise/chars.h"

int
note_digit(struct span s, size_t *i)
{
	size_t next = *i;
	int v = next < s.n ? char_decimal(utf8_next(s.s, s.n, &next)) : -1;

	if (v >= 0)
		*i = next;
	return v;
}

char
note_sign_of(struct span t, size_t used)
{
	while (used > 0 && (t.s[used - 1] == ' ' || t.s[used - 1] == '\t'))
		used--;
	return used > 0 && strchr("/)]", t.s[used - 1]) ? t.s[used - 1] : 0;
}

/* The figures t[i, end) with the sign behind them and, for a bracket, before them. */
static bool
signed_call(struct span t, size_t i, size_t end, char sign)
{
	char before = i ? t.s[i - 1] : ' ';

	if (end >= t.n || t.s[end] != sign)
		return false;
	if (sign == '/')
		return before != '/' && before != '-' && !char_digit((unsigned char)before) &&
		       (end + 1 == t.n || strchr(" .,;:)\t", t.s[end + 1]));
	return i > 1 && before == (sign == ')' ? '(' : '[') && t.s[i - 2] != ' ' && !char_digit((unsigned char)t.s[i - 2]);
}

/* The mark before byte i ends a quotation, as no opening one stands before a blank. */
static bool
closes_quotation(struct span t, size_t i)
{
	uint32_t mark = char_before(t, i);

	return mark == '"' || mark == 0x201D || mark == 0x2019 || mark == 0xBB;
}

/* The same without a sign. */
static bool
bare_call(struct span t, size_t i, size_t end, bool loose)
{
	char before = i ? t.s[i - 1] : ' ', after = end < t.n ? t.s[end] : ' ';

	if (char_digit((unsigned char)after) || after == '/' || after == '-')
		return false;
	if (before == ' ' && i > 1)
		before = strchr(".,;:)", t.s[i - 2]) || closes_quotation(t, i - 1) ||
		                 (loose && !char_letter(char_after(t, end))) ? ')' : ' ';
	return !strchr(" /-([\t", before) && !char_digit((unsigned char)before);
}

bool
notes_call_in(struct span t, struct span v, char sign, bool loose)
{
	size_t at, from = 0;

	while ((at = span_find(span_sub(t, from, t.n), v)) != SIZE_MAX) {
		size_t i = from + at, end = i + v.n;
		from = end;
		if (sign ? signed_call(t, i, end, sign) : bare_call(t, i, end, loose))
			return true;
	}
	return false;
}

/* The figures from byte *i on, which moves behind them; 0 where they are none of a note. */
static unsigned
number_at(struct span t, size_t *i)
{
	unsigned v = 0;
	int d;

	while ((d = note_digit(t, i)) >= 0)
		v = v > NOTES_MOST ? v : v * 10 + (unsigned)d;
	return v <= NOTES_MOST ? v : 0;
}

static void
called_in(struct span t, bool loose, bool called[NOTES_MOST + 1])
{
	size_t i = 0;

	while (i < t.n) {
		size_t at = i;
		unsigned v = number_at(t, &i);
		if (i == at)
			utf8_next(t.s, t.n, &i);
		else if (bare_call(t, at, i, loose) || signed_call(t, at, i, '/') || signed_call(t, at, i, ')') ||
		         signed_call(t, at, i, ']'))
			called[v] = true;
	}
}

void
notes_called(const struct work *w, size_t to, bool loose, bool called[NOTES_MOST + 1])
{
	const struct draft *d = w->draft;
	size_t k, i, at;

	for (k = 0; k < to; k++)
		called_in(rline_text(w, &w->line[k]), loose, called);
	for (k = 0; k < d->nmark && to < w->nline && d->mark[k].off < w->line[to].off; k++) {
		struct span raised = span_sub(d->text, d->mark[k].off, d->mark[k].end);
		if (d->mark[k].kind != MARK_SUP)
			continue;
		for (i = at = 0; i < raised.n && note_digit(raised, &i) < 0; at = i)
			utf8_next(raised.s, raised.n, &i);
		called[number_at(raised, &at)] = true;
	}
}
