/* SPDX-License-Identifier: MIT */
/* Pictures: found in the document's folder only, bounded before decoding, measured, scaled, placed. */
#define _GNU_SOURCE /* mkdtemp, symlink */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include <cairo.h>
#include <unistd.h>

#include "base/file.h"
#include "layout/image.h"
#include "set_fo.h"

/* A folder of pictures, and what a test writes there. */
static char folder[] = "/tmp/rapporteur-image-XXXXXX";

static const char *
in_folder(const char *name)
{
	static char path[200];
	snprintf(path, sizeof path, "%s/%s", folder, name);
	return path;
}

static void
put(const char *name, const void *bytes, size_t n)
{
	FILE *f = fopen(in_folder(name), "wb");
	assert_non_null(f);
	assert_int_equal(fwrite(bytes, 1, n, f), n);
	assert_int_equal(fclose(f), 0);
}

static void
put_text(const char *name, const char *text)
{
	put(name, text, strlen(text));
}

static int
make_folder(void **state)
{
	(void)state;
	if (mkdtemp(folder) == NULL)
		return -1;
	cairo_surface_t *s = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 200, 100);
	int failed = cairo_surface_write_to_png(s, in_folder("wide.png"));
	cairo_surface_destroy(s);
	put_text("round.svg", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 80 40'><circle r='20'/></svg>");
	return failed;
}

static int
remove_folder(void **state)
{
	(void)state;
	char command[100];
	snprintf(command, sizeof command, "rm -r '%s'", folder);
	return system(command);
}

static const struct image *
load(struct bench *b, const char *name, const char **why)
{
	const char *document = arena_strdup(b->a, in_folder("document.fo"));
	return image_load(b->a, document, NULL, name, (struct pos){0}, why);
}

static void
size_comes_from_the_file(void **state)
{
	const char *why;
	const struct image *png = load(*state, "wide.png", &why), *svg = load(*state, "url( 'round.svg' )", &why);
	assert_non_null(png);
	assert_int_equal(png->type, IMAGE_PNG);
	assert_near(png->w, 150);
	assert_near(png->h, 75);
	assert_non_null(svg);
	assert_string_equal(image_media_type(svg), "image/svg+xml");
	assert_near(svg->w, 60);
	/* JFIF with 300 dots per inch, then a frame of 600 by 300 in three colours */
	static const unsigned char jpeg[] = {0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 1, 1, 44, 1, 44, 0, 0,
	    0xFF, 0xC0, 0, 17, 8, 1, 44, 2, 88, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1, 0xFF, 0xD9};
	put("dense.jpg", jpeg, sizeof jpeg);
	const struct image *jpg = load(*state, "dense.jpg", &why);
	assert_non_null(jpg);
	assert_near(jpg->w, 144);
	assert_near(jpg->h, 72);
}

static void
nothing_is_read_outside_the_folder(void **state)
{
	const char *why;
	char above[100];
	snprintf(above, sizeof above, "../%s/wide.png", strrchr(folder, '/') + 1);
	assert_non_null(load(*state, above, &why)); /* the way there does not matter */
	assert_int_equal(symlink("/etc/passwd", in_folder("away.png")), 0);
	static const char *const names[] = {"/etc/passwd", "../../etc/passwd", "away.png", "file:///etc/passwd",
	    "http://example.org/a.png", "missing.png", ".", ""};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		why = NULL;
		assert_null(load(*state, names[i], &why));
		assert_non_null(why);
	}
	struct bench *b = *state;
	assert_null(file_beside(b->a, "-", "wide.png")); /* standard input lies in no folder */
}

static void
broken_and_hostile_pictures_are_refused(void **state)
{
	const char *why;
	unsigned char huge[] = "\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\1\0\0\0\1\0\0\10\2\0\0\0____\0\0\0\0IEND____";
	put("huge.png", huge, sizeof huge - 1); /* 65536 by 65536 in 57 bytes */
	put("cut.png", huge, 40);
	put_text("text.png", "not a picture");
	put_text("empty.svg", "<svg xmlns='http://www.w3.org/2000/svg'><unclosed>");
	static const unsigned char cmyk[] = {0xFF, 0xD8, 0xFF, 0xC0, 0, 20, 8, 0, 9, 0, 9, 4, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11,
	    0, 4, 0x11, 0, 0xFF, 0xD9};
	put("cmyk.jpg", cmyk, sizeof cmyk);
	put("cut.jpg", cmyk, 20);
	static const struct { const char *name, *why; } cases[] = {{"huge.png", "too many pixels"}, {"cut.png", "cut off"},
	    {"text.png", "neither"}, {"empty.svg", "no SVG"}, {"cmyk.jpg", "CMYK"}, {"cut.jpg", "cut off"}};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		why = NULL;
		assert_null(load(*state, cases[i].name, &why));
		assert_non_null(strstr(why, cases[i].why));
	}
}

