/* SPDX-License-Identifier: MIT */
#include "recognise/repair.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "recognise/chars.h"
#include "recognise/flat.h"
#include "recognise/vocab.h"

#define PREFIX_LOOKUPS_MAX 16 /* searches of the dictionary's file in one document */
#define SPELL_LOOKUPS_MAX 400 /* questions to Hunspell once it runs */
#define ADDRESS_REACH 200     /* bytes within which an address shows one of its marks */
#define JOINED_MIN 4          /* letters of a word worth joining */
#define PART_MIN 3            /* letters of a part of a word; less may be an abbreviation */
#define LETTERS_MAX ((1u << 30) - 1)
#define LINE_LEAST 40         /* characters of a line that tells how long lines are, */
#define LINE_MOST 120         /* of one that a page can hold, */
#define LONGER 105u           /* hundredths of a full line: what one has that has taken in words of the next, */
#define RUN_ON 125u           /* or the better part of it, */
#define END_LEAST 72u         /* and where in it the first of the two ended */
#define END_MOST 112u
#define WORD_LEAST 8          /* letters of a compound at the end of a line no longer than others */
#define FUSED_LEAST 6         /* letters of two words without the hyphen between them */

enum token_kind { TOKEN_WORD, TOKEN_DIGITS };

struct token {
	uint32_t from, to;
	uint32_t letters : 30;
	uint32_t kind : 1;
	uint32_t mended : 1;         /* it gets its hyphen back */
	uint32_t word;               /* its number in the words of the document */
};

struct edit {
	size_t from, to;
	struct span after;
	const char *rule, *evidence;
	bool close; /* a joined line end becomes nothing; no repair */
};

struct mender {
	struct arena *arena, *scratch; /* of the account; for what no edit holds */
	struct account *acc;
	struct dict *dict;
	struct flat *flat;
	struct span text, low;
	struct token *token;
	size_t ntoken, cap_token;
	struct vocab *words, *compounds, *firsts, *seconds, *years; /* and the first and second parts of compounds */
	struct edit *edit;
	size_t nedit, cap_edit;
	unsigned prefix_lookups, spell_lookups;
};

/* ---- the document's own words ---- */

static struct span
word(const struct mender *m, const struct token *t)
{
	return span_sub(m->low, t->from, t->to);
}

/* Does the word of the token occur again? */
static bool
recurs(const struct mender *m, const struct token *t)
{
	return vocab_times(m->words, t->word) > 1;
}

static bool
hyphen(uint32_t u)
{
	return u == '-' || u == 0x2010 || u == 0x2011;
}

static void
tokens(struct mender *m)
{
	for (size_t i = 0; i < m->low.n;) {
		size_t from = i, n = 0;
		uint32_t u = utf8_next(m->low.s, m->low.n, &i);
		bool digit = char_digit(u);
		if (!digit && (!char_letter(u) || char_han(u)))
			continue;
		size_t to = digit ? i : char_plain_end(m->low, i);
		n = 1 + to - i;
		for (i = to; i < m->low.n; n++) {
			u = utf8_next(m->low.s, m->low.n, &i);
			/* U+0300.. marks and Arabic vowel signs stay with their letter. */
			if (digit ? !char_digit(u) : !char_letter(u) || char_han(u))
				break;
			to = i;
		}
		i = to;
		*VEC_PUSH(m->scratch, m->token, m->ntoken, m->cap_token) = (struct token){
		    (uint32_t)from, (uint32_t)to, (uint32_t)n & LETTERS_MAX, digit ? TOKEN_DIGITS : TOKEN_WORD, 0, 0};
	}
}

