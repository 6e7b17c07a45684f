/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* vasprintf */
#include "xslt/xslt.h"

#include <errno.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/uri.h>
#include <libxml/xmlerror.h>
#include <libxslt/documents.h>
#include <libxslt/extensions.h>
#include <libxslt/imports.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/variables.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>

#include "base/file.h"
#include "xslt/drawings.h"
#include "xslt/run.h"
#include "xslt/short_forms.h"
#include "xslt/siblings.h"
#include "xslt/spaces.h"

/*
 * A run visits a handful of templates for each node of the document; the depth is that of the
 * document (255) times the templates one element may nest, and recursion over words of a line.
 */
#define DEEPEST_TEMPLATE 6000
#define DEEPEST_VARIABLE 30000
#define MOST_OPERATIONS 400000000ul
#define MOST_STEPS 10000000000ul /* of XPath: minutes */

/* ---- messages: libxslt prints in pieces; collect to the line feed ---- */

struct listener {
	struct diag *diag;
	enum diag_code fault;       /* how an error is reported */
	xsltTransformContext *ctxt; /* the run, or NULL while compiling */
	struct buf line;
	char file[512];             /* from the last "... file X line N" header */
	unsigned at;
	char pending[512];          /* a fault in a stylesheet whose place comes after it */
	bool header;                /* the header stands for the coming line */
	bool failed;                /* the first fault was reported; the rest are consequences */
};

/* "runtime error: file X line N element E" and its kin: remember the place, say nothing. */
static bool
is_header(struct listener *l, const char *s)
{
	static const char *const starts[] = {"runtime error", "compilation error", "xsltTransformError"};
	const char *file = NULL;
	for (size_t i = 0; i < sizeof starts / sizeof *starts && file == NULL; i++)
		if (strncmp(s, starts[i], strlen(starts[i])) == 0)
			file = strstr(s, "file ");
	const char *line = file ? strstr(file, " line ") : NULL;
	if (line == NULL)
		return false;
	snprintf(l->file, sizeof l->file, "%.*s", (int)(line - file - 5), file + 5);
	l->at = (unsigned)strtoul(line + 6, NULL, 10);
	return true;
}

static void
say_fault(struct listener *l, const char *detail)
{
	if (!l->failed)
		diag(l->diag, l->fault, (struct pos){l->file[0] ? l->file : NULL, l->at, 0}, "%s", detail);
	l->failed = true;
}

/* xsl:message: the place that helps is the node of the input being worked on. */
static void
say_message(struct listener *l, const char *detail)
{
	struct pos pos = {0};
	const xmlNode *n = l->ctxt->node;
	if (n != NULL && n->doc != NULL && n->type != XML_NAMESPACE_DECL) {
		long line = xmlGetLineNo(n);
		pos.file = (const char *)n->doc->URL;
		pos.line = line > 0 ? (unsigned)line : 0;
	}
	diag(l->diag, DIAG_XSLT_MESSAGE, pos, "%s", detail);
}

static void
flush_line(struct listener *l)
{
	if (l->line.n == 0)
		return;
	if (is_header(l, l->line.data)) {
		l->header = true;
		if (l->pending[0] != '\0')
			say_fault(l, l->pending);
		l->pending[0] = '\0';
	} else {
		if (l->header || l->failed || l->ctxt == NULL)
			say_fault(l, l->line.data);
		else
			say_message(l, l->line.data);
		l->header = false;
	}
	l->line.n = 0;
}

static void
hear(struct listener *l, const char *s)
{
	for (; *s != '\0'; s++) {
		if (*s == '\n')
			flush_line(l);
		else if (l->line.n < 2000)
			buf_addc(&l->line, *s);
	}
}

static void
on_message(void *data, const char *fmt, ...)
{
	va_list ap;
	char *s = NULL;
	va_start(ap, fmt);
	int n = vasprintf(&s, fmt, ap);
	va_end(ap);
	if (n >= 0)
		hear(data, s);
	free(s);
}

/* What libxslt and libxml2 print beside their reports: stack dumps, repetitions. */
static void
on_chatter(void *data, const char *fmt, ...)
{
	(void)data;
	(void)fmt;
}

/* libxml2 reports XPath and parser faults here, whole and with their place. */
static void
on_fault(void *data, xmlError *e)
{
	struct listener *l = data;
	if (e->message == NULL || e->level < XML_ERR_ERROR)
		return;
	if (e->file != NULL && e->line > 0) {
		snprintf(l->file, sizeof l->file, "%s", e->file);
		l->at = (unsigned)e->line;
	} else if (l->ctxt != NULL && l->ctxt->inst != NULL && l->ctxt->inst->doc != NULL) {
		snprintf(l->file, sizeof l->file, "%s", (const char *)l->ctxt->inst->doc->URL);
		l->at = (unsigned)xmlGetLineNo(l->ctxt->inst);
	}
	if (l->ctxt == NULL && (e->file == NULL || e->line <= 0)) {
		snprintf(l->pending, sizeof l->pending, "%.*s%s%s", (int)strcspn(e->message, "\n"), e->message,
		    e->str1 ? ": " : "", e->str1 ? e->str1 : "");
		return;
	}
	l->header = true;
	hear(l, e->message);
	flush_line(l);
}

