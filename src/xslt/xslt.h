/* SPDX-License-Identifier: MIT */
/*
 * xslt.h - one call to run one of our stylesheets.
 * Needs: base, libxml2, libxslt.  Owns: the compiled stylesheets, kept for the life of the process.
 *
 * A stylesheet can read files below stylesheets/ (terms, house looks) and nothing else: no
 * network, no writing, no extension elements, bounded depth and number of operations.
 */
#ifndef XSLT_XSLT_H
#define XSLT_XSLT_H

#include <stdbool.h>

#include <libxml/tree.h>

#include "base/arena.h"
#include "base/diag.h"

/*
 * Transform in with stylesheets/<sheet>.xsl; a sheet name that ends in ".xsl" is taken as a path.
 * params: name, value, name, value, ..., NULL (or NULL for none); values are plain strings.
 * `in` is not changed.  *out dies with the arena.  xsl:message becomes XSLT-MESSAGE; false
 * after a report when the sheet cannot be compiled, the run fails or it says terminate="yes".
 */
bool xslt_apply(struct arena *, const char *sheet, xmlDoc *in, const char *const params[], xmlDoc **out,
                struct diag *);

/* Compile the sheet that the first xslt_apply() would compile. */
bool xslt_load(const char *sheet, struct diag *);

/* xslt_apply(), and *steps tells how many steps of XPath it took, by which tests judge how cost grows. */
bool xslt_apply_counted(struct arena *, const char *sheet, xmlDoc *in, const char *const params[], xmlDoc **out,
                        unsigned long *steps, struct diag *);

/* A parameter that a sheet lets the user set. */
struct xslt_param {
	const char *name;
	const char *takes; /* what its attribute takes="..." of SETTINGS_NS says of the values */
};

#define SETTINGS_NS "urn:rapporteur:settings:1"

/*
 * The parameters of a sheet and of what it imports that have the attribute "takes"; *out is in the
 * arena, the strings live as long as the process.  False after a report when it does not load.
 */
bool xslt_params(struct arena *, const char *sheet, struct xslt_param **out, size_t *n, struct diag *);

#endif
