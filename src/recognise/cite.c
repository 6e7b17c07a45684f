/* SPDX-License-Identifier: MIT */
#include "recognise/cite.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "recognise/chars.h"
#include "recognise/cite_url.h"
#include "recognise/flat.h"
#include "recognise/note_find.h"
#include "recognise/symbol.h"
#include "recognise/work.h"

#define WORD_REACH 64  /* bytes a stem may stand before its number */
#define DATE_REACH 40  /* bytes between a number and its date, or that the date takes before it */
#define MONTH_REACH 36 /* bytes between day and year, in letters of two bytes */
#define CHAIN_REACH 24 /* bytes between numbers that share a stem: "70/237 and 76/19" */

/* A citation found in the words. */
struct cited {
	size_t from, to;
	enum rep_kind kind;  /* REP_REF or REP_LINK */
	const char *symbol;  /* REF */
	const char *date;    /* of a resolution, in ISO form, where the words tell it */
	const char *href;
	const char *rule, *evidence;
	float conf;
};

struct citer {
	struct arena *arena;
	struct account *acc;
	const struct cite_words *words;
	const char *lang;
	struct flat *flat;
	struct span text;    /* flat->text with SYMBOL_BREAK for joined line ends */
	struct span low;     /* the same in small letters */
	struct url_table *urls;
	struct cited *cited;
	size_t n, cap;
	size_t last_number;  /* index + 1 of the last number taken for a resolution */
};

static struct cited *
found(struct citer *c, size_t from, size_t to, enum rep_kind kind, const char *rule)
{
	struct cited *x = VEC_PUSH(c->arena, c->cited, c->n, c->cap);
	*x = (struct cited){.from = from, .to = to, .kind = kind, .rule = rule, .conf = 0.95f};
	return x;
}

static uint32_t
page_at(const struct citer *c, size_t i)
{
	uint32_t off = flat_off(c->flat, i);
	return off == UINT32_MAX ? 0 : note_page(c->acc->found, off);
}

/* The address of a symbol: printed after the page, or computed. */
static void
aim(struct citer *c, struct cited *x)
{
	const char *printed = url_table_use(c->urls, x->symbol, page_at(c, x->from));
	if (x->href == NULL && printed != NULL)
		x->evidence = "its address is printed after the page";
	if (x->href == NULL)
		x->href = printed != NULL ? printed : symbol_link(c->arena, x->symbol, c->lang);
}

/* ---- resolution numbers ---- */

static bool
stem_at(struct span low, size_t i, const struct span *stem, size_t n)
{
	for (size_t k = 0; k < n; k++)
		if (stem[k].n <= low.n - i && memcmp(low.s + i, stem[k].s, stem[k].n) == 0)
			return true;
	return false;
}

/*
 * What the nearest word says: 1 resolution, -1 decision, 0 nothing.  Right before the number: with no stop and no
 * figure between them.
 */
static int
word_near(const struct citer *c, size_t from, size_t to, bool right_before)
{
	const struct cite_words *w = c->words;
	for (size_t i = from; i-- > 0 && from - i <= WORD_REACH && c->low.s[i] != '\n';) {
		if (stem_at(c->low, i, w->decision, w->ndecision))
			return -1;
		if (stem_at(c->low, i, w->resolution, w->nresolution))
			return 1;
		if (right_before && (c->low.s[i] == '.' || char_digit((unsigned char)c->low.s[i])))
			break;
	}
	/* Languages that put the word behind put it close: "第918(1994)号决议". */
	for (size_t i = to; i < c->low.n && i - to <= 12 && c->low.s[i] != '\n'; i++) {
		if (!char_han(char_after(c->low, to)))
			break;
		if (stem_at(c->low, i, w->resolution, w->nresolution))
			return 1;
	}
	return 0;
}

/* Does the number go on with a list that a resolution began? */
static bool
chained(const struct citer *c, size_t from)
{
	if (c->last_number == 0)
		return false;
	size_t end = c->cited[c->last_number - 1].to;
	if (from < end || from - end > CHAIN_REACH)
		return false;
	for (size_t i = end; i < from; i++)
		if (c->low.s[i] == '\n' || c->low.s[i] == '.' ||
		    stem_at(c->low, i, c->words->decision, c->words->ndecision))
			return false;
	return true;
}

