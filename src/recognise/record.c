/* SPDX-License-Identifier: MIT */
/*
 * record.c - records of meetings: who speaks.  Once the meeting is opened, a line that begins with
 * an office or a person's title and has a colon within SPEAKER_BYTES starts a speech.
 */
#include <string.h>

#include "recognise/chars.h"
#include "recognise/work.h"

#define SPEAKER_BYTES 160
#define NAME_BYTES 60

/* Bytes up to and with the colon (ASCII or full width) and the blanks after it, or 0. */
static size_t
colon_end(struct span t)
{
	size_t i;

	for (i = 0; i < t.n && i < SPEAKER_BYTES; i++) {
		size_t n = t.s[i] == ':' ? 1 : span_starts(span_sub(t, i, t.n), "\xEF\xBC\x9A") ? 3 : 0;
		if (n == 0)
			continue;
		for (i += n; i < t.n && t.s[i] == ' '; i++)
			;
		return i;
	}
	return 0;
}

/* The bracket that opens in t, of one width or two; SIZE_MAX when none does. */
static size_t
bracket_in(struct span t)
{
	size_t narrow = span_find(t, SPAN_LIT("(")), wide = span_find(t, SPAN_LIT("\xEF\xBC\x88"));

	return narrow < wide ? narrow : wide;
}

/* The folded name ends in a person's title, as in languages written without blanks. */
static bool
title_ends(const struct work *w, struct span f)
{
	size_t colon = span_find(f, SPAN_LIT(":")), bracket = bracket_in(f), end = colon < bracket ? colon : bracket;

	f = span_trim(span_sub(f, 0, end < f.n ? end : f.n));
	return f.n > 0 && f.n <= NAME_BYTES && char_wide(utf8_prev(f.s, &(size_t){f.n})) &&
	       words_end(w->words, WORD_PERSON, f);
}

/* The line tells when the meeting was suspended or closed. */
static bool
tells_time(const struct work *w, const struct rline *l, struct span f, enum word kind)
{
	return words_start(w->words, kind, f) > 0 ||
	       (l->n < 90 && l->end == END_STOP && char_wide(char_after(f, 0)) && words_in(w->words, kind, f));
}

bool
record_opens(const struct work *w, const struct rline *l)
{
	struct span f = line_folded(w, l);

	return words_start(w->words, WORD_RECORD_OPEN, f) > 0 ||
	       (l->n < 90 && l->end == END_STOP && words_in(w->words, WORD_RECORD_OPEN, f));
}

/* The name, the country and the office take all of the line, and the next one to its colon: bytes of that, or 0. */
static size_t
speaker_goes_on(const struct work *w, const struct rline *l, const struct rline *next)
{
	size_t n;

	if (!w->wrapped || !next || next->reading != READ_OPEN || next->gap > 0 || l->end != END_OPEN ||
	    bracket_in(rline_text(w, l)) == SIZE_MAX)
		return 0;
	n = colon_end(rline_text(w, next));
	return n > 0 && n < next->n && l->n + n <= SPEAKER_BYTES &&
	       span_find(span_sub(rline_text(w, next), 0, n), SPAN_LIT(". ")) == SIZE_MAX ? n : 0;
}

bool
record_line(struct work *w, size_t f)
{
	struct rline *l = flow_line(w, f);
	const struct rline *before = flow_before(w, f);
	struct rline *next = flow_at(w, f + 1);
	struct span folded;
	size_t n, more = 0;

	if (l->lower || l->bullet || l->n < 6)
		return false;
	folded = line_folded(w, l);
	/* the French "M." is no number */
	if (l->nlabel && !words_start(w->words, WORD_PERSON, folded))
		return false;
	if (!w->record) {
		w->record = record_opens(w, l);
		return false;
	}
	if (l->end == END_STOP && before && (before->end == END_STOP || l->gap > 0) &&
	    (tells_time(w, l, folded, WORD_RECORD_CLOSE) || tells_time(w, l, folded, WORD_RECORD_PAUSE))) {
		line_fix(l, READ_P, "record.time", 0.9f);
		l->kind = "time";
		return true;
	}
	if (!words_start(w->words, WORD_SPEAKER, folded) && !words_start(w->words, WORD_PERSON, folded) &&
	    !title_ends(w, folded))
		return false;
	n = colon_end(rline_text(w, l));
	if (n == 0 && (more = speaker_goes_on(w, l, next)) == 0)
		return false;
	line_fix(l, READ_SPEECH, "record.speaker", 0.9f);
	l->mark_n = (uint16_t)(n > 0 ? n : l->n);
	if (n > 0)
		return true;
	line_fix(next, READ_CONT, "record.speaker", 0.9f);
	next->mark_n = (uint16_t)more;
	next->sure = true;
	return true;
}
