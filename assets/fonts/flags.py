#!/usr/bin/env python3
"""Makes flags.ttf of sans-bold.ttf: a flag that bears the letters of its country.

usage: flags.py   (needs fonttools, in the folder of the faces)

A flag is two signs in Unicode, the letters of a country's code, and no face of one colour has a flag's
own picture. So each half of a flag has a letter on it: the first halves, with the pole, have the code
points of the signs, the second ones those of the Latin capitals.
"""
from fontTools import ttLib
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen

# In thousandths of the size: the room on either side, a half of the cloth, the line around it, how
# high that stands and where the pole ends, how high letters are and how wide at most.
ROOM, HALF, LINE, TOP, BOTTOM, FOOT, CAPITALS, WIDEST = 40, 480, 44, 700, 40, -140, 400, 350
SEAM = 30  # how far the halves reach over each other: a line that is justified moves them apart
FIRST_SIGN, LETTERS = 0x1F1E6, 26

FIRST = [(ROOM, TOP), (ROOM + HALF + SEAM, TOP), (ROOM + HALF + SEAM, TOP - LINE), (ROOM + LINE, TOP - LINE), (ROOM + LINE, BOTTOM + LINE),
         (ROOM + HALF + SEAM, BOTTOM + LINE), (ROOM + HALF + SEAM, BOTTOM), (ROOM + LINE, BOTTOM), (ROOM + LINE, FOOT), (ROOM, FOOT)]
SECOND = [(-SEAM, TOP), (HALF, TOP), (HALF, BOTTOM), (-SEAM, BOTTOM), (-SEAM, BOTTOM + LINE), (HALF - LINE, BOTTOM + LINE),
          (HALF - LINE, TOP - LINE), (-SEAM, TOP - LINE)]


def half(shapes, letter: str, scale: float, outline: list[tuple[int, int]], middle: float):
    bounds, pen = BoundsPen(shapes), TTGlyphPen(None)
    shapes[letter].draw(bounds)
    left, _, right, _ = bounds.bounds
    across = min(scale, WIDEST / (right - left))
    shapes[letter].draw(TransformPen(pen, (across, 0, 0, scale, middle - across * (left + right) / 2, (TOP + BOTTOM - CAPITALS) / 2)))
    pen.moveTo(outline[0])
    for point in outline[1:]:
        pen.lineTo(point)
    pen.closePath()
    return pen.glyph()


letters = ttLib.TTFont("sans-bold.ttf")
shapes, capitals = letters.getGlyphSet(), letters.getBestCmap()
scale = CAPITALS / letters["OS/2"].sCapHeight
glyphs, codes = {".notdef": TTGlyphPen(None).glyph()}, {}
for number in range(LETTERS):
    capital = ord("A") + number
    first, second = f"first.{capital:c}", f"second.{capital:c}"
    glyphs[first] = half(shapes, capitals[capital], scale, FIRST, ROOM + (HALF + LINE) / 2)
    glyphs[second] = half(shapes, capitals[capital], scale, SECOND, (HALF - LINE) / 2)
    codes[FIRST_SIGN + number], codes[capital] = first, second

builder = FontBuilder(1000, isTTF=True)
builder.setupGlyphOrder(list(glyphs))
builder.setupCharacterMap(codes)
builder.setupGlyf(glyphs)
builder.setupHorizontalMetrics({name: (ROOM + HALF, glyph.xMin if glyph.numberOfContours else 0) for name, glyph in glyphs.items()})
builder.setupHorizontalHeader(ascent=900, descent=-200)
name = "Communique-Flags-Regular"
builder.setupNameTable({"familyName": "Communique Flags", "styleName": "Regular", "uniqueFontIdentifier": name, "fullName": name.replace("-", " "), "psName": name})
builder.setupOS2(version=4, sTypoAscender=900, sTypoDescender=-200, sCapHeight=TOP, usWinAscent=900, usWinDescent=200, fsType=0)
builder.setupPost()
builder.font["head"].created = builder.font["head"].modified = letters["head"].modified
builder.font.recalcTimestamp = False
builder.font.save("flags.ttf")