/* "2024/25": a budget period or a season rather than a number of a year, which says "resolution" right before it. */
static bool
is_period(const struct citer *c, size_t from, size_t to)
{
	struct span year = span_sub(c->text, from + 2, from + 4), next = span_sub(c->text, from + 5, to);
	return next.n == 2 && char_digit((unsigned char)next.s[0]) && char_digit((unsigned char)next.s[1]) &&
	       (10 * (year.s[0] - '0') + year.s[1] - '0' + 1) % 100 == 10 * (next.s[0] - '0') + next.s[1] - '0';
}

/* Symbols a number may stand for; the address printed with the page tells which. */
static const char *
number_symbol(struct citer *c, size_t from, size_t to, enum number_kind kind, bool *printed)
{
	struct span number = span_sub(c->text, from, to);
	const char *usual = symbol_of_number(c->arena, number, kind, false);
	const char *bare = symbol_canonical(c->arena, number);
	static const char *const series[] = {"A/RES/%s", "S/RES/%s", "E/RES/%s", "A/HRC/RES/%s"};
	uint32_t page = page_at(c, from);
	*printed = url_table_has(c->urls, usual, page);
	for (size_t i = 0; !*printed && i < sizeof series / sizeof *series; i++) {
		struct buf b = {0};
		buf_add(&b, series[i], strlen(series[i]) - 2);
		buf_adds(&b, bare);
		if (url_table_has(c->urls, b.data, page)) {
			*printed = true;
			usual = arena_strdup(c->arena, b.data);
		}
		buf_free(&b);
	}
	return usual;
}

/* ---- the day of a resolution ---- */

/* "30 June 2014" from i, its day in at most two figures and its year in four, with no other figure: its end, or i. */
static size_t
day_month_year(struct span s, size_t i)
{
	size_t day = i, month, year;

	while (day < s.n && day - i < 3 && char_digit((unsigned char)s.s[day]))
		day++;
	for (month = day; month < s.n && month - day < MONTH_REACH && !char_digit((unsigned char)s.s[month]); month++)
		if (s.s[month] == '\n' || s.s[month] == '.')
			return i;
	for (year = month; year < s.n && year - month < 5 && char_digit((unsigned char)s.s[year]); year++)
		;
	return day - i > 0 && day - i < 3 && year - month == 4 ? year : i;
}

/*
 * Behind a number and at most one word: "68/299 of 30 June 2014".  Behind a comma that word comes again in the date,
 * "68/299, de 30 de junio de 2014": else the date may be of what follows.
 */
static const char *
date_behind(const struct citer *c, size_t to)
{
	struct span s = c->text;
	size_t comma = to < s.n && s.s[to] == ',', i = to + comma, word, day, end;

	if (i >= s.n || (s.s[i] != ' ' && s.s[i] != SYMBOL_BREAK))
		return NULL;
	for (word = ++i; i < s.n && i - word < DATE_REACH && (char_letter((unsigned char)s.s[i]) || s.s[i] < 0); i++)
		;
	for (day = i; day < s.n && (s.s[day] == ' ' || s.s[day] == SYMBOL_BREAK); day++)
		;
	end = day_month_year(s, day);
	if (end == day || (comma && (i == word || span_find(span_sub(s, day, end), span_sub(s, word, i)) == SIZE_MAX)))
		return NULL;
	return masthead_date(c->acc->found->work, span_sub(s, day, end));
}

/* Before a number, in languages that have it there: "2014年6月30日第68/299号". */
static const char *
date_before(const struct citer *c, size_t from)
{
	size_t i = from, numbers = 0;

	if (!char_han(char_before(c->text, from)))
		return NULL;
	while (i > 0 && from - i < DATE_REACH && numbers < 3 && c->text.s[i - 1] != '\n' && c->text.s[i - 1] != ';') {
		i--;
		numbers += char_digit((unsigned char)c->text.s[i]) && (i == 0 || !char_digit((unsigned char)c->text.s[i - 1]));
	}
	return numbers == 3 ? masthead_date(c->acc->found->work, span_sub(c->text, i, from)) : NULL;
}

