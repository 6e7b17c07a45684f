/* SPDX-License-Identifier: MIT */
/*
 * work.h - what the structural passes share: lines with evidence, labels, readings, blocks.
 * Needs: source, report, words.h.  Owns: everything is in the arena of the report.
 * Private to the recogniser.
 *
 * The passes run in this order over the same array of lines: evidence, furniture and pages, notes,
 * masthead, contents, parts; then the choice over all lines that are left; then blocks and tree.
 */
#ifndef RECOGNISE_WORK_H
#define RECOGNISE_WORK_H

#include <string.h>

#include "recognise/label.h"
#include "recognise/recognise.h"
#include "recognise/words.h"

/* What a line is taken for.  The order is that of reading_name(). */
enum reading {
	READ_OPEN,      /* not yet decided */
	READ_CONT,      /* goes on with the block before */
	READ_P,         /* unnumbered paragraph */
	READ_HEAD,      /* numbered heading */
	READ_PLAIN,     /* unnumbered heading or title */
	READ_PARA,      /* numbered paragraph */
	READ_ITEM,      /* labelled item of a list */
	READ_BULLET,
	READ_QUOTE,
	READ_ROW,       /* table row */
	READ_FIGURE,    /* pictures and no words */
	READ_CAPTION,
	READ_ANNEX,     /* label of an annex, appendix, enclosure */
	READ_FRONT,     /* heading of a note, letter or summary before the report */
	READ_FIELD,     /* masthead field; its parts are in work.part */
	READ_CONTENTS,  /* heading of the contents list */
	READ_ENTRY,     /* line of the contents list */
	READ_SIGN,      /* signature */
	READ_CHAPEAU,   /* "The General Assembly," */
	READ_ADOPTION,
	READ_VOTE,
	READ_SPEECH,
	READ_RULE,      /* separator of the draft that is not furniture */
	READ_NOTE,      /* first line of a note body */
	READ_NOTE_MORE, /* further line of a note body */
	READ_URL,
	READ_DROP,      /* furniture */
	READINGS
};

/* What a line that leaves the text is; each has its rule: see line_drop(). */
enum dropped {
	DROP_PAGE_NUMBER, DROP_JOB_NUMBER, DROP_BARCODE, DROP_LANGUAGE, DROP_TURN, DROP_RUNNING_HEAD, DROP_RUNNING_TITLE,
	DROP_ARTIFACT, DROP_COVER, DROP_NOTE_RULE, DROP_NOTES_HEADING, DROP_RULE,
	DROP_FIX /* the editor says so */
};

/* Where the form keeps columns, the start of a line against the lines around it. */
enum margin { MARGIN_UNKNOWN, MARGIN_FLUSH, MARGIN_IN, MARGIN_OUT };

enum end_kind { END_OPEN, END_STOP, END_COLON, END_SEMI, END_COMMA, END_HYPHEN };

