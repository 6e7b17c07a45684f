/* SPDX-License-Identifier: MIT */
/*
 * pagebreak.c - where the pages end: the cheapest way through all legal breaks, by dynamic
 * programming over the whole flow (Plass 1981, "Optimal pagination techniques").
 *
 * The notes of the flow form a second list in the order of their calls.  A page that ends behind
 * part b must have begun every note called up to b; the lines of notes that do not fit go on at the
 * foot of the next page.  A state is (b, first note line not yet set); of the states with the same b
 * the cheapest is kept.
 */
#include <math.h>
#include <stdlib.h>

#include "layout/stack.h"

#define SPLIT_NOTE 40.0      /* a note that goes on on the next page */
#define SHORT_PAGE 100.0     /* a page that is empty but for its first line */
#define FLEXED 0.5           /* a page whose spaces are as large, or as small, as they may be */
#define STRANDED 60.0        /* a heading with a single line under it at the foot of a page */
#define LEAST_LINES 2u       /* wanted under a heading */
#define OVERFULL 1e7
#define NOTE_LINES 2         /* least lines of a note on the page of its call */

struct state {
	double cost;                /* < 0: not reached */
	double set;                 /* of the page that ends here */
	size_t from, note_to, page; /* page: how many pages end here */
	size_t alone, note_from;    /* pages of notes only that follow, and where the notes stand then */
};

/* How high the flow of a page is, and how much its spaces give and take. */
struct extent_y {
	double height, stretch, shrink;
};

/* A page that can be set: what it costs, how its spaces are set, and where its notes end. */
struct trial {
	double cost, set;
	size_t note_to;
};

struct breaker {
	struct layout *l;
	const struct stack *flow;
	const struct note_stream *notes;
	const struct page_room *room;
	size_t from, to, note_from; /* of the text */
	double *note_at;            /* height of its notes up to each line: of line note_from + i */
	struct state *state;        /* of part from + i, and behind the last one */
};

static struct state *
state_at(const struct breaker *b, size_t part)
{
	return &b->state[part - b->from];
}

/* Height of lines [from, to) of the notes with the separator above them; 0 for none. */
static double
notes_height(const struct breaker *b, size_t from, size_t to)
{
	if (from >= to)
		return 0;
	return b->note_at[to - b->note_from] - b->note_at[from - b->note_from] +
	       (b->notes->start_of[from] != from ? b->room->continued : b->room->separator);
}

/* Rows of the table header that a page starting at part `at` repeats. */
static double
repeated_height(const struct stack *s, size_t at)
{
	double h = 0;
	for (size_t i = 0; i < s->part[at].head_n; i++)
		h += s->part[s->part[at].head_from + i].height;
	return h;
}

/* Rows of the table foot that a page ending behind part `at` repeats. */
static double
foot_height(const struct stack *s, size_t at, size_t next)
{
	double h = 0;
	for (size_t i = 0; i < s->part[at].foot_n && s->part[at].foot_from > next; i++)
		h += s->part[s->part[at].foot_from + i].height;
	return h;
}

/* How many note lines [from, ?) fit into `space`, at least to `least`. */
static size_t
fit_notes(const struct breaker *b, size_t from, size_t want, size_t least, double space)
{
	size_t to = want;
	while (to > least && notes_height(b, from, to) > space + 0.01)
		to--;
	return to;
}

/* What the spaces of a page get of their stretch, or give (below 0), for it to be full; `used` is its
 * height with its notes. */
static double
set_spaces(const struct extent_y *y, double used, double room)
{
	double slack = room - used;
	if (slack < 0)
		return y->shrink > 0 ? fmax(slack / y->shrink, -1) : 0;
	return y->stretch > 0 ? fmin(slack / y->stretch, 1) : 0;
}

/*
 * The page [from, to).  False when it is too full.  last: it need not be full.  late: notes called on
 * it may start on a later page, for a first line that calls more than a page can hold.
 */