/* The symbol of a resolution with the day beside it. */
static void
date_cited(const struct citer *c, struct cited *x)
{
	if (c->acc->found->work == NULL || strstr(x->symbol, "/RES/") == NULL)
		return;
	x->date = date_behind(c, x->to);
	if (x->date == NULL)
		x->date = date_before(c, x->from);
}

static size_t
take_number(struct citer *c, size_t at, bool by_form)
{
	enum number_kind kind;
	size_t end = symbol_number_scan(c->text, at, &kind);
	if (end == at)
		return at;
	bool printed, chain = chained(c, at), period = kind == NUMBER_YEAR && is_period(c, at, end);
	if (period && chain) /* with others of a year */
		chain = strncmp(c->cited[c->last_number - 1].symbol, "E/RES/", 6) == 0;
	const char *symbol = number_symbol(c, at, end, kind, &printed);
	int word = word_near(c, at, end, period);
	if (!by_form && word <= 0 && !chain && !(printed && word == 0))
		return at;
	struct cited *x = found(c, at, end, REP_REF, "cite.number");
	x->symbol = symbol;
	x->evidence = word > 0 ? "a word beside it names a resolution"
	            : chain    ? "it stands in a list of resolutions" : NULL;
	x->conf = word > 0 && printed ? 0.99f : 0.9f;
	aim(c, x);
	date_cited(c, x);
	c->last_number = c->n;
	return end;
}

/* ---- symbols ---- */

static size_t
take_symbol(struct citer *c, size_t at)
{
	size_t end = symbol_scan(c->text, at);
	if (end == at)
		return at;
	struct cited *x = found(c, at, end, REP_REF, "cite.symbol");
	x->symbol = symbol_canonical(c->arena, span_sub(c->text, at, end));
	aim(c, x);
	date_cited(c, x);
	return end;
}

/* "A /79/1": a blank that extraction put behind the code of the organ. */
static bool
stray_blank(const struct citer *c, size_t at, size_t *blank)
{
	size_t i = at;
	while (i < c->text.n && c->text.s[i] >= 'A' && c->text.s[i] <= 'Z')
		i++;
	if (i == at || i - at > 5 || i + 2 >= c->text.n || c->text.s[i] != ' ' || c->text.s[i + 1] != '/' ||
	    !char_digit((unsigned char)c->text.s[i + 2]))
		return false;
	*blank = i;
	return symbol_organ_known(span_sub(c->text, at, i));
}

/* ---- addresses in the text ---- */

static bool
url_byte(char ch)
{
	return (unsigned char)ch > ' ' && strchr("<>\"{}|\\^`", ch) == NULL;
}

/* May an address broken after byte i-1 go on at i? */
static bool
url_goes_on(struct span s, size_t i)
{
	char last = s.s[i - 1], next = i + 1 < s.n ? s.s[i + 1] : '\0';
	if (!url_byte(next) || (unsigned char)next >= 0x80)
		return false;
	if (strchr("-_/=&?#%", last) != NULL)
		return true;
	size_t end = i + 1;
	bool pathlike = false;
	while (end < s.n && url_byte(s.s[end]) && (unsigned char)s.s[end] < 0x80) {
		pathlike = pathlike || (strchr("/_=-", s.s[end]) != NULL) ||
		    (s.s[end] == '.' && end + 1 < s.n && char_letter((unsigned char)s.s[end + 1]));
		end++;
	}
	return (last == '.' || strchr("/?#_-", next) != NULL) && pathlike && !char_upper((unsigned char)next);
}

