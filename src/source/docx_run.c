/* SPDX-License-Identifier: MIT */
/* docx_run.c - the runs of a paragraph: text, looks, signs, fields, calls of notes. */
#include <stdlib.h>
#include <string.h>

#include "source/docx_read.h"

/* ---- text ---- */

/* Signs around the note's own mark at the start of its body are not text. */
static size_t
note_lead(const char *s, size_t n)
{
	size_t i = 0;
	while (i < n && strchr(" \t().", s[i]) != NULL)
		i++;
	return i;
}

void
docx_put_due(struct reader *r)
{
	if (r->tabs > 0)
		r->gap = false;
	for (; r->tabs > 0; r->tabs--)
		build_sign(&r->b, '\t');
	if (r->gap && r->b.open)
		build_sign(&r->b, ' ');
	r->gap = false;
}

void
docx_put(struct reader *r, const char *s, size_t n)
{
	if (r->note_lead) {
		size_t skip = note_lead(s, n);
		if (r->typed_mark != NULL && span_starts((struct span){s + skip, n - skip}, r->typed_mark)) {
			skip += strlen(r->typed_mark);
			skip += note_lead(s + skip, n - skip);
			r->typed_mark = NULL;
		}
		build_drop(&r->b, skip);
		s += skip;
		n -= skip;
		r->note_lead = n == 0;
	}
	if (n == 0)
		return;
	docx_put_due(r);
	build_packed(&r->b, s, n);
}

void
docx_look(struct reader *r, bool bold, bool italic, enum docx_raised raised)
{
	if (r->raised != DOCX_BASE && r->raised != raised)
		build_close(&r->b, r->raised == DOCX_SUP ? MARK_SUP : MARK_SUB);
	if (r->italic && !italic)
		build_close(&r->b, MARK_EMPH);
	if (r->bold != bold)
		(bold ? build_open(&r->b, MARK_STRONG, NULL) : build_close(&r->b, MARK_STRONG));
	if (!r->italic && italic)
		build_open(&r->b, MARK_EMPH, NULL);
	if (raised != DOCX_BASE && r->raised != raised)
		build_open(&r->b, raised == DOCX_SUP ? MARK_SUP : MARK_SUB, NULL);
	r->bold = bold;
	r->italic = italic;
	r->raised = raised;
}

/* Drop the text of a node; its characters. */
static size_t
drop_text(struct reader *r, const xmlNode *n)
{
	xmlChar *s = xmlNodeGetContent(n);
	size_t characters = s != NULL ? utf8_count(span_of((const char *)s)) : 0;
	build_drop(&r->b, characters);
	xmlFree(s);
	return characters;
}

void
docx_leave_out(struct reader *r, const xmlNode *n, enum omission kind)
{
	if (drop_text(r, n) > 0 || kind == OMIT_DELETED)
		build_omit(&r->b, kind, r->paragraphs);
}

/* ---- fields ---- */

/* The words in quotes behind a place in a field's code, or NULL. */
static const char *
quoted(struct reader *r, struct span code, size_t from)
{
	size_t open = from < code.n ? span_find(span_sub(code, from, code.n), SPAN_LIT("\"")) : SIZE_MAX;
	struct span rest = span_sub(code, open == SIZE_MAX ? code.n : from + open + 1, code.n);
	size_t close = span_find(rest, SPAN_LIT("\""));
	return close == SIZE_MAX ? NULL : arena_strndup(r->b.arena, rest.s, close);
}

/* The address in HYPERLINK "address" \l "place"; NULL when the field is another one. */
static const char *
field_address(struct reader *r, struct span code)
{
	code = span_trim(code);
	if (!span_starts(code, "HYPERLINK"))
		return NULL;
	size_t place = span_find(code, SPAN_LIT("\\l"));
	const char *address = quoted(r, span_sub(code, 0, place < code.n ? place : code.n), 0);
	const char *within = place < code.n ? quoted(r, code, place) : NULL;
	if (within == NULL)
		return address;
	return arena_printf(r->b.arena, "%s#%s", address != NULL ? address : "", within);
}

/* Fields that show nothing by themselves: marks for indexes and tables of contents, settings. */
static bool
shows_nothing(struct span code)
{
	static const char *const silent[] = {"TC", "XE", "TA", "RD", "SET", "PRIVATE", "ASK", "ADVANCE"};
	code = span_trim(code);
	size_t n = 0;
	while (n < code.n && code.s[n] != ' ')
		n++;
	for (size_t i = 0; i < sizeof silent / sizeof *silent; i++)
		if (span_is(span_sub(code, 0, n), silent[i]))
			return true;
	return n == 0;
}

