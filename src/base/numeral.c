/* SPDX-License-Identifier: MIT */
#include "base/numeral.h"

#include <string.h>

static const struct {
	long value;
	const char *lower, *upper;
} parts[] = {{1000, "m", "M"}, {900, "cm", "CM"}, {500, "d", "D"}, {400, "cd", "CD"}, {100, "c", "C"},
             {90, "xc", "XC"}, {50, "l", "L"}, {40, "xl", "XL"}, {10, "x", "X"}, {9, "ix", "IX"},
             {5, "v", "V"}, {4, "iv", "IV"}, {1, "i", "I"}};

char *
numeral_roman(struct arena *a, long value, bool upper)
{
	if (value < 1 || value > ROMAN_MOST)
		return NULL;
	char *s = arena_alloc(a, 16), *to = s; /* the longest, 3888, has 15 letters */
	for (size_t i = 0; value > 0; i++)
		for (; value >= parts[i].value; value -= parts[i].value) {
			const char *part = upper ? parts[i].upper : parts[i].lower;
			to = strcpy(to, part) + strlen(part);
		}
	return s;
}

char *
numeral_letters(struct arena *a, long value, bool upper)
{
	size_t times = (size_t)(value - 1) / 26 + 1;
	char *s = arena_alloc(a, times + 1);
	memset(s, (upper ? 'A' : 'a') + (int)((value - 1) % 26), times);
	s[times] = '\0';
	return s;
}