static bool
try_page(const struct breaker *b, size_t from, size_t to, const struct extent_y *y, double room, bool last, bool late,
         struct trial *t)
{
	const struct state *s = state_at(b, from);
	size_t want = to > 0 ? b->notes->end_after[to - 1] : 0;
	size_t begun = from > 0 ? b->notes->end_after[from - 1] : 0;
	size_t least = begun; /* what was carried over ends here, before new text takes its room */
	if (want > begun) { /* a new note must stand here with its first lines */
		size_t start = b->notes->start_of[want - 1];
		least = start + NOTE_LINES < want ? start + NOTE_LINES : want;
	}
	if ((late && s->note_from >= begun) || least < s->note_from)
		least = s->note_from;
	t->note_to =
	    fit_notes(b, s->note_from, want > s->note_from ? want : s->note_from, least, room - y->height + y->shrink);
	double used = y->height + notes_height(b, s->note_from, t->note_to);
	if (used - y->shrink > room + 0.01)
		return false;
	last = last && t->note_to >= want;
	t->set = last && used <= room ? 0 : set_spaces(y, used, room);
	double slack = last ? 0 : fmax(room - used - t->set * y->stretch, 0) / room;
	t->cost = 1 + SHORT_PAGE * slack * slack + FLEXED * t->set * t->set + (t->note_to < want ? SPLIT_NOTE : 0);
	return true;
}

static void
offer(struct breaker *b, size_t from, size_t to, const struct trial *t)
{
	struct state *s = state_at(b, to);
	double total = state_at(b, from)->cost + t->cost;
	if (s->cost >= 0 && s->cost <= total)
		return;
	*s = (struct state){.cost = total, .set = t->set, .from = from, .note_to = t->note_to,
	                    .page = state_at(b, from)->page + state_at(b, from)->alone + 1};
}

static bool
is_gap(const struct part *p)
{
	return p->kind == PART_SPACE && !p->keep_space;
}

static double
room_at(const struct breaker *b, size_t page)
{
	return b->room->height(b->room->closure, page);
}

/* Every page that can start at `from`; false when not even its first part and its notes fit. */
static bool
extend_once(struct breaker *b, size_t from, bool late)
{
	const struct stack *f = b->flow;
	const struct state *s = state_at(b, from);
	double room = room_at(b, s->page + s->alone);
	struct extent_y all = {.height = repeated_height(f, from)}, text = all; /* text: without the spaces it ends in */
	struct trial t, fitting = {.cost = OVERFULL};
	size_t i = from, fitted = from;
	bool any = false;
	unsigned under = LEAST_LINES; /* lines since the last heading */
	while (i < b->to && is_gap(&f->part[i]))
		i++;
	for (size_t at = i; at < b->to; at++) {
		const struct part *p = &f->part[at];
		under = p->kept ? 0 : p->kind == PART_ROW ? LEAST_LINES : under + (p->kind == PART_LINE);
		all = (struct extent_y){all.height + p->height, all.stretch + p->stretch, all.shrink + p->shrink};
		text = is_gap(p) ? text : all;
		size_t next = at + 1;
		while (next < b->to && is_gap(&f->part[next]))
			next++;
		if (is_gap(p) && next < b->to)
			continue;
		bool end = next >= b->to, legal = end || f->part[next].cost < NO_BREAK || f->part[next].force;
		struct extent_y page = text;
		page.height += end ? 0 : foot_height(f, at, next);
		if (!try_page(b, from, at + 1, &page, room, end || f->part[next].force, late && at == i, &t)) {
			/* Nothing legal fitted: break where it must not rather than not at all. */
			if (!any && fitted > from)
				offer(b, from, fitted, &fitting);
			return fitted > from;
		}
		fitted = end ? b->to : next;
		fitting.set = t.set;
		fitting.note_to = t.note_to;
		if (legal) {
			t.cost += end ? 0 : f->part[next].cost + (under < LEAST_LINES && !f->part[next].force ? STRANDED : 0);
			offer(b, from, fitted, &t);
			any = true;
		}
		if (end || f->part[next].force)
			return true;
	}
	if (i == b->to) /* nothing but spaces is left */
		offer(b, from, b->to, &(struct trial){.note_to = s->note_from});
	return true;
}

/*
 * Every page that can follow the state at `from`.  Notes carried over that leave no room for the
 * first line and its own notes have pages to themselves; then the line's notes may start late;
 * what is higher than a page is set and reported.
 */
static void
extend(struct breaker *b, size_t from)
{
	struct state *s = state_at(b, from);
	size_t begun = from > 0 ? b->notes->end_after[from - 1] : 0, first = from;
	s->note_from = s->note_to;
	while (!extend_once(b, from, false)) {
		if (s->note_from < begun) {
			s->note_from = fit_notes(b, s->note_from, begun, s->note_from + 1, room_at(b, s->page + s->alone));
			s->alone++;
			continue;
		}
		if (extend_once(b, from, true))
			return;
		while (first < b->to && is_gap(&b->flow->part[first]))
			first++;
		const struct part *p = &b->flow->part[first], *named = p; /* of a row, its first slice says which */
		while (named > b->flow->part && named->node == NULL)
			named--;
		diag(b->l->diag, DIAG_LAYOUT_OVERFULL, named->node != NULL ? named->node->pos : (struct pos){0}, "by %.1f pt",
		     p->height - room_at(b, s->page + s->alone));
		offer(b, from, first + 1, &(struct trial){.cost = OVERFULL, .note_to = s->note_from});
		return;
	}
}

