/* SPDX-License-Identifier: MIT */
/* omit.c - nothing is lost in silence: what a form holds and is not taken, or in part only. */
#include "source/forms.h"

static const struct { enum diag_code code; const char *what, *advice; } omissions[OMIT_KINDS] = {
    [OMIT_DELETED] = {DIAG_SRC_TRACKED, "deletions", "accept or reject the changes in Word"},
    [OMIT_COMMENT] = {DIAG_SRC_LEFT_OUT, "comments", "write into the text what is to be kept of them"},
    [OMIT_HIDDEN] = {DIAG_SRC_LEFT_OUT, "pieces of hidden text", "delete them, or let them be shown"},
    [OMIT_FIELD] = {DIAG_SRC_LEFT_OUT, "fields without a result", "update them in Word (F9), or write their text"},
    [OMIT_EMBEDDED] = {DIAG_SRC_LEFT_OUT, "embedded documents",
                       "paste their text or a picture of them into the draft"},
    [OMIT_RUBY] = {DIAG_SRC_LEFT_OUT, "readings beside characters", "write them in brackets"},
    [OMIT_BOX] = {DIAG_SRC_LEFT_OUT, "text boxes beyond 64 of a paragraph", "anchor them in other paragraphs"},
    [OMIT_PAGE_PICTURE] = {DIAG_SRC_LEFT_OUT, "pictures of headers and footers",
                           "they are of the pages; put one into the body to have it"},
    [OMIT_CONTROL] = {DIAG_SRC_LEFT_OUT, "fields and buttons of forms", "write their words into the text"},
    [OMIT_METADATA] = {DIAG_SRC_LEFT_OUT, "entries of metadata over the text",
                       "write into the text what is to be kept of them"},
    [OMIT_STRUCK] = {DIAG_SRC_IN_PART, "pieces of text that are struck through",
                     "taken as text; delete them if they are no longer valid"},
    [OMIT_FORMULA] = {DIAG_SRC_IN_PART, "formulas built in more than one row",
                      "taken as a row of letters; read it, or paste a picture"},
    [OMIT_NESTED_TABLE] = {DIAG_SRC_IN_PART, "tables in cells of tables", "taken as text of the cell; set them apart"},
    [OMIT_NUMBER] = {DIAG_SRC_IN_PART, "numbers in a format that is not known here",
                     "shown in figures; choose another format"},
    [OMIT_SYMBOL] = {DIAG_SRC_IN_PART, "signs of a symbol font that are not known here",
                     "write them in an ordinary font"},
};

void
build_omit(struct builder *b, enum omission kind, uint32_t line)
{
	if (b->omitted[kind].n++ == 0)
		b->omitted[kind].first = line;
}

void
build_drop(struct builder *b, size_t characters)
{
	b->draft->account.input += characters;
	b->draft->account.dropped += characters;
}

void
build_report_omissions(const struct builder *b)
{
	for (int k = 0; k < OMIT_KINDS; k++)
		if (b->omitted[k].n > 0)
			diag(b->diag, omissions[k].code, (struct pos){b->draft->name, b->omitted[k].first, 0},
			     "%s: %u, the first here; %s", omissions[k].what, b->omitted[k].n, omissions[k].advice);
}
