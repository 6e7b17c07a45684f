/* SPDX-License-Identifier: MIT */
/*
 * drawings.h - a stylesheet gets pictures as addresses that hold them: data:image/png;base64,... (RFC 2397).
 * Needs: base, Cairo, GLib, libxml2, libxslt, libqrencode.  Owns: nothing.
 *
 * So that what comes out of a stylesheet needs no other file.  Functions of the namespace DRAWINGS_NS:
 *     qr(text)       the text as a QR code without its quiet zone (ISO/IEC 18004, level M)
 *     picture(name)  a file (svg, png, jpg) in the folder styles/ beside the stylesheet or below it
 * Both are the empty string when there is nothing to show: no such file, a text too long for a code.
 */
#ifndef XSLT_DRAWINGS_H
#define XSLT_DRAWINGS_H

#include <libxslt/xsltInternals.h>

#define DRAWINGS_NS "urn:rapporteur:drawings:1"

/* Give a run the functions. */
void drawings_register(xsltTransformContext *);

#endif
