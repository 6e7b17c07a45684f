/* SPDX-License-Identifier: MIT */
#include "layout/number.h"

#include <string.h>

#include "base/numeral.h"

#define MOST_DIGITS 10u /* of the largest number */

struct number_form
number_form(const char *format)
{
	struct number_form f = {'D', 1};
	size_t n = format != NULL ? strlen(format) : 0;
	if (n == 1 && strchr("aAiI", *format) != NULL)
		f.style = *format == 'i' ? 'r' : *format == 'I' ? 'R' : *format;
	else if (n > 0 && n <= MOST_DIGITS && strspn(format, "0") + 1 == n && format[n - 1] == '1')
		f.digits = (unsigned)n;
	return f;
}

const char *
number_print(struct arena *a, struct number_form form, unsigned number)
{
	if (number == 0 || number > ROMAN_MOST || form.style == 'D')
		return arena_printf(a, "%0*u", (int)form.digits, number);
	bool upper = form.style < 'a';
	return form.style == 'r' || form.style == 'R' ? numeral_roman(a, number, upper) : numeral_letters(a, number, upper);
}