/* A page that ends behind part `to` while a note called on it has not begun. */
static void
report_late(const struct breaker *b, size_t from, size_t to, size_t note_to)
{
	size_t begun = to > 0 ? b->notes->end_after[to - 1] : 0;
	if (begun == 0 || note_to > b->notes->start_of[begun - 1])
		return;
	for (size_t i = to; i-- > from;) {
		const struct part *p = &b->flow->part[i];
		if (p->nnote == 0)
			continue;
		diag(b->l->diag, DIAG_LAYOUT_NOTE_LATE, p->note[p->nnote - 1]->node->pos,
		     "the notes of one line are longer than a page");
		return;
	}
}

/* A page [from, to) that parts rows which a cell spans: the cell is whole beside the first of them, and may run
 * off the page. */
static void
report_cut_spans(const struct breaker *b, size_t from, size_t to)
{
	const struct state *s = state_at(b, from);
	double room = room_at(b, s->page + s->alone), below = 0;
	while (from < to && is_gap(&b->flow->part[from]))
		from++;
	for (size_t i = from; i < to; i++)
		room -= b->flow->part[i].height;
	for (size_t i = to; i-- > from;) {
		const struct part *p = &b->flow->part[i];
		below += p->height;
		for (size_t k = 0; k < p->ncell; k++) {
			const struct cell_box *c = &p->cell[k];
			double over = c->top + c->stack->height + c->bottom - below - room;
			if (c->rows > 1 && c->box > below + 0.01 && over > 0.01)
				diag(b->l->diag, DIAG_LAYOUT_OVERFULL, p->node != NULL ? p->node->pos : (struct pos){0}, "by %.1f pt", over);
		}
	}
}

struct cut *
pagebreak(struct layout *l, const struct page_text *text, const struct page_room *room, size_t *ncut)
{
	const struct stack *flow = text->flow;
	const struct note_stream *notes = text->notes;
	size_t from = text->from, to = text->to, total = to > 0 ? notes->end_after[to - 1] : 0;
	size_t lines = total > text->note_from ? total - text->note_from : 0;
	struct breaker b = {.l = l, .flow = flow, .notes = notes, .room = room, .from = from, .to = to,
	                    .note_from = text->note_from};
	b.note_at = ARENA_ARRAY(l->arena, double, lines + 1);
	for (size_t i = 0; i < lines; i++)
		b.note_at[i + 1] = b.note_at[i] + notes->lines->part[text->note_from + i].height;
	b.state = ARENA_ARRAY(l->arena, struct state, to - from + 1);
	state_at(&b, from)->note_to = text->note_from;
	for (size_t i = from + 1; i <= to; i++)
		state_at(&b, i)->cost = -1;
	for (size_t i = from; i < to; i++)
		if (state_at(&b, i)->cost >= 0)
			extend(&b, i);
	const struct state *end = state_at(&b, to);
	/* Notes that outlast the text get pages of their own. */
	size_t rest = 0, done = end->note_to;
	size_t pages = to > from ? end->page : 1;
	struct cut *cut = ARENA_ARRAY(l->arena, struct cut, pages + (total > done ? total - done : 0) + 1);
	for (size_t i = to, k = pages; k > 0; i = state_at(&b, i)->from) {
		const struct state *here = state_at(&b, i), *before = state_at(&b, here->from);
		cut[--k] = (struct cut){i, here->note_to, here->set};
		report_late(&b, here->from, i, here->note_to);
		report_cut_spans(&b, here->from, i);
		size_t note = before->note_to;
		for (size_t j = k -= before->alone; j < k + before->alone; j++) {
			note = fit_notes(&b, note, before->note_from, note + 1, room_at(&b, j));
			cut[j] = (struct cut){here->from, note, 0};
		}
	}
	while (done < total) {
		double h = room->height(room->closure, pages + rest);
		done = fit_notes(&b, done, total, done + 1, h);
		cut[pages + rest++] = (struct cut){to, done, 0};
	}
	*ncut = pages + rest;
	return cut;
}
