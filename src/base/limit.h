/* SPDX-License-Identifier: MIT */
/*
 * limit.h - the end of the process when a limit of the system is reached: one message, one status.
 * Needs: diag.h.  Owns: the prepared messages, which live as long as the process.
 *
 * Memory and time run out anywhere, in libraries and in signal handlers, so this is the one message
 * that is not collected but written at once.
 */
#ifndef BASE_LIMIT_H
#define BASE_LIMIT_H

#include "base/diag.h"

/* The exit status for every limit (CLI_LIMIT of cli.h). */
#define LIMIT_STATUS 6

/* What will be said from now on: file is the input at work (NULL = none), json the form. */
void limit_prepare(const char *file, bool json);

/*
 * Say that time (DIAG_OUT_OF_TIME) or memory (DIAG_OUT_OF_MEMORY) is used up and end the process
 * with LIMIT_STATUS.  Allocates nothing and may be called in a signal handler.
 */
_Noreturn void limit_hit(enum diag_code);

#endif
