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
# Drawn three times, from two files of the same bytes, and in the file once.
cp "$work/coast.png" "$work/again.png"
cat >"$work/thrice.fo" <<'X'
<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:fox="http://xmlgraphics.apache.org/fop/extensions" xml:lang="en">
<fo:layout-master-set><fo:simple-page-master master-name="p" page-width="200pt" page-height="200pt">
<fo:region-body/></fo:simple-page-master></fo:layout-master-set>
<fo:page-sequence master-reference="p"><fo:flow flow-name="xsl-region-body">
<fo:block>A coast <fo:external-graphic src="url(coast.png)" fox:alt-text="A coast"/>, the same larger
<fo:external-graphic src="url(coast.png)" content-width="30pt" fox:alt-text="A coast"/></fo:block>
<fo:block break-before="page">and again <fo:external-graphic src="url(again.png)" fox:alt-text="A coast"/></fo:block>
</fo:flow></fo:page-sequence></fo:root>
X
"$RAPPORTEUR" typeset "$work/thrice.fo" -o "$work/thrice.pdf" || bad typeset_pictures "exit status $?"
n=$(grep -ac '/Subtype */Image' "$work/thrice.pdf")
if [ "$n" -eq 1 ]; then ok picture_is_embedded_once; else bad picture_is_embedded_once "$n times"; fi
if "$RAPPORTEUR" check "$work/thrice.pdf" 2>"$work/stderr"; then ok pictures_in_lines_are_in_order; else bad pictures_in_lines_are_in_order "$(cat "$work/stderr")"; fi
# One picture in many places is read and kept once.
{ cat "$work/coast.png"; head -c 4000000 /dev/zero; } >"$work/large.png"
{
	printf '<report xmlns="urn:rapporteur:report:1"><body>'
	for n in $(seq 200); do printf '<figure src="large.png" alt="%s"/>' $n; done
	printf '</body></report>'
} >"$work/many.xml"
case $BUILD in
*/asan) skip picture_is_kept_once 'the sanitizer itself takes more address space than any limit' ;;
*)
	if "$RAPPORTEUR" transform "$work/many.xml" -o "$work/out" --to epub -W fatal --max-memory 400 2>"$work/stderr" &&
		[ "$(grep -ao 'EPUB/image-[0-9]*' "$work/out/many.epub" | sort -u | wc -l)" -eq 1 ]; then
		ok picture_is_kept_once
	else
		bad picture_is_kept_once "$(head -c 300 "$work/stderr")"
	fi
	;;
esac
rm "$work/coast.png"
expect missing_picture 1 'error: picture cannot be used.*coast\.png.*LAYOUT-IMAGE' \
	"$RAPPORTEUR" transform "$work/report.xml" -o "$work/none" --to pdf
expect missing_picture_epub 1 'error: picture is not available: coast\.png.*EPUB-PICTURE' \
	"$RAPPORTEUR" transform "$work/report.xml" -o "$work/none" --to epub
exit $status
