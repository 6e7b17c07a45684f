/* SPDX-License-Identifier: MIT */
/* The text account against written outputs, and its JSON form. */
#include "recognise/account.h"

#include <string.h>

#include "base/json.h"
#include "recognise/fixes.h"

static bool
blank(uint32_t u)
{
	return u <= ' ' || u == 0xA0 || u == 0x2028 || u == 0x2029 || u == 0x202F || u == 0x3000 ||
	    (u >= 0x2000 && u <= 0x200B) || u == 0xFEFF;
}

/* The tree's text, character by character; blocks are parted by a free break. */
struct tree_text {
	const struct rep_node *root, *node;
	size_t i;                   /* next byte of node's text */
	const struct rep_node *last; /* text node the last character came from */
	bool space, gap;            /* seen before the character given last */
};

static void
tree_step(struct tree_text *t)
{
	const struct rep_node *n = t->node;
	if (n->kind == REP_NOTE || rep_class(n->kind) == REP_CLASS_B || rep_class(n->kind) == REP_CLASS_G)
		t->gap = true;
	if (n->first == NULL)
		for (const struct rep_node *up = n; up != t->root && up->next == NULL; up = up->parent)
			if (up->parent->kind == REP_NOTE || rep_class(up->parent->kind) != REP_CLASS_I)
				t->gap = true;
	t->node = rep_next(t->root, n);
	t->i = 0;
}

/* The next character that is not white space; UTF8_BAD at the end. */
static uint32_t
tree_char(struct tree_text *t)
{
	t->space = t->gap = false;
	while (t->node != NULL) {
		if (t->node->kind != REP_TEXT || t->i >= t->node->text.n) {
			tree_step(t);
			continue;
		}
		uint32_t u = utf8_next(t->node->text.s, t->node->text.n, &t->i);
		if (!blank(u)) {
			t->last = t->node;
			return u;
		}
		t->space = true;
	}
	return UTF8_BAD;
}

static uint32_t
output_char(struct span s, size_t *i, bool *space)
{
	*space = false;
	while (*i < s.n) {
		uint32_t u = utf8_next(s.s, s.n, i);
		if (!blank(u))
			return u;
		*space = true;
	}
	return UTF8_BAD;
}

/*
 * The bytes from here on in which the output equals the node of the tree while both are printable
 * ASCII: most of a text is, and needs no decoding.
 */
static size_t
same_run(struct tree_text *t, struct span out, size_t at)
{
	if (t->node == NULL || t->node->kind != REP_TEXT)
		return 0;
	size_t n = 0;
	const char *want = t->node->text.s + t->i, *have = out.s + at;
	size_t room = t->node->text.n - t->i < out.n - at ? t->node->text.n - t->i : out.n - at;
	while (n < room && want[n] == have[n] && want[n] > ' ' && want[n] < 0x7F)
		n++;
	if (n > 0) {
		t->i += n;
		t->last = t->node;
	}
	return n;
}

static void
report_difference(const struct account *acc, const char *name, const struct tree_text *t,
                  struct span out, size_t at, struct diag *d)
{
	struct pos pos = {acc->report->source, 0, 0};
	struct span want = {"the end", 7};
	if (t->node != NULL && t->last != NULL) {
		pos = source_pos(acc->found->draft, t->last->off);
		size_t from = t->i;
		while (from > 0 && from + 20 > t->i)
			from--;
		while (from < t->i && ((unsigned char)t->node->text.s[from] & 0xC0) == 0x80)
			from++;
		want = span_sub(t->node->text, from, t->node->text.n);
	}
	size_t from = at > 20 ? at - 20 : 0;
	while (from < at && from < out.n && ((unsigned char)out.s[from] & 0xC0) == 0x80)
		from++;
	struct span have = span_sub(out, from, out.n);
	size_t w = 0, h = 0;
	while (w < want.n && w < 48)
		utf8_next(want.s, want.n, &w);
	while (h < have.n && h < 48)
		utf8_next(have.s, have.n, &h);
	diag(d, DIAG_ACCOUNT_OUTPUT, pos, "%s: expected “%.*s”, read “%.*s” (byte %zu of its text)", name,
	    (int)w, want.s, (int)h, have.s, at);
}