/* One line that is not blank, with what can be seen without its neighbours. */
struct rline {
	const struct line *src;
	uint32_t off, n;         /* without blanks at both ends, in draft->text */
	uint16_t cols;           /* width in columns (CJK counts two) */
	uint16_t first_cols;     /* width of the first word */
	uint16_t reach, first_reach; /* the same in a text face, see reach.c, */
	uint16_t column_reach, first_column_reach; /* and in columns */
	uint16_t measure;        /* the reach of full lines here, where it is less than elsewhere; else 0 */
	enum lead { LEAD_NONE, LEAD_FIRST, LEAD_BULLET, LEAD_NUMBER, LEAD_PAREN, LEAD_NUMBER_OVER, LEAD_PAREN_OVER,
	            LEADS } lead;
	                         /* what pushes its text in: a short line over it, a sign at its start or over it */
	uint32_t page;
	enum end_kind end;
	bool lower, upper;       /* case of the first letter */
	bool caseless;           /* it is of a script without case */
	bool dangling;           /* ends in a small word that expects another */
	bool digit_first, quote_first;
	bool bold;               /* the whole line, a star of a note at its end aside */
	bool aside;              /* set at the end of the measure, as lines of adoption and signatures are */
	bool large, small;       /* PDF: set clearly larger, clearly smaller than the text */
	bool raised;             /* begins with raised type, as notes do */
	bool caps;               /* all its letters are capitals, at least four */
	bool code;               /* capitals and more digits: "ISSN 0123-4567" */
	bool symbol, symbol_last; /* begins, ends with the symbol of a document */
	bool damaged;            /* its letters, or those around it, came apart */
	/* it is a heading, or the next line of one, known from the list of contents or because it recurs */
	enum { UNLISTED, LISTED, LISTED_MORE } listed;
	enum recurs {
		RECURS_NOT,
		RECURS_NO_HEADING, /* word for word, but over no text */
		RECURS_SAME,   /* word for word, over text */
		RECURS_SERIES, /* with other numbers */
		RECURS_TITLE,  /* it stands under one of a series, as titles stand under the others */
		RECURS_ROUND   /* with others in the same order, over text, or it names such a round */
	} recurs;
	bool anew;               /* its capital says that something begins: see capitals.c */
	bool entry;              /* one of a list without signs */
	bool row;                /* one that begins here however full the line before is */
	bool textless;           /* no text stands near it: see textless.c */
	uint8_t scarce;          /* how little text stands around it, from 0 for enough to 5 */
	bool counted;            /* a number of a heading or the title under it, by a count over text: see counted.c; a
	                            title between tables, by the heads of columns under it: see scatter.c */
	bool initial;            /* its first letter is that of a name */
	bool torn;               /* a piece of a line that came apart, or what follows it: see torn.c */
	bool under_figure;       /* a figure alone or text under it, where such come one after the other */
	bool picture;            /* it holds pictures and nothing else */
	bool bullet, bullet_capital; /* a capital right behind it */
	uint16_t bullet_n;       /* bytes of the bullet sign */
	bool lone_dash;          /* nothing else: a bullet over its text, or nil in a table */
	bool closed;             /* a blank more than others have ends it: see closed.c */
	bool seam;               /* what stood before it is not in the flow: a page end, a note, furniture */
	enum margin margin;
	uint16_t gap;            /* blank lines before, 0 after a seam */
	struct label label[LABEL_MAX];
	uint8_t nlabel;
	/* decided */
	enum reading reading;
	enum dropped dropped;    /* READ_DROP: as what */
	enum rep_kind field;     /* READ_FIELD, READ_ANNEX: the element */
	uint8_t which;           /* label taken */
	uint8_t depth;           /* heading level, list depth */
	float conf;
	enum reading alt;        /* best rejected reading; READ_OPEN = none */
	float alt_conf;
	struct span folded;      /* made when first asked for: line_folded() */
	bool sure;               /* a continuation seen at once: what is below may go on with it */
	bool chosen;             /* as the first line of something, among its readings */
	const char *rule;
	const char *kind;        /* READ_ANNEX, READ_FRONT, READ_VOTE: which; READ_PLAIN "letter-title", "adopted";
	                            READ_SIGN "signed", "closing" or NULL for offices; READ_P "time" of a record; READ_CAPTION
	                            of a picture: "over", "under", of the table over it: "below"; READ_BULLET:
	                            "none" for an item without a sign; READ_ADOPTION "date", "meeting"; READ_ROW "head",
	                            "scattered" or NULL for the others */
	const char *evidence;    /* what spoke for the reading, in words, or NULL */
	uint32_t note;           /* READ_NOTE, READ_NOTE_MORE: index in found + 1 */
	uint16_t mark_n;         /* bytes at the line's start that are the mark of a note, or the speaker */
};

/* A stretch of a masthead line and what it is; two columns give two parts of one line. */
struct field_part {
	uint32_t line, off, n;
	enum rep_kind kind;
	const char *attr, *value; /* the normalised value, or NULL */
	bool beside;              /* it stands beside another, or goes on with one above that does */
	uint32_t over;            /* 1 + off of the part that it goes on with; 0 is the last of its kind */
	struct rep_node *node;    /* the field made of it */
};

/* A note body in the making; its lines carry its index. */
struct found_note {
	struct span mark;
	uint32_t first;          /* line it starts on */
	bool form;               /* the form of the draft says that it is a note */
};

/* A note that begins inside a line of another one. */
struct note_cut {
	uint32_t line, off, used; /* the mark stands at off and has used bytes, blanks at both its ends included */
	uint32_t note;            /* index in found + 1 */
};