static size_t
take_url(struct citer *c, size_t at)
{
	struct span s = c->text;
	size_t i = at;
	int open = 0, square = 0;
	while (i < s.n && (url_byte(s.s[i]) || (s.s[i] == SYMBOL_BREAK && url_goes_on(s, i)))) {
		size_t next = i;
		uint32_t u = utf8_next(s.s, s.n, &next);
		if (u == 0x201D || u == 0xBB || u == 0x3002 || u == 0xFF0C || u == 0xFF09 || u == 0x300B || u == 0xA0)
			break;
		open += u == '(' ? 1 : u == ')' ? -1 : 0;
		square += u == '[' ? 1 : u == ']' ? -1 : 0;
		if (open < 0 || square < 0)
			break;
		i = next;
	}
	while (i > at && strchr(".,;:!?'", s.s[i - 1]) != NULL)
		i--;
	if (i - at < 8)
		return at;
	struct cited *x = found(c, at, i, REP_LINK, "cite.url");
	const char *url = symbol_canonical(c->arena, span_sub(s, at, i));
	x->href = span_starts(span_of(url), "www.") ? arena_printf(c->arena, "http://%s", url) : url;
	url_table_use(c->urls, url, page_at(c, at));
	return i;
}

/* ---- links the form of the draft has ---- */

static void
take_links(struct citer *c)
{
	const struct draft *d = c->acc->found->draft;
	uint32_t taken = 0; /* end of the last link: one within it leads nowhere */
	for (size_t k = 0; k < d->nmark; k++) {
		const struct mark *m = &d->mark[k];
		if (m->kind != MARK_LINK || m->end <= m->off || m->off < taken)
			continue;
		size_t from = flat_pos(c->flat, m->off), last = flat_pos(c->flat, m->end - 1);
		if (from == SIZE_MAX || last == SIZE_MAX || last < from)
			continue;
		size_t to = last + 1;
		bool empty = m->target == NULL || m->target[0] == '\0' || m->target[0] == '#';
		size_t before = c->n, end = symbol_scan(c->text, from);
		if (end == to)
			take_symbol(c, from);
		else
			end = take_number(c, from, true);
		if (c->n > before && end != to)
			c->n = before;
		if (c->n == before && empty)
			continue;
		struct cited *x = c->n > before ? &c->cited[before] : found(c, from, to, REP_LINK, "cite.link");
		taken = m->end;
		x->conf = 1.0f;
		x->evidence = "a link in the draft";
		if (!empty)
			x->href = m->target;
	}
	c->last_number = 0;
}

/* ---- the walk ---- */

static bool
in_head(const struct rep_node *n)
{
	for (; n != NULL; n = n->parent)
		if (n->kind == REP_HEAD)
			return true;
	return false;
}

static bool
word_starts(const struct citer *c, size_t i)
{
	uint32_t before = char_before(c->text, i);
	return !char_digit(before) && before != '/' && before != '.' && before != '-' && before != '_' &&
	    before != '&' && before != '=' && (char_han(before) || !char_letter(before));
}

/* All that take() looks at: figures, capitals, and the "h" and "w" of addresses. */
static void
mark_beginnings(bool begins[UCHAR_MAX + 1])
{
	for (unsigned c = 0; c < 0x80; c++)
		begins[c] = char_digit(c) || char_upper(c) || c == 'h' || c == 'w';
}

static size_t
take(struct citer *c, size_t i)
{
	struct span rest = span_sub(c->text, i, c->text.n);
	char ch = c->text.s[i];
	size_t blank;
	if (ch == 'h' && (span_starts(rest, "http://") || span_starts(rest, "https://")))
		return take_url(c, i);
	if (ch == 'w' && span_starts(rest, "www.") && word_starts(c, i))
		return take_url(c, i);
	if (ch >= 'A' && ch <= 'Z' && word_starts(c, i)) {
		if (stray_blank(c, i, &blank)) {
			struct cited *x = found(c, blank, blank + 1, REP_TEXT, "cite.blank-in-symbol");
			x->evidence = "a symbol has no blank behind the organ";
			return blank + 1;
		}
		return take_symbol(c, i);
	}
	if (char_digit((unsigned char)ch) && word_starts(c, i))
		return take_number(c, i, false);
	return i;
}

static int
by_from(const void *a, const void *b)
{
	const struct cited *x = a, *y = b;
	return x->from < y->from ? -1 : x->from > y->from ? 1 : x->to > y->to ? -1 : x->to < y->to;
}

