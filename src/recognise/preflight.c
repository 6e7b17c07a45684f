/* SPDX-License-Identifier: MIT */
#include "recognise/preflight.h"

#include <string.h>

#include "recognise/chars.h"
#include "recognise/flat.h"
#include "recognise/preflight_check.h"
#include "recognise/symbol.h"
#include "recognise/work.h"

#define REFERENCE_BYTES 32   /* beside a number that say what it belongs to */
#define PARAS_BEFORE 1       /* a reference, which may name the paper that it means */

struct pos
preflight_place(const struct check *c, const struct rep_node *n)
{
	for (const struct rep_node *t = n; t != NULL; t = rep_next(n, t))
		if (t->kind == REP_TEXT && t->off_n > 0)
			return source_pos(c->acc->found->draft, t->off);
	while (n != NULL && n->line_from == 0)
		n = n->parent;
	return (struct pos){c->acc->found->draft->name, n != NULL ? n->line_from : 0, 0};
}

const struct rep_node *
preflight_child(const struct rep_node *n, enum rep_kind kind)
{
	const struct rep_node *k = n->first;
	while (k != NULL && k->kind != kind)
		k = k->next;
	return k;
}

struct word_list
preflight_words(const struct check *c, const char *key)
{
	struct word_list w = {NULL, 0};
	if (c->terms != NULL)
		w.word = terms_list(c->terms, key, &w.n);
	return w;
}

size_t
preflight_begins(const struct word_list *w, struct span s)
{
	for (size_t i = 0; i < w->n; i++)
		if (w->word[i].n <= s.n && memcmp(s.s, w->word[i].s, w->word[i].n) == 0)
			return w->word[i].n;
	return 0;
}

