/* SPDX-License-Identifier: MIT */
/* help.h - the text of --help; the man page and the README say the same at length. */
#ifndef CLI_HELP_H
#define CLI_HELP_H

extern const char help_text[];

#endif
