/* SPDX-License-Identifier: MIT */
#include "cli/cli.h"

#include <stdio.h>
#include <string.h>

int
cli_main(int argc, char **argv)
{
	if (argc == 2 && strcmp(argv[1], "--version") == 0) {
		puts("rapporteur " RAPPORTEUR_VERSION);
		return CLI_OK;
	}
	fputs("usage: rapporteur COMMAND [OPTION...] FILE...\n", stderr);
	return CLI_USAGE;
}