struct pos
preflight_byte(const struct check *c, const struct flat *f, size_t i)
{
	return source_pos(c->acc->found->draft, flat_off(f, i));
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

/* Does s end with one of the words? */
static bool
ends_with(const struct word_list *w, struct span s)
{
	for (size_t i = 0; i < w->n; i++)
		if (w->word[i].n <= s.n && memcmp(s.s + s.n - w->word[i].n, w->word[i].s, w->word[i].n) == 0)
			return true;
	return false;
}

static void
skip_spaces(struct span s, size_t *i)
{
	while (char_blank(char_after(s, *i)))
		utf8_next(s.s, s.n, i);
}

/* Behind "(b)" and the like that follow a number at *i. */
static void
skip_brackets(struct span s, size_t *i)
{
	for (size_t at = *i, n;; *i = at += n + 1) {
		skip_spaces(s, &at);
		n = char_after(s, at) == '(' ? span_find(span_sub(s, at, at + REFERENCE_BYTES), SPAN_LIT(")")) : SIZE_MAX;
		if (n == SIZE_MAX)
			return;
	}
}

/*
 * The highest number of "paragraphs 12 (a), 15 and 40" from byte *i on, which moves behind them; 0 when there
 * is none, or one counts in two parts.
 */
static uint32_t
highest_number(const struct check *c, struct span s, size_t *i)
{
	uint32_t highest = 0, v;
	for (size_t at = *i; (v = number_at(s, &at)) > 0;) {
		if (char_after(s, at) == '.' && char_decimal(char_after(s, at + 1)) >= 0)
			return 0;
		highest = v > highest ? v : highest;
		skip_brackets(s, &at);
		*i = at;
		skip_spaces(s, &at);
		struct span rest = span_sub(s, at, s.n);
		size_t word = preflight_begins(&c->and, rest);
		uint32_t u = char_after(s, at);
		if (word == 0 && (u == ',' || u == '-' || u == 0x2013 || u == 0x60C))
			utf8_next(s.s, s.n, &at);
		at += word;
	}
	return highest;
}

/* A reference to a paragraph: the highest number in it, and whose paragraph that is. */
struct reference {
	uint32_t number; /* 0: it is no reference */
	enum { OWN_PERHAPS, OWN_SAID, OWN_NOT } own;
};

/*
 * The reference whose word stands at [from, to).  Behind a number of the report's own the phrase ends, or a word says
 * so: "paragraph 12 of the plan" is another's.
 */
static struct reference
reference_at(const struct check *c, struct span s, size_t from, size_t to)
{
	struct reference r = {0, OWN_PERHAPS};
	size_t i = from;
	if (char_han(char_before(s, to))) { /* without blanks, and the number stands before the word */
		while (i > 0 && char_decimal(char_before(s, i)) >= 0)
			utf8_prev(s.s, &i);
		bool own = ends_with(&c->own, span_sub(s, i > REFERENCE_BYTES ? i - REFERENCE_BYTES : 0, i));
		r.number = number_at(s, &i);
		r.own = own ? OWN_PERHAPS : OWN_NOT;
		return r;
	}
	if (char_letter(char_before(s, from)) || char_letter(char_after(s, to)) || char_before(s, from) == '-')
		return r;
	i = to;
	r.number = highest_number(c, s, &i);
	skip_spaces(s, &i);
	if (preflight_begins(&c->own, span_sub(s, i, s.n)) > 0)
		r.own = OWN_SAID;
	else if (char_letter(char_after(s, i)))
		r.own = OWN_NOT;
	return r;
}

/* Does the element name another paper, or a paragraph of one? */
static bool
names_other(const struct check *c, const struct rep_node *of)
{
	for (const struct rep_node *n = of; n != NULL; n = rep_next(of, n))
		if (n->kind == REP_REF)
			return true;
	struct buf text = {0};
	rep_text_of(of, &text);
	struct span s = buf_span(&text), folded = terms_fold(c->acc->arena, s);
	bool other = false;
	for (size_t i = 0; i < c->ibid.n && !other; i++)
		other = span_find(folded, c->ibid.word[i]) != SIZE_MAX;
	for (size_t i = 0; i < c->paragraph.n && !other; i++)
		for (size_t at = 0, hit; !other && (hit = span_find(span_sub(s, at, s.n), c->paragraph.word[i])) != SIZE_MAX;) {
			at += hit + c->paragraph.word[i].n;
			struct reference r = reference_at(c, s, at - c->paragraph.word[i].n, at);
			other = r.number > 0 && r.own == OWN_NOT;
		}
	buf_free(&text);
	return other;
}

const struct rep_node *
preflight_numbered(const struct rep_node *block)
{
	const struct rep_node *para = NULL;
	for (const struct rep_node *up = block; up != NULL; up = up->parent) {
		if (up->kind == REP_HEAD || up->kind == REP_NOTE)
			return NULL;
		para = up->kind == REP_PARA ? up : para;
	}
	return para;
}

bool
preflight_means_other(const struct check *c, const struct rep_node *para)
{
	for (unsigned k = 0; para != NULL && k <= PARAS_BEFORE; para = para->prev, k++)
		if (names_other(c, para))
			return true;
	return false;
}

/* "paragraph 45" where the report ends at 30; each number once. */
static void
check_word(struct check *c, const struct flat *f, struct span word, bool told[PREFLIGHT_NUMBERS])
{
	size_t at = 0;
	const struct rep_node *seen = NULL; /* the paragraph of the hit before that does not say whose it means, */
	bool own = false;                   /* and whether it speaks of this report */
	for (size_t hit; (hit = span_find(span_sub(f->text, at, f->text.n), word)) != SIZE_MAX;) {
		size_t from = at + hit;
		at = from + word.n;
		struct reference r = reference_at(c, f->text, from, at);
		const struct flat_run *run = flat_at(f, from);
		if (r.own == OWN_NOT || r.number <= c->highest || r.number >= PREFLIGHT_NUMBERS || told[r.number] || run == NULL)
			continue;
		const struct rep_node *para = preflight_numbered(run->block);
		if (r.own == OWN_PERHAPS && para != NULL && para != seen) { /* once for all items of a long one */
			seen = para;
			own = !preflight_means_other(c, para);
		}
		if (para == NULL || (r.own == OWN_PERHAPS && !own))
			continue;
		told[r.number] = true;
		diag(c->diag, DIAG_PRE_NO_PARA, preflight_byte(c, f, from), "paragraph %u, but the last one is %u: "
		    "correct it, or name the paper it means",
		    (unsigned)r.number, (unsigned)c->highest);
	}
}

/* The words of the language under the key, folded. */
static struct word_list
folded_words(const struct check *c, const char *key)
{
	struct word_list w = preflight_words(c, key);
	struct span *folded = ARENA_ARRAY(c->acc->arena, struct span, w.n + 1);
	for (size_t i = 0; i < w.n; i++)
		folded[i] = terms_fold(c->acc->arena, w.word[i]);
	return (struct word_list){folded, w.n};
}

static void
check_references(struct check *c, const struct flat *f)
{
	bool told[PREFLIGHT_NUMBERS] = {false};
	c->own = preflight_words(c, "cite.own");
	c->ibid = folded_words(c, "cite.ibid");
	c->and = preflight_words(c, "cite.and");
	c->paragraph = preflight_words(c, "cite.paragraph");
	for (size_t i = 0; c->highest > 0 && i < c->paragraph.n; i++)
		check_word(c, f, c->paragraph.word[i], told);
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
	uint32_t before = char_before(s, from); /* ideographs stand close to what they are not of */
	return s.s[code] == '/' && symbol_organ_known(span_sub(s, from, code)) &&
	       (!char_letter(before) || char_han(before)) && flat_at(f, i) != NULL ? from : SIZE_MAX;
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
		diag(c->diag, DIAG_PRE_SYMBOL, preflight_byte(c, f, from), "“%.*s”: write it %s", (int)(end - from),
		    s.s + from,
		    twice ? "without a second stroke" : apart ? "without a blank" : "with a stop before the number");
	}
}

