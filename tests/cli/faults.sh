#!/bin/sh
# SPDX-License-Identifier: MIT
# Every kind of fault is found where it is, with its measure; the list of kinds is the README's.
# ACCEPT=1 writes the list: look at it first.
. "$(dirname "$0")/lib.sh.inc"
for fo in tests/golden/faults/*.fo; do
	name=$(basename "$fo" .fo)
	"$RAPPORTEUR" typeset "$fo" --faults=json >"$work/$name.json" 2>"$work/stderr"
	if cmp -s "$work/$name.json" "${fo%.fo}.json"; then
		ok "faults_$name"
	elif [ -n "${ACCEPT:-}" ]; then
		cp "$work/$name.json" "${fo%.fo}.json"
	else
		bad "faults_$name" "$(diff "${fo%.fo}.json" "$work/$name.json" | head -n 12; head -c 300 "$work/stderr")"
	fi
done
all=tests/golden/faults/all
kinds=$(sed -n 's/^FAULT([A-Z_]*, "\(.*\)").*/\1/p' src/layout/fault.def | sort)
found=$(sed -n 's/.*"kind":"\([^"]*\)".*/\1/p' $all.json | sort -u)
if [ "$kinds" = "$found" ]; then ok every_kind_is_found; else bad every_kind_is_found "$found"; fi
told=$(sed -n '/^## The fault report/,/^## M/s/^\(| `[^|]*\)|.*/\1/p' README.md | grep -oE '[a-z]+(-[a-z]+)*' | sort)
if [ "$kinds" = "$told" ]; then ok readme_tells_every_kind; else bad readme_tells_every_kind "$told"; fi
# The baseline of the line is its place.
line=$("$RAPPORTEUR" typeset $all.fo --dump=pages |
	sed -n 's/^  text \([0-9.]*\) \([0-9.]*\) .*"everlasting lighthouses."$/\1 \2/p' | tail -n 1)
place=$(python3 -c 'import json, sys
f = [f for f in json.load(open(sys.argv[1]))["faults"] if f["kind"] == "tight-line"][0]
print("%.2f %.2f" % (f["x"], f["y"]))' $all.json)
if [ "$line" = "$place" ]; then ok place_is_the_baseline; else bad place_is_the_baseline "$line, not $place"; fi
exit $status
