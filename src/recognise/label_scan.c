/* SPDX-License-Identifier: MIT */
#include "recognise/label_scan.h"

#include "recognise/chars.h"

uint32_t
scan_digits(struct span s, size_t *i)
{
	uint32_t v = 0;
	size_t n = 0;

	while (*i < s.n && char_decimal(scan_peek(s, *i)) >= 0 && n < 5) {
		v = v * 10 + (uint32_t)char_decimal(scan_peek(s, *i));
		*i = scan_step(s, *i);
		n++;
	}
	return n ? v : UINT32_MAX;
}

uint32_t
scan_chinese(struct span s, size_t *i)
{
	static const uint32_t cps[] = {0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D};
	uint32_t tens = 0, ones = 0;
	bool ten = false;
	size_t at = *i, n = 0;

	for (; at < s.n && n < 3; n++) {
		uint32_t cp = scan_peek(s, at), v = 0, k;
		if (cp == 0x5341) {
			if (ten)
				break;
			ten = true;
			tens = ones ? ones : 1;
			ones = 0;
			at = scan_step(s, at);
			continue;
		}
		for (k = 0; k < 9; k++)
			if (cps[k] == cp)
				v = k + 1;
		if (!v || ones)
			break;
		ones = v;
		at = scan_step(s, at);
	}
	*i = at;
	return tens * 10 + ones;
}

uint8_t
scan_first(struct span s, size_t i)
{
	uint32_t cp;

	while (i < s.n) {
		cp = scan_peek(s, i);
		i = scan_step(s, i);
		if (cp == '"' || cp == '(' || cp == '[' || cp == 0xAB || cp == 0x201C || cp == 0x201D ||
		    cp == 0x2018 || cp == 0x2019 || cp == '*' || scan_is_blank(cp))
			continue;
		if (char_decimal(cp) >= 0)
			return 'd';
		if ((cp >= 'A' && cp <= 'Z') || (cp >= 0xC0 && cp <= 0xDE) || (cp >= 0x400 && cp <= 0x42F) ||
		    (cp >= 0x100 && cp <= 0x17F && cp % 2 == 0))
			return 'U';
		if ((cp >= 'a' && cp <= 'z') || (cp >= 0xDF && cp <= 0xFF) || (cp >= 0x430 && cp <= 0x45F) ||
		    (cp >= 0x100 && cp <= 0x17F))
			return 'l';
		return 'o';
	}
	return 0;
}

int
scan_add(struct label out[], int n, struct span s, struct label l, size_t end, size_t body)
{
	if (n >= LABEL_MAX || end > UINT16_MAX || body > UINT16_MAX || l.value == 0 || l.value > 9999)
		return n;
	l.n = (uint16_t)end;
	l.body = (uint16_t)body;
	l.first = scan_first(s, body);
	out[n] = l;
	return n + 1;
}

size_t
scan_closing(struct span s, size_t i, bool dash, bool *cjk)
{
	uint32_t cp = scan_peek(s, i);

	*cjk = cp == 0x3001 || cp == 0xFF0E;
	if (cp == '.' || *cjk) {
		i = scan_step(s, i);
		size_t next = scan_step(s, i);
		return cp == '.' && char_dash(scan_peek(s, i)) && scan_is_blank(scan_peek(s, next)) ? next : i;
	}
	if (!dash)
		return 0;
	i = scan_blanks(s, i);
	cp = scan_peek(s, i);
	if (char_dash(cp)) {
		size_t end = scan_step(s, i);
		return end == s.n || scan_is_blank(scan_peek(s, end)) || scan_is_arabic(scan_peek(s, end)) ? end : 0;
	}
	return 0;
}
