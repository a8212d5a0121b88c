#!/usr/bin/env python3
"""Write what the spelling dictionaries are made of into a folder, as plain lists.

    pip install pymorphy3 wordfreq
    python3 spelling.py FOLDER

forms.txt: OpenCorpora's words (opencorpora.org, CC BY-SA 3.0, as the package
pymorphy3-dicts-ru holds them), with ё and with the capitals of names, without
those that OpenCorpora itself calls errors, distorted, slang or archaic, and
without forms that no release has.
yo.txt: the words that can be read with ё alone, a word and 2 a line, or 1 where a
name is written so too: «ещё», but not «всё», which «все» may be.
ru.txt, en.txt: words by frequency, a word and its negative logarithm in
hundredths a line (wordfreq 3.1.1 by Robyn Speer, data CC BY-SA 4.0).
"""

import os
import sys

import pymorphy3
import wordfreq

# Of these a reading is left out: errors, distorted words, slang, what is archaic
# or said in no written text, «водою», «изданье», «сделавши», «пойдёмте».
SKIPPED = {"Erro", "Dist", "Slng", "Infr", "Arch", "incl", "V-oy", "V-ey", "V-be", "V-bi", "V-sh", "Fimp", "Inmx", "Init"}
NAMES = {"Name", "Surn", "Patr", "Geox", "Orgn", "Trad"}
# Frequencies below 10^-7.5 are chance.
RAREST = 750


def titled(word):
    return "-".join(part[:1].upper() + part[1:] for part in word.split("-"))


def forms(dictionary):
    for word, (paradigm_id, index) in dictionary.words.iteritems():
        paradigm = dictionary.paradigms[paradigm_id]
        length = len(paradigm) // 3
        tags = set()
        for at in (0, index):
            tags |= set(str(dictionary.gramtab[paradigm[length + at]]).replace(" ", ",").split(","))
        if tags & SKIPPED or any(c.isdigit() for c in word):
            continue
        if "Abbr" in tags:
            if "-" not in word and not tags & {"Fixd"}:
                continue  # «цкам»
            yield word if "-" in word else word.upper()
        elif tags & NAMES:
            yield titled(word)
        else:
            yield word


def with_yo(dictionary):
    """The words of which no reading at all, of whatever kind, has е where they have ё."""
    readings = {}
    for word, (paradigm_id, index) in dictionary.words.iteritems():
        if "ё" in word:
            readings.setdefault(word.replace("ё", "е"), {}).setdefault(word, []).append((paradigm_id, index))
    for word, (paradigm_id, index) in dictionary.words.iteritems():
        if word in readings:
            readings[word].setdefault(word, []).append((paradigm_id, index))
    for spellings in readings.values():
        for word, found in spellings.items() if len(spellings) == 1 else ():
            tags = []
            for paradigm_id, index in found:
                paradigm = dictionary.paradigms[paradigm_id]
                length = len(paradigm) // 3
                tags.append(set(",".join(str(dictionary.gramtab[paradigm[length + at]]).replace(" ", ",") for at in (0, index)).split(",")))
            if "-" not in word and any(not t & (NAMES | {"Erro", "Dist", "Slng", "Abbr"}) for t in tags):
                yield word, 1 if any(t & NAMES for t in tags) else 2


def main(folder):
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "forms.txt"), "w", encoding="utf-8", newline="\n") as out:
        for word in sorted(set(forms(pymorphy3.MorphAnalyzer().dictionary))):
            out.write(word + "\n")
    with open(os.path.join(folder, "yo.txt"), "w", encoding="utf-8", newline="\n") as out:
        for word, sure in sorted(with_yo(pymorphy3.MorphAnalyzer().dictionary)):
            out.write(f"{word}\t{sure}\n")
    for language in ("ru", "en"):
        with open(os.path.join(folder, language + ".txt"), "w", encoding="utf-8", newline="\n") as out:
            for rank, words in enumerate(wordfreq.get_frequency_list(language, "large")):
                for word in words if rank <= RAREST else ():
                    out.write(f"{word}\t{rank}\n")


if __name__ == "__main__":
    main(sys.argv[1])