/* A line of the list of contents, and the first line of the heading that it names. */
struct known_heading {
	uint32_t entry, heading;
};

/* Lines that make one block, as the choice has it. */
struct block {
	enum reading reading;
	uint32_t flow, n;        /* its lines: flow[flow .. flow + n) */
	uint8_t level;           /* headings: depth in the report, from 1 */
	uint8_t other_level;     /* headings: the level that was rejected where it is in doubt, or 0 */
	uint8_t depth;           /* items: depth of the list, from 1 */
	struct label label;      /* HEAD, PARA, ITEM */
};

struct work {
	struct arena *arena;
	struct diag *diag;
	const struct draft *draft;
	const struct recognise_options *opt;
	struct recognised *out;
	const struct words *words;
	struct rline *line;      /* nline, and an empty one behind the last */
	size_t nline;
	struct found_note *found;
	size_t nfound, found_cap;
	struct note_cut *cut;    /* by off */
	size_t ncut, cut_cap;
	struct field_part *part;
	size_t npart, part_cap;
	size_t cover;            /* lines of a cover and title page, and what stands between them and the contents */
	struct known_heading *known;
	size_t nknown, known_cap;
	struct span symbol;      /* the running symbol, or empty */
	bool edges;              /* Markdown, HTML: what stands at the edges of pages is found in the text */
	struct span letter;      /* the title of the letter, folded, or empty */
	uint32_t *flow;          /* indices of the lines that are not notes, furniture ... */
	size_t nflow;
	struct block *block;
	size_t nblock, block_cap;
	uint16_t width;          /* columns of a full line of running text */
	uint16_t reach;          /* the same in a text face; 0 = unknown */
	bool by_columns;         /* reaches are measured in columns, as the text was broken */
	uint16_t lead_reach[LEADS]; /* of full lines of each kind, as the text shows; 0 = unknown */
	float left, em;          /* pt: where the text begins on the page, its type; em 0 = the form has no places, and
	                            reaches are counted in letters */
	bool raised;             /* the numbers of notes are raised */
	bool wrapped;            /* paragraphs are broken into lines of that width */
	enum { INDENT_MIXED, INDENT_NONE, INDENT_SOME } para_indent; /* of numbered paragraphs */
	bool hints;              /* blanks at line starts show paragraph starts */
	bool flush_starts;       /* no margin shows where paragraphs start */
	bool gaps;               /* blank lines tell paragraphs or headings apart */
	/* what such a blank says against a line that goes on, what behind a stop, and its want there for one that does */
	float closed, closed_stop, unclosed;
	float rhythm[2];         /* for a line that goes on behind a stop; [1]: under a number.  See rhythm.c */
	bool typed;              /* PDF: headings are set in type of their own */
	struct {
		bool used;       /* most lines have tags */
		bool blocks;     /* elements are paragraphs, as lines in mid-sentence show */
		bool notes;      /* notes are tagged as such */
		float heading;   /* what the tag of a heading is worth here, */
		float text;      /* and what that of text is worth against one */
	} tags;
	bool record;             /* verbatim or summary record: the meeting is open */
	bool record_paper;       /* its symbol says that it is one */
	bool corrigendum;        /* its head says that it is one */
	bool resolution;
	size_t decision;         /* line of the flow under the title of the last decision; 0 = none */
	bool sentences;          /* a sentence per line: unnumbered lines go with the paragraph */
	struct mark **picture;   /* the marks of pictures in the text, by off */
	size_t npicture;
	size_t drop_cap, note_cap, url_cap, page_cap, moved_cap;
};

static inline struct span
rline_text(const struct work *w, const struct rline *l)
{
	return (struct span){w->draft->text.s + l->off, l->n};
}

/* The draft is the text of pages, as tools extract it. */
static inline bool
has_page_text(const struct work *w)
{
	return w->draft->form <= SOURCE_PAGE_LAYOUT;
}

/* No line shows by its place that it is set in: what is left is the room that first lines leave. */
static inline bool
loses_indents(const struct work *w)
{
	return w->draft->form == SOURCE_PAGE_SINGLE || w->draft->mirrored;
}

