/* SPDX-License-Identifier: MIT */
#include "recognise/note_calls.h"

#include <stdlib.h>
#include <string.h>

#include "recognise/chars.h"
#include "recognise/fixes.h"
#include "recognise/note_find.h"

#define SAME_PAGE_BONUS 0.4f
#define LOST_SCORE_MIN 0.8f /* a call without a body must look like one by itself */
#define LOST_WEIGHT 0.5f
#define LOST_GAP_MAX 40
#define LOST_TAIL_MAX 60
#define FILL_MAX 200        /* notes looked for by their last chance */
#define LOST_ALONE_MIN 3    /* so many, and most such places, before a draft without note texts has notes */

/* One note that a call is looked for: a body, or a number missing in the series of bodies. */
struct want {
	struct note_mark mark;
	struct note_body *body;  /* NULL: lost */
	uint32_t from, to;       /* calls stand in [from, to) of the clean text */
	uint32_t page;           /* 0: any */
	const struct call_place *call;
	const struct rep_node *again; /* the note stands at an earlier call already */
	const char *lost;        /* the mark of a call that the form makes for no body */
};

/* Best chain that ends at a place; link says how to walk back. */
struct link {
	float score;
	size_t want;        /* index, for walking back */
	const struct call_place *place;
	const struct link *before;
};

struct matcher {
	struct arena *arena;
	struct account *acc;
	struct recognised *found;
	struct diag *diag;
	struct flat *flat;
	struct call_place *place;
	size_t nplace;
	struct call_place **by_value; /* places sorted by series, value, then off */
	struct want *want;
	size_t nwant, cap_want;
	bool *taken;                  /* per body: the form says where it is called, or nowhere */
	struct want *all;             /* notes with their calls */
	size_t nall, cap_all;
	const struct link **best;     /* Fenwick tree over order: best chain up to there */
	size_t norder;
};

static int
by_value(const void *a, const void *b)
{
	const struct call_place *x = *(struct call_place *const *)a, *y = *(struct call_place *const *)b;
	if (x->mark.series != y->mark.series)
		return x->mark.series < y->mark.series ? -1 : 1;
	if (x->mark.value != y->mark.value)
		return x->mark.value < y->mark.value ? -1 : 1;
	return x->off < y->off ? -1 : x->off > y->off;
}

