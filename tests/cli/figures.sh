#!/bin/sh
# SPDX-License-Identifier: MIT
# The pictures of drafts and reports reach the PDF and the EPUB; one that cannot be had is named with its
# place, and nothing is invented.
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
if cmp -s "$work/coast.png" "$work/out/coast.png"; then ok picture_goes_along; else bad picture_goes_along "$(ls "$work/out")"; fi
mkdir "$work/out/below"
sed 's|src="coast.png"|src="below/../../out/coast.png"|' "$work/report.xml" >"$work/away.xml"
mkdir "$work/below" "$work/far" && mkdir "$work/far/below"
"$RAPPORTEUR" transform "$work/away.xml" -o "$work/far/below" --to xml 2>"$work/stderr"
if [ "$(find "$work/far" -name 'coast*')" = '' ]; then ok picture_stays_below; else bad picture_stays_below "$(find "$work/far")"; fi
sed "s|src=\"coast.png\"|src=\"data:image/png;base64,$(base64 -w 0 "$work/coast.png")\"|" "$work/report.xml" >"$work/held.xml"
"$RAPPORTEUR" transform "$work/held.xml" -o "$work/held" --to akn 2>"$work/stderr"
if [ "$(ls "$work/held")" = held.akn.xml ]; then ok held_picture_is_no_file; else bad held_picture_is_no_file "$(ls "$work/held")"; fi
before=$(ls -i "$work/coast.png")
"$RAPPORTEUR" transform "$work/report.xml" -o "$work/" --to akn 2>"$work/stderr"
if [ "$before" = "$(ls -i "$work/coast.png")" ]; then ok picture_is_left_alone; else bad picture_is_left_alone 'written over'; fi
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
# A picture of many pixels in few bytes: with less memory than it takes the limit is named, not a fault.
python3 - "$work/wide.png" <<'X'
import struct, sys, zlib
def chunk(t, d): return struct.pack('>I', len(d)) + t + d + struct.pack('>I', zlib.crc32(t + d))
side = 4000
rows = (b'\0' + b'\100' * (3 * side)) * side
open(sys.argv[1], 'wb').write(b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', side, side, 8, 2, 0, 0, 0))
    + chunk(b'IDAT', zlib.compress(rows)) + chunk(b'IEND', b''))
X
sed 's/coast\.png/wide.png/; s/again\.png/wide.png/; s/<fo:external-graphic/& content-width="90pt"/; s/content-width="30pt"//' "$work/thrice.fo" >"$work/wide.fo"
case $BUILD in
*/asan) skip memory_for_pixels 'the sanitizer itself takes more address space than any limit' ;;
*)
	seen=''
	for megabytes in 60 80 100 110 120 125 130 135 140 150 160 400; do
		"$RAPPORTEUR" typeset "$work/wide.fo" -o "$work/wide.pdf" --max-memory $megabytes 2>"$work/stderr"
		got=$?
		[ $got -ne 6 ] || grep -q 'LIMIT-MEMORY' "$work/stderr" || got="6 without a word"
		seen="$seen $got"
	done
	case $seen in
	*[!06\ ]* | *0*6* | *6) bad memory_for_pixels "statuses$seen" ;;
	*) ok memory_for_pixels ;;
	esac
	;;
esac
expect missing_picture 1 'error: picture cannot be used.*coast\.png.*LAYOUT-IMAGE' \
	"$RAPPORTEUR" transform "$work/report.xml" -o "$work/none" --to pdf
expect missing_picture_epub 1 'error: picture is not available: coast\.png.*EPUB-PICTURE' \
	"$RAPPORTEUR" transform "$work/report.xml" -o "$work/none" --to epub

# ---- of the look ----
export RAPPORTEUR_DATA="$work/data"
mkdir "$RAPPORTEUR_DATA"
cp -r schemas stylesheets fonts "$RAPPORTEUR_DATA"
un=$RAPPORTEUR_DATA/stylesheets/styles/un.xml
sed -i 's|<emblem src="" alt=""/>|<emblem src="lamp.svg" alt="A lamp"/>|' "$un"
expect emblem_missing 0 'warning: .*no picture "lamp.svg" for its emblem' "$RAPPORTEUR" convert samples/clock-towers.en.txt --to pdf -o "$work/look"
printf '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><circle cx="20" cy="20" r="20"/></svg>' >"${un%/*}/lamp.svg"
"$RAPPORTEUR" convert samples/clock-towers.en.txt --set job-number='99-01733 (E)' -o "$work/look" -W warning 2>"$work/stderr" || bad emblem "$(cat "$work/stderr")"
pages=$("$RAPPORTEUR" convert samples/clock-towers.en.txt --dump=pages)
case $pages in
*'  image 64.66 71.30 56.10 47.00 '*Figure*) bad emblem_place 'its shape is not kept' ;;
*'  image 69.21 71.30 47.00 47.00 '*Figure*) ok emblem_place ;;
*) bad emblem_place "$(printf '%s' "$pages" | grep image)" ;;
esac
if qpdf --qdf --object-streams=disable "$work/look/clock-towers.en.pdf" - | grep -qa '/Alt (A lamp)'; then ok emblem_has_words; else bad emblem_has_words 'no /Alt'; fi
expect_none() { case $2 in *"$3"*) bad "$1" "there is $3" ;; *) ok "$1" ;; esac; }
"$RAPPORTEUR" convert samples/clock-towers.en.txt --dump=fo >"$work/alone.fo"
unset RAPPORTEUR_DATA
if [ "$("$RAPPORTEUR" typeset "$work/alone.fo" --dump=pages)" = "$pages" ]; then ok fo_of_a_look_needs_no_file; else bad fo_of_a_look_needs_no_file 'other pages'; fi
sed -i 's|qr-code="true"|qr-code="false"|' "$un"
expect_none qr_code_off "$(RAPPORTEUR_DATA=$work/data "$RAPPORTEUR" convert samples/clock-towers.en.txt --dump=fo)" 'https://docs.un.org/en/A/99/530'
expect_none no_number_no_barcode "$("$RAPPORTEUR" convert samples/clock-towers.en.txt --set job-number=none --dump=fo)" 'writing-mode="lr-tb"'

