#!/bin/sh
# SPDX-License-Identifier: MIT
# Every message as it is printed: tests/golden/err/ID brings it about (shell, in an empty folder) and,
# below a line of dashes, holds what is said and the exit status.  The same in JSON says the same.
# With ACCEPT=yes what is said now is taken for right.
. "$(dirname "$0")/lib.sh.inc"
home=$(pwd)

# try COMMAND ARGUMENT...: run it twice, once for the eye and once for machines
try() {
	"$RAPPORTEUR" "$@" >stdout 2>said </dev/null
	got=$?
	sed "s|$(pwd)/||g" said >>"$result.got"
	echo "status $got" >>"$result.got"
	command=$1
	shift
	"$RAPPORTEUR" "$command" --messages=json "$@" 2>said >stdout </dev/null
	sed "s|$(pwd)/||g" said >>"$result.json"
}

# draft TEXT / report BODY / fo FLOW / style SHEET WHAT WITH: what is tried
draft() { printf "$1" >in.txt; }
report() { printf '<report xmlns="urn:rapporteur:report:1" xmlns:t="urn:rapporteur:trace:1" xml:lang="en">\n%s\n</report>\n' "$1" >in.xml; }
fo() {
	cat >in.fo <<F
<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" xml:lang="en"><fo:layout-master-set>
<fo:simple-page-master master-name="p" page-width="200pt" page-height="200pt"><fo:region-body/></fo:simple-page-master>
</fo:layout-master-set><fo:page-sequence master-reference="p"><fo:flow flow-name="xsl-region-body">
$1
</fo:flow></fo:page-sequence></fo:root>
F
}
# data FILE WHAT WITH: our data, with one place of one file changed
data() {
	export RAPPORTEUR_DATA="$(pwd)/data"
	mkdir data && cp -R "$home/schemas" "$home/stylesheets" "$home/fonts" data
	[ $# -eq 0 ] || { sed "s|$2|$3|" "data/$1" >changed && ! cmp -s changed "data/$1" && cat changed >"data/$1"; }
}
# pdf SCRIPT: a sound PDF that sed has changed
pdf() {
	report '<head symbol="A/99/1" date="2044-08-03"><title>Bells</title></head><body><section><num>I.</num><heading>Scope</heading><p>Text<note mark="1"><p>A note.</p></note>, see <link href="https://un.org/">here</link>.</p><figure src="x.png" alt="A bell"/></section></body>'
	printf '\211PNG\r\n\032\n\0\0\0\rIHDR\0\0\0\001\0\0\0\001\010\0\0\0\0:~\233U\0\0\0\nIDATx\234ch\0\0\0\202\0\201w\315r\266\0\0\0\0IEND\256B`\202' >x.png
	"$RAPPORTEUR" transform in.xml --to pdf -o . -W fatal 2>/dev/null
	qpdf --qdf --object-streams=disable --stream-data=uncompress in.pdf plain.pdf
	LC_ALL=C sed "$1" plain.pdf >in.pdf
	! cmp -s plain.pdf in.pdf
}

# What cannot be brought about by what users give: tests from inside do, or name it ...
inside='ACCOUNT-LOST ACCOUNT-TWICE ACCOUNT-INVENTED ACCOUNT-ORDER ACCOUNT-FATE ACCOUNT-SUM SRC-ACCOUNT
NOTE-TWICE PDF-FAILED CLI-LOST PAINT-FAILED AKN-EMPTY'

command -v qpdf >/dev/null || { skip every_message 'qpdf is not installed'; exit $status; }
for case in tests/golden/err/*; do
	id=${case##*/}
	case $BUILD-$id in */asan-LIMIT-MEMORY) skip "$id" 'the sanitizer itself takes more address space than any limit'; continue ;; esac
	mkdir "$work/$id"
	result=$work/$id.result
	: >"$result.got" >"$result.json"
	sed '/^----$/,$d' "$case" >"$result.sh"
	sed '1,/^----$/d' "$case" >"$result.want"
	(cd "$work/$id" && . "$result.sh") >"$result.log" 2>&1
	if [ -n "$ACCEPT" ]; then { cat "$result.sh"; echo ----; cat "$result.got"; } >"$case"; cp "$result.got" "$result.want"; fi
	if ! grep -q "\[$id\]" "$result.want"; then
		bad "$id" "the golden does not hold it: $(cat "$result.log" "$result.got")"
	elif cmp -s "$result.got" "$result.want"; then
		ok "$id"
	else
		bad "$id" "$(diff "$result.want" "$result.got")"
	fi
	chmod -R u+w "$work/$id" && rm -r "$work/$id"
done
python3 - "$work" <<'P' >"$work/machines" || true
import glob, json, re, sys
visible = lambda s: re.sub('[\x00-\x1f\x7f-\x9f]', lambda m: ' ' if m[0] in '\n\t\r' else '\\x%02X' % ord(m[0]), s)
for name in sorted(glob.glob(sys.argv[1] + '/*.result.json')):
    lines = []
    for line in open(name, encoding='utf-8'):
        try:
            m = json.loads(line)
        except ValueError:
            print(name, 'is not JSON:', line)
            continue
        place = m.get('file', 'rapporteur') + ':' + ''.join(f'{m[k]}:' for k in ('line', 'col') if k in m)
        lines.append(visible(f"{place} {m['level']}: {m['text']}" + (f": {m['detail']}" if m['detail'] else '') + f" [{m['id']}]"))
    text = open(name[:-4] + 'got', encoding='utf-8').read().splitlines()
    if lines != [l for l in text if not l.startswith('status ')]:
        print(name, lines)
print('read')
P
if [ "$(cat "$work/machines")" = read ]; then ok json_says_the_same; else bad json_says_the_same "$(head -c 1000 "$work/machines")"; fi
untold=$(sed -n 's/^DIAG(\([A-Z0-9_]*\), [A-Z]*, "\([A-Z0-9-]*\)".*/\1 \2/p' src/base/diag.def | while read -r code id; do
	case " $(echo $inside) " in
	*" $id "*) grep -rqwE --include='*.c' --include='*.h' --include='*.sh' --exclude=diagnostics.sh "DIAG_$code|$id" tests || echo "$id" ;;
	*) [ -e "tests/golden/err/$id" ] || echo "$id" ;;
	esac
done)
if [ -z "$untold" ]; then ok every_message; else bad every_message "none of: $untold"; fi
exit $status