/* SYMBOL 183 \f "Symbol": the sign; true when it was one that is known. */
static bool
symbol_field(struct reader *r, struct span code)
{
	char out[4];
	code = span_trim(code);
	if (!span_starts(code, "SYMBOL "))
		return false;
	const char *given = arena_strndup(r->b.arena, code.s + 7, code.n - 7);
	unsigned long c = strtoul(given, NULL, 0);
	uint32_t sign = docx_symbol(quoted(r, code, 0), c < 0x100 ? (uint32_t)c : 0);
	if (sign != 0)
		docx_put(r, out, utf8_put(sign, out));
	return sign != 0;
}

/* A box to tick, as Word draws it. */
static void
tick_box(struct reader *r, const xmlNode *field)
{
	const xmlNode *box = docx_child(docx_child(field, "ffData"), "checkBox");
	int ticked = docx_toggle(box, "checked");
	if (ticked < 0)
		ticked = docx_toggle(box, "default");
	if (box != NULL)
		docx_put(r, ticked > 0 ? "\xE2\x98\x92" : "\xE2\x98\x90", 3);
}

static void
field_begin(struct reader *r, const xmlNode *n)
{
	if (r->nfield < DOCX_FIELDS) {
		r->field[r->nfield].code.n = 0;
		r->field[r->nfield].result = docx_child(n, "ffData") != NULL;
		r->field[r->nfield].link = false;
	}
	r->nfield++;
	tick_box(r, n);
}

/* A field's code is being read, not what the field shows. */
static bool
in_code(const struct reader *r)
{
	for (unsigned i = 0; i < r->nfield && i < DOCX_FIELDS; i++)
		if (!r->field[i].result)
			return true;
	return false;
}

void
docx_end_codes(struct reader *r)
{
	for (unsigned i = 0; i < r->nfield && i < DOCX_FIELDS; i++)
		r->field[i].result = true;
}

static void
field_end(struct reader *r)
{
	struct span code = buf_span(&r->field[--r->nfield].code);
	if (r->field[r->nfield].link)
		build_close(&r->b, MARK_LINK);
	if (!r->field[r->nfield].result && !shows_nothing(code) && !symbol_field(r, code))
		build_omit(&r->b, OMIT_FIELD, r->paragraphs);
}

static void
field_char(struct reader *r, const xmlNode *n)
{
	const char *type = docx_attribute(n, "fldCharType");
	if (type == NULL)
		return;
	if (strcmp(type, "begin") == 0) {
		field_begin(r, n);
	} else if (r->nfield == 0 || r->nfield > DOCX_FIELDS) {
		r->nfield -= r->nfield > 0 && strcmp(type, "end") == 0;
	} else if (strcmp(type, "separate") == 0) {
		const char *address = field_address(r, buf_span(&r->field[r->nfield - 1].code));
		r->field[r->nfield - 1].result = true;
		r->field[r->nfield - 1].link = address != NULL;
		if (address != NULL)
			build_open(&r->b, MARK_LINK, address);
	} else if (strcmp(type, "end") == 0) {
		field_end(r);
	}
}

static void
field_code(struct reader *r, const xmlNode *n)
{
	xmlChar *s = xmlNodeGetContent(n);
	if (r->nfield > 0 && r->nfield <= DOCX_FIELDS && s != NULL)
		buf_adds(&r->field[r->nfield - 1].code, (const char *)s);
	xmlFree(s);
}

/* ---- notes ---- */

void
docx_restart_notes(struct docx_notes *notes)
{
	notes->called = notes->start - 1;
}

/* A call of a note: its number, or the mark that follows as text. */
static void
note_call(struct reader *r, const xmlNode *n, struct docx_notes *notes)
{
	const char *custom = docx_attribute(n, "customMarkFollows");
	struct call *c = VEC_PUSH(r->b.arena, r->call, r->ncall, r->cap_call);
	bool known;
	c->part = notes->part;
	c->label = NULL;
	c->id = docx_number(n, "id", -1);
	if (custom != NULL && strcmp(custom, "0") != 0 && strcmp(custom, "false") != 0) {
		r->custom_mark = c->typed = true;
		return;
	}
	c->typed = false;
	c->label = docx_format(r->b.arena, notes->format, ++notes->called, &known);
	if (!known)
		build_omit(&r->b, OMIT_NUMBER, r->paragraphs);
	build_open(&r->b, MARK_CALL, c->label);
	docx_put(r, c->label, strlen(c->label));
	build_close(&r->b, MARK_CALL);
}

/* ---- runs ---- */

