/* SPDX-License-Identifier: MIT */
/* html_list.c - lists of HTML, with the numbers that a browser shows. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/numeral.h"
#include "source/html.h"

#define NUMBER_MOST 1000000

/* How items are marked, by list-style-type (CSS Counter Styles 3, 6) or the old attribute. */
static const struct { const char *name; char type; } list_types[] = {
    {"decimal", '1'}, {"decimal-leading-zero", '0'}, {"lower-alpha", 'a'}, {"lower-latin", 'a'},
    {"upper-alpha", 'A'}, {"upper-latin", 'A'}, {"lower-roman", 'i'}, {"upper-roman", 'I'}, {"none", '-'},
    {"disc", '*'}, {"circle", '*'}, {"square", '*'}};

/* The type that a list or item names: '1', 'a' ... '*' for bullets, '-' for no sign; otherwise as given. */
static char
type_of(struct html *h, const xmlNode *n, char otherwise)
{
	struct span style = html_style(h, n, "list-style-type");
	const char *type = html_attribute(h->b.arena, n, "type");
	if (style.n == 0)
		style = html_style(h, n, "list-style");
	for (size_t i = 0; i < sizeof list_types / sizeof *list_types; i++)
		if (tag_is(style, list_types[i].name))
			return list_types[i].type;
	if (style.n > 0 && !tag_is(style, "inherit") && otherwise != '*')
		build_omit(&h->b, OMIT_NUMBER, (uint32_t)xmlGetLineNo(n));
	return style.n == 0 && type != NULL && type[0] != '\0' && strchr("1aAiI", type[0]) != NULL ? type[0] : otherwise;
}

/* A word processor on the web writes nested lists side by side and their depth into the class: "lst-kix_x-1". */
static int
depth_by_class(struct html *h, const xmlNode *n)
{
	const char *class = html_attribute(h->b.arena, n, "class"), *name = class != NULL ? strstr(class, "lst-") : NULL;
	size_t end = name != NULL ? strcspn(name, " ") : 0;
	return end > 2 && name[end - 2] == '-' && name[end - 1] >= '0' && name[end - 1] <= '8' ? name[end - 1] - '0' : -1;
}

static xmlNode *
last_item(const xmlNode *list)
{
	xmlNode *n = list->last;
	while (n != NULL && !html_is(n, "li"))
		n = n->prev;
	return n;
}

/* Lists behind this one that are deeper become its last item's, and those that go on with it its items. */
static void
take_lists_behind(struct html *h, xmlNode *list)
{
	int depth = depth_by_class(h, list);
	for (xmlNode *n; depth >= 0 && (n = list->next) != NULL;) {
		xmlNode *item = last_item(list);
		int other = n->type == XML_ELEMENT_NODE && (html_is(n, "ol") || html_is(n, "ul")) ? depth_by_class(h, n) : -1;
		const char *start = html_attribute(h->b.arena, n, "start");
		bool first = start != NULL && strcmp(start, "1") == 0;
		if (item == NULL || other < depth || (other == depth && (first || !html_is(n, (const char *)list->name))))
			return;
		xmlUnlinkNode(n);
		xmlAddChild(other > depth ? item : list, n);
		if (other > depth)
			continue;
		xmlNodeSetName(n, BAD_CAST "span"); /* it says nothing now, but links may lead to it */
		for (xmlNode *k; (k = n->children) != NULL;) {
			xmlUnlinkNode(k);
			xmlAddChild(list, k);
		}
	}
}

static void
open_list(struct html *h, const xmlNode *n)
{
	struct list_level *l = &h->list[h->lists++];
	bool reversed = html_attribute(h->b.arena, n, "reversed") != NULL, ordered = html_is(n, "ol");
	long items = 0;
	for (const xmlNode *k = reversed ? n->children : NULL; k != NULL; k = k->next)
		items += html_is(k, "li");
	l->number = ++h->all_lists;
	l->type = html_is(n, "dl") ? '-' : type_of(h, n, ordered ? '1' : '*');
	l->step = reversed ? -1 : 1;
	l->next = html_number(h, n, "start", -NUMBER_MOST, NUMBER_MOST, reversed ? items : 1);
}

bool
html_enter_list(struct html *h, const xmlNode *n)
{
	take_lists_behind(h, (xmlNode *)(uintptr_t)n);
	if (h->lists > 0)
		html_block_edge(h);
	else
		html_apart(h);
	if (h->lists < FORM_DEPTH)
		open_list(h, n);
	else
		h->lists_beyond++; /* their items are of the innermost that is kept */
	return true;
}

void
html_leave_list(struct html *h, const xmlNode *n)
{
	(void)n;
	html_apart(h);
	h->b.line.opens = false;
	if (h->lists_beyond > 0)
		h->lists_beyond--;
	else
		h->lists -= h->lists > 0;
}

/* The number a browser shows: "3.", "c.", "iv.". */
static const char *
list_number(struct arena *a, char type, long v)
{
	bool upper = type == 'A' || type == 'I';
	if ((type == 'a' || type == 'A') && v >= 1 && v <= 702) {
		char first = (char)((upper ? 'A' : 'a') + (v - 27) / 26), last = (char)((upper ? 'A' : 'a') + (v - 1) % 26);
		return v > 26 ? arena_printf(a, "%c%c.", first, last) : arena_printf(a, "%c.", last);
	}
	const char *roman = type == 'i' || type == 'I' ? numeral_roman(a, v, upper) : NULL;
	return roman != NULL ? arena_printf(a, "%s.", roman) : arena_printf(a, type == '0' ? "%02ld." : "%ld.", v);
}

bool
html_enter_item(struct html *h, const xmlNode *n)
{
	struct list_level *l = h->lists > 0 ? &h->list[h->lists - 1] : NULL;
	html_block_edge(h);
	h->b.line.opens = l != NULL && h->note == NULL && !h->in_row;
	char type = l != NULL && h->note == NULL ? type_of(h, n, l->type) : '-';
	if (type == '-' || type == '*')
		return true;
	l->next = html_number(h, n, "value", -NUMBER_MOST, NUMBER_MOST, l->next);
	const char *shown = list_number(h->b.arena, type, l->next);
	l->next += l->next > -NUMBER_MOST && l->next < NUMBER_MOST ? l->step : 0;
	h->b.line.label = shown;
	html_put(h, n, shown, strlen(shown));
	h->space = true;
	return true;
}