/*
 * The symbol in Latin letters whose first stroke is at i, when some are Cyrillic ones that look like them, and where
 * it begins and ends; NULL when it is none.  It has a second stroke: "A/H1" may be a name.
 */
static const char *
in_latin(const struct check *c, struct span s, size_t i, size_t *from, size_t *end)
{
	char latin[SYMBOL_MAX_BYTES];
	size_t n = 0, strokes = 0;
	bool mixed = false;
	for (*from = i; *from > 0 && i - *from < SYMBOL_MAX_BYTES && char_letter(char_before(s, *from));)
		utf8_prev(s.s, from);
	for (*end = *from; *end < s.n && n < sizeof latin;) {
		size_t at = *end;
		uint32_t u = utf8_next(s.s, s.n, &at), l = label_latin(u);
		if (l >= 0x80 || (!char_letter(l) && !char_digit(l) && strchr("/.-", (int)l) == NULL))
			break;
		latin[n++] = (char)l;
		strokes += l == '/';
		mixed = mixed || l != u;
		*end = at;
	}
	while (n > 0 && latin[n - 1] == '.') {
		n--;
		*end -= 1;
	}
	struct span whole = {latin, n};
	return mixed && strokes > 1 && symbol_organ_known(whole) && symbol_scan(whole, 0) == n
	    ? arena_strndup(c->acc->arena, latin, n) : NULL;
}

/* Symbols with letters of another script, which look right and are found nowhere. */
static void
check_scripts(struct check *c, const struct flat *f)
{
	struct span s = f->text;
	const char *stroke;
	for (size_t i = 1, from, end; i < s.n && (stroke = memchr(s.s + i, '/', s.n - i)) != NULL; i++) {
		i = (size_t)(stroke - s.s);
		const char *latin = char_letter(char_before(s, i)) ? in_latin(c, s, i, &from, &end) : NULL;
		if (latin == NULL)
			continue;
		diag(c->diag, DIAG_PRE_SYMBOL, preflight_byte(c, f, from), "“%.*s”: write it in Latin letters, as “%s”",
		    (int)(end - from), s.s + from, latin);
		i = end;
	}
}

