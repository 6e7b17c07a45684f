/* SPDX-License-Identifier: MIT */
/*
 * library.h - shared libraries that are loaded when they are first needed, because most runs never do
 * and linking them would cost every run milliseconds at its start.
 * Needs: the C library.  Owns: what is loaded stays for the life of the process.
 *
 * A library's functions are listed once, LIST(F) F(one) F(two) ..., after its own header, which gives
 * the types: a table is a struct { LIST(LIBRARY_FIELD) }, its names an array { LIST(LIBRARY_NAME) }.
 */
#ifndef BASE_LIBRARY_H
#define BASE_LIBRARY_H

#include <stdbool.h>
#include <stddef.h>

#define LIBRARY_FIELD(function) __typeof__(function) *function;
#define LIBRARY_NAME(function) #function,

/*
 * Fill the table with the n functions of these names from the library, which is looked for as `soname`,
 * then without its version.  False when there is none or it lacks one of them.
 */
bool library_load(const char *soname, const char *const *function, size_t n, void *table);
/* The same for what the program cannot do without; ends the process with a message as the dynamic linker would. */
void library_need(const char *soname, const char *const *function, size_t n, void *table);

#endif
