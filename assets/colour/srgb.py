#!/usr/bin/env python3
"""Writes srgb.icc: a version 2 ICC profile of the sRGB colour space.

The figures are those of IEC 61966-2-1 (the curve) and of its primaries adapted
to the D50 white of the profile connection space by the Bradford method.
"""
import pathlib
import struct

PRIMARIES = {"rXYZ": (0.43607, 0.22249, 0.01392), "gXYZ": (0.38515, 0.71687, 0.09708), "bXYZ": (0.14307, 0.06061, 0.71410)}
D50 = (0.96420, 1.0, 0.82491)
POINTS = 256


def fixed(value: float) -> bytes:
    return struct.pack(">i", round(value * 65536))


def linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def xyz(values: tuple[float, float, float]) -> bytes:
    return b"XYZ \0\0\0\0" + b"".join(fixed(value) for value in values)


def description(text: str) -> bytes:
    ascii_text = text.encode() + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">I", len(ascii_text)) + ascii_text + bytes(4 + 4 + 2 + 1 + 67)


curve = b"curv\0\0\0\0" + struct.pack(">I", POINTS) + b"".join(
    struct.pack(">H", round(linear(i / (POINTS - 1)) * 65535)) for i in range(POINTS))
tags = {"desc": description("sRGB"), "cprt": b"text\0\0\0\0No copyright, use freely\0", "wtpt": xyz(D50)}
tags |= {name: xyz(value) for name, value in PRIMARIES.items()}
tags["rTRC"] = curve

table, data = [], b""
start = 128 + 4 + 12 * (len(tags) + 2)
for name, value in tags.items():
    data += bytes(-len(data) % 4)
    table.append((name, start + len(data), len(value)))
    data += value
name, offset, size = table[-1]
table += [("gTRC", offset, size), ("bTRC", offset, size)]
data += bytes(-len(data) % 4)

header = struct.pack(">I4s4s4s4s4s12s4s4sIII", start + len(data), b"\0\0\0\0", b"\x02\x10\0\0", b"mntr", b"RGB ", b"XYZ ",
                     struct.pack(">6H", 2026, 1, 1, 0, 0, 0), b"acsp", b"\0\0\0\0", 0, 0, 0)
header += bytes(8) + struct.pack(">I", 0) + b"".join(fixed(value) for value in D50) + bytes(48)
assert len(header) == 128, len(header)
profile = header + struct.pack(">I", len(table)) + b"".join(
    struct.pack(">4sII", name.encode(), offset, size) for name, offset, size in table) + data
pathlib.Path(__file__).with_name("srgb.icc").write_bytes(profile)