/* ---- stylesheets, compiled once ---- */

struct sheet {
	struct sheet *next;
	char *name;
	char *folder; /* of the file, with "/" at the end; documents below it may be read */
	xsltStylesheet *style;
};

struct shelf {
	pthread_mutex_t lock;
	struct sheet *first;
	xsltSecurityPrefs *prefs;
};

static int
may_read(xsltSecurityPrefs *prefs, xsltTransformContext *ctxt, const char *path)
{
	const struct xslt_run *run = ctxt ? ctxt->_private : NULL;
	(void)prefs;
	if (run == NULL)
		return 0;
	const char *file = strncmp(path, "file://", 7) == 0 ? path + 7 : path;
	char *real = realpath(file, NULL);
	/* A file that is not there may be looked for: document() then gives nothing. */
	bool missing = real == NULL && errno == ENOENT && strstr(file, "/../") == NULL;
	const char *place = missing ? file : real;
	bool below = place != NULL && strncmp(place, run->folder, strlen(run->folder)) == 0;
	free(real);
	return below;
}

static xsltSecurityPrefs *
prefs_new(void)
{
	xsltSecurityPrefs *p = xsltNewSecurityPrefs();
	xsltSetSecurityPrefs(p, XSLT_SECPREF_READ_FILE, may_read);
	xsltSetSecurityPrefs(p, XSLT_SECPREF_WRITE_FILE, xsltSecurityForbid);
	xsltSetSecurityPrefs(p, XSLT_SECPREF_CREATE_DIRECTORY, xsltSecurityForbid);
	xsltSetSecurityPrefs(p, XSLT_SECPREF_READ_NETWORK, xsltSecurityForbid);
	xsltSetSecurityPrefs(p, XSLT_SECPREF_WRITE_NETWORK, xsltSecurityForbid);
	return p;
}

static struct sheet *
sheet_compile(const char *name, struct diag *d)
{
	struct arena *a = arena_new();
	struct sheet *s = NULL;
	struct listener l = {.diag = d, .fault = DIAG_XSLT_LOAD};
	size_t n = strlen(name);
	bool is_path = n > 4 && strcmp(name + n - 4, ".xsl") == 0;
	const char *path = is_path ? name : data_path(a, arena_printf(a, "stylesheets/%s.xsl", name));
	char *real = path ? realpath(path, NULL) : NULL;
	if (real == NULL) {
		diag(d, DIAG_XSLT_LOAD, (struct pos){0}, is_path ? "%s: no such file" : "stylesheets/%s.xsl was not found",
		    name);
		goto out;
	}
	xsltSetGenericErrorFunc(&l, on_message);
	xmlSetStructuredErrorFunc(&l, (xmlStructuredErrorFunc)on_fault);
	xmlSetGenericErrorFunc(NULL, on_chatter);
	xmlDoc *doc = xmlReadFile(real, NULL, XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_NOCDATA);
	xsltStylesheet *style = doc ? xsltParseStylesheetDoc(doc) : NULL;
	if (doc != NULL && style == NULL)
		xmlFreeDoc(doc);
	flush_line(&l);
	xsltSetGenericErrorFunc(NULL, on_chatter);
	xmlSetStructuredErrorFunc(NULL, NULL);
	xmlSetGenericErrorFunc(NULL, NULL);
	if (style != NULL && style->errors != 0) {
		xsltFreeStylesheet(style);
		style = NULL;
	}
	if (style == NULL) {
		if (!l.failed)
			diag(d, DIAG_XSLT_LOAD, (struct pos){real, 0, 0}, "%s", l.pending[0] ? l.pending : "it does not compile");
		goto out;
	}
	s = xcalloc(1, sizeof *s);
	s->name = xstrdup(name);
	s->style = style;
	s->folder = xstrdup(real);
	strrchr(s->folder, '/')[1] = '\0';
out:
	buf_free(&l.line);
	free(real);
	arena_free(a);
	return s;
}

/* The process's stylesheets; a sheet is never changed or freed once it is on the shelf. */
static struct shelf *
shelf_get(void)
{
	static struct shelf shelf = {.lock = PTHREAD_MUTEX_INITIALIZER};
	return &shelf;
}

