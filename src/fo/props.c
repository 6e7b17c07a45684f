/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "fo/props.h"

#define FIELD_SIZE(f) sizeof(((struct fo_props *)NULL)->f)

const struct prop_row prop_table[FO_PROPS] = {
#define PROP(field, name, type, inherited, initial, clause, words) \
	[FO_P_##field] = {name, FO_TYPE_##type, inherited, initial, clause, words, offsetof(struct fo_props, field), \
	                  FIELD_SIZE(field)},
#include "fo/props.def"
#undef PROP
};

const struct short_row short_table[] = {
#define SHORT(name, rule, clause, sets) {name, SHORT_##rule, clause, sets},
#include "fo/props.def"
#undef SHORT
};
const size_t short_count = sizeof short_table / sizeof *short_table;

const char *const attr_names[FO_ATTRS] = {
#define ATTR(id, name, clause) [FO_A_##id] = name,
#include "fo/props.def"
#undef ATTR
};

static const struct {
	const char *name, *initial;
} beyond_table[] = {
#define BEYOND(name, initial) {name, initial},
#include "fo/props.def"
#undef BEYOND
};

static const char *const only_values[FO_PROPS] = {
#define ONLY(field, values) [FO_P_##field] = values,
#include "fo/props.def"
#undef ONLY
};

static const char *const words[FO_WORDS] = {
#define WORD(id, word) [FO_W_##id] = word,
#include "fo/props.def"
#undef WORD
};

const char *
fo_word(enum fo_word w)
{
	return words[w];
}

