/* SPDX-License-Identifier: MIT */
/*
 * chars.h - classes of characters that do not depend on a language or a locale.
 * Needs: base/text.h.  Owns: nothing.
 */
#ifndef RECOGNISE_CHARS_H
#define RECOGNISE_CHARS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

static inline bool
char_digit(uint32_t u)
{
	return u >= '0' && u <= '9';
}

/* Is a digit in the text? */
static inline bool
char_any_digit(struct span s)
{
	for (size_t i = 0; i < s.n; i++)
		if (char_digit((unsigned char)s.s[i]))
			return true;
	return false;
}

/* The value of a decimal digit of any script we meet, or -1. */
static inline int
char_decimal(uint32_t u)
{
	uint32_t zero = u < 0x80 ? '0' : u < 0x6F0 ? 0x660 : u < 0xFF10 ? 0x6F0 : 0xFF10;
	return u >= zero && u <= zero + 9 ? (int)(u - zero) : -1;
}

static inline bool
char_blank(uint32_t u)
{
	return u == ' ' || u == '\t' || u == 0xA0 || u == 0x202F || u == 0x3000 || (u >= 0x2000 && u <= 0x200A);
}

/* Dashes, and the hyphen and minus that are printed for them. */
static inline bool
char_dash(uint32_t u)
{
	return u == '-' || (u >= 0x2013 && u <= 0x2015) || u == 0x2212;
}

/* Han, kana and the like: written without blanks. */
static inline bool
char_han(uint32_t u)
{
	if (u < 0x3040)
		return false;
	return u <= 0x30FF || (u >= 0x3400 && u <= 0x9FFF) || (u >= 0xF900 && u <= 0xFAFF) ||
	       (u >= 0x20000 && u <= 0x3FFFF);
}

/* One to ten and nought, as Chinese writes figures in words. */
static inline bool
char_han_figure(uint32_t u)
{
	return u == 0x3007 || u == 0x25CB || u == 0x4E00 || u == 0x4E8C || u == 0x4E09 || u == 0x56DB || u == 0x4E94 ||
	       u == 0x516D || u == 0x4E03 || u == 0x516B || u == 0x4E5D || u == 0x5341;
}

/* What Chinese is set with, each two columns wide: char_han(), its signs and stops, and Latin set as wide. */
static inline bool
char_wide(uint32_t u)
{
	return u >= 0x2E80 && (u <= 0x9FFF || (u >= 0xF900 && u <= 0xFAFF) || (u >= 0xFF01 && u <= 0xFF60) ||
	                       (u >= 0x20000 && u <= 0x3FFFF));
}

static inline bool
char_arabic(uint32_t u)
{
	return (u >= 0x600 && u <= 0x6FF) || (u >= 0x750 && u <= 0x77F) || (u >= 0xFB50 && u <= 0xFEFC);
}

/* Letters of any script: what is no digit, blank, control, sign or punctuation. */
static inline bool
char_letter(uint32_t u)
{
	if (u < 0x80)
		return (u >= 'a' && u <= 'z') || (u >= 'A' && u <= 'Z');
	if (u < 0xC0)
		return u == 0xAA || u == 0xB5 || u == 0xBA;
	if (u == 0xD7 || u == 0xF7 || (u >= 0x2000 && u <= 0x2BFF) || (u >= 0x3000 && u <= 0x303F))
		return false;
	if (u == 0x60C || u == 0x61B || u == 0x61F || (u >= 0x660 && u <= 0x66D) || (u >= 0x6F0 && u <= 0x6F9))
		return false;
	if ((u >= 0x3200 && u <= 0x33FF) || (u >= 0xE000 && u <= 0xF8FF))
		return false;
	return !((u >= 0xFF00 && u <= 0xFF20) || (u >= 0xFF3B && u <= 0xFF40) || u >= 0xFF5B) || u > 0xFFFF;
}

/* Behind the letters of ASCII from byte i of s on: most of a text is of them, and none needs a second look. */
static inline size_t
char_plain_end(struct span s, size_t i)
{
	while (i < s.n && (s.s[i] | 0x20) >= 'a' && (s.s[i] | 0x20) <= 'z')
		i++;
	return i;
}

/* Capitals of the Latin, Greek and Cyrillic scripts; of Latin what European languages print. */
static inline bool
char_upper(uint32_t u)
{
	if (u < 0x80)
		return u >= 'A' && u <= 'Z';
	if (u < 0x180)
		return (u >= 0xC0 && u <= 0xDE && u != 0xD7) || (u >= 0x100 && u <= 0x137 && u % 2 == 0) ||
		       (u >= 0x139 && u <= 0x148 && u % 2 == 1) || (u >= 0x14A && u <= 0x177 && u % 2 == 0) ||
		       u == 0x178 || u == 0x179 || u == 0x17B || u == 0x17D;
	return (u >= 0x391 && u <= 0x3A9) || (u >= 0x400 && u <= 0x42F) || (u >= 0x460 && u <= 0x52F && u % 2 == 0);
}

/* Their small letters. */
static inline bool
char_small(uint32_t u)
{
	if (u < 0x80)
		return u >= 'a' && u <= 'z';
	return (u >= 0xDF && u <= 0xFF && u != 0xF7) || (u >= 0x101 && u <= 0x17E && !char_upper(u)) ||
	       (u >= 0x3B1 && u <= 0x3C9) || (u >= 0x430 && u <= 0x45F) || (u >= 0x461 && u <= 0x52F && u % 2 == 1);
}

/* The small letter of a capital; others as they are. */
static inline uint32_t
char_lower(uint32_t u)
{
	if (u < 0x80)
		return u >= 'A' && u <= 'Z' ? u + 32 : u;
	if (u >= 0x530 || !char_upper(u))
		return u;
	if (u < 0x100 || (u >= 0x391 && u <= 0x3A9) || (u >= 0x410 && u <= 0x42F))
		return u + 32;
	return u == 0x178 ? 0xFF : u >= 0x400 && u <= 0x40F ? u + 80 : u + 1;
}

/* The character before byte i of s, '\n' at the start; at the end for char_after. */
static inline uint32_t
char_before(struct span s, size_t i)
{
	return i > 0 ? utf8_prev(s.s, &i) : '\n';
}

static inline uint32_t
char_after(struct span s, size_t i)
{
	return i < s.n ? utf8_next(s.s, s.n, &i) : '\n';
}

/* Behind the figures that begin at byte i; i where none does. */
static inline size_t
digits_to(struct span s, size_t i)
{
	while (i < s.n && char_digit((unsigned char)s.s[i]))
		i++;
	return i;
}

#endif
