/* SPDX-License-Identifier: MIT */
#include "layout/para.h"

#include <math.h>
#include <string.h>

#include <fribidi.h>
#include <glib.h>

#include "layout/breaks.h"
#include "layout/kashida.h"
#include "layout/para_int.h"

#define SPACE_STRETCH 0.5F        /* of the width of the space */
#define SPACE_SHRINK 0.4F
#define HYPHEN_HANG 0.6F          /* of its width, in the margin */
#define CJK_STRETCH 0.06F         /* em between two ideographs */
#define CJK_LATIN_GAP 0.125F      /* em between an ideograph and a letter (CLREQ 3.2.2) */
#define JOIN_CONTEXT 32           /* bytes */
#define LEADER_FILLS 1e6          /* a leader at least this long fills the line */

double
style_em(const struct text_style *s)
{
	return s->size_pt * (s->hscale > 0 ? s->hscale : 1);
}

static const struct text_style *
style_of(const struct para *p, uint32_t inl)
{
	const struct text_style *s = p->inl[inl].style;
	return s != NULL ? s : p->style->base;
}

static const struct style_facts *
facts_of(struct para *p, uint32_t inl)
{
	const struct text_style *s = style_of(p, inl);
	struct style_facts *f = &p->facts;
	if (f->style == s)
		return f;
	f->style = s;
	f->list = fontlist_for(p->set, s->families, s->weight, s->italic);
	f->em = style_em(s);
	f->space = fmax(0, font_metrics(f->list->font[0])->space * f->em + s->tracking_pt + s->space_pt);
	f->stretch = fmaxf((float)f->space * SPACE_STRETCH, (float)s->space_more_pt);
	f->shrink = fminf(fmaxf((float)f->space * SPACE_SHRINK, (float)s->space_less_pt), (float)f->space);
	f->hyphen = 0;
	f->keep = fontset_keeps(p->set, s->lang, p->diag);
	uint32_t g;
	const struct font *font = fontlist_find(f->list, '-');
	if (font != NULL && font_has(font, '-', &g))
		f->hyphen = (double)hb_font_get_glyph_h_advance(font_hb(font), g) / font_upem(font) * f->em;
	return f;
}

/* ---- text and levels ---- */

/* The text as it is to be shown takes the place of what came. */
static void
change_letters(struct para *p)
{
	struct letters l = {0};
	for (size_t i = 0; i < p->ninl; i++) {
		size_t from = p->inl_at[i];
		p->inl_at[i] = (uint32_t)l.shown.n;
		letters_add(&l, span_sub(p->text, from, p->inl_at[i + 1]), from, style_of(p, (uint32_t)i)->letters);
	}
	p->source = p->text;
	p->text = (struct span){arena_strndup(p->arena, l.shown.data, l.shown.n), l.shown.n};
	p->origin = ARENA_ARRAY(p->arena, uint32_t, l.shown.n + 1);
	memcpy(p->origin, l.from, l.shown.n * sizeof *l.from);
	p->origin[l.shown.n] = p->inl_at[p->ninl];
	p->inl_at[p->ninl] = (uint32_t)l.shown.n;
	letters_free(&l);
}

/* One text for the whole paragraph: a leader reads as a space, a forced break as nothing. */
static void
join_text(struct para *p)
{
	size_t n = 0;
	p->inl_at = ARENA_ARRAY(p->arena, uint32_t, p->ninl + 1);
	for (size_t i = 0; i < p->ninl; i++) {
		p->inl_at[i] = (uint32_t)n;
		n += p->inl[i].kind == INL_TEXT ? p->inl[i].text.n : p->inl[i].kind == INL_LEADER;
	}
	p->inl_at[p->ninl] = (uint32_t)n;
	bool changed = false;
	for (size_t i = 0; i < p->ninl; i++) {
		changed |= p->inl[i].kind == INL_TEXT && p->inl[i].style != NULL && p->inl[i].style->letters != CASE_AS_IT_IS;
		p->controls |= p->inl[i].kind == INL_CONTROL;
		p->edges |= p->inl[i].kind == INL_EDGE;
	}
	char *s = arena_alloc(p->arena, n + 1);
	for (size_t i = 0; i < p->ninl; i++) {
		if (p->inl[i].kind == INL_TEXT && p->inl[i].text.n > 0)
			memcpy(s + p->inl_at[i], p->inl[i].text.s, p->inl[i].text.n);
		else if (p->inl[i].kind == INL_LEADER)
			s[p->inl_at[i]] = ' ';
	}
	p->text = (struct span){s, n};
	if (changed)
		change_letters(p);
}