/* The words are in alphabetical order; a test holds them to it. */
int
word_find(struct span word)
{
	size_t low = 0, high = FO_WORDS;
	while (low < high) {
		size_t mid = (low + high) / 2;
		int c = strncmp(words[mid], word.s, word.n);
		if (c == 0 && words[mid][word.n])
			c = 1;
		if (c == 0)
			return (int)mid;
		if (c < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return -1;
}

/* Most names differ in their first letter. */
static bool
same_name(const char *a, const char *b)
{
	return *a == *b && strcmp(a, b) == 0;
}

enum name_class
prop_find(const char *name, size_t *index)
{
	for (*index = 0; *index < FO_PROPS; ++*index)
		if (same_name(prop_table[*index].name, name))
			return NAME_PROP;
	for (*index = 0; *index < FO_ATTRS; ++*index)
		if (same_name(attr_names[*index], name))
			return NAME_ATTR;
	for (*index = 0; *index < short_count; ++*index)
		if (same_name(short_table[*index].name, name))
			return NAME_SHORT;
	for (*index = 0; *index < sizeof beyond_table / sizeof *beyond_table; ++*index)
		if (same_name(beyond_table[*index].name, name))
			return NAME_BEYOND;
	return NAME_UNKNOWN;
}

/* ---- shorthands ---- */

/* A single property counts more than a shorthand, an absolute side more than a relative one. */
#define RANK_PROP 1000
#define RANK_SIDE 2000

static bool say(struct prop_scope *, struct said *, const char *name, const char *value, int rank);

static bool
say_span(struct prop_scope *scope, struct said *said, const char *name, struct span value, int rank)
{
	return say(scope, said, name, arena_strndup(scope->arena, value.s, value.n), rank);
}

/* The nth name of a list, copied; NULL beyond the end. */
static const char *
nth(struct prop_scope *scope, const char *list, size_t n)
{
	struct span name[8];
	return n < value_split(list, name, 8) ? arena_strndup(scope->arena, name[n].s, name[n].n) : NULL;
}

static bool
spread_each(struct prop_scope *scope, struct said *said, const char *sets, const char *value, int rank)
{
	const char *name;
	for (size_t i = 0; (name = nth(scope, sets, i)) != NULL; i++)
		say(scope, said, name, value, rank);
	return true;
}

static bool
spread_box(struct prop_scope *scope, struct said *said, const char *sets, const char *value, int rank)
{
	static const unsigned char which[4][4] = {{0, 0, 0, 0}, {0, 1, 0, 1}, {0, 1, 2, 1}, {0, 1, 2, 3}};
	struct span part[5];
	size_t n = value_split(value, part, 5);
	if (n == 0 || n > 4)
		return false;
	for (size_t i = 0; i < 4; i++)
		say_span(scope, said, nth(scope, sets, i), part[which[n - 1][i]], rank);
	return true;
}

/* One part of a border: its kind shows in its form. */
static const char *
border_part(struct span part)
{
	static const char *const styles[] =
	    {"none", "hidden", "solid", "dotted", "dashed", "double", "groove", "ridge", "inset", "outset"};
	static const char *const widths[] = {"thin", "medium", "thick"};
	for (size_t i = 0; i < sizeof styles / sizeof *styles; i++)
		if (span_is(part, styles[i]))
			return "style";
	for (size_t i = 0; i < sizeof widths / sizeof *widths; i++)
		if (span_is(part, widths[i]))
			return "width";
	return (part.s[0] >= '0' && part.s[0] <= '9') || part.s[0] == '.' ? "width" : "color";
}

static bool
spread_border(struct prop_scope *scope, struct said *said, const char *sets, const char *value, int rank)
{
	struct span part[4];
	size_t n = value_split(value, part, 4);
	const char *side;
	if (n == 0 || n > 3)
		return false;
	for (size_t i = 0; (side = nth(scope, sets, i)) != NULL; i++)
		for (size_t k = 0; k < n; k++)
			say_span(scope, said, arena_printf(scope->arena, "%s-%s", side, border_part(part[k])), part[k], rank);
	return true;
}

/* [style] [weight] size[/line-height] family */
static bool
spread_font(struct prop_scope *scope, struct said *said, const char *value, int rank)
{
	struct span part[5];
	size_t n = value_split(value, part, 5), i = 0;
	for (; i < n && !(part[i].s[0] >= '0' && part[i].s[0] <= '9' && part[i].s[part[i].n - 1] != '0'); i++) {
		if (span_is(part[i], "normal"))
			continue;
		bool slanted = span_is(part[i], "italic") || span_is(part[i], "oblique");
		say_span(scope, said, slanted ? "font-style" : "font-weight", part[i], rank);
	}
	if (i + 1 >= n)
		return false;
	size_t slash = span_find(part[i], SPAN_LIT("/"));
	say_span(scope, said, "font-size", span_sub(part[i], 0, slash == SIZE_MAX ? part[i].n : slash), rank);
	if (slash != SIZE_MAX)
		say_span(scope, said, "line-height", span_sub(part[i], slash + 1, part[i].n), rank);
	return say(scope, said, "font-family", part[i + 1].s, rank);
}

/* The region is a country when it has two letters; a script of four letters is passed over. */
static bool
spread_lang(struct prop_scope *scope, struct said *said, const char *value, int rank)
{
	struct span tag = span_trim(span_of(value));
	size_t end = 0;
	while (end < tag.n && tag.s[end] != '-')
		end++;
	if (end == 0)
		return false;
	say_span(scope, said, "language", span_sub(tag, 0, end), rank);
	bool country = false;
	while (end < tag.n && !country) {
		size_t from = ++end;
		while (end < tag.n && tag.s[end] != '-')
			end++;
		if (end - from == 2) {
			say_span(scope, said, "country", span_sub(tag, from, end), rank);
			country = true;
		}
	}
	return country || say(scope, said, "country", "none", rank);
}

static bool
spread_space(struct prop_scope *scope, struct said *said, const char *sets, const char *value, int rank)
{
	static const char *const means[][5] = {
	    {"normal", "treat-as-space", "true", "ignore-if-surrounding-linefeed", "wrap"},
	    {"pre", "preserve", "false", "preserve", "no-wrap"},
	    {"nowrap", "treat-as-space", "true", "ignore-if-surrounding-linefeed", "no-wrap"}};
	for (size_t i = 0; i < 3; i++) {
		if (strcmp(means[i][0], value) != 0)
			continue;
		for (size_t k = 0; k < 4; k++)
			say(scope, said, nth(scope, sets, k), means[i][k + 1], rank);
		return true;
	}
	return false;
}

/* page-break-*: other words for breaks and keeps */
static bool
spread_break(struct prop_scope *scope, struct said *said, const struct short_row *row, const char *value, int rank)
{
	static const char *const means[][2] =
	    {{"always", "page"}, {"left", "even-page"}, {"right", "odd-page"}, {"auto", "auto"}};
	if (row->rule == SHORT_INSIDE)
		return (strcmp(value, "avoid") == 0 || strcmp(value, "auto") == 0) &&
		    say(scope, said, row->sets, *value == 'a' && value[1] == 'v' ? "always" : "auto", rank);
	bool after = strcmp(row->sets, "break-after") == 0;
	if (strcmp(value, "avoid") == 0)
		return say(scope, said, after ? "keep-with-next.within-page" : "keep-with-previous.within-page", "always", rank);
	for (size_t i = 0; i < sizeof means / sizeof *means; i++)
		if (strcmp(means[i][0], value) == 0)
			return say(scope, said, row->sets, means[i][1], rank);
	return false;
}

/* Report what is outside the profile where it is met first. */
static void
tell_once(struct prop_scope *scope, enum diag_code code, const char *name, const char *value)
{
	struct told *told = scope->told;
	const char *what = arena_printf(scope->arena, "%s=\"%s\"", name, value);
	for (size_t i = 0; i < told->n; i++)
		if (strcmp(told->what[i], what) == 0)
			return;
	if (told->n < TOLD)
		told->what[told->n++] = what;
	diag(scope->diag, code, scope->pos, "%s", what);
}

/* vertical-align: a shift of the baseline, or which baselines meet */
static bool
spread_shift(struct prop_scope *scope, struct said *said, const struct short_row *row, const char *value, int rank)
{
	static const char *const means[][2] = {{"middle", "middle"}, {"text-top", "text-before-edge"},
	    {"text-bottom", "text-after-edge"}, {"top", "before-edge"}, {"bottom", "after-edge"}};
	for (size_t i = 0; i < sizeof means / sizeof *means; i++)
		if (strcmp(value, means[i][0]) == 0)
			return say(scope, said, "alignment-baseline", means[i][1], rank);
	return say(scope, said, row->sets, value, rank);
}

/* position: both of the properties it stands for */
static bool
spread_place(struct prop_scope *scope, struct said *said, const char *value, int rank)
{
	bool out = strcmp(value, "absolute") == 0 || strcmp(value, "fixed") == 0;
	return say(scope, said, "absolute-position", out ? value : "auto", rank) &&
	       say(scope, said, "relative-position", out ? "static" : value, rank);
}

/* One value for two properties, or one for each. */
static bool
spread_pair(struct prop_scope *scope, struct said *said, const char *sets, const char *value, int rank)
{
	struct span two[3];
	size_t n = value_split(value, two, 3);
	return n > 0 && n < 3 && say_span(scope, said, nth(scope, sets, 0), two[0], rank) &&
	       say_span(scope, said, nth(scope, sets, 1), two[n - 1], rank);
}

static bool
spread(struct prop_scope *scope, struct said *said, const struct short_row *row, const char *value, int rank)
{
	const char *side;
	switch (row->rule) {
	case SHORT_BOX:
		return spread_box(scope, said, row->sets, value, rank);
	case SHORT_SIDE:
		side = nth(scope, row->sets, scope->rtl ? 1 : 0);
		return say(scope, said, side ? side : row->sets, value, rank);
	case SHORT_BORDER:
		return spread_border(scope, said, row->sets, value, rank);
	case SHORT_SHIFT:
		return spread_shift(scope, said, row, value, rank);
	case SHORT_EACH:
		return spread_each(scope, said, row->sets, value, rank);
	case SHORT_SPACING:
		return spread_pair(scope, said, row->sets, value, rank);
	case SHORT_PLACE:
		return spread_place(scope, said, value, rank);
	case SHORT_PAGE:
		return spread_pair(scope, said, row->sets, value, rank);
	case SHORT_FONT:
		return spread_font(scope, said, value, rank);
	case SHORT_LANG:
		return spread_lang(scope, said, value, rank);
	case SHORT_SPACE:
		return spread_space(scope, said, row->sets, value, rank);
	case SHORT_BREAK:
	case SHORT_INSIDE:
		return spread_break(scope, said, row, value, rank);
	}
	return false;
}

/* The names set by shorthands are our own, so they are known; recursion ends at a property. */
static bool
say(struct prop_scope *scope, struct said *said, const char *name, const char *value, int rank)
{
	size_t index;
	switch (prop_find(name, &index)) {
	case NAME_PROP:
		if (!said->value[index] || rank >= said->rank[index]) {
			said->value[index] = value;
			said->rank[index] = rank;
		}
		return true;
	case NAME_SHORT:
		return spread(scope, said, &short_table[index], value, rank);
	default:
		return false;
	}
}

bool
props_say(struct prop_scope *scope, struct said *said, const char *name, const char *value)
{
	size_t index;
	enum name_class class = prop_find(name, &index);
	int rank = RANK_PROP;
	if (class == NAME_SHORT)
		rank = short_table[index].rule == SHORT_SIDE ? RANK_SIDE : (int)index;
	else if (class == NAME_PROP && strncmp(name, "margin-", 7) == 0)
		rank = RANK_SIDE;
	if (class == NAME_BEYOND && span_is(span_trim(span_of(value)), beyond_table[index].initial))
		return true;
	if (class == NAME_BEYOND) {
		tell_once(scope, DIAG_FO_PROPERTY_BEYOND, name, value);
		return false;
	}
	if (class != NAME_PROP && class != NAME_SHORT) {
		diag(scope->diag, DIAG_FO_PROPERTY, scope->pos, "%s=\"%s\"", name, value);
		return false;
	}
	if (say(scope, said, name, value, rank))
		return true;
	diag(scope->diag, DIAG_FO_VALUE, scope->pos, "%s=\"%s\"", name, value);
	return false;
}

/* ---- computed values ---- */

void
props_initial(struct arena *arena, struct fo_props *out)
{
	struct prop_scope scope = {.arena = arena};
	bool beyond;
	memset(out, 0, sizeof *out);
	out->font_size = 12;
	out->font_weight = 400;
	for (size_t i = 0; i < FO_PROPS; i++)
		value_set(&scope, (enum fo_prop)i, prop_table[i].initial, out, out, &beyond);
	out->line_height.pt = out->line_height.factor * out->font_size;
	out->lang = "";
}

static bool
says(const struct said *said, enum fo_prop p)
{
	return said->value[p] != NULL;
}

/* Whether a value of the property is one that pages are made by. */
static bool
has_effect(enum fo_prop p, const char *value)
{
	struct span word[8], said = span_trim(span_of(value));
	const char *only = only_values[p];
	size_t n = only ? value_split(only, word, 8) : 0;
	bool found = !only || span_is(said, "inherit");
	for (size_t i = 0; i < n; i++)
		found |= span_eq(word[i], said);
	return found;
}

static void
set_one(struct prop_scope *scope, const struct said *said, enum fo_prop p, const struct fo_props *parent,
        struct fo_props *out)
{
	bool beyond;
	const char *value = said->value[p], *name = prop_table[p].name;
	if (!value)
		return;
	bool good = value_set(scope, p, value, parent, out, &beyond);
	if (good ? !has_effect(p, value) : beyond)
		tell_once(scope, DIAG_FO_VALUE_BEYOND, name, value);
	else if (!good)
		diag(scope->diag, DIAG_FO_VALUE, scope->pos, "%s=\"%s\"", name, value);
}

static bool
in_flow(enum fo_kind kind)
{
	return !(kind >= FO_ROOT && kind <= FO_PAGE_SEQUENCE);
}

static bool
is_inline(enum fo_kind kind)
{
	return kind == FO_INLINE || kind == FO_BIDI_OVERRIDE || kind == FO_BASIC_LINK || kind == FO_WRAPPER ||
	    kind == FO_FOOTNOTE || (kind >= FO_LEADER && kind <= FO_PAGE_NUMBER_CITATION_LAST);
}

/* A border without a style has no width (§7.8). */
static void
close_borders(struct fo_props *p)
{
	struct {
		enum fo_word style;
		struct fo_len *width;
	} side[] = {{p->border_before_style, &p->border_before_width}, {p->border_after_style, &p->border_after_width},
	    {p->border_start_style, &p->border_start_width}, {p->border_end_style, &p->border_end_width}};
	for (size_t i = 0; i < 4; i++)
		if (side[i].style == FO_W_NONE || side[i].style == FO_W_HIDDEN)
			*side[i].width = (struct fo_len){0};
}

/* indent = inherited indent + margin + border + padding (§5.3.2); objects with a reference area of
 * their own do not add what they inherit */
static struct fo_len
indent_of(struct fo_len inherited, struct fo_len margin, struct fo_len border, struct fo_len padding)
{
	return (struct fo_len){.pt = inherited.pt + margin.pt + border.pt + padding.pt,
	    .part = inherited.part + margin.part + padding.part};
}

static void
use_margins(const struct prop_scope *scope, const struct said *said, const struct fo_props *parent, struct fo_props *p)
{
	enum fo_kind kind = scope->node->kind;
	bool area = kind == FO_TABLE || kind == FO_BLOCK_CONTAINER;
	struct fo_len none = {0};
	enum fo_prop start = p->rtl ? FO_P_margin_right : FO_P_margin_left;
	enum fo_prop end = p->rtl ? FO_P_margin_left : FO_P_margin_right;
	if (says(said, start))
		p->start_indent = indent_of(area ? none : parent->start_indent, p->rtl ? p->margin_right : p->margin_left,
		    p->border_start_width, p->padding_start);
	if (says(said, end))
		p->end_indent = indent_of(area ? none : parent->end_indent, p->rtl ? p->margin_left : p->margin_right,
		    p->border_end_width, p->padding_end);
	if (says(said, FO_P_margin_top))
		p->space_before_min = p->space_before = p->space_before_max = p->margin_top;
	if (says(said, FO_P_margin_bottom))
		p->space_after_min = p->space_after = p->space_after_max = p->margin_bottom;
	p->margin_top = p->margin_bottom = p->margin_left = p->margin_right = none;
}

/* minimum <= optimum <= maximum (§5.11) */
static void
order_space(struct fo_len *min, struct fo_len *opt, struct fo_len *max, bool opt_said)
{
	if (!opt_said && opt->pt < min->pt)
		*opt = *min;
	if (min->pt > opt->pt)
		*min = *opt;
	if (max->pt < opt->pt)
		*max = *opt;
}

/* What alignment moves text of another size by, with the edges where those of the em square are; pictures are
 * aligned where their height is known. */
static double
aligned_shift(const struct fo_props *p, const struct fo_props *parent)
{
	double larger = parent->font_size - p->font_size;
	switch (p->alignment_baseline) {
	case FO_W_BEFORE_EDGE:
	case FO_W_TEXT_BEFORE_EDGE: return 0.8 * larger;
	case FO_W_CENTRAL: return 0.3 * larger;
	case FO_W_MIDDLE: return 0.25 * larger;
	case FO_W_AFTER_EDGE:
	case FO_W_TEXT_AFTER_EDGE: return -0.2 * larger;
	default: return 0;
	}
}

static void
use_rules(struct prop_scope *scope, const struct said *said, const struct fo_props *parent, struct fo_props *p)
{
	p->rtl = p->writing_mode == FO_W_RL_TB || p->writing_mode == FO_W_RL;
	if (p->line_height.factor > 0)
		p->line_height.pt = p->line_height.factor * p->font_size;
	close_borders(p);
	if (in_flow(scope->node->kind))
		use_margins(scope, said, parent, p);
	order_space(&p->space_before_min, &p->space_before, &p->space_before_max, says(said, FO_P_space_before));
	order_space(&p->space_after_min, &p->space_after, &p->space_after_max, says(said, FO_P_space_after));
	if (is_inline(scope->node->kind))
		p->baseline_shift += aligned_shift(p, parent);
	if (is_inline(scope->node->kind) && scope->node->parent && is_inline(scope->node->parent->kind))
		p->baseline_shift += parent->baseline_shift;
	if (strcmp(p->language, "none") == 0)
		p->lang = "";
	else if (strcmp(p->country, "none") == 0)
		p->lang = p->language;
	else
		p->lang = arena_printf(scope->arena, "%s-%s", p->language, p->country);
}

/* text-decoration is not inherited, but what it draws runs under all inlines within (§7.17), so it
 * is handed on here as if it were. */
void
props_compute(struct prop_scope *scope, const struct said *said, const struct fo_props *parent, struct fo_props *out)
{
	*out = *scope->initial;
	for (size_t i = 0; i < FO_PROPS; i++)
		if (prop_table[i].inherited)
			memcpy((char *)out + prop_table[i].offset, (const char *)parent + prop_table[i].offset, prop_table[i].size);
	set_one(scope, said, FO_P_font_size, parent, out);
	set_one(scope, said, FO_P_line_height, parent, out);
	set_one(scope, said, FO_P_writing_mode, parent, out);
	for (size_t i = 0; i < FO_PROPS; i++)
		if (i != FO_P_font_size && i != FO_P_line_height && i != FO_P_writing_mode)
			set_one(scope, said, (enum fo_prop)i, parent, out);
	use_rules(scope, said, parent, out);
}
