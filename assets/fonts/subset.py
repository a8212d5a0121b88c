#!/usr/bin/env python3
"""Makes the embedded faces from the originals.

usage: subset.py FOLDER-WITH-ORIGINALS   (needs fonttools and brotli)

The originals are PT Serif (PTF55F.ttf, PTF75F.ttf, PTF56F.ttf, PTF76F.ttf), PT Sans
(PTS55F.ttf, PTS75F.ttf, PTS56F.ttf, PTS76F.ttf), DejaVu Serif (DejaVuSerif.ttf), and Noto Emoji in the parts in which
web sites get it (noto-emoji-*-400-normal.woff2 of @fontsource/noto-emoji). Only the letters that releases
need are kept, without hinting and layout tables but for the kerning of the
letters that are often seen: a face of 110 KB instead of 400. ParaType's licence
asks that a changed face bear another name, so the faces are renamed.
"""
import pathlib
import sys

from fontTools import merge, subset, ttLib

EUROPE = [*range(0x20, 0x7F), *range(0xA0, 0x180), 0x218, 0x219, 0x21A, 0x21B]
CYRILLIC = [*range(0x300, 0x30D), *range(0x400, 0x530)]
SIGNS = [*range(0x2010, 0x2028), 0x202F, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x2044,
         0x20AC, 0x20B4, 0x20B8, 0x20BD, 0x2116, 0x2122, 0x2212, 0x2260, 0x2264, 0x2265, 0xFFFD]
OTHERS = [*range(0x370, 0x400), *range(0x531, 0x590), *range(0x10A0, 0x1100), *range(0x180, 0x250),
          *range(0x2000, 0x2070), *range(0x2070, 0x2095), *range(0x20A0, 0x20C0), *range(0x2150, 0x2189),
          *range(0x2190, 0x2200), *range(0x2200, 0x22FF), 0x25A0, 0x25A1, 0x25AA, 0x25CF, 0x25CB,
          *range(0x2600, 0x2700), *range(0x2700, 0x27C0), *range(0x1E00, 0x1F00), *range(0x1F00, 0x2000),
          *range(0x2DE0, 0x2E00), *range(0xA640, 0xA6A0)]

# Kerned are Latin, Russian and the marks between words. A pair moved by less
# than KERN_LEAST thousandths of the size nobody sees.
KERNED = [*range(0x21, 0x7F), 0xAB, 0xBB, *range(0x410, 0x450), 0x401, 0x451, 0x2013, 0x2014, *range(0x2018, 0x201F), 0x2026, 0x2116]
KERN_LEAST = 6

FACES = [
    ("PTF55F.ttf", "serif.ttf", "Communique Serif", "Regular", EUROPE + CYRILLIC + SIGNS),
    ("PTF75F.ttf", "serif-bold.ttf", "Communique Serif", "Bold", EUROPE + CYRILLIC + SIGNS),
    ("PTF56F.ttf", "serif-italic.ttf", "Communique Serif", "Italic", EUROPE + CYRILLIC + SIGNS),
    ("PTF76F.ttf", "serif-bold-italic.ttf", "Communique Serif", "Bold Italic", EUROPE + CYRILLIC + SIGNS),
    ("PTS55F.ttf", "sans.ttf", "Communique Sans", "Regular", EUROPE + CYRILLIC + SIGNS),
    ("PTS75F.ttf", "sans-bold.ttf", "Communique Sans", "Bold", EUROPE + CYRILLIC + SIGNS),
    ("PTS56F.ttf", "sans-italic.ttf", "Communique Sans", "Italic", EUROPE + CYRILLIC + SIGNS),
    ("PTS76F.ttf", "sans-bold-italic.ttf", "Communique Sans", "Bold Italic", EUROPE + CYRILLIC + SIGNS),
    ("DejaVuSerif.ttf", "fallback.ttf", "Communique Fallback", "Regular", EUROPE + CYRILLIC + SIGNS + OTHERS),
    ("NotoEmoji.ttf", "emoji.ttf", "Communique Emoji", "Regular", []),
]


def thin_kerning(font: ttLib.TTFont) -> None:
    """Leaves the pairs of KERNED letters, fewer than the table's length field can tell."""
    if "kern" not in font:
        return
    cmap = font.getBestCmap()
    kerned = {cmap[letter] for letter in KERNED if letter in cmap}
    table = font["kern"].kernTables[0]
    table.kernTable = {
        pair: value for pair, value in table.kernTable.items()
        if kerned.issuperset(pair) and abs(value) >= KERN_LEAST
    }
    font["kern"].kernTables = [table]


def join_emoji(folder: pathlib.Path) -> None:
    """Makes one face of the parts, without the tables that join several signs to one."""
    parts = []
    for path in sorted(folder.glob("noto-emoji-[0-9]*-400-normal.woff2")):
        font = ttLib.TTFont(path, recalcTimestamp=False)
        font.flavor = None
        for name in ("GSUB", "GPOS", "GDEF", "STAT", "vhea", "vmtx", "meta", "gasp"):
            if name in font:
                del font[name]
        parts.append(path.with_suffix(".ttf"))
        font.save(parts[-1])
    merge.Merger().merge([str(part) for part in parts]).save(folder / "NotoEmoji.ttf")


def make(folder: pathlib.Path, source: str, target: str, family: str, style: str, letters: list[int]) -> None:
    font = ttLib.TTFont(folder / source, recalcTimestamp=False)
    if not letters:
        letters = list(font.getBestCmap())
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.legacy_kern = True
    options.drop_tables += ["GPOS", "GSUB", "GDEF", "MATH", "DSIG", "FFTM", "LTSH", "VDMX", "hdmx", "gasp"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    chosen = subset.Subsetter(options)
    chosen.populate(unicodes=letters)
    chosen.subset(font)
    thin_kerning(font)
    full = f"{family} {style}"
    for record in font["name"].names:
        own = {1: family, 2: style, 3: full, 4: full, 6: full.replace(" ", "-")}.get(record.nameID)
        if own:
            record.string = own.encode(record.getEncoding())
    font.save(target)


join_emoji(pathlib.Path(sys.argv[1]))
for face in FACES:
    make(pathlib.Path(sys.argv[1]), *face)
