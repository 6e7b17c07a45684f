# SPDX-License-Identifier: MIT
"""An invented report of any length, the same at every run: as page text, Markdown, HTML and DOCX."""
import io
import random
import textwrap
import zipfile

THINGS = '''harbour lantern ferry orchard bridge kettle ledger meadow pilot quarry ribbon saddle thimble valley willow
    anchor barley candle drum ember feather garden hollow island jetty kiln lamp mill nettle oar pebble quill reed sail
    tide urn vessel wagon yarn bell cloak dune'''.split()
DEEDS = 'keeps counts carries repairs measures lends paints returns opens guards follows records'.split()
ROMAN = ((100, 'C'), (90, 'XC'), (50, 'L'), (40, 'XL'), (10, 'X'), (9, 'IX'), (5, 'V'), (4, 'IV'), (1, 'I'))
HEAD = ('United Nations', 'A/99/988', 'General Assembly', 'Distr.: General', '1 May 2098', 'Original: English',
        'Ninety-ninth session', 'Agenda item 9', 'Inventory of small things', 'Report of the Secretary-General')
PAGE_LINES = 40


def roman(n):
    text = ''
    for value, sign in ROMAN:
        text += sign * (n // value)
        n %= value
    return text


def sentence(chance):
    def some():
        return f'the {chance.choice(THINGS)} of the {chance.choice(THINGS)}'
    text = (f'{some()} {chance.choice(DEEDS)} {some()} near {some()}, '
            f'and {some()} {chance.choice(DEEDS)} it')
    return text[0].upper() + text[1:]


def blocks(chance):
    """(what it is, its label, text, (mark, text) of the note that it calls or None); without end."""
    for line in HEAD:
        yield 'line', '', line, None
    note = 0
    for number in range(1, 100000):
        if number % 12 == 1:
            yield ('heading', f'{roman(number // 12 + 1)}.',
                   f'{chance.choice(THINGS).capitalize()} and {chance.choice(THINGS)}', None)
        text = '. '.join(sentence(chance) for _ in range(chance.randint(2, 5))) + '.'
        calls = number % 4 == 0
        note += calls
        yield ('para', f'{number}.', text,
               (note, f'See A/98/{100 + note}, para. {chance.randint(1, 60)}.') if calls else None)
        if number % 6 == 0:
            for label in 'abc':
                yield 'item', f'({label})', f'{sentence(chance)};', None


def as_pages(size):
    """About so many bytes of page text."""
    pages, lines, notes, total = 1, [], [], 0
    out = []
    for _, label, text, note in blocks(random.Random(1)):
        lines += textwrap.wrap(f'{label} {text}{note[0] if note else ""}'.strip(), 90) + ['']
        notes += [f'{note[0]} {note[1]}'] if note else []
        if len(lines) < PAGE_LINES:
            continue
        pages += 1
        foot = ['_' * 18, *notes] if notes else []
        out.append('\n'.join([*lines, *foot, '', 'A/99/988', f'98-00001 {pages}/999']) + '\n')
        total += len(out[-1]) + 1
        lines, notes = [], []
        if total >= size:
            return '\f'.join(out).encode()


def until(size):
    """Blocks with together about so many bytes of text."""
    total = 0
    for block in blocks(random.Random(1)):
        total += len(block[1]) + len(block[2]) + (len(block[3][1]) if block[3] else 0) + 2
        yield block
        if total >= size:
            return


def as_markdown(size):
    out, notes = [], []
    for kind, label, text, note in until(size):
        call = f'[^{note[0]}]' if note else ''
        out.append({'heading': '## '}.get(kind, '') + f'{label} {text}{call}'.strip())
        notes += [f'[^{note[0]}]: {note[1]}'] if note else []
    return '\n\n'.join(out + notes).encode() + b'\n'


def as_html(size):
    out, notes = ['<html lang="en"><body>'], []
    for kind, label, text, note in until(size):
        tag = 'h2' if kind == 'heading' else 'p'
        call = f'<sup><a id="c{note[0]}" href="#n{note[0]}">{note[0]}</a></sup>' if note else ''
        out.append(f'<{tag}>{label} {text}{call}</{tag}>'.replace('> ', '>'))
        notes += [f'<p id="n{note[0]}"><a href="#c{note[0]}">{note[0]}</a> {note[1]}</p>'] if note else []
    return '\n'.join(out + notes + ['</body></html>']).encode() + b'\n'


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
STYLES = {'heading': ('heading 1', 1, 0), 'para': ('Numbered', 2, 0), 'item': ('Lettered', 2, 1)}
LEVELS = {1: (('upperRoman', '%1.'),), 2: (('decimal', '%1.'), ('lowerLetter', '(%2)'))}


def run(text):
    """As Word writes it: a property or two and the text."""
    return f'<w:r><w:rPr><w:lang w:val="en-US"/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def as_docx(size):
    """So many bytes of text, its numbers counted by Word."""
    body, notes = [], []
    for kind, _, text, note in until(size):
        call = f'<w:r><w:footnoteReference w:id="{note[0]}"/></w:r>' if note else ''
        style = f'<w:pPr><w:pStyle w:val="{kind}"/></w:pPr>' if kind in STYLES else ''
        half = text.find(' ', len(text) // 2)
        body.append(f'<w:p>{style}{run(text[:half])}{run(text[half:])}{call}</w:p>')
        notes += [f'<w:footnote w:id="{note[0]}"><w:p>{run(note[1])}</w:p></w:footnote>'] if note else []
    styles = ''.join(
        f'<w:style w:styleId="{id}"><w:name w:val="{name}"/><w:pPr><w:numPr><w:ilvl w:val="{level}"/>'
        f'<w:numId w:val="{num}"/></w:numPr></w:pPr></w:style>' for id, (name, num, level) in STYLES.items())
    numbers = ''.join(f'<w:abstractNum w:abstractNumId="{k}">' + ''.join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for i, (form, text) in enumerate(levels)) + '</w:abstractNum>' for k, levels in LEVELS.items())
    numbers += ''.join(f'<w:num w:numId="{k}"><w:abstractNumId w:val="{k}"/></w:num>' for k in LEVELS)
    kinds = ('styles', 'numbering', 'footnotes')
    parts = {
        '_rels/.rels': f'<Relationships><Relationship Id="r" Type="{REL}officeDocument" Target="word/document.xml"/>'
                       '</Relationships>',
        'word/_rels/document.xml.rels': '<Relationships>' + ''.join(
            f'<Relationship Id="{k}" Type="{REL}{k}" Target="{k}.xml"/>' for k in kinds) + '</Relationships>',
        'word/styles.xml': f'<w:styles {W}>{styles}</w:styles>',
        'word/numbering.xml': f'<w:numbering {W}>{numbers}</w:numbering>',
        'word/footnotes.xml': f'<w:footnotes {W}>{"".join(notes)}</w:footnotes>',
        'word/document.xml': f'<w:document {W}><w:body>{"".join(body)}</w:body></w:document>'}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, 'w', zipfile.ZIP_DEFLATED) as z:
        for name, text in parts.items():
            z.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


FORMS = {'txt': ('page text', as_pages), 'md': ('Markdown', as_markdown), 'html': ('HTML', as_html),
         'docx': ('DOCX', as_docx)}
