#!/bin/sh
# SPDX-License-Identifier: MIT
# Whenever the program is ended, a name holds all of its output or nothing; TERM leaves no other file.
. "$(dirname "$0")/lib.sh.inc"
sample=samples/harbour-bells.en.txt
mkdir "$work/whole" "$work/out"
"$RAPPORTEUR" convert "$sample" -o "$work/whole" -W fatal 2>"$work/stderr"
for signal in TERM KILL; do
	wrong='' parts=''
	for delay in 0.01 0.02 0.03 0.04 0.05 0.06 0.08 0.1 0.15 0.2; do
		"$RAPPORTEUR" convert "$sample" -o "$work/out" -W fatal 2>"$work/stderr" &
		sleep $delay
		kill -$signal $! 2>/dev/null
		wait $! 2>/dev/null
		for f in "$work"/whole/*; do
			made=$work/out/${f##*/}
			[ ! -e "$made" ] || cmp -s "$f" "$made" || wrong="$wrong ${f##*/}"
		done
		parts="$parts$(ls "$work/out" | grep -E '\.[A-Za-z0-9]{6}$')"
		rm -f "$work"/out/*
	done
	if [ -z "$wrong" ]; then ok "whole_or_nothing_$signal"; else bad "whole_or_nothing_$signal" "$wrong"; fi
	[ $signal = KILL ] || if [ -z "$parts" ]; then ok "nothing_else_$signal"; else bad "nothing_else_$signal" "$parts"; fi
done
exit $status