# ---- from drafts ----
sample=samples/vergers.fr
"$RAPPORTEUR" convert "$sample.docx" -o "$work/word" -W fatal 2>"$work/stderr" || bad word_converts "$(cat "$work/stderr")"
if [ -s "$work/word/vergers.fr.media/terrasses.png" ] && grep -q 'figure src="vergers.fr.media/terrasses.png"' "$work/word/vergers.fr.xml"; then
	ok word_picture_beside_the_report
else
	bad word_picture_beside_the_report "$(ls -R "$work/word")"
fi
if qpdf --qdf --object-streams=disable "$work/word/vergers.fr.pdf" - | grep -qa '/Alt.*escalier'; then
	ok word_picture_has_words
else
	bad word_picture_has_words 'no /Alt'
fi
if grep -qa 'image-1.png' "$work/word/vergers.fr.epub"; then ok word_picture_in_the_epub; else bad word_picture_in_the_epub 'no image file'; fi
if grep -q '<img src="vergers.fr.media/terrasses.png"' "$work/word/vergers.fr.akn.xml"; then ok word_picture_in_akn; else bad word_picture_in_akn 'no img'; fi

# draft NAME TEXT: a draft with one paragraph and then the text, in a folder of its own
mkdir "$work/in"
printf '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>' >"$work/out.svg"
cp "$work/out.svg" "$work/in/own.svg"
ln -s ../out.svg "$work/in/leads-out.svg"
printf 'no picture at all' >"$work/in/broken.png"
draft() { printf 'The wardens met at the old quay.\n\n%s\n' "$2" >"$work/in/$1.md"; }
convert="$RAPPORTEUR convert -o $work/drafts"
draft missing '![A bell](bell.png)'
expect draft_picture_missing 1 'missing\.md:3: error: .*bell\.png: there is no such file.*\[PICTURE-FILE\]' $convert "$work/in/missing.md"
if grep -cE 'PICTURE|LAYOUT-IMAGE' "$work/stderr" | grep -qx 1; then ok said_once; else bad said_once "$(cat "$work/stderr")"; fi
for name in ../out.svg leads-out.svg "$work/in/own.svg"; do
	draft outside "![A bell]($name)"
	expect "draft_picture_outside_$(basename "$name")" 1 'outside\.md:3: error: .*no such file in the document.*\[PICTURE-FILE\]' $convert "$work/in/outside.md"
done
draft net '![A bell](https://example.org/bell.png)'
expect draft_picture_of_the_network 1 'net\.md:3: error: .*not fetched.*\[PICTURE-FILE\]' $convert "$work/in/net.md"
draft broken '![A bell](broken.png)'
expect draft_picture_broken 1 'broken\.md:3: error: .*neither PNG nor JPEG nor SVG.*\[PICTURE-FILE\]' $convert "$work/in/broken.md"
draft wordless '![](own.svg)'
expect draft_picture_without_words 0 'wordless\.md:3: warning: .*\[PICTURE-WORDS\]' $convert "$work/in/wordless.md"
if [ -s "$work/drafts/wordless.media/own.svg" ]; then ok draft_picture_beside_the_report; else bad draft_picture_beside_the_report 'no file'; fi

# a PDF gives its text; that its pictures stay behind is said, on the screen and in the account
"$RAPPORTEUR" convert "$work/word/vergers.fr.pdf" --to xml -o "$work/again" 2>"$work/stderr"
if grep -q 'SRC-NO-PDF' "$work/stderr"; then
	skip pdf_picture_is_told 'PDF cannot be read here'
elif grep -q 'warning: .*page [0-9]*, 1 of them.*\[SRC-PICTURE\]' "$work/stderr" && grep -q '"why":"page' "$work/again/vergers.fr.account.json"; then
	ok pdf_picture_is_told
else
	bad pdf_picture_is_told "$(cat "$work/stderr")"
fi
exit $status