/* The same, or the pages themselves, Markdown of them that says where each begins, or a form that shows their edges. */
static inline bool
has_pages(const struct work *w)
{
	return has_page_text(w) || w->draft->form == SOURCE_PDF || w->edges ||
	       (w->draft->form == SOURCE_MARKDOWN && w->nline > 0 && w->line[w->nline - 1].src->page > 0);
}

/* Line f of the flow, from 0. */
static inline struct rline *
flow_line(const struct work *w, size_t f)
{
	return &w->line[w->flow[f]];
}

/* The same, or NULL behind the last. */
static inline struct rline *
flow_at(const struct work *w, size_t f)
{
	return f < w->nflow ? flow_line(w, f) : NULL;
}

/* The line is a label and nothing else. */
static inline bool
rline_label_alone(const struct rline *l)
{
	return l->nlabel > 0 && l->label[0].body >= l->n;
}

/* "(b)" and no more, the sign of an item whose text stands elsewhere. */
static inline bool
rline_bracket_alone(const struct rline *l)
{
	return rline_label_alone(l) && l->label[0].paren;
}

/* The whole line stands in such brackets. */
static inline bool
rline_in(const struct work *w, const struct rline *l, char open, char close)
{
	const char *s = w->draft->text.s + l->off;

	return l->n > 2 && s[0] == open && s[l->n - 1] == close;
}

/* "SECTION II" and nothing else at the head of a page: whatever stands before it, it goes on with nothing. */
static inline bool
rline_opens_chapter(const struct rline *l)
{
	return l->seam && rline_label_alone(l) && l->label[0].style == LABEL_CHAPTER;
}

/* Are both of one element of the tags? */
static inline bool
same_element(const struct rline *a, const struct rline *b)
{
	return a->src->element > 0 && a->src->element == b->src->element;
}

/* Is the line of that kind? */
static inline bool
line_is(const struct rline *l, const char *kind)
{
	return l->kind != NULL && strcmp(l->kind, kind) == 0;
}

/* Did it leave the text as that? */
static inline bool
dropped_as(const struct rline *l, enum dropped as)
{
	return l->reading == READ_DROP && l->dropped == as;
}

const char *reading_name(enum reading);

/* evidence.c: w->line from the draft, the measures of the whole text. */
void evidence_collect(struct work *);
/* The line's text folded for words.h. */
struct span line_folded(const struct work *, const struct rline *);
/* The sign of the bullet is one that sentences and notes begin with too: a dash or a star. */
bool bullet_is_dash(const struct work *, const struct rline *);
/* damage.c: lines of a text layer that is damaged; they stay text. */
void damage_find(struct work *);
/* The words of the line that end it decide: is the text finished there? */
enum end_kind evidence_end(struct span);
/* Two initials or more, each with its stop, end the text: "a.i.", "U.S.". */
bool ends_in_initials(struct span);
/* Columns that the text takes: an ideograph two. */
size_t evidence_cols(struct span);
/* Ascending; by counting, so that cost follows n and the greatest width alone. */
void widths_sort(uint16_t *, size_t n);

/* reach.c: widths of a line and its first word, of so many bytes at least; of a full line, once w->width is known. */
void reach_measure(struct rline *, struct span, size_t first_n);
uint16_t reach_full(const struct work *);
/* The same where the form has places: from the margin of the text, so that no line counts as set in. */
void reach_places(struct work *);
/* Of lines set in the middle, once that of full lines is known. */
void reach_centred(struct work *);
/* Lines set clearly larger than most of the flow, and clearly smaller. */
void reach_large(struct work *);
/* Measures the lines of page text anew in columns if that explains their ends better; once w->width is known. */
void reach_by_columns(struct work *);
/* Does the line reach as far as the first line of a paragraph may, and no further?  It goes on with after. */
float reach_as_first(const struct work *, const struct rline *at, const struct rline *after);
#define REACH_SEEN 4.0f /* from there on the measure of such lines is seen in the text, else it is the usual one */
/* Where the text shows both measures and the line may be such a one: with the first word of after, as a part of a
 * full line; else 0. */
