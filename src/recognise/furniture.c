/* SPDX-License-Identifier: MIT */
/*
 * furniture.c - what pages repeat and nobody reads as text: running heads, page numbers, job
 * numbers, barcodes, the addresses an extraction prints after each page.
 */
#include "recognise/chars.h"
#include "recognise/furniture.h"

#include <stdlib.h>
#include <string.h>

bool
is_address(struct span s)
{
	if (!(span_starts(s, "http://") || span_starts(s, "https://") || span_starts(s, "www.") ||
	      span_starts(s, "mailto:")))
		return false;
	return memchr(s.s, ' ', s.n) == NULL;
}

/* Bytes of " B" or " A-B" behind the number of a resolution at the end of s. */
static size_t
part_bytes(struct span s)
{
	size_t n = s.n > 4 && s.s[s.n - 2] == '-' && s.s[s.n - 3] >= 'A' && s.s[s.n - 3] <= 'Z' ? 4 : 2;

	return s.n > n + 1 && s.s[s.n - 1] >= 'A' && s.s[s.n - 1] <= 'Z' && s.s[s.n - n] == ' ' &&
	       char_digit((unsigned char)s.s[s.n - n - 1]) && span_find(s, SPAN_LIT("/RES/")) != SIZE_MAX ? n : 0;
}

/* Bytes of the dash, or the minus, at i of s that joins two symbols into one, or 0. */
static size_t
joint_bytes(struct span s, size_t i)
{
	struct span dash = span_sub(s, i, i + 3 <= s.n ? i + 3 : i);
	size_t n = i < s.n && s.s[i] == '-' ? 1
	         : span_eq(dash, SPAN_LIT("\xE2\x80\x93")) || span_eq(dash, SPAN_LIT("\xE2\x88\x92")) ? 3 : 0;

	return n > 0 && i + n < s.n && s.s[i + n] >= 'A' && s.s[i + n] <= 'Z' ? n : 0;
}

