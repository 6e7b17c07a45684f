/* SPDX-License-Identifier: MIT */
/*
 * pdf_poppler.h - the functions of poppler-glib that are used, loaded when the first PDF comes.
 * Needs: base, forms.h, poppler-glib's headers.  Owns: nothing.  Private to the PDF reader.
 */
#ifndef SOURCE_PDF_POPPLER_H
#define SOURCE_PDF_POPPLER_H

#include <poppler.h>

#include "base/library.h"
#include "source/pdf.h"

/* By the names they have in the library. */
#define POPPLER_FUNCTIONS(F) \
	F(g_object_unref) F(poppler_document_new_from_bytes) F(poppler_document_get_n_pages) F(poppler_document_get_page) \
	F(poppler_page_get_size) F(poppler_page_get_text_for_area) F(poppler_page_get_text_layout_for_area) \
	F(poppler_page_get_text_attributes_for_area) F(poppler_page_free_text_attributes) \
	F(poppler_page_get_link_mapping) F(poppler_page_free_link_mapping) \
	F(poppler_page_get_image_mapping) F(poppler_page_free_image_mapping) F(poppler_page_render)

struct pdf_api {
	POPPLER_FUNCTIONS(LIBRARY_FIELD)
};

/* pdf_lost.c: report the pictures and drawings of a page, none of which are taken; width and height in pt. */
void pdf_lose(const struct pdf_api *, PopplerPage *, struct builder *, double width, double height);

#endif
