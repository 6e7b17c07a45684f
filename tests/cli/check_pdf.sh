#!/bin/sh
# SPDX-License-Identifier: MIT
# A PDF says what the report inside it says; when it does not, the check names it.
. "$(dirname "$0")/lib.sh.inc"
sample=samples/tidal-wells.en.txt
"$RAPPORTEUR" convert -W fatal "$sample" -o "$work" 2>/dev/null
pdf=$work/tidal-wells.en.pdf
if "$RAPPORTEUR" check "$pdf" 2>"$work/stderr"; then ok sound_pdf; else bad sound_pdf "$(cat "$work/stderr")"; fi
if command -v qpdf >/dev/null; then
	sed 's/water/wine/' "$work/tidal-wells.en.xml" >"$work/report.xml"
	qpdf "$pdf" --add-attachment "$work/report.xml" --key=report.xml --replace -- "$work/other.pdf"
	expect other_text 3 'REPORT-TEXT' "$RAPPORTEUR" check "$work/other.pdf"
else
	skip other_text 'qpdf is not installed'
fi

# Hostile files: a message that names the file, no word of the libraries below, an end.
# hostile NAME STATUS PATTERN COMMAND...
hostile() {
	name=$1
	expect "$@"
	if grep -qv '^[^ ]*\.pdf: ' "$work/stderr"; then bad "${name}_names_the_file" "$(cat "$work/stderr")"; fi
}
# pdf NAME OBJECTS: a file without table of objects, which is looked for
pdf() {
	printf '%%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R/StructTreeRoot 3 0 R/Names<</EmbeddedFiles 6 0 R>>>> endobj\n' >"$work/$1.pdf"
	printf '%s\n' "$2" 'trailer <</Root 1 0 R/Size 10>>' '%%EOF' >>"$work/$1.pdf"
}
pdf pages_in_a_circle '2 0 obj <</Type/Pages/Kids[2 0 R]/Count 1>> endobj'
hostile check_pages_in_a_circle 3 'PDF-UNREADABLE' "$RAPPORTEUR" check "$work/pages_in_a_circle.pdf"
pdf tree_in_a_circle '2 0 obj <</Type/Pages/Kids[]/Count 0>> endobj
3 0 obj <</Type/StructTreeRoot/K 4 0 R>> endobj
4 0 obj <</S/P/P 3 0 R/K[5 0 R 4 0 R]>> endobj
5 0 obj <</S/Span/P 4 0 R/K 4 0 R>> endobj'
hostile check_tree_in_a_circle 3 'stands in two places: P \[PDF-CHECK-TREE\]' "$RAPPORTEUR" check "$work/tree_in_a_circle.pdf"
pdf names_in_a_circle '2 0 obj <</Type/Pages/Kids[]/Count 0>> endobj
6 0 obj <</Kids[6 0 R 6 0 R]>> endobj'
hostile extract_names_in_a_circle 3 'endless.*PDF-UNREADABLE' "$RAPPORTEUR" extract "$work/names_in_a_circle.pdf" -o "$work/back"
pdf no_stream '2 0 obj <</Type/Pages/Kids[]/Count 0>> endobj
6 0 obj <</Names[(a)7 0 R]>> endobj
7 0 obj <</Type/Filespec/UF(a)/EF<</F 8 0 R>>>> endobj'
hostile extract_without_stream 3 'embedded file "a".*PDF-UNREADABLE' "$RAPPORTEUR" extract "$work/no_stream.pdf" -o "$work/back"
head -c 9000 "$pdf" >"$work/cut.pdf"
hostile check_cut 3 'PDF-UNREADABLE' "$RAPPORTEUR" check "$work/cut.pdf"
hostile extract_cut 3 'PDF-UNREADABLE' "$RAPPORTEUR" extract "$work/cut.pdf" -o "$work/back"
if command -v qpdf >/dev/null; then
	qpdf --encrypt key key 256 -- "$pdf" "$work/locked.pdf"
	hostile check_locked 3 'save it without its password.*PDF-UNREADABLE' "$RAPPORTEUR" check "$work/locked.pdf"
	hostile extract_locked 3 'save it without its password.*PDF-UNREADABLE' "$RAPPORTEUR" extract "$work/locked.pdf" -o "$work/back"
	# A file inside that would take the place of the PDF it comes from.
	qpdf "$pdf" --add-attachment "$work/cut.pdf" --key=report.pdf --filename=report.pdf -- "$work/over.pdf"
	expect extract_keeps_its_input 4 'over\.pdf: .*it is the input.*FILE-WRITE' "$RAPPORTEUR" extract "$work/over.pdf" -o "$work"
	if [ -e "$work/over.xml" ]; then bad extract_all_or_none 'over.xml was written'; else ok extract_all_or_none; fi
fi
exit $status
