/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "fo/props.h"

#define EXPR_DEPTH 20
/* Lengths beyond this are no lengths of a page (also keeps sums finite). */
#define LENGTH_LIMIT_PT 1e6

enum operand { OPERAND_NUMBER, OPERAND_LENGTH, OPERAND_PERCENT, OPERAND_WORD, OPERAND_COLOUR };

struct operand_value {
	enum operand kind;
	double n;           /* number, or pt of a length, or part of a percentage */
	double part, share; /* of a length */
	uint32_t rgb;
	struct span word;
};

struct expr {
	struct prop_scope *scope;
	enum fo_prop prop;
	const struct fo_props *parent;
	const struct fo_props *own; /* font-size and line-height are set already */
	const char *s;
	int depth;
	bool beyond;
};

static bool read_sum(struct expr *, struct operand_value *);

static void
skip_blanks(struct expr *e)
{
	while (*e->s == ' ' || *e->s == '\t' || *e->s == '\n' || *e->s == '\r')
		e->s++;
}

static bool
is_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	    c == '-' || c == '_' || c == '.' || (unsigned char)c >= 0x80;
}

/* Units of §5.9.13.1; em is handled apart. */
static const struct unit {
	const char *name;
	double pt;
} units[] = {{"pt", 1}, {"mm", 72 / 25.4}, {"cm", 72 / 2.54}, {"in", 72}, {"px", 0.75}, {"pc", 12}};

static double
em_of(const struct expr *e)
{
	return e->prop == FO_P_font_size ? e->parent->font_size : e->own->font_size;
}

/* digits, fraction and unit; no exponent, no locale */
static bool
read_number(struct expr *e, struct operand_value *v)
{
	double n = 0, scale = 1;
	const char *from = e->s;
	for (; *e->s >= '0' && *e->s <= '9'; e->s++)
		n = n * 10 + (*e->s - '0');
	if (*e->s == '.')
		for (e->s++; *e->s >= '0' && *e->s <= '9'; e->s++)
			n += (*e->s - '0') * (scale /= 10);
	if (e->s == from || (e->s == from + 1 && *from == '.'))
		return false;
	*v = (struct operand_value){.kind = OPERAND_NUMBER, .n = n};
	if (*e->s == '%') {
		e->s++;
		v->kind = OPERAND_PERCENT;
		v->n = n / 100;
		return true;
	}
	const char *unit = e->s;
	while ((*e->s >= 'a' && *e->s <= 'z') || (*e->s >= 'A' && *e->s <= 'Z'))
		e->s++;
	size_t len = (size_t)(e->s - unit);
	if (len == 0)
		return true;
	v->kind = OPERAND_LENGTH;
	if (len == 2 && memcmp(unit, "em", 2) == 0) {
		v->n = n * em_of(e);
		return true;
	}
	for (size_t i = 0; i < sizeof units / sizeof *units; i++)
		if (len == strlen(units[i].name) && memcmp(unit, units[i].name, len) == 0) {
			v->n = n * units[i].pt;
			return true;
		}
	return false;
}

static int
hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* #rgb or #rrggbb */
static bool
read_hash(struct expr *e, struct operand_value *v)
{
	int digit[6], n = 0;
	for (e->s++; n < 6 && hex_digit(*e->s) >= 0; e->s++)
		digit[n++] = hex_digit(*e->s);
	uint32_t rgb = 0;
	if ((n != 3 && n != 6) || is_name(*e->s))
		return false;
	for (int i = 0; i < 6; i++)
		rgb = rgb << 4 | (uint32_t)digit[n == 3 ? i / 2 : i];
	*v = (struct operand_value){.kind = OPERAND_COLOUR, .rgb = rgb};
	return true;
}

/* ---- functions, §5.10 ---- */

const struct fo_props *
list_values(const struct fo_node *n)
{
	for (n = n ? n->parent : NULL; n; n = n->parent)
		if (n->kind == FO_LIST_BLOCK)
			return n->p;
	return NULL;
}

