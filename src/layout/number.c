/* SPDX-License-Identifier: MIT */
#include "layout/number.h"

#include <ctype.h>
#include <string.h>

#define MOST_ROMAN 3999u
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

static char *
roman(struct arena *a, unsigned n)
{
	static const struct {
		unsigned value;
		const char *letters;
	} parts[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"},
	             {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}};
	char *s = arena_alloc(a, 16), *to = s; /* the longest, 3888, has 15 letters */
	for (size_t i = 0; n > 0; i++)
		for (; n >= parts[i].value; n -= parts[i].value)
			to = strcpy(to, parts[i].letters) + strlen(parts[i].letters);
	*to = '\0';
	return s;
}

/* a to z, then aa to zz, as page labels count (ISO 32000-1, 12.4.2). */
static char *
letters(struct arena *a, unsigned n)
{
	size_t times = (n - 1) / 26 + 1;
	char *s = arena_alloc(a, times + 1);
	memset(s, 'a' + (int)((n - 1) % 26), times);
	s[times] = '\0';
	return s;
}

const char *
number_print(struct arena *a, struct number_form form, unsigned number)
{
	int style = tolower((unsigned char)form.style);
	if (number == 0 || number > MOST_ROMAN || style == 'd')
		return arena_printf(a, "%0*u", (int)form.digits, number);
	char *s = style == 'r' ? roman(a, number) : letters(a, number);
	for (char *c = s; form.style < 'a' && *c != '\0'; c++)
		*c = (char)toupper((unsigned char)*c);
	return s;
}
