#!/bin/sh
# SPDX-License-Identifier: MIT
# Every sample to every output, without a word; the same bytes in another place, zone and locale,
# and from the report document that the conversion wrote.
. "$(dirname "$0")/lib.sh.inc"
mkdir "$work/a" "$work/b" "$work/c"
cp samples/*.svg "$work/b/"
for sample in samples/*.txt samples/*.md samples/*.html samples/*.docx; do
	name=$(basename "${sample%.*}")
	if "$RAPPORTEUR" convert -W fatal "$sample" -o "$work/a" 2>"$work/stderr"; then
		missing=''
		for ext in xml pdf epub akn.xml account.json; do
			[ -s "$work/a/$name.$ext" ] || missing="$missing $ext"
		done
		if [ -z "$missing" ]; then ok "converts_$name"; else bad "converts_$name" "no$missing"; fi
	else
		bad "converts_$name" "$(head -c 400 "$work/stderr")"
	fi
	cp "$sample" "$work/b/"
	(cd "$work/b" && TZ=Pacific/Kiritimati LC_ALL=C "$RAPPORTEUR" convert -W fatal "$(basename "$sample")" -o . 2>/dev/null)
done
for xml in "$work"/a/*.xml; do
	case $xml in *.akn.xml) continue ;; esac
	name=$(basename "$xml" .xml)
	"$RAPPORTEUR" transform -W fatal "$xml" -o "$work/c" 2>"$work/stderr" || bad "transforms_$name" "$(head -c 400 "$work/stderr")"
	for ext in xml pdf epub akn.xml; do
		cmp -s "$work/a/$name.$ext" "$work/c/$name.$ext" || bad "transforms_$name" "another $ext than from the draft"
	done
	ok "transforms_$name"
done
for f in "$work"/a/*; do
	name=$(basename "$f")
	case $name in *.account.json) continue ;; esac
	if diff -rq "$f" "$work/b/$name" >"$work/diff"; then ok "same_bytes_$name"; else bad "same_bytes_$name" 'differs from the first run'; fi
done
exit $status
