#!/usr/bin/env python3
"""Makes the embedded faces from the originals.

usage: subset.py FOLDER-WITH-ORIGINALS   (needs fonttools and brotli)

The originals are PT Serif (PTF55F.ttf, PTF75F.ttf, PTF56F.ttf, PTF76F.ttf), PT Sans
(PTS55F.ttf, PTS75F.ttf, PTS56F.ttf, PTS76F.ttf), DejaVu Serif and Sans (DejaVuSerif.ttf,
DejaVuSerif-Bold.ttf, DejaVuSerif-Italic.ttf, DejaVuSerif-BoldItalic.ttf, DejaVuSans.ttf, DejaVuSans-Bold.ttf), Noto Serif with
its Armenian and Georgian (NotoSerif-Regular.ttf, NotoSerifArmenian-Regular.ttf, NotoSerifGeorgian-Regular.ttf, and Bold), and Noto Emoji in the parts in which
web sites get it (noto-emoji-*-400-normal.woff2 of @fontsource/noto-emoji). Only the letters that releases
need are kept, without hinting and layout tables but for the kerning of the
letters that are often seen: a face of 110 KB instead of 400. ParaType's licence
asks that a changed face bear another name, so the faces are renamed.
"""
import copy
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
          *range(0x2DE0, 0x2E00), *range(0xA640, 0xA6A0), 0x259, 0x2B9, *range(0x2BB, 0x2BE), *range(0x300, 0x370), *range(0x2100, 0x2150),
          0x25E6, *range(0xFB00, 0xFB07), *range(0xFB13, 0xFB18)]

# What a page says in bold, in italics or without serifs: no symbols that no sentence has.
SPOKEN = [*range(0x180, 0x250), 0x259, 0x2B9, *range(0x2BB, 0x2BE), *range(0x300, 0x370), *range(0x370, 0x400), *range(0x531, 0x590),
          *range(0x10D0, 0x1100), *range(0x1E00, 0x1F00), *range(0x2010, 0x2060), *range(0x2070, 0x2095), *range(0x20A0, 0x20C0),
          *range(0x2100, 0x2150), *range(0x2150, 0x2189), *range(0x2190, 0x2196), 0x21D2, 0x21D4, 0x2202, 0x2206, 0x220F, 0x2211, 0x2215, 0x221A,
          0x221E, 0x222B, 0x2248, 0x25A0, 0x25A1, 0x25AA, 0x25CB, 0x25CF, 0x25E6, *range(0xFB00, 0xFB07), *range(0xFB13, 0xFB18)]
# Bullets, ticks, circled numbers and letters above the line, which DejaVu Sans alone has.
BULLETS = [*range(0x2B0, 0x2BB), *range(0x1D2C, 0x1D6B), *range(0x2460, 0x2474), 0x25A2, 0x25A3, *range(0x25AA, 0x25AD), *range(0x25B2, 0x25C8), 0x25C9,
           0x25D8, 0x25E6, 0x2605, 0x2606, 0x260E, 0x260F, *range(0x2610, 0x2613), 0x2639, 0x263A, *range(0x2660, 0x2668), 0x2709, *range(0x2713, 0x2719),
           *range(0x2720, 0x2724), *range(0x2730, 0x274D), 0x2756, *range(0x2776, 0x2794), *range(0x2794, 0x27AF), 0x29BF, 0x2B1B, 0x2B1C]
# Signs that DejaVu lacks: money of our days, the dram, Georgian capitals.
LATER = [*range(0x20A0, 0x20C0), 0x58F, *range(0x1C90, 0x1CC0)]

# Kerned are Latin, Russian and the marks between words. A pair moved by less
# than KERN_LEAST thousandths of the size nobody sees.
KERNED = [*range(0x21, 0x7F), 0xAB, 0xBB, *range(0x410, 0x450), 0x401, 0x451, 0x2013, 0x2014, *range(0x2018, 0x201F), 0x2026, 0x2116]
KERN_LEAST = 6

# Letters of other alphabets that look like one a face has: Azerbaijani's ə like the Cyrillic ә, the
# signs within Uzbek words like quotation marks. Each gets a shape of its own, so that it is
# copied as what it is.
ALIKE = {0x18F: 0x4D8, 0x259: 0x4D9, 0x2BB: 0x2018, 0x2BC: 0x2019}

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
    ("DejaVuSerif-Bold.ttf", "fallback-bold.ttf", "Communique Fallback", "Bold", SPOKEN),
    ("DejaVuSerif-Italic.ttf", "fallback-italic.ttf", "Communique Fallback", "Italic", SPOKEN),
    ("DejaVuSerif-BoldItalic.ttf", "fallback-bold-italic.ttf", "Communique Fallback", "Bold Italic", SPOKEN),
    ("DejaVuSans.ttf", "fallback-sans.ttf", "Communique Fallback Sans", "Regular", SPOKEN + BULLETS),
    ("DejaVuSans-Bold.ttf", "fallback-sans-bold.ttf", "Communique Fallback Sans", "Bold", SPOKEN + BULLETS),
    ("NotoSerifSigns-Regular.ttf", "signs.ttf", "Communique Signs", "Regular", LATER),
    ("NotoSerifSigns-Bold.ttf", "signs-bold.ttf", "Communique Signs", "Bold", LATER),
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


def join_signs(folder: pathlib.Path, weight: str) -> None:
    """Makes one face of Noto Serif's and its Armenian and Georgian."""
    parts = []
    for family in ("NotoSerif", "NotoSerifArmenian", "NotoSerifGeorgian"):
        font = ttLib.TTFont(folder / f"{family}-{weight}.ttf", recalcTimestamp=False)
        options = subset.Options()
        options.hinting = False
        options.layout_features = []
        options.drop_tables += ["GPOS", "GSUB", "GDEF", "STAT", "fvar", "gvar", "avar", "HVAR", "MVAR", "DSIG"]
        chosen = subset.Subsetter(options)
        chosen.populate(unicodes=[letter for letter in LATER if letter in font.getBestCmap() and (family == "NotoSerif" or letter not in range(0x20A0, 0x20C0))])
        chosen.subset(font)
        parts.append(folder / f"part-{family}-{weight}.ttf")
        font.save(parts[-1])
    merge.Merger().merge([str(part) for part in parts]).save(folder / f"NotoSerifSigns-{weight}.ttf")


def lend(font: ttLib.TTFont) -> None:
    """Gives the face the letters of ALIKE that it lacks."""
    for letter, like in ALIKE.items():
        cmap = font.getBestCmap()
        if letter in cmap or like not in cmap:
            continue
        name = f"uni{letter:04X}"
        font.setGlyphOrder([*font.getGlyphOrder(), name])
        font["glyf"].glyphs[name] = copy.deepcopy(font["glyf"][cmap[like]])
        font["hmtx"].metrics[name] = font["hmtx"].metrics[cmap[like]]
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[letter] = name


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
    lend(font)
    full = f"{family} {style}"
    for record in font["name"].names:
        own = {1: family, 2: style, 3: full, 4: full, 6: full.replace(" ", "-")}.get(record.nameID)
        if own:
            record.string = own.encode(record.getEncoding())
    font.save(target)


join_emoji(pathlib.Path(sys.argv[1]))
for heavy in ("Regular", "Bold"):
    join_signs(pathlib.Path(sys.argv[1]), heavy)
for face in FACES:
    make(pathlib.Path(sys.argv[1]), *face)
