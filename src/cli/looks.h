/* SPDX-License-Identifier: MIT */
/*
 * looks.h - do --style and --set name a style, keys and values that there are?
 * Needs: xslt, options.h.  Owns: nothing.
 *
 * Styles and keys are known to the folder of stylesheets alone: a style is a file, a key is a
 * parameter with the attribute "takes", which says what its values are (common.xsl).
 */
#ifndef CLI_LOOKS_H
#define CLI_LOOKS_H

#include "cli/options.h"

/* False after a report (USAGE) that lists what may be given. */
bool looks_fit(struct arena *, const struct options *, struct diag *);

#endif
