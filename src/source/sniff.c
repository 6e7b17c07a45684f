/* SPDX-License-Identifier: MIT */
/* sniff.c - which form text has by its look. */
#include <string.h>

#include "source/forms.h"

#define PAGE_COLS 140 /* no line of running text on a page has more */
#define ALL_FOLLOWED 90 /* per cent: of a short paper most lines stand alone in any form */
#define STOPPED 33 /* per cent of the long lines of pages, at most: most of them do not end their sentence; */
#define STOPS 3    /* fewer that do say nothing */
#define CAPITALS 3 /* lines that all begin with one do not go on from what is above them, in a script that has them */
#define SAMPLE_BYTES (512u << 10) /* looked at; the rest of a draft is like its beginning */

/* "**words**": stars that open words and stars that close them.  Page text has calls and notes "**". */
static bool
has_bold(struct span line)
{
	size_t at, from = 0;
	bool open = false;
	while ((at = span_find(span_sub(line, from, line.n), SPAN_LIT("**"))) != SIZE_MAX) {
		size_t i = from + at, end = i + 2;
		bool before = i > 0 && line.s[i - 1] != ' ', after = end < line.n && line.s[end] != ' ' && line.s[end] != '*';
		if (open && before)
			return true;
		open = open || (after && !before);
		from = end;
	}
	return false;
}

/* What speaks for Markdown in one line: a heading, a link, bold, a note, a table's second row. */
static unsigned
markdown_signs(struct span line)
{
	size_t k = 0;
	unsigned signs = 0;
	while (k < line.n && line.s[k] == '#')
		k++;
	signs += k > 0 && k <= 6 && k < line.n && line.s[k] == ' ';
	signs += span_find(line, SPAN_LIT("](")) != SIZE_MAX;
	signs += has_bold(line);
	signs += span_starts(line, "[^") && span_find(line, SPAN_LIT("]:")) != SIZE_MAX;
	signs += span_starts(line, "|") && span_find(line, SPAN_LIT("---")) != SIZE_MAX;
	signs += line.n > 3 && line.s[0] >= '0' && line.s[0] <= '9' &&
	         span_find(span_sub(line, 0, 5), SPAN_LIT("\\.")) != SIZE_MAX;
	return signs;
}

/* An address alone: what takes text out of PDF prints those of a page's links below its lines, close together. */
static bool
is_address(struct span line)
{
	return (span_starts(line, "https://") || span_starts(line, "http://")) && memchr(line.s, ' ', line.n) == NULL;
}

/* How the lines of page text look, but for addresses. */
struct look {
	size_t lines, followed, columns, signs;
	size_t small, capital;      /* how what stands below those blank lines begins */
	size_t wide, blank_ends;    /* lines wider than those of a page; those that end in a blank */
	size_t longs, stopped;      /* long lines; those at whose end a sentence or item does */
	size_t open, open_followed; /* those that end in mid-sentence; these with a blank line below */
};

#define LONG_LINE 40 /* columns */

/* The line takes more columns; an ideograph takes two. */
static bool
is_wider(struct span line, size_t than)
{
	size_t i = 0, cols = 0;
	while (i < line.n && cols <= than)
		cols += utf8_next(line.s, line.n, &i) >= 0x2E80 ? 2 : 1;
	return cols > than;
}

/* The line is in mid-sentence: it ends in a letter.  Clauses of a resolution end in commas. */
static bool
goes_on(struct span line)
{
	size_t at = line.n;
	uint32_t cp = utf8_prev(line.s, &at);
	switch (cp) {
	case 0x060C: case 0x061B: case 0x061F: case 0x06D4: case 0x3001: case 0x3002:
	case 0xFF01: case 0xFF0C: case 0xFF1A: case 0xFF1B: case 0xFF1F:
		return false;
	default:
		return (cp >= 'a' && cp <= 'z') || (cp >= 'A' && cp <= 'Z') || cp >= 0x80;
	}
}

