#!/bin/sh
# SPDX-License-Identifier: MIT
# Bad input: each has its message and exit status, and leaves no output behind.
. "$(dirname "$0")/lib.sh.inc"
cd "$work" && mkdir out read folder || exit 1
convert="$RAPPORTEUR convert -o out"

expect missing_file 3 '^no\.txt: fatal: .*; look at its name and its folder \[FILE-OPEN\]' $convert no.txt
expect directory 3 '^folder: fatal: .*\[FILE-DIR\]' $convert folder
: >empty.txt
expect empty_file 3 '^empty\.txt:.*\[SRC-EMPTY\]' $convert empty.txt
printf ' \n\n \t\n' >blank.txt
expect blank_file 3 '^blank\.txt:.*\[SRC-EMPTY\]' $convert blank.txt
head -c 4096 /dev/zero >zero.txt
expect binary 3 '^zero\.txt:.*\[SRC-BINARY\]' $convert zero.txt
# What a file is counts, and not its name; but a name that promises what cannot be seen is not believed.
printf '\320\317\021\340\241\261\032\341' >old.doc
expect old_word 3 '^old\.doc: fatal: .*old Word.*: save it as \.docx.*\[SRC-KIND\]' $convert old.doc
printf '{\\rtf1 words}' >rich.rtf
cp rich.rtf rich.txt
for name in rich.rtf rich.txt '--form markdown rich.rtf' '--form docx rich.rtf'; do
	expect "rich_text_$name" 3 '^rich\.[a-z]*: fatal: .*Rich Text.*: save it as \.docx.*\[SRC-KIND\]' $convert $name
done
# packed NAME TYPE: a ZIP whose first entry says what it is
packed() { python3 -c 'import sys, zipfile; zipfile.ZipFile(sys.argv[1], "w").writestr("mimetype", sys.argv[2])' "$@"; }
packed open.odt application/vnd.oasis.opendocument.text
expect open_document 3 '^open\.odt: fatal: .*OpenDocument.*: save it as \.docx.*\[SRC-KIND\]' $convert open.odt
packed book.epub application/epub+zip
expect epub 3 '^book\.epub: fatal: .*EPUB: unpack it.*\[SRC-KIND\]' $convert book.epub
printf '<?xml version="1.0"?>\n<!-- <html> --> <report/>\n' >report.xml
expect text_for_xml 3 '^text\.odd:1:1: fatal: .*give a document of XML, such as the NAME.xml that convert writes \[XML-SYNTAX\]' \
	sh -c 'echo words >text.odd; exec "$0" why text.odd --line 1' "$RAPPORTEUR"
expect xml 3 '^report\.xml: fatal: .*to transform.*\[SRC-KIND\]' $convert report.xml
for ending in docx DOCM pdf html htm epub odt doc rtf; do
	printf '1. Prices rose by less than <3 per cent>.\n' >text.$ending
	expect text_named_$ending 3 "^text\.$ending: fatal: .* is text; get the file again, .*\[SRC-NAME\]" \
		$convert text.$ending
done
expect text_named_pdf_as_asked 0 'PRE-MASTHEAD' "$RAPPORTEUR" convert -o read --form page-single --to xml text.pdf
printf '<?xml version="1.0"?>\n<!-- page --> <html><body><p>Bells</p></body></html>\n' | tee page.doc >page.txt
expect page_named_doc 0 '^page\.doc: warning: .*it is HTML and read as such.*\[SRC-MISNAMED\]' \
	"$RAPPORTEUR" convert -o read --to xml page.doc
