/* SPDX-License-Identifier: MIT */
/* run.h - what the private pointer of a transformation's context leads to. */
#ifndef XSLT_RUN_H
#define XSLT_RUN_H

struct xslt_run {
	const char *folder; /* documents below it may be read */
	struct siblings *siblings;
	struct short_forms *short_forms;
};

#endif
