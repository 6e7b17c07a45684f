#!/bin/sh
# SPDX-License-Identifier: MIT
# A sample made a PDF and read back is nearly the same report: of the units of both (headings with their depth,
# numbers, paragraphs, items, cells, notes, fields of the masthead), in order and word for word, at least
# nine of ten agree; the text account balances.
. "$(dirname "$0")/lib.sh.inc"
"$RAPPORTEUR" convert samples/faros.es.txt --to pdf -o "$work" -W fatal 2>/dev/null
if "$RAPPORTEUR" convert "$work/faros.es.pdf" --to xml -o "$work/try" 2>&1 | grep -q SRC-NO-PDF; then
	skip round_trip 'built without poppler-glib'
	exit $status
fi
cat >"$work/compare.py" <<'P'
import difflib, re, sys
import xml.etree.ElementTree as ET
R = '{urn:rapporteur:report:1}'
INLINE = {'emph', 'strong', 'sup', 'sub', 'link', 'ref', 'code', 'pagebreak'}
def name(e): return e.tag.replace(R, '')
def text(e):
    return (e.text or '') + ''.join(('' if name(c) == 'note' else text(c)) + (c.tail or '') for c in e)
def units(path):
    out = []
    def walk(e, depth):
        depth += name(e) == 'section'
        kids = [c for c in e if name(c) not in INLINE | {'note'}]
        for c in kids:
            walk(c, depth)
        if not kids and name(e) not in INLINE:
            said = re.sub(r'\s+', ' ', text(e)).strip()
            if said:
                out.append((name(e), depth if name(e) == 'heading' else 0, said))
            for note in e.iter(R + 'note'):
                out.append(('note', 0, note.get('mark'), re.sub(r'\s+', ' ', ''.join(map(text, note))).strip()))
    walk(ET.parse(path).getroot(), 0)
    return out
a, b = map(units, sys.argv[1:])
same = sum(m.size for m in difflib.SequenceMatcher(None, a, b, False).get_matching_blocks())
print('%.3f of %d and %d units' % (2 * same / (len(a) + len(b)), len(a), len(b)))
P
for sample in samples/*.txt samples/*.md samples/*.html samples/*.docx; do
	stem=$(basename "${sample%.*}")
	"$RAPPORTEUR" convert "$sample" --to xml,pdf -o "$work" -W fatal 2>"$work/stderr" &&
		"$RAPPORTEUR" convert "$work/$stem.pdf" --to xml -o "$work/back" -W fatal 2>>"$work/stderr" ||
		{ bad "round_trip_$stem" "$(cat "$work/stderr")"; continue; }
	said=$(python3 "$work/compare.py" "$work/$stem.xml" "$work/back/$stem.xml")
	case $said in
	0.9*|1.*) grep -q '"balanced": *true' "$work/back/$stem.account.json" && ok "round_trip_$stem" || bad "round_trip_$stem" 'not balanced' ;;
	*) bad "round_trip_$stem" "$said" ;;
	esac
done
exit $status