bool
account_output(struct account *acc, const char *name, struct span read_back, bool breaks_free,
               struct diag *d)
{
	struct tree_text t = {.root = acc->report->root, .node = acc->report->root};
	struct output_check *check = VEC_PUSH(acc->arena, acc->output, acc->noutput, acc->cap_output);
	check->name = arena_strdup(acc->arena, name);
	bool first = true, same = true;
	size_t i = 0;
	for (;;) {
		size_t run = same_run(&t, read_back, i);
		i += run;
		check->chars += run;
		first = first && run == 0;
		bool space;
		uint32_t want = tree_char(&t);
		uint32_t have = output_char(read_back, &i, &space);
		same = want == have && (breaks_free || first || t.gap || want == UTF8_BAD || t.space == space);
		if (!same || want == UTF8_BAD)
			break;
		first = false;
		check->chars++;
	}
	check->equal = same;
	if (!same) {
		report_difference(acc, name, &t, read_back, i, d);
		acc->balanced = false;
	}
	return same;
}

/* ---- JSON ---- */

static const char *
fate_name(enum fate f)
{
	static const char *const names[] = {"none", "placed", "joined", "repaired", "markup", "dropped"};
	return names[f];
}

static size_t
dropped_chars(const struct account *acc, const struct drop *drop)
{
	struct span text = acc->found->draft->text;
	size_t n = 0;
	for (size_t i = drop->off; i < (size_t)drop->off + drop->n && i < text.n; i++)
		n += acc->found->fate[i] == FATE_DROPPED && ((unsigned char)text.s[i] & 0xC0) != 0x80;
	return n;
}

struct rule_sum {
	const char *rule;
	size_t count, chars;
	uint32_t first, last;
};

#define RULES_MAX 256

static void
sum_drops(const struct account *acc, const struct drop *drop, size_t ndrop, struct rule_sum *sum,
          size_t *n)
{
	for (size_t i = 0; i < ndrop; i++) {
		size_t chars = dropped_chars(acc, &drop[i]), r = 0;
		if (chars == 0)
			continue;
		while (r < *n && strcmp(sum[r].rule, drop[i].rule) != 0)
			r++;
		if (r == RULES_MAX)
			r--;
		uint32_t from = account_line(acc, drop[i].off);
		uint32_t to = account_line(acc, drop[i].off + drop[i].n - 1);
		if (r == *n) {
			*n += 1;
			sum[r] = (struct rule_sum){.rule = drop[i].rule, .first = from, .last = to};
		}
		sum[r].count++;
		sum[r].chars += chars;
		sum[r].first = from < sum[r].first ? from : sum[r].first;
		sum[r].last = to > sum[r].last ? to : sum[r].last;
	}
}

static void
json_drops(const struct account *acc, struct json *j)
{
	struct rule_sum sum[RULES_MAX];
	size_t n = 0;
	sum_drops(acc, acc->found->drop, acc->found->ndrop, sum, &n);
	sum_drops(acc, acc->drop, acc->ndrop, sum, &n);
	json_key(j, "dropped");
	json_array(j);
	for (size_t i = 0; i < n; i++) {
		json_object(j);
		json_key_string(j, "rule", span_of(sum[i].rule));
		json_key_number(j, "count", (double)sum[i].count);
		json_key_number(j, "characters", (double)sum[i].chars);
		json_key_number(j, "first_line", sum[i].first);
		json_key_number(j, "last_line", sum[i].last);
		json_end(j);
	}
	json_end(j);
}

static void
json_repairs(const struct account *acc, struct json *j)
{
	json_key(j, "repairs");
	json_array(j);
	for (size_t i = 0; i < acc->nrepair; i++) {
		const struct repair *r = &acc->repair[i];
		json_object(j);
		json_key_number(j, "line", r->line);
		json_key_string(j, "before", r->before);
		json_key_string(j, "after", r->after);
		json_key_string(j, "rule", span_of(r->rule));
		json_key_string(j, "why", span_of(r->evidence));
		json_end(j);
	}
	json_end(j);
}