expect page_named_txt 0 'PRE-MASTHEAD' "$RAPPORTEUR" convert -o read --to xml page.txt
printf 'I. Scope\n\nThe caf\351 is closed.\n' >latin1.txt
expect latin1 3 '^latin1\.txt:3:8: fatal: .*\[SRC-UTF8\]' $convert latin1.txt
head -c 209715200 /dev/zero | tr '\0' 'a' >long.txt
expect one_line_of_200_MB 6 '^long\.txt:.*\[LIMIT-' $convert long.txt
mv long.txt long.md
expect one_line_of_200_MB_of_markdown 6 '^long\.md:.*\[LIMIT-SIZE\]' $convert long.md
expect one_line_of_200_MB_piped 6 '^-:.*\[LIMIT-SIZE\]' sh -c "$convert - <long.md"
rm long.md
head -c 12000000 /dev/zero | tr '\0' '"' >quotes.txt
expect a_report_of_more_than_64_MB 6 '^quotes\.txt:.*\[LIMIT-SIZE\]' $convert quotes.txt
rm quotes.txt
head -c 100000 /dev/zero | tr '\0' '>' >deep.md
printf ' text\n' >>deep.md
expect deep_markdown 6 '^deep\.md:.*\[LIMIT-' $convert deep.md
{ head -c 500000 /dev/zero | tr '\0' 'x' | sed 's/x/<div>/g'; printf 'text\n'; } >deep.html
expect deep_html 6 '^deep\.html:.*\[LIMIT-DEPTH\]' $convert deep.html
{ head -c 100000 /dev/zero | tr '\0' 'x' | sed 's/x/<table><tr><td>/g'; printf 'text\n'; } >tables.html
expect deep_html_tables 6 '^tables\.html:.*\[LIMIT-DEPTH\]' $convert tables.html
# docx NAME OPEN CLOSE TIMES: a Word document with a paragraph so deep
docx() {
	python3 - "$@" <<'X'
import sys, zipfile
name, start, end, times = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
with zipfile.ZipFile(name, 'w', zipfile.ZIP_DEFLATED) as z:
    z.writestr('word/document.xml', '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f'<w:body>{start * times}<w:p><w:r><w:t>text</w:t></w:r></w:p>{end * times}</w:body></w:document>')
X
}
docx tables.docx '<w:tbl><w:tr><w:tc>' '</w:tc></w:tr></w:tbl>' 100000
expect deep_docx_tables 6 '^tables\.docx:.*\[LIMIT-DEPTH\]' $convert tables.docx
docx deep.docx '<w:ins>' '</w:ins>' 100000
expect deep_docx 6 '^deep\.docx:.*\[LIMIT-DEPTH\]' $convert deep.docx
docx bomb.docx '          ' '          ' 10000000
expect docx_that_unpacks_to_200_MB 6 '^bomb\.docx:.*\[LIMIT-SIZE\]' $convert bomb.docx
printf 'PK\003\004 not a container' >broken.docx
expect broken_docx 3 '^broken\.docx:.*\[SRC-CONTAINER\]' $convert broken.docx
printf '%%PDF-1.4\n' >broken.pdf
expect broken_pdf 3 '^broken\.pdf:.*\[SRC-(CONTAINER|NO-PDF)\]' $convert broken.pdf
printf 'I. Scope\n\n1. The first paragraph says little.\n\n2. The second says no more.\n' >good.txt
cp good.txt corrected.txt && mkdir corrected.fixes
expect corrections_that_cannot_be_read 3 '^corrected\.fixes: fatal: .*\[FILE-DIR\]' $convert corrected.txt
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
cat >bomb.xml <<'X'
<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>
<report xmlns="urn:rapporteur:report:1"><body><p>&c;</p></body></report>
X
expect entity_bomb 3 '^bomb\.xml:.*\[XML-DOCTYPE\]' "$RAPPORTEUR" check bomb.xml
expect entity_bomb_in_fo 3 '^bomb\.xml:.*\[XML-DOCTYPE\]' "$RAPPORTEUR" typeset bomb.xml -o out/bomb.pdf
head -c 100000 /dev/zero | tr '\0' 'x' | sed 's/x/<quote>/g' >deep.xml
for command in check 'transform -o out' 'typeset -o out/deep.pdf' 'why --line 1'; do
	expect "deep_xml_${command%% *}" 6 '^deep\.xml:.*\[LIMIT-DEPTH\]' "$RAPPORTEUR" $command deep.xml
done
cat >outside.fo <<'X'
<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format">
<fo:layout-master-set><fo:simple-page-master master-name="p" page-width="200pt" page-height="200pt">
<fo:region-body/></fo:simple-page-master></fo:layout-master-set>
<fo:page-sequence master-reference="p"><fo:flow flow-name="xsl-region-body">
<fo:float float="start"><fo:block>aside</fo:block></fo:float><fo:block>text</fo:block>
</fo:flow></fo:page-sequence></fo:root>
X
for level in error unsupported; do
	expect "fo_outside_profile_$level" 3 '^outside\.fo:5:1: unsupported: .*float' "$RAPPORTEUR" typeset outside.fo -o out/outside.pdf -W $level
	expect "fo_is_refused_$level" 3 '^outside\.fo: fatal: .*-W fatal \[FO-REFUSED\]' "$RAPPORTEUR" typeset outside.fo -o out/outside.pdf -W $level
done
expect fo_set_all_the_same 0 '^outside\.fo:5:1: unsupported: .*float' "$RAPPORTEUR" typeset outside.fo -o outside.pdf -W fatal
if [ -s outside.pdf ]; then ok fo_within_is_set; else bad fo_within_is_set 'no PDF'; fi
expect not_xml 3 '^good\.txt:' "$RAPPORTEUR" typeset good.txt -o out/good.pdf
expect unknown_command 2 '\[CLI-USAGE\]' "$RAPPORTEUR" conjure good.txt
expect unknown_option 2 'unknown option.*--sideways.*\[CLI-USAGE\]' $convert --sideways good.txt
expect option_without_value 2 'unknown option.*--timings=3.*\[CLI-USAGE\]' $convert --timings=3 good.txt
expect unknown_letter 2 'unknown option.*-q.*\[CLI-USAGE\]' $convert -q good.txt
expect no_output_named 2 '\[CLI-USAGE\]' "$RAPPORTEUR" convert good.txt
expect bad_date 2 'YYYY-MM-DD.*\[CLI-USAGE\]' $convert --date 2020-13-01 good.txt
expect two_outputs_to_stdout 2 '\[CLI-USAGE\]' "$RAPPORTEUR" convert good.txt -o - --to xml,pdf
expect json_messages 3 '^\{"file":"no.txt","level":"fatal","id":"FILE-OPEN"' $convert --messages=json no.txt
expect unknown_style 2 'no style "plaid".*\[CLI-USAGE\]' $convert --style plaid good.txt
expect style_elsewhere 2 'no style.*\[CLI-USAGE\]' $convert --style ../un good.txt
expect unknown_key 2 'unknown key.*"colour"; choose .*paper.*\[CLI-USAGE\]' $convert --set colour=red good.txt
expect key_that_is_an_option 2 'unknown key.*"style".*\[CLI-USAGE\]' $convert --set style=book good.txt
expect unknown_paper 2 'unknown value.*"foolscap"; choose letter, a4 \[CLI-USAGE\]' $convert --set paper=foolscap good.txt
expect no_value 2 'unknown value.*""; choose letter, a4 \[CLI-USAGE\]' $convert --set paper= good.txt
expect no_sign 2 'write --set KEY=VALUE.*\[CLI-USAGE\]' $convert --set paper good.txt
expect unknown_element 2 'unknown value.*"act"; choose debateReport, doc, statement \[CLI-USAGE\]' $convert --set element=act good.txt
expect no_day 2 'unknown value.*"2044-02-30"; choose .*YYYY-MM-DD \[CLI-USAGE\]' $convert --set markup-date=2044-02-30 good.txt
expect no_name 2 'unknown value.*"a b"; choose a name.*\[CLI-USAGE\]' $convert --set 'name=a b' good.txt
expect set_twice 2 'twice.*"paper".*\[CLI-USAGE\]' $convert --set paper=a4 --set paper=letter good.txt
expect too_many_jobs 2 'too many in --jobs "1000".*\[CLI-USAGE\]' $convert --jobs 1000 good.txt
cp good.txt good.akn.txt
expect names_that_clash 2 'good.*same outputs.*\[CLI-USAGE\]' $convert good.txt good.akn.txt
case $BUILD in
*/asan) skip little_memory 'the sanitizer itself takes more address space than any limit' ;;
*)
	expect little_memory 6 '^good\.txt: fatal: .*\[LIMIT-MEMORY\]' $convert --max-memory 60 good.txt
	expect little_memory_json 6 '^\{"file":"good\.txt","level":"fatal","id":"LIMIT-MEMORY",.*\}$' $convert --max-memory 60 --messages=json good.txt
	;;
