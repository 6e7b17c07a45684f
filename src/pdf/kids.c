/* SPDX-License-Identifier: MIT */
#include "pdf/kids.h"

static int
page_of(qpdf_data q, qpdf_oh dict, int otherwise)
{
	qpdf_oh page = qpdf_oh_get_key(q, dict, "/Pg");
	return qpdf_oh_is_dictionary(q, page) ? qpdf_oh_get_object_id(q, page) : otherwise;
}

int
kids_count(qpdf_data q, const struct kid *elem)
{
	qpdf_oh k = qpdf_oh_get_key(q, elem->elem, "/K");
	return qpdf_oh_is_array(q, k) ? qpdf_oh_get_array_n_items(q, k) : !qpdf_oh_is_null(q, k);
}

bool
kids_at(qpdf_data q, const struct kid *elem, int i, struct kid *out)
{
	qpdf_oh k = qpdf_oh_get_key(q, elem->elem, "/K");
	if (qpdf_oh_is_array(q, k))
		k = qpdf_oh_get_array_item(q, k, i);
	*out = (struct kid){k, -1, page_of(q, elem->elem, elem->page)};
	if (qpdf_oh_is_integer(q, k)) {
		out->mcid = (long)qpdf_oh_get_int_value(q, k);
		return out->mcid >= 0;
	}
	if (!qpdf_oh_is_dictionary(q, k))
		return false;
	qpdf_oh type = qpdf_oh_get_key(q, k, "/Type");
	if (qpdf_oh_is_name_and_equals(q, type, "/OBJR"))
		return false;
	out->page = page_of(q, k, out->page);
	if (!qpdf_oh_is_name_and_equals(q, type, "/MCR"))
		return true;
	qpdf_oh id = qpdf_oh_get_key(q, k, "/MCID");
	out->mcid = qpdf_oh_is_integer(q, id) ? (long)qpdf_oh_get_int_value(q, id) : -1;
	return out->mcid >= 0;
}
