#!/bin/sh
# SPDX-License-Identifier: MIT
# Every stage can be shown, and showing it to a full device fails.
. "$(dirname "$0")/lib.sh.inc"
for stage in lines blocks report fo pages faults; do
	show="--dump=$stage"
	[ "$stage" != faults ] || show=--faults=json
	if "$RAPPORTEUR" convert samples/harbour-bells.en.txt "$show" >"$work/$stage" 2>"$work/stderr" &&
		[ -s "$work/$stage" ]; then
		ok "dump_$stage"
	else
		bad "dump_$stage" "nothing shown: $(head -c 200 "$work/stderr")"
	fi
	"$RAPPORTEUR" convert samples/harbour-bells.en.txt "$show" >/dev/full 2>"$work/stderr"
	status_full=$?
	if [ "$status_full" -eq 4 ]; then ok "full_$stage"; else bad "full_$stage" "exit status $status_full, not 4"; fi
done
cat >"$work/plain.fo" <<'X'
<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" xml:lang="en">
<fo:layout-master-set><fo:simple-page-master master-name="p" page-width="200pt" page-height="200pt">
<fo:region-body/></fo:simple-page-master></fo:layout-master-set>
<fo:page-sequence master-reference="p"><fo:flow flow-name="xsl-region-body"><fo:block>text</fo:block>
</fo:flow></fo:page-sequence></fo:root>
X
if [ "$("$RAPPORTEUR" typeset "$work/plain.fo" --faults=text)" = 'no faults in 1 pages' ]; then ok faults_none; else bad faults_none 'unsaid'; fi
expect faults_form 2 'unknown form' "$RAPPORTEUR" typeset "$work/plain.fo" --faults=xml
exit $status