float reach_fits_first(const struct work *, const struct rline *at, const struct rline *after);
#define REACH_AT_MEASURE 1.005f /* part of a measure: a line that reaches no more may be as long */
/* Lines set narrower than the rest, as boxes, quotations and what stands behind a number; once the flow is known. */
void reach_narrow(struct work *);
/* Are headings set in type of their own?  Once lines of all other kinds are decided. */
void reach_typed(struct work *);
/* Lines set at the end of the measure, where the form has places. */
void reach_aside(struct work *);
/* Parts of a full line: the next word may not have fitted; surely, but for a long one; far from it. */
#define REACH_FULL 0.96f
#define REACH_MEASURED 0.985f /* as REACH_FULL, where the page shows places */
#define REACH_NEARLY 0.85f
#define REACH_SHORT 0.7f
/* Line a with the first word of b, as a part of a full line: above 1 the word did not fit. */
float reach_with_next(const struct work *, const struct rline *a, const struct rline *b);
/* The same of lines that may be set half as large again as the text, as if they were set like it. */
float reach_of_title(const struct work *, const struct rline *a, const struct rline *b);
/* No line of the text reaches as far: it is set smaller, or several that the extraction made one at lost hyphens. */
bool reach_is_beyond(const struct work *, const struct rline *);
/* A reach with a line behind it on the same line; 0 is none. */
unsigned reach_with_line(const struct work *, unsigned reach, const struct rline *);

/* furniture.c: running heads, page numbers, job numbers, addresses. */
void furniture_find(struct work *);
/* The same words at the foot of most pages, whatever stands under them. */
void stamps_find(struct work *);
/* A document symbol and nothing else, such as "A/AC.292/2024/L.1*" or a joint one. */
bool is_symbol(struct span);
bool is_address(struct span);
/* Take a line out of the text. */
void line_drop(struct work *, struct rline *, enum dropped as);
/*
 * foot.c: the kinds of the words of a short line as a string, or "" when one of them is none: 'p' n/N, 'j' job number,
 * 'd' 6 digits, 'b' 7 or a barcode, 'n' number, 'r' a small roman one, 'l' (E), 't' turn over.
 */
#define FOOT_WORDS 8
void foot_line(struct span, char kinds[FOOT_WORDS + 1]);
bool is_turn_sign(struct span), is_barcode(struct span);
/* The number that is all of the text, or 0. */
uint32_t lone_number(struct span);
/* The page number that a line of furniture prints, or 0. */
uint32_t furniture_number(const struct work *, const struct rline *);
/* The first job number, if more than the number is printed as on a first page; else NULL. */
struct rline *furniture_job(const struct work *);
/* pages.c: pages and seams, once furniture and notes are known; then the lines of the flow. */
void pages_find(struct work *);

/* tagged.c: are the tags of the form of use, and do they part paragraphs? */
void tags_find(struct work *);
/* Do they say that the line is of the text; that it goes on with the element of the line before? */
bool tags_say_text(const struct work *, const struct rline *);
bool tags_go_on(const struct work *, const struct rline *);
/* Drop the artifacts that are left at the edges of pages; take the notes that are tagged and show their marks. */
void tags_furniture(struct work *);
void tags_notes(struct work *);
/* The words of pictures go with these. */
void tags_pictures(struct work *);
/* What their headings are worth; once contents are known and all lines of other kinds decided. */
void tags_weigh(struct work *);

/* notes_find.c: bodies of notes, with or without a rule above. */
void notes_find(struct work *);
/* closed.c: blanks at the ends of lines that the marks of paragraphs left; once the flow and its measures are known. */
void closed_find(struct work *);
/* rhythm.c: how often the end of a sentence is that of its paragraph; once all readings but the open ones are known. */
void rhythm_find(struct work *);
/* margin.c: what the columns of the form say of line starts; once the flow is known. */
void margin_find(struct work *);
/* cover.c: the cover and the title page of a book of official records, before the masthead. */
void cover_find(struct work *);
/* masthead_behind.c: a masthead that is printed behind the rest of the first page goes first. */
void masthead_first(struct work *);
/* masthead.c: the fields before the first paragraph. */
void masthead_find(struct work *);
/* proposal.c: under "Draft resolution submitted by ..." the title of the draft; once the masthead is known. */
void proposal_find(struct work *);
/* Take the title that begins in line f of the flow, when it ends there without a stop and text begins under it. */
bool title_take(struct work *, size_t f, const char *rule);
/* "Report of ...", "Letter dated ...": it says what the paper is. */
bool masthead_names_paper(const struct work *, const struct rline *);
/* masthead_fields.c: what a part of a line is, with the normalised value and its name; REP_KINDS when nothing known. */
enum rep_kind masthead_kind(const struct work *, struct span, const char **attr, const char **value);
/* The one date of a text, among other words or not, in ISO form; NULL without one. */
const char *masthead_date(const struct work *, struct span);
/*
 * Text t of the line becomes a field, or more of the field before, beside what is known of it; parts are sorted at the
 * end.  The part is good until the next one.
 */