static void
collect(struct mender *m)
{
	tokens(m);
	m->words = vocab_new(m->scratch);
	m->compounds = vocab_new(m->scratch);
	m->firsts = vocab_new(m->scratch);
	m->seconds = vocab_new(m->scratch);
	m->years = vocab_new(m->scratch);
	for (size_t k = 0; k < m->ntoken; k++) {
		struct token *t = &m->token[k], *next = k + 1 < m->ntoken ? t + 1 : NULL;
		t->word = vocab_add(m->words, word(m, t));
		if (next == NULL)
			continue;
		if (t->kind == TOKEN_WORD && next->kind == TOKEN_WORD && next->from - t->to <= 3 &&
		    hyphen(char_after(m->low, t->to)) && char_before(m->low, next->from) != ' ') {
			vocab_add(m->compounds, span_sub(m->low, t->from, next->to));
			vocab_add(m->firsts, word(m, t));
			vocab_add(m->seconds, word(m, next));
		}
		if (next->kind == TOKEN_DIGITS && next->letters == 4 && m->low.s[next->from - 1] == ' ')
			vocab_add(m->years, span_sub(m->low, t->from, next->to));
	}
}

/* The first token that ends at byte i of the string or behind it. */
static struct token *
token_behind(struct mender *m, size_t i)
{
	size_t low = 0, high = m->ntoken;
	while (low < high) {
		size_t mid = (low + high) / 2;
		if (m->token[mid].to < i)
			low = mid + 1;
		else
			high = mid;
	}
	return &m->token[low];
}

static struct edit *
edit(struct mender *m, size_t from, size_t to, const char *after, const char *rule)
{
	struct edit *e = VEC_PUSH(m->scratch, m->edit, m->nedit, m->cap_edit);
	*e = (struct edit){.from = from, .to = to, .after = span_of(after), .rule = rule};
	return e;
}

/* Two tokens become one word, as printed. */
static void
edit_pair(struct mender *m, const struct token *a, const struct token *b, const char *rule,
          const char *evidence)
{
	struct span x = span_sub(m->text, a->from, a->to), y = span_sub(m->text, b->from, b->to);
	edit(m, a->from, b->to, arena_printf(m->arena, "%.*s%.*s", (int)x.n, x.s, (int)y.n, y.s), rule)
	    ->evidence = evidence;
}

/* ---- dictionary ---- */

static bool
listed(struct mender *m, struct span w)
{
	return dict_lists(m->dict, w);
}

static bool
spelled(struct mender *m, struct span w)
{
	return listed(m, w) || (m->spell_lookups++ < SPELL_LOOKUPS_MAX && dict_spells(m->dict, w));
}

/* Could the word be one?  Its beginning is looked for in the list of stems, without Hunspell. */
static bool
plausible(struct mender *m, struct span w)
{
	size_t cut = w.n * 2 / 3;
	while (cut < w.n && ((unsigned char)w.s[cut] & 0xC0) == 0x80)
		cut++;
	return m->prefix_lookups++ < PREFIX_LOOKUPS_MAX && dict_begins(m->dict, span_sub(w, 0, cut));
}

/* ---- words split by a blank ---- */

/* Is the token parted from what stands around the pair by blanks or plain punctuation? */
static bool
stands_free(const struct mender *m, const struct token *a, const struct token *b)
{
	uint32_t before = char_before(m->low, a->from), after = char_after(m->low, b->to);
	return !char_letter(before) && !char_digit(before) && !hyphen(before) && before != '/' && before != '.' &&
	    before != '\'' && before != 0x2019 && !char_digit(after) && after != '/' && !hyphen(after) &&
	    after != ')' ;
}

static bool
placed_blank(const struct mender *m, size_t i)
{
	const struct flat_run *run = m->low.s[i] == ' ' ? flat_at(m->flat, i) : NULL;
	return run != NULL && run->node->fate == FATE_PLACED;
}

/* The whole word occurs elsewhere: why the pair is one word, or NULL. */
static const char *
document_evidence(struct mender *m, const struct token *a, const struct token *b)
{
	struct span x = word(m, a), y = word(m, b);
	uint32_t whole = vocab_count2(m->words, x, y);
	if (whole == 0)
		return NULL;
	bool x_known = recurs(m, a), y_known = recurs(m, b);
	bool plain = !x_known && !y_known && (a->letters <= 2 || b->letters <= 2);
	/* A known part needs the other to be no word at all. */
	if (!plain && (x_known || listed(m, x)) && (y_known || listed(m, y)))
		return NULL;
	if ((x_known || y_known) && spelled(m, x_known ? y : x))
		return NULL;
	return arena_printf(m->arena, "the whole word occurs %u times, its parts nowhere else", whole);
}

