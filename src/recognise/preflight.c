/* SPDX-License-Identifier: MIT */
#include "recognise/preflight.h"

#include <string.h>

#include "recognise/chars.h"
#include "recognise/flat.h"
#include "recognise/note_find.h"
#include "recognise/symbol.h"

#define SERIES_DEPTH 8 /* series of numbers that wait while another one runs */

struct check {
	const struct account *acc;
	const struct terms *terms;
	struct diag *diag;
	uint32_t highest; /* greatest paragraph number of the report */
};

/* Where the text of n begins in the draft; what has none of its own stands where its parent does. */
static struct pos
place(const struct check *c, const struct rep_node *n)
{
	for (const struct rep_node *t = n; t != NULL; t = rep_next(n, t))
		if (t->kind == REP_TEXT && t->off_n > 0)
			return source_pos(c->acc->found->draft, t->off);
	while (n != NULL && n->line_from == 0)
		n = n->parent;
	return (struct pos){c->acc->found->draft->name, n != NULL ? n->line_from : 0, 0};
}

/* The same for a byte of the words. */
static struct pos
place_of_byte(const struct check *c, const struct flat *f, size_t i)
{
	return source_pos(c->acc->found->draft, flat_off(f, i));
}

static const struct rep_node *
child(const struct rep_node *n, enum rep_kind kind)
{
	const struct rep_node *k = n->first;
	while (k != NULL && k->kind != kind)
		k = k->next;
	return k;
}

/* ---- paragraph numbers ---- */

struct series {
	uint32_t last[SERIES_DEPTH]; /* [n - 1] is the running one */
	size_t n;
};

static uint32_t
number_of(const struct rep_node *num)
{
	struct buf text = {0};
	rep_text_of(num, &text);
	struct note_mark m = note_mark_read(span_trim(buf_span(&text)));
	buf_free(&text);
	return m.series == SERIES_NUMBER ? m.value : 0;
}

/*
 * Numbers run on, start again at 1, or go on where a waiting series stopped; a recommendation
 * box with numbers of its own does not break the series of the report.
 */
static void
series_take(struct check *c, struct series *s, uint32_t v, const struct rep_node *n)
{
	for (size_t i = s->n; i-- > 0;)
		if (s->last[i] + 1 == v) {
			s->last[i] = v;
			s->n = i + 1;
			return;
		}
	if (v == 1) {
		if (s->n == SERIES_DEPTH)
			memmove(s->last, s->last + 1, --s->n * sizeof *s->last);
		s->last[s->n++] = 1;
		return;
	}
	uint32_t last = s->n > 0 ? s->last[s->n - 1] : 0;
	if (v > last)
		diag(c->diag, DIAG_PRE_GAP, place(c, n), "paragraph %u follows %u: number the paragraphs again, "
		    "or look for one that was not recognised", (unsigned)v, (unsigned)last);
	else
		diag(c->diag, DIAG_PRE_REPEAT, place(c, n), "paragraph %u follows %u: number it again",
		    (unsigned)v, (unsigned)last);
	if (s->n == 0)
		s->n = 1;
	s->last[s->n - 1] = v;
}

static void
check_paragraphs(struct check *c)
{
	const struct rep_node *root = c->acc->found->report->root;
	struct series s = {{0}, 0};
	for (const struct rep_node *n = root; n != NULL;) {
		if (n->kind == REP_ANNEX || n->kind == REP_BODY)
			s.n = 0;
		const struct rep_node *num = n->kind == REP_PARA ? child(n, REP_NUM) : NULL;
		uint32_t v = num != NULL ? number_of(num) : 0;
		if (v > 0) {
			series_take(c, &s, v, n);
			c->highest = v > c->highest ? v : c->highest;
		}
		/* What is quoted keeps the numbers of its own paper. */
		n = n->kind == REP_QUOTE ? rep_skip(root, n) : rep_next(root, n);
	}
}

/* ---- sections ---- */

static uint32_t
roman_value(struct span s)
{
	static const char digits[] = "IVXLCDM";
	static const uint32_t values[] = {1, 5, 10, 50, 100, 500, 1000};
	uint32_t sum = 0, before = 0;
	for (size_t i = s.n; i-- > 0;) {
		const char *at = s.s[i] != '\0' ? strchr(digits, s.s[i]) : NULL;
		if (at == NULL)
			return 0;
		uint32_t v = values[at - digits];
		sum = v < before ? sum - v : sum + v;
		before = v > before ? v : before;
	}
	return sum;
}

enum section_style { STYLE_ROMAN, STYLE_LETTER, STYLE_ARABIC, STYLES };