struct field_part *masthead_part(struct work *, size_t line, struct span t, enum rep_kind, bool more);
/* One short word, or one in capitals: "A", "CEDAW". */
bool masthead_sign(struct span, bool caps);
/* Parts of a line set apart by two blanks or a tab; a symbol beside the name of the organisation. */
size_t masthead_split(const struct work *, const struct rline *, struct span out[4]);
/* Take a line as the fields that its words or form say; false when they say nothing. */
bool masthead_line(struct work *, size_t line);
/* A title of an agenda item begins with line l, which has one before it: set apart, or large under a short line. */
bool masthead_title_begins(const struct rline *);
/* How many items the text names: "Items 137 and 138 of ...", "Agenda item 19 (l)". */
size_t masthead_items(struct span);
/* Take a line as a field, or as more of the field before: the part; one in brackets as the field in them, if any. */
struct field_part *masthead_take(struct work *, size_t line, enum rep_kind, bool more, const char *rule);
void masthead_bracketed(struct work *, size_t line);
/*
 * The name of a committee, or of a treaty where an organ's would stand, not "Report of the Committee"; what it
 * is may come last.  REP_KINDS for anything else.
 */
enum rep_kind masthead_body(const struct work *, struct span);
/*
 * particulars.c: rows that say what a case is about, "State party: Nepal", taken as fields; the first line of them
 * when they begin before line end or soon below it, else SIZE_MAX.
 */
size_t particulars_find(struct work *, size_t end);
/* Lines [from, to), to being the first row: the title of the paper. */
void particulars_title(struct work *, size_t from, size_t to);
/* contents.c: the lists of contents. */
void contents_find(struct work *);
/* The line is the heading of one that leads to page numbers with dots, and not over its second page. */
bool contents_begin(const struct work *, size_t line);
/* Bytes of an entry before leaders, paragraph ranges and page numbers; the whole when there are none. */
size_t contents_words(struct span);
/* "Page", "Paragraphs  Page", "Chapter" over the entries. */
bool contents_column(const struct work *, const struct rline *);
/* "II." in the list may be "Chapter II" in the text; NULL is any number. */
bool contents_same_number(const struct label *entry, const struct label *heading);
/*
 * listed.c: the letters and digits of a heading, small, by which headings and entries of a list are compared; those
 * of a text are added to the others, as far as there is room.
 */
#define HEADING_KEY_BYTES 1000
struct heading_key {
	char s[HEADING_KEY_BYTES];
	size_t n;
};
void heading_key_add(struct heading_key *, struct span);
/* Does the text begin with them, or they with those of the text? */
bool heading_key_agrees(const struct heading_key *, struct span);
/* Lines behind line to that say what entries of the list in lines [from, to) say, lines of that reading. */
void contents_mark(struct work *, size_t from, size_t to, enum reading entries);
/* Lines that say what the text quotes as a title, where a heading may stand. */
void listed_quoted(struct work *);
/* letters.c: titles of letters, before the masthead; signatures. */
void letters_find(struct work *);
void signature_find(struct work *, size_t f);
/* Who wrote the text over a line and the office under it: "Anna Holm", "President of the northern towns". */
bool signature_over_office(const struct work *, const struct rline *, const struct rline *under);
/*
 * Behind the lines from f on that are the label of the annex to the letter: they say what its title
 * says, after the word for annex or before it; f when they do not.
 */
size_t letter_label_end(const struct work *, size_t f, bool annex_first);
/*
 * Take what stands between the last agenda item and the title of a letter at this line as titles of the item; the
 * line of the item, or that of the letter when there is none.
 */
