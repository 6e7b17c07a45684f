/* SPDX-License-Identifier: MIT */
#include "recognise/preflight.h"

#include <string.h>

#include "recognise/chars.h"
#include "recognise/flat.h"
#include "recognise/note_find.h"
#include "recognise/symbol.h"
#include "recognise/work.h"

#define NUMBERS 1000         /* paragraphs have lesser numbers; years do not */
#define SERIES_DEPTH 8 /* series of numbers that wait while another one runs */

struct check {
	const struct account *acc;
	const struct terms *terms;
	struct diag *diag;
	uint32_t highest; /* greatest paragraph number of the report */
	const struct label_words *label; /* or NULL */
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

/* The readings of the number an element begins with; how many. */
static int
labels_of(const struct check *c, const struct rep_node *n, struct label out[LABEL_MAX])
{
	const struct rep_node *num = child(n, REP_NUM);
	struct buf text = {0};
	if (num == NULL)
		return 0;
	rep_text_of(num, &text);
	int found = label_read(span_trim(buf_span(&text)), c->label, out);
	buf_free(&text);
	return found;
}

/* Value of a section's number in its style; 0 when it has none. */
static uint32_t
section_value(const struct check *c, const struct rep_node *section, enum label_style *style)
{
	struct label all[LABEL_MAX];
	const char *name = rep_get(section, "style");
	int n = name != NULL ? labels_of(c, section, all) : 0;
	for (int k = 0; k < n; k++) {
		*style = all[k].style;
		if (*style != LABEL_DOTTED && *style != LABEL_CHAPTER && strcmp(label_style_name(*style), name) == 0)
			return all[k].value;
	}
	return 0;
}

static void
check_siblings(struct check *c, const struct rep_node *parent)
{
	uint32_t last[LABEL_STYLES] = {0}, count[LABEL_STYLES] = {0};
	const struct rep_node *first[LABEL_STYLES] = {NULL};
	for (const struct rep_node *n = parent->first; n != NULL; n = n->next) {
		enum label_style style = LABEL_ROMAN;
		uint32_t v = n->kind == REP_SECTION ? section_value(c, n, &style) : 0;
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
	for (int s = 0; s < LABEL_STYLES; s++)
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

/* ---- items ---- */

/* Value of the item's label in the style, or 0. */
static uint32_t
item_value(const struct check *c, const struct rep_node *item, enum label_style style)
{
	struct label all[LABEL_MAX];
	int n = item->kind == REP_ITEM ? labels_of(c, item, all) : 0;
	for (int k = 0; k < n; k++)
		if (all[k].style == style)
			return all[k].value;
	return 0;
}

/* How many items break the count in the style; they are reported when told to. */
static size_t
items_out_of_order(struct check *c, const struct rep_node *list, enum label_style style, bool tell)
{
	uint32_t last = 0;
	size_t broken = 0;
	for (const struct rep_node *n = list->first; n != NULL; n = n->next) {
		uint32_t v = item_value(c, n, style);
		bool fits = last == 0 || v <= 1 || v == last + 1;
		broken += !fits;
		if (!fits && tell)
			diag(c->diag, v > last ? DIAG_PRE_GAP : DIAG_PRE_REPEAT, place(c, n), "item %u of its list follows item "
			    "%u: label the items again, or look for one that was not recognised", (unsigned)v, (unsigned)last);
		last = v;
	}
	return broken;
}

/* Items of one list follow each other, in the style that fits them best; a count may begin again. */
static void
check_items(struct check *c, const struct rep_node *list)
{
	struct label all[LABEL_MAX];
	size_t least = SIZE_MAX;
	enum label_style style = LABEL_ALPHA;
	const struct rep_node *first = list->first;
	while (first != NULL && first->kind != REP_ITEM)
		first = first->next;
	int n = first != NULL ? labels_of(c, first, all) : 0;
	for (int k = 0; k < n; k++) {
		size_t broken = items_out_of_order(c, list, all[k].style, false);
		if (broken < least) {
			least = broken;
			style = all[k].style;
		}
	}
	if (n > 0 && least > 0)
		items_out_of_order(c, list, style, true);
}

static void
check_lists(struct check *c)
{
	const struct rep_node *root = c->acc->found->report->root;
	for (const struct rep_node *n = root; n != NULL;) {
		if (n->kind == REP_LIST)
			check_items(c, n);
		n = n->kind == REP_QUOTE ? rep_skip(root, n) : rep_next(root, n);
	}
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

/* The number at byte *i, behind blanks, which moves behind it; 0 when there is none. */
static uint32_t
number_at(struct span s, size_t *i)
{
	uint32_t v = 0;
	size_t at = *i;
	int d;
	while (at < s.n && char_blank(char_after(s, at)))
		utf8_next(s.s, s.n, &at);
	for (; at < s.n && (d = char_decimal(char_after(s, at))) >= 0 && v < 100000; *i = at) {
		utf8_next(s.s, s.n, &at);
		v = v * 10 + (uint32_t)d;
	}
	return v;
}

/* Does the block name another paper, whose paragraph it may mean?  Mastheads and notes speak of others. */
static bool
names_paper(const struct rep_node *block)
{
	for (const struct rep_node *up = block; up != NULL; up = up->parent)
		if (up->kind == REP_HEAD || up->kind == REP_NOTE)
			return true;
	for (const struct rep_node *n = block; n != NULL; n = rep_next(block, n))
		if (n->kind == REP_REF)
			return true;
	return false;
}

/* "paragraph 45" where the report ends at 30 and its block names no other paper. */
static void
check_word(struct check *c, const struct flat *f, struct span word)
{
	size_t at = 0, last = word.n;
	const struct rep_node *block = NULL; /* of the hit before, */
	bool other = false;                  /* and whether it names another paper */
	bool joined = last > 0 && char_han(utf8_prev(word.s, &last)); /* written without blanks */
	for (size_t hit; (hit = span_find(span_sub(f->text, at, f->text.n), word)) != SIZE_MAX;) {
		size_t from = at + hit, i = at = from + word.n;
		if (!joined && (char_letter(char_before(f->text, from)) || char_letter(char_after(f->text, at)) ||
		                char_before(f->text, from) == '-'))
			continue;
		if (joined) {
			/* the number stands before the word */
			for (i = from; i > 0 && char_decimal(char_before(f->text, i)) >= 0;)
				utf8_prev(f->text.s, &i);
		}
		uint32_t v = number_at(f->text, &i);
		const struct flat_run *run = flat_at(f, from);
		bool dotted = char_after(f->text, i) == '.' && char_decimal(char_after(f->text, i + 1)) >= 0; /* "36.1" */
		if (v <= c->highest || v >= NUMBERS || dotted || run == NULL)
			continue;
		if (run->block != block) {
			block = run->block;
			other = names_paper(block);
		}
		if (other)
			continue;
		diag(c->diag, DIAG_PRE_NO_PARA, place_of_byte(c, f, from), "paragraph %u, but the last one is %u: "
		    "correct it, or name the paper it means",
		    (unsigned)v, (unsigned)c->highest);
	}
}

static void
check_references(struct check *c, const struct flat *f)
{
	size_t n = 0;
	const struct span *words = c->terms != NULL ? terms_list(c->terms, "cite.paragraph", &n) : NULL;
	for (size_t i = 0; c->highest > 0 && i < n; i++)
		check_word(c, f, words[i]);
}

/* Where the symbol that holds the stroke at i begins, if an organ's code and a stroke do; else SIZE_MAX. */
static size_t
symbol_start(const struct flat *f, size_t i)
{
	struct span s = f->text;
	size_t from = i, code, least = i > SYMBOL_MAX_BYTES ? i - SYMBOL_MAX_BYTES : 0;
	while (from > least && (s.s[from - 1] == '/' || s.s[from - 1] == '.' || s.s[from - 1] == '-' ||
	                    (s.s[from - 1] >= 'A' && s.s[from - 1] <= 'Z') || char_digit((unsigned char)s.s[from - 1])))
		from--;
	if (from == least && least > 0)
		return SIZE_MAX; /* no symbol is that long */
	for (code = from; s.s[code] >= 'A' && s.s[code] <= 'Z'; code++)
		;
	return s.s[code] == '/' && symbol_organ_known(span_sub(s, from, code)) && !char_letter(char_before(s, from)) &&
	       flat_at(f, i) != NULL ? from : SIZE_MAX;
}

/* Bytes of "/Add", "/Corr", "/Rev" or "/L" at i that a figure follows without the stop between them, or 0. */
static size_t
lacks_stop(struct span s)
{
	static const char *const parts[] = {"/Add", "/Corr", "/Rev", "/L"};
	for (size_t k = 0; k < sizeof parts / sizeof *parts; k++) {
		size_t n = strlen(parts[k]), i = n;
		if (!span_starts(s, parts[k]))
			continue;
		while (i < s.n && s.s[i] == ' ')
			i++;
		if (i < s.n && char_digit((unsigned char)s.s[i]) && (i == n || k < 3))
			return i + 1;
	}
	return 0;
}

/* What a symbol never has: "//", "/ 7", "/Add1". */
static void
check_symbols(struct check *c, const struct flat *f)
{
	struct span s = f->text;
	const char *stroke;
	for (size_t i = 1; i + 2 < s.n && (stroke = memchr(s.s + i, '/', s.n - 2 - i)) != NULL; i++) {
		i = (size_t)(stroke - s.s);
		bool twice = s.s[i + 1] == '/', apart = s.s[i + 1] == ' ' && char_digit((unsigned char)s.s[i + 2]);
		size_t stop = lacks_stop(span_sub(s, i, s.n)), from, end = i + (stop > 0 ? stop : 3);
		if ((!twice && !apart && stop == 0) || (from = symbol_start(f, i)) == SIZE_MAX)
			continue;
		diag(c->diag, DIAG_PRE_SYMBOL, place_of_byte(c, f, from), "“%.*s”: write it %s", (int)(end - from), s.s + from,
		    twice ? "without a second stroke" : apart ? "without a blank" : "with a stop before the number");
	}
}

/* Words of s, and where the one behind the limit begins. */
static size_t
count_words(struct span s, size_t limit, size_t *behind, bool *han)
{
	size_t words = 0, ideographs = 0;
	bool in = false;
	for (size_t i = 0; i < s.n;) {
		size_t at = i;
		uint32_t u = utf8_next(s.s, s.n, &i);
		bool part = u > ' ' && !char_blank(u);
		words += part && !in;
		if (part && !in && words == limit + 1)
			*behind = at;
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
	bool han = false, secretariat = kind != NULL && strcmp(kind, "note") == 0;
	size_t limit = PREFLIGHT_WORDS_BODY, behind = 0;
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
	size_t n = count_words(f->text, limit, &behind, &han);
	if (!han && n > limit)
		diag(c->diag, DIAG_PRE_LENGTH, place_of_byte(c, f, behind),
		    "%zu words, %zu allowed, which end here: shorten the report or ask for a waiver", n, limit);
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
	/* records of meetings print no distribution */
	const char *kind = rep_get(root, "kind");
	size_t n = sizeof fields / sizeof *fields - (kind != NULL && strcmp(kind, "record") == 0);
	struct buf missing = {0}, options = {0};
	for (size_t i = 0; i < n; i++) {
		if (head != NULL && (child(head, fields[i].kind) != NULL ||
		    (fields[i].attr != NULL && rep_get(head, fields[i].attr) != NULL)))
			continue;
		buf_printf(&missing, "%s%s", missing.n > 0 ? ", " : "", fields[i].name);
		if (fields[i].option != NULL)
			buf_printf(&options, "%s%s", options.n > 0 ? ", " : "; or give ", fields[i].option);
	}
	if (missing.n > 0)
		diag(c->diag, DIAG_PRE_MASTHEAD, place(c, head != NULL ? head : root), "%s: print it in the draft%s",
		    missing.data, options.n > 0 ? options.data : "");
	buf_free(&missing);
	buf_free(&options);
}

void
preflight(const struct account *acc, const struct terms *terms, struct diag *d)
{
	struct check c = {.acc = acc, .terms = terms, .diag = d};
	struct report *report = acc->found->report;
	if (acc->found->work != NULL)
		c.label = &acc->found->work->words->label;
	check_masthead(&c);
	check_paragraphs(&c);
	check_sections(&c);
	check_lists(&c);
	check_notes(&c);
	struct flat *f = flat_build(acc->arena, report, report->root, true);
	check_references(&c, f);
	check_symbols(&c, f);
	check_length(&c, f);
}