/*
 * Neither the word nor its parts occur again: only a short fragment that is no word raises the
 * question, and only the dictionary can answer it.
 */
static const char *
dictionary_evidence(struct mender *m, const struct token *a, const struct token *b)
{
	struct span x = word(m, a), y = word(m, b), fragment = a->letters <= b->letters ? x : y;
	uint32_t first = char_after(x, 0);
	/* Broken text layers of Arabic are full of letters alone; there the document must speak. */
	if (recurs(m, a) || recurs(m, b) || (a->letters > 3 && b->letters > 3) ||
	    (first >= 0x590 && first <= 0x8FF) || vocab_count2(m->words, x, y) > 0 || listed(m, fragment))
		return NULL;
	struct span joined = span_of(arena_printf(m->arena, "%.*s%.*s", (int)x.n, x.s, (int)y.n, y.s));
	if (!plausible(m, joined) || spelled(m, fragment) || !spelled(m, joined))
		return NULL;
	return "the dictionary knows the whole word and not the fragment";
}

static size_t
split_words_by(struct mender *m, const char *(*why)(struct mender *, const struct token *, const struct token *))
{
	size_t found = 0;
	for (size_t k = 0; k + 1 < m->ntoken; k++) {
		const struct token *a = &m->token[k], *b = a + 1;
		if (b->from - a->to != 1 || a->kind != TOKEN_WORD || b->kind != TOKEN_WORD ||
		    a->letters + b->letters < JOINED_MIN || (recurs(m, a) && recurs(m, b)) || !stands_free(m, a, b) ||
		    !placed_blank(m, a->to))
			continue;
		/* The second part of a split word is in small letters. */
		if (memcmp(m->low.s + b->from, m->text.s + b->from, b->to - b->from) != 0)
			continue;
		const char *evidence = why(m, a, b);
		if (evidence == NULL)
			continue;
		edit_pair(m, a, b, "repair.split-word", evidence);
		found++;
		k++;
	}
	return found;
}

/* A draft without one proven split is sound, and its rare words are left alone. */
static void
split_words(struct mender *m)
{
	if (split_words_by(m, document_evidence) > 0 && dict_there(m->dict))
		split_words_by(m, dictionary_evidence);
}

/* "20 21" after a word that stands before 2021 elsewhere. */
static void
split_years(struct mender *m)
{
	for (size_t k = 1; k + 1 < m->ntoken; k++) {
		const struct token *w = &m->token[k - 1], *a = &m->token[k], *b = a + 1;
		if (a->kind != TOKEN_DIGITS || b->kind != TOKEN_DIGITS || b->from - a->to != 1 ||
		    !placed_blank(m, a->to) || a->letters + b->letters != 4 || a->letters < 2 ||
		    w->kind != TOKEN_WORD || a->from - w->to != 1 ||
		    (memcmp(m->low.s + a->from, "19", 2) != 0 && memcmp(m->low.s + a->from, "20", 2) != 0))
			continue;
		struct span first = span_sub(m->low, w->from, a->to), second = word(m, b);
		uint32_t n = vocab_count2(m->years, first, second);
		if (n > 0)
			edit_pair(m, a, b, "repair.split-number",
			    arena_printf(m->arena, "the year follows the same word %u times", n));
	}
}

/* ---- blanks lost or too many ---- */

static bool
address_mark(const struct mender *m, size_t i)
{
	char c = m->low.s[i];
	return c == '/' || c == '@' || c == '_' || (c == '.' && (char_letter(char_after(m->low, i + 1)) ||
	    char_digit(char_after(m->low, i + 1))));
}

/*
 * Is the token part of an address or a symbol?  A mark of those stands between the blanks around it,
 * and not far away.
 */
