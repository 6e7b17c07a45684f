#!/bin/sh
# SPDX-License-Identifier: MIT
# Bad input: each has its message and exit status, and leaves no output behind.
. "$(dirname "$0")/lib.sh.inc"
cd "$work" && mkdir out folder || exit 1
convert="$RAPPORTEUR convert -o out"

expect missing_file 3 '^no\.txt: fatal: .*\[FILE-OPEN\]' $convert no.txt
expect directory 3 '^folder: fatal: .*\[FILE-DIR\]' $convert folder
: >empty.txt
expect empty_file 3 '^empty\.txt:.*\[SRC-EMPTY\]' $convert empty.txt
printf ' \n\n \t\n' >blank.txt
expect blank_file 3 '^blank\.txt:.*\[SRC-EMPTY\]' $convert blank.txt
head -c 4096 /dev/zero >zero.txt
expect binary 3 '^zero\.txt:.*\[SRC-BINARY\]' $convert zero.txt
printf 'I. Scope\n\nThe caf\351 is closed.\n' >latin1.txt
expect latin1 3 '^latin1\.txt:3:8: fatal: .*\[SRC-UTF8\]' $convert latin1.txt
head -c 209715200 /dev/zero | tr '\0' 'a' >long.txt
expect one_line_of_200_MB 6 '^long\.txt:.*\[LIMIT-' $convert long.txt
rm long.txt
head -c 100000 /dev/zero | tr '\0' '>' >deep.md
printf ' text\n' >>deep.md
expect deep_markdown 6 '^deep\.md:.*\[LIMIT-' $convert deep.md
printf 'I. Scope\n\n1. The first paragraph says little.\n\n2. The second says no more.\n' >good.txt
expect unwritable_folder 4 'cannot write output.*\[FILE-WRITE\]' "$RAPPORTEUR" convert good.txt -o no/such/folder
expect full_device 4 'cannot write output.*\[FILE-WRITE\]' \
	sh -c "\"$RAPPORTEUR\" convert good.txt --to xml -o - >/dev/full"
cat >entity.xml <<'X'
<?xml version="1.0"?>
<!DOCTYPE report [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<report xmlns="urn:rapporteur:report:1">&x;</report>
X
expect external_entity 3 '^entity\.xml:.*(DOCTYPE|entit)' "$RAPPORTEUR" check entity.xml
expect external_entity_transform 3 '^entity\.xml:.*(DOCTYPE|entit)' "$RAPPORTEUR" transform entity.xml -o out
cat >outside.fo <<'X'
<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format">
<fo:layout-master-set><fo:simple-page-master master-name="p" page-width="200pt" page-height="200pt">
<fo:region-body/></fo:simple-page-master></fo:layout-master-set>
<fo:page-sequence master-reference="p"><fo:flow flow-name="xsl-region-body">
<fo:float float="start"><fo:block>aside</fo:block></fo:float><fo:block>text</fo:block>
</fo:flow></fo:page-sequence></fo:root>
X
expect fo_outside_profile 1 '^outside\.fo:5:.*unsupported: .*float' "$RAPPORTEUR" typeset outside.fo -o out/outside.pdf -W unsupported
rm -f out/outside.pdf
expect not_xml 3 '^good\.txt:' "$RAPPORTEUR" typeset good.txt -o out/good.pdf
expect unknown_command 2 '\[CLI-USAGE\]' "$RAPPORTEUR" conjure good.txt
expect unknown_option 2 'unknown option.*--sideways.*\[CLI-USAGE\]' $convert --sideways good.txt
expect no_output_named 2 '\[CLI-USAGE\]' "$RAPPORTEUR" convert good.txt
expect bad_date 2 'YYYY-MM-DD.*\[CLI-USAGE\]' $convert --date 2020-13-01 good.txt
expect two_outputs_to_stdout 2 '\[CLI-USAGE\]' "$RAPPORTEUR" convert good.txt -o - --to xml,pdf
expect json_messages 3 '^\{"file":"no.txt","level":"fatal","id":"FILE-OPEN"' $convert --messages=json no.txt
nothing_in nothing_left_behind out
exit $status