size_t letter_agenda(struct work *, size_t letter);
/* parts.c: annex labels, front parts, signatures, votes, adoption lines. */
void parts_find(struct work *);
/* The lines before line f of the flow are the label of an annex, which may run over lines. */
bool under_annex_label(const struct work *, size_t f);
/* A number, letter, star or nothing: what may stand behind the word for an annex on its label. */
bool is_part_number(const struct work *, struct span folded);
/* The line begins with the word for an annex, an appendix or an enclosure. */
bool begins_part(const struct work *, const struct rline *);
/* The line is that word and a number alone. */
bool is_part_label(const struct work *, const struct rline *);

/* "... addressed to the Secretary-General": the heading of a letter or of its annex is at its end. */
bool names_addressee(const struct work *, const struct rline *);
/* "Letter dated ..." or, where the word comes last, "... the letter". */
bool names_letter(const struct work *, const struct rline *);
/* A line decided by one pass alone. */
void line_fix(struct rline *, enum reading, const char *rule, float conf);
/* The line of the flow before f, or NULL. */
const struct rline *flow_before(const struct work *, size_t f);
/* resolution.c: the frame of a resolution; true when the line was decided. */
bool resolution_opens(struct work *, size_t f);
void resolution_closes(struct work *, size_t f);
/* "The General Assembly," or "The Commission:" alone on its line, over what it decided. */
bool resolution_begins(const struct work *, const struct rline *);
/* "Resolution adopted by ..."; the number and title of a resolution or decision: lines no masthead holds. */
bool resolution_adopted(const struct work *, const struct rline *);
bool resolution_titled(const struct work *, size_t line);
/* In a decision: the line names the meeting or the day, as each of its paragraphs does. */
bool decision_goes_on(const struct work *, const struct rline *);
/* The first title without number and blanks, in the arena; *line gets its last line.  Or empty. */
struct span resolution_title(const struct work *, size_t *line);
/* Bytes of "78/323." or "48/246 A." at the start, or 0. */
size_t resolution_number(struct span);

/* agenda.c: numbered lists of brief entries. */
void agenda_find(struct work *);
/* tables.c: tables of figures in page text; cells are in w->part. */
void tables_find(struct work *);
/* A figure, a nil dash, a percentage, a negative in brackets. */
bool is_figure(struct span);
/* A cell of the line, in w->part. */
void part_cell(struct work *, uint32_t line, struct span);
/* counted.c: numbers and titles of headings among cells, shown by a count over text; before the two below. */
void counted_find(struct work *);
/* scatter.c: tables and figures whose cells the extraction printed apart. */
void scatter_find(struct work *);
/* Where the form keeps columns: do wide gaps part words of the line that are no number and its title? */
bool scatter_in_columns(const struct work *, const struct rline *);
/* entry_links.c: entries lead to the headings they name, and have their levels; once nodes have ids. */
void entries_link(const struct work *);
/* initials.c: letters that are initials of names are no labels. */
void initials_find(struct work *);
/* entries.c: lists without sign or number. */
void entries_find(struct work *);
/* torn.c: lines that came apart into their words. */
void torn_find(struct work *);
/* captions.c: captions right over the first row of a table, over or under a picture. */
void captions_find(struct work *);
/* The line begins with the word for a table or a picture. */
bool caption_begins(const struct work *, const struct rline *);
/* score.c: "Source: ..." under a table or figure. */
bool starts_source(const struct work *, const struct rline *);
/* notes_table.c: notes under tables, which leave the flow. */
void notes_under_tables(struct work *);
/* pictures.c: the marks of pictures, and which lines hold nothing else. */
void pictures_collect(struct work *);
/* The first part that belongs to the line, in w->part. */
struct field_part *part_first(const struct work *, uint32_t line);
void parts_sort(struct work *);

/* textless.c: stretches of cells and names, and how little text stands around each line. */
void textless_find(struct work *);
#define SCARCE_MANY 3 /* signs of that: more than chance */

