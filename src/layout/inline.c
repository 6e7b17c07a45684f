/* SPDX-License-Identifier: MIT */
/* inline.c - the inline content of a block as the pieces a paragraph is made of. */
#include <math.h>
#include <string.h>

#include "layout/image.h"
#include "layout/stack.h"

struct style_entry {
	struct style_entry *next;
	const struct fo_props *p;
	struct text_style style;
};

/* Where inline content is collected, and what surrounds it. */
struct collector {
	struct layout *l;
	struct inlines *out;
	struct selem *parent;      /* NULL = artifact */
	struct selem *leaf;        /* Span of the running text, NULL = to be made */
	enum artifact artifact;
	const struct link *link;
	double measure;
};

static enum letter_case
letters_of(enum fo_word w)
{
	switch (w) {
	case FO_W_UPPERCASE: return CASE_UPPER;
	case FO_W_LOWERCASE: return CASE_LOWER;
	case FO_W_CAPITALIZE: return CASE_TITLE;
	default: return CASE_AS_IT_IS;
	}
}

const struct text_style *
inline_style(struct layout *l, const struct fo_props *p)
{
	struct style_entry **bucket = &l->styles[((uintptr_t)p >> 4) % LAYOUT_STYLES];
	for (struct style_entry *e = *bucket; e != NULL; e = e->next)
		if (e->p == p)
			return &e->style;
	struct style_entry *e = ARENA_NEW(l->keep, struct style_entry);
	e->p = p;
	e->style = (struct text_style){
	    .families = p->font_family, .weight = p->font_weight,
	    .italic = p->font_style == FO_W_ITALIC || p->font_style == FO_W_OBLIQUE,
	    .size_pt = p->font_size, .hscale = p->horizontal_scale,
	    .tracking_pt = p->letter_spacing.pt,
	    .tracking_flex_pt = fmax(0, fmin(p->letter_spacing_max.pt - p->letter_spacing.pt,
	                                     p->letter_spacing.pt - p->letter_spacing_min.pt)),
	    .space_pt = p->word_spacing.pt, .space_more_pt = fmax(0, p->word_spacing_max.pt - p->word_spacing.pt),
	    .space_less_pt = fmax(0, p->word_spacing.pt - p->word_spacing_min.pt),
	    .rise_pt = p->baseline_shift, .steady = p->line_shift == FO_W_DISREGARD_SHIFTS,
	    .line_height_pt = p->line_height.pt, .rgb = p->color.rgb, .lang = p->lang,
	    .hyphenate = p->hyphenate == FO_W_TRUE, .underline = p->text_decoration & FO_UNDERLINE,
	    .strike = p->text_decoration & FO_LINE_THROUGH, .overline = p->text_decoration & FO_OVERLINE,
	    .hidden = p->visibility != FO_W_VISIBLE, .letters = letters_of(p->text_transform),
	    .nowrap = p->wrap_option == FO_W_NO_WRAP || p->keep_together_line == FO_ALWAYS,
	};
	e->next = *bucket;
	*bucket = e;
	return &e->style;
}

bool
fo_is_block(enum fo_kind kind)
{
	return kind == FO_BLOCK || kind == FO_BLOCK_CONTAINER || kind == FO_LIST_BLOCK || kind == FO_TABLE ||
	       kind == FO_FLOAT;
}

static struct inl *
add(struct collector *c, enum inl_kind kind, const struct fo_props *p)
{
	struct inl *in = VEC_PUSH(c->out->arena, c->out->v, c->out->n, c->out->cap);
	in->kind = kind;
	in->style = inline_style(c->l, p);
	in->artifact = c->artifact;
	in->link = c->link;
	if (in->style->hidden) {
		in->artifact = ARTIFACT_LAYOUT;
		return in;
	}
	if (c->parent != NULL && c->leaf == NULL && kind < INL_MARK)
		c->leaf = tag_new(c->l, c->parent, "Span");
	in->selem = c->parent != NULL ? c->leaf : NULL;
	return in;
}

/* Text that may hold forced line ends (U+2028). */
static void
add_text(struct collector *c, const struct fo_props *p, struct span text)
{
	static const char line_end[] = "\xE2\x80\xA8";
	while (text.n > 0) {
		size_t at = span_find(text, SPAN_LIT(line_end));
		size_t n = at == SIZE_MAX ? text.n : at;
		if (n > 0)
			add(c, INL_TEXT, p)->text = span_sub(text, 0, n);
		if (at != SIZE_MAX)
			add(c, INL_BREAK, p);
		text = span_sub(text, at == SIZE_MAX ? text.n : at + 3, text.n);
	}
}

