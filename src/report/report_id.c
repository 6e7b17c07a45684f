/* SPDX-License-Identifier: MIT */
/*
 * Identifiers that stay the same when text elsewhere changes: a printed number where there is
 * one ("para-12", "sec-II-A", "note-3"), else the place under the parent ("para-12-p1").
 */
#include <string.h>

#include "report/report.h"

#define LONGEST_ID 120 /* beyond it the kind and a running number serve: keeps deep trees linear */

struct seen {
	struct seen *next; /* in the same bucket */
	const char *id;
	unsigned again;    /* how often the same id was wanted later */
};

struct ids {
	struct report *report;
	struct arena *scratch; /* what is of no use once all have theirs */
	struct seen **bucket;
	size_t mask;
	unsigned running;
	struct buf text; /* scratch */
};

static struct seen **
bucket_of(struct ids *ids, const char *id)
{
	return &ids->bucket[span_hash(HASH_START, span_of(id)) & ids->mask];
}

static struct seen *
find(struct ids *ids, const char *id)
{
	struct seen *s = *bucket_of(ids, id);
	while (s != NULL && strcmp(s->id, id) != 0)
		s = s->next;
	return s;
}

static void
take(struct ids *ids, const char *id)
{
	struct seen **head = bucket_of(ids, id);
	struct seen *s = ARENA_NEW(ids->scratch, struct seen);
	s->id = id;
	s->next = *head;
	*head = s;
}

/* The id wanted, or with "_2", "_3" ... when it is taken. */
static const char *
unique(struct ids *ids, const char *want)
{
	struct arena *a = ids->report->arena;
	struct seen *s = find(ids, want);
	const char *id = want;
	while (s != NULL && find(ids, id) != NULL)
		id = arena_printf(a, "%s_%u", want, ++s->again + 1);
	take(ids, id);
	return id;
}

/* Letters and digits that XML 1.0 (4th edition, appendix B) allows in every name. */
static bool
is_name_char(uint32_t c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
	    (c >= 0xC0 && c <= 0x131 && c != 0xD7 && c != 0xF7) || (c >= 0x401 && c <= 0x44F && c != 0x40D) ||
	    c == 0x451 || (c >= 0x621 && c <= 0x63A) || (c >= 0x641 && c <= 0x64A) ||
	    (c >= 0x660 && c <= 0x669) || (c >= 0x4E00 && c <= 0x9FA5);
}

/* The printed number or mark s without punctuation, inner gaps as "-", in scratch; "" when nothing is left. */
static const char *
number_of(struct ids *ids, struct span s)
{
	struct buf *b = &ids->text;
	bool gap = false;
	size_t stars = 0;
	b->n = 0;
	for (size_t i = 0; i < s.n;) {
		uint32_t c = utf8_next(s.s, s.n, &i);
		stars += c == '*';
		if (c == UTF8_BAD || !is_name_char(c)) {
			gap = true;
			continue;
		}
		if (gap && b->n > 0)
			buf_addc(b, '-');
		gap = false;
		buf_addu(b, c);
		if (b->n > 40)
			break;
	}
	if (b->n == 0 && stars > 0)
		buf_printf(b, stars > 1 ? "star%zu" : "star", stars);
	return arena_strndup(ids->scratch, b->data ? b->data : "", b->n);
}

static const char *
printed_number(struct ids *ids, const struct rep_node *n, enum rep_kind kind)
{
	const struct rep_node *c = n->first;
	while (c != NULL && c->kind != kind)
		c = c->next;
	if (c == NULL)
		return "";
	struct buf b = {0};
	for (const struct rep_node *t = c; t != NULL; t = t->kind == REP_NOTE ? rep_skip(c, t) : rep_next(c, t))
		if (t->kind == REP_TEXT)
			buf_addspan(&b, t->text);
	const char *s = number_of(ids, buf_span(&b));
	buf_free(&b);
	return s;
}

/* "annex-I-" within an annex, "front-2-" within a front part, else "". */
static const char *
scope_of(struct arena *a, const struct rep_node *n)
{
	for (n = n->parent; n != NULL; n = n->parent)
		if ((n->kind == REP_ANNEX || n->kind == REP_FRONT) && n->id != NULL)
			return arena_printf(a, "%s-", n->id);
	return "";
}

