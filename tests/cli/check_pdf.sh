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
exit $status
