#!/bin/sh
# SPDX-License-Identifier: MIT
# Every stage can be shown, and showing it to a full device fails.
. "$(dirname "$0")/lib.sh.inc"
for stage in lines blocks report fo pages faults; do
	if "$RAPPORTEUR" convert samples/harbour-bells.en.txt --dump "$stage" >"$work/$stage" 2>"$work/stderr" &&
		[ -s "$work/$stage" ]; then
		ok "dump_$stage"
	else
		bad "dump_$stage" "nothing shown: $(head -c 200 "$work/stderr")"
	fi
	"$RAPPORTEUR" convert samples/harbour-bells.en.txt --dump "$stage" >/dev/full 2>"$work/stderr"
	status_full=$?
	if [ "$status_full" -eq 4 ]; then ok "full_$stage"; else bad "full_$stage" "exit status $status_full, not 4"; fi
done
exit $status
