# SPDX-License-Identifier: MIT
"""An invented report of any length as page text, the same at every run."""
import random
import textwrap

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
    """Headings, paragraphs, items, each with the notes that it calls; without end."""
    for line in HEAD:
        yield line, None
    note = 0
    for number in range(1, 100000):
        if number % 12 == 1:
            yield f'{roman(number // 12 + 1)}. {chance.choice(THINGS).capitalize()} and {chance.choice(THINGS)}', None
        text = '. '.join(sentence(chance) for _ in range(chance.randint(2, 5))) + '.'
        if number % 4 == 0:
            note += 1
            yield f'{number}. {text}{note}', f'{note} See A/98/{100 + note}, para. {chance.randint(1, 60)}.'
        else:
            yield f'{number}. {text}', None
        if number % 6 == 0:
            for label in 'abc':
                yield f'({label}) {sentence(chance)};', None


def long_report(size):
    """About so many bytes."""
    pages, lines, notes, total = 1, [], [], 0
    out = []
    for text, note in blocks(random.Random(1)):
        lines += textwrap.wrap(text, 90) + ['']
        notes += [note] if note else []
        if len(lines) < PAGE_LINES:
            continue
        pages += 1
        foot = ['_' * 18, *notes] if notes else []
        out.append('\n'.join([*lines, *foot, '', 'A/99/988', f'98-00001 {pages}/999']) + '\n')
        total += len(out[-1]) + 1
        lines, notes = [], []
        if total >= size:
            return '\f'.join(out)