/* Value of a section's number in its style; 0 when it has none of the three. */
static uint32_t
section_value(const struct rep_node *section, enum section_style *style)
{
	const struct rep_node *num = child(section, REP_NUM);
	const char *name = rep_get(section, "style");
	if (num == NULL || name == NULL)
		return 0;
	struct buf text = {0};
	rep_text_of(num, &text);
	struct span s = span_trim(buf_span(&text));
	while (s.n > 0 && (s.s[s.n - 1] == '.' || s.s[s.n - 1] == ')'))
		s.n--;
	uint32_t v = 0;
	if (strcmp(name, "roman") == 0) {
		*style = STYLE_ROMAN;
		v = roman_value(s);
	} else if (strcmp(name, "letter") == 0 && s.n == 1 && s.s[0] >= 'A' && s.s[0] <= 'Z') {
		*style = STYLE_LETTER;
		v = (uint32_t)(s.s[0] - 'A') + 1;
	} else if (strcmp(name, "arabic") == 0) {
		*style = STYLE_ARABIC;
		struct note_mark m = note_mark_read(s);
		v = m.series == SERIES_NUMBER ? m.value : 0;
	}
	buf_free(&text);
	return v;
}

static void
check_siblings(struct check *c, const struct rep_node *parent)
{
	uint32_t last[STYLES] = {0}, count[STYLES] = {0};
	const struct rep_node *first[STYLES] = {NULL};
	for (const struct rep_node *n = parent->first; n != NULL; n = n->next) {
		enum section_style style = STYLE_ROMAN;
		uint32_t v = n->kind == REP_SECTION ? section_value(n, &style) : 0;
		if (v == 0)
			continue;
		if (count[style]++ == 0)
			first[style] = n;
		else if (v > last[style] + 1)
			diag(c->diag, DIAG_PRE_GAP, place(c, n), "section %u of its level follows section %u: look "
			    "for a heading that was not recognised", (unsigned)v, (unsigned)last[style]);
		else if (v <= last[style] && v != 1)
			diag(c->diag, DIAG_PRE_REPEAT, place(c, n), "section %u of its level follows section %u: "
			    "number it again",
			    (unsigned)v, (unsigned)last[style]);
		last[style] = v;
	}
	for (int s = 0; s < STYLES; s++)
		if (count[s] == 1 && last[s] == 1 && parent->kind == REP_SECTION)
			diag(c->diag, DIAG_PRE_LONE, place(c, first[s]), "a section is divided into two parts or not at all");
}

static void
check_sections(struct check *c)
{
	const struct rep_node *root = c->acc->found->report->root;
	for (const struct rep_node *n = root; n != NULL; n = rep_next(root, n))
		if (n->kind == REP_SECTION || n->kind == REP_BODY || n->kind == REP_ANNEX)
			check_siblings(c, n);
}

/* ---- notes ---- */

static void
check_notes(struct check *c)
{
	const struct rep_node *root = c->acc->found->report->root;
	uint32_t last = 0;
	for (const struct rep_node *n = root; n != NULL; n = rep_next(root, n)) {
		if (n->kind != REP_NOTE || rep_get(n, "mark") == NULL || rep_get(n, "uncalled") != NULL)
			continue;
		struct note_mark m = note_mark_read(span_of(rep_get(n, "mark")));
		if (m.series != SERIES_NUMBER)
			continue;
		if (m.value == last)
			diag(c->diag, DIAG_NOTE_TWICE, place(c, n), "note %u stands twice: number it again", (unsigned)m.value);
		else if (m.value != 1 && m.value != last + 1)
			diag(c->diag, DIAG_PRE_GAP, place(c, n), "note %u follows note %u: number the notes again, "
			    "or look for one that was not recognised", (unsigned)m.value, (unsigned)last);
		last = m.value;
	}
}

/* ---- words: references, symbols, length ---- */

/* "paragraph 45" where the report ends at 30 and its block names no other paper. */
static void
check_references(struct check *c, const struct flat *f)
{
	struct span word = c->terms != NULL ? terms_get(c->terms, "part.paragraph") : (struct span){"", 0};
	size_t at = 0;
	if (word.n == 0 || c->highest == 0)
		return;
	for (size_t hit; (hit = span_find(span_sub(f->text, at, f->text.n), word)) != SIZE_MAX;) {
		at += hit + word.n;
		size_t i = at;
		while (i < f->text.n && char_blank(char_after(f->text, i)))
			utf8_next(f->text.s, f->text.n, &i);
		uint32_t v = 0;
		while (i < f->text.n && char_digit((unsigned char)f->text.s[i]) && v < 100000)
			v = v * 10 + (uint32_t)(f->text.s[i++] - '0');
		const struct flat_run *run = flat_at(f, at > 0 ? at - 1 : 0);
		if (v <= c->highest || run == NULL)
			continue;
		bool other = false;
		for (const struct rep_node *n = run->block; n != NULL && !other; n = rep_next(run->block, n))
			other = n->kind == REP_REF;
		if (!other)
			diag(c->diag, DIAG_PRE_NO_PARA, place_of_byte(c, f, at - word.n), "paragraph %u, but the last one is %u: "
			    "correct it, or name the paper it means",
			    (unsigned)v, (unsigned)c->highest);
	}
}

