/* SPDX-License-Identifier: MIT */
/*
 * words.h - the words of a language that the structure of a report is known by, from the terms.
 * Needs: report/terms.h.  Owns: everything is in the arena given.
 */
#ifndef RECOGNISE_WORDS_H
#define RECOGNISE_WORDS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"
#include "recognise/label.h"

struct terms;

enum word {
	WORD_ORGANIZATION, /* United Nations */
	WORD_ORGAN,        /* General Assembly ... */
	WORD_BODY,         /* committee, working group ... */
	WORD_TREATY,       /* convention ...: it stands in mastheads where an organ's name would */
	WORD_SESSION,
	WORD_AGENDA,       /* agenda item */
	WORD_DISTR,
	WORD_LIMITED,      /* distribution */
	WORD_RESTRICTED,
	WORD_LANGUAGE,     /* English, Arabic ... as mastheads name them */
	WORD_ORIGINAL,
	WORD_MONTH,        /* in order, by twelves */
	WORD_PLACE,
	WORD_NOTE,         /* note by ..., heading of a front part */
	WORD_LETTER,       /* letter dated, identical letters ... */
	WORD_KIND,         /* report, draft resolution ... */
	WORD_PROPOSAL,     /* those of them that an organ may adopt: draft resolution ... */
	WORD_REPORT_OF,    /* report of ... */
	WORD_ROLE,         /* President, Rapporteur */
	WORD_ANNEX,
	WORD_APPENDIX,
	WORD_ENCLOSURE,
	WORD_ADDENDUM,
	WORD_CORRIGENDUM,
	WORD_CORRECTION,   /* Replace ..., ... should read */
	WORD_CONTENTS,
	WORD_PAGE,
	WORD_PAGE_BEFORE,  /* what stands before the number of a page whose name comes behind it */
	WORD_PARAGRAPHS,
	WORD_CHAPTER,
	WORD_TABLE,
	WORD_FIGURE,
	WORD_SUMMARY,
	WORD_SIGNED,
	WORD_OFFICE,       /* of who signs: Ambassador */
	WORD_ADOPTED,      /* resolution adopted by ... */
	WORD_ADOPTED_AT,   /* under the text of one: adopted unanimously at ... */
	WORD_MEETING,
	WORD_VOTE_FOR,
	WORD_VOTE_AGAINST,
	WORD_ABSTAINING,
	WORD_VOTE_RECORDED, /* in the line over the names of those who voted: recorded vote */
	WORD_INTRODUCTION,
	WORD_NEXT_STEPS,
	WORD_NOTES,        /* heading of endnotes */
	WORD_CHAPEAU,      /* The General Assembly, */
	WORD_RECORDS,      /* official records, of which a book is a supplement */
	WORD_SUPPLEMENT,
	WORD_RECORD_KIND,  /* summary record */
	WORD_RECORD_OPEN,  /* the meeting was called to order */
	WORD_RECORD_CLOSE, /* the meeting rose */
	WORD_RECORD_PAUSE, /* the meeting was suspended */
	WORD_SPEAKER,      /* The President ... */
	WORD_PERSON,       /* Mr., Ms. */
	WORD_PREAMBULAR,   /* first words of preambular paragraphs */
	WORD_WITHIN_CLAUSE, /* those of them that stand as often within such a paragraph */
	WORD_OPERATIVE,    /* first words of operative paragraphs */
	WORD_REFERENCE,    /* without reference to a Main Committee ... */
	WORD_BEFORE_MORE,  /* abbreviations that are followed by a name or number */
	WORD_HANDS_ON,     /* prepositions and conjunctions of more letters than ends_in_short_word() knows */
	WORD_AFTER_FIGURE, /* what counts with the figure before it: months, per cent ... */
	WORD_ARTICLE_OF_ORGAN, /* what may stand before an organ's name: The, La, L' */
	WORD_ADDRESSEE,    /* whom letters to organs are addressed to, besides organs */
	WORD_SOURCE,       /* Source: Note: and their like under tables and figures, with the colon */
	WORD_TOTAL,        /* what the row of a sum begins with: Total, Subtotal */
	WORD_LETTER_TURN,  /* what the paragraphs of letters begin with: I have the honour ... */
	WORD_ORDINAL,      /* first, second ... in order of value; only where headings use them */
	WORD_NTH,          /* number words behind the word of a label */
	WORDS
};

struct words {
	const char *lang;
	const struct terms *terms; /* of the language; NULL without */
	struct span *list[WORDS];
	size_t n[WORDS];
	uint8_t first[WORDS][32]; /* a bit for each byte that a word of the list begins with */
	struct label_words label; /* as they are printed */
	bool small_clauses;  /* clauses of a preamble begin with a small letter, or script has no others */
	bool caseless;       /* the script has no capitals */
};

/*
 * The words of lang, and those of mastheads, letters and parts in English, which papers in all languages have, and in
 * the others up to NULL, folded for comparison.  Without terms, which is reported, all lists are empty.
 */
const struct words *words_load(struct arena *, const char *lang, const char *const others[], struct diag *);

/* Without case and without kashida, spaces made one. */
struct span words_fold(struct arena *, struct span);

/* Does folded text equal, start with, end in (but for stars) or contain one of the words?  The word's bytes, or 0. */
size_t words_is(const struct words *, enum word, struct span folded);
size_t words_start(const struct words *, enum word, struct span folded);
bool words_end(const struct words *, enum word, struct span folded);
bool words_in(const struct words *, enum word, struct span folded);

#endif
