/* SPDX-License-Identifier: MIT */
/*
 * html.h - the reader of HTML: its state, and what its files hand each other.
 * Needs: forms.h, libxml2.  Owns: nothing; the document outlives the reader.  Private to the html files.
 */
#ifndef SOURCE_HTML_H
#define SOURCE_HTML_H

#include <libxml/hash.h>
#include <libxml/tree.h>

#include "source/forms.h"

/* A rule of a style sheet that says whether elements are shown: of a name, class or id, each empty for any. */
struct html_rule {
	struct span name, class, id;
	bool hides;
};

struct html {
	struct builder b;
	struct list_level {
		uint32_t number;     /* of the list */
		char type;           /* of its signs: 1 0 a A i I, * for bullets, - for none */
		long next;
		int step;
	} list[FORM_DEPTH];
	unsigned quoted[FORM_DEPTH]; /* per quote: lists around it */
	uint32_t all_lists;      /* so far */
	unsigned lists, quotes, tables, heading, pre, captions, spoken;
	unsigned lists_beyond;   /* within the deepest list that is kept */
	uint32_t table_line;     /* the first row of the table */
	unsigned inner;          /* tables inside a cell: their cells are text of it */
	bool in_row, row_head, thead;
	unsigned cells, tabs;
	bool space;              /* a blank is due before the next text */
	bool blank;              /* a browser shows space above the next line */
	const char *note;        /* label of the note being read */
	const xmlNode *note_node;
	bool note_lead;          /* the note's own mark may come */
	struct html_rule *rule;  /* of two that are meant the later one holds */
	size_t nrule, cap_rule;
	const xmlNode *hidden;   /* the last element that was left out */
	xmlHashTable *by_id;     /* id or name of an anchor -> its element */
};

/* html_in.c */
/* The value of an attribute, or NULL; it lives as long as the arena. */
const char *html_attribute(struct arena *, const xmlNode *, const char *name);
bool html_is(const xmlNode *, const char *name);
/* What an element's own style says of a property, in any case; empty when nothing. */
struct span html_style(struct html *, const xmlNode *, const char *property);
/* A number of an attribute within bounds; otherwise as given. */
long html_number(struct html *, const xmlNode *, const char *name, long least, long most, long otherwise);
/* Put text of a node that holds no blanks to fold. */
void html_put(struct html *, const xmlNode *, const char *s, size_t n);
/* A mark begins: a blank before it stands outside. */
void html_open_mark(struct html *, enum mark_kind, const char *target);
/* A block begins or ends: a new paragraph, or a blank inside a table cell. */
void html_block_edge(struct html *);
/* The edge of a block that stands apart from its neighbours. */
void html_apart(struct html *);

/* html_list.c: lists and their items as the walk meets them. */
bool html_enter_list(struct html *, const xmlNode *);
void html_leave_list(struct html *, const xmlNode *);
bool html_enter_item(struct html *, const xmlNode *);

/* html_sheet.c */
/* Learn what the style sheets of the document do not show. */
void html_sheets(struct html *, const xmlNode *root);
/* Is the element not shown by them? */
bool html_sheets_hide(struct html *, const xmlNode *);

/* html_clean.c */
/*
 * The text without declarations that browsers pass over ("<![if !supportLists]>") and with the text of CDATA
 * sections in place of them; the same when there are none.
 */
struct span html_clean(struct arena *, struct span text);

/* html_open.c: the tables that the tags of the text leave open. */
void html_open_tables(struct span text, struct open_tables *);

/* html_notes.c: notes are found by their calls. */
/* Learn where the links of the document lead. */
void html_anchors(struct html *, const xmlNode *root);
/*
 * A link: a call, whose target becomes a note, the way back from a note, or an address.  False when
 * its text was dealt with.
 */
bool html_link(struct html *, const xmlNode *);
/* Bytes of the note's own mark at the start of its text s[0, n), which is no text of the note. */
size_t html_note_lead(struct html *, const char *s, size_t n);
/* The label of the note that an element is the body of, or NULL. */
const char *html_note(const xmlNode *);

#endif
