/* SPDX-License-Identifier: MIT */
/* main.c - the program's entry; the commands are in cli/. */
#include "cli/cli.h"

int
main(int argc, char **argv)
{
	return cli_main(argc, argv);
}
