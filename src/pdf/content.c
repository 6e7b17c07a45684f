/* SPDX-License-Identifier: MIT */
#include "pdf/content.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "pdf/write.h"

/* A glyph further away than this is not reached by a number in the array, em. */
#define REACH_EM 10
/* The file's advances are whole thousandths of an em.  What that adds up to within a word is left alone up to
 * here; the next word starts in its place. */
#define DRIFT 8
/* So far before the letter it stands on a letter without a width is set, an alef on a lam: readers sort letters by
 * their places. */
#define ASIDE_PT 0.05

struct content
content_page(const struct parts *parts, const struct faces *faces, const struct page *page, size_t picture,
             struct buf *out)
{
	struct content c = {.parts = parts, .faces = faces, .page = page, .out = out, .picture = picture,
	                    .font = UINT32_MAX, .scale = 1};
	buf_adds(out, "0 0 0 rg\n");
	return c;
}

static void
close_string(struct content *c)
{
	if (c->in_string)
		buf_addc(c->out, c->faces->font[c->font].wide ? '>' : ')');
	c->in_string = false;
}

static void
close_array(struct content *c)
{
	close_string(c);
	if (c->in_array)
		buf_adds(c->out, "]TJ\n");
	c->in_array = false;
}

static void
open_text(struct content *c)
{
	if (!c->in_text)
		buf_adds(c->out, "BT\n");
	if (!c->in_text)
		c->line_x = c->line_y = c->pen = 0;
	c->in_text = true;
}

static void
close_text(struct content *c)
{
	close_array(c);
	if (c->in_text)
		buf_adds(c->out, "ET\n");
	c->in_text = false;
}

static void
set_colour(struct content *c, uint32_t rgb)
{
	if (rgb == c->rgb)
		return;
	close_array(c);
	c->rgb = rgb;
	for (int shift = 16; shift >= 0; shift -= 8) {
		put_fixed(c->out, (rgb >> shift & 0xFF) / 255.0, 4);
		buf_addc(c->out, ' ');
	}
	buf_adds(c->out, "rg\n");
}

/* Set one number of the text state to v, which is rounded as it is written. */
static void
set_state(struct content *c, double *state, double v, double factor, int decimals, const char *operator)
{
	if (v == *state)
		return;
	close_array(c);
	*state = v;
	put_fixed(c->out, v * factor, decimals);
	buf_adds(c->out, operator);
}

static double
rounded(double v, double unit)
{
	return round(v / unit) * unit;
}

/* The size, scale and tracking of an item (9.3.2 to 9.3.4). */
static void
set_item(struct content *c, const struct item *it)
{
	double scale = rounded(it->hscale > 0 ? (double)it->hscale : 1, 1e-5);
	set_colour(c, it->rgb);
	open_text(c);
	if (it->size_pt != c->size) {
		close_array(c);
		c->font = UINT32_MAX; /* both are set by one operator, before the first glyph */
		c->size = it->size_pt;
	}
	set_state(c, &c->scale, scale, 100, 3, " Tz\n");
	set_state(c, &c->tracking, it->rtl ? 0 : rounded((double)it->tracking / scale, 1e-4), 1, 4, " Tc\n");
}

static void
set_font(struct content *c, unsigned font)
{
	if (font == c->font)
		return;
	close_array(c);
	c->font = font;
	buf_addspan(c->out, c->faces->font[font].name);
	buf_addc(c->out, ' ');
	put_fixed(c->out, c->size, 3);
	buf_adds(c->out, " Tf\n");
}

/* To whole thousandths. */
static long
thousandths(double v)
{
	return (long)(v < 0 ? v * 1000 - 0.5 : v * 1000 + 0.5);
}

/* Move the pen to where the next glyph stands: by a number in the array, or by the start of a line. */
static void
move(struct content *c, double x, double y, bool within_word)
{
	double em = c->size * c->scale, back = c->pen - x;
	if (fabs(y - c->line_y) < 0.0005 && fabs(back) < REACH_EM * em) {
		if (fabs(back) * 1000 < ((within_word ? DRIFT : 1) + 0.5) * em)
			return;
		long units = thousandths(back / em);
		close_string(c);
		if (!c->in_array)
			buf_addc(c->out, '[');
		c->in_array = true;
		buf_addi(c->out, units);
		c->pen -= (double)units / 1000 * em;
		return;
	}
	close_array(c);
	long up = thousandths(y - c->line_y);
	double right = rounded(x - c->line_x, 1e-3);
	put_fixed(c->out, right, 3);
	buf_addc(c->out, ' ');
	put_fixed(c->out, (double)up / 1000, 3);
	buf_adds(c->out, " Td\n");
	c->line_x += right;
	c->line_y += (double)up / 1000;
	c->pen = c->line_x;
}

static void
put_code(struct buf *b, unsigned code, bool wide)
{
	static const char digit[] = "0123456789ABCDEF";
	if (wide) {
		for (int shift = 12; shift >= 0; shift -= 4)
			buf_addc(b, digit[code >> shift & 0xF]);
		return;
	}
	if (code == '(' || code == ')' || code == '\\')
		buf_addc(b, '\\');
	buf_addc(b, (char)code);
}