static bool
in_address(const struct mender *m, const struct token *t)
{
	size_t least = t->from > ADDRESS_REACH ? t->from - ADDRESS_REACH : 0;
	size_t most = m->low.n - t->to > ADDRESS_REACH ? t->to + ADDRESS_REACH : m->low.n;
	for (size_t i = t->from; i > least && m->low.s[i - 1] != ' ' && m->low.s[i - 1] != '\n'; i--)
		if (address_mark(m, i - 1))
			return true;
	for (size_t i = t->to; i < most && m->low.s[i] != ' ' && m->low.s[i] != '\n'; i++)
		if (address_mark(m, i))
			return true;
	return false;
}

/*
 * Extraction that takes the hyphen of a line end away runs the line on into the next one.  A line far longer
 * than a full one lost a hyphen about where the first of its two ended: the place is found by the words.
 */

/* What says that the hyphen was lost in one place and not in another: the greater, the better. */
enum hint { HINT_NONE, HINT_PARTS, HINT_YEARS, HINT_WORDS, HINT_COMPOUND };

/*
 * Is the token the last word of a line that goes on?  Extraction that takes the hyphen of a line
 * end away sets the rest of the word there, before the end of the line.
 */
static bool
at_joined_end(const struct mender *m, const struct token *t)
{
	size_t i = t->to;
	while (i < m->low.n && m->low.s[i] != ' ' && m->low.s[i] != '\n')
		i++;
	const struct flat_run *run = i < m->low.n && m->low.s[i] == ' ' ? flat_at(m->flat, i) : NULL;
	return run != NULL && run->node->fate == FATE_JOINED;
}

/* Where a hyphen may have stood: inside a word, or at a blank. */
struct gap {
	size_t at;           /* byte of the string; the second part begins there or behind the blank */
	struct token *a, *b; /* the same one twice when it is inside */
	enum hint hint;
	uint32_t compound;   /* times it occurs with a hyphen */
};

/* How often the two parts occur with a hyphen between them. */
static uint32_t
count_compound(struct mender *m, struct span x, struct span y)
{
	char key[128];
	if (x.n + y.n + 1 > sizeof key)
		return 0;
	memcpy(key, x.s, x.n);
	key[x.n] = '-';
	memcpy(key + x.n + 1, y.s, y.n);
	return vocab_count(m->compounds, (struct span){key, x.n + y.n + 1});
}

/* Characters of a full line of the draft, by counting; 0 where none is long enough to tell. */
static size_t
full_line(const struct draft *d)
{
	size_t count[LINE_MOST + 1] = {0}, lines = 0, seen = 0, at;
	for (size_t i = 0; i < d->nline; i++) {
		size_t n = utf8_count(d->line[i].text);
		if (n >= LINE_LEAST && n <= LINE_MOST) {
			count[n]++;
			lines++;
		}
	}
	for (at = LINE_LEAST; lines > 0 && at <= LINE_MOST; at++)
		if ((seen += count[at]) * 10 >= lines * 9)
			return at;
	return 0;
}

/* Is it a word of the document, besides what stands in the token asked about, or of the language? */
static bool
known_part(struct mender *m, struct span w)
{
	return vocab_count(m->words, w) > 0 || (w.n >= PART_MIN && listed(m, w));
}

/* Has the document compounds of x with another word and of another with y, and one of them mostly there? */
static bool
compound_parts(struct mender *m, struct span x, struct span y)
{
	uint32_t first = vocab_count(m->firsts, x), second = vocab_count(m->seconds, y);
	return first > 0 && second > 0 &&
	    (first * 2 >= vocab_count(m->words, x) || second * 2 >= vocab_count(m->words, y));
}

/* No word as it stands, as "highlevel": neither the document nor the language has it in one piece. */
static bool
not_whole(struct mender *m, const struct token *t, struct span x, struct span y)
{
	return (!recurs(m, t) || compound_parts(m, x, y)) && dict_there(m->dict) && !spelled(m, word(m, t)) &&
	    m->spell_lookups < SPELL_LOOKUPS_MAX;
}

static bool
two_years(struct span x, struct span y)
{
	return x.n == 4 && y.n == 4 && (memcmp(x.s, "19", 2) == 0 || memcmp(x.s, "20", 2) == 0) &&
	    memcmp(x.s, y.s, 4) < 0 && (memcmp(y.s, "19", 2) == 0 || memcmp(y.s, "20", 2) == 0);
}