/* recur.c: headings that stand in chapter after chapter. */
void recur_find(struct work *);
/* rounds.c: short lines that come round in one order, as headings or rows of forms; behind recur_find(). */
void rounds_find(struct work *);
/* What stands before is finished, or NULL, so that a heading may stand there. */
bool recur_finished(const struct work *, const struct rline *before, const struct rline *);
/* order.c: numbers of headings that stand too early, once entries of contents are known. */
void order_find(struct work *);
/* capitals.c: lines that begin anew by what the text says of their first word. */
void capitals_find(struct work *);
/* series.c: headings with a word and a number that counts on. */
void series_find(struct work *);
/* The words that a folded line has in common with those counted like it, a sign for each number; none: words.n = 0. */
struct series_label {
	struct span words;     /* in the arena */
	uint32_t value, major; /* the last number, and the one before its stop or 0 */
	bool alone;            /* nothing stands behind the number */
};
struct series_label series_label(struct arena *, struct span folded);

/* fix_lines.c: the editor's word on a line, or NULL; may the line be read so under it? */
struct fix;
struct fix *fix_of(const struct work *, const struct rline *);
bool fix_allows(const struct fix *, const struct rline *, enum reading);
/* Why what a fix made is so. */
const char *fix_evidence(const struct work *, const struct fix *);
/* Keep lines that the editor makes text or notes from furniture and notes; let them go to the other passes. */
void fix_hold(struct work *), fix_release(struct work *);
/* Lines the editor takes out; readings the editor gives, before choose(). */
void fix_drops(struct work *);
void fix_notes(struct work *);
void fix_readings(struct work *);

/* correction.c: the line is the word for a corrigendum; one at the head says so; in one, a line names a place of the
 * paper that is corrected, or says what is to be changed there. */
bool corrigendum_says(const struct work *, const struct rline *);
bool corrigendum_paper(const struct work *);
bool correction_place(const struct work *, const struct rline *);
bool correction_given(const struct work *, const struct rline *);

/* record.c: the line says that the meeting was opened; speakers of its record, true when the line was decided. */
bool record_opens(const struct work *, const struct rline *);
bool record_line(struct work *, size_t f);

/* reasons.c: what decided about the line of the flow, whose number fitted so well, in words. */
const char *reasons_of_line(const struct work *, size_t f, float number_fit);
/* Words for what a rule alone decided, where an element has none yet; the lines of whole parts. */
void reasons_of_rules(struct report *);

/* choose.c: a reading for every line of the flow that is still open. */
void choose(struct work *);

/* block.c: lines grouped into blocks; levels.c: their headings given a level. */
void blocks_make(struct work *);
/* Is the label of texts for adoption, such as draft resolutions, which a section holds? */
bool counts_texts(const struct work *, const struct label *);
/* form_levels.c: the levels that the styles of a Word document or the type of a PDF say; false where they do not. */
bool form_levels(struct work *);
void levels_set(struct work *);
/* plain_levels.c: unnumbered headings under each other, once all headings have the level of their numbers. */
void plain_levels(struct work *);
/* type_levels.c: numbers that begin under an unnumbered heading in clearly larger type, once all have levels. */
void type_levels(struct work *);
/* How large a heading is, in half points, above all by the level that its form gives it; 0: it says neither. */
int heading_size(const struct rline *);
/*
 * Its rank by its form: the higher its level there, the larger its type, then bold, then upright.  A caption, which
 * stands over nothing but its title, has the lowest.
 */
int16_t heading_rank(const struct work *, const struct rline *);
#define CLEARLY_LARGER 2 /* half points: less is of rounding */

/* tree.c: the tree from the decided lines; text.c: text with its fates. */
void tree_build(struct work *);
void text_place(struct work *, struct rep_node *parent, uint32_t off, uint32_t end);
/* The stretch stands elsewhere in the tree than in the draft. */
void text_moved(struct work *, uint32_t off, uint32_t n, const char *rule);
void text_join(struct work *, struct rep_node *parent, const struct rline *a, const struct rline *b);
/* The blanks [from, to) before a column of a line join its text to that of the column above. */
void text_join_column(struct work *, struct rep_node *parent, uint32_t from, uint32_t to);
void fate_set(struct work *, uint32_t off, uint32_t end, enum fate);
void fate_drop(struct work *, uint32_t off, uint32_t end, const char *rule);
/* Everything that is still without a fate and blank is a blank between blocks. */
void fate_close(struct work *);

#endif
