#!/bin/sh
# SPDX-License-Identifier: MIT
# Notes and tables over pages, links over lines, Arabic, Chinese, pictures: set, and sound when checked.
. "$(dirname "$0")/lib.sh.inc"
for fo in tests/golden/fo/*.fo; do
	name=$(basename "$fo" .fo)
	if "$RAPPORTEUR" typeset -W fatal "$fo" -o "$work/$name.pdf" 2>"$work/stderr" &&
		"$RAPPORTEUR" check "$work/$name.pdf" 2>"$work/stderr"; then
		ok "sound_$name"
	else
		bad "sound_$name" "$(head -c 400 "$work/stderr")"
	fi
done
if command -v pdftotext >/dev/null; then
	# Other readers find the letters of drawn-out words, and of alef on lam, in their order.
	pdftotext "$work/kashida.pdf" "$work/kashida.txt"
	for word in ثلاث الساحل المستمرة العواصف; do
		if [ "$(grep -o "$word" "$work/kashida.txt" | wc -l)" -eq 2 ]; then ok "read_$word"; else bad "read_$word" "$(cat "$work/kashida.txt")"; fi
	done
	# Dots of leaders and table heads seen again are no text.
	text=$(pdftotext "$work/contents.pdf" - && pdftotext "$work/table_head_and_foot.pdf" -)
	if [ "$(printf '%s\n' "$text" | tr '\f' '\n' | grep -c '\. \.\|^Pier$')" -eq 1 ]; then ok artifacts_are_mute; else bad artifacts_are_mute "$text"; fi
else
	skip read_by_others 'no pdftotext'
fi
# sets NAME ARGUMENT...: typeset comes to its end without a word
sets() {
	name=$1
	shift
	if "$RAPPORTEUR" typeset "$@" -o "$work/set.pdf" 2>"$work/stderr" && [ ! -s "$work/stderr" ]; then
		ok "$name"
	else
		bad "$name" "$(head -c 400 "$work/stderr")"
	fi
}
# A page that begins in columns takes memory for itself, not for all pages before it.
head='<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format"><fo:layout-master-set><fo:simple-page-master master-name="p"
	page-width="200pt" page-height="200pt"><fo:region-body margin="10pt" column-count="2"/></fo:simple-page-master>
	</fo:layout-master-set><fo:page-sequence master-reference="p"><fo:flow flow-name="xsl-region-body">'
tail='</fo:flow></fo:page-sequence></fo:root>'
repeat() {
	awk -v n="$1" -v text="$2" 'BEGIN { while (n-- > 0) print text }'
}
{
	echo "$head"
	repeat 1500 '<fo:block break-before="page">left</fo:block><fo:block>right</fo:block>'
	echo "$tail"
} >"$work/pages.fo"
case $BUILD in
*/asan) skip pages_in_columns 'the sanitizer itself takes more address space than any limit' ;;
*) sets pages_in_columns --max-memory 300 "$work/pages.fo" ;;
esac
# Notes in tables in notes: to measure a table sets none of its notes, or each level would double the work.
{
	echo "$head"
	repeat 25 '<fo:table table-layout="auto"><fo:table-body><fo:table-row><fo:table-cell><fo:block>x<fo:footnote>
		<fo:inline>1</fo:inline><fo:footnote-body>'
	repeat 25 '<fo:block>y</fo:block></fo:footnote-body></fo:footnote></fo:block></fo:table-cell></fo:table-row>
		</fo:table-body></fo:table>'
	echo "$tail"
} >"$work/deep.fo"
sets notes_in_tables_in_notes --max-seconds 30 "$work/deep.fo"
# A class of markers is found among many without asking each of them.
{
	echo "$head"
	awk 'BEGIN { while (n++ < 40000) printf "<fo:block><fo:marker marker-class-name=\"m%d\"/>z</fo:block>\n", n }'
	echo "$tail"
} >"$work/classes.fo"
sets classes_of_markers --max-seconds 10 "$work/classes.fo"
exit $status