/* What speaks for a hyphen before byte i of the token; that its parts alone are words counts in a line that runs on. */
static enum hint
hint_inside(struct mender *m, const struct token *t, size_t i, uint32_t compound, bool run_on)
{
	struct span x = span_sub(m->low, t->from, i), y = span_sub(m->low, i, t->to);
	if (t->kind == TOKEN_DIGITS)
		return two_years(x, y) ? HINT_YEARS : HINT_NONE;
	if (compound > 0)
		return compound >= vocab_times(m->words, t->word) ? HINT_COMPOUND : HINT_NONE;
	if ((!run_on && !compound_parts(m, x, y)) || t->letters < FUSED_LEAST || y.n < PART_MIN ||
	    char_arabic(char_after(x, 0)) || !known_part(m, x) || !known_part(m, y))
		return HINT_NONE;
	bool capital = !char_upper(char_before(m->text, i)) && char_upper(char_after(m->text, i));
	return (capital ? !recurs(m, t) : not_whole(m, t, x, y)) ? HINT_WORDS : HINT_NONE;
}

/* And for one at the blank between two tokens. */
static enum hint
hint_between(struct mender *m, const struct token *a, const struct token *b, uint32_t compound)
{
	struct span x = word(m, a), y = word(m, b);
	if (a->kind != b->kind || b->from - a->to != 1 || !placed_blank(m, a->to))
		return HINT_NONE;
	if (a->kind == TOKEN_DIGITS)
		return two_years(x, y) ? HINT_YEARS : HINT_NONE;
	return compound > 0 ? HINT_COMPOUND : compound_parts(m, x, y) ? HINT_PARTS : HINT_NONE;
}

static void
better_gap(struct gap *best, struct gap g)
{
	if (g.hint > best->hint || (g.hint == best->hint && g.compound > best->compound))
		*best = g;
}

/* The likeliest place of the lost hyphen within [from, to] of the string; a blank only in a line that runs on. */
static struct gap
find_gap(struct mender *m, size_t from, size_t to, bool run_on)
{
	struct gap best = {.hint = HINT_NONE};
	struct token *end = m->token + m->ntoken;
	for (struct token *t = token_behind(m, from); t < end && t->from <= to; t++) {
		if (in_address(m, t))
			continue;
		for (size_t i = t->from; i < t->to;) {
			utf8_next(m->low.s, t->to, &i);
			if (i < t->from + 2 || i + 1 >= t->to || i < from || i > to)
				continue;
			uint32_t n = count_compound(m, span_sub(m->low, t->from, i), span_sub(m->low, i, t->to));
			better_gap(&best, (struct gap){i, t, t, hint_inside(m, t, i, n, run_on), n});
		}
		if (!run_on || t + 1 == end || t->to < from || t->to > to)
			continue;
		uint32_t n = count_compound(m, word(m, t), word(m, t + 1));
		better_gap(&best, (struct gap){t->to, t, t + 1, hint_between(m, t, t + 1, n), n});
	}
	return best;
}

static void
put_hyphen(struct mender *m, const struct gap *g)
{
	static const char *const why[] = {
		[HINT_PARTS] = "the line is two run together, and both parts occur in compounds",
		[HINT_YEARS] = "the line is two run together, between two years",
		[HINT_WORDS] = "the line is two run together, and only the parts are words",
	};
	size_t next = g->a == g->b ? g->at : g->b->from;
	struct span x = span_sub(m->text, g->a->from, g->at), y = span_sub(m->text, next, g->b->to);
	g->a->mended = g->b->mended = 1;
	edit(m, g->a->from, g->b->to, arena_printf(m->arena, "%.*s-%.*s", (int)x.n, x.s, (int)y.n, y.s),
	    "repair.lost-hyphen")->evidence = g->hint != HINT_COMPOUND ? why[g->hint] :
	    arena_printf(m->arena, "it occurs with a hyphen %u times", g->compound);
}

/* Behind so many characters of the text from byte i on. */
static size_t
chars_on(struct span t, size_t i, size_t chars)
{
	while (chars-- > 0 && i < t.n)
		utf8_next(t.s, t.n, &i);
	return i;
}

