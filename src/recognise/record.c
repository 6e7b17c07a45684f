/* SPDX-License-Identifier: MIT */
/*
 * record.c - records of meetings: who speaks.  Once the meeting is opened, a line that begins with
 * an office or a person's title and has a colon within SPEAKER_BYTES starts a speech.
 */
#include <string.h>

#include "recognise/work.h"

#define SPEAKER_BYTES 160

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

bool
record_line(struct work *w, size_t f)
{
	struct rline *l = &w->line[w->flow[f]];
	struct span folded;
	size_t n;

	if (l->lower || l->nlabel || l->bullet || l->n < 6)
		return false;
	folded = line_folded(w, l);
	if (!w->record) {
		w->record = words_start(w->words, WORD_RECORD_OPEN, folded) > 0 ||
		            (l->n < 90 && l->end == END_STOP && words_in(w->words, WORD_RECORD_OPEN, folded));
		return false;
	}
	if (!words_start(w->words, WORD_SPEAKER, folded) && !words_start(w->words, WORD_PERSON, folded))
		return false;
	n = colon_end(rline_text(w, l));
	if (n == 0)
		return false;
	line_fix(l, READ_SPEECH, "record.speaker", 0.9f);
	l->mark_n = (uint16_t)n;
	return true;
}