/* A sign by its code in the font given, or that of the run. */
static void
put_sign(struct reader *r, const char *font, uint32_t code)
{
	char out[4];
	uint32_t sign = docx_symbol(font, code);
	if (sign == 0)
		build_omit(&r->b, OMIT_SYMBOL, r->paragraphs);
	if (code >= 0x20 && code < 0xFFFE && (code < 0xD800 || code >= 0xE000))
		docx_put(r, out, utf8_put(sign != 0 ? sign : code, out));
}

static void
put_symbol(struct reader *r, const xmlNode *n)
{
	const char *code = docx_attribute(n, "char"), *font = docx_attribute(n, "font");
	uint32_t c = code != NULL ? (uint32_t)strtoul(code, NULL, 16) : 0;
	char out[4];
	if (docx_is_symbol_font(font) || (c >= 0xF000 && c <= 0xF0FF))
		put_sign(r, font, c);
	else if (c >= 0x20 && c < 0xFFFE && (c < 0xD800 || c >= 0xE000))
		docx_put(r, out, utf8_put(c, out));
}

/* Text, but signs where the font draws such, or the code is one of theirs. */
static void
put_text(struct reader *r, const char *s, size_t n)
{
	size_t from = 0;
	for (size_t i = 0; i < n;) {
		size_t at = i;
		uint32_t c = utf8_next(s, n, &i);
		bool sign = (c >= 0xF020 && c <= 0xF0FF) || (r->font != NULL && c > 0x20 && c < 0x100);
		if (!sign)
			continue;
		docx_put(r, s + from, at - from);
		put_sign(r, r->font, c);
		from = i;
	}
	docx_put(r, s + from, n - from);
}

static void
put_content(struct reader *r, const xmlNode *n)
{
	xmlChar *s = xmlNodeGetContent(n);
	size_t len = s != NULL ? strlen((const char *)s) : 0;
	bool plain = r->font == NULL && (s == NULL || strchr((const char *)s, 0xEF) == NULL); /* U+F0.. begins so */
	if (r->custom_mark && len > 0) {
		struct span mark = span_trim((struct span){(const char *)s, len});
		const char *label = arena_strndup(r->b.arena, mark.s, mark.n);
		r->call[r->ncall - 1].label = label;
		build_open(&r->b, MARK_CALL, label);
		docx_put(r, (const char *)s, len);
		build_close(&r->b, MARK_CALL);
		r->custom_mark = false;
	} else if (plain) {
		docx_put(r, (const char *)s, len);
	} else {
		put_text(r, (const char *)s, len);
	}
	xmlFree(s);
}

/* Small signs over or beside the characters; these are the text. */
static void
read_ruby(struct reader *r, const xmlNode *n)
{
	for (const xmlNode *c = n->children; c != NULL; c = c->next) {
		if (docx_is(c, "rt"))
			docx_leave_out(r, c, OMIT_RUBY);
		else if (docx_is(c, "rubyBase") && !docx_inlines(r, c))
			r->failed = true;
	}
}

/* What a run shows as text, mostly. */
static bool
read_text(struct reader *r, const xmlNode *n)
{
	const char *type = docx_is(n, "br") ? docx_attribute(n, "type") : NULL;
	if (docx_is(n, "t"))
		put_content(r, n);
	else if (docx_is(n, "tab") || docx_is(n, "ptab"))
		docx_put(r, r->in_row ? " " : "\t", 1);
	else if (docx_is(n, "lastRenderedPageBreak") || (type != NULL && strcmp(type, "page") == 0))
		docx_page_break(r);
	else if (docx_is(n, "br") || docx_is(n, "cr"))
		docx_line_break(r);
	else if (docx_is(n, "noBreakHyphen"))
		docx_put(r, "\xE2\x80\x91", 3);
	else if (docx_is(n, "sym"))
		put_symbol(r, n);
	else
		return false;
	return true;
}

static void
read_other(struct reader *r, const xmlNode *n)
{
	if (docx_is(n, "fldChar"))
		field_char(r, n);
	else if (docx_is(n, "instrText"))
		field_code(r, n);
	else if (docx_is(n, "footnoteReference"))
		note_call(r, n, &r->footnotes);
	else if (docx_is(n, "endnoteReference"))
		note_call(r, n, &r->endnotes);
	else if (docx_is(n, "footnoteRef") || docx_is(n, "endnoteRef"))
		r->note_lead = true;
	else if (docx_is(n, "commentReference"))
		build_omit(&r->b, OMIT_COMMENT, r->paragraphs);
	else if (docx_is(n, "drawing") || docx_is(n, "pict") || docx_is(n, "object"))
		docx_drawing(r, n);
	else if (docx_alternate(n) != NULL)
		docx_drawing(r, docx_alternate(n));
	else if (docx_is(n, "ruby"))
		read_ruby(r, n);
	else if (docx_is(n, "contentPart"))
		build_omit(&r->b, OMIT_EMBEDDED, r->paragraphs);
}