/* Whether the text has right-to-left letters (U+0590 to U+08FF, presentation forms, beyond the
 * first plane) or bidi controls: all others need no levels. */
static bool
may_be_rtl(struct span t)
{
	for (size_t i = 0; i + 2 < t.n + 1; i++) {
		unsigned char c = (unsigned char)t.s[i];
		if (c < 0xD6)
			continue;
		unsigned char d = (unsigned char)t.s[i + 1], e = i + 2 < t.n ? (unsigned char)t.s[i + 2] : 0;
		if (c <= 0xDF || (c == 0xE0 && d < 0xA4) || c >= 0xF0 || (c == 0xEF && d >= 0xAC && d <= 0xBB) ||
		    (c == 0xE2 && d == 0x80 && (e == 0x8F || (e >= 0xAA && e <= 0xAE))) || (c == 0xE2 && d == 0x81 && e >= 0xA6))
			return true;
	}
	return false;
}

static bool
is_foreign(struct span t)
{
	if (may_be_rtl(t))
		return false;
	for (size_t i = 0; i < t.n;)
		if (FRIBIDI_IS_LETTER(fribidi_get_bidi_type(utf8_next(t.s, t.n, &i))))
			return true;
	return false;
}

/*
 * Words of a left-to-right script alone on a page that reads from the right ("9 April 2098", a name
 * with its title) start at the right edge but keep their own order to the last stop, as if isolated
 * (UAX #9, 2.4.2).  Leaders part such stretches: a number stands where the page wants it.
 */
static void
isolate_foreign(struct para *p)
{
	for (size_t i = 0, end; i < p->ninl; i = end + 1) {
		for (end = i; end < p->ninl && p->inl[end].kind != INL_LEADER;)
			end++;
		uint32_t from = p->inl_at[i], to = p->inl_at[end];
		if (is_foreign(span_sub(p->text, from, to)))
			memset(p->level + from, 2, to - from);
	}
}

/* The characters with the controls among them, their number.  With levels, these go to the bytes. */
static size_t
each_character(const struct para *p, FriBidiChar *c, const FriBidiLevel *level)
{
	size_t k = 0;
	for (size_t in = 0; in < p->ninl; in++) {
		if (p->inl[in].kind == INL_CONTROL)
			c[k++] = p->inl[in].control;
		for (size_t i = p->inl_at[in], from, end = p->inl_at[in + 1]; i < end; k++) {
			from = i;
			c[k] = utf8_next(p->text.s, end, &i);
			if (level != NULL)
				memset(p->level + from, level[k], i - from);
		}
	}
	return k;
}

static void
find_levels(struct para *p)
{
	if (!p->style->rtl && !p->controls && !may_be_rtl(p->text))
		return;
	FriBidiChar *c = xcalloc(p->text.n + p->ninl + 1, sizeof *c);
	size_t k = each_character(p, c, NULL);
	FriBidiCharType *type = xcalloc(k + 1, sizeof *type);
	FriBidiBracketType *bracket = xcalloc(k + 1, sizeof *bracket);
	FriBidiLevel *level = xcalloc(k + 1, sizeof *level);
	FriBidiParType dir = p->style->rtl ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
	fribidi_get_bidi_types(c, (FriBidiStrIndex)k, type);
	fribidi_get_bracket_types(c, (FriBidiStrIndex)k, type, bracket);
	if (fribidi_get_par_embedding_levels_ex(type, bracket, (FriBidiStrIndex)k, &dir, level) > 1 || p->style->rtl) {
		p->level = arena_alloc(p->arena, p->text.n + 1);
		each_character(p, c, level);
	}
	if (p->style->rtl && !p->controls)
		isolate_foreign(p);
	free(level);
	free(bracket);
	free(type);
	free(c);
}

