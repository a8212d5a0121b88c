#!/usr/bin/env python3
"""Make nouns.txt: the case forms of Russian common nouns, for declining phrases.

The forms are OpenCorpora's (opencorpora.org, CC BY-SA 3.0), as the package
pymorphy3-dicts-ru holds them.

    pip install pymorphy3
    python3 nouns.py
"""

import os

import pymorphy3

HEADER = """\
# Russian common nouns with their twelve forms. Derived from OpenCorpora
# (opencorpora.org), CC BY-SA 3.0: see LICENSE-OpenCorpora.txt. Made by nouns.py.
# First the paradigms: gender (m, f, n, c for both, p for plural alone), "a" for
# animate, and the twelve endings in the order of cases, singular before plural,
# "-" for a form there is not. After "---" the words, sorted: what their forms
# begin with, ё as е; the number of the paradigm in hexadecimal; and the
# beginning with its ё, where it has one.
"""

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
# Names and abbreviations are declined by rules of their own.
SKIPPED = ("Name", "Surn", "Patr", "Geox", "Abbr", "Init", "Orgn", "Trad", "Slng", "Infr", "Erro", "Arch")
# Second forms beside the usual ones: «водою», «в лесу», «чаю».
RARE = ("V-oy", "V-ey", "V-ie", "V-be", "V-en", "Infr", "Arch", "loc2", "gen2", "acc2", "voct", "Erro")

# Nouns of which the dictionary begins with a rarer plural, or mixes two.
PLURALS = {
    "колено": "колени коленей коленям колени коленями коленях",
    "лагерь": "лагеря лагерей лагерям лагеря лагерями лагерях",
    "сын": "сыновья сыновей сыновьям сыновей сыновьями сыновьях",
    "учитель": "учителя учителей учителям учителей учителями учителях",
    "цветок": "цветы цветов цветам цветы цветами цветах",
    "чудо": "чудеса чудес чудесам чудеса чудесами чудесах",
}


def nouns(dictionary):
    """Yield each noun's gender and its twelve forms, "" for those there are not."""
    for word, (paradigm_id, index) in dictionary.words.iteritems():
        if index != 0 or "-" in word:
            continue
        paradigm = dictionary.paradigms[paradigm_id]
        length = len(paradigm) // 3
        tags = [str(dictionary.gramtab[paradigm[length + i]]) for i in range(length)]
        if not tags[0].startswith("NOUN") or any(skipped in tags[0] for skipped in SKIPPED):
            continue
        stem = word[:len(word) - len(dictionary.suffixes[paradigm[0]])]
        forms = [""] * 12
        for i, tag in enumerate(tags):
            if any(rare in tag for rare in RARE):
                continue
            for at, case in enumerate(CASES):
                slot = at if "sing" in tag else at + 6
                if case in tag and not forms[slot]:
                    forms[slot] = stem + dictionary.suffixes[paradigm[i]]
        if word in PLURALS:
            forms[6:] = PLURALS[word].split()
        gender = next((code for mark, code in (("masc", "m"), ("femn", "f"), ("neut", "n"), ("ms-f", "c")) if mark in tags[0]), "p")
        if any(forms):
            yield gender + ("a" if "anim" in tags[0] else ""), forms


def write(out, dictionary):
    numbers, lines = {}, set()
    for gender, forms in nouns(dictionary):
        begin = os.path.commonprefix([form for form in forms if form])
        key = gender + " " + ",".join(form[len(begin):] if form else "-" for form in forms)
        number = numbers.setdefault(key, len(numbers))
        folded = begin.replace("ё", "е")
        lines.add(f"{folded}\t{number:x}" + ("" if folded == begin else "\t" + begin))
    out.write(HEADER)
    for key in numbers:
        out.write(key + "\n")
    out.write("---\n")
    for line in sorted(lines):
        out.write(line + "\n")


if __name__ == "__main__":
    here = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(here, "nouns.txt"), "w", encoding="utf-8", newline="\n") as out:
        write(out, pymorphy3.MorphAnalyzer().dictionary)