static void
addresses_may_hold_pictures(void **state)
{
	const char *why;
	const struct image *im = load(*state, "url('data:image/svg+xml;base64,"
	    "PHN2ZyB4bWxucz0naHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmcnIHdpZHRoPSc5NicgaGVpZ2h0PSc5NicvPg==')", &why);
	assert_non_null(im);
	assert_near(im->w, 72);
	assert_string_equal(im->path, "data:");
	assert_null(load(*state, "data:image/png;base64,iVBORw0KGgo=", &why));
	assert_non_null(strstr(why, "cut off"));
	assert_null(load(*state, "data:image/png;base64,", &why));
	assert_null(load(*state, "data:,plain", &why));
	assert_string_equal(image_shown("data:image/png;base64,AAAA"), "data:");
	assert_string_equal(image_shown("kite.svg"), "kite.svg");
}

/* Only for letters do fonts have to be made known, which takes long. */
static void
svg_may_have_text(void **state)
{
	static const struct { const char *svg; bool may; } cases[] = {{"<svg><path d='M0 0h9v9z'/></svg>", false},
	    {"<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'svg11.dtd'><svg/>", false}, {"<svg><text>a</text></svg>", true},
	    {"<!DOCTYPE svg [<!ENTITY t '&#60;te&#120;t/>'>]><svg>&t;</svg>", true}};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_int_equal(image_may_have_text(&(struct image){.bytes = span_of(cases[i].svg), .type = IMAGE_SVG}),
		                 cases[i].may);
	assert_false(image_may_have_text(&(struct image){.bytes = span_of("text"), .type = IMAGE_PNG}));
}

/* The only picture of a document with these properties. */
static const struct item *
picture(struct bench *b, const char *properties)
{
	char *fo = arena_printf(b->a, HEAD FLOW "<fo:block><fo:external-graphic src='wide.png' role='Figure' "
	    "%s/></fo:block>" TAIL, properties);
	struct pages *p = set_named(b, fo, in_folder("document.fo"));
	for (size_t k = 0; k < p->page[0].nitem; k++)
		if (p->page[0].item[k].kind == ITEM_IMAGE)
			return &p->page[0].item[k];
	fail_msg("no picture with %s", properties);
	return NULL;
}

static void
scale_follows_the_properties(void **state)
{
	static const struct { const char *properties; double w, h; } cases[] = {
	    {"", 150, 75},
	    {"content-width='60pt'", 60, 30},
	    {"content-height='30pt'", 60, 30},
	    {"content-width='50%'", 75, 37.5},
	    {"content-width='60pt' content-height='60pt'", 60, 60},
	    {"content-width='60pt' scaling='non-uniform'", 60, 75},
	    {"width='80%' content-width='scale-to-fit'", 176, 88},
	    {"width='100%' content-width='scale-to-fit'", 216, 108} /* as high as the page has room */,
	    {"width='200pt' content-width='scale-down-to-fit'", 150, 75},
	    {"width='100pt' content-width='scale-up-to-fit'", 150, 75},
	    {"width='200pt' height='50pt' content-width='scale-to-fit' content-height='scale-to-fit'", 100, 50},
	    {"height='50pt' content-height='scale-to-fit'", 100, 50},
	    {"content-width='300%'", 212, 106}, /* its own size stays within the page: 120 - 2 - 12 pt high */
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const struct item *it = picture(*state, cases[i].properties);
		if (i + 1 < sizeof cases / sizeof *cases) {
			assert_near(it->w, cases[i].w);
			assert_near(it->h, cases[i].h);
		} else
			assert_true(it->h <= 120 && it->w > 200 && it->w / it->h > 1.99 && it->w / it->h < 2.01);
	}
	const struct item *it = picture(*state, "width='200pt' text-align='center' content-width='60pt' padding='2pt' "
	    "border='1pt solid black'");
	assert_near(it->x, 40 + 3 + 70);
}

static void
structure_and_messages(void **state)
{
	struct bench *b = *state;
	const struct item *it = picture(b, "fox:alt-text='A wide sea' "
	    "xmlns:fox='http://xmlgraphics.apache.org/fop/extensions'");
	assert_string_equal(it->selem->role, "Figure");
	assert_string_equal(it->selem->alt, "A wide sea");
	assert_int_equal(diag_count(b->d), 0);
	struct pages *p = set_named(b, HEAD FLOW "<fo:block>One</fo:block>\n<fo:block>Two <fo:external-graphic "
	    "src='gone.png'/></fo:block>" TAIL,
	    in_folder("document.fo"));
	assert_int_equal(diag_count(b->d), 1);
	assert_int_equal(diag_at(b->d, 0)->code, DIAG_LAYOUT_IMAGE);
	assert_int_equal(diag_at(b->d, 0)->pos.line, 2);
	for (size_t i = 0; i < p->nselem; i++)
		assert_string_not_equal(p->selem[i]->role, "Figure"); /* no empty element in the structure */
	picture(b, "");
	assert_int_equal(diag_at(b->d, 1)->code, DIAG_LAYOUT_NO_ALT);
}

#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
int
main(void)
{
	const struct CMUnitTest tests[] = {
	    T(size_comes_from_the_file), T(nothing_is_read_outside_the_folder),
	    T(addresses_may_hold_pictures), T(svg_may_have_text),
	    T(broken_and_hostile_pictures_are_refused),
	    T(scale_follows_the_properties), T(structure_and_messages),
	};
	return cmocka_run_group_tests_name("image", tests, make_folder, remove_folder);
}
