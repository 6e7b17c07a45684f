#!/bin/sh
# SPDX-License-Identifier: MIT
# A report's pictures reach the PDF and the EPUB; one that is missing is named and nothing is invented.
. "$(dirname "$0")/lib.sh.inc"
mkdir "$work/out" "$work/none"
cp tests/golden/report/full.xml "$work/report.xml"
# a grey pixel
printf '\211PNG\r\n\032\n\0\0\0\rIHDR\0\0\0\001\0\0\0\001\010\0\0\0\0:~\233U\0\0\0\nIDATx\234ch\0\0\0\202\0\201w\315r\266\0\0\0\0IEND\256B`\202' >"$work/coast.png"
"$RAPPORTEUR" transform "$work/report.xml" -o "$work/out" -W fatal 2>"$work/stderr" || bad transform "$(cat "$work/stderr")"
if grep -q coast "$work/stderr"; then bad picture_is_taken "$(cat "$work/stderr")"; else ok picture_is_taken; fi
if "$RAPPORTEUR" transform "$work/report.xml" -o - --to pdf --dump=pages 2>"$work/stderr" | grep -q '^  image .*Figure'; then
	ok picture_on_the_page
else
	bad picture_on_the_page 'no image item'
fi
if grep -qa 'image-1.png' "$work/out/report.epub"; then
	ok picture_in_the_epub
else
	bad picture_in_the_epub 'no image file'
fi
rm "$work/coast.png"
expect missing_picture 1 'error: picture cannot be used.*coast\.png.*LAYOUT-IMAGE' \
	"$RAPPORTEUR" transform "$work/report.xml" -o "$work/none" --to pdf
expect missing_picture_epub 1 'error: picture is not available: coast\.png.*EPUB-PICTURE' \
	"$RAPPORTEUR" transform "$work/report.xml" -o "$work/none" --to epub
exit $status
