#!/bin/sh
# SPDX-License-Identifier: MIT
# The table of the profile in the README says what the tables of the program say.
. "$(dirname "$0")/lib.sh.inc"
rows() { grep -E "^\| (objects|properties) \| ($1) \|" README.md | grep -o '`[^`]*`' | tr -d '`' | sort -u; }
names() { grep -v ', "rx"' src/fo/props.def | sed -n "s/^$1([^\"]*\"\([a-z:-]*\).*/\1/p" | grep -v : | sort -u; }
# lacks NAME WANTED LISTED: names that are wanted and not listed
lacks() {
	printf '%s\n' "$2" >"$work/wanted"
	printf '%s\n' "$3" >"$work/listed"
	missing=$(comm -23 "$work/wanted" "$work/listed")
	if [ -n "$2" ] && [ -z "$missing" ]; then ok "$1"; else bad "$1" "not in the README: $missing"; fi
}
taken=$(rows 'yes|partly')
lacks taken_properties "$( { names PROP; names SHORT; names ATTR; } | sort -u)" "$taken"
only=$(sed -n 's/^ONLY(\([a-z_]*\),.*/\1/p' src/fo/props.def)
lacks partly_taken "$(for f in $only; do sed -n "s/^PROP($f, \"\([a-z-]*\)\".*/\1/p" src/fo/props.def; done | sort)" "$(rows partly)"
lacks objects_left_out "$(names LEFT_OUT)" "$(rows reported)"
lacks objects_taken "$(sed -n 's/^FO([A-Z_]*, "\([a-z-]*\)".*/\1/p' src/fo/fo.def | sort -u)" "$taken"
exit $status