static struct operand_value
length_value(struct fo_len len)
{
	return (struct operand_value){.kind = OPERAND_LENGTH, .n = len.pt, .part = len.part, .share = len.share};
}

/* body-start() and label-end(), §7.30 */
static bool
list_function(struct expr *e, bool label, struct operand_value *v)
{
	const struct fo_props *list = list_values(e->scope->node);
	if (!list)
		return false;
	struct fo_len at = list->start_indent;
	at.pt += list->distance_between_starts.pt;
	at.part += list->distance_between_starts.part;
	if (label) {
		at.pt = list->label_separation.pt - at.pt;
		at.part = 1 + list->label_separation.part - at.part;
	}
	*v = length_value(at);
	return true;
}

/* from-parent(), inherited-property-value(), from-nearest-specified-value(): of the same kind */
static bool
parent_function(struct expr *e, struct span name, struct operand_value *v)
{
	char key[48];
	size_t index = (size_t)e->prop;
	if (name.n >= sizeof key)
		return false;
	memcpy(key, name.s, name.n);
	key[name.n] = '\0';
	if (name.n && prop_find(key, &index) != NAME_PROP)
		return false;
	const struct prop_row *row = &prop_table[index];
	const char *field = (const char *)e->parent + row->offset;
	if (row->type == FO_TYPE_LENGTH)
		*v = length_value(*(const struct fo_len *)(const void *)field);
	else if (row->type == FO_TYPE_SIZE)
		*v = (struct operand_value){.kind = OPERAND_LENGTH, .n = e->parent->font_size};
	else if (row->type == FO_TYPE_LEADING)
		*v = (struct operand_value){.kind = OPERAND_LENGTH, .n = e->parent->line_height.pt};
	else if (row->type == FO_TYPE_COLOUR)
		*v = (struct operand_value){.kind = OPERAND_COLOUR, .rgb = ((const struct fo_colour *)(const void *)field)->rgb};
	else
		e->beyond = true;
	return !e->beyond;
}

/* The numeric functions: what they make of their arguments. */
static bool
number_function(struct span name, struct operand_value *arg, size_t n, struct operand_value *v)
{
	*v = arg[0];
	if (n == 1 && span_is(name, "floor"))
		v->n = floor(v->n);
	else if (n == 1 && span_is(name, "ceiling"))
		v->n = ceil(v->n);
	else if (n == 1 && span_is(name, "round"))
		v->n = floor(v->n + 0.5);
	else if (n == 1 && span_is(name, "abs"))
		v->n = fabs(v->n);
	else if (n == 2 && arg[0].kind == arg[1].kind && span_is(name, "min"))
		v->n = fmin(arg[0].n, arg[1].n);
	else if (n == 2 && arg[0].kind == arg[1].kind && span_is(name, "max"))
		v->n = fmax(arg[0].n, arg[1].n);
	else if (n == 1 && v->kind == OPERAND_NUMBER && v->n > 0 && span_is(name, "proportional-column-width"))
		*v = (struct operand_value){.kind = OPERAND_LENGTH, .share = arg[0].n};
	else if (n == 3 && span_is(name, "rgb")) {
		v->kind = OPERAND_COLOUR;
		v->rgb = 0;
		for (size_t i = 0; i < 3; i++) {
			double part = arg[i].kind == OPERAND_PERCENT ? arg[i].n * 255 : arg[i].n;
			v->rgb = v->rgb << 8 | (uint32_t)fmin(255, fmax(0, floor(part + 0.5)));
		}
	} else
		return false;
	return true;
}

