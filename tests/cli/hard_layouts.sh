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
exit $status
