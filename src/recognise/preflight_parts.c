/* SPDX-License-Identifier: MIT */
/* preflight_parts.c - references to annexes, tables and sections that the paper does not have. */
#include <limits.h>
#include <string.h>

#include "recognise/chars.h"
#include "recognise/preflight_check.h"

#define ARTICLE_BYTES 5   /* "the", "el", "l’" between "see" and what is to be seen */
#define NUMBERS 8         /* in one list, which is long enough */

/* Parts that are numbered and referred to. */
enum part { ANNEX, TABLE, SECTION, PARTS };

static const struct {
	const char *key, *name; /* of the words for it; as messages call it */
} part_names[PARTS] = {{"cite.annex", "annex"}, {"cite.table", "table or figure"}, {"cite.section", "section"}};

/* A word for a part at byte `at`. */
struct hit {
	struct span word;
	enum part part;
	size_t at;
};

/* What the report has: by the form of the number, which LABEL_ARABIC is for figures, and its value. */
struct parts {
	bool has[PARTS][LABEL_STYLES][PREFLIGHT_NUMBERS];
	bool told[PARTS][LABEL_STYLES][PREFLIGHT_NUMBERS];
	bool annexed;           /* an annex stands behind it, */
	bool annex;             /* or is named: with a number, without, */
	bool elsewhere;         /* or with words that may say where it is: "Annexes (on the website)" */
	struct span small;      /* the text in small letters */
	struct word_list see;   /* in small letters */
	struct hit *hit;        /* where words for parts stand */
	size_t nhit, hit_cap;
	const struct rep_node *asked; /* the paragraph asked about last, and whether it may mean another paper's parts */
	bool other;
};

/* A number behind the word; value 0: there is none. */
struct part_number {
	enum label_style form;
	uint32_t value;
	size_t from, end;
};

/* Bytes of the word at i; Chinese figures are one among other ideographs. */
static size_t
word_bytes(struct span s, size_t i)
{
	size_t at = i;
	bool han = char_han(char_after(s, at));
	for (uint32_t u; char_letter(u = char_after(s, at)) && char_han(u) == han && (!han || char_han_figure(u));)
		utf8_next(s.s, s.n, &at);
	return at - i;
}

/* The longest number word at byte i, such as "first": its bytes, or 0. */
static size_t
number_word(const struct label_words *w, struct span s, size_t i, uint32_t *value)
{
	size_t best = 0;
	for (size_t k = 0; w != NULL && k < w->nnth; k++) {
		struct span nth = w->nth[k];
		if (nth.n > best && nth.n <= s.n - i && memcmp(s.s + i, nth.s, nth.n) == 0 &&
		    !char_letter(char_after(s, i + nth.n))) {
			best = nth.n;
			*value = w->nth_value[k];
		}
	}
	return best;
}

/* The number at byte i: figures, a Roman number, a capital letter, or a number word of the language. */
static struct part_number
number_behind(const struct check *c, struct span s, size_t i)
{
	struct part_number p = {LABEL_ARABIC, 0, i, i};
	while (char_blank(char_after(s, p.from)))
		utf8_next(s.s, s.n, &p.from);
	int d = char_decimal(char_after(s, p.from));
	for (p.end = p.from; d >= 0 && p.value < PREFLIGHT_NUMBERS; d = char_decimal(char_after(s, p.end))) {
		utf8_next(s.s, s.n, &p.end);
		p.value = p.value * 10 + (uint32_t)d;
	}
	if (p.end == p.from && (p.end += number_word(c->label, s, p.from, &p.value)) > p.from)
		p.form = LABEL_CHAPTER;
	struct label label[LABEL_MAX];
	size_t n = p.end == p.from ? word_bytes(s, p.from) : 0;
	if (n > 0 && label_read_alone(span_sub(s, p.from, p.from + n), c->label, label) > 0) {
		p.form = label[0].style;
		p.value = label[0].value;
		p.end = p.from + n;
	}
	uint32_t behind = char_after(s, p.end) == '.' ? char_after(s, p.end + 1) : 0;
	bool dotted = p.form == LABEL_ARABIC && (char_decimal(behind) >= 0 || char_letter(behind));
	if (dotted || p.value >= PREFLIGHT_NUMBERS)
		p.value = 0; /* "table 12.6" is of a fascicle or a volume */
	return p;
}

/* Behind "II.B", "2 (a)" and "7.1": the part of the part. */
static size_t
subpart_end(struct span s, size_t i)
{
	for (;;) {
		size_t at = i + (char_after(s, i) == '.');
		if (at == i && char_after(s, at) == ' ' && char_after(s, at + 1) == '(')
			at++;
		size_t n = char_after(s, at) == '(' ? span_find(span_sub(s, at, at + 8), SPAN_LIT(")")) : SIZE_MAX;
		uint32_t u = char_after(s, at);
		if (n != SIZE_MAX)
			i = at + n + 1;
		else if (char_decimal(u) >= 0 || (u < 0x250 && char_letter(u)))
			i = at + 1;
		else
			return i;
	}
}

