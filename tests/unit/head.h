/* SPDX-License-Identifier: MIT */
/* head.h - what the head of a draft holds, for tests of mastheads; include after fixture.h. */
#ifndef TESTS_UNIT_HEAD_H
#define TESTS_UNIT_HEAD_H

#include "base/text.h"
#include "recognise/account.h"
#include "recognise/recognise.h"

/* The head of a draft, or what else comes first, as "kind:text" in order, joined by "|". */
static inline const char *
head_of(struct fixture *f, const char *lang, enum source_form form, const char *text)
{
	struct recognise_options how = {.lang = lang};
	struct draft *draft = source_read(f->a, "t", span_of(text), form, f->d);
	struct report *r = recognise(f->a, draft, &how, account_new(f->a), f->d);
	struct buf out = {0};
	for (struct rep_node *n = r->root->first; n != NULL && n->kind == REP_HEAD; n = n->next)
		for (struct rep_node *k = n->first; k != NULL; k = k->next) {
			if (k->kind == REP_PAGEBREAK)
				continue;
			buf_printf(&out, "%s%s:", out.n > 0 ? "|" : "", rep_name(k->kind));
			rep_text_of(k, &out);
		}
	const char *kept = arena_strndup(f->a, out.data, out.n);
	buf_free(&out);
	return kept;
}

#endif