static uint8_t
level_at(const struct para *p, size_t byte)
{
	if (p->level == NULL)
		return p->style->rtl;
	return byte < p->text.n ? p->level[byte] : p->style->rtl;
}

/* ---- elements and breaks ---- */

static struct elem *
add_elem(struct para *p, enum elem_kind kind, uint32_t inl, size_t at, size_t len)
{
	struct elem *e = VEC_PUSH(p->arena, p->elem, p->nelem, p->cap_elem);
	e->kind = kind;
	e->inl = inl;
	e->at = (uint32_t)at;
	e->len = (uint32_t)len;
	e->level = level_at(p, at);
	return e;
}

static void
advance(struct sum *s, const struct elem *e)
{
	s->w += (double)e->w;
	s->y += (double)e->y;
	s->z += (double)e->z;
	if (e->kind == ELEM_WORD && !e->rigid)
		s->e += (double)e->w;
	if (!e->rigid)
		s->t += (double)e->t;
	s->k += (double)e->k;
}

/* What of a mark may stand out: all shares where punctuation hangs, else the blank half of a
 * full-width mark, which is squeezed at the ends of lines (CLREQ 3.1.6) when those are where
 * the text order has them. */
static float
hang_of(struct para *p, const struct word *w, float share, uint32_t inl)
{
	return p->style->protrusion || (w->cjk && p->level == NULL) ? share * (float)facts_of(p, inl)->em : 0;
}

/* A break between the last element and the next one. */
static struct brk *
add_brk(struct para *p, enum brk_kind kind)
{
	struct brk *b = VEC_PUSH(p->arena, p->brk, p->nbrk, p->cap_brk);
	b->kind = kind;
	b->end = b->start = (uint32_t)p->nelem;
	b->pre = b->post = p->sum;
	const struct elem *last = p->nelem > 0 ? &p->elem[p->nelem - 1] : NULL;
	if (last != NULL && last->kind == ELEM_WORD)
		b->hang_end = hang_of(p, last->word, last->word->hang_end, last->inl);
	return b;
}

static void
report_missing(struct para *p, const struct word *w)
{
	for (uint32_t i = 0; i < w->nglyph; i++) {
		size_t at = w->glyph[i].cluster;
		if (w->glyph[i].index == 0)
			fontset_report_missing(p->set, utf8_next(w->text.s, w->text.n, &at), p->pos, p->diag);
	}
}

/* One break inside the word just added, whose sums before it are given: after `em` and `clusters` of it. */
static struct brk *
add_inner_break(struct para *p, const struct sum *before, enum brk_kind kind,
                uint32_t byte, double em, uint32_t clusters)
{
	const struct style_facts *f = &p->facts;
	double w = em * f->em + f->style->tracking_pt * clusters;
	uint32_t index = (uint32_t)p->nelem - 1;
	struct brk *b = VEC_PUSH(p->arena, p->brk, p->nbrk, p->cap_brk);
	*b = (struct brk){.kind = kind, .end = index, .end_byte = byte, .start = index, .start_byte = byte, .pre = *before};
	b->pre.w += w;
	b->pre.e += p->elem[index].rigid ? 0 : w;
	b->pre.t += p->elem[index].rigid ? 0 : f->style->tracking_flex_pt * clusters;
	b->post = b->pre;
	return b;
}

static double
width_of(const struct style_facts *f, const struct word *w)
{
	return w->em * f->em + f->style->tracking_pt * w->nclusters;
}

/* May the word be hyphenated?  One wider than the measure has to be, whatever the style says. */
static bool
hyphenates(const struct para *p, const struct style_facts *f, const struct word *w)
{
	return (p->style->hyphenate && f->style->hyphenate) || width_of(f, w) > p->style->measure;
}