static struct sheet *
sheet_get(const char *name, struct diag *d)
{
	struct shelf *shelf = shelf_get();
	pthread_mutex_lock(&shelf->lock);
	if (shelf->prefs == NULL) {
		shelf->prefs = prefs_new();
		xsltSetGenericErrorFunc(NULL, on_chatter);
	}
	struct sheet *s = shelf->first;
	while (s != NULL && strcmp(s->name, name) != 0)
		s = s->next;
	if (s == NULL && (s = sheet_compile(name, d)) != NULL) {
		s->next = shelf->first;
		shelf->first = s;
	}
	pthread_mutex_unlock(&shelf->lock);
	return s;
}

bool
xslt_load(const char *sheet, struct diag *d)
{
	return sheet_get(sheet, d) != NULL;
}

bool
xslt_params(struct arena *a, const char *name, struct xslt_param **out, size_t *n, struct diag *d)
{
	size_t cap = *n = 0;
	struct sheet *s = sheet_get(name, d);
	for (xsltStylesheet *style = s != NULL ? s->style : NULL; style != NULL; style = xsltNextImport(style))
		for (const xsltStackElem *v = style->variables; v != NULL; v = v->next) {
			const xmlAttr *takes = v->comp != NULL && v->comp->type == XSLT_FUNC_PARAM
			    ? xmlHasNsProp(v->comp->inst, (const xmlChar *)"takes", (const xmlChar *)SETTINGS_NS) : NULL;
			if (takes != NULL && takes->children != NULL)
				*VEC_PUSH(a, *out, *n, cap) =
				    (struct xslt_param){(const char *)v->name, (const char *)takes->children->content};
		}
	return s != NULL;
}

/* ---- running ---- */

static void
free_doc(void *doc)
{
	xmlFreeDoc(doc);
}

static bool
set_params(xsltTransformContext *ctxt, const char *const params[])
{
	for (; params != NULL && params[0] != NULL; params += 2)
		if (params[1] != NULL &&
		    xsltQuoteOneUserParam(ctxt, (const xmlChar *)params[0], (const xmlChar *)params[1]) != 0)
			return false;
	return true;
}

bool
xslt_apply(struct arena *a, const char *name, xmlDoc *in, const char *const params[], xmlDoc **out,
           struct diag *d)
{
	unsigned long steps;
	return xslt_apply_counted(a, name, in, params, out, &steps, d);
}

bool
xslt_apply_counted(struct arena *a, const char *name, xmlDoc *in, const char *const params[], xmlDoc **out,
                   unsigned long *steps, struct diag *d)
{
	*steps = 0;
	*out = NULL;
	struct sheet *s = sheet_get(name, d);
	if (s == NULL)
		return false;
	xsltTransformContext *ctxt = xsltNewTransformContext(s->style, in);
	struct listener l = {.diag = d, .fault = DIAG_XSLT_FAILED, .ctxt = ctxt};
	struct xslt_run run = {s->folder, siblings_new(ctxt), short_forms_new(ctxt)};
	spaces_register(ctxt);
	drawings_register(ctxt);
	ctxt->_private = &run;
	ctxt->maxTemplateDepth = DEEPEST_TEMPLATE;
	ctxt->maxTemplateVars = DEEPEST_VARIABLE;
	ctxt->opLimit = MOST_OPERATIONS;
	ctxt->xpathCtxt->opLimit = MOST_STEPS;
	xsltSetCtxtSecurityPrefs(shelf_get()->prefs, ctxt);
	xsltSetTransformErrorFunc(ctxt, &l, on_message);
	xmlSetStructuredErrorFunc(&l, (xmlStructuredErrorFunc)on_fault);
	xmlSetGenericErrorFunc(NULL, on_chatter);
	xmlDoc *result = set_params(ctxt, params) ? xsltApplyStylesheetUser(s->style, in, NULL, NULL, NULL, ctxt) : NULL;
	flush_line(&l);
	xmlSetStructuredErrorFunc(NULL, NULL);
	xmlSetGenericErrorFunc(NULL, NULL);
	bool ok = result != NULL && ctxt->state == XSLT_STATE_OK && !l.failed;
	if (!ok) {
		if (l.file[0] == '\0')
			snprintf(l.file, sizeof l.file, "%s", name);
		say_fault(&l, ctxt->state == XSLT_STATE_STOPPED ? "the stylesheet or a limit stopped it" : "no result");
	}
	*steps = ctxt->xpathCtxt->opCount;
	xsltFreeTransformContext(ctxt);
	siblings_free(run.siblings);
	short_forms_free(run.short_forms);
	buf_free(&l.line);
	if (ok) {
		arena_defer(a, free_doc, result);
		*out = result;
	} else {
		xmlFreeDoc(result);
	}
	return ok;
}
