#!/bin/sh
# SPDX-License-Identifier: MIT
# Every sample to every output, without a word; the same bytes in another place, zone and locale and
# for another user, and from the report document that the conversion wrote.
. "$(dirname "$0")/lib.sh.inc"
elsewhere="$work/b/some where else"
mkdir -p "$work/a" "$elsewhere" "$work/c"
# there COMMAND...: as another user does elsewhere
there() {
	(cd "$elsewhere" && TZ=Pacific/Kiritimati LC_ALL=C LANG=ar_EG.UTF-8 USER=somebody HOME="$elsewhere" "$RAPPORTEUR" "$@" 2>/dev/null)
}
export TZ=America/Caracas LC_ALL=C.UTF-8
cp samples/*.svg "$elsewhere/"
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
	cp "$sample" "$elsewhere/"
	there convert -W fatal "$(basename "$sample")" -o .
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
cp tests/golden/fo/* "$elsewhere/"
for fo in tests/golden/fo/*.fo; do
	name=$(basename "$fo" .fo)
	"$RAPPORTEUR" typeset -W fatal "$fo" -o "$work/a/$name.fo.pdf" 2>/dev/null
	there typeset -W fatal "$name.fo" -o "$name.fo.pdf"
done
# the account alone says how the draft was named
sed -i 's|"draft":"samples/|"draft":"|' "$work"/a/*.account.json
(cd "$work/a" && find . -type f -exec sha256sum {} + | sed 's|  \./|  |') >"$work/sums"
(cd "$elsewhere" && sha256sum -c "$work/sums" 2>/dev/null) >"$work/compared"
if [ "$(wc -l <"$work/sums")" -lt 70 ]; then bad same_bytes "only $(wc -l <"$work/sums") outputs"; fi
while IFS= read -r line; do
	name=same_bytes_${line%%: *}
	if [ "${line##*: }" = OK ]; then ok "$name"; else bad "$name" 'differs from the first run'; fi
done <"$work/compared"

# Dates are those of the document, else of SOURCE_DATE_EPOCH, else there are none.
# dated NAME DATES COMMAND...
dated() {
	name=$1 want=$2
	shift 2
	"$@" 2>/dev/null
	found=$(grep -ao '<xmp:[A-Z][a-z]*Date>[^<]*' "$work/dated.pdf" | sort -u | tr '\n' ' ')
	if [ "$found" = "$want" ]; then ok "$name"; else bad "$name" "$found"; fi
}
link=tests/golden/fo/link_over_lines.fo
dated no_dates '' "$RAPPORTEUR" typeset "$link" -o "$work/dated.pdf"
dated dates_of_epoch '<xmp:CreateDate>1970-01-02T00:00:00Z <xmp:ModifyDate>1970-01-02T00:00:00Z ' \
	env SOURCE_DATE_EPOCH=86400 "$RAPPORTEUR" typeset "$link" -o "$work/dated.pdf"
cp samples/harbour-bells.en.txt "$work/dated.txt"
date=$(sed -n 's/.*<head[^>]* date="\([0-9-]*\)".*/\1/p' "$work/a/harbour-bells.en.xml")
dated dates_of_document "<xmp:CreateDate>${date}T00:00:00Z <xmp:ModifyDate>${date}T00:00:00Z " \
	env SOURCE_DATE_EPOCH=86400 "$RAPPORTEUR" convert --to pdf "$work/dated.txt" -o "$work"
exit $status
