/* SPDX-License-Identifier: MIT */
#define _XOPEN_SOURCE 700 /* realpath */
/*
 * pictures.c - the pictures a draft or report names: looked for in its folder or in its container, proved to
 * be usable, and put beside the report document under STEM.media, so that it can be moved with them.
 */
#include <stdlib.h>
#include <string.h>

#include <libxml/hash.h>

#include "base/xml_walk.h"
#include "cli/job.h"
#include "layout/image.h"

#define NAMES_MOST 1000 /* pictures of one name */

static int
media_by_name(const void *key, const void *m)
{
	return strcmp(key, ((const struct media *)m)->name);
}

/* What the picture is called beside the report document: STEM.media/NAME, one of its own each. */
static const char *
name_beside(struct job *j, const char *src, const struct image *im)
{
	static const char *const ext[] = {[IMAGE_PNG] = "png", [IMAGE_JPEG] = "jpg", [IMAGE_SVG] = "svg"};
	const char *slash = strrchr(src, '/');
	struct span stem = job_stem(j->name), base = job_stem(slash != NULL ? slash + 1 : src);
	if (strncmp(src, "data:", 5) == 0 || base.n == 0 || base.n > 100)
		base = SPAN_LIT("picture");
	char *clean = arena_strndup(j->arena, base.s, base.n);
	for (char *c = clean; *c != '\0'; c++)
		if (strchr(" '\"()%#?:\\<>&", *c) != NULL)
			*c = '-';
	const char *name = arena_printf(j->arena, "%.*s.media/%s.%s", (int)stem.n, stem.s, clean, ext[im->type]);
	for (int i = 2; i < NAMES_MOST && pictures_find(&j->pictures, name) != NULL; i++)
		name = arena_printf(j->arena, "%.*s.media/%s-%d.%s", (int)stem.n, stem.s, clean, i, ext[im->type]);
	return name;
}

/* The picture behind an address of the draft, or NULL with the reason. */
static const struct image *
find(struct job *j, const struct draft *draft, const char *src, const char **why)
{
	struct picture_bytes held = {.name = src};
	const struct media *m = draft->nmedia == 0 ? NULL
	    : bsearch(src, draft->media, draft->nmedia, sizeof *m, media_by_name);
	*why = "pictures are not fetched from the network; save it beside the draft and name the file";
	if (strstr(src, "://") != NULL)
		return NULL;
	*why = "the draft does not say which file; name one";
	if (src[0] == '\0')
		return NULL;
	if (m != NULL)
		held.bytes = m->bytes;
	struct pictures own = {&held, m != NULL, 1};
	return image_load(j->arena, j->name, &own, src, (struct pos){0}, why);
}

/* An address of the draft, and the name it gets. */
struct placed {
	const char *src, *name;
	uint32_t line;
};

static int
by_src(const void *a, const void *b)
{
	const struct placed *x = a, *y = b;
	int order = strcmp(x->src, y->src);
	return order != 0 ? order : x->line < y->line ? -1 : x->line > y->line;
}

static void
keep(struct job *j, const char *name, struct span bytes)
{
	*VEC_PUSH(j->arena, j->pictures.v, j->pictures.n, j->pictures.cap) = (struct picture_bytes){name, bytes};
}

static const char *
place(struct job *j, const struct draft *draft, const struct placed *p)
{
	const char *why;
	const struct image *im = find(j, draft, p->src, &why);
	if (im == NULL) {
		diag(j->diag, DIAG_PICTURE, (struct pos){draft->name, p->line, 0}, "%.200s: %s", image_shown(p->src), why);
		keep(j, p->src, (struct span){NULL, 0});
		return p->src;
	}
	const char *name = name_beside(j, p->src, im);
	keep(j, name, im->bytes);
	return name;
}

/* Readers who do not see the picture need words. */
static void
ask_words(struct job *j, const struct draft *draft, const struct rep_node *figure)
{
	if (rep_get(figure, "alt") == NULL && figure->first == NULL)
		diag(j->diag, DIAG_PICTURE_WORDS, (struct pos){draft->name, figure->line_from, 0},
		     "%.200s: give it a text or a caption in the draft", rep_get(figure, "src"));
}

void
job_pictures(struct job *j, const struct draft *draft, struct report *report)
{
	struct placed *v = NULL;
	size_t n = 0, cap = 0;
	for (struct rep_node *f = report->root; f != NULL; f = rep_next(report->root, f))
		if (f->kind == REP_FIGURE && rep_get(f, "src") != NULL) {
			*VEC_PUSH(j->arena, v, n, cap) = (struct placed){rep_get(f, "src"), NULL, f->line_from};
			ask_words(j, draft, f);
		}
	if (n == 0)
		return;
	qsort(v, n, sizeof *v, by_src);
	for (size_t i = 0; i < n; i++)
		v[i].name = i > 0 && strcmp(v[i].src, v[i - 1].src) == 0 ? v[i - 1].name : place(j, draft, &v[i]);
	for (struct rep_node *f = report->root; f != NULL; f = rep_next(report->root, f)) {
		struct placed key = {rep_get(f, "src"), NULL, f->line_from};
		const struct placed *p = f->kind != REP_FIGURE || key.src == NULL ? NULL
		    : bsearch(&key, v, n, sizeof *v, by_src);
		if (p != NULL)
			rep_set(report, f, "src", p->name);
	}
}

/* The name leads to no folder above. */
static bool
stays_below(const char *name)
{
	for (const char *s = name; s != NULL; s = strchr(s, '/') != NULL ? strchr(s, '/') + 1 : NULL)
		if (strncmp(s, "..", 2) == 0 && (s[2] == '/' || s[2] == '\0'))
			return false;
	return name[0] != '/';
}

/* The file that the output would be put over is the picture itself. */
static bool
is_there(struct job *j, const char *src)
{
	const char *found = file_beside(j->arena, j->name, src);
	char *real = realpath(arena_printf(j->arena, "%s/%s", j->options->out, src), NULL);
	bool same = found != NULL && real != NULL && strcmp(found, real) == 0;
	free(real);
	return same;
}

void
job_report_pictures(struct job *j, const xmlDoc *report)
{
	xmlNode *root = xmlDocGetRootElement((xmlDoc *)(uintptr_t)report);
	xmlHashTable *seen = xmlHashCreate(16);
	for (xmlNode *n = root; n != NULL; n = xml_next_element(root, n)) {
		bool figure = strcmp((const char *)n->name, "figure") == 0;
		xmlChar *src = figure ? xmlGetProp(n, BAD_CAST "src") : NULL;
		bool again = src == NULL || xmlHashAddEntry(seen, src, n) != 0;
		const char *name = again ? NULL : arena_strdup(j->arena, (const char *)src), *why;
		xmlFree(src);
		bool held = name != NULL && image_shown(name) != name; /* by the address itself */
		if (name == NULL || held || !stays_below(name) || is_there(j, name))
			continue;
		const struct image *im = image_load(j->arena, j->name, NULL, name, (struct pos){0}, &why);
		if (im != NULL)
			keep(j, name, im->bytes);
	}
	xmlHashFree(seen, NULL);
}

void
job_output_pictures(struct job *j)
{
	if (strcmp(j->options->out, "-") == 0)
		return;
	for (size_t i = 0; i < j->pictures.n; i++)
		if (j->pictures.v[i].bytes.s != NULL)
			job_output_to(j, arena_printf(j->arena, "%s/%s", j->options->out, j->pictures.v[i].name),
			    j->pictures.v[i].bytes);
}