/* The byte of the string for byte i of the line, or for the first one behind it that is in the tree. */
static size_t
line_pos(struct mender *m, const struct line *l, size_t i)
{
	uint32_t off = l->off + (uint32_t)i;
	const struct flat_run *run = flat_behind(m->flat, off);
	return run == NULL ? m->low.n : run->at + (off > run->node->off ? off - run->node->off : 0);
}

/* The hyphens that one line lost, at the ends of all the lines but the last that it was made of. */
static void
hyphens_of(struct mender *m, const struct line *l, size_t full)
{
	size_t n = utf8_count(l->text), start = 0;
	while (n * 100 >= full * LONGER) {
		size_t least = full * END_LEAST / 100, after = chars_on(l->text, start, least);
		size_t from = line_pos(m, l, after);
		size_t to = line_pos(m, l, chars_on(l->text, start, full * END_MOST / 100));
		if (to <= from || to - from > LINE_MOST)
			break;
		struct gap g = find_gap(m, from, to, n * 100 >= full * RUN_ON);
		if (g.hint == HINT_NONE)
			break;
		put_hyphen(m, &g);
		size_t more = utf8_count(span_sub(m->text, from, g.at));
		start = chars_on(l->text, after, more);
		n -= least + more < n ? least + more : n;
	}
}

/* A line of one word adds it to the line before and makes it no longer than others. */
static void
hyphen_of_last_word(struct mender *m, const struct line *l)
{
	size_t at = l->text.n > 0 ? flat_pos(m->flat, l->off + (uint32_t)l->text.n - 1) : SIZE_MAX;
	const struct token *t = at < m->low.n ? token_behind(m, at) : NULL;
	if (t == NULL || t >= m->token + m->ntoken || t->from > at || t->mended || !at_joined_end(m, t))
		return;
	struct gap g = find_gap(m, t->from, t->to, false);
	if (g.hint == HINT_COMPOUND && t->letters >= WORD_LEAST)
		put_hyphen(m, &g);
}

static void
lost_hyphens(struct mender *m)
{
	const struct draft *d = m->acc->found->draft;
	size_t full = d->form == SOURCE_PAGE_SINGLE ? full_line(d) : 0;
	for (size_t i = 0; d->form == SOURCE_PAGE_SINGLE && i < d->nline; i++) {
		if (full > 0)
			hyphens_of(m, &d->line[i], full);
		hyphen_of_last_word(m, &d->line[i]);
	}
}

/* "rightsThe": a capital inside a word, both halves known and the whole not. */
static void
lost_blanks(struct mender *m)
{
	for (size_t k = 0; k < m->ntoken; k++) {
		const struct token *t = &m->token[k];
		if (t->kind != TOKEN_WORD || t->letters < 6 || t->mended || recurs(m, t) || in_address(m, t))
			continue;
		for (size_t i = t->from; i < t->to;) {
			uint32_t u = utf8_next(m->text.s, t->to, &i);
			if (i >= t->to || char_upper(u) || !char_upper(char_after(m->text, i)))
				continue;
			struct span x = span_sub(m->low, t->from, i), y = span_sub(m->low, i, t->to);
			uint32_t n = vocab_count(m->words, x), o = vocab_count(m->words, y);
			if (n >= 2 && o >= 2 && x.n >= 2 && y.n >= 2)
				edit(m, t->from, t->to, arena_printf(m->arena, "%.*s %.*s", (int)(i - t->from),
				    m->text.s + t->from, (int)(t->to - i), m->text.s + i),
				    "repair.lost-blank")->evidence = arena_printf(m->arena,
				    "both words occur in the document, %u and %u times", n, o);
			break;
		}
	}
}

static bool
is_leader(uint32_t u)
{
	return u == '.' || u == 0x2026;
}

struct custom {
	size_t with, without; /* blanks before the mark */
};

static bool
after_mark_ends(const struct mender *m, size_t i)
{
	uint32_t after = char_after(m->low, i);
	return after == '\n' || char_blank(after) || after == ')' || after == 0x201D || after == 0xBB || after == '"';
}