esac
yes 'I. Scope' | head -n 400000 >slow.txt
expect little_time 6 '^slow\.txt: fatal: .*\[LIMIT-TIME\]' $convert --max-seconds 1 --max-memory 0 slow.txt
expect little_time_json 6 '^\{"file":"slow\.txt","level":"fatal","id":"LIMIT-TIME",.*\}$' $convert --max-seconds 1 --max-memory 0 --messages=json slow.txt
rm slow.txt
nothing_in nothing_left_behind out

# A folder that is missing is made, but not the one above it.
if "$RAPPORTEUR" convert good.txt --to xml -o fresh 2>stderr && [ -s fresh/good.xml ]; then
	ok folder_is_made
else
	bad folder_is_made "$(head -c 400 stderr)"
fi
expect no_folder_above 4 'fresher/in/good.*\[FILE-WRITE\]' "$RAPPORTEUR" convert good.txt -o fresher/in

# Outputs that are in the way stay as they are.
mkdir out/good.xml
expect folder_in_the_way 4 '^out/good\.xml: .*directory.*\[FILE-WRITE\]' "$RAPPORTEUR" convert good.txt -o out
rmdir out/good.xml
nothing_in nothing_half_written out
cp outside.fo over.fo
expect input_in_the_way 4 '^over\.fo: .*it is the input.*\[FILE-WRITE\]' "$RAPPORTEUR" typeset -W fatal over.fo -o over.fo
if cmp -s outside.fo over.fo; then ok input_kept; else bad input_kept 'the input was changed'; fi
printf 'kept\n' >kept
ln -s ../kept out/good.xml
if "$RAPPORTEUR" convert good.txt --to xml -o out 2>stderr && [ ! -L out/good.xml ] && [ "$(cat kept)" = kept ]; then
	ok link_is_replaced
else
	bad link_is_replaced "$(cat stderr; ls -l out)"
fi
exit $status