static void
put_glyph(struct content *c, const struct shown_glyph *g, double x, double y, bool within_word)
{
	bool wide = c->faces->font[g->font].wide;
	set_font(c, g->font);
	move(c, x, y, within_word);
	if (!c->in_array)
		buf_addc(c->out, '[');
	if (!c->in_string)
		buf_addc(c->out, wide ? '<' : '(');
	c->in_array = c->in_string = true;
	put_code(c->out, g->code, wide);
	c->pen += ((double)g->em * c->size + c->tracking) * c->scale;
}

/* Glyphs whose codes do not spell their text are wrapped in what they spell (14.9.4). */
static void
open_text_of(struct content *c, struct span text)
{
	close_array(c);
	buf_adds(c->out, "/Span<</ActualText");
	put_utf16(c->out, text);
	buf_adds(c->out, ">>BDC\n");
}

/* How many of the n glyphs from k on have a width.  Readers take the place of wrapped text from where the first
 * glyph starts to where the last one ends: from the left to the right, where that is not the order of the text. */
static size_t
advancing(const struct item *it, const struct shown_glyph *shown, const uint32_t *place, size_t k, size_t n)
{
	size_t some = 0;
	for (size_t i = k; i < k + n; i++)
		some += shown[place[item_glyph(it, i)->index] - 1].em > 0;
	return some;
}

/* A matrix that turns by quarters and moves to a place (8.3.3). */
static void
put_matrix(struct content *c, unsigned quarters, double x, double y, const char *operator)
{
	static const char *const turns[] = {"1 0 0 1 ", "0 1 -1 0 ", "-1 0 0 -1 ", "0 -1 1 0 "};
	buf_adds(c->out, turns[quarters]);
	put_fixed(c->out, x, 3);
	buf_addc(c->out, ' ');
	put_fixed(c->out, y, 3);
	buf_adds(c->out, operator);
}

/* Glyphs that are not upright have text space to themselves, from their origin on. */
static void
turn_text(struct content *c, const struct item *it)
{
	close_text(c);
	set_item(c, it);
	put_matrix(c, it->turn, it->x, c->page->h - it->y, " Tm\n");
}

static void
put_glyphs(struct content *c, const struct item *it)
{
	size_t at = parts_font(c->parts, it);
	const struct shown_glyph *shown = c->faces->glyph[at];
	const uint32_t *place = c->parts->font[at].place;
	double left = it->turn > 0 ? 0 : it->x, base = it->turn > 0 ? 0 : c->page->h - it->y;
	bool told = item_told(it);
	if (it->turn > 0)
		turn_text(c, it);
	else
		set_item(c, it);
	for (size_t k = 0; k < it->nglyph;) {
		struct cluster cluster = item_cluster(it, told, k);
		bool wrapped = told && (cluster.n > 1 || !span_eq(cluster.text, shown[place[item_glyph(it, k)->index] - 1].text));
		if (wrapped)
			open_text_of(c, cluster.text);
		bool leftwards = wrapped && it->rtl && advancing(it, shown, place, k, cluster.n) > 1;
		for (size_t i = 0; i < cluster.n; i++) {
			const struct glyph *g = item_glyph(it, leftwards ? k + cluster.n - 1 - i : k + i);
			bool on_another = !wrapped && it->rtl && shown[place[g->index] - 1].em <= 0;
			put_glyph(c, &shown[place[g->index] - 1], left + (double)g->x - (on_another ? ASIDE_PT : 0), base - (double)g->y,
			          k + i > 0 && (!told || it->text.s[item_glyph(it, k + i - 1)->cluster] != ' '));
		}
		k += cluster.n;
		if (!wrapped)
			continue;
		close_array(c);
		buf_adds(c->out, "EMC\n");
	}
	if (it->turn > 0)
		close_text(c);
}

static void
put_box(struct content *c, const struct item *it)
{
	close_text(c);
	set_colour(c, it->rgb);
	const double box[] = {it->x, c->page->h - it->y - it->h, it->w, it->h};
	for (size_t i = 0; i < sizeof box / sizeof *box; i++) {
		put_fixed(c->out, box[i], 3);
		buf_addc(c->out, ' ');
	}
	buf_adds(c->out, "re f\n");
}

static void
put_picture(struct content *c, const struct item *it)
{
	bool from_right = it->turn == 1 || it->turn == 2, from_top = it->turn >= 2;
	close_text(c);
	buf_adds(c->out, "q ");
	put_matrix(c, it->turn, it->x + (from_right ? it->w : 0), c->page->h - it->y - (from_top ? 0 : it->h), " cm");
	buf_printf(c->out, " /P%zu Do Q\n", c->parts->shown[c->picture++]);
}

void
content_items(struct content *c, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++) {
		const struct item *it = &c->page->item[i];
		if (it->kind == ITEM_IMAGE)
			put_picture(c, it);
		else if (it->kind == ITEM_GLYPHS)
			put_glyphs(c, it);
		else
			put_box(c, it);
	}
	close_text(c);
}