static void
add_word_break(struct para *p, const struct sum *before, const struct style_facts *f, const struct word_break *wb)
{
	static const enum brk_kind kind[] = {[WORD_BREAK] = BRK_PLAIN, [WORD_BREAK_URL] = BRK_URL,
		[WORD_BREAK_NEED] = BRK_NEED, [WORD_BREAK_SOFT] = BRK_HYPHEN, [WORD_BREAK_HYPHEN] = BRK_HYPHEN};
	bool added = kind[wb->kind] == BRK_HYPHEN;
	int left = p->style->hyphen_left > 0 ? p->style->hyphen_left : 2;
	int right = p->style->hyphen_right > 0 ? p->style->hyphen_right : 3;
	if (wb->kind == WORD_BREAK_HYPHEN &&
	    (wb->left < left || wb->right < right || !hyphenates(p, f, p->elem[p->nelem - 1].word)))
		return;
	struct brk *b = add_inner_break(p, before, kind[wb->kind], wb->byte, (double)wb->em, wb->clusters);
	b->hyphen = added ? (float)f->hyphen : 0;
	if (p->style->protrusion)
		b->hang_end = added ? HYPHEN_HANG * b->hyphen : wb->hang * (float)f->em;
}

/* A word wider than the measure may break between any two clusters, if all else fails. */
static void
add_wide_breaks(struct para *p, const struct sum *before, const struct style_facts *f, const struct word *w)
{
	double em = 0;
	uint32_t k = 0, last = 0, clusters = 0;
	for (uint32_t r = 0; r < w->nrun; r++) {
		const struct word_run *run = &w->run[w->rtl ? w->nrun - 1 - r : r];
		for (uint32_t i = run->from; i < run->to; i++) {
			const struct word_glyph *g = &w->glyph[w->rtl ? run->to - 1 - (i - run->from) : i];
			for (; k < w->nbrk && w->brk[k].byte <= g->cluster; k++)
				add_word_break(p, before, f, &w->brk[k]);
			if (g->cluster != last && (k == 0 || w->brk[k - 1].byte != g->cluster))
				add_inner_break(p, before, BRK_ANYWHERE, g->cluster, em, clusters);
			if (!run->joined && (g->cluster != last || i == run->from))
				clusters++;
			em += (double)g->advance;
			last = g->cluster;
		}
	}
}

/* Legal breaks inside the word just added. */
static void
add_inner_breaks(struct para *p, const struct sum *before, const struct style_facts *f)
{
	const struct elem *e = &p->elem[p->nelem - 1];
	if ((double)e->w > p->style->measure) {
		add_wide_breaks(p, before, f, e->word);
		return;
	}
	for (uint32_t i = 0; i < e->word->nbrk; i++)
		add_word_break(p, before, f, &e->word->brk[i]);
}

static void
add_word(struct para *p, uint32_t inl, size_t from, size_t to, struct span before, struct span after)
{
	const struct style_facts *f = facts_of(p, inl);
	const struct text_style *s = f->style;
	struct elem *e = add_elem(p, ELEM_WORD, inl, from, to - from);
	bool rtl = e->level & 1;
	e->word = word_shape(p->set, f->list, s->lang, rtl, span_sub(p->text, from, to), before, after);
	if (hyphenates(p, f, e->word))
		e->word = word_hyphenate(p->set, e->word);
	if (e->word->missing)
		report_missing(p, e->word);
	e->w = (float)width_of(f, e->word);
	e->t = (float)(s->tracking_flex_pt * e->word->nclusters);
	if (p->style->kashida && e->word->kashida > 0 && e->word->nbrk == 0 && (double)e->w <= p->style->measure)
		e->k = (float)(KASHIDA_EM * f->em);
	struct sum sum = p->sum;
	advance(&p->sum, e);
	if (p->nbrk > 0 && p->brk[p->nbrk - 1].start == p->nelem - 1 && p->brk[p->nbrk - 1].start_byte == 0)
		p->brk[p->nbrk - 1].hang_start = hang_of(p, e->word, e->word->hang_start, inl);
	if (!s->nowrap && (e->word->nbrk > 0 || (double)e->w > p->style->measure))
		add_inner_breaks(p, &sum, f);
}

