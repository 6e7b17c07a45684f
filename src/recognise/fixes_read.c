/* SPDX-License-Identifier: MIT */
/* fixes_read.c - the file of corrections, line by line. */
#include "recognise/fixes.h"

#include <string.h>

#include "recognise/chars.h"
#include "recognise/language.h"

#define FIXES_MAX 5000 /* each is searched for in the whole draft */
#define LEVELS 9

static const struct {
	const char *name;
	enum fix_kind kind;
	bool argument;
} readings[] = {
	{"heading", FIX_HEADING, true}, {"title", FIX_TITLE, false}, {"paragraph", FIX_PARAGRAPH, false},
	{"numbered paragraph", FIX_NUMBERED, false}, {"numbered", FIX_NUMBERED, false},
	{"continuation", FIX_CONTINUATION, false}, {"join", FIX_CONTINUATION, false},
	{"split", FIX_SPLIT, false}, {"item", FIX_ITEM, false}, {"not a list", FIX_NOT_LIST, false},
	{"bullet", FIX_BULLET, false}, {"quote", FIX_QUOTE, false}, {"note", FIX_NOTE, true}, {"call", FIX_CALL, true},
	{"annex", FIX_ANNEX, false}, {"front", FIX_FRONT, false}, {"caption", FIX_CAPTION, false},
	{"row", FIX_ROW, false}, {"keep", FIX_KEEP, false}, {"drop", FIX_DROP, false}};

static void
skip_blanks(struct span *s)
{
	while (s->n > 0 && (s->s[0] == ' ' || s->s[0] == '\t'))
		*s = span_sub(*s, 1, s->n);
}

static uint32_t
take_number(struct span *s)
{
	uint32_t v = 0;
	while (s->n > 0 && char_digit((unsigned char)s->s[0]) && v < 100000000) {
		v = v * 10 + (uint32_t)(s->s[0] - '0');
		*s = span_sub(*s, 1, s->n);
	}
	return v;
}

/* Does it begin with a quotation mark, plain or as word processors and our messages set it? */
static bool
quotes(struct span s)
{
	return span_starts(s, "\"") || span_starts(s, "\xE2\x80\x9C");
}

/* A quoted string; \" and \\ stand for themselves.  False when it is not closed. */
static bool
take_quoted(struct arena *a, struct span *s, struct span *out)
{
	const char *close = s->s[0] == '"' ? "\"" : "\xE2\x80\x9D";
	char *text = arena_alloc(a, s->n + 1);
	size_t n = 0, i = strlen(close);
	while (i < s->n && !span_starts(span_sub(*s, i, s->n), close)) {
		if (s->s[i] == '\\' && i + 1 < s->n)
			i++;
		text[n++] = s->s[i++];
	}
	if (i >= s->n)
		return false;
	*out = (struct span){text, n};
	*s = span_sub(*s, i + strlen(close), s->n);
	return true;
}

/* The readings there are, for those who look for one. */
static const char *
unknown_reading(struct arena *a, struct span s)
{
	struct buf b = {0};
	buf_printf(&b, "“%.*s” is no reading; there are ", (int)(s.n < 40 ? s.n : 40), s.s);
	for (size_t i = 0; i < sizeof readings / sizeof *readings; i++)
		buf_printf(&b, "%s%s%s", i > 0 ? ", " : "", readings[i].name,
		    !readings[i].argument ? "" : readings[i].kind == FIX_HEADING ? " LEVEL" : " MARK");
	const char *text = arena_strndup(a, b.data, b.n);
	buf_free(&b);
	return text;
}

/* Does it begin with the name, whatever the case of its letters? */
static bool
names(struct span s, const char *name)
{
	size_t i = 0;
	while (name[i] != '\0' && i < s.n && (s.s[i] == name[i] || (s.s[i] | 0x20) == name[i]))
		i++;
	return name[i] == '\0';
}

