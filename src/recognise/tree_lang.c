/* SPDX-License-Identifier: MIT */
/*
 * tree_lang.c - parts and blocks in another language than what they stand in: an annex in Spanish, an
 * English paragraph of an Arabic report, which is set from the other side.
 */
#include "recognise/chars.h"
#include "recognise/language.h"
#include "recognise/tree.h"

#define PARTS_MOST 30      /* whose language is looked for */
#define BLOCKS_MOST 200    /* that are set from the other side; the language of more is not looked for */
#define SURE_LANGUAGE 0.4f
#define LANGUAGE_BYTES 200 /* less text says little of its language, */
#define WORDS_LEAST 4      /* less of its direction: names and addresses stand in text of either */
#define LETTERS_OF 5       /* of so many letters all but one go its way */

static const char *
language_around(const struct rep_node *n)
{
	const char *lang = NULL;

	for (n = n->parent; n && !lang; n = n->parent)
		lang = rep_get(n, "lang");
	return lang;
}

/* An annex or a front part may be in another language than what it stands in. */
static void
part_languages(struct tree *t, struct buf *text)
{
	struct report *r = t->w->out->report;
	size_t parts = 0;

	for (struct rep_node *n = rep_next(r->root, r->root); n && parts < PARTS_MOST; n = rep_next(r->root, n)) {
		const char *around, *lang;
		float conf = 0;
		if (n->kind != REP_ANNEX && n->kind != REP_FRONT)
			continue;
		parts++;
		text->n = 0;
		rep_text_of(n, text);
		around = language_around(n);
		lang = text->n >= LANGUAGE_BYTES ? language_detect(r->arena, buf_span(text), &conf, t->w->diag) : NULL;
		if (lang && conf >= SURE_LANGUAGE && around && strcmp(lang, around) != 0)
			rep_set(r, n, "lang", lang);
	}
}

/* Letters that are read from the right, all letters, and words of a text. */
struct letters {
	size_t leftward, all, words;
};

static struct letters
count_letters(struct span s)
{
	struct letters n = {0};
	bool inside = false;

	for (size_t i = 0; i < s.n;) {
		uint32_t c = utf8_next(s.s, s.n, &i);
		bool letter = char_letter(c);
		n.leftward += letter && cp_arabic(c);
		n.all += letter;
		n.words += letter && !inside;
		inside = letter || (inside && c != ' ' && c != '\n' && c != '\t');
	}
	return n;
}

/* Is anything in the script of Arabic, whose letters alone are read from the right? */
static bool
goes_leftward(struct span s)
{
	for (size_t i = 0; i < s.n;)
		if ((unsigned char)s.s[i] < 0x80)
			i++;
		else if (cp_arabic(utf8_next(s.s, s.n, &i)))
			return true;
	return false;
}

static bool
hangs_signs(const struct rep_node *list)
{
	const char *type = rep_get(list, "type");

	return type != NULL && (strcmp(type, "bullet") == 0 || strcmp(type, "dash") == 0);
}

/*
 * Blocks that say themselves which way their lines go; the number of a paragraph goes with it, and the
 * signs of a list stand below each other.  The label of an annex is often the report's, not the annex's.
 */
static bool
has_direction(const struct rep_node *n)
{
	enum rep_kind in = n->parent ? n->parent->kind : REP_REPORT;

	switch (n->kind) {
	case REP_PARA: case REP_LIST: case REP_CLAUSE: case REP_CAPTION:
		return true;
	case REP_LABEL:
		return in == REP_ANNEX;
	case REP_ITEM:
		return in == REP_LIST && !hangs_signs(n->parent);
	case REP_P:
		return in != REP_PARA && in != REP_ITEM && in != REP_CLAUSE;
	default:
		return false;
	}
}

static bool
is_from_right(const char *lang)
{
	return strncmp(lang, "ar", 2) == 0;
}

/* The nearest language around whose letters go that way, or just the script. */
static const char *
language_that_goes(const struct rep_node *n, bool from_right)
{
	for (n = n->parent; n; n = n->parent) {
		const char *lang = rep_get(n, "lang");
		if (lang && is_from_right(lang) == from_right)
			return lang;
	}
	return from_right ? "ar" : "und-Latn";
}

/* Blocks whose letters go the other way than those around. */
static void
block_languages(struct tree *t, struct buf *text)
{
	struct report *r = t->w->out->report;
	struct letters whole;
	size_t blocks = 0;

	if (!goes_leftward(t->w->draft->text))
		return;
	whole = count_letters(t->w->draft->text);
	if (whole.leftward == 0 || whole.leftward == whole.all)
		return;
	for (struct rep_node *n = rep_next(r->root, r->root); n; n = rep_next(r->root, n)) {
		const char *around, *lang;
		float conf = 0;
		if (!has_direction(n) || (around = language_around(n)) == NULL)
			continue;
		text->n = 0;
		rep_text_of(n, text);
		struct letters own = count_letters(buf_span(text));
		bool right = is_from_right(around);
		size_t other = right ? own.all - own.leftward : own.leftward;
		size_t least = n->kind == REP_LABEL ? 1 : WORDS_LEAST;
		if (own.words < least || other * LETTERS_OF < own.all * (LETTERS_OF - 1))
			continue;
		lang = blocks++ < BLOCKS_MOST ? language_detect(r->arena, buf_span(text), &conf, t->w->diag) : NULL;
		if (lang && is_from_right(lang) == right)
			lang = NULL;
		rep_set(r, n, "lang", lang ? lang : language_that_goes(n, !right));
	}
}

void
tree_languages(struct tree *t)
{
	struct buf text = {0};

	part_languages(t, &text);
	block_languages(t, &text);
	buf_free(&text);
}