/* Raised figures and the like stand close to what they belong to; a line may end in a row of them at need. */
static bool
add_raised(struct para *p, uint32_t inl)
{
	const struct elem *last = &p->elem[p->nelem - 1];
	if (style_of(p, inl)->rise_pt == 0 || last->kind != ELEM_WORD || last->inl == inl)
		return false;
	if (style_of(p, last->inl)->rise_pt != 0 && g_unichar_ispunct(last->word->last_cp))
		add_brk(p, BRK_NEED);
	return true;
}

/* Room between two words without a space where one is Chinese: may stretch, may be a break, and where it may
 * not, a line still ends there rather than stand out. */
static void
add_gap(struct para *p, uint32_t inl, size_t at, bool can_break, uint32_t next_cp)
{
	bool wraps = !style_of(p, inl)->nowrap;
	const struct elem *last = &p->elem[p->nelem - 1];
	bool next_cjk = cp_is_cjk(next_cp);
	if (add_raised(p, inl))
		return;
	if (wraps)
		add_brk(p, can_break ? BRK_PLAIN : BRK_ANYWHERE);
	if (last->kind != ELEM_WORD || (!last->word->cjk && !next_cjk))
		return;
	float em = (float)facts_of(p, inl)->em;
	uint32_t cp = last->word->last_cp;
	bool full = last->word->cjk && last->word->em > 0.9;
	struct elem *e = add_elem(p, ELEM_GAP, inl, at, 0);
	e->y = CJK_STRETCH * em;
	if (full && cjk_blank_side(cp) == 1 && cjk_blank_side(next_cp) != 0)
		e->w = -0.5F * em; /* the empty halves of adjacent marks are merged (CLREQ 3.1.6.1) */
	else if (full && cjk_blank_side(cp) == -1 && cjk_blank_side(next_cp) == -1)
		e->w = -0.5F * em;
	else if (last->word->cjk != next_cjk && cjk_blank_side(cp) == 0 && cjk_blank_side(next_cp) == 0 &&
	    cp < 0xFF00 && next_cp < 0xFF00 && (last->word->cjk ? g_unichar_isalnum(next_cp) : g_unichar_isalnum(cp)))
		e->w = CJK_LATIN_GAP * em;
	advance(&p->sum, e);
	if (wraps) {
		struct brk *b = &p->brk[p->nbrk - 1];
		b->start = (uint32_t)p->nelem;
		b->post = p->sum;
	}
}

/* Where the piece of a token that starts at `from` ends: style, level or script of width changes. */
static size_t
piece_end(const struct para *p, size_t from, size_t to, size_t inl_end)
{
	size_t i = from;
	uint32_t cp = utf8_next(p->text.s, to, &i);
	if (cp_is_cjk(cp))
		return i;
	if (to > inl_end)
		to = inl_end;
	while (i < to) {
		size_t at = i;
		cp = utf8_next(p->text.s, to, &i);
		if (cp_is_cjk(cp) || (p->level != NULL && p->level[at] != p->level[from]))
			return at;
	}
	return to;
}

/* As much of the text before or after a piece as can decide how its letters join. */
static struct span
near_end(struct span t)
{
	size_t from = t.n > JOIN_CONTEXT ? t.n - JOIN_CONTEXT : 0;
	while (from < t.n && from > 0 && ((unsigned char)t.s[from] & 0xC0) == 0x80)
		from++;
	return span_sub(t, from, t.n);
}

static struct span
near_start(struct span t)
{
	size_t to = t.n > JOIN_CONTEXT ? JOIN_CONTEXT : t.n;
	while (to < t.n && to > 0 && ((unsigned char)t.s[to] & 0xC0) == 0x80)
		to--;
	return span_sub(t, 0, to);
}

