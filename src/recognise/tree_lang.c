/* SPDX-License-Identifier: MIT */
/*
 * tree_lang.c - parts and blocks in another language than what they stand in: an annex in Spanish, an
 * English paragraph of an Arabic report, which is set from the other side, a Russian one of a Chinese report.
 */
#include "recognise/chars.h"
#include "recognise/language.h"
#include "recognise/tree.h"
#include "report/terms.h"

#define PARTS_MOST 30      /* whose language is looked for */
#define BLOCKS_MOST 200    /* in another script; the language of more is not looked for */
#define SURE_LANGUAGE 0.4f
#define LANGUAGE_BYTES 200 /* less text says little of its language, */
#define WORDS_LEAST 4      /* less of its script: names and addresses stand in text of any */
#define HAN_WORD 2         /* ideographs */
#define SURE_SCRIPT 0.8f

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

/* Words of a text; so many ideographs make one. */
static size_t
count_words(struct span s)
{
	size_t words = 0, ideographs = 0;
	bool inside = false;

	for (size_t i = 0; i < s.n;) {
		uint32_t c = utf8_next(s.s, s.n, &i);
		bool letter = char_letter(c) && !char_han(c);
		ideographs += char_han(c);
		words += letter && !inside;
		inside = letter || (inside && c != ' ' && c != '\n' && c != '\t');
	}
	return words + ideographs / HAN_WORD;
}

/* May anything be in another script than that of Latin letters, or in that beside another? */
static bool
mixes_scripts(struct span s)
{
	float share = 1;
	size_t i = 0;

	while (i < s.n && ((unsigned char)s.s[i] < 0xD0 || (unsigned char)s.s[i] == 0xE2))
		i++;
	if (i < s.n)
		language_script(s, &share);
	return share < 1;
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

/* The nearest language around that is written so, or just the script. */
static const char *
language_written(struct tree *t, const struct terms *languages, const struct rep_node *n, const char *script)
{
	for (n = n->parent; n; n = n->parent) {
		const char *lang = rep_get(n, "lang"), *written = lang ? language_writing(languages, lang) : NULL;
		if (written && strcmp(written, script) == 0)
			return lang;
	}
	return arena_printf(t->w->out->report->arena, "und-%s", script);
}

/* Blocks in another script than what they stand in: they are set and read otherwise. */
static void
block_languages(struct tree *t, struct buf *text)
{
	struct report *r = t->w->out->report;
	const struct terms *languages;
	size_t blocks = 0;

	if (!mixes_scripts(t->w->draft->text) || (languages = terms_languages(r->arena, t->w->diag)) == NULL)
		return;
	for (struct rep_node *n = rep_next(r->root, r->root); n; n = rep_next(r->root, n)) {
		const char *around, *written, *script, *lang;
		float share = 0, conf = 0;
		if (!has_direction(n) || (around = language_around(n)) == NULL)
			continue;
		text->n = 0;
		rep_text_of(n, text);
		script = language_script(buf_span(text), &share);
		written = language_writing(languages, around);
		if (written == NULL || share < SURE_SCRIPT || strcmp(script, written) == 0 ||
		    count_words(buf_span(text)) < (n->kind == REP_LABEL ? 1 : WORDS_LEAST))
			continue;
		lang = blocks++ < BLOCKS_MOST ? language_detect(r->arena, buf_span(text), &conf, t->w->diag) : NULL;
		rep_set(r, n, "lang", lang ? lang : language_written(t, languages, n, script));
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
