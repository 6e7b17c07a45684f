/* SPDX-License-Identifier: MIT */
/*
 * limits.h - the last fence against hostile input: processor time and address space.
 * Every stage bounds its own work; what slips through ends here with CLI_LIMIT.
 */
#ifndef CLI_LIMITS_H
#define CLI_LIMITS_H

/* Limits for the whole process: seconds of processor time, MiB of address space; 0 = none. */
void limits_set(unsigned seconds, unsigned megabytes);

#endif