/* A token: text without spaces, over one or more inlines. */
static void
add_token(struct para *p, uint32_t *inl, size_t from, size_t to)
{
	uint8_t small[512], *can = NULL;
	size_t at = from;
	while (at < to) {
		while (p->inl_at[*inl + 1] <= at)
			++*inl;
		size_t end = piece_end(p, at, to, p->inl_at[*inl + 1]);
		struct span token = span_sub(p->text, from, to);
		if (can == NULL && end < to) {
			can = token.n <= sizeof small ? small : arena_alloc(p->arena, token.n);
			breaks_in_token(token, style_of(p, *inl)->lang, can);
		}
		if (at > from) {
			size_t k = at;
			bool may_break = can[at - from] != BREAK_NO &&
			    !breaks_keep_inside(span_sub(p->text, from, at), span_sub(p->text, at, to), facts_of(p, *inl)->keep);
			add_gap(p, *inl, at, may_break, utf8_next(p->text.s, to, &k));
		}
		struct span none = {NULL, 0};
		bool context = p->level != NULL && (p->level[at] & 1) && (at > from || end < to);
		add_word(p, *inl, at, end, context ? near_end(span_sub(p->text, from, at)) : none,
		         context ? near_start(span_sub(p->text, end, to)) : none);
		at = end;
	}
}

static const struct font *
space_font(const struct para *p, const struct fontlist *l)
{
	uint32_t g;
	const struct elem *last = p->nelem > 1 ? &p->elem[p->nelem - 2] : NULL;
	if (last != NULL && last->kind == ELEM_WORD && last->word->nrun > 0 && last->word->list == l) {
		const struct font *f = last->word->run[last->word->rtl ? 0 : last->word->nrun - 1].font;
		if (f == l->font[0] || font_has(f, ' ', &g))
			return f;
	}
	return l->font[0];
}

static void
add_space(struct para *p, uint32_t inl, size_t at, size_t len)
{
	const struct style_facts *f = facts_of(p, inl);
	struct elem *e = add_elem(p, ELEM_SPACE, inl, at, len);
	e->font = space_font(p, f->list);
	e->w = (float)f->space;
	e->y = f->stretch;
	e->z = f->shrink;
	advance(&p->sum, e);
}

/* ---- leaders, boxes, forced breaks ---- */

/* What stands before a tab in its line keeps its natural width, so that the stop is exact. */
static void
make_rigid(struct para *p)
{
	size_t i = p->nelem;
	while (i > 0 && p->elem[i - 1].kind != ELEM_FORCED)
		i--;
	const struct brk *line = &p->brk[0];
	for (size_t k = p->nbrk; k-- > 0;)
		if (p->brk[k].start <= i) {
			line = &p->brk[k];
			p->nbrk = k + 1; /* no break between the line's start and the tab */
			break;
		}
	for (; i < p->nelem; i++) {
		p->elem[i].rigid = true;
		p->elem[i].y = p->elem[i].z = p->elem[i].t = p->elem[i].k = 0;
	}
	p->sum.y = line->post.y;
	p->sum.z = line->post.z;
	p->sum.e = line->post.e;
	p->sum.t = line->post.t;
	p->sum.k = line->post.k;
}

static double
line_start(const struct para *p)
{
	for (size_t k = p->nbrk; k-- > 0;)
		if (p->brk[k].kind == BRK_FORCED)
			return p->brk[k].post.w - (k == 0 ? p->style->first_indent : 0);
	return 0;
}

static void
add_tab(struct para *p, uint32_t i)
{
	double x = p->sum.w - line_start(p), stop = p->inl[i].tab_pt, grid = p->style->tab_grid;
	if (x > p->style->measure)
		return;
	if (x > stop + 0.01 && grid > 0)
		stop += grid * ceil((x - stop - 0.01) / grid);
	make_rigid(p);
	struct elem *e = add_elem(p, ELEM_LEADER, i, p->inl_at[i], 1);
	e->rigid = true;
	e->w = stop > x ? (float)(stop - x) : 0;
	advance(&p->sum, e);
}

