/* SPDX-License-Identifier: MIT */
/* test_recognise_starts.c - where blocks begin: by margins, room left, recurring and known words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "recognise/account.h"
#include "unit/outline.h"

#define WORK "Contribution of the keepers to the work of the harbours of the north\n"

/* A heading that reaches as far as text does ends where its words end in every other place. */
static void
headings_that_recur(void **state)
{
	(void)state;
	expect("A/98/12\n\nI. Towns\n\n"
	       "1. The keepers of the old harbours wrote to the councils of three towns in the spring and\n"
	       "asked them about ropes, ladders, paint and bells, and what they would do for the keepers in\n"
	       "the coming year, since nobody had told them and the winter had been long. The answers that\n"
	       "came are given below.\n"
	       "Amber\n" WORK "Ropes were mended and ladders painted in all the towers that the town has on its coast and\n"
	       "on the islands before it.\n"
	       "Birch\n" WORK "Ladders were bought.\n"
	       "Cove\n" WORK "Nothing was done in the towers of the town, as the council had no money left for it, as the\n"
	       "keepers heard.\n",
	       SOURCE_PAGE_SINGLE, "en",
	       "field 0: A/98/12\nheading 1: I. Towns\n"
	       "para 0: 1. The keepers of the old harbours wrote to the councils of three towns in the spring and | asked them "
	       "about ropes, ladders, paint and bells, and what they would do for the keepers in | the coming year, since "
	       "nobody had told them and the winter had been long. The answers that | came are given below.\n"
	       "plain-heading 2: Amber\nplain-heading 2: " WORK
	       "p 0: Ropes were mended and ladders painted in all the towers that the town has on its coast and | on the "
	       "islands before it.\n"
	       "plain-heading 2: Birch\nplain-heading 2: " WORK "p 0: Ladders were bought.\n"
	       "plain-heading 2: Cove\nplain-heading 2: " WORK
	       "p 0: Nothing was done in the towers of the town, as the council had no money left for it, as the | keepers "
	       "heard.\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(headings_that_recur),
	};

	return cmocka_run_group_tests_name("where blocks begin", tests, NULL, NULL);
}