bool
is_symbol(struct span s)
{
	size_t i = 0, slashes = 0, digits = 0, capitals = 0;

	s.n -= part_bytes(s);
	if (s.n < 4 || s.n > 60)
		return false;
	while (i < s.n && s.s[i] >= 'A' && s.s[i] <= 'Z')
		i++;
	capitals = i;
	if (capitals == 0 || capitals > 8 || i == s.n || (s.s[i] != '/' && s.s[i] != '.'))
		return false;
	for (; i < s.n; i++) {
		char c = s.s[i];
		if (c == '/')
			slashes++;
		else if (char_digit((unsigned char)c))
			digits++;
		else if (joint_bytes(s, i) > 0)
			i += joint_bytes(s, i) - 1;
		else if (c == ' ' ? !(i + 1 < s.n && s.s[i + 1] == '(') && s.s[i - 1] != ' ' && s.s[i - 1] != '.' &&
		                        !(memchr(s.s, '(', i) && !memchr(s.s, ')', i))
		                  : !((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || strchr(".-(),*&", c)))
			return false;
	}
	return slashes > 0 && digits > 0 && s.s[s.n - 1] != '/' && s.s[s.n - 1] != '-' && s.s[s.n - 1] != ',' &&
	       s.s[s.n - 1] != '.';
}

void
line_drop(struct work *w, struct rline *l, enum dropped as)
{
	static const char *const rule[] = {
		[DROP_PAGE_NUMBER] = "furniture.page-number",
		[DROP_JOB_NUMBER] = "furniture.job-number",
		[DROP_BARCODE] = "furniture.barcode",
		[DROP_LANGUAGE] = "furniture.language",
		[DROP_TURN] = "furniture.turn",
		[DROP_RUNNING_HEAD] = "furniture.running-head",
		[DROP_RUNNING_TITLE] = "furniture.running-title",
		[DROP_ARTIFACT] = "furniture.artifact",
		[DROP_COVER] = "furniture.cover",
		[DROP_NOTE_RULE] = "furniture.note-rule",
		[DROP_NOTES_HEADING] = "furniture.notes-heading",
		[DROP_RULE] = "furniture.rule",
		[DROP_FIX] = "fix",
	};

	l->reading = READ_DROP;
	l->dropped = as;
	l->rule = rule[as];
	l->conf = 0.99f;
	fate_drop(w, l->off, l->off + l->n, l->rule);
}

/* Bytes of the page's name in the language of the draft that end the folded line, or 0. */
static size_t
page_name_at_end(const struct work *w, struct span f)
{
	size_t k, best = 0;

	for (k = 0; k < w->words->n[WORD_PAGE]; k++) {
		struct span x = w->words->list[WORD_PAGE][k];
		if (x.n > best && x.n < f.n && memcmp(f.s + f.n - x.n, x.s, x.n) == 0)
			best = x.n;
	}
	return best;
}

/* "Page 2" in the language of the draft; in some a word stands before and the name behind.  "2 pages" is text. */
static bool
is_page_word(const struct work *w, struct span s)
{
	struct span f = words_fold(w->arena, s);
	size_t i = words_start(w->words, WORD_PAGE, f), end = f.n;
	bool digits = false;

	if (i == 0 && (i = words_start(w->words, WORD_PAGE_BEFORE, f)) > 0) {
		size_t name = page_name_at_end(w, f);
		if (name == 0)
			return false;
		end -= name;
	}
	if (i == 0 || i > end || end - i > 8)
		return false;
	while (i < end) {
		uint32_t cp = utf8_next(f.s, f.n, &i);
		if (char_decimal(cp) >= 0)
			digits = true;
		else if (cp != ' ' && cp != '.')
			return false;
	}
	return digits;
}

/* The symbol a short line consists of, begins or ends with; empty when there is none. */
static struct span
end_symbol(struct span t)
{
	size_t i = 0, k = t.n - part_bytes(t);

	if (is_symbol(t) || t.n > 200)
		return t.n > 200 ? (struct span){t.s, 0} : t;
	while (i < t.n && t.s[i] != ' ')
		i++;
	while (k > 0 && t.s[k - 1] != ' ')
		k--;
	if (is_symbol(span_sub(t, 0, i)))
		return span_sub(t, 0, i < t.n && part_bytes(span_sub(t, 0, i + 2)) &&
		                       (i + 2 == t.n || t.s[i + 2] == ' ') ? i + 2 : i);
	return is_symbol(span_sub(t, k, t.n)) ? span_sub(t, k, t.n) : (struct span){t.s, 0};
}

#define MASTHEAD_TOP 4 /* lines that may hold its symbol before all else */
#define MASTHEAD_LINES 12 /* that it and the title of a resolution have at the least */
#define BEHIND_MOST 40 /* pages of covers and contents before page 1 */
#define EDGES_LEAST 3  /* pages that must have a bare number at their edge */
#define EDGES_SHOWN 2  /* paragraphs that show a form to be of pages */
#define FOOT_BYTES 60  /* of such a paragraph */

size_t
tally(struct tally found[TALLY], size_t *n, struct span s)
{
	size_t k = 0;
	while (k < *n && !span_eq(found[k].s, s))
		k++;
	if (k == *n && k < TALLY)
		found[(*n)++] = (struct tally){s, 0, 0, 0};
	return k;
}

/* The first of two symbols joined by a dash in the masthead: pages repeat them one by one. */
static struct span
first_of_joint(const struct work *w)
{
	size_t i, k;

	for (i = 0; i < w->nline && i < MASTHEAD_TOP; i++) {
		struct span t = end_symbol(rline_text(w, &w->line[i]));
		for (k = 0; k < t.n; k++) {
			size_t n = joint_bytes(t, k);
			if (n > 0 && is_symbol(span_sub(t, 0, k)) && is_symbol(span_sub(t, k + n, t.n)))
				return span_sub(t, 0, k);
		}
	}
	return (struct span){0};
}

/* The symbol lines: the one seen most often at the heads of pages, or else anywhere, is the running one. */
static void
running_symbol(struct work *w)
{
	size_t i, k, n = 0, best = 0, best_heads = 0, heads[TALLY] = {0};
	struct tally found[TALLY];

	for (i = 0; i < w->nline; i++) {
		struct span t = end_symbol(rline_text(w, &w->line[i]));
		if (t.n == 0)
			continue;
		while (t.n && t.s[t.n - 1] == '*')
			t.n--;
		if ((k = tally(found, &n, t)) == TALLY)
			continue;
		found[k].seen++;
		heads[k] += i > 0 && w->line[i].page != w->line[i - 1].page;
	}
	for (k = 0; k < n; k++) {
		if (found[k].seen == 1)
			heads[k] = 0; /* the masthead has it too */
		if (heads[k] > best_heads || (heads[k] == best_heads && found[k].seen > best)) {
			best_heads = heads[k];
			best = found[k].seen;
			w->symbol = found[k].s;
		}
	}
	if (best < 2 && w->nline > 40 && n > 1)
		w->symbol = first_of_joint(w);
}

/* Does the line begin or end with the running symbol, with little else, however far apart? */
static bool
is_running_head(const struct work *w, const struct rline *l)
{
	struct span t = rline_text(w, l), s = w->symbol, rest;

	if (s.n == 0 || t.n < s.n)
		return false;
	if (memcmp(t.s, s.s, s.n) == 0 && (t.n == s.n || strchr(" *\t", t.s[s.n]) != NULL))
		rest = span_sub(t, s.n, t.n);
	else if (memcmp(t.s + t.n - s.n, s.s, s.n) == 0 && t.n > s.n && t.s[t.n - s.n - 1] == ' ')
		rest = span_sub(t, 0, t.n - s.n);
	else
		return false;
	return evidence_cols(span_trim(rest)) <= HEAD_COLS;
}

static bool
is_joint_part(const struct work *w, struct span t)
{
	return w->symbol.n && is_symbol(t) && span_find(t, SPAN_LIT(" ")) == SIZE_MAX;
}

static void
keep_url(struct work *w, struct rline *l)
{
	struct url_line *u = VEC_PUSH(w->arena, w->out->url, w->out->nurl, w->url_cap);

	u->url = rline_text(w, l);
	u->off = l->off;
	u->n = l->n;
	l->reading = READ_URL;
	l->rule = "furniture.address";
	l->conf = 0.98f;
	fate_drop(w, l->off, l->off + l->n, l->rule);
}

/* Line i stands as far from the line before it as lines of double-spaced text do, and no nearer to the next. */
static bool
is_spaced(const struct work *w, size_t i)
{
	const struct rline *l = &w->line[i];

	return i > 0 && l->gap == 0 && l->src->no > l[-1].src->no + 1 &&
	       (i + 1 == w->nline || l[1].src->no > l->src->no + 1);
}

/*
 * Addresses printed after a page.  One that goes on a sentence ("... at:" / "http://...") is text: it stands
 * alone and the line before it expects something; in double spacing it has the distance of text.
 */
static void
addresses(struct work *w)
{
	size_t i;
	bool list_form = w->draft->form == SOURCE_PAGE_DOUBLE;

	for (i = 0; i < w->nline; i++) {
		struct rline *l = &w->line[i];
		bool before, after;
		if (l->reading != READ_OPEN || !is_address(rline_text(w, l)))
			continue;
		before = i > 0 && (w->line[i - 1].reading == READ_URL || w->line[i - 1].reading == READ_DROP);
		after = i + 1 < w->nline && (w->line[i + 1].reading == READ_DROP ||
		                             is_address(rline_text(w, &w->line[i + 1])));
		if (list_form && !before && is_spaced(w, i))
			continue;
		if (!list_form && !((before || after) && w->draft->form == SOURCE_PAGE_SINGLE && before && after))
			continue;
		if (before || after || i + 1 == w->nline || (i > 0 && w->line[i - 1].end == END_STOP) ||
		    (i > 0 && w->line[i - 1].end == END_OPEN && w->line[i - 1].cols > w->width / 2))
			keep_url(w, l);
	}
}

/* "010203  040506  98-76543 (A)": a form without pages may hold it in its text, but never a lone number. */
static void
job_numbers(struct work *w)
{
	size_t i;

	for (i = 0; i < w->nline; i++) {
		struct rline *l = &w->line[i];
		struct span t = rline_text(w, l);
		char kinds[FOOT_WORDS + 1];
		if (l->reading != READ_OPEN || l->n > 200 || l->src->kind == LINE_ROW)
			continue;
		foot_line(t, kinds);
		if (is_barcode(t))
			line_drop(w, l, DROP_BARCODE);
		else if (strchr(kinds, 'j') && (strchr(kinds, 'l') || strchr(kinds, 'd')))
			line_drop(w, l, DROP_JOB_NUMBER);
	}
}

/* The masthead of a paper of two bodies joins their symbols by a dash; pages repeat them one by one. */
static bool
joins_symbol(const struct work *w, struct span t)
{
	struct span joint = end_symbol(t), s = w->symbol;

	return s.n > 0 && joint.n > s.n + 1 && joint.n < t.n && memcmp(joint.s, s.s, s.n) == 0 &&
	       (joint.s[s.n] == '-' || memcmp(joint.s + s.n, "\xE2\x80", 2) == 0);
}

/* What stands behind the stroke in "3/16", with nothing beside it but what feet of pages have; or empty. */
static struct span
pages_printed(struct span t)
{
	char kinds[FOOT_WORDS + 1];
	size_t at = span_find(t, SPAN_LIT("/")), end;

	if (at == SIZE_MAX) /* as in most lines */
		return (struct span){t.s, 0};
	foot_line(t, kinds);
	if (strchr(kinds, 'p') == NULL || strchr(kinds, 't') != NULL)
		return (struct span){t.s, 0};
	for (end = ++at; end < t.n && t.s[end] >= '0' && t.s[end] <= '9'; end++)
		;
	return span_sub(t, at, end);
}

static bool
of_pages(struct span t, struct span total)
{
	return total.n > 0 && span_eq(pages_printed(t), total);
}

/* How many pages the draft says it has: what most lines as "3/16" have behind the stroke, or empty. */
static struct span
page_total(const struct work *w)
{
	struct tally found[TALLY];
	struct span best = {0};
	size_t i, k, n = 0, most = 2;

	for (i = 0; i < w->nline; i++) {
		struct span t = pages_printed(rline_text(w, &w->line[i]));
		if (t.n == 0 || (k = tally(found, &n, t)) == TALLY || ++found[k].seen <= most)
			continue;
		most = found[k].seen;
		best = t;
	}
	return best;
}

/* "United Nations A/98/12", "A/98/12* United Nations": the first line of a masthead. */
static bool
names_organization(const struct work *w, struct span t)
{
	size_t n = w->symbol.n;
	struct span rest = span_sub(t, 0, t.n - n);

	if (memcmp(t.s, w->symbol.s, n) == 0)
		rest = span_sub(t, n + (n < t.n && t.s[n] == '*'), t.n);
	return words_is(w->words, WORD_ORGANIZATION, words_fold(w->arena, span_trim(rest))) > 0;
}

/* Below the masthead, right beside a job number: the number of a page, whatever resolution begins the next one. */
static bool
beside_job(const struct work *w, size_t i)
{
	char kinds[FOOT_WORDS + 1];

	for (size_t k = i - (i > 0); i > MASTHEAD_LINES && k <= i + 1 && k < w->nline; k += 2) {
		foot_line(rline_text(w, &w->line[k]), kinds);
		if (strchr(kinds, 'j'))
			return true;
	}
	return false;
}

/* Signs that a page ends or begins here, in any order and number. */
static void
foot_and_head(struct work *w)
{
	struct span total = page_total(w);
	size_t i, k, first = 0;

	for (i = 0; i < w->nline; i++) {
		struct rline *l = &w->line[i];
		struct span t = rline_text(w, l);
		char kinds[FOOT_WORDS + 1];
		if (l->reading != READ_OPEN || l->n > 200)
			continue;
		foot_line(t, kinds);
		if (!strchr(kinds, 'j') && resolution_titled(w, i) && !of_pages(t, total) && !beside_job(w, i))
			continue;
		if (is_barcode(t)) {
			line_drop(w, l, DROP_BARCODE);
			continue;
		}
		if (is_turn_sign(t)) {
			line_drop(w, l, DROP_TURN);
			continue;
		}
		if (i > 3 && l->n < 40 && is_page_word(w, t)) {
			line_drop(w, l, DROP_PAGE_NUMBER);
			/* pages of the 1990s print their language over their number */
			if (l[-1].reading == READ_OPEN && words_is(w->words, WORD_LANGUAGE, line_folded(w, l - 1)))
				line_drop(w, l - 1, DROP_LANGUAGE);
			continue;
		}
		if (strchr(kinds, 'j'))
			line_drop(w, l, DROP_JOB_NUMBER);
		else if (kinds[0] == 'b' && i > 0 && dropped_as(l - 1, DROP_JOB_NUMBER))
			line_drop(w, l, DROP_BARCODE);
		else if (kinds[0] == 'p' && kinds[1] == '\0' && (total.n == 0 || of_pages(t, total)))
			line_drop(w, l, DROP_PAGE_NUMBER);
	}
	/* running heads beside them or at a page's first line; the first one is the masthead's */
	for (i = 0; i < w->nline; i++) {
		struct rline *l = &w->line[i];
		struct span t = rline_text(w, l);
		bool near = false, new_page;
		if (l->reading != READ_OPEN)
			continue;
		if (i < MASTHEAD_TOP && joins_symbol(w, t)) {
			first++;
			continue;
		}
		for (k = i > 3 ? i - 3 : 0; k <= i + 3 && k < w->nline; k++)
			if (w->line[k].reading == READ_DROP)
				near = true;
		new_page = i > 0 && (l->page != w->line[i - 1].page);
		if (is_running_head(w, l) || is_joint_part(w, t)) {
			if (first++ == 0 && i < 40 && (t.n <= w->symbol.n + 3 || names_organization(w, t)))
				continue;
			if (near || new_page || t.n == w->symbol.n)
				line_drop(w, l, DROP_RUNNING_HEAD);
		}
	}
}

/* A running head with words beside the symbol stands alone where the page before it has nothing at its foot. */
static void
heads_again(struct work *w)
{
	struct tally found[TALLY];
	size_t i, n = 0;

	for (i = 0; i < w->nline && n < TALLY; i++)
		if (dropped_as(&w->line[i], DROP_RUNNING_HEAD) && w->line[i].n > w->symbol.n + 1)
			tally(found, &n, rline_text(w, &w->line[i]));
	for (i = MASTHEAD_TOP; i < w->nline && n > 0; i++) {
		size_t k = 0;
		if (w->line[i].reading != READ_OPEN || !is_running_head(w, &w->line[i]))
			continue;
		while (k < n && !span_eq(found[k].s, rline_text(w, &w->line[i])))
			k++;
		if (k < n)
			line_drop(w, &w->line[i], DROP_RUNNING_HEAD);
	}
}

/*
 * How far bare page numbers fall behind the pages of the form, as most pages have it; 0 when unsure
 * and where pages are numbered in another way.
 */
static int
pages_behind(const struct work *w)
{
	int seen[BEHIND_MOST + 1] = {0}, best = 0, k;
	size_t i, others = 0;

	for (i = 0; i < w->nline; i++) {
		const struct rline *l = &w->line[i];
		bool edge = i + 1 == w->nline || w->line[i + 1].reading == READ_DROP ||
		            (i > 0 && w->line[i - 1].reading == READ_DROP);
		others += furniture_number(w, l) > 0;
		if (l->reading != READ_OPEN || !l->src->page || !edge || lone_number(rline_text(w, l)) == 0 || l->n > 8)
			continue;
		k = (int)l->src->page - (int)lone_number(rline_text(w, l));
		if (k >= 0 && k <= BEHIND_MOST)
			seen[k]++;
	}
	for (k = 1; k <= BEHIND_MOST; k++)
		best = seen[k] > seen[best] ? k : best;
	return seen[best] >= 3 && (size_t)seen[best] > others ? best : 0;
}

/* A bare number is a page number where it is the page's, or the next after the last one. */
static bool
page_fits(const struct work *w, const struct rline *l, int last, int behind)
{
	int v = (int)lone_number(rline_text(w, l));

	if (l->src->page)
		return l->src->page > 1 && (v == (int)l->src->page || v == (int)l->src->page - behind);
	return last ? v == last + 1 : v >= 2 && v <= 9;
}

bool
is_beside_dropped(const struct work *w, size_t i)
{
	return (i > 0 && w->line[i - 1].reading == READ_DROP) ||
	       (i + 1 < w->nline && w->line[i + 1].reading == READ_DROP);
}

/* Does the line stand in a block of its own? */
static bool
stands_apart(const struct work *w, size_t i)
{
	return w->line[i].gap > 0 &&
	       (i + 1 == w->nline || w->line[i + 1].gap > 0 || w->line[i + 1].page != w->line[i].page);
}

/*
 * Page text may print the number of a page apart from what else stands at its foot, as between the
 * marks and the texts of notes: where pages have such numbers, a page without one has it in the one
 * line that is just that number.
 */
static void
parted_page_numbers(struct work *w, int behind)
{
	size_t i, from = 0, agree = 0, others = 0;

	for (i = 0; i < w->nline; i++) {
		uint32_t v = furniture_number(w, &w->line[i]);
		agree += v > 0 && w->line[i].src->page == v + (uint32_t)behind;
		others += v > 0 && w->line[i].src->page != v + (uint32_t)behind;
	}
	for (; from < w->nline && agree > others; from = i) {
		size_t fits = 0, at = from;
		for (i = from; i < w->nline && w->line[i].src->page == w->line[from].src->page; i++) {
			const struct rline *l = &w->line[i];
			uint32_t v = furniture_number(w, l);
			if (v > 0)
				fits += 2;
			if (l->reading != READ_OPEN || (v = lone_number(rline_text(w, l))) == 0 ||
			    v + (uint32_t)behind != l->src->page)
				continue;
			fits++;
			at = i;
		}
		if (fits == 1 && w->line[at].src->page > 1 && stands_apart(w, at))
			line_drop(w, &w->line[at], DROP_PAGE_NUMBER);
	}
}

/* The line in a block of its own that is a bare number at the end or the start of the page of [from, to); else to. */
static size_t
edge_number(const struct work *w, size_t from, size_t to)
{
	const struct rline *first = &w->line[from], *last = &w->line[to - 1];

	if (to - from < 2 || !last->src->page)
		return to;
	if (last->reading == READ_OPEN && last->gap > 0 && lone_number(rline_text(w, last)) > 0)
		return to - 1;
	return first->reading == READ_OPEN && first[1].gap > 0 && lone_number(rline_text(w, first)) > 0 ? from : to;
}

/*
 * Bare numbers that count along with the pages of the form, at the edge of most of them, are their numbers;
 * nothing else needs to stand beside them.
 */
static void
edge_numbers(struct work *w)
{
	int seen[BEHIND_MOST + 1] = {0}, best = 0, pages = 0, k;

	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0, to = 0; i < w->nline; i = to) {
			while (to < w->nline && w->line[to].src->page == w->line[i].src->page)
				to++;
			size_t at = edge_number(w, i, to);
			k = at < to ? (int)w->line[at].src->page - (int)lone_number(rline_text(w, &w->line[at])) : -1;
			pages += pass == 0;
			if (k < 0 || k > BEHIND_MOST)
				continue;
			best = pass == 0 && ++seen[k] > seen[best] ? k : best;
			if (pass == 1 && k == best && seen[best] >= EDGES_LEAST && seen[best] * 2 > pages)
				line_drop(w, &w->line[at], DROP_PAGE_NUMBER);
		}
}