/* Words of s, where the one behind the limit begins, and the ideographs among them. */
static size_t
count_words(struct span s, size_t limit, size_t *behind, size_t *han)
{
	size_t words = 0;
	bool in = false;
	for (size_t i = 0; i < s.n;) {
		size_t at = i;
		uint32_t u = utf8_next(s.s, s.n, &i);
		bool part = u > ' ' && !char_blank(u);
		words += part && !in;
		if (part && !in && words == limit + 1)
			*behind = at;
		in = part;
		*han += char_han(u);
		if (in)
			i = char_plain_end(s, i);
	}
	return words;
}

/* What has been adopted or said already is as long as it is. */
static bool
has_no_limit(const char *symbol, const char *kind)
{
	return (symbol != NULL && strstr(symbol, "/RES/") != NULL) || (kind != NULL && strcmp(kind, "record") == 0);
}

/* Which limit holds: papers tabled in session by their symbol, those of the Secretariat by author. */
static void
check_length(struct check *c, const struct flat *f)
{
	const struct rep_node *root = c->acc->found->report->root, *head = preflight_child(root, REP_HEAD);
	const char *symbol = head != NULL ? rep_get(head, "symbol") : NULL, *kind = rep_get(root, "kind");
	bool secretariat = kind != NULL && strcmp(kind, "note") == 0;
	size_t limit = PREFLIGHT_WORDS_BODY, behind = 0, han = 0;
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
	if (has_no_limit(symbol, kind))
		return;
	if (han > n && han > limit)
		diag(c->diag, DIAG_PRE_UNCOUNTED, preflight_place(c, root),
		     "%zu Chinese characters; %zu words are allowed, and no rule tells how characters count: ask the "
		     "documents service", han, limit);
	else if (han <= n && n > limit)
		diag(c->diag, DIAG_PRE_LENGTH, preflight_byte(c, f, behind),
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
	const struct rep_node *root = c->acc->found->report->root, *head = preflight_child(root, REP_HEAD);
	/* records of meetings print no distribution, books of official records neither that nor a date */
	const char *kind = rep_get(root, "kind");
	bool book = c->acc->found->work != NULL && c->acc->found->work->cover > 0;
	size_t n = book ? 1 : kind != NULL && strcmp(kind, "record") == 0 ? 2 : sizeof fields / sizeof *fields;
	struct buf missing = {0}, options = {0};
	for (size_t i = 0; i < n; i++) {
		if (head != NULL && (preflight_child(head, fields[i].kind) != NULL ||
		    (fields[i].attr != NULL && rep_get(head, fields[i].attr) != NULL)))
			continue;
		buf_printf(&missing, "%s%s", missing.n > 0 ? ", " : "", fields[i].name);
		if (fields[i].option != NULL)
			buf_printf(&options, "%s%s", options.n > 0 ? ", " : "; or give ", fields[i].option);
	}
	if (missing.n > 0)
		diag(c->diag, DIAG_PRE_MASTHEAD, preflight_place(c, head != NULL ? head : root), "%s: print it in the draft%s",
		    missing.data, options.n > 0 ? options.data : "");
	buf_free(&missing);
	buf_free(&options);
}

void
preflight(struct account *acc, const struct terms *terms, struct diag *d)
{
	struct check c = {.acc = acc, .terms = terms, .diag = d};
	if (acc->found->work != NULL)
		c.label = &acc->found->work->words->label;
	struct flat *f = flat_build(acc, true);
	check_masthead(&c);
	preflight_numbers(&c);
	check_references(&c, f);
	preflight_parts(&c, f);
	check_symbols(&c, f);
	check_scripts(&c, f);
	check_length(&c, f);
	preflight_unsure(&c);
}
