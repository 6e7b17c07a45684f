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
exit $status