/* Where the next number of a list may stand: behind a comma, a dash or "and"; SIZE_MAX at the end of the list. */
static size_t
list_goes_on(const struct check *c, struct span s, size_t i)
{
	uint32_t u;
	size_t from = i;
	while (char_blank(char_after(s, i)))
		utf8_next(s.s, s.n, &i);
	size_t word = preflight_begins(&c->and, span_sub(s, i, s.n));
	if (word == 0 && ((u = char_after(s, i)) == ',' || char_dash(u) || u == 0x60C || u == 0x3001))
		utf8_next(s.s, s.n, &i);
	return i + word > from && (word > 0 || !char_letter(char_after(s, i))) ? i + word : SIZE_MAX;
}

static bool
begins_block(struct span s, size_t from)
{
	return from == 0 || s.s[from - 1] == '\n';
}

/* Does the word of the part at from begin a label or a title, or a block that goes on as a caption does, large? */
static bool
names_part(const struct flat *f, size_t from, size_t end)
{
	struct span s = f->text;
	const struct flat_run *run = flat_at(f, from);
	if (run == NULL || !begins_block(s, from))
		return false;
	while (char_blank(char_after(s, end)))
		utf8_next(s.s, s.n, &end);
	return run->block->kind == REP_LABEL || run->block->kind == REP_HEADING || !char_small(char_after(s, end));
}

/* Is the word that begins at from what "see", perhaps with an article, sends the reader to? */
static bool
is_to_be_seen(const struct parts *p, size_t from)
{
	for (int article = 0; article < 2; article++) {
		while (char_blank(char_before(p->small, from)))
			utf8_prev(p->small.s, &from);
		for (size_t i = 0; i < p->see.n; i++)
			if (p->see.word[i].n <= from && memcmp(p->small.s + from - p->see.word[i].n, p->see.word[i].s,
			    p->see.word[i].n) == 0 && (!char_letter(char_before(p->small, from - p->see.word[i].n)) ||
			    char_han(char_before(p->small, from))))
				return true;
		size_t least = from > ARTICLE_BYTES ? from - ARTICLE_BYTES : 0;
		while (from > least && (char_letter(char_before(p->small, from)) || char_before(p->small, from) == 0x2019 ||
		    char_before(p->small, from) == '\''))
			utf8_prev(p->small.s, &from);
	}
	return false;
}

/* Is the reference at [from, end) to a part of this report, as far as can be told? */
static bool
means_own(const struct check *c, const struct flat *f, struct parts *p, size_t from, size_t end)
{
	struct span s = f->text;
	while (char_blank(char_after(s, end)))
		utf8_next(s.s, s.n, &end);
	const struct flat_run *run = flat_at(f, from);
	if (run == NULL)
		return false;
	if (preflight_begins(&c->own, span_sub(s, end, s.n)) > 0)
		return true;
	size_t blank = from;
	while (char_blank(char_before(s, blank)))
		utf8_prev(s.s, &blank);
	if (char_before(s, blank) == ',')
		return false; /* "the Convention, annex II" */
	bool seen = is_to_be_seen(p, from);
	if (char_letter(char_after(s, end)) && !(seen && char_han(char_after(s, end))))
		return false;
	const struct rep_node *para = preflight_numbered(run->block);
	if (para == NULL && seen)
		para = run->block;
	if (para == NULL || (!seen && char_han(char_before(s, from))))
		return false;
	if (para != p->asked) { /* once for all items of a long one */
		p->asked = para;
		p->other = preflight_means_other(c, para);
	}
	return !p->other;
}

/* Is a part of the number missing that nothing was said of? */
static bool
lacks(const struct parts *p, enum part part, const struct part_number *n)
{
	if ((part == SECTION && n->form == LABEL_ARABIC) || (part == ANNEX && p->elsewhere && !p->annexed))
		return false; /* sections with figures are of budgets and laws; ours have Roman numbers or words */
	return !p->has[part][n->form][n->value] && !p->told[part][n->form][n->value];
}

/* The reference at [from, end) is to be to parts that are there, or to those of another paper. */
static void
ask_for(struct check *c, const struct flat *f, struct parts *p, enum part part, size_t from, size_t end,
    const struct part_number *number, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (!lacks(p, part, &number[i]) || !means_own(c, f, p, from, end))
			continue;
		p->told[part][number[i].form][number[i].value] = true;
		diag(c->diag, DIAG_PRE_NO_PART, preflight_byte(c, f, from), "%s “%.*s”: correct it, add what is missing, or "
		    "name the paper it means", part_names[part].name, (int)(number[i].end - number[i].from),
		    f->text.s + number[i].from);
	}
	bool lost = n == 0 && part == ANNEX && !p->annexed && !p->annex;
	if (lost && is_to_be_seen(p, from) && means_own(c, f, p, from, end)) {
		p->annex = true; /* once is enough */
		diag(c->diag, DIAG_PRE_NO_PART, preflight_byte(c, f, from), "annex: add it, or name the paper it means");
	}
}

