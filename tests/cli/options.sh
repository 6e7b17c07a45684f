#!/bin/sh
# SPDX-License-Identifier: MIT
# Help, manual and program know the same options and exit statuses; options do what they say.
. "$(dirname "$0")/lib.sh.inc"
sample=samples/harbour-bells.en.txt

# same NAME ONE OTHER: two lists are equal
same() { if [ "$2" = "$3" ]; then ok "$1"; else bad "$1" "$(printf '%s\n' "$2" "$3" | sort | uniq -u | tr '\n' ' ')"; fi; }
program=$(sed -n 's/^    {"\([a-z-]*\)", .*_argument, .*/--\1/p' src/cli/options.c | sort)
help=$("$RAPPORTEUR" --help | grep -oE -- '--[a-z-]+' | grep -vxE -- '--(help|version)' | sort -u)
manual=$(grep -oE 'Fl -[a-z-]+' src/rapporteur.1 | sed 's/Fl -/--/' | grep -vxE -- '--(help|version)' | sort -u)
same help_has_the_options "$program" "$help"
same manual_has_the_options "$program" "$manual"
readme=$(grep -oE -- '--[a-z-]+' README.md | sort -u)
same readme_has_the_options "$program" "$(printf '%s\n' "$program" "$readme" | sort | uniq -d)"
missing=$("$RAPPORTEUR" --help | sed -n '/^  -o/,/^$/p' | while IFS= read -r line; do grep -qF -- "$line" README.md || echo "$line"; done)
same readme_says_what_help_says "" "$missing"
codes=$(sed -n 's/^	CLI_[A-Z]* = \([0-9]\).*/\1/p' src/cli/cli.h)
same readme_has_the_statuses "$codes" "$(sed -n 's/^| \([0-9]\) | .*/\1/p' README.md)"
same help_has_the_statuses "$codes" "$("$RAPPORTEUR" --help | sed -n '/^status/,$p' | grep -oE '[0-9] [a-z]' | cut -c1)"
same manual_has_the_statuses "$codes" "$(sed -n '/^\.Sh EXIT STATUS/,/^\.Sh [^E]/s/^\.It \([0-9]\)$/\1/p' src/rapporteur.1)"
same version "$("$RAPPORTEUR" --version)" "rapporteur $(sed -n 's/.*RAPPORTEUR_VERSION "\(.*\)"/\1/p' src/cli/cli.h)"
same help_anywhere "$("$RAPPORTEUR" convert --help)" "$("$RAPPORTEUR" --help)"
for text in --help --version; do
	"$RAPPORTEUR" "$text" >/dev/full 2>"$work/stderr"
	same "full_device$text" $? 4
done

# Standard input and output: the same bytes as through files.
"$RAPPORTEUR" convert "$sample" -o "$work" -W fatal 2>"$work/stderr"
for form in xml pdf epub akn; do
	file=$work/harbour-bells.en.$form
	if [ "$form" = akn ]; then file=$file.xml; fi
	"$RAPPORTEUR" convert - --to "$form" -o - -W fatal <"$sample" >"$work/piped" 2>"$work/stderr"
	"$RAPPORTEUR" convert "$sample" --to "$form" -o - -W fatal >"$work/again" 2>"$work/stderr"
	if cmp -s "$file" "$work/again" && [ -s "$work/piped" ]; then ok "piped_$form"; else bad "piped_$form" "$(head -c 300 "$work/stderr")"; fi
done

# What the options say stands in the report; the level decides the status.
printf 'I. Scope\n\n1. The first paragraph says little.\n' >"$work/bare.txt"
head=$("$RAPPORTEUR" convert "$work/bare.txt" --lang en --symbol A/99/1 --date 2044-08-03 --to xml -o - 2>"$work/stderr" | grep '<head')
case $head in
*symbol=\"A/99/1\"*date=\"2044-08-03\"*) ok masthead_by_option ;;
*) bad masthead_by_option "$head" ;;
esac
expect no_symbol 2 'bad symbol.*A/77/275.*CLI-USAGE' "$RAPPORTEUR" convert "$work/bare.txt" --symbol 'bad symbol' -o "$work"
expect empty_symbol 2 'document symbol.*CLI-USAGE' "$RAPPORTEUR" convert "$work/bare.txt" --symbol '' -o "$work"
expect empty_folder 2 'no name in -o.*CLI-USAGE' "$RAPPORTEUR" convert "$work/bare.txt" -o ''
for level in warning:1 error:0 unsupported:0 fatal:0; do
	"$RAPPORTEUR" convert "$work/bare.txt" --to xml -o - -W "${level%:*}" >/dev/null 2>"$work/stderr"
	same "level_${level%:*}" $? "${level#*:}"
done
"$RAPPORTEUR" convert "$work/bare.txt" "$sample" --messages=json -o "$work" 2>"$work/ndjson"
if python3 -c 'import json,sys
assert all({"level","id","text","detail"} <= set(json.loads(l)) for l in sys.stdin)' <"$work/ndjson" && [ -s "$work/ndjson" ]; then
	ok ndjson
else
	bad ndjson "$(head -3 "$work/ndjson")"
fi

# Equal messages: so many of an ID, a word about the rest; the status counts them all.
for n in $(seq 70); do printf "%s. The paper A//77/$n says little.\n\n" $n; done >"$work/equal.txt"
lines() { "$RAPPORTEUR" convert "$work/equal.txt" --to xml -o - -W warning "$@" 2>&1 >/dev/null | grep -c "PRE-SYMBOL"; }
all=$(lines --max-messages 0)
if [ "$all" -gt 60 ]; then ok equal_all; else bad equal_all "$all"; fi
same equal_some "$(lines)" 51
same equal_few "$(lines --max-messages 3)" 4
"$RAPPORTEUR" convert "$work/equal.txt" --to xml -o - --max-messages 3 2>&1 >/dev/null | grep PRE-SYMBOL | tail -n 1 >"$work/rest"
same equal_rest "$(sed 's/.*: \([0-9]*\) more of these.*/\1/' "$work/rest")" $((all - 3))

# Several drafts on a terminal: a line of progress; in a file: none.
if script -qec true /dev/null >/dev/null 2>&1 </dev/null; then
	script -qec "'$RAPPORTEUR' convert '$work/bare.txt' '$sample' --to xml -o '$work' -W fatal" /dev/null >"$work/terminal" 2>&1 </dev/null
	if grep -q '1/2 .*bare' "$work/terminal"; then ok progress; else bad progress "$(head -c 300 "$work/terminal")"; fi
else
	skip progress 'no script command or no pseudo-terminal'
fi
if grep -q '1/2' "$work/ndjson"; then bad no_progress_in_files "$(head -2 "$work/ndjson")"; else ok no_progress_in_files; fi
exit $status
