#!/usr/bin/env python3
"""Make russian.txt: the forms of Russian words, for searching.

The forms are OpenCorpora's (opencorpora.org, CC BY-SA 3.0), as the package
pymorphy3-dicts-ru holds them.

    pip install pymorphy3
    python3 paradigms.py

The file has two parts, parted by a line "---". First the sets of endings, a
line each, endings parted by commas. Then the words, sorted: the letters all
their forms begin with, a tab, and the number of their set in hexadecimal. A
word whose forms share less than two letters («год», «лет») has its forms in
full in a set of its own, marked "*", and a line for each way they begin.
"""

import os

import pymorphy3

# Abbreviations do not bend.
SKIPPED = ("Abbr", "Init")
# Forms that no release has: «делаемте», «водою», «длинней».
RARE = ("incl", "Arch", "V-oy", "V-ey")


def lexemes(dictionary):
    """Yield the forms of each word, ё as е, without those that no release has."""
    for word, (paradigm_id, index) in dictionary.words.iteritems():
        if index != 0:
            continue
        paradigm = dictionary.paradigms[paradigm_id]
        length = len(paradigm) // 3
        tags = [str(dictionary.gramtab[paradigm[length + i]]) for i in range(length)]
        if any(skipped in tags[0] for skipped in SKIPPED) or "-" in word:
            continue  # the parts of a compound are words of their own
        suffix = dictionary.suffixes[paradigm[0]]
        stem = word[:len(word) - len(suffix)]
        yield {
            (stem + dictionary.suffixes[paradigm[i]]).replace("ё", "е")
            for i in range(length)
            if not dictionary.paradigm_prefixes[paradigm[2 * length + i]]  # «подлиннее», «наидлиннейший»
            and not any(rare in tags[i] for rare in RARE)
        }


def write(out, dictionary):
    numbers = {}
    lines = set()
    for forms in lexemes(dictionary):
        if len(forms) < 2:
            continue
        begin = os.path.commonprefix(list(forms))
        if len(begin) >= 2:
            key = ",".join(sorted(form[len(begin):] for form in forms))
            begins, mark = [begin], ""
        else:
            key = ",".join(sorted(forms))
            begins, mark = {form[:2] for form in forms}, "*"
        number = numbers.setdefault(key, len(numbers))
        for begin in begins:
            lines.add(f"{begin}\t{mark}{number:x}")
    for key in numbers:
        out.write(key + "\n")
    out.write("---\n")
    for line in sorted(lines):
        out.write(line + "\n")


if __name__ == "__main__":
    here = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(here, "russian.txt"), "w", encoding="utf-8", newline="\n") as out:
        write(out, pymorphy3.MorphAnalyzer().dictionary)