static bool
read_function(struct expr *e, struct span name, struct operand_value *v)
{
	struct operand_value arg[8] = {{0}};
	size_t n = 0;
	skip_blanks(e);
	while (*e->s != ')') {
		if (n == 8 || !read_sum(e, &arg[n++]))
			return false;
		skip_blanks(e);
		if (*e->s == ',')
			e->s++;
		else if (*e->s != ')')
			return false;
		skip_blanks(e);
	}
	e->s++;
	if (n == 0 && (span_is(name, "body-start") || span_is(name, "label-end")))
		return list_function(e, span_is(name, "label-end"), v);
	if (n <= 1 && (span_is(name, "from-parent") || span_is(name, "inherited-property-value") ||
	        span_is(name, "from-nearest-specified-value")))
		return (n == 0 || arg[0].kind == OPERAND_WORD) && parent_function(e, n ? arg[0].word : (struct span){"", 0}, v);
	if (n > 0 && number_function(name, arg, n, v))
		return true;
	static const char *const left_out[] = {"rgb-icc", "rgb-named-color", "system-color", "system-font", "cmyk",
	    "from-table-column", "from-page-master-region", "merge-property-values"};
	for (size_t i = 0; i < sizeof left_out / sizeof *left_out; i++)
		e->beyond |= span_is(name, left_out[i]);
	return false;
}

/* ---- expressions, §5.9 ---- */

static bool
read_primary(struct expr *e, struct operand_value *v)
{
	skip_blanks(e);
	if (*e->s == '(') {
		e->s++;
		if (!read_sum(e, v))
			return false;
		skip_blanks(e);
		if (*e->s != ')')
			return false;
		e->s++;
		return true;
	}
	if (*e->s == '#')
		return read_hash(e, v);
	if ((*e->s >= '0' && *e->s <= '9') || *e->s == '.')
		return read_number(e, v);
	const char *from = e->s;
	while (is_name(*e->s))
		e->s++;
	struct span word = {from, (size_t)(e->s - from)};
	if (word.n == 0)
		return false;
	if (*e->s == '(') {
		e->s++;
		return read_function(e, word, v);
	}
	*v = (struct operand_value){.kind = OPERAND_WORD, .word = word};
	return true;
}

static bool
read_signed(struct expr *e, struct operand_value *v)
{
	bool minus = false;
	skip_blanks(e);
	for (; *e->s == '-' || *e->s == '+'; e->s++)
		minus ^= *e->s == '-';
	if (!read_primary(e, v))
		return false;
	if (minus) {
		v->n = -v->n;
		v->part = -v->part;
	}
	return !minus || v->kind < OPERAND_WORD;
}

/* A percentage met by a length becomes a length with a part. */
static void
as_length(struct operand_value *v)
{
	if (v->kind == OPERAND_PERCENT)
		*v = (struct operand_value){.kind = OPERAND_LENGTH, .part = v->n};
}

static bool
read_product(struct expr *e, struct operand_value *v)
{
	if (!read_signed(e, v))
		return false;
	for (;;) {
		skip_blanks(e);
		bool times = *e->s == '*', div = strncmp(e->s, "div", 3) == 0 && !is_name(e->s[3]);
		bool mod = strncmp(e->s, "mod", 3) == 0 && !is_name(e->s[3]);
		if (!times && !div && !mod)
			return true;
		e->s += times ? 1 : 3;
		struct operand_value r;
		if (!read_signed(e, &r) || v->kind >= OPERAND_WORD || r.kind >= OPERAND_WORD)
			return false;
		if (times && v->kind == OPERAND_NUMBER) {
			struct operand_value t = *v;
			*v = r;
			r = t;
		}
		if (r.kind != OPERAND_NUMBER || (!times && r.n == 0))
			return false;
		double by = times ? r.n : div ? 1 / r.n : 1;
		v->n = mod ? fmod(v->n, r.n) : v->n * by;
		v->part *= by;
		v->share *= by;
	}
}

static bool
read_sum(struct expr *e, struct operand_value *v)
{
	bool good = false;
	if (++e->depth > EXPR_DEPTH || !read_product(e, v))
		goto out;
	for (;;) {
		skip_blanks(e);
		char op = *e->s;
		if (op != '+' && op != '-')
			break;
		struct operand_value r;
		e->s++;
		if (!read_product(e, &r) || v->kind >= OPERAND_WORD || r.kind >= OPERAND_WORD)
			goto out;
		if (v->kind != r.kind) {
			as_length(v);
			as_length(&r);
			if (v->kind != r.kind)
				goto out;
		}
		double sign = op == '-' ? -1 : 1;
		v->n += sign * r.n;
		v->part += sign * r.part;
		v->share += sign * r.share;
	}
	good = true;
out:
	e->depth--;
	return good;
}

