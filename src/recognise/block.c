/* SPDX-License-Identifier: MIT */
/*
 * block.c - decided lines grouped into blocks; the level of each heading; the dump.
 *
 * Levels: a numbering style has one level in the whole document, the place in the nesting where
 * it was first met.  An annex that begins with "A." keeps the level that "A." has in the body.  An
 * unnumbered heading stands one below the last numbered one.
 */
#include <string.h>

#include "recognise/numbering.h"
#include "recognise/fixes.h"
#include "recognise/work.h"

static bool
is_start(enum reading r)
{
	return r != READ_CONT;
}

struct levels {
	uint8_t of[LABEL_STYLES];
	bool open[LABEL_STYLES];
	uint8_t deepest;  /* level of the last numbered heading in this part */
	bool in_annex;
};

static uint8_t
numbered_level(struct levels *v, enum label_style style)
{
	int s;

	if (!v->of[style]) {
		uint8_t parent = 0;
		for (s = 0; s < LABEL_STYLES; s++)
			if (v->open[s] && v->of[s] > parent &&
			    numbering_rank((enum label_style)s) < numbering_rank(style))
				parent = v->of[s];
		v->of[style] = (uint8_t)(parent + 1);
	}
	for (s = 0; s < LABEL_STYLES; s++)
		if (v->of[s] > v->of[style])
			v->open[s] = false;
	v->open[style] = true;
	v->deepest = v->of[style];
	return v->of[style];
}

/* Styles met only in an annex would otherwise take levels from the body's order. */
static void
set_level(struct levels *v, struct block *b)
{
	switch (b->reading) {
	case READ_ANNEX: case READ_FRONT:
		memset(v->open, 0, sizeof v->open);
		v->deepest = 0;
		break;
	case READ_HEAD:
		b->level = numbered_level(v, b->label.style);
		break;
	case READ_PLAIN:
		b->level = (uint8_t)(v->deepest + 1);
		break;
	default:
		break;
	}
}

void
blocks_make(struct work *w)
{
	struct levels levels = {{0}, {0}, 0, false};
	size_t i;

	for (i = 0; i < w->nflow; i++) {
		const struct rline *l = &w->line[w->flow[i]];
		struct block *b;
		if (!is_start(l->reading) && w->nblock) {
			w->block[w->nblock - 1].n++;
			continue;
		}
		b = VEC_PUSH(w->arena, w->block, w->nblock, w->block_cap);
		b->reading = l->reading == READ_CONT || l->reading == READ_OPEN ? READ_P : l->reading;
		b->flow = (uint32_t)i;
		b->n = 1;
		b->depth = l->depth;
		if (b->reading == READ_HEAD || b->reading == READ_PARA || b->reading == READ_ITEM)
			b->label = l->label[l->which];
	}
	for (i = 0; i < w->nblock; i++) {
		struct block *b = &w->block[i];
		const struct fix *fix = fix_of(w, &w->line[w->flow[b->flow]]);
		set_level(&levels, b);
		if (fix != NULL && fix->kind == FIX_HEADING)
			b->level = (uint8_t)fix->level;
	}
}

void
blocks_dump(const struct recognised *r, struct buf *out)
{
	const struct work *w = r->work;
	size_t i, k;

	for (i = 0; w && i < w->nblock; i++) {
		const struct block *b = &w->block[i];
		const struct rline *l = &w->line[w->flow[b->flow]];
		buf_printf(out, "%s %u %.2f %s", reading_name(b->reading), b->reading == READ_ITEM || b->reading == READ_BULLET ? b->depth : b->level,
		           (double)l->conf, l->rule ? l->rule : "-");
		if (l->alt != READ_OPEN && l->alt_conf > 0.05f)
			buf_printf(out, " (%s %.2f)", reading_name(l->alt), (double)l->alt_conf);
		buf_adds(out, ": ");
		for (k = 0; k < b->n; k++) {
			if (k)
				buf_adds(out, " | ");
			buf_addspan(out, rline_text(w, &w->line[w->flow[b->flow + k]]));
		}
		buf_addc(out, '\n');
	}
	for (i = 0; w && i < w->nline; i++) {
		const struct rline *l = &w->line[i];
		if (l->reading != READ_DROP && l->reading != READ_NOTE && l->reading != READ_NOTE_MORE &&
		    l->reading != READ_URL)
			continue;
		buf_printf(out, "%s %u %.2f %s: ", reading_name(l->reading), l->src->no, (double)l->conf,
		           l->rule ? l->rule : "-");
		buf_addspan(out, rline_text(w, l));
		buf_addc(out, '\n');
	}
}