static void
add_leader(struct collector *c, const struct fo_props *p)
{
	struct inl *in = add(c, INL_LEADER, p);
	in->pattern = p->leader_pattern == FO_W_RULE && p->rule_style != FO_W_NONE ? LEADER_RULE
	            : p->leader_pattern == FO_W_DOTS ? LEADER_DOTS
	                                             : LEADER_SPACE;
	in->min = p->leader_length_min.pt + p->leader_length_min.part * c->measure;
	in->opt = p->leader_length.pt + p->leader_length.part * c->measure;
	in->max = p->leader_length_max.pt + p->leader_length_max.part * c->measure;
	if (p->leader_length_max.part >= 1)
		in->max = 1e6;
	if (p->leader_pattern == FO_W_SPACE && p->leader_length_max.part >= 1 && p->leader_length.part == 0 &&
	    p->tab_position.is_auto && p->text_align_last != FO_W_JUSTIFY)
		in->max = in->opt; /* a plain space leader has its optimum length */
	in->tab_pt = p->tab_position.is_auto ? 0 : p->tab_position.pt;
	in->rule_pt = p->rule_thickness.pt;
	in->rule = p->rule_style;
	in->pattern_pt = p->leader_pattern_width.is_auto ? 0 : p->leader_pattern_width.pt;
}

static void collect(struct collector *, const struct fo_node *first, const struct fo_node *end);

/* The control of the direction that an object with an embedding or override begins with (UAX #9); 0 = none. */
static uint32_t
direction_control(const struct fo_props *p)
{
	bool rtl = p->direction == FO_W_RTL;
	return p->unicode_bidi == FO_W_EMBED ? (rtl ? 0x202B : 0x202A)
	     : p->unicode_bidi == FO_W_BIDI_OVERRIDE ? (rtl ? 0x202E : 0x202D) : 0;
}

#define END_OF_DIRECTION 0x202C

/* An object with an element of its own: its text has its own leaf, the text after a new one.  A short form
 * is a leaf itself. */
static void
collect_inside(struct collector *c, const struct fo_node *node, struct selem *element)
{
	struct collector inner = *c;
	if (element != c->parent) {
		inner.parent = element;
		inner.leaf = element != NULL && element->expansion != NULL ? element : NULL;
		if (element == NULL && inner.artifact == ARTIFACT_NONE)
			inner.artifact = ARTIFACT_LAYOUT;
	}
	uint32_t control = direction_control(node->p);
	if (control != 0)
		add(&inner, INL_CONTROL, node->p)->control = control;
	collect(&inner, node->first, NULL);
	if (control != 0)
		add(&inner, INL_CONTROL, node->p)->control = END_OF_DIRECTION;
	c->leaf = element == c->parent ? inner.leaf : NULL;
}

static void
collect_link(struct collector *c, const struct fo_node *node)
{
	const char *inside = fo_attr(node, FO_A_INTERNAL_DESTINATION);
	const char *outside = fo_attr(node, FO_A_EXTERNAL_DESTINATION);
	struct arena *a = c->l->pages->arena;
	struct link *link = ARENA_NEW(a, struct link);
	struct selem *element = tag_for(c->l, c->parent, node);
	if (inside == NULL && outside != NULL) {
		struct span uri = image_uri(outside);
		link->uri = arena_strndup(a, uri.s, uri.n);
	}
	link->dest = inside;
	link->contents = fo_attr(node, FO_A_TITLE);
	link->selem = element;
	const struct link *before = c->link;
	if (element != NULL && (link->uri != NULL || link->dest != NULL))
		c->link = link;
	collect_inside(c, node, element);
	c->link = before;
}

static void
wait_for_table(struct layout *l, const struct fo_node *body, struct selem *element)
{
	struct table_note *n = ARENA_NEW(l->arena, struct table_note);
	*n = (struct table_note){.body = body, .selem = element};
	if (l->table_notes.last != NULL)
		l->table_notes.last->next = n;
	else
		l->table_notes.first = n;
	l->table_notes.last = n;
}

static void
collect_note(struct collector *c, const struct fo_node *node)
{
	const struct fo_node *body = NULL;
	struct selem *call = c->parent != NULL ? tag_new(c->l, c->parent, "Reference") : NULL;
	for (const struct fo_node *k = node->first; k != NULL; k = k->next)
		if (k->kind == FO_FOOTNOTE_BODY)
			body = k;
		else if (k->kind == FO_INLINE) {
			struct collector inner = *c;
			inner.parent = call;
			inner.leaf = NULL;
			collect(&inner, k, k->next);
		}
	c->leaf = NULL;
	if (body == NULL || c->l->measuring)
		return;
	struct selem *element = tag_for(c->l, c->parent, body);
	if (element != NULL && element != c->parent) {
		element->id = arena_printf(c->l->pages->arena, "note-%u", element->index);
		call->id = arena_printf(c->l->pages->arena, "call-%u", call->index);
		call->ref = element->id;
		element->ref = call->id;
	}
	if (node->p->note_place == FO_W_TABLE) {
		wait_for_table(c->l, body, element);
		return;
	}
	struct note *note = ARENA_NEW(c->l->arena, struct note);
	note->node = body;
	note->body = flow_stack(c->l, body, c->l->note_width, element, element ? ARTIFACT_NONE : ARTIFACT_LAYOUT);
	struct inl *mark = add(c, INL_MARK, node->p);
	mark->user = note;
}

