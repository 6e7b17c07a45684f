#!/bin/sh
# SPDX-License-Identifier: MIT
# The two reports that were checked by hand: Akoma Ntoso against the hand-checked sequence of units.
. "$(dirname "$0")/lib.sh.inc"
judge=../shared/check/score_akn.py
for gold in ../shared/corpus/*.gold.tsv; do
	[ -f "$gold" ] && [ -f "$judge" ] && command -v python3 >/dev/null ||
		{ skip gold 'the hand-checked reports are not in ../shared, or no python3'; break; }
	name=$(basename "$gold" .gold.tsv)
	"$RAPPORTEUR" convert -W fatal "${gold%.gold.tsv}".[tm][xd]* --to akn -o "$work" 2>"$work/stderr" || bad "gold_$name" "$(head -c 400 "$work/stderr")"
	score=$(python3 "$judge" "$gold" "$work/$name.akn.xml")
	if printf '%s\n' "$score" | grep -Eq '^units F1 (1\.0000|0\.99[0-9]*) .*; headings ([0-9]+)/\2; notes F1 1\.0000 .*; anchors ([0-9]+)/\3$'; then
		ok "gold_$name"
	else
		bad "gold_$name" "$score"
	fi
done
exit $status