/* Blanks before , . ; : ? ! and ) where the document has none elsewhere. */
static void
blanks_before_marks(struct mender *m)
{
	static const uint8_t mark[UCHAR_MAX + 1] = {
		[','] = 1, ['.'] = 2, [';'] = 3, [':'] = 4, ['?'] = 5, ['!'] = 6, [')'] = 7,
	};
	struct custom custom[8] = {{0, 0}};
	struct span low = m->low;
	size_t apart = 0;
	for (int round = 0; round < 1 + (apart > 0); round++) {
		for (size_t i = 2; i < low.n; i++) {
			uint8_t which = mark[(unsigned char)low.s[i]];
			if (which == 0)
				continue;
			bool leader = low.s[i] == '.' && i + 2 < low.n && low.s[i + 2] == '.';
			if (leader || !after_mark_ends(m, i + 1))
				continue;
			struct custom *c = &custom[which];
			uint32_t before = char_before(low, i);
			bool blank = before == ' ' && placed_blank(m, i - 1) &&
			    (char_letter(char_before(low, i - 1)) || char_digit(char_before(low, i - 1)));
			if (round == 0) {
				c->with += blank;
				apart += blank;
				c->without += char_letter(before) || char_digit(before);
			} else if (blank && c->with * 8 <= c->without) {
				edit(m, i - 1, i + 1, arena_printf(m->arena, "%c", low.s[i]),
				    "repair.blank-before-mark")->evidence = arena_printf(m->arena,
				    "the document sets this mark close %zu times, apart %zu", c->without, c->with);
			}
		}
	}
}

/* "Ropes.....4": dots that nothing parts from the page of an entry become a blank; others are left out. */
static void
entry_leaders(struct mender *m)
{
	for (size_t k = 0; k < m->flat->nrun; k++) {
		const struct flat_run *run = &m->flat->run[k];
		size_t start = run->at, from = start + run->node->text.n, to, at;
		if (run->block->kind != REP_ENTRY || run->node->fate != FATE_PLACED)
			continue;
		while (from > start && char_digit((unsigned char)m->text.s[from - 1]))
			from--;
		to = from;
		for (at = from; at > start && is_leader(utf8_prev(m->text.s, &at));)
			from = at;
		if (to - from > 1 && from > start && to < start + run->node->text.n && m->text.s[from - 1] != ' ')
			edit(m, from, to, " ", "contents.leader")->evidence = "dots lead to the number of the page";
	}
}

/* ---- hyphens at line ends ---- */

static const struct token *
token_ending_at(struct mender *m, size_t to)
{
	const struct token *t = token_behind(m, to);
	return t < m->token + m->ntoken && t->to == to ? t : NULL;
}

/* Is the dictionary sure that this is no word? */
static bool
no_word(struct mender *m, const struct token *t)
{
	struct span w = word(m, t);
	return t->letters >= PART_MIN && !recurs(m, t) && dict_there(m->dict) && !spelled(m, w) &&
	    m->spell_lookups < SPELL_LOOKUPS_MAX;
}

/* Whose is the hyphen at a line end? */
enum hyphen_of { OF_WORD, OF_LINE, OF_EITHER };

/*
 * Of the hyphen between a and b; why gets the evidence for the line.  `here` is how often this very
 * place was counted as a compound.
 */
static enum hyphen_of
judge_hyphen(struct mender *m, const struct token *a, const struct token *b, uint32_t here, const char **why)
{
	struct span x = word(m, a), y = word(m, b);
	char key[128];
	uint32_t whole = vocab_count2(m->words, x, y), compound = 0;
	if (x.n + y.n + 2 < sizeof key) {
		memcpy(key, x.s, x.n);
		key[x.n] = '-';
		memcpy(key + x.n + 1, y.s, y.n);
		compound = vocab_count(m->compounds, (struct span){key, x.n + y.n + 1}) - here;
		memmove(key + x.n, y.s, y.n);
	}
	if (whole > compound) {
		*why = arena_printf(m->arena, "the word occurs %u times without a hyphen", whole);
		return OF_LINE;
	}
	if (compound > 0 || x.n + y.n + 2 >= sizeof key)
		return OF_WORD;
	if (recurs(m, a) && recurs(m, b))
		return OF_WORD;
	*why = "the dictionary has the word without a hyphen";
	if (spelled(m, (struct span){key, x.n + y.n}))
		return spelled(m, x) && spelled(m, y) ? OF_EITHER : OF_LINE;
	*why = "neither part is a word of its own";
	return no_word(m, a) && no_word(m, b) ? OF_LINE : OF_WORD;
}