/* A title repeated beside the running symbol, a bare page number, a date code: only by company. */
static void
company(struct work *w)
{
	size_t i, k;
	int last = 0, behind = pages_behind(w);

	for (i = 0; i < w->nline; i++) {
		struct rline *l = &w->line[i];
		char kinds[FOOT_WORDS + 1];
		bool touch = false;
		if (l->reading != READ_OPEN || l->cols > 90)
			continue;
		for (k = i > 1 ? i - 2 : 0; k <= i + 2 && k < w->nline; k++)
			if (k != i && w->line[k].reading == READ_DROP && i > 5)
				touch = true;
		if (!touch)
			continue;
		foot_line(rline_text(w, l), kinds);
		/* under another number stands a cell of a table, or a mark of a note under one */
		if (kinds[0] == 'n' && (!page_fits(w, l, last, behind) ||
		                        (i > 0 && l->gap == 0 && lone_number(rline_text(w, &w->line[i - 1])) > 0)))
			continue;
		if ((kinds[0] == 'n' || kinds[0] == 'd') && kinds[1] == '\0' && is_beside_dropped(w, i)) {
			last = kinds[0] == 'n' ? (int)lone_number(rline_text(w, l)) : last;
			line_drop(w, l, DROP_PAGE_NUMBER);
		}
	}
	parted_page_numbers(w, behind);
}

