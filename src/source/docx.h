/* SPDX-License-Identifier: MIT */
/*
 * docx.h - what the readers of a Word document share: its parts, styles and numbers.
 * Needs: forms.h, libxml2, libzip, which is loaded with the first document.  Owns: parsed parts die with
 * the arena.
 * Private to the docx files.  Names of elements are those of ISO/IEC 29500-1, part 17.
 */
#ifndef SOURCE_DOCX_H
#define SOURCE_DOCX_H

#include <libxml/tree.h>
#include <zip.h>

#include "base/library.h"
#include "source/forms.h"

#define DOCX_PART_BYTES (32u << 20) /* of one part, unpacked */
#define DOCX_ALL_BYTES (96u << 20)  /* of all parts read */
#define DOCX_LEVELS 9               /* of a numbering */
#define DOCX_FIELDS 8               /* fields inside each other */

enum docx_raised { DOCX_BASE, DOCX_SUP, DOCX_SUB };

#define ZIP_FUNCTIONS(F) \
	F(zip_discard) F(zip_error_fini) F(zip_error_init) F(zip_error_strerror) F(zip_fclose) F(zip_fopen) F(zip_fread) \
	F(zip_open_from_source) F(zip_source_buffer_create) F(zip_source_free) F(zip_stat)

struct zip_api {
	ZIP_FUNCTIONS(LIBRARY_FIELD)
};

/* The container. */
struct docx {
	struct arena *arena;
	struct diag *diag;
	const char *name;
	struct zip_api api;
	zip_t *zip;
	size_t read_bytes;
	const char *main; /* path of the main part, "word/document.xml" */
	const char *part; /* path of the part that is being read */
	struct docx_relation {
		const char *id, *type, *target;
		bool external;
	} *relation;      /* of the part that is being read, by id */
	size_t nrelation, cap_relation;
	struct docx_style *style;
	size_t nstyle, cap_style;
	struct docx_abstract *abstract; /* numberings, by id */
	size_t nabstract, cap_abstract;
	struct docx_num *num;           /* instances of them, by id */
	size_t nnum, cap_num;
};

/* What a paragraph or run style says, with what it is based on taken in. */
struct docx_style {
	const char *id, *based_on;
	int heading;       /* 1..9, 0 = none, -1 = not said */
	int caption;       /* it names a table or picture: 1, 0 */
	int quote;         /* it is of passages that are quoted: 1, 0 */
	int bold, italic, centred, hidden; /* 1, 0, -1 = not said */
	int raised;                /* DOCX_BASE..., -1 = not said */
	int num_id, num_level;     /* -1 = not said */
	int half_points;           /* type size; 0 = not said */
};

/* An abstract numbering and its counters. */
struct docx_abstract {
	int id;
	const xmlNode *node;
	int value[DOCX_LEVELS];
	bool started[DOCX_LEVELS];
};

/* What paragraphs are numbered by. */
struct docx_num {
	int id;
	const xmlNode *node;
	struct docx_abstract *abstract; /* or NULL */
	bool taken[DOCX_LEVELS];        /* its own start was taken */
};

/* The number of a paragraph as Word shows it. */
struct docx_shown {
	const char *text; /* "12.", a bullet sign; NULL when nothing is shown */
	int level;        /* from 0 */
	bool bullet;
	bool guessed;     /* the form of the number is one that is not known here: figures stand for it */
};

/* docx_zip.c: false after a report.  docx_close may be called at any time. */
bool docx_open(struct docx *, struct span bytes);
void docx_close(struct docx *);
/* A part as XML, in the arena's care; NULL when it is not there (or after a report: see *ok). */
xmlDoc *docx_part(struct docx *, const char *path, bool *ok);
/* The bytes of a part; false after a report, and with bytes->s NULL when it is not there. */
bool docx_bytes(struct docx *, const char *path, struct span *bytes);
/* From now on a part is read: its relationships count.  False after a report. */
bool docx_enter(struct docx *, const char *path);
/* The part or address behind a relationship of the part being read; NULL when there is none. */
const char *docx_target(const struct docx *, const char *id, bool *external);
/* While the main part is read, its part of a type ("styles"), such as "word/styles.xml"; NULL when there is none. */
const char *docx_related(const struct docx *, const char *type);

/* A WordprocessingML element of this name, of the transitional or the strict schema. */
bool docx_is(const xmlNode *, const char *name);
const xmlNode *docx_child(const xmlNode *, const char *name);
/* The value of an attribute (any prefix), or NULL; it lives as long as the arena. */
const char *docx_attribute(const xmlNode *, const char *name);
/* w:val as a number; otherwise as given. */
int docx_number(const xmlNode *, const char *attribute, int otherwise);
/* An on/off element: -1 not there, 0 off, 1 on. */
int docx_toggle(const xmlNode *parent, const char *name);
/* An enum docx_raised of w:vertAlign, or -1. */
int docx_raised(const xmlNode *rpr);
/* The element has this name, of whatever schema. */
bool docx_named(const xmlNode *, const char *name);

/* docx_style.c */
void docx_load_styles(struct docx *, const xmlDoc *styles);
const struct docx_style *docx_find_style(const struct docx *, const char *id);

/* docx_number.c */
void docx_load_numbering(struct docx *, const xmlDoc *numbering);
/*
 * The next number of a numbering.  A level below 0 is the one that the numbering keeps for
 * paragraphs of the style (its id, or NULL).
 */
struct docx_shown docx_next_number(struct docx *, int num_id, int level, const char *style);
/* "4", "iv", "D" ... by the name of a number format (w:numFmt); *known: false when figures stand for it. */
const char *docx_format(struct arena *, const char *format, int value, bool *known);

/* docx_symbol.c */
/* The font draws signs in place of letters. */
bool docx_is_symbol_font(const char *font);
/* The character that such a font shows for a code (0x20 to 0xFF, or that in U+F000); 0 when it is not known. */
uint32_t docx_symbol(const char *font, uint32_t code);

#endif
