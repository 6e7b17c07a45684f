#!/bin/sh
# SPDX-License-Identifier: MIT
# Messages that no other test brings about, and the list of those that none does.
. "$(dirname "$0")/lib.sh.inc"
sources=$(pwd)
cd "$work" && mkdir out empty || exit 1

# fo NAME MASTER CONTENT: a small document of two masters
fo() {
	cat >"$1.fo" <<X
<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" xml:lang="en"><fo:layout-master-set>
<fo:simple-page-master master-name="p" page-width="200pt" page-height="200pt"><fo:region-body/></fo:simple-page-master>
<fo:simple-page-master master-name="bare" page-width="200pt" page-height="200pt"/></fo:layout-master-set>
<fo:page-sequence master-reference="$2"><fo:flow flow-name="xsl-region-body">
$3
</fo:flow></fo:page-sequence></fo:root>
X
}
fo master bare '<fo:block>x</fo:block>'
expect no_body_region 3 '^master\.fo:4:.*\[LAYOUT-MASTER\]' "$RAPPORTEUR" typeset master.fo -o out/x.pdf
fo tall p '<fo:block line-height="300pt">x</fo:block>'
expect line_higher_than_page 1 'by 100\.0 pt \[LAYOUT-OVERFULL\]' "$RAPPORTEUR" typeset tall.fo -o out/x.pdf
fo nowhere p '<fo:block>on <fo:page-number-citation ref-id="gone"/></fo:block>'
expect cites_no_id 1 '^nowhere\.fo:5:14: .*gone \[LAYOUT-ID\]' "$RAPPORTEUR" typeset nowhere.fo -o out/x.pdf
expect unreadable 3 '^/proc/self/mem: fatal: .*\[FILE-READ\]' "$RAPPORTEUR" check /proc/self/mem
printf '<report xmlns="urn:rapporteur:report:1"><body/></report>' >small.xml
expect no_schema 3 'schemas/report\.rng.*\[REPORT-RNG\]' env RAPPORTEUR_DATA="$work/empty" "$RAPPORTEUR" check small.xml

# What no input is known to reach: the libraries below us would have to fail, or pages never settle.
unreached='EPUB-ZIP LAYOUT-CITE LAYOUT-UNSUPPORTED PAINT-FAILED PAINT-IMAGE'
untold=$(grep '^DIAG(' "$sources/src/base/diag.def" | sed 's/DIAG(\([A-Z0-9_]*\), [A-Z]*, "\([A-Z0-9-]*\)".*/\1 \2/' |
	while read -r code id; do
		case " $unreached " in *" $id "*) continue ;; esac
		grep -rqwE --include='*.c' --include='*.h' --include='*.sh' "DIAG_$code|$id" "$sources/tests" || echo "$id"
	done)
if [ -z "$untold" ]; then ok every_message_is_tested; else bad every_message_is_tested "none of: $untold"; fi
exit $status
