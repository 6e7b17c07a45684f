#!/bin/sh
# SPDX-License-Identifier: MIT
# Many drafts: a bad one costs itself alone, even when it takes its process with it.
. "$(dirname "$0")/lib.sh.inc"
home=$(pwd)
cd "$work" && mkdir out one two || exit 1
for n in 1 2 3 4; do printf 'I. Scope\n\n1. The paragraph %s says little.\n\n2. The second says no more.\n' $n >good$n.txt; done
printf 'I. Scope\n\nThe caf\351 is closed.\n' >latin1.txt
for n in 1 2; do
	"$RAPPORTEUR" convert good1.txt latin1.txt good2.txt no.txt good3.txt good4.txt -o out -j $n -W fatal 2>stderr
	got=$?
	if [ $got -eq 3 ] && [ "$(ls out | wc -l)" -eq 20 ] && grep -q 'SRC-UTF8' stderr && grep -q 'FILE-OPEN' stderr &&
	   grep -q ': 2 of 6: latin1.txt, no.txt \[CLI-FAILED\]' stderr; then
		ok "others_are_made_$n"
	else
		bad "others_are_made_$n" "status $got: $(ls out) $(head -c 400 stderr)"
	fi
	mkdir -p same && cp out/*.xml out/*.pdf out/*.epub same && rm out/*
done
"$RAPPORTEUR" convert good?.txt -o out -W fatal 2>stderr
differs=''
for f in same/*; do cmp -s "$f" "out/${f#same/}" || differs="$differs $f"; done
if [ -z "$differs" ]; then ok same_bytes_side_by_side; else bad same_bytes_side_by_side "$differs"; fi

# a reader that has seen enough ends the work without a word
mkfifo early
(exec 4<early) &
(sleep 0.5; exec "$RAPPORTEUR" convert good?.txt --dump blocks) >early 2>stderr
if [ ! -s stderr ]; then ok no_word_to_no_reader; else bad no_word_to_no_reader "$(head -c 400 stderr)"; fi

# lost SIGNAL: a worker that waits for standard input, ended by a signal; its number is in $worker
mkfifo pipe
children() { cat "/proc/$1/task/$1/children" 2>/dev/null; }
start() {
	"$RAPPORTEUR" convert --messages=json - good1.txt -o one --to xml -W fatal <pipe 2>stderr &
	parent=$!
	exec 3>pipe
	worker=
	tries=0
	while [ -z "$worker" ] && [ $tries -lt 200 ]; do worker=$(children $parent); tries=$((tries + 1)); sleep 0.05; done
}
start
if [ -n "$worker" ]; then
	kill -KILL $worker
	wait $parent
	got=$?
	if [ $got -eq 3 ] && [ "$(ls one)" = "$(printf 'good1.account.json\ngood1.xml')" ] && grep -q '^{"file":"-","level":"fatal","id":"CLI-LOST",.*signal 9' stderr; then
		ok a_crash_costs_one
	else
		bad a_crash_costs_one "status $got: $(ls one) $(head -c 400 stderr)"
	fi
	exec 3>&-
	rm -f one/*
	start
	kill -TERM $parent
	wait $parent
	got=$?
	exec 3>&-
	if [ $got -eq 143 ] && [ ! -d "/proc/$(echo $worker)/fd" ]; then ok term_ends_all; else bad term_ends_all "status $got"; fi
	nothing_in term_leaves_nothing one
else
	skip a_crash_costs_one 'the kernel lists no children'
	kill $parent
	exec 3>&-
fi

# Memory that a draft does not get costs that draft alone.
case $BUILD in
*/asan) skip memory 'the sanitizer itself takes more address space than any limit' ;;
*)
	yes 'I. Scope' | head -n 200000 >large.txt
	"$RAPPORTEUR" convert large.txt good1.txt -o two --to xml -W fatal --max-memory 120 2>stderr
	got=$?
	if [ $got -eq 6 ] && grep -q '^large\.txt: fatal: .*\[LIMIT-MEMORY\]' stderr && [ -s two/good1.xml ] && [ ! -e two/large.xml ]; then
		ok memory_costs_one
	else
		bad memory_costs_one "status $got: $(ls two) $(head -c 400 stderr)"
	fi
	# What was loaded for one draft serves the next, and nothing else stays: many in the room of one.
	mkdir many made
	for n in $(seq 40); do cp "$home/samples/harbour-bells.en.txt" many/$n.txt; done
	if "$RAPPORTEUR" convert many/*.txt -o made -W fatal --max-memory 130 2>stderr && [ "$(ls made | wc -l)" -eq 200 ]; then
		ok many_in_the_room_of_one
	else
		bad many_in_the_room_of_one "$(grep -v warning stderr | head -c 400)"
	fi
	;;
esac
exit $status