/* These functions return what is wrong with the line and what to write, or NULL. */
static const char *
take_reading(struct arena *a, struct fix *f, struct span s)
{
	for (size_t i = 0; i < sizeof readings / sizeof *readings; i++) {
		if (!names(s, readings[i].name))
			continue;
		struct span rest = span_trim(span_sub(s, strlen(readings[i].name), s.n));
		if ((rest.n > 0) != readings[i].argument)
			continue;
		f->kind = readings[i].kind;
		f->value = rest;
		if (f->kind == FIX_CALL && (f->words.n + (f->before.n > 0) <= rest.n ||
		    !span_eq(span_sub(f->words, f->words.n - rest.n, f->words.n), rest)))
			return "write the words up to the mark, and the mark with them";
		if (f->kind != FIX_HEADING)
			return NULL;
		f->level = (unsigned)take_number(&rest);
		return rest.n == 0 && f->level >= 1 && f->level <= LEVELS ? NULL : "give heading a level from 1 to 9";
	}
	return unknown_reading(a, s);
}

/* "set KEY = VALUE" behind the word set. */
static const char *
take_set(struct fix *f, struct span s)
{
	size_t eq = span_find(s, SPAN_LIT("="));
	f->kind = FIX_SET;
	f->words = span_trim(span_sub(s, 0, eq));
	f->value = eq != SIZE_MAX ? span_trim(span_sub(s, eq + 1, s.n)) : (struct span){"", 0};
	bool ok = span_is(f->words, "date")     ? span_is_date(f->value)
	          : span_is(f->words, "lang") ? language_is_known(f->value)
	                                      : span_is(f->words, "symbol") && f->value.n > 0;
	return ok ? NULL : "write set symbol = SYMBOL, set date = YYYY-MM-DD, or set lang = ar, zh, en, fr, ru or es";
}

static const char *
take_replacement(struct arena *a, struct fix *f, struct span s)
{
	f->kind = FIX_REPLACE;
	bool ok = f->words.n > 0 && quotes(s) && take_quoted(a, &s, &f->value) && span_trim(s).n == 0;
	return ok ? NULL : "write \"words of the draft\" -> \"what they should be\"";
}

static const char *
parse(struct arena *a, struct span s, struct fix *f)
{
	if (utf8_invalid(s) != SIZE_MAX)
		return "it is not UTF-8";
	if (span_starts(s, "set "))
		return take_set(f, span_sub(s, 4, s.n));
	f->from = f->to = take_number(&s);
	if (f->from > 0 && s.n > 0 && s.s[0] == '-') {
		s = span_sub(s, 1, s.n);
		f->to = take_number(&s);
		if (f->to < f->from)
			return "write the first line of a range before its last, as 12-15";
	}
	skip_blanks(&s);
	if (quotes(s) && !take_quoted(a, &s, &f->words))
		return "close the quotation marks";
	skip_blanks(&s);
	if (quotes(s)) {
		f->before = span_trim(f->words);
		if (!take_quoted(a, &s, &f->words))
			return "close the quotation marks";
		skip_blanks(&s);
	}
	if ((f->from == 0 || f->before.n > 0) && span_trim(f->words).n == 0)
		return "begin with lines of the draft, as 41: or 12-15:, or with words of it in \"quotation marks\"";
	if (span_starts(s, "->"))
		return take_replacement(a, f, span_trim(span_sub(s, 2, s.n)));
	f->words = span_trim(f->words);
	if (s.n == 0 || s.s[0] != ':')
		return "write a colon and a reading behind the place, as 41: heading 2";
	return take_reading(a, f, span_trim(span_sub(s, 1, s.n)));
}

struct fixes *
fixes_read(struct arena *a, const char *name, struct span text, struct diag *d)
{
	struct fixes *x = ARENA_NEW(a, struct fixes);
	size_t cap = 0;
	x->name = arena_strdup(a, name);
	if (span_starts(text, "\xEF\xBB\xBF")) /* the mark that some editors begin a file with */
		text = span_sub(text, 3, text.n);
	for (unsigned line = 1; text.n > 0; line++) {
		size_t end = span_find(text, SPAN_LIT("\n"));
		struct span s = span_trim(span_sub(text, 0, end));
		text = end == SIZE_MAX ? (struct span){"", 0} : span_sub(text, end + 1, text.n);
		if (s.n == 0 || s.s[0] == '#')
			continue;
		struct fix f = {.line = line, .before = {"", 0}, .words = {"", 0}, .value = {"", 0}};
		const char *wrong = x->n < FIXES_MAX ? parse(a, s, &f) : "5000 corrections are the most; mend the draft itself";
		if (wrong != NULL)
			diag(d, DIAG_FIX_SYNTAX, (struct pos){x->name, line, 1}, "%s", wrong);
		else
			*VEC_PUSH(a, x->fix, x->n, cap) = f;
	}
	return x;
}
