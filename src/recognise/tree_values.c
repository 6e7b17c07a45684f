/* SPDX-License-Identifier: MIT */
/*
 * tree_values.c - what the fields of the head and the lines of an adoption tell, in its normal form: symbol, day,
 * number of a session, number of an item.
 */
#include <string.h>

#include "recognise/chars.h"
#include "recognise/tree.h"
#include "report/terms.h"

#define ITEM_MARK_BYTES 8 /* at the most, of "(s)" behind the number of an item, in any script */

/* The printed symbol without the stars of its notes, and without a blank behind the initial of the organ; a hyphen
 * joins two of them, whichever dash is printed. */
static void
symbol_value(struct report *r, struct rep_node *head, struct span text)
{
	struct buf symbol = {0};
	size_t i = 0;

	while (text.n && (text.s[text.n - 1] == '*' || text.s[text.n - 1] == ' '))
		text.n--;
	while (i < text.n) {
		uint32_t c = utf8_next(text.s, text.n, &i);
		if (char_dash(c))
			buf_addc(&symbol, '-');
		else if (c != '*')
			buf_addu(&symbol, c);
		if (i == 1 && text.n > 2 && text.s[1] == ' ' && text.s[2] == '/')
			i = 2;
	}
	if (!rep_get(head, "symbol"))
		rep_set(r, head, "symbol", symbol.n > 0 ? symbol.data : "");
	buf_free(&symbol);
}

static size_t
first_digit(struct span s)
{
	size_t i = 0;

	while (i < s.n && !char_digit((unsigned char)s.s[i]))
		i++;
	return i;
}

/* The first number in figures, be it a year, else the first in words: "Thirty-first session". */
static const char *
session_value(struct arena *a, const struct terms *terms, struct span text)
{
	size_t i = first_digit(text), used;
	struct span f;
	bool starts = true;

	if (i < text.n)
		return arena_strndup(a, text.s + i, digits_to(text, i) - i);
	f = terms_fold(a, text);
	for (i = 0; terms && i < f.n;) {
		uint32_t number = starts ? terms_number(terms, span_sub(f, i, f.n), &used) : 0;
		if (number > 0)
			return arena_printf(a, "%u", number);
		uint32_t c = utf8_next(f.s, f.n, &i);
		starts = c == ' ' || char_wide(c);
	}
	return NULL;
}

/* "88" of "Agenda item 88", "19 (l)" of "Agenda item 19 (l)", "42, 98 (b)" of "Items 42 and 98 (b) ...". */
static const char *
item_value(struct arena *a, struct span text)
{
	struct buf out = {0};
	const char *value = NULL;

	for (size_t i = first_digit(text), end; i < text.n; i = end + first_digit(span_sub(text, end, text.n))) {
		size_t close = end = digits_to(text, i);
		while (close < text.n && close < end + ITEM_MARK_BYTES && text.s[close] != ')')
			close++;
		size_t word = end + (end < text.n && text.s[end] == ' ');
		size_t mark = word + (word < text.n && text.s[word] == '(');
		if (close < text.n && text.s[close] == ')' && !memchr(text.s + mark, ' ', close - mark))
			end = close + 1;
		buf_printf(&out, "%s%.*s", out.n > 0 ? ", " : "", (int)(end - i), text.s + i);
	}
	if (out.n > 0)
		value = arena_strndup(a, out.data, out.n);
	buf_free(&out);
	return value;
}

/* The head of a decision prints no date: it is of the day on which it was adopted, the first that is told. */
static void
adoption_value(const struct tree *t, struct rep_node *n, const char *iso)
{
	struct report *r = t->w->out->report;

	rep_set(r, n, "iso", iso);
	if (n->kind == REP_ADOPTION && t->head && t->w->decision > 0 && rep_get(t->head, "date") == NULL)
		rep_set(r, t->head, "date", iso);
}

static void
set_value(const struct tree *t, struct rep_node *n, struct span text)
{
	struct work *w = t->w;
	struct report *r = w->out->report;
	const char *value;

	switch (n->kind) {
	case REP_SYMBOL: symbol_value(r, t->head, text); break;
	case REP_DATE:
		if ((value = rep_get(n, "iso")) != NULL && !rep_get(t->head, "date"))
			rep_set(r, t->head, "date", value);
		break;
	case REP_SESSION:
		if ((value = session_value(r->arena, w->words->terms, text)) != NULL)
			rep_set(r, n, "value", value);
		break;
	case REP_AGENDA_ITEM:
		if ((value = item_value(r->arena, text)) != NULL)
			rep_set(r, n, "n", value);
		break;
	case REP_KIND_LINE: case REP_ADOPTION:
		if (n->rule && span_starts(span_of(n->rule), "resolution.") && (value = masthead_date(w, text)) != NULL)
			adoption_value(t, n, value);
		break;
	default: break;
	}
}

void
tree_values(const struct tree *t)
{
	const struct rep_node *root = t->w->out->report->root;
	struct buf text = {0};

	for (struct rep_node *n = t->head ? t->head->first : NULL; n; n = n->next) {
		text.n = 0;
		rep_text_of(n, &text);
		set_value(t, n, buf_span(&text));
	}
	for (struct rep_node *n = t->w->out->report->root; n; n = rep_next(root, n)) {
		if (n->kind != REP_ADOPTION)
			continue;
		text.n = 0;
		rep_text_of(n, &text);
		set_value(t, n, buf_span(&text));
	}
	buf_free(&text);
}
