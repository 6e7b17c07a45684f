/* SPDX-License-Identifier: MIT */
/*
 * qpdf.h - the functions of libqpdf used here, under their own names; it is loaded with the first PDF read.
 * Needs: base/library.h, the header of libqpdf.  Owns: nothing.
 */
#ifndef PDF_QPDF_H
#define PDF_QPDF_H

#include <qpdf/qpdf-c.h>

#include "base/library.h"

#define QPDF_FUNCTIONS(F) \
	F(qpdf_cleanup) F(qpdf_get_error) F(qpdf_get_error_code) F(qpdf_get_error_full_text) F(qpdf_get_num_pages) \
	F(qpdf_get_page_n) \
	F(qpdf_get_root) F(qpdf_get_trailer) F(qpdf_has_error) F(qpdf_init) F(qpdf_oh_begin_dict_key_iter) \
	F(qpdf_oh_dict_more_keys) F(qpdf_oh_dict_next_key) F(qpdf_oh_get_array_item) F(qpdf_oh_get_array_n_items) \
	F(qpdf_oh_get_bool_value) F(qpdf_oh_get_dict) F(qpdf_oh_get_int_value) F(qpdf_oh_get_key) F(qpdf_oh_get_name) \
	F(qpdf_oh_get_numeric_value) F(qpdf_oh_get_object_id) F(qpdf_oh_get_page_content_data) F(qpdf_oh_get_stream_data) \
	F(qpdf_oh_get_utf8_value) F(qpdf_oh_has_key) F(qpdf_oh_is_array) F(qpdf_oh_is_bool) F(qpdf_oh_is_dictionary) \
	F(qpdf_oh_is_integer) F(qpdf_oh_is_name) F(qpdf_oh_is_name_and_equals) F(qpdf_oh_is_null) F(qpdf_oh_is_number) \
	F(qpdf_oh_is_stream) F(qpdf_oh_is_string) F(qpdf_oh_new_null) F(qpdf_oh_release) F(qpdf_read_memory) \
	F(qpdf_set_suppress_warnings) F(qpdf_silence_errors)

struct qpdf_api {
	QPDF_FUNCTIONS(LIBRARY_FIELD)
};

const struct qpdf_api *qpdf_api(void);

#define qpdf_cleanup qpdf_api()->qpdf_cleanup
#define qpdf_get_error qpdf_api()->qpdf_get_error
#define qpdf_get_error_code qpdf_api()->qpdf_get_error_code
#define qpdf_get_error_full_text qpdf_api()->qpdf_get_error_full_text
#define qpdf_get_num_pages qpdf_api()->qpdf_get_num_pages
#define qpdf_get_page_n qpdf_api()->qpdf_get_page_n
#define qpdf_get_root qpdf_api()->qpdf_get_root
#define qpdf_get_trailer qpdf_api()->qpdf_get_trailer
#define qpdf_has_error qpdf_api()->qpdf_has_error
#define qpdf_init qpdf_api()->qpdf_init
#define qpdf_oh_begin_dict_key_iter qpdf_api()->qpdf_oh_begin_dict_key_iter
#define qpdf_oh_dict_more_keys qpdf_api()->qpdf_oh_dict_more_keys
#define qpdf_oh_dict_next_key qpdf_api()->qpdf_oh_dict_next_key
#define qpdf_oh_get_array_item qpdf_api()->qpdf_oh_get_array_item
#define qpdf_oh_get_array_n_items qpdf_api()->qpdf_oh_get_array_n_items
#define qpdf_oh_get_bool_value qpdf_api()->qpdf_oh_get_bool_value
#define qpdf_oh_get_dict qpdf_api()->qpdf_oh_get_dict
#define qpdf_oh_get_int_value qpdf_api()->qpdf_oh_get_int_value
#define qpdf_oh_get_key qpdf_api()->qpdf_oh_get_key
#define qpdf_oh_get_name qpdf_api()->qpdf_oh_get_name
#define qpdf_oh_get_numeric_value qpdf_api()->qpdf_oh_get_numeric_value
#define qpdf_oh_get_object_id qpdf_api()->qpdf_oh_get_object_id
#define qpdf_oh_get_page_content_data qpdf_api()->qpdf_oh_get_page_content_data
#define qpdf_oh_get_stream_data qpdf_api()->qpdf_oh_get_stream_data
#define qpdf_oh_get_utf8_value qpdf_api()->qpdf_oh_get_utf8_value
#define qpdf_oh_has_key qpdf_api()->qpdf_oh_has_key
#define qpdf_oh_is_array qpdf_api()->qpdf_oh_is_array
#define qpdf_oh_is_bool qpdf_api()->qpdf_oh_is_bool
#define qpdf_oh_is_dictionary qpdf_api()->qpdf_oh_is_dictionary
#define qpdf_oh_is_integer qpdf_api()->qpdf_oh_is_integer
#define qpdf_oh_is_name qpdf_api()->qpdf_oh_is_name
#define qpdf_oh_is_name_and_equals qpdf_api()->qpdf_oh_is_name_and_equals
#define qpdf_oh_is_null qpdf_api()->qpdf_oh_is_null
#define qpdf_oh_is_number qpdf_api()->qpdf_oh_is_number
#define qpdf_oh_is_stream qpdf_api()->qpdf_oh_is_stream
#define qpdf_oh_is_string qpdf_api()->qpdf_oh_is_string
#define qpdf_oh_new_null qpdf_api()->qpdf_oh_new_null
#define qpdf_oh_release qpdf_api()->qpdf_oh_release
#define qpdf_read_memory qpdf_api()->qpdf_read_memory
#define qpdf_set_suppress_warnings qpdf_api()->qpdf_set_suppress_warnings
#define qpdf_silence_errors qpdf_api()->qpdf_silence_errors

#endif
