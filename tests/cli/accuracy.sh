#!/bin/sh
# SPDX-License-Identifier: MIT
# The scorer of outlines: a right one reaches every bar, and one wrong row of each kind fails.
. "$(dirname "$0")/lib.sh.inc"
export RAPPORTEUR
score=$(cd "$(dirname "$0")/.." && pwd)/accuracy
bars='units=1 whole=1 heads=1 paras=1 items=1 parts=1 fields=1 notes=1 furn=1'
mkdir -p "$work/here/tests/truth" "$work/shared/corpus" && cd "$work/here" || exit 1
cat >"$work/shared/corpus/T.txt" <<'X'
 United Nations  A/99/321

General Assembly
Distr.: General
3 August 2044
Original: English

44-01234 (E)
*4401234*

Ninety-ninth session
Agenda item 88
Care of lighthouses


  Lighthouses on mountains

 Report of the Secretary-General

 I. Introduction

1. The lamps of the high valleys were counted again in the spring of the year.1

 A. Lamps

2. The keepers ask for:

 (a) New wicks for the winter;

 (b) Oil that does not freeze.

__________________

 1 See the list of lamps.

A/99/321

44-01234 2/2

 II. Conclusion

3. The count goes on.
X
truth() {
	cat <<'X'
# an invented paper
FURN	0		44-01234 (E)
FURN	0		*4401234*
FURN	0		44-01234 #/#
FURN	0		A/99/321
FURN	0		_
FIELD	0	organization	United Nations
FIELD	0	symbol	A/99/321
FIELD	0	organ|bodyName	General Assembly
FIELD	0	distribution	Distr.: General
FIELD	0	date	3 August
FIELD	0	original	Original: English
FIELD	0	session	Ninety-ninth
FIELD	0	agendaItem	Agenda item 88
FIELD	0	agendaTitle	Care of lighthouses
TITLE	0		Lighthouses on mountains	22
FIELD	0	kindLine	Report of the
HEAD	1	I.	Introduction	12
PARA	0	1.	The lamps of	62
NOTE	0	1	See the list	18
HEAD	2	A.	Lamps	5
PARA	0	2.	The keepers ask	16
ITEM	1	(a)	New wicks for	22
ITEM	1	(b)	Oil that does	22
HEAD	1	II.	Conclusion	10
PARA	0	3.	The count goes	15
X
}
# wrong NAME COLUMN SED: the outline with one row changed fails in this column
wrong() {
	truth | sed "$3" >tests/truth/T.tsv
	python3 "$score" $2=1 >out 2>&1
	if [ $? -eq 1 ] && grep -q "^$2: \|^   $2 below" out; then ok "$1"; else bad "$1" "$(tail -3 out)"; fi
}
truth >tests/truth/T.tsv
if python3 "$score" -v $bars >out 2>&1; then ok right_outline; else bad right_outline "$(cat out)"; fi
wrong depth_of_heading heads 's/^HEAD	2/HEAD	1/'
wrong invented_heading heads '/^HEAD	2/d'
wrong invented_unit units '/^PARA	0	3/d'
wrong lost_unit units 's/The count goes/The count stops/'
wrong longer_unit whole 's/	62$/	70/'
wrong depth_of_item items 's/^ITEM	1	(b)/ITEM	2	(b)/'
wrong number paras 's/^PARA	0	2\./PARA	0	4./'
wrong kind paras 's/^PARA	0	3\./P	0	/'
wrong place_of_call notes '/^NOTE/{h;d;};/^PARA	0	2/G'
wrong mark_of_note notes 's/^NOTE	0	1/NOTE	0	2/'
wrong invented_note notes '/^NOTE/d'
wrong field fields 's/	session	/	venue	/'
wrong furniture_kept furn '/^FURN/s/4401234/&x/'
wrong no_notes_to_judge resol ''
truth | sed '1aEXCEPT	0	heads	a reason' | sed 's/^HEAD	2/HEAD	1/' >tests/truth/T.tsv
python3 "$score" units=1 heads=1 >out 2>&1
if grep -q '^\* T heads: a reason' out; then ok exception_is_named; else bad exception_is_named "$(cat out)"; fi
exit $status