/* A word of the part that may name one: what it names is there. */
static void
take_name(const struct flat *f, struct parts *p, enum part part, size_t from, size_t end,
    const struct part_number *number, size_t n)
{
	bool names = names_part(f, from, end);
	for (size_t i = 0; i < n && names; i++)
		p->has[part][number[i].form][number[i].value] = true;
	if (part == ANNEX && begins_block(f->text, from)) {
		p->annex = p->annex || names;
		p->elsewhere = p->elsewhere || (n == 0 && char_after(f->text, end) != '\n');
	}
}

/* The words for parts that begin at the byte. */
static void
find_words_at(struct check *c, struct parts *p, const struct word_list *words, size_t at)
{
	const char *s = p->small.s + at;
	for (enum part part = 0; part < PARTS; part++)
		for (size_t k = 0; k < words[part].n; k++) {
			struct span word = words[part].word[k];
			if (*word.s == *s && word.n <= p->small.n - at && memcmp(word.s, s, word.n) == 0)
				*VEC_PUSH(c->acc->arena, p->hit, p->nhit, p->hit_cap) = (struct hit){word, part, at};
		}
}

/* Where words for parts stand, in the order of the text: one pass for all of them, as few bytes begin one. */
static void
find_words(struct check *c, struct parts *p, const struct word_list *words)
{
	bool first[UCHAR_MAX + 1] = {false};
	for (enum part part = 0; part < PARTS; part++)
		for (size_t k = 0; k < words[part].n; k++)
			first[(unsigned char)words[part].word[k].s[0]] = true;
	for (size_t at = 0; at < p->small.n; at++) {
		unsigned char byte = (unsigned char)p->small.s[at];
		unsigned char before = at > 0 ? (unsigned char)p->small.s[at - 1] : ' ';
		if (first[byte] && (byte >= 0x80 || before >= 0x80 || !char_letter(before)))
			find_words_at(c, p, words, at);
	}
}

/* A place of a word: what refers to a part when `ask`; else what names one. */
static void
take_hit(struct check *c, const struct flat *f, struct parts *p, const struct hit *hit, bool ask)
{
	struct span s = f->text;
	enum part part = hit->part;
	size_t from = hit->at, end = from + hit->word.n, n = 0;
	struct part_number number[NUMBERS];
	if (!char_han(char_after(hit->word, 0)) && (char_letter(char_before(s, from)) || char_letter(char_after(s, end))))
		return;
	for (size_t i = end; i != SIZE_MAX && n < NUMBERS; i = list_goes_on(c, s, end)) {
		number[n] = number_behind(c, s, i);
		if (number[n].value == 0)
			break;
		end = subpart_end(s, number[n++].end);
	}
	if (!ask)
		take_name(f, p, part, from, end, number, n);
	else if (!names_part(f, from, end))
		ask_for(c, f, p, part, from, end, number, n);
}

/* The numbers of sections, and whether there are annexes. */
static void
take_tree(const struct check *c, struct parts *p)
{
	const struct rep_node *root = c->acc->found->report->root;
	for (const struct rep_node *n = root; n != NULL; n = rep_next(root, n)) {
		const struct rep_node *num = n->kind == REP_SECTION ? preflight_child(n, REP_NUM) : NULL;
		struct label label[LABEL_MAX];
		struct buf text = {0};
		p->annexed = p->annexed || n->kind == REP_ANNEX;
		if (num != NULL)
			rep_text_of(num, &text);
		int k = text.n > 0 ? label_read(buf_span(&text), c->label, label) : 0;
		for (int i = 0; i < k; i++)
			if (label[i].value < PREFLIGHT_NUMBERS)
				p->has[SECTION][label[i].style][label[i].value] = true;
		buf_free(&text);
	}
}

void
preflight_parts(struct check *c, const struct flat *f)
{
	struct parts *p = ARENA_NEW(c->acc->arena, struct parts);
	p->small = flat_small(c->acc->arena, f->text);
	p->see = preflight_words(c, "cite.see");
	struct span *small = ARENA_ARRAY(c->acc->arena, struct span, p->see.n + 1);
	for (size_t i = 0; i < p->see.n; i++)
		small[i] = flat_small(c->acc->arena, p->see.word[i]);
	p->see.word = small;
	take_tree(c, p);
	struct word_list words[PARTS];
	for (enum part part = 0; part < PARTS; part++)
		words[part] = preflight_words(c, part_names[part].key);
	find_words(c, p, words);
	for (int ask = 0; ask < 2; ask++)
		for (size_t i = 0; i < p->nhit; i++)
			take_hit(c, f, p, &p->hit[i], ask);
}