/* It ends as sentences and items of lists do. */
static bool
stops(struct span line)
{
	size_t at = line.n;
	uint32_t cp = 0;
	while (at > 0) {
		cp = utf8_prev(line.s, &at);
		if (cp != ')' && cp != '"' && cp != 0xBB && cp != 0x201D && cp != 0x300D && cp != 0xFF09)
			break;
	}
	switch (cp) {
	case '.': case ':': case ';': case '?': case '!': case 0x061B: case 0x061F: case 0x06D4: case 0x3002:
	case 0xFF01: case 0xFF1A: case 0xFF1B: case 0xFF1F:
		return true;
	default:
		return false;
	}
}

static bool
ends_in_blank(struct span line)
{
	if (line.n > 0 && line.s[line.n - 1] == '\r')
		line.n--;
	return line.n > 0 && line.s[line.n - 1] == ' ';
}

/* The case of the first letter; figures and letters without case say nothing. */
static void
count_first(struct look *k, struct span line)
{
	size_t i = 0;
	uint32_t cp = utf8_next(line.s, line.n, &i);
	k->small += (cp >= 'a' && cp <= 'z') || (cp >= 0xDF && cp <= 0xFF) || (cp >= 0x430 && cp <= 0x45F);
	k->capital += (cp >= 'A' && cp <= 'Z') || (cp >= 0xC0 && cp <= 0xDE) || (cp >= 0x400 && cp <= 0x42F);
}

static struct look
look_at(struct span text)
{
	struct look k = {0};
	bool blank = false, open = false, below = false;
	size_t at = 0;
	for (; at < text.n; ) {
		const char *nl = memchr(text.s + at, '\n', text.n - at);
		size_t end = nl != NULL ? (size_t)(nl - text.s) : text.n;
		struct span whole = span_sub(text, at, end), line = span_trim(whole);
		if (line.n == 0) {
			k.followed += !blank && k.lines > 0;
			k.open_followed += open;
			below = below || open;
			blank = true;
			open = false;
		} else if (!is_address(line)) {
			if (below)
				count_first(&k, line);
			below = false;
			k.lines++;
			k.columns += span_find(line, SPAN_LIT("    ")) != SIZE_MAX || line_indent(whole) >= 6;
			k.signs += markdown_signs(line);
			k.wide += is_wider(line, PAGE_COLS);
			k.blank_ends += ends_in_blank(whole);
			blank = false;
			bool is_long = is_wider(line, LONG_LINE);
			open = is_long && goes_on(line);
			k.open += open;
			k.longs += is_long;
			k.stopped += is_long && stops(line);
		}
		at = end + 1;
	}
	return k;
}

/* A blank line below each line of a page, even in mid-sentence: PDFBox prints so.  Others print it below paragraphs. */
static bool
is_double_spaced(const struct look *k)
{
	bool blank_ends = k->blank_ends * 2 >= k->lines;
	bool anew = k->small == 0 && k->capital >= CAPITALS && k->capital * 2 >= k->open_followed;
	bool paragraphs = k->stopped >= STOPS && k->stopped * 100 > k->longs * STOPPED;

	return k->lines > 3 && k->followed * 100 >= (k->lines - 1) * (blank_ends ? 55 : ALL_FOLLOWED) &&
	       k->open_followed * 2 >= k->open &&
	       (blank_ends || (k->wide * 20 < k->lines && !anew && !paragraphs));
}

enum source_form
sniff_text(struct span text)
{
	struct look k = look_at(span_sub(text, 0, SAMPLE_BYTES));
	if (k.signs >= 2 && k.signs * 50 >= k.lines)
		return SOURCE_MARKDOWN;
	if (is_double_spaced(&k))
		return SOURCE_PAGE_DOUBLE;
	return k.lines > 3 && k.columns * 4 >= k.lines ? SOURCE_PAGE_LAYOUT : SOURCE_PAGE_SINGLE;
}
