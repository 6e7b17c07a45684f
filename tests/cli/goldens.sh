#!/bin/sh
# SPDX-License-Identifier: MIT
# The pages of each construct, as --dump=pages shows them, against NAME.pages beside the input.
# ACCEPT=1 writes those that differ: look at the pages first.  A new one begins as an empty file.
. "$(dirname "$0")/lib.sh.inc"

# golden COMMAND INPUT
golden() {
	pages=${2%.*}.pages
	name=$(basename "${2%.*}")
	"$RAPPORTEUR" "$1" "$2" -W fatal --dump=pages >"$work/pages" 2>"$work/stderr"
	if cmp -s "$work/pages" "$pages"; then
		ok "golden_$name"
	elif [ -n "${ACCEPT:-}" ]; then
		cp "$work/pages" "$pages"
		printf 'accepted %s\n' "$pages"
	else
		bad "golden_$name" "other pages: $(diff "$pages" "$work/pages" | head -n 8; head -c 300 "$work/stderr")"
	fi
}
for pages in tests/golden/fo/*.pages; do golden typeset "${pages%.pages}.fo"; done
for pages in tests/golden/report/*.pages; do golden transform "${pages%.pages}.xml"; done
exit $status