/* A hyphen at a line end, what stands there for the end, and whose the hyphen is. */
struct line_hyphen {
	const struct token *a, *b;
	size_t at, after;
	enum hyphen_of of;
	const char *why;
};

/* The hyphen before a joined line end, between two words or figures. */
static bool
look_at_end(struct mender *m, const struct flat_run *run, struct line_hyphen *h)
{
	size_t at = run->at, after = at + run->node->text.n;
	if (run->node->fate != FATE_JOINED || run->block != run[-1].block || at < 2 || m->low.s[at - 1] != '-')
		return false;
	const struct token *a = token_ending_at(m, at - 1), *b = a != NULL ? a + 1 : NULL;
	if (a == NULL || b >= m->token + m->ntoken || b->from != after)
		return false;
	*h = (struct line_hyphen){a, b, at, after, OF_WORD, NULL};
	bool small = a->kind == TOKEN_WORD && b->kind == TOKEN_WORD && m->low.s[b->from] == m->text.s[b->from] &&
	    (m->low.s[b->from] & 0x7F) != 0 && !char_upper(char_after(m->text, b->from));
	if (small && !in_address(m, a))
		h->of = judge_hyphen(m, a, b, run->node->text.n == 0, &h->why);
	return true;
}

/* Where no line breaks what can only be one word, the paper breaks none: what is two words keeps its hyphen. */
static void
line_hyphens(struct mender *m)
{
	struct line_hyphen *v = NULL;
	size_t n = 0, cap = 0;
	bool breaks = false;
	for (size_t r = 1; r < m->flat->nrun; r++) {
		struct line_hyphen found;
		if (!look_at_end(m, &m->flat->run[r], &found))
			continue;
		*VEC_PUSH(m->scratch, v, n, cap) = found;
		breaks = breaks || found.of == OF_LINE;
	}
	for (size_t k = 0; k < n; k++) {
		const struct line_hyphen *h = &v[k];
		if (h->of == OF_LINE || (h->of == OF_EITHER && breaks))
			edit_pair(m, h->a, h->b, "repair.line-end-hyphen", h->why);
		else if (h->after > h->at)
			edit(m, h->at, h->after, "", "")->close = true;
	}
}

/* ---- all together ---- */

static void
mend_words(struct mender *m)
{
	line_hyphens(m);
	split_words(m);
	split_years(m);
	lost_hyphens(m);
	lost_blanks(m);
}

static int
by_from(const void *a, const void *b)
{
	const struct edit *x = a, *y = b;
	return x->from < y->from ? -1 : x->from > y->from;
}

static void
apply(struct mender *m)
{
	if (m->nedit > 1)
		qsort(m->edit, m->nedit, sizeof *m->edit, by_from);
	size_t before = SIZE_MAX;
	for (size_t i = m->nedit; i-- > 0;) {
		const struct edit *e = &m->edit[i];
		if (e->to > before)
			continue;
		before = e->from;
		if (e->close)
			flat_at(m->flat, e->from)->node->text = (struct span){"", 0};
		else
			flat_repair(m->flat, m->acc, e->from, e->to, e->after, e->rule, e->evidence);
	}
}

void
repair(struct account *acc, struct dict *dict)
{
	struct mender m = {.arena = acc->arena, .scratch = arena_new(), .acc = acc, .dict = dict};
	m.flat = flat_build(acc, true);
	m.text = m.flat->text;
	m.low = flat_small(m.scratch, m.text);
	collect(&m);
	if (m.ntoken > 0)
		mend_words(&m);
	blanks_before_marks(&m);
	entry_leaders(&m);
	apply(&m);
	arena_free(m.scratch);
}
