/* SPDX-License-Identifier: MIT */
/*
 * cite_url.h - the addresses a draft prints after its pages, to be the targets of its citations.
 * Needs: account.h.  Owns: everything is in the arena of the account.
 */
#ifndef RECOGNISE_CITE_URL_H
#define RECOGNISE_CITE_URL_H

#include <stdbool.h>
#include <stdint.h>

#include "recognise/account.h"

struct url_table;

/* Over the address lines of account->found. */
struct url_table *url_table_new(struct account *);
/* Is there an address of this symbol (or this very address) on the page or one beside it? */
bool url_table_has(const struct url_table *, const char *key, uint32_t page);
/* The address, taken into use; NULL when there is none. */
const char *url_table_use(struct url_table *, const char *key, uint32_t page);
/* Lines in use become mark-up; the others are dropped under "url.uncited". */
void url_table_close(struct url_table *);

#endif