static void
add_leader(struct para *p, uint32_t i)
{
	const struct inl *in = &p->inl[i];
	if (in->tab_pt > 0) {
		add_tab(p, i);
		return;
	}
	bool fills = in->max >= LEADER_FILLS && p->style->align_last == ALIGN_JUSTIFY;
	struct elem *e = add_elem(p, ELEM_LEADER, i, p->inl_at[i], 1);
	e->w = (float)(fills ? in->min : in->opt);
	e->y = !fills && in->max > in->opt && in->max < LEADER_FILLS ? (float)(in->max - in->opt) : 0;
	e->z = !fills && in->opt > in->min ? (float)(in->opt - in->min) : 0;
	advance(&p->sum, e);
	p->sum.fill += fills;
}

static void
add_box(struct para *p, uint32_t i)
{
	struct elem *e = add_elem(p, ELEM_BOX, i, p->inl_at[i], 0);
	e->w = (float)p->inl[i].width;
	advance(&p->sum, e);
}

static void
add_edge(struct para *p, uint32_t i)
{
	struct elem *e = add_elem(p, ELEM_EDGE, i, p->inl_at[i], 0);
	e->w = (float)p->inl[i].width;
	advance(&p->sum, e);
}

/* Which inlines are in which boxes. */
static void
find_boxes(struct para *p)
{
	uint32_t inner = 0;
	size_t n = 0, cap = 0;
	p->box_of = ARENA_ARRAY(p->arena, uint32_t, p->ninl);
	for (uint32_t i = 0; i < p->ninl; i++) {
		bool begins = p->inl[i].kind == INL_EDGE && p->inl[i].box != NULL;
		if (begins) {
			uint32_t depth = inner > 0 ? p->boxed[inner - 1].depth + 1 : 0;
			*VEC_PUSH(p->arena, p->boxed, n, cap) = (struct boxed){.from = i, .to = i, .outer = inner, .depth = depth};
			inner = (uint32_t)n;
		}
		p->box_of[i] = inner;
		if (p->inl[i].kind == INL_EDGE && !begins && inner > 0) {
			p->boxed[inner - 1].to = i;
			inner = p->boxed[inner - 1].outer;
		}
	}
}

static void
add_forced(struct para *p, uint32_t i)
{
	struct brk *b = add_brk(p, BRK_FORCED);
	add_elem(p, ELEM_FORCED, i, p->inl_at[i], 0);
	b->start = (uint32_t)p->nelem;
}

static void
add_point(struct para *p, uint32_t at, void *user)
{
	struct point *pt = VEC_PUSH(p->arena, p->point, p->npoint, p->cap_point);
	*pt = (struct point){.at = at, .user = user};
}

/* ---- the walk over the text ---- */

/* Bytes of the space at s[i] (0 = none); *fixed: no line may end at it (NBSP). */
static size_t
space_at(struct span t, size_t i, bool *fixed)
{
	unsigned char c = (unsigned char)t.s[i];
	*fixed = false;
	if (c == ' ' || c == '\t' || c == '\n' || c == '\r')
		return 1;
	*fixed = true;
	return c == 0xC2 && i + 1 < t.n && (unsigned char)t.s[i + 1] == 0xA0 ? 2 : 0;
}

static size_t
token_end(struct span t, size_t from, size_t to)
{
	bool fixed;
	while (from < to && space_at(t, from, &fixed) == 0)
		from++;
	return from;
}

struct walk {
	uint32_t inl;
	size_t prev_from, prev_to; /* the token before */
};

/* Spaces from `at`: glue, with one break before the first of them where allowed, be it for want of room alone. */
static size_t
add_spaces(struct para *p, struct walk *w, size_t at, size_t to)
{
	bool fixed, any_fixed = false, content = p->nelem > 0;
	size_t end = at;
	while (end < to) {
		size_t k = space_at(p->text, end, &fixed);
		if (k == 0)
			break;
		any_fixed |= fixed;
		end += k;
	}
	struct span before = span_sub(p->text, w->prev_from, w->prev_to),
	            after = span_sub(p->text, end, token_end(p->text, end, p->text.n));
	while (p->inl_at[w->inl + 1] <= at)
		w->inl++;
	bool can = content && !style_of(p, w->inl)->nowrap && breaks_at_space(before, after);
	bool kept = any_fixed || breaks_keep(before, after, facts_of(p, w->inl)->keep);
	size_t index = p->nbrk;
	if (can)
		add_brk(p, kept ? BRK_KEPT : BRK_SPACE);
	while (at < end) {
		size_t k = space_at(p->text, at, &fixed);
		while (p->inl_at[w->inl + 1] <= at)
			w->inl++;
		add_space(p, w->inl, at, k);
		at += k;
	}
	if (can) {
		p->brk[index].start = (uint32_t)p->nelem;
		p->brk[index].post = p->sum;
	}
	return end;
}

