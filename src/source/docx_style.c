/* SPDX-License-Identifier: MIT */
/* docx_style.c - styles of a Word document, with what they are based on. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "source/docx.h"

#define BASED_MOST 12 /* steps of w:basedOn followed */

/* Headings of the United Nations' own Word templates (New York, Geneva) by style id. */
static const struct { const char *id; int level; } un_headings[] = {
    {"SM", 1}, {"HM", 1}, {"HCh", 1}, {"H1", 2}, {"H23", 3}, {"H4", 4}, {"H56", 5},
    {"HMG", 1}, {"HChG", 1}, {"H1G", 2}, {"H23G", 3}, {"H4G", 4}, {"H56G", 5}};

static int
heading_of(const xmlNode *style, const char *id)
{
	const char *name = docx_attribute(docx_child(style, "name"), "val");
	int outline = docx_number(docx_child(docx_child(style, "pPr"), "outlineLvl"), "val", -1);
	if (name != NULL && strncasecmp(name, "heading ", 8) == 0 && name[8] >= '1' && name[8] <= '9')
		return name[8] - '0';
	if (name != NULL && strcasecmp(name, "title") == 0)
		return 1;
	for (size_t i = 0; i < sizeof un_headings / sizeof *un_headings; i++)
		if (strcmp(id, un_headings[i].id) == 0)
			return un_headings[i].level;
	return outline >= 0 && outline < 9 ? outline + 1 : -1;
}

/* Styles of passages that are quoted, as Word and others name them in every language. */
static bool
is_quote(const char *name)
{
	static const char *const names[] = {"quote", "intense quote", "block text", "quotations"};
	for (size_t i = 0; name != NULL && i < sizeof names / sizeof *names; i++)
		if (strcasecmp(name, names[i]) == 0)
			return true;
	return false;
}

static void
add_style(struct docx *d, const xmlNode *n)
{
	const char *id = docx_attribute(n, "styleId");
	if (id == NULL)
		return;
	const xmlNode *ppr = docx_child(n, "pPr"), *rpr = docx_child(n, "rPr"), *num = docx_child(ppr, "numPr");
	const char *jc = docx_attribute(docx_child(ppr, "jc"), "val"), *name = docx_attribute(docx_child(n, "name"), "val");
	struct docx_style *s = VEC_PUSH(d->arena, d->style, d->nstyle, d->cap_style);
	*s = (struct docx_style){
	    .id = id,
	    .based_on = docx_attribute(docx_child(n, "basedOn"), "val"),
	    .heading = heading_of(n, id),
	    .caption = name != NULL && strcasecmp(name, "caption") == 0,
	    .quote = is_quote(name),
	    .bold = docx_toggle(rpr, "b"),
	    .italic = docx_toggle(rpr, "i"),
	    .hidden = docx_toggle(rpr, "vanish"),
	    .raised = docx_raised(rpr),
	    .centred = jc == NULL ? -1 : strcmp(jc, "center") == 0,
	    .num_id = docx_number(docx_child(num, "numId"), "val", -1),
	    .num_level = docx_number(docx_child(num, "ilvl"), "val", -1),
	    .half_points = docx_number(docx_child(rpr, "sz"), "val", 0),
	};
}

static int
by_id(const void *a, const void *b)
{
	return strcmp(((const struct docx_style *)a)->id, ((const struct docx_style *)b)->id);
}

const struct docx_style *
docx_find_style(const struct docx *d, const char *id)
{
	struct docx_style key = {.id = id};
	return id != NULL && d->nstyle > 0 ? bsearch(&key, d->style, d->nstyle, sizeof key, by_id) : NULL;
}

static int
said(int own, int base)
{
	return own >= 0 ? own : base;
}

void
docx_load_styles(struct docx *d, const xmlDoc *styles)
{
	const xmlNode *root = styles != NULL ? xmlDocGetRootElement((xmlDoc *)(uintptr_t)styles) : NULL;
	for (const xmlNode *n = root != NULL ? root->children : NULL; n != NULL; n = n->next)
		if (docx_is(n, "style"))
			add_style(d, n);
	if (d->nstyle == 0)
		return;
	qsort(d->style, d->nstyle, sizeof *d->style, by_id);
	struct docx_style *whole = ARENA_ARRAY(d->arena, struct docx_style, d->nstyle);
	for (size_t i = 0; i < d->nstyle; i++) {
		struct docx_style s = d->style[i];
		const struct docx_style *base = &d->style[i];
		for (int step = 0; step < BASED_MOST && (base = docx_find_style(d, base->based_on)) != NULL; step++) {
			s.heading = said(s.heading, base->heading);
			s.caption |= base->caption;
			s.quote |= base->quote;
			s.bold = said(s.bold, base->bold);
			s.italic = said(s.italic, base->italic);
			s.hidden = said(s.hidden, base->hidden);
			s.raised = said(s.raised, base->raised);
			s.centred = said(s.centred, base->centred);
			s.num_id = said(s.num_id, base->num_id);
			s.num_level = said(s.num_level, base->num_level);
			s.half_points = s.half_points != 0 ? s.half_points : base->half_points;
		}
		whole[i] = s;
	}
	d->style = whole;
}
