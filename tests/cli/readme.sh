#!/bin/sh
# SPDX-License-Identifier: MIT
# What the README shows below a command ("$ COMMAND") is what the command prints, but for line breaks.
. "$(dirname "$0")/lib.sh.inc"
mkdir "$work/build" "$work/shown"
ln -s "$RAPPORTEUR" "$work/build/rapporteur"
ln -s "$(pwd)/samples" "$work/samples"
awk -v to="$work/shown/" '
	/^    \$ / { n++; print substr($0, 7) >(to n ".sh"); printf "" >(to n ".want"); shown = 1; next }
	/^    / { if (shown) print >(to n ".want"); next }
	{ shown = 0 }' README.md
fold() { tr -s ' \n' '  ' | sed 's/^ //; s/ $//'; }
n=1
while [ -e "$work/shown/$n.sh" ]; do
	got=$(cd "$work" && sh "shown/$n.sh" 2>&1 | fold)
	if [ "$got" = "$(fold <"$work/shown/$n.want")" ]; then
		ok "shown_$n"
	else
		bad "shown_$n" "$(cat "$work/shown/$n.sh") prints: $got"
	fi
	n=$((n + 1))
done
if [ $n -gt 5 ]; then ok all_shown; else bad all_shown "only $((n - 1)) commands"; fi
exit $status
