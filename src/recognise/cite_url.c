/* SPDX-License-Identifier: MIT */
#include "recognise/cite_url.h"

#include <stdlib.h>
#include <string.h>

#include "recognise/symbol.h"

struct entry {
	const char *key;         /* the symbol, or the address where it leads to none */
	const struct url_line *line;
	bool used;
};

struct url_table {
	struct account *acc;
	struct entry *entry;     /* by key, then page */
	size_t n;
};

static int
by_key(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;
	int order = strcmp(x->key, y->key);
	if (order == 0 && x->line->page != y->line->page)
		order = x->line->page < y->line->page ? -1 : 1;
	return order != 0 ? order : x->line->off < y->line->off ? -1 : x->line->off > y->line->off;
}

struct url_table *
url_table_new(struct account *acc)
{
	struct url_table *t = ARENA_NEW(acc->arena, struct url_table);
	t->acc = acc;
	t->n = acc->found->nurl;
	t->entry = ARENA_ARRAY(acc->arena, struct entry, t->n + 1);
	for (size_t i = 0; i < t->n; i++) {
		const struct url_line *line = &acc->found->url[i];
		struct span symbol = symbol_of_link(line->url);
		t->entry[i] = (struct entry){symbol_canonical(acc->arena, symbol.n > 0 ? symbol : line->url), line, false};
	}
	if (t->n > 0)
		qsort(t->entry, t->n, sizeof *t->entry, by_key);
	return t;
}

/* The entry of the key nearest to the page, not more than a page away. */
static struct entry *
find(const struct url_table *t, const char *key, uint32_t page)
{
	size_t low = 0, high = t->n;
	while (low < high) {
		size_t mid = (low + high) / 2;
		int order = strcmp(t->entry[mid].key, key);
		if (order < 0 || (order == 0 && t->entry[mid].line->page < page))
			low = mid + 1;
		else
			high = mid;
	}
	if (low < t->n && strcmp(t->entry[low].key, key) == 0 && t->entry[low].line->page <= page + 1)
		return &t->entry[low];
	if (low > 0 && strcmp(t->entry[low - 1].key, key) == 0 && t->entry[low - 1].line->page + 1 >= page)
		return &t->entry[low - 1];
	return NULL;
}

bool
url_table_has(const struct url_table *t, const char *key, uint32_t page)
{
	return find(t, key, page) != NULL;
}

const char *
url_table_use(struct url_table *t, const char *key, uint32_t page)
{
	struct entry *e = find(t, key, page);
	if (e == NULL)
		return NULL;
	e->used = true;
	return arena_strndup(t->acc->arena, e->line->url.s, e->line->url.n);
}

void
url_table_close(struct url_table *t)
{
	for (size_t i = 0; i < t->n; i++) {
		struct entry *e = &t->entry[i];
		/* A page prints an address once per citation; all of them served the same target. */
		if (i > 0 && t->entry[i - 1].used && strcmp(t->entry[i - 1].key, e->key) == 0 &&
		    t->entry[i - 1].line->page == e->line->page)
			e->used = true;
		if (e->used)
			account_fate(t->acc, e->line->off, e->line->n, FATE_MARKUP);
		else if (t->acc->found->fate[e->line->off] != FATE_DROPPED)
			account_drop(t->acc, e->line->off, e->line->n, "url.uncited");
	}
}