static void
add_number(struct collector *c, const struct fo_node *node)
{
	const char *text = node->kind == FO_PAGE_NUMBER ? c->l->page_number : layout_cited(c->l, node);
	add(c, INL_TEXT, node->p)->text = span_of(arena_strdup(c->l->pages->arena, text));
}

static void
add_graphic(struct collector *c, const struct fo_node *node)
{
	struct inl in = {.kind = INL_BOX, .style = inline_style(c->l, node->p)};
	struct graphic *g = graphic_measure(c->l, node, c->measure, &in);
	if (g->image != NULL && !in.style->hidden)
		g->selem = tag_for(c->l, c->parent, node);
	if (g->selem != NULL && g->selem->alt == NULL)
		g->selem->alt = g->image->path;
	g->artifact = g->selem == NULL && c->artifact == ARTIFACT_NONE ? ARTIFACT_LAYOUT : c->artifact;
	g->link = c->link;
	*VEC_PUSH(c->out->arena, c->out->v, c->out->n, c->out->cap) = in;
	c->leaf = NULL;
}

/* Whether an object in a line has a box that is seen or takes room. */
static bool
has_box(const struct fo_node *node)
{
	const struct fo_props *p = node->p;
	switch (node->kind) {
	case FO_INLINE:
	case FO_BASIC_LINK:
	case FO_CHARACTER:
	case FO_PAGE_NUMBER:
	case FO_PAGE_NUMBER_CITATION:
	case FO_PAGE_NUMBER_CITATION_LAST:
		return !p->background_color.none || p->border_before_width.pt > 0 || p->border_after_width.pt > 0 ||
		       p->border_start_width.pt > 0 || p->border_end_width.pt > 0 || p->padding_start.pt > 0 ||
		       p->padding_end.pt > 0 || p->space_start.pt != 0 || p->space_end.pt != 0;
	default:
		return false;
	}
}

static void
begin_box(struct collector *c, const struct fo_props *p)
{
	struct inl_box *box = ARENA_NEW(c->out->arena, struct inl_box);
	*box = (struct inl_box){.p = p, .above = p->padding_before.pt + p->border_before_width.pt,
	                        .below = p->padding_after.pt + p->border_after_width.pt, .apart_start = p->space_start.pt,
	                        .apart_end = p->space_end.pt};
	struct inl *in = add(c, INL_EDGE, p);
	in->box = box;
	in->width = p->padding_start.pt + p->border_start_width.pt + p->space_start.pt;
}

static void
end_box(struct collector *c, const struct fo_props *p)
{
	add(c, INL_EDGE, p)->width = p->padding_end.pt + p->border_end_width.pt + p->space_end.pt;
}

static void
collect(struct collector *c, const struct fo_node *first, const struct fo_node *end)
{
	for (const struct fo_node *k = first; k != NULL && k != end; k = k->next) {
		bool boxed = has_box(k);
		if (k->id != NULL)
			*VEC_PUSH(c->out->arena, c->out->id, c->out->nid, c->out->cap_id) = k->id;
		if (boxed)
			begin_box(c, k->p);
		switch (k->kind) {
		case FO_TEXT: add_text(c, k->p, k->text); break;
		case FO_CHARACTER: add_text(c, k->p, span_of(fo_attr(k, FO_A_CHARACTER))); break;
		case FO_INLINE:
		case FO_WRAPPER:
		case FO_BIDI_OVERRIDE: collect_inside(c, k, tag_for(c->l, c->parent, k)); break;
		case FO_BASIC_LINK: collect_link(c, k); break;
		case FO_INSTREAM_FOREIGN_OBJECT:
		case FO_EXTERNAL_GRAPHIC: add_graphic(c, k); break;
		case FO_RETRIEVE_MARKER: {
			const struct fo_node *m = layout_retrieve(c->l, k);
			if (m != NULL)
				collect(c, m->first, NULL);
			break;
		}
		case FO_MARKER: break; /* of an inline: see layout_retrieve */
		case FO_BLOCK: /* of a marker retrieved in a line */
			diag(c->l->diag, DIAG_FO_BLOCK_IN_LINE, k->pos, "fo:%s in a line", fo_kind_name(k->kind));
			collect_inside(c, k, tag_for(c->l, c->parent, k));
			break;
		case FO_LEADER: add_leader(c, k->p); break;
		case FO_FOOTNOTE: collect_note(c, k); break;
		case FO_PAGE_NUMBER:
		case FO_PAGE_NUMBER_CITATION:
		case FO_PAGE_NUMBER_CITATION_LAST: add_number(c, k); break;
		default:
			diag(c->l->diag, DIAG_LAYOUT_UNSUPPORTED, k->pos, "fo:%s here", fo_kind_name(k->kind));
			break;
		}
		if (boxed)
			end_box(c, k->p);
	}
}

void
inline_collect(struct layout *l, const struct fo_node *first, const struct fo_node *end,
               struct selem *block, enum artifact artifact, double measure, struct inlines *out)
{
	struct collector c = {.l = l, .out = out, .parent = block, .artifact = artifact, .measure = measure};
	collect(&c, first, end);
}