/* The look of a run; false when it is hidden. */
static bool
run_look(struct reader *r, const xmlNode *run)
{
	const xmlNode *rpr = docx_child(run, "rPr");
	const struct docx_style *style = docx_find_style(&r->docx, docx_attribute(docx_child(rpr, "rStyle"), "val"));
	int bold = docx_toggle(rpr, "b"), italic = docx_toggle(rpr, "i"), raised = docx_raised(rpr);
	int hidden = docx_toggle(rpr, "vanish");
	const char *font = docx_attribute(docx_child(rpr, "rFonts"), "ascii");
	if (bold < 0)
		bold = style != NULL ? style->bold : -1;
	if (italic < 0)
		italic = style != NULL ? style->italic : -1;
	if (raised < 0 && style != NULL)
		raised = style->raised;
	if (raised < 0 || docx_child(run, "footnoteReference") != NULL || docx_child(run, "endnoteReference") != NULL)
		raised = DOCX_BASE; /* calls are marked as such */
	if (hidden < 0)
		hidden = style != NULL && style->hidden >= 0 ? style->hidden : r->hidden;
	docx_look(r, bold > 0, italic > 0, (enum docx_raised)raised);
	r->font = docx_is_symbol_font(font) ? font : NULL;
	if (docx_toggle(rpr, "strike") > 0 || docx_toggle(rpr, "dstrike") > 0)
		build_omit(&r->b, OMIT_STRUCK, r->paragraphs);
	return hidden <= 0;
}

static void
read_run(struct reader *r, const xmlNode *run)
{
	bool shown = run_look(r, run);
	for (const xmlNode *n = run->children; n != NULL; n = n->next) {
		if (docx_is(n, "t") && in_code(r))
			drop_text(r, n); /* what other fields show within the code of one is of that code */
		else if (!shown && docx_is(n, "t"))
			docx_leave_out(r, n, OMIT_HIDDEN);
		else if (!read_text(r, n))
			read_other(r, n);
	}
}

bool
docx_deeper(struct reader *r)
{
	if (++r->depth <= FORM_DEPTH)
		return true;
	diag(r->b.diag, DIAG_SRC_DEPTH, (struct pos){r->b.draft->name, r->paragraphs, 0},
	     "more than %d levels of tables and boxes; simplify the document", FORM_DEPTH);
	return false;
}

/* What is inside is a link. */
static bool
read_link(struct reader *r, const xmlNode *n, const char *target)
{
	build_open(&r->b, MARK_LINK, target);
	bool ok = docx_inlines(r, n);
	docx_look(r, false, false, DOCX_BASE);
	build_close(&r->b, MARK_LINK);
	return ok;
}

/* The address of a link, of an element or of a field in short; NULL for another element. */
static const char *
link_target(struct reader *r, const xmlNode *n)
{
	bool external = false;
	if (docx_is(n, "fldSimple"))
		return field_address(r, span_of(docx_attribute(n, "instr") != NULL ? docx_attribute(n, "instr") : ""));
	if (!docx_is(n, "hyperlink"))
		return NULL;
	const char *anchor = docx_attribute(n, "anchor");
	const char *target = docx_target(&r->docx, docx_attribute(n, "id"), &external);
	if (target == NULL)
		target = "";
	return anchor != NULL ? arena_printf(r->b.arena, "%s#%s", target, anchor) : target;
}

bool
docx_inlines(struct reader *r, const xmlNode *parent)
{
	bool ok = docx_deeper(r);
	for (const xmlNode *n = parent->children; ok && n != NULL; n = n->next) {
		const char *target = link_target(r, n);
		if (docx_is(n, "r"))
			read_run(r, n);
		else if (target != NULL)
			ok = read_link(r, n, target);
		else if (docx_named(n, "oMath") || docx_named(n, "oMathPara"))
			docx_formula(r, n);
		else if (docx_is(n, "del") || docx_is(n, "moveFrom"))
			docx_leave_out(r, n, OMIT_DELETED);
		else if (docx_is(n, "subDoc"))
			build_omit(&r->b, OMIT_EMBEDDED, r->paragraphs);
		else if (docx_wrapped(n) != NULL)
			ok = docx_inlines(r, docx_wrapped(n));
	}
	r->depth--;
	return ok && !r->failed;
}
