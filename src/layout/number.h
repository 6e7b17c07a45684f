/* SPDX-License-Identifier: MIT */
/*
 * number.h - page numbers as printed (XSL 1.1 §7.26.1, format).
 * Needs: base.  Owns: nothing; what is printed is in the arena given.
 */
#ifndef LAYOUT_NUMBER_H
#define LAYOUT_NUMBER_H

#include "base/arena.h"

/* A style of numbers: D r R a A, as the page labels of PDF name them; digits: at least so many. */
struct number_form {
	char style;
	unsigned digits;
};

/* The form that a format property asks for: "1", "01" (up to ten digits), "i", "I", "a", "A"; NULL or else: decimal. */
struct number_form number_form(const char *format);

const char *number_print(struct arena *, struct number_form, unsigned number);

#endif
