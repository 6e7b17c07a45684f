/* SPDX-License-Identifier: MIT */
/*
 * repair_groups.c - numbers in groups of three figures, in text that reads from the right.
 *
 * A plain blank ends a number for the bidirectional algorithm: in a line that reads from the right "1 234" would show
 * its groups in the wrong order.  A no-break blank is part of the number (UAX #9, class CS).
 */
#include "recognise/chars.h"
#include "recognise/flat.h"
#include "recognise/repair.h"

#define GROUP 3 /* figures */

/* Is one of the letters that read from the right (Hebrew, Arabic and their presentation forms)? */
static bool
from_right(uint32_t u)
{
	return (u >= 0x590 && u <= 0x8FF) || (u >= 0xFB1D && u <= 0xFDFF) || (u >= 0xFE70 && u <= 0xFEFC);
}

/* May a number of that size begin a grouped one: nothing that belongs to a symbol, a date or a range is before it? */
static bool
may_begin(struct span t, size_t from, size_t to)
{
	uint32_t before = char_before(t, from);
	return to - from <= GROUP && t.s[from] != '0' && !char_letter(before) && before != '/' && before != '.' &&
	       before != ',' && !char_dash(before);
}

/* Does a group of three figures stand behind the blank at i, and no more of a symbol or date behind that? */
static bool
group_behind(struct span t, size_t i, size_t *end)
{
	if (i >= t.n || t.s[i] != ' ')
		return false;
	*end = digits_to(t, i + 1);
	uint32_t next = char_after(t, *end);
	return *end - i - 1 == GROUP && next != '/' && !char_letter(next) && !char_dash(next);
}

void
repair_groups(struct account *acc)
{
	struct flat *f = flat_build(acc, true);
	struct span t = f->text;
	size_t *blank = NULL, n = 0, cap = 0;
	bool right = false;

	for (size_t i = 0; i < t.n;) {
		size_t at = i, end;
		uint32_t u = utf8_next(t.s, t.n, &i);
		if (char_letter(u))
			right = from_right(u);
		if (!char_digit(u))
			continue;
		i = digits_to(t, at);
		if (!right || !may_begin(t, at, i))
			continue;
		for (; group_behind(t, i, &end); i = end)
			*VEC_PUSH(acc->arena, blank, n, cap) = i;
	}
	while (n-- > 0) /* from the end: the places before an edit stay */
		flat_repair(f, acc, blank[n], blank[n] + 1, SPAN_LIT("\xC2\xA0"), "repair.group-blank",
		    "a number of groups of three figures reads as one");
}
