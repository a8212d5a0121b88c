#!/usr/bin/env python3
"""Make rarenames.txt of OpenCorpora's first names, and hold the forms against it.

    pip install pymorphy3
    python3 opencorpora.py names                  # writes rarenames.txt
    python3 opencorpora.py measure ./communique   # asks the program for every form

The dictionary is that of opencorpora.org, CC BY-SA 3.0, as pymorphy3 holds it.
Where it gives a word several forms of a case, each of them is right; ё counts as е.
"""

import json
import os
import subprocess
import sys

import pymorphy3

HERE = os.path.dirname(os.path.abspath(__file__))
CASES = {"nomn": "nom", "gent": "gen", "datv": "dat", "accs": "acc", "ablt": "ins", "loct": "prep"}
GENDERS = {"masc": "m", "femn": "f"}
RARE = ("voct", "V-oy", "V-ey", "Arch", "gen2", "loc2", "V-be", "Infr", "Erro")
# Names of books, films and games, and what are no names.
NO_NAMES = ("ктулху", "макбет", "чебурашка", "буратино", "колобок", "пятачок", "баба", "бэтмен")


# Surnames and first names whose forms in that dictionary are slips, by their gender:
# men's surnames in a consonant that stay, women's in -а that stay beside men's that
# decline, misspelt endings; Rosenthal's Справочник, §§ 149–150, has them otherwise.
SLIPS = {
    "m": "масюк пинчук савчук федорчук зайкин чепурной аладдин гия джей кака монсеррат остин",
    "f": "чайка верунчик",
}


def lexemes(kind):
    """Yield (word, gender, forms) of all words with the mark Name, Surn or Patr."""
    dictionary = pymorphy3.MorphAnalyzer().dictionary
    for word, (paradigm_id, index) in dictionary.words.iteritems():
        paradigm = dictionary.paradigms[paradigm_id]
        length = len(paradigm) // 3
        tags = [dictionary.gramtab[paradigm[length + i]] for i in range(length)]
        if index != 0 or kind not in tags[0].grammemes:
            continue
        stem = word[:len(word) - len(dictionary.suffixes[paradigm[0]])]
        for gender in ("masc", "femn", "ms-f", "GNdr"):
            forms = {}
            for i, tag in enumerate(tags):
                if "plur" in tag.grammemes or gender not in tag.grammemes or any(rare in tag.grammemes for rare in RARE):
                    continue
                for case, code in CASES.items():
                    if case in tag.grammemes:
                        forms.setdefault(code, set()).add(stem + dictionary.suffixes[paradigm[i]])
            if len(forms) == len(CASES) and len(forms["nom"]) == 1:
                yield min(forms["nom"]), gender, forms


def fold(word):
    return word.lower().replace("ё", "е")


def listed():
    """The names that names.txt has."""
    with open(os.path.join(HERE, "names.txt"), encoding="utf-8") as lines:
        return {fold(name) for line in lines if not line.startswith("#") for name in line.split()[1:]}


def write_names():
    known, genders = listed(), {}
    surnames = {fold(word) for word, _, _ in lexemes("Surn")}
    for name, gender, _ in lexemes("Name"):
        word = fold(name)
        if word not in known and "-" not in word and word not in NO_NAMES:
            genders.setdefault(word, set()).update(GENDERS.get(gender, "mf"))
    lines = {}
    for word in sorted(genders):
        mark = ("b" if len(genders[word]) > 1 else min(genders[word])) + ("s" if word in surnames else "")
        lines.setdefault((mark, word[0]), []).append(word)
    path = os.path.join(HERE, "rarenames.txt")
    with open(path, encoding="utf-8") as old:
        header = [line for line in old if line.startswith("#")]
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        out.writelines(header)
        for (mark, _), words in sorted(lines.items()):
            out.write(mark + " " + " ".join(words) + "\n")


def measure(program, kind):
    words = {"m": {}, "f": {}}
    for word, gender, forms in lexemes(kind):
        for g in GENDERS.get(gender, "mf"):
            words[g].setdefault(word, []).append(forms)
    count = wrong = missed = guesses = sure = slips = 0
    for gender, right in words.items():
        asked = ["-".join(part.capitalize() for part in word.split("-")) for word in right]
        command = [program, "decline", "--json", "--kind", "person", "--gender", gender, "-"]
        answer = subprocess.run(command, input="\n".join(asked), capture_output=True, text=True, check=True)
        for word, got in zip(right, json.loads(answer.stdout)):
            best = min(sum(fold(got["forms"][code]) not in map(fold, forms[code]) for code in CASES.values()) for forms in right[word])
            count, wrong, guesses = count + 1, wrong + best, guesses + got["guess"]
            missed, sure = missed + (best > 0), sure + (best > 0 and not got["guess"])
            slips += best > 0 and not got["guess"] and word in SLIPS[gender].split()
    print(f"{kind}: {count} words, {100 - 100 * wrong / count / len(CASES):.2f} % of the forms right; "
          f"{missed} words missed, {sure} of them said to be sure, of which {slips} are slips of the dictionary; {guesses} guesses")


if __name__ == "__main__":
    if sys.argv[1:] == ["names"]:
        write_names()
    else:
        for kind in ("Name", "Surn", "Patr"):
            measure(sys.argv[2], kind)