/* TEXT inlines from i up to (not including) a LEADER, BOX, BREAK or EDGE; what has no width cuts nothing. */
static uint32_t
add_texts(struct para *p, uint32_t i)
{
	uint32_t last = i;
	while (last < p->ninl &&
	       (p->inl[last].kind == INL_TEXT || (p->inl[last].kind >= INL_MARK && p->inl[last].width == 0))) {
		if (p->inl[last].kind == INL_MARK)
			add_point(p, p->inl_at[last], p->inl[last].user);
		last++;
	}
	size_t at = p->inl_at[i], to = p->inl_at[last];
	struct walk w = {.inl = i, .prev_from = at, .prev_to = at};
	while (at < to) {
		bool fixed;
		if (space_at(p->text, at, &fixed) > 0) {
			at = add_spaces(p, &w, at, to);
			continue;
		}
		size_t end = token_end(p->text, at, to);
		add_token(p, &w.inl, at, end);
		w.prev_from = at;
		w.prev_to = end;
		at = end;
	}
	return last;
}

/* Room for what the text will need, so that the rows do not grow by copying. */
static void
reserve(struct para *p)
{
	size_t spaces = 0, ideographs = 0;
	for (size_t i = 0; i < p->text.n; i++) {
		unsigned char c = (unsigned char)p->text.s[i];
		spaces += c == ' ' || c == 0xC2;
		ideographs += c >= 0xE3 && c <= 0xEF;
	}
	p->cap_elem = 2 * (spaces + ideographs + p->ninl) + 4;
	p->cap_brk = (p->style->hyphenate ? 2 : 1) * spaces + ideographs + p->ninl + 4;
	p->elem = ARENA_ARRAY(p->arena, struct elem, p->cap_elem);
	p->brk = ARENA_ARRAY(p->arena, struct brk, p->cap_brk);
}

struct para *
para_new(struct arena *a, struct fontset *set, const struct inl *inl, size_t n, const struct para_style *style,
         struct pos pos, struct diag *d)
{
	struct para *p = ARENA_NEW(a, struct para);
	*p = (struct para){.arena = a, .set = set, .inl = inl, .ninl = n, .style = style, .pos = pos, .diag = d};
	join_text(p);
	find_levels(p);
	if (p->edges)
		find_boxes(p);
	reserve(p);
	struct brk *first = add_brk(p, BRK_FORCED);
	first->post.w = 0;
	for (uint32_t i = 0; i < n;) {
		switch (inl[i].kind) {
		case INL_TEXT:
		case INL_MARK:
		case INL_CONTROL:
			i = add_texts(p, i);
			continue;
		case INL_EDGE:
			if (inl[i].width == 0) {
				i = add_texts(p, i);
				continue;
			}
			add_edge(p, i);
			break;
		case INL_BREAK:
			add_forced(p, i);
			break;
		case INL_LEADER:
			add_leader(p, i);
			break;
		case INL_BOX:
			add_box(p, i);
			break;
		}
		i++;
	}
	/* a break at trailing spaces is the end of the paragraph */
	if (p->nbrk > 1 && p->brk[p->nbrk - 1].start == p->nelem && p->brk[p->nbrk - 1].kind != BRK_HYPHEN)
		p->brk[p->nbrk - 1].kind = BRK_FORCED;
	else if (n > 0)
		add_brk(p, BRK_FORCED);
	return p;
}