/* ---- from a value to a field ---- */

static const struct {
	const char *name;
	uint32_t rgb;
} colours[] = {
#define COLOUR(name, rgb) {name, rgb},
#include "fo/colours.def"
#undef COLOUR
};

/* Whether a keyword is among those of the row. */
static bool
row_has(const struct prop_row *row, struct span word)
{
	for (const char *w = row->words; *w;) {
		size_t n = strcspn(w, " ");
		if (n == word.n && memcmp(w, word.s, n) == 0)
			return true;
		w += n + (w[n] == ' ');
	}
	return false;
}

static bool
set_length(struct expr *e, const struct operand_value *v, struct fo_len *out)
{
	*out = (struct fo_len){0};
	if (v->kind == OPERAND_WORD) {
		if (!row_has(&prop_table[e->prop], v->word))
			return false;
		int w = word_find(v->word);
		out->pt = w == FO_W_THIN ? 0.5 : w == FO_W_MEDIUM ? 1 : w == FO_W_THICK ? 2 : 0;
		out->is_auto = w == FO_W_AUTO || w == FO_W_USE_FONT_METRICS || w == FO_W_NONE;
		out->fit = w == FO_W_SCALE_TO_FIT ? FO_FIT_SCALE : w == FO_W_SCALE_DOWN_TO_FIT ? FO_FIT_DOWN
		         : w == FO_W_SCALE_UP_TO_FIT ? FO_FIT_UP : FO_FIT_NONE;
		return true;
	}
	if (v->kind == OPERAND_PERCENT)
		out->part = v->n;
	else if (v->kind == OPERAND_LENGTH) {
		out->pt = v->n;
		out->part = v->part;
		out->share = v->share;
	}
	return v->kind != OPERAND_COLOUR && (v->kind != OPERAND_NUMBER || v->n == 0) && fabs(out->pt) <= LENGTH_LIMIT_PT &&
	    (out->share == 0 || e->prop == FO_P_column_width);
}

/* The steps of §7.9 are a factor of 1.2 apart. */
static bool
set_size(struct expr *e, const struct operand_value *v, double *out)
{
	static const char *const steps[] = {"xx-small", "x-small", "small", "medium", "large", "x-large", "xx-large"};
	if (v->kind == OPERAND_WORD) {
		for (int i = 0; i < 7; i++)
			if (span_is(v->word, steps[i])) {
				*out = 12 * pow(1.2, i - 3);
				return true;
			}
		if (!span_is(v->word, "larger") && !span_is(v->word, "smaller"))
			return false;
		*out = e->parent->font_size * (span_is(v->word, "larger") ? 1.2 : 1 / 1.2);
		return true;
	}
	*out = v->kind == OPERAND_PERCENT ? v->n * e->parent->font_size : v->n + v->part * e->parent->font_size;
	return (v->kind == OPERAND_PERCENT || v->kind == OPERAND_LENGTH) && *out >= 0 && *out <= LENGTH_LIMIT_PT;
}

static bool
set_leading(struct expr *e, const struct operand_value *v, struct fo_leading *out)
{
	*out = (struct fo_leading){0};
	if (v->kind == OPERAND_WORD && span_is(v->word, "normal"))
		out->factor = 1.2;
	else if (v->kind == OPERAND_NUMBER)
		out->factor = v->n;
	else if (v->kind == OPERAND_PERCENT)
		out->pt = v->n * e->own->font_size;
	else if (v->kind == OPERAND_LENGTH)
		out->pt = v->n + v->part * e->own->font_size;
	else
		return false;
	return out->pt >= 0 && out->pt <= LENGTH_LIMIT_PT && out->factor >= 0 && out->factor < 1000;
}