static void
walk(struct citer *c)
{
	bool begins[UCHAR_MAX + 1] = {false};
	size_t nlink = c->n, link = 0, run = 0;
	struct cited *links = ARENA_ARRAY(c->arena, struct cited, nlink + 1);
	for (size_t i = 0; i < nlink; i++)
		links[i] = c->cited[i];
	qsort(links, nlink, sizeof *links, by_from);
	mark_beginnings(begins);
	for (size_t i = 0; i < c->text.n;) {
		while (link < nlink && links[link].to <= i)
			link++;
		if (link < nlink && links[link].from <= i) {
			i = links[link].to;
			continue;
		}
		while (run < c->flat->nrun && c->flat->run[run].at < i)
			run++;
		if (run < c->flat->nrun && c->flat->run[run].at == i && in_head(c->flat->run[run].block)) {
			i += c->flat->run[run].node->text.n > 0 ? c->flat->run[run].node->text.n : 1;
			continue;
		}
		size_t end = take(c, i), stop = c->text.n;
		i = end > i ? end : i + 1;
		/* on to what may be one, but to no place that the checks above wait for */
		if (link < nlink)
			stop = links[link].from;
		if (run < c->flat->nrun && c->flat->run[run].at < stop)
			stop = c->flat->run[run].at;
		while (i < stop && !begins[(unsigned char)c->text.s[i]])
			i++;
	}
	if (c->n > 1)
		qsort(c->cited, c->n, sizeof *c->cited, by_from);
}

/* Line ends inside a symbol or an address are nothing; those before a parenthesis stay blanks. */
static void
close_breaks(struct citer *c, struct rep_node *in, const struct cited *x)
{
	size_t at = x->from;
	for (struct rep_node *n = in->first; n != NULL; n = n->next) {
		size_t size = n->text.n;
		bool brk = n->fate == FATE_JOINED && size == 1;
		if (brk && (x->kind == REP_LINK || char_after(c->text, at + 1) != '('))
			n->text = (struct span){"", 0};
		at += size;
	}
}

static void
apply(struct citer *c, const struct cited *x)
{
	struct report *report = c->acc->found->report;
	if (x->kind == REP_TEXT) {
		flat_repair(c->flat, c->acc, x->from, x->to, (struct span){"", 0}, x->rule, x->evidence);
		return;
	}
	struct rep_node *in = flat_wrap(c->flat, x->from, x->to, x->kind);
	if (in == NULL)
		return;
	in->rule = x->rule;
	in->conf = x->conf;
	in->evidence = x->evidence;
	if (x->symbol != NULL)
		rep_set(report, in, "symbol", x->symbol);
	if (x->date != NULL)
		rep_set(report, in, "date", x->date);
	rep_set(report, in, "href", x->href);
	if (memchr(c->text.s + x->from, SYMBOL_BREAK, x->to - x->from) != NULL)
		close_breaks(c, in, x);
}

static void
prepare(struct citer *c)
{
	size_t n = c->flat->text.n;
	char *text = arena_strndup(c->arena, c->flat->text.s, n);
	for (size_t i = 0; i < c->flat->nrun; i++) {
		const struct flat_run *r = &c->flat->run[i];
		if (r->node->fate == FATE_JOINED && r->node->text.n == 1)
			text[r->at] = SYMBOL_BREAK;
	}
	c->text = (struct span){text, n};
	c->low = flat_small(c->arena, c->text);
}

/* Symbols behind a blank that is taken out are read in a second round. */
static bool
round_of(struct citer *c)
{
	bool mended = false;
	c->n = 0;
	c->flat = flat_build(c->acc, true);
	prepare(c);
	take_links(c);
	walk(c);
	for (size_t i = 0; i < c->n; i++)
		mended = mended || c->cited[i].kind == REP_TEXT;
	for (size_t i = c->n; i-- > 0;)
		if (!mended || c->cited[i].kind == REP_TEXT)
			apply(c, &c->cited[i]);
	return mended;
}

void
cite(struct account *acc, const struct cite_words *words, struct diag *d)
{
	(void)d;
	struct citer c = {.arena = acc->arena, .acc = acc, .words = words,
	    .lang = acc->found->lang != NULL ? acc->found->lang : "en"};
	c.urls = url_table_new(acc);
	if (round_of(&c))
		round_of(&c);
	url_table_close(c.urls);
}