/* First place in by_value with this mark, from an offset on. */
static size_t
first_with(const struct matcher *m, struct note_mark mark, uint32_t off)
{
	size_t low = 0, high = m->nplace;
	while (low < high) {
		size_t mid = (low + high) / 2;
		const struct note_mark *k = &m->by_value[mid]->mark;
		if (k->series < mark.series || (k->series == mark.series && (k->value < mark.value ||
		    (k->value == mark.value && m->by_value[mid]->off < off))))
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

static struct want *
want_add(struct matcher *m, struct note_mark mark, struct note_body *body)
{
	struct want *w = VEC_PUSH(m->arena, m->want, m->nwant, m->cap_want);
	*w = (struct want){.mark = mark, .body = body, .to = UINT32_MAX};
	return w;
}

/*
 * The notes of one series in the order of the draft, with those the series lacks.  A mark that
 * does not rise starts the series again (a new page or part).
 */
static void
want_list(struct matcher *m, enum mark_series series)
{
	uint32_t last = 0, restart_off = 0;
	m->nwant = 0;
	for (size_t i = 0; i < m->found->nnote; i++) {
		struct note_body *b = &m->found->note[i];
		struct note_mark mark = note_mark_read(span_of(b->mark));
		if (mark.series != series)
			continue;
		if (m->taken[i]) {
			last = mark.value;
			continue;
		}
		if (mark.value <= last) {
			restart_off = m->nwant > 0 && m->want[m->nwant - 1].body != NULL
			    ? m->want[m->nwant - 1].body->off : restart_off;
			last = mark.value - 1;
		}
		if (series == SERIES_NUMBER && mark.value - last - 1 <= LOST_GAP_MAX)
			for (uint32_t v = last + 1; v < mark.value; v++) {
				struct want *lost = want_add(m, (struct note_mark){series, v}, NULL);
				lost->from = restart_off;
				lost->to = b->off;
			}
		struct want *w = want_add(m, mark, b);
		w->from = restart_off;
		w->to = b->off;
		w->page = b->page;
		last = mark.value;
	}
	if (series == SERIES_NUMBER)
		for (uint32_t v = last + 1; v <= last + LOST_TAIL_MAX; v++)
			want_add(m, (struct note_mark){series, v}, NULL)->from = restart_off;
}

static const struct link *
best_before(const struct matcher *m, size_t order)
{
	const struct link *best = NULL;
	for (size_t i = order; i > 0; i -= i & -i)
		if (m->best[i] != NULL && (best == NULL || m->best[i]->score > best->score))
			best = m->best[i];
	return best;
}

static void
best_add(struct matcher *m, size_t order, const struct link *l)
{
	for (size_t i = order; i <= m->norder; i += i & -i)
		if (m->best[i] == NULL || m->best[i]->score < l->score)
			m->best[i] = l;
}

static float
fit(const struct want *w, const struct call_place *p)
{
	if (w->body == NULL)
		return p->score < LOST_SCORE_MIN || p->off < w->from || p->off >= w->to ? 0
		    : p->score * LOST_WEIGHT;
	if (p->score <= NOTE_SCORE_WEAK)
		return 0;
	/* Text after the note block of a page may come first in the draft, but on the same page. */
	if (p->off < w->from || (p->off >= w->to && p->page != w->page))
		return 0;
	float bonus = w->page != 0 && p->page == w->page ? SAME_PAGE_BONUS : 0;
	return p->score + bonus - (p->off >= w->to ? 0.3f : 0);
}

/* The number of notes up to the last that has a body. */
static size_t
with_bodies(const struct matcher *m)
{
	size_t n = m->nwant;
	while (n > 0 && m->want[n - 1].body == NULL)
		n--;
	return n;
}

/* The best rising chain of calls for m->want; sets want->call.  Behind the last body it ends at the first gap. */
static void
match_chain(struct matcher *m)
{
	struct link **fresh = NULL;
	size_t cap = 0, bodies = with_bodies(m);
	memset(m->best, 0, (m->norder + 1) * sizeof *m->best);
	for (size_t k = 0; k < m->nwant; k++) {
		struct want *w = &m->want[k];
		size_t nfresh = 0;
		for (size_t i = first_with(m, w->mark, w->from); i < m->nplace; i++) {
			const struct call_place *p = m->by_value[i];
			if (p->mark.series != w->mark.series || p->mark.value != w->mark.value ||
			    (p->off >= w->to && p->page > w->page))
				break;
			float score = fit(w, p);
			if (score <= 0)
				continue;
			struct link *l = ARENA_NEW(m->arena, struct link);
			*l = (struct link){score, k, p, best_before(m, p->order - 1)};
			l->score += l->before != NULL ? l->before->score : 0;
			*VEC_PUSH(m->arena, fresh, nfresh, cap) = l;
		}
		if (k >= bodies && nfresh == 0)
			break;
		for (size_t i = 0; i < nfresh; i++)
			best_add(m, fresh[i]->place->order, fresh[i]);
	}
	for (const struct link *l = best_before(m, m->norder); l != NULL; l = l->before)
		m->want[l->want].call = l->place;
}

/* The weak place for note k between the calls of its neighbours, if there is just one; a whole figure before the
 * end of a longer one. */
static const struct call_place *
only_place(const struct matcher *m, size_t k)
{
	const struct want *w = &m->want[k];
	size_t low = 0, high = m->norder + 1;
	const struct call_place *last[2] = {NULL, NULL};
	size_t n[2] = {0, 0};
	for (size_t i = k; i-- > 0 && low == 0;)
		low = m->want[i].call != NULL ? m->want[i].call->order : 0;
	for (size_t i = k + 1; i < m->nwant && high > m->norder; i++)
		high = m->want[i].call != NULL ? m->want[i].call->order : high;
	for (size_t i = first_with(m, w->mark, w->from); i < m->nplace; i++) {
		const struct call_place *p = m->by_value[i];
		if (p->mark.series != w->mark.series || p->mark.value != w->mark.value || p->off >= w->to)
			break;
		if (p->page != w->page || p->order <= low || p->order >= high || p->score < NOTE_SCORE_WEAK)
			continue;
		bool whole = p->off <= p->run_off;
		last[whole] = p;
		n[whole]++;
	}
	return n[1] == 1 ? last[1] : n[1] == 0 && n[0] == 1 ? last[0] : NULL;
}

/* Notes still without a call take a number that stands alone where nothing else can be theirs. */
static void
fill(struct matcher *m)
{
	for (size_t k = 0, tries = 0; k < m->nwant && tries < FILL_MAX; k++) {
		if (m->want[k].body == NULL || m->want[k].call != NULL)
			continue;
		m->want[k].call = only_place(m, k);
		tries++;
	}
}

/* Numbers that look like calls by themselves. */
static size_t
strong_places(const struct matcher *m)
{
	size_t n = 0;
	for (size_t i = 0; i < m->nplace; i++)
		n += m->place[i].mark.series == SERIES_NUMBER && m->place[i].score >= LOST_SCORE_MIN;
	return n;
}

/* Lost notes behind the last body count only while none is missing between them. */
static void
trim_tail(struct matcher *m)
{
	size_t last = with_bodies(m), run = 0, k = last;
	while (k < m->nwant && m->want[k].call != NULL)
		k++, run++;
	if (last == 0 && (run < LOST_ALONE_MIN || run * 4 < strong_places(m) * 3))
		k = 0;
	for (; k < m->nwant; k++)
		m->want[k].call = NULL;
}

/* ---- edits ---- */

/* Take out the blank before a call that stood alone, and the one between it and a stop. */
static void
close_blanks(struct matcher *m, const struct call_place *p)
{
	struct span s = m->flat->text;
	size_t from = p->at;
	while (from > 0) {
		size_t i = from;
		if (!char_blank(utf8_prev(s.s, &i)))
			break;
		from = i;
	}
	if (from < p->at)
		flat_repair(m->flat, m->acc, from, p->at, (struct span){"", 0}, "note.blank-before",
		    "a call stands close to its word");
}

static void
close_blank_after(struct matcher *m, const struct call_place *p)
{
	struct span s = m->flat->text;
	size_t to = p->end;
	while (to < s.n && char_blank(char_after(s, to)))
		utf8_next(s.s, s.n, &to);
	uint32_t next = char_after(s, to);
	/* Before ; and : a blank may be the custom of the language, unless the call had blanks round it. */
	bool alone = char_blank(char_before(s, p->at));
	if (to > p->end && (next == '.' || next == ',' || (alone && (next == ';' || next == ':'))))
		flat_repair(m->flat, m->acc, p->end, to, (struct span){"", 0}, "note.blank-after",
		    "a stop stands close to the call before it");
}

static struct rep_node *
lost_note(struct matcher *m, const struct want *w)
{
	const struct call_place *p = w->call;
	struct rep_node *n = rep_new(m->found->report, REP_NOTE, NULL);
	const char *mark = w->lost != NULL ? w->lost : arena_printf(m->arena, "%u", (unsigned)w->mark.value);
	rep_set(m->found->report, n, "mark", mark);
	rep_set(m->found->report, n, "lost", "true");
	n->line_from = n->line_to = account_line(m->acc, p->off);
	n->rule = "note.lost";
	account_lost(m->acc, rep_get(n, "mark"), p->off);
	diag(m->diag, DIAG_NOTE_LOST, source_pos(m->found->draft, p->off),
	    "note %s: add its text to the draft, or leave the mark without one", mark);
	return n;
}

static void
place_call(struct matcher *m, const struct want *w)
{
	const struct call_place *p = w->call;
	struct rep_node *first, *last;
	close_blank_after(m, p);
	if (!flat_isolate(m->flat, p->at, p->end, &first, &last) || first != last)
		return;
	struct rep_node *note = w->body != NULL ? w->body->node : lost_note(m, w);
	if (w->body != NULL) {
		rep_set(m->found->report, note, "mark", w->body->mark);
		note->rule = p->rule;
		note->conf = p->score >= 1 ? 1.0f : 0.5f + p->score / 2;
	}
	account_fate(m->acc, first->off, first->off_n, FATE_MARKUP);
	rep_insert_before(first, note);
	rep_detach(first);
	struct rep_node *in = note->parent;
	if (in->kind == REP_SUP && in->first == note && in->last == note) {
		rep_insert_before(in, note);
		rep_detach(in);
	}
	close_blanks(m, p);
	if (w->body != NULL)
		w->body->node = NULL;
}

/* A further call of a note stays as printed, and leads to the note. */
static void
place_again(struct matcher *m, const struct want *w)
{
	struct rep_node *ref = flat_wrap(m->flat, w->call->at, w->call->end, REP_REF);
	if (ref == NULL)
		return;
	ref->rule = w->call->rule;
	ref->conf = 1;
	*VEC_PUSH(m->acc->arena, m->acc->again, m->acc->nagain, m->acc->cap_again) = (struct call_again){ref, w->again};
	struct rep_node *sup = ref->parent->kind == REP_SUP ? NULL : rep_new(m->found->report, REP_SUP, NULL);
	if (sup == NULL)
		return;
	rep_insert_before(ref, sup);
	rep_append(sup, ref);
}

/* ---- what the form says ---- */

static int
body_by_mark(const void *a, const void *b)
{
	const struct note_body *x = *(struct note_body *const *)a, *y = *(struct note_body *const *)b;
	int order = strcmp(x->mark, y->mark);
	return order != 0 ? order : x->off < y->off ? -1 : x->off > y->off;
}

/* The bodies that the form calls notes, by mark; those of one mark in the order of the draft. */
static struct note_body **
form_bodies(struct matcher *m, size_t *n)
{
	struct note_body **v = ARENA_ARRAY(m->arena, struct note_body *, m->found->nnote + 1);
	*n = 0;
	for (size_t i = 0; i < m->found->nnote; i++) {
		struct note_body *b = &m->found->note[i];
		if (b->node != NULL && b->form)
			v[(*n)++] = b;
	}
	if (*n > 1)
		qsort(v, *n, sizeof *v, body_by_mark);
	return v;
}

/* The next body of a mark, else the last one of it; NULL when there is none.  used counts by the first one. */
static struct note_body *
body_called(struct note_body **v, size_t n, const char *mark, size_t *used)
{
	size_t low = 0, high = n;
	while (low < high) {
		size_t mid = (low + high) / 2;
		if (strcmp(v[mid]->mark, mark) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	if (low == n || strcmp(v[low]->mark, mark) != 0)
		return NULL;
	size_t next = low + used[low];
	if (next < n && strcmp(v[next]->mark, mark) == 0)
		used[low]++;
	return v[low + used[low] - 1];
}

/*
 * Calls that the form marks get the note of their mark; a further call of it leads to the first, and
 * one without a note is a lost one.  A note of the form that nothing calls is called by no figure.
 */
static void
form_calls(struct matcher *m)
{
	const struct draft *d = m->found->draft;
	size_t n;
	struct note_body **v = form_bodies(m, &n);
	size_t *used = ARENA_ARRAY(m->arena, size_t, n + 1);
	for (size_t i = 0; i < d->nmark; i++) {
		const struct mark *c = &d->mark[i];
		bool call = c->kind == MARK_CALL;
		struct note_body *b = call ? body_called(v, n, c->target, used) : NULL;
		size_t at = call ? flat_pos(m->flat, c->off) : SIZE_MAX, last = call ? flat_pos(m->flat, c->end - 1) : SIZE_MAX;
		if (at == SIZE_MAX || last == SIZE_MAX || last < at)
			continue;
		struct call_place *p = ARENA_NEW(m->arena, struct call_place);
		*p = (struct call_place){.at = at, .end = last + 1, .off = c->off, .score = 2, .rule = "note.call.form"};
		struct want *w = VEC_PUSH(m->arena, m->all, m->nall, m->cap_all);
		*w = (struct want){.body = b, .call = p, .lost = b == NULL ? c->target : NULL};
		if (b == NULL)
			continue;
		w->again = m->taken[b - m->found->note] ? b->node : NULL;
		m->taken[b - m->found->note] = true;
	}
	for (size_t i = 0; i < n; i++)
		m->taken[v[i] - m->found->note] = true;
}

/* ---- what the editor says ---- */

/* The body of a mark that is nearest behind a place, else nearest before it; NULL when all are taken. */
static struct note_body *
body_behind(const struct matcher *m, struct span mark, uint32_t off)
{
	struct note_body *best = NULL;
	for (size_t i = 0; i < m->found->nnote; i++) {
		struct note_body *b = &m->found->note[i];
		if (b->node == NULL || m->taken[i] || !span_is(mark, b->mark))
			continue;
		if (best == NULL || best->off < off)
			best = b;
	}
	return best;
}

/* Fixes that name the call of a note. */
static void
fixed_calls(struct matcher *m)
{
	struct fixes *x = m->acc->fixes;
	for (size_t i = 0; x != NULL && i < x->n; i++) {
		struct fix *f = &x->fix[i];
		if (f->kind != FIX_CALL || !f->fits)
			continue;
		uint32_t off = f->end - (uint32_t)f->value.n;
		size_t at = flat_pos(m->flat, off);
		struct note_body *b = at != SIZE_MAX ? body_behind(m, f->value, off) : NULL;
		if (b == NULL)
			continue;
		struct call_place *p = ARENA_NEW(m->arena, struct call_place);
		*p = (struct call_place){.at = at, .end = at + f->value.n, .off = off, .score = 2, .rule = "fix"};
		*VEC_PUSH(m->arena, m->all, m->nall, m->cap_all) = (struct want){.body = b, .call = p};
		m->taken[b - m->found->note] = true;
		f->used = true;
	}
}

/* Places that the form or the editor has given away are nobody else's. */
static void
drop_taken(struct matcher *m)
{
	size_t n = 0, k = 0;
	for (size_t i = 0; i < m->nplace; i++) {
		while (k < m->nall && m->all[k].call->end <= m->place[i].at)
			k++;
		if (k == m->nall || m->place[i].end <= m->all[k].call->at)
			m->place[n++] = m->place[i];
	}
	m->nplace = n;
}

static int
by_place(const void *a, const void *b)
{
	const struct want *x = a, *y = b;
	return x->call->at < y->call->at ? -1 : x->call->at > y->call->at;
}

static int
by_place_from_end(const void *a, const void *b)
{
	const struct want *x = a, *y = b;
	size_t p = x->call != NULL ? x->call->at + 1 : 0, q = y->call != NULL ? y->call->at + 1 : 0;
	return p > q ? -1 : p < q;
}

/* ---- bodies without a call ---- */

static int
run_by_off(const void *a, const void *b)
{
	const struct flat_run *x = a, *y = b;
	return x->node->off < y->node->off ? -1 : x->node->off > y->node->off;
}

/* The runs that may take a note at their block's end, sorted by where they stand in the draft. */
static struct flat_run *
homes(struct matcher *m, size_t *n)
{
	struct flat_run *home = ARENA_ARRAY(m->arena, struct flat_run, m->flat->nrun + 1);
	*n = 0;
	for (size_t i = 0; i < m->flat->nrun; i++) {
		const struct flat_run *r = &m->flat->run[i];
		if (rep_class(r->block->kind) == REP_CLASS_B && r->block->kind != REP_NUM &&
		    r->node->parent != NULL)
			home[(*n)++] = *r;
	}
	if (*n > 0)
		qsort(home, *n, sizeof *home, run_by_off);
	return home;
}

/* The block of the last run before the body; the first block when none is before it. */
static struct rep_node *
home_of(const struct flat_run *home, size_t n, uint32_t off)
{
	size_t low = 0, high = n;
	while (low + 1 < high) {
		size_t mid = (low + high) / 2;
		if (home[mid].node->off < off)
			low = mid;
		else
			high = mid;
	}
	return n > 0 ? home[low].block : NULL;
}

static void
place_uncalled(struct matcher *m)
{
	struct report *report = m->found->report;
	size_t nhome = 0;
	struct flat_run *home_list = NULL; /* made when the first one is asked for */
	for (size_t i = 0; i < m->found->nnote; i++) {
		struct note_body *b = &m->found->note[i];
		if (b->node == NULL)
			continue;
		if (home_list == NULL)
			home_list = homes(m, &nhome);
		struct rep_node *home = home_of(home_list, nhome, b->off);
		if (home == NULL)
			home = rep_new(report, REP_P, report->root->last != NULL ? report->root->last
			                                                         : report->root);
		rep_append(home, b->node);
		rep_set(report, b->node, "mark", b->mark);
		rep_set(report, b->node, "uncalled", "true");
		b->node->rule = "note.uncalled";
		b->node->conf = 0.3f;
		b->node = NULL;
		diag(m->diag, DIAG_NOTE_UNCALLED, source_pos(m->found->draft, b->off),
		    "note %s: it stands at the end of the text before it; mark its call in a correction, or say there what "
		    "it is if it is no note", b->mark);
	}
}

static void
match_series(struct matcher *m, enum mark_series series)
{
	want_list(m, series);
	if (m->nwant == 0)
		return;
	match_chain(m);
	fill(m);
	trim_tail(m);
}

void
note_calls(struct account *acc, const struct figure_words *words, struct diag *d)
{
	struct matcher m = {.arena = acc->arena, .acc = acc, .found = acc->found, .diag = d};
	m.flat = flat_build(acc, false);
	m.place = note_find_places(m.arena, m.flat, m.found, words, &m.nplace);
	m.taken = ARENA_ARRAY(m.arena, bool, m.found->nnote + 1);
	form_calls(&m);
	fixed_calls(&m);
	if (m.nall > 1)
		qsort(m.all, m.nall, sizeof *m.all, by_place);
	drop_taken(&m);
	for (size_t i = 0; i < m.nplace; i++)
		m.norder = m.place[i].order > m.norder ? m.place[i].order : m.norder;
	m.best = ARENA_ARRAY(m.arena, const struct link *, m.norder + 1);
	m.by_value = ARENA_ARRAY(m.arena, struct call_place *, m.nplace);
	for (size_t i = 0; i < m.nplace; i++)
		m.by_value[i] = &m.place[i];
	if (m.nplace > 0)
		qsort(m.by_value, m.nplace, sizeof *m.by_value, by_value);
	for (enum mark_series s = SERIES_NUMBER; s < SERIES_NONE; s++) {
		match_series(&m, s);
		for (size_t i = 0; i < m.nwant; i++)
			if (m.want[i].call != NULL)
				*VEC_PUSH(m.arena, m.all, m.nall, m.cap_all) = m.want[i];
	}
	if (m.nall > 0)
		qsort(m.all, m.nall, sizeof *m.all, by_place_from_end);
	for (size_t i = 0; i < m.nall; i++)
		m.all[i].again != NULL ? place_again(&m, &m.all[i]) : place_call(&m, &m.all[i]);
	place_uncalled(&m);
}
