/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* scandir */
#include "cli/looks.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/parser.h>

#include "base/file.h"
#include "xslt/xslt.h"

static bool
usage(struct diag *d, const char *what, const char *value, const struct buf *choice)
{
	diag(d, DIAG_USAGE, (struct pos){0}, "%s \"%s\"; choose %s", what, value, choice->data);
	return false;
}

static void
add_choice(struct buf *b, struct span s)
{
	if (b->n > 0)
		buf_adds(b, ", ");
	buf_addspan(b, s);
}

static int
is_style(const struct dirent *e)
{
	return span_ends(span_of(e->d_name), ".xml");
}

/* A file of stylesheets/styles. */
static const char *
style_path(struct arena *a, const char *name)
{
	return strchr(name, '/') == NULL ? data_path(a, arena_printf(a, "stylesheets/styles/%s.xml", name)) : NULL;
}

static bool
no_style(struct arena *a, const char *name, struct diag *d)
{
	struct buf names = {0};
	struct dirent **list = NULL;
	const char *folder = data_path(a, "stylesheets/styles");
	int n = folder != NULL ? scandir(folder, &list, is_style, alphasort) : 0;
	if (n <= 0) {
		diag(d, DIAG_XSLT_LOAD, (struct pos){0},
		     "no stylesheets/styles beside the program; install our data, or set RAPPORTEUR_DATA");
		return false;
	}
	for (int i = 0; i < n; i++) {
		add_choice(&names, (struct span){list[i]->d_name, strlen(list[i]->d_name) - 4});
		free(list[i]);
	}
	free(list);
	bool ok = usage(d, "no style", name, &names);
	buf_free(&names);
	return ok;
}

/* The papers that a style has pages for, into choice; whether one is value. */
static bool
is_paper(const char *style, const char *value, struct buf *choice)
{
	bool found = false;
	xmlDoc *doc = xmlReadFile(style, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
	const xmlNode *root = doc != NULL ? xmlDocGetRootElement(doc) : NULL;
	for (xmlNode *n = root != NULL ? root->children : NULL; n != NULL; n = n->next) {
		xmlChar *paper = xmlStrEqual(n->name, (const xmlChar *)"page") ? xmlGetProp(n, (const xmlChar *)"paper") : NULL;
		if (paper == NULL)
			continue;
		found |= strcmp((const char *)paper, value) == 0;
		add_choice(choice, span_of((const char *)paper));
		xmlFree(paper);
	}
	xmlFreeDoc(doc);
	return found;
}

/* A name as XML has them, of ASCII letters. */
static bool
is_name(const char *s)
{
	static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_";
	size_t n = strspn(s, letters);
	return n > 0 && s[n + strspn(s + n, "0123456789-.")] == '\0';
}

/* One of the words in list, all of which go into choice. */
static bool
is_listed(const char *list, const char *value, struct buf *choice)
{
	bool found = false;
	for (const char *s = list; *s != '\0';) {
		struct span word = {s, strcspn(s, " ")};
		found |= span_is(word, value);
		add_choice(choice, word);
		s += word.n + strspn(s + word.n, " ");
	}
	return found;
}

/* Whether a value is of the kind that the stylesheet takes; if not, what to choose. */
static bool
value_fits(const char *takes, const char *value, const char *style, struct buf *choice)
{
	if (strcmp(takes, "{paper}") == 0)
		return is_paper(style, value, choice);
	if (takes[0] != '{')
		return is_listed(takes, value, choice);
	bool date = strcmp(takes, "{date}") == 0, name = strcmp(takes, "{name}") == 0;
	buf_adds(choice, date ? "a day as YYYY-MM-DD" : name ? "a name of letters and digits" : "a text");
	return date ? span_is_date(span_of(value)) : name ? is_name(value) : value[0] != '\0';
}

struct keys {
	struct xslt_param *v;
	size_t n, cap;
};

static const struct xslt_param *
key_find(const struct keys *keys, const char *name)
{
	for (size_t i = 0; i < keys->n; i++)
		if (strcmp(keys->v[i].name, name) == 0)
			return &keys->v[i];
	return NULL;
}

/* What may be set in any of the stylesheets. */
static bool
keys_read(struct arena *a, struct keys *keys, struct diag *d)
{
	static const char *const sheets[] = {"report-to-fo", "report-to-xhtml", "report-to-akn"};
	for (size_t k = 0; k < sizeof sheets / sizeof *sheets; k++) {
		struct xslt_param *p;
		size_t n;
		if (!xslt_params(a, sheets[k], &p, &n, d))
			return false;
		for (size_t i = 0; i < n; i++)
			if (key_find(keys, p[i].name) == NULL)
				*VEC_PUSH(a, keys->v, keys->n, keys->cap) = p[i];
	}
	return true;
}

static bool
setting_fits(const struct keys *keys, const char *style, const struct setting *s, struct diag *d)
{
	struct buf choice = {0};
	const struct xslt_param *key = key_find(keys, s->key);
	bool ok = key != NULL && value_fits(key->takes, s->value, style, &choice);
	for (size_t i = 0; key == NULL && i < keys->n; i++)
		add_choice(&choice, span_of(keys->v[i].name));
	if (!ok)
		usage(d, key == NULL ? "unknown key in --set" : "unknown value in --set", key == NULL ? s->key : s->value,
		    &choice);
	buf_free(&choice);
	return ok;
}

bool
looks_fit(struct arena *a, const struct options *o, struct diag *d)
{
	struct keys keys = {0};
	const char *style = style_path(a, o->style);
	if (style == NULL)
		return no_style(a, o->style, d);
	bool ok = o->recognise.nset == 0 || keys_read(a, &keys, d);
	for (size_t i = 0; ok && i < o->recognise.nset; i++)
		ok = setting_fits(&keys, style, &o->recognise.set[i], d);
	return ok;
}
