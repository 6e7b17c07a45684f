/* SPDX-License-Identifier: MIT */
/*
 * commands.h - the commands; each handles one operand and is called once per operand.
 * Needs: job.h.  Owns: nothing.
 */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "cli/job.h"

enum cli_exit convert_run(struct job *);
enum cli_exit transform_run(struct job *);
enum cli_exit typeset_run(struct job *);
enum cli_exit check_run(struct job *);
enum cli_exit extract_run(struct job *);
enum cli_exit why_run(struct job *);

#endif