static void
json_moves_and_notes(const struct account *acc, struct json *j)
{
	json_key(j, "moved");
	json_array(j);
	for (size_t i = 0; i < acc->found->nmoved; i++) {
		json_object(j);
		json_key_number(j, "line", account_line(acc, acc->found->moved[i].off));
		json_key_number(j, "characters", (double)utf8_count(span_sub(acc->found->draft->text,
		    acc->found->moved[i].off, (size_t)acc->found->moved[i].off + acc->found->moved[i].n)));
		json_key_string(j, "rule", span_of(acc->found->moved[i].rule));
		json_end(j);
	}
	json_end(j);
	json_key(j, "lost_notes");
	json_array(j);
	for (size_t i = 0; i < acc->nlost; i++) {
		json_object(j);
		json_key_string(j, "mark", span_of(acc->lost[i].mark));
		json_key_number(j, "line", acc->lost[i].line);
		json_end(j);
	}
	json_end(j);
}

/* The corrections of the editor: how many there are, and the lines of those that had no effect. */
static void
json_fixes(const struct fixes *x, struct json *j)
{
	size_t used = 0;
	if (x == NULL)
		return;
	for (size_t i = 0; i < x->n; i++)
		used += x->fix[i].used;
	json_key(j, "corrections");
	json_object(j);
	json_key_string(j, "file", span_of(x->name));
	json_key_number(j, "given", (double)x->n);
	json_key_number(j, "applied", (double)used);
	json_key(j, "without_effect");
	json_array(j);
	for (size_t i = 0; i < x->n; i++)
		if (!x->fix[i].used)
			json_number(j, x->fix[i].line);
	json_end(j);
	json_end(j);
}

static void
json_lost_pictures(const struct draft *d, struct json *j)
{
	json_key(j, "lost_pictures");
	json_array(j);
	for (size_t i = 0; i < d->nlost; i++) {
		json_object(j);
		json_key_number(j, "line", d->lost[i].line);
		json_key_number(j, "page", d->lost[i].page);
		json_key_string(j, "why", span_of(d->lost[i].why));
		json_end(j);
	}
	json_end(j);
}

void
account_json(const struct account *acc, struct buf *out)
{
	const struct source_account *s = &acc->found->draft->account;
	struct json j = json_begin_pretty(out);
	json_object(&j);
	json_key_string(&j, "draft", span_of(acc->found->draft->name));
	json_key_bool(&j, "balanced", acc->closed && acc->balanced);
	json_key(&j, "input");
	json_object(&j);
	json_key_number(&j, "characters", (double)s->input);
	json_key_number(&j, "clean_text", (double)s->text);
	json_key_number(&j, "markup", (double)s->markup);
	json_key_number(&j, "dropped", (double)s->dropped);
	json_key_number(&j, "direction_marks", (double)s->directions);
	json_key_number(&j, "normalised", (double)s->normalised);
	json_end(&j);
	json_key(&j, "characters");
	json_object(&j);
	for (enum fate f = FATE_PLACED; f <= FATE_DROPPED; f++)
		json_key_number(&j, fate_name(f), (double)acc->chars[f]);
	json_end(&j);
	json_key_number(&j, "joins", (double)acc->joins);
	json_drops(acc, &j);
	json_fixes(acc->fixes, &j);
	json_repairs(acc, &j);
	json_moves_and_notes(acc, &j);
	json_lost_pictures(acc->found->draft, &j);
	json_key(&j, "outputs");
	json_array(&j);
	for (size_t i = 0; i < acc->noutput; i++) {
		json_object(&j);
		json_key_string(&j, "output", span_of(acc->output[i].name));
		json_key_number(&j, "characters", (double)acc->output[i].chars);
		json_key_bool(&j, "equal", acc->output[i].equal);
		json_end(&j);
	}
	json_end(&j);
	json_end(&j);
	buf_addc(out, '\n');
}