/* Default positions of super and sub: a third and a fifth of the size around. */
static bool
set_shift(struct expr *e, const struct operand_value *v, double *out)
{
	if (v->kind == OPERAND_WORD) {
		int w = word_find(v->word);
		*out = w == FO_W_SUPER ? e->parent->font_size / 3 : w == FO_W_SUB ? -e->parent->font_size / 5 : 0;
		return row_has(&prop_table[e->prop], v->word);
	}
	*out = v->kind == OPERAND_PERCENT ? v->n * e->parent->line_height.pt : v->n + v->part * e->parent->line_height.pt;
	return (v->kind == OPERAND_PERCENT || v->kind == OPERAND_LENGTH || v->n == 0) && v->kind != OPERAND_COLOUR &&
	    fabs(*out) <= LENGTH_LIMIT_PT;
}

static bool
set_colour(struct expr *e, const struct operand_value *v, struct fo_colour *out)
{
	*out = (struct fo_colour){0};
	if (v->kind == OPERAND_COLOUR) {
		out->rgb = v->rgb;
		return true;
	}
	if (v->kind != OPERAND_WORD)
		return false;
	if (row_has(&prop_table[e->prop], v->word)) {
		out->none = true;
		return true;
	}
	for (size_t i = 0; i < sizeof colours / sizeof *colours; i++)
		if (v->word.n == strlen(colours[i].name) && strncasecmp(v->word.s, colours[i].name, v->word.n) == 0) {
			out->rgb = colours[i].rgb;
			return true;
		}
	return false;
}

static bool
set_whole(struct expr *e, const struct operand_value *v, int *out)
{
	bool keep = prop_table[e->prop].type == FO_TYPE_KEEP;
	if (v->kind == OPERAND_WORD) {
		if (!row_has(&prop_table[e->prop], v->word))
			return false;
		int w = word_find(v->word);
		*out = w == FO_W_ALWAYS || w == FO_W_FORCE || w == FO_W_NO_LIMIT ? INT_MAX : w == FO_W_AUTO_ODD ? FO_AUTO_ODD :
		    w == FO_W_AUTO_EVEN ? FO_AUTO_EVEN : keep ? 0 : FO_AUTO;
		return true;
	}
	if (v->kind != OPERAND_NUMBER || fabs(v->n) > 1e6)
		return false;
	int n = (int)floor(v->n + 0.5);
	*out = n < 0 && e->prop != FO_P_looseness ? 0 : n;
	return true;
}

static bool
set_weight(struct expr *e, const struct operand_value *v, int *out)
{
	int up = e->parent->font_weight;
	if (v->kind == OPERAND_WORD) {
		int w = word_find(v->word);
		*out = w == FO_W_BOLD ? 700 :
		    w == FO_W_BOLDER ? (up < 600 ? 700 : 900) : w == FO_W_LIGHTER ? (up > 500 ? 400 : 300) : 400;
		return row_has(&prop_table[e->prop], v->word);
	}
	*out = (int)v->n;
	return v->kind == OPERAND_NUMBER && v->n >= 100 && v->n <= 900 && fmod(v->n, 100) == 0;
}

/* Text without blanks at the ends; of lists of families also without quotes. */
static const char *
set_text(struct expr *e, const char *text)
{
	struct span s = span_trim(span_of(text));
	char *copy = arena_strndup(e->scope->arena, s.s, s.n), *to = copy;
	if (e->prop == FO_P_font_family) {
		for (const char *c = copy; *c; c++)
			if (*c != '\'' && *c != '"')
				*to++ = *c;
		*to = '\0';
	}
	return copy;
}