/* The code of an organ, then "//" or "/ 7": what a symbol never has. */
static void
check_symbols(struct check *c, const struct flat *f)
{
	struct span s = f->text;
	for (size_t i = 0; i + 3 < s.n; i++) {
		if (s.s[i] != '/' || i == 0 || s.s[i - 1] < 'A' || s.s[i - 1] > 'Z')
			continue;
		bool twice = s.s[i + 1] == '/';
		bool apart = s.s[i + 1] == ' ' && char_digit((unsigned char)s.s[i + 2]);
		size_t from = i;
		while (from > 0 && s.s[from - 1] >= 'A' && s.s[from - 1] <= 'Z')
			from--;
		const struct flat_run *run = flat_at(f, i);
		uint32_t before = char_before(s, from);
		if ((!twice && !apart) || run == NULL || char_letter(before) || before == '/' || before == '.' ||
		    !symbol_organ_known(span_sub(s, from, i)))
			continue;
		diag(c->diag, DIAG_PRE_SYMBOL, place_of_byte(c, f, from), "“%.*s”: write it without a %s",
		    (int)(i + 3 - from), s.s + from, twice ? "second stroke" : "blank");
	}
}

static size_t
count_words(struct span s, bool *han)
{
	size_t words = 0, ideographs = 0;
	bool in = false;
	for (size_t i = 0; i < s.n;) {
		uint32_t u = utf8_next(s.s, s.n, &i);
		bool part = u > ' ' && !char_blank(u);
		words += part && !in;
		in = part;
		ideographs += char_han(u);
	}
	*han = ideographs > words;
	return words;
}

/* Which limit holds: papers tabled in session by their symbol, those of the Secretariat by author. */
static void
check_length(struct check *c, const struct flat *f)
{
	const struct rep_node *root = c->acc->found->report->root, *head = child(root, REP_HEAD);
	const char *symbol = head != NULL ? rep_get(head, "symbol") : NULL, *kind = rep_get(root, "kind");
	bool han, secretariat = kind != NULL && strcmp(kind, "note") == 0;
	size_t limit = PREFLIGHT_WORDS_BODY, n = count_words(f->text, &han);
	struct span sg = c->terms != NULL ? terms_get(c->terms, "doc.report_sg") : (struct span){"", 0};
	for (const struct rep_node *k = head != NULL ? head->first : NULL; k != NULL && sg.n > 0; k = k->next) {
		struct buf b = {0};
		rep_text_of(k, &b);
		secretariat = secretariat || (b.n > 0 && span_find(buf_span(&b), sg) != SIZE_MAX);
		buf_free(&b);
	}
	if (secretariat)
		limit = PREFLIGHT_WORDS_SECRETARIAT;
	if (symbol != NULL && (strstr(symbol, "/L.") != NULL || strstr(symbol, "/CRP.") != NULL))
		limit = PREFLIGHT_WORDS_SESSION;
	if (!han && n > limit)
		diag(c->diag, DIAG_PRE_LENGTH, (struct pos){c->acc->found->draft->name, 0, 0},
		    "%zu words, %zu allowed: shorten it or ask for a waiver", n, limit);
}

/* ---- masthead ---- */

static void
check_masthead(struct check *c)
{
	static const struct {
		const char *attr;
		enum rep_kind kind;
		const char *name, *option;
	} fields[] = {{"symbol", REP_SYMBOL, "symbol", "--symbol"}, {"date", REP_DATE, "date", "--date"},
		{NULL, REP_DISTRIBUTION, "distribution", NULL}};
	const struct rep_node *root = c->acc->found->report->root, *head = child(root, REP_HEAD);
	struct buf missing = {0}, options = {0};
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
		if (head != NULL && (child(head, fields[i].kind) != NULL ||
		    (fields[i].attr != NULL && rep_get(head, fields[i].attr) != NULL)))
			continue;
		buf_printf(&missing, "%s%s", missing.n > 0 ? ", " : "", fields[i].name);
		if (fields[i].option != NULL)
			buf_printf(&options, "%s%s", options.n > 0 ? ", " : "; or give ", fields[i].option);
	}
	if (missing.n > 0)
		diag(c->diag, DIAG_PRE_MASTHEAD, place(c, head), "%s: print it in the draft%s", missing.data,
		    options.n > 0 ? options.data : "");
	buf_free(&missing);
	buf_free(&options);
}

void
preflight(const struct account *acc, const struct terms *terms, struct diag *d)
{
	struct check c = {.acc = acc, .terms = terms, .diag = d};
	struct report *report = acc->found->report;
	check_masthead(&c);
	check_paragraphs(&c);
	check_sections(&c);
	check_notes(&c);
	struct flat *f = flat_build(acc->arena, report, report->root, true);
	check_references(&c, f);
	check_symbols(&c, f);
	check_length(&c, f);
}
