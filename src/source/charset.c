/* SPDX-License-Identifier: MIT */
/* charset.c - text that says which other encoding than UTF-8 it is in. */
#include <glib.h>
#include <string.h>
#include <strings.h>

#include "source/forms.h"

#define DECLARED_WITHIN 4096 /* bytes in which a page or XML says its encoding; browsers look at fewer */
#define NAME_MOST 32         /* bytes of an encoding's name */

/* Names that pages use for encodings that hold more (WHATWG Encoding, 4.2). */
static const struct { const char *said, *meant; } aliases[] = {
    {"ascii", "windows-1252"}, {"us-ascii", "windows-1252"}, {"iso-8859-1", "windows-1252"},
    {"latin1", "windows-1252"}, {"iso-8859-9", "windows-1254"}, {"gb2312", "GB18030"}, {"gbk", "GB18030"},
    {"big5", "BIG5-HKSCS"}, {"x-sjis", "CP932"}, {"shift_jis", "CP932"}};

/* Behind a word in any case; SIZE_MAX when it is not there. */
static size_t
behind(struct span s, const char *word)
{
	size_t n = strlen(word);
	for (size_t i = 0; i + n < s.n; i++)
		if ((s.s[i] | 0x20) == (word[0] | 0x20) && strncasecmp(s.s + i, word, n) == 0)
			return i + n;
	return SIZE_MAX;
}

/* The name in <meta charset=...> or <?xml encoding=...?>, quoted or not; empty when there is none to go by. */
static void
declared(struct span bytes, char name[NAME_MOST])
{
	struct span head = span_sub(bytes, 0, DECLARED_WITHIN);
	size_t at = behind(head, "<meta") != SIZE_MAX ? behind(head, "charset") : SIZE_MAX, n = 0;
	if (at == SIZE_MAX && behind(head, "<?xml") != SIZE_MAX)
		at = behind(head, "encoding");
	while (at < head.n && strchr(" \t\r\n=\"'", head.s[at]) != NULL)
		at++;
	while (at < head.n && n + 1 < NAME_MOST && (g_ascii_isalnum(head.s[at]) || strchr("-_:.", head.s[at]) != NULL))
		name[n++] = head.s[at++];
	name[n] = '\0';
	for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
		if (strcasecmp(name, aliases[i].said) == 0)
			strcpy(name, aliases[i].meant);
	/* what could be read so far is in none of these */
	if (strncasecmp(name, "utf", 3) == 0 || strncasecmp(name, "ucs", 3) == 0)
		name[0] = '\0';
}

struct span
charset_utf8(struct arena *a, struct span bytes)
{
	char name[NAME_MOST] = "";
	gsize n = 0;
	if (span_starts(bytes, "\xFF\xFE"))
		strcpy(name, "UTF-16LE");
	else if (span_starts(bytes, "\xFE\xFF"))
		strcpy(name, "UTF-16BE");
	else
		declared(bytes, name);
	bool wide = span_starts((struct span){name, strlen(name)}, "UTF-16");
	if (name[0] == '\0' || bytes.n > FILE_TEXT_BYTES || (!wide && utf8_invalid(bytes) == SIZE_MAX))
		return bytes;
	char *s = g_convert(bytes.s, (gssize)bytes.n, "UTF-8", name, NULL, &n, NULL);
	if (s == NULL)
		return bytes;
	struct span text = {arena_strndup(a, s, n), n};
	g_free(s);
	return text;
}