/* none, or words that begin or end lines, each kind but once (§7.17.4); blinking is not for paper. */
static bool
set_lines(struct expr *e, const char *text, unsigned *out)
{
	static const struct {
		const char *begins, *ends;
	} line[] = {{"underline", "no-underline"}, {"overline", "no-overline"}, {"line-through", "no-line-through"},
	    {"blink", "no-blink"}};
	struct span word[5];
	size_t n = value_split(text, word, 5);
	unsigned lines = e->parent->text_decoration, seen = 0;
	if (n == 1 && span_is(word[0], "none")) {
		*out = 0;
		return true;
	}
	for (size_t i = 0; i < n; i++) {
		unsigned bit = 0;
		for (size_t k = 0; k < 4; k++) {
			bool begins = span_is(word[i], line[k].begins), ends = span_is(word[i], line[k].ends);
			bit |= begins || ends ? 1u << k : 0;
			lines = begins ? lines | 1u << k : ends ? lines & ~(1u << k) : lines;
		}
		if (bit == 0 || seen & bit)
			return false;
		seen |= bit;
	}
	e->beyond = lines >> 3 != 0;
	*out = lines & 7;
	return n > 0;
}

static bool
set_field(struct expr *e, const struct operand_value *v, void *field)
{
	switch (prop_table[e->prop].type) {
	case FO_TYPE_LENGTH:
		return set_length(e, v, field);
	case FO_TYPE_SIZE:
		return set_size(e, v, field);
	case FO_TYPE_LEADING:
		return set_leading(e, v, field);
	case FO_TYPE_SHIFT:
		return set_shift(e, v, field);
	case FO_TYPE_COLOUR:
		return set_colour(e, v, field);
	case FO_TYPE_PERCENT:
		*(double *)field = v->n;
		return v->kind == OPERAND_PERCENT && v->n >= 0 && v->n <= 10;
	case FO_TYPE_COUNT:
	case FO_TYPE_KEEP:
		return set_whole(e, v, field);
	case FO_TYPE_WEIGHT:
		return set_weight(e, v, field);
	case FO_TYPE_KEYWORD:
	case FO_TYPE_LINES:
	case FO_TYPE_TEXT:
		break;
	}
	return false;
}

bool
value_set(struct prop_scope *scope, enum fo_prop prop, const char *text, const struct fo_props *parent,
    struct fo_props *out, bool *beyond)
{
	const struct prop_row *row = &prop_table[prop];
	struct expr e = {.scope = scope, .prop = prop, .parent = parent, .own = out, .s = text};
	void *field = (char *)out + row->offset;
	struct span whole = span_trim(span_of(text));
	*beyond = false;
	if (span_is(whole, "inherit")) {
		memcpy(field, (const char *)parent + row->offset, row->size);
		return true;
	}
	if (row->type == FO_TYPE_TEXT) {
		*(const char **)field = set_text(&e, text);
		return whole.n > 0;
	}
	if (row->type == FO_TYPE_KEYWORD) {
		if (!row_has(row, whole))
			return false;
		*(enum fo_word *)field = (enum fo_word)word_find(whole);
		return true;
	}
	if (row->type == FO_TYPE_LINES) {
		bool good = set_lines(&e, text, field);
		*beyond = e.beyond;
		return good && !e.beyond;
	}
	struct operand_value v = {0};
	char kept[64];
	memcpy(kept, field, row->size);
	bool good = read_sum(&e, &v);
	if (good)
		skip_blanks(&e);
	good = good && *e.s == '\0' && set_field(&e, &v, field);
	if (!good)
		memcpy(field, kept, row->size);
	*beyond = e.beyond;
	return good;
}

size_t
value_split(const char *text, struct span *out, size_t max)
{
	size_t n = 0;
	for (const char *s = text; n < max;) {
		while (*s == ' ' || *s == '\t' || *s == '\n' || *s == '\r')
			s++;
		if (!*s)
			break;
		const char *from = s;
		int open = 0;
		char quote = '\0';
		for (; *s && (open > 0 || quote || !strchr(" \t\r\n", *s)); s++) {
			if (quote)
				quote = *s == quote ? '\0' : quote;
			else if (*s == '\'' || *s == '"')
				quote = *s;
			else
				open += (*s == '(') - (*s == ')');
		}
		out[n++] = (struct span){from, (size_t)(s - from)};
	}
	return n;
}