/* The line is a paragraph of its own of the form: no item, row or note. */
static bool
is_paragraph(const struct work *w, size_t i)
{
	const struct line *l = w->line[i].src;

	return l->para > 0 && (l->kind == LINE_TEXT || l->kind == LINE_HEADING) &&
	       (i == 0 || w->line[i - 1].src->para != l->para) &&
	       (i + 1 == w->nline || w->line[i + 1].src->para != l->para);
}

/*
 * What converters of pages leave in the text, paragraphs that are no more than the symbol of the paper, below the
 * masthead, or the number of a page: nobody writes that in two places.
 */
static bool
shows_edges(const struct work *w)
{
	size_t edges = 0, symbols = 0;

	if (w->draft->form != SOURCE_MARKDOWN && w->draft->form != SOURCE_HTML)
		return false;
	for (size_t i = 0; i < w->nline && edges < EDGES_SHOWN; i++) {
		struct span t = rline_text(w, &w->line[i]);
		char kinds[FOOT_WORDS + 1];
		if (t.n > FOOT_BYTES || !is_paragraph(w, i))
			continue;
		foot_line(t, kinds);
		if (strchr(kinds, 'p') != NULL)
			edges++;
		else if (w->symbol.n > 0 && is_running_head(w, &w->line[i]) && t.n <= w->symbol.n + 1)
			edges += symbols++ > 0;
	}
	return edges == EDGES_SHOWN;
}

void
furniture_find(struct work *w)
{
	running_symbol(w);
	w->edges = shows_edges(w);
	if (!has_pages(w)) {
		job_numbers(w);
		return;
	}
	foot_and_head(w);
	heads_again(w);
	company(w);
	edge_numbers(w);
	running_title_find(w);
	addresses(w);
}
