/* SPDX-License-Identifier: MIT */
/* recognise.c - the whole recogniser: structure, then the passes on the tree. */
#include "recognise/recognise.h"

#include <string.h>

#include "recognise/account.h"
#include "recognise/fixes.h"
#include "recognise/inline.h"
#include "recognise/work.h"

static struct rep_node *
find_child(const struct rep_node *parent, enum rep_kind kind)
{
	struct rep_node *k = parent->first;
	while (k != NULL && k->kind != kind)
		k = k->next;
	return k;
}

/* What the user said of the document, where the draft does not say it. */
static void
set_head(struct recognised *found, const struct recognise_options *opt)
{
	struct report *r = found->report;
	struct rep_node *head = find_child(r->root, REP_HEAD);
	if (head == NULL) {
		head = rep_new(r, REP_HEAD, NULL);
		head->rule = "masthead";
		head->conf = 1;
		if (r->root->first != NULL)
			rep_insert_before(r->root->first, head);
		else
			rep_append(r->root, head);
	}
	const char *symbol = opt->symbol != NULL ? opt->symbol : fix_set(r->arena, opt->fixes, "symbol");
	const char *date = opt->date != NULL ? opt->date : fix_set(r->arena, opt->fixes, "date");
	if (symbol != NULL)
		rep_set(r, head, "symbol", symbol);
	if (date != NULL)
		rep_set(r, head, "date", date);
	rep_set(r, head, "lang", found->lang);
	rep_set(r, r->root, "lang", found->lang);
	if (rep_get(r->root, "kind") == NULL)
		rep_set(r, r->root, "kind", "report");
}

struct report *
recognise(struct arena *a, const struct draft *draft, const struct recognise_options *opt,
          struct account *account, struct diag *d)
{
	struct recognised *found = recognise_structure(a, draft, opt, d);
	if (found == NULL)
		return NULL;
	account_open(account, found);
	account->fixes = opt->fixes;
	if (opt->dicts != NULL)
		account->dicts = opt->dicts;
	set_head(found, opt);
	recognise_inlines(account, d);
	page_marks(account);
	reasons_of_rules(found->report);
	account_trace(account, found->report);
	report_number_ids(found->report);
	entries_link(found->work);
	for (size_t i = 0; i < account->nagain; i++)
		rep_set(found->report, account->again[i].ref, "href", arena_printf(a, "#%s", account->again[i].note->id));
	return found->report;
}
