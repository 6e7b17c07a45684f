#!/bin/sh
# SPDX-License-Identifier: MIT
# The XML comes back out of the PDF, a PDF is checked, decisions are explained.
. "$(dirname "$0")/lib.sh.inc"
mkdir "$work/out" "$work/back" "$work/other"
"$RAPPORTEUR" convert samples/harbour-bells.en.txt -o "$work/out" 2>"$work/stderr" || bad convert "$(cat "$work/stderr")"
pdf="$work/out/harbour-bells.en.pdf" xml="$work/out/harbour-bells.en.xml"

"$RAPPORTEUR" extract "$pdf" -o "$work/back" 2>"$work/stderr"
if cmp -s "$xml" "$work/back/harbour-bells.en.xml" &&
	cmp -s "$work/out/harbour-bells.en.akn.xml" "$work/back/harbour-bells.en.akn.xml"; then
	ok extract_gives_the_same_bytes
else
	bad extract_gives_the_same_bytes "$(cat "$work/stderr"; ls "$work/back")"
fi
for f in "$pdf" "$xml"; do
	if "$RAPPORTEUR" check "$f" 2>"$work/stderr"; then ok "check_${f##*.}"; else bad "check_${f##*.}" "$(cat "$work/stderr")"; fi
done
printf '%%PDF-1.7\nnot one\n' >"$work/broken.pdf"
expect check_broken_pdf 3 'broken\.pdf: error:.*PDF-UNREADABLE' "$RAPPORTEUR" check "$work/broken.pdf"
expect extract_from_broken_pdf 3 'broken\.pdf: error:.*PDF-UNREADABLE' "$RAPPORTEUR" extract "$work/broken.pdf" -o "$work/back"
cat >"$work/plain.fo" <<'X'
<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" xml:lang="en">
<fo:layout-master-set><fo:simple-page-master master-name="p" page-width="200pt" page-height="200pt">
<fo:region-body/></fo:simple-page-master></fo:layout-master-set>
<fo:page-sequence master-reference="p"><fo:flow flow-name="xsl-region-body"><fo:block>text</fo:block>
</fo:flow></fo:page-sequence></fo:root>
X
"$RAPPORTEUR" typeset "$work/plain.fo" -o "$work/plain.pdf"
expect extract_from_plain_pdf 3 'PDF-NO-FILES' "$RAPPORTEUR" extract "$work/plain.pdf" -o "$work/back"

# Every numbered paragraph of the sample answers, by its line and by its id.
line=$(grep -n '^2\. Requests' samples/harbour-bells.en.txt | cut -d: -f1)
if "$RAPPORTEUR" why "$xml" --line "$line" 2>&1 | grep -q 'para'; then ok why_line; else bad why_line 'no paragraph named'; fi
if "$RAPPORTEUR" why "$xml" --id para-2 2>&1 | grep -q 'para-2'; then ok why_id; else bad why_id 'no answer'; fi
expect why_nothing 3 'WHY-NOTHING' "$RAPPORTEUR" why "$xml" --id no-such-id
expect why_where 2 'CLI-USAGE' "$RAPPORTEUR" why "$xml"
expect why_two_places 2 'CLI-USAGE' "$RAPPORTEUR" why "$xml" --id a --line 2

cp samples/harbour-bells.en.txt "$work/other/"
expect same_names_are_refused 2 'same outputs.*CLI-USAGE' "$RAPPORTEUR" convert samples/harbour-bells.en.txt \
	"$work/other/harbour-bells.en.txt" -o "$work/out"
exit $status