static bool
is_part(const struct rep_node *n)
{
	return n == NULL || n->kind == REP_REPORT || n->kind == REP_BODY || n->kind == REP_HEAD;
}

/* What the printed number makes of n; NULL when n has none. */
static const char *
id_by_number(struct ids *ids, const struct rep_node *n)
{
	struct arena *a = ids->report->arena;
	const struct rep_node *up = n->parent;
	const char *num = "";
	switch (n->kind) {
	case REP_SECTION:
		num = printed_number(ids, n, REP_NUM);
		if (num[0] == '\0')
			return NULL;
		if (up->kind == REP_SECTION)
			return arena_printf(a, "%s-%s", up->id, num);
		return arena_printf(a, "%ssec-%s", scope_of(a, n), num);
	case REP_PARA:
		num = printed_number(ids, n, REP_NUM);
		if (num[0] == '\0')
			return NULL;
		/* Numbers that start again belong to the section that holds them. */
		num = arena_printf(a, "para-%s", num);
		const char *runs = arena_printf(a, "%s%s", scope_of(a, n), num);
		return up->kind == REP_SECTION && find(ids, runs) != NULL ? arena_printf(a, "%s-%s", up->id, num) : runs;
	case REP_ITEM:
		num = printed_number(ids, n, REP_NUM);
		return num[0] ? arena_printf(a, "%s-%s", up->parent ? up->parent->id : up->id, num) : NULL;
	case REP_NOTE:
		if (rep_get(n, "mark") != NULL)
			num = number_of(ids, span_of(rep_get(n, "mark")));
		return num[0] ? arena_printf(a, "note-%s", num) : NULL;
	default:
		return NULL;
	}
}

/* "UP-NAMEPLACE", as most ids are: faster than by printf. */
static const char *
behind_parent(struct ids *ids, const char *up, const char *name, unsigned place)
{
	struct buf *b = &ids->text;
	char digit[16];
	size_t at = sizeof digit;
	for (; place > 0; place /= 10)
		digit[--at] = (char)('0' + place % 10);
	b->n = 0;
	buf_adds(b, up);
	buf_addc(b, '-');
	buf_adds(b, name);
	buf_add(b, digit + at, sizeof digit - at);
	return arena_strndup(ids->report->arena, b->data, b->n);
}

static const char *
id_by_place(struct ids *ids, const struct rep_node *n, unsigned place)
{
	struct arena *a = ids->report->arena;
	const struct rep_node *up = n->parent;
	const char *name = n->kind == REP_SECTION ? "sec" : rep_name(n->kind);
	if (up == NULL)
		return name;
	if (strlen(up->id) > LONGEST_ID)
		return arena_printf(a, "%s--%u", name, ++ids->running);
	if (is_part(up) && place == 1 && (n->kind == REP_HEAD || n->kind == REP_BODY || up->kind == REP_HEAD))
		return name;
	if (n->kind == REP_ANNEX && up->kind == REP_ANNEX)
		return arena_printf(a, "%s-annex-%u", up->id, place);
	if (is_part(up))
		return arena_printf(a, "%s-%u", name, place);
	return behind_parent(ids, up->id, name, place);
}

static void
number_children(struct ids *ids, struct rep_node *up)
{
	unsigned place[REP_KINDS] = {0};
	for (struct rep_node *n = up->first; n != NULL; n = n->next) {
		if (n->kind == REP_TEXT)
			continue;
		place[n->kind]++;
		const char *want = strlen(up->id) <= LONGEST_ID ? id_by_number(ids, n) : NULL;
		n->id = unique(ids, want != NULL ? want : id_by_place(ids, n, place[n->kind]));
	}
}

void
report_number_ids(struct report *r)
{
	size_t count = 1;
	for (const struct rep_node *n = r->root; n != NULL; n = rep_next(r->root, n))
		count += n->kind != REP_TEXT;
	struct ids ids = {.report = r, .scratch = arena_new(), .mask = 63};
	while (ids.mask < count)
		ids.mask = ids.mask * 2 + 1;
	ids.bucket = ARENA_ARRAY(ids.scratch, struct seen *, ids.mask + 1);
	r->root->id = unique(&ids, rep_name(REP_REPORT));
	for (struct rep_node *n = r->root; n != NULL; n = rep_next(r->root, n))
		if (n->kind != REP_TEXT)
			number_children(&ids, n);
	buf_free(&ids.text);
	arena_free(ids.scratch);
}
