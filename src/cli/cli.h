/* SPDX-License-Identifier: MIT */
/*
 * cli.h - the command line: commands, options and exit status.
 * Needs: every room.  Owns: nothing between calls.
 */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#define RAPPORTEUR_VERSION "0.1.0"

/* Exit status; the highest number that applies to any draft is the program's. */
enum cli_exit {
	CLI_OK = 0,         /* all well */
	CLI_DIAGNOSED = 1,  /* done, but a diagnostic at or above the -W level */
	CLI_USAGE = 2,      /* the command line cannot be understood */
	CLI_INPUT = 3,      /* an input is unusable; nothing was written for it */
	CLI_OUTPUT = 4,     /* an output could not be written */
	CLI_ACCOUNT = 5,    /* the text account did not balance; nothing was written */
	CLI_LIMIT = 6       /* a limit of size, depth, memory or time was hit */
};

/* The whole program; returns the exit status. */
int cli_main(int argc, char **argv);

#endif
