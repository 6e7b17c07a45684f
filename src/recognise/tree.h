/* SPDX-License-Identifier: MIT */
/*
 * tree.h - the builder of the report tree and its helpers.
 * Needs: work.h.  Owns: nothing; nodes are in the arena of the report.  Private to the recogniser.
 */
#ifndef RECOGNISE_TREE_H
#define RECOGNISE_TREE_H

#include "recognise/work.h"

#define TREE_SECTIONS 12
#define TREE_LISTS 12

struct open_list {
	struct rep_node *node, *item;
	const char *type;
	bool stopped;                /* a stop ends its numbers */
	uint32_t value;              /* number of the last item */
	uint32_t form;               /* number of the list in the draft, 0 = known by what is printed */
	uint8_t lists;               /* of the form, around its items */
};

struct tree {
	struct work *w;
	size_t at;                   /* block being placed */
	struct rep_node *head, *part, *annex, *contents;
	struct rep_node *section[TREE_SECTIONS];
	uint8_t level[TREE_SECTIONS];
	uint8_t nsection;
	struct rep_node *sourced;    /* the table over the source that was just placed, or NULL */
	struct rep_node *vote;       /* whose names stand below its label, or NULL */
	struct rep_node *para, *quote, *table, *signature, *preamble, *clause, *speech, *figure;
	struct open_list list[TREE_LISTS];
	uint8_t nlist;
	uint8_t quote_lists;         /* lists around the open quote */
	bool quote_form;             /* the form opened it */
	uint8_t para_lists;          /* lists of the form around the open paragraph */
	uint8_t table_no;
	bool table_rows;             /* the open table has rows already */
	uint8_t titles, head_titles; /* titles of the part, of the head */
	const struct rep_node *letter; /* title of the letter that the paper is, or NULL */
	bool kind_line;              /* the part's kind line is printed: no titles after it */
	bool fresh;                  /* nothing but titles in this part yet */
	bool seen_body, front_summary, operative, colon;
	bool fields_follow;          /* masthead fields are still to come */
	bool signed_last;            /* the open signature has its name, which stands at its end */
	bool session_seen;           /* what follows a session is no longer the name of a body */
};

const struct rline *block_line(const struct work *, const struct block *, size_t k);
/* The block so many behind the one being placed, or NULL. */
const struct block *tree_next(const struct tree *, size_t skip);
/* An element for a block; with the block's text in it. */
struct rep_node *tree_element(struct tree *, enum rep_kind, struct rep_node *parent, const struct block *);
struct rep_node *tree_block(struct tree *, enum rep_kind, struct rep_node *parent, const struct block *);
void tree_text(struct tree *, struct rep_node *, const struct block *, size_t skip);
void tree_num(struct tree *, struct rep_node *parent, const struct block *, size_t n, size_t body);
struct rep_node *tree_container(struct tree *);
/* The head of the report, made when first asked for. */
struct rep_node *tree_head(struct tree *);
/* Close what is open in a section, and sections of that level and lower ones. */
void tree_close_sections(struct tree *, uint8_t level);
/* Content outside any part: the body begins. */
void tree_need_part(struct tree *);
/* The body begins, whatever part is open. */
void tree_start_body(struct tree *);

/* tree_titles.c: an unnumbered heading block at the top of a part as its title; false when it is a section's. */
bool tree_title(struct tree *, const struct block *);
/* A block that opens a part before the report: a note by somebody, or the summary. */
void tree_front(struct tree *, const struct block *);

/* tree_list.c: close what the form says the block is not in, open the quote or item it says it begins. */
void tree_follow_form(struct tree *, const struct block *);
void tree_item(struct tree *, const struct block *);
/* The quote a block stands in. */
void tree_open_quote(struct tree *, const struct block *);
/* Where a list, table, figure or further paragraph goes now. */
struct rep_node *tree_list_parent(struct tree *);
/* The open list that goes on behind the paragraph at t->at, which then belongs to its item; or -1. */
int tree_list_goes_on(const struct tree *);

/* tree_table.c: one row with its cells. */
void tree_row(struct tree *, struct rep_node *table, const struct block *);
/* Cells over several rows and columns, once all rows are known. */
void tree_fit_tables(struct tree *);

/* pictures.c: the pictures of a block as figures, in t->figure if that is open; parent NULL: they are left out. */
void tree_figures(struct tree *, struct rep_node *parent, const struct block *);
/* Pictures within lines become figures behind their blocks. */
void tree_pictures(struct work *);

/* tree_parts.c: masthead fields, note bodies, the order and kind of the whole. */
void tree_fields(struct tree *, const struct block *, struct rep_node *head);
void tree_notes(struct tree *);
void tree_finish(struct tree *);
/* tree_values.c: what fields and the lines of an adoption tell, as attributes of them and of the head. */
void tree_values(const struct tree *);
/* tree_lang.c: parts and blocks in another language than what they stand in. */
void tree_languages(struct tree *);

#endif
