package typeface

import (
	"encoding/binary"
	"maps"
	"slices"
)

// Subset returns a TrueType file with the given shapes and no others: number i
// of the new file is glyphs[i]. A shape may come twice. Number 0 must be glyph
// 0, as the format asks. Only the tables that draw the shapes are kept.
func (f *Face) Subset(glyphs []GlyphID) ([]byte, error) {
	s := subset{face: f, glyphs: slices.Clone(glyphs), number: map[GlyphID]int{}}
	for i, glyph := range glyphs {
		if _, there := s.number[glyph]; !there {
			s.number[glyph] = i
		}
	}
	return s.write()
}

// subset is a part of a face under way.
type subset struct {
	face   *Face
	glyphs []GlyphID       // grows by the parts of composed shapes
	number map[GlyphID]int // what a glyph is called in the subset
	glyf   []byte
	loca   []byte
}

func (s *subset) write() ([]byte, error) {
	for i := 0; i < len(s.glyphs); i++ {
		if err := s.add(s.glyphs[i]); err != nil {
			return nil, err
		}
	}
	s.loca = binary.BigEndian.AppendUint32(s.loca, uint32(len(s.glyf))) //nolint:gosec // not larger than the face
	tables := map[string][]byte{"glyf": s.glyf, "loca": s.loca, "hmtx": s.widths()}
	for _, name := range []string{"cvt ", "fpgm", "prep"} { // the shapes' instructions need them
		if table, there := s.face.tables[name]; there {
			tables[name] = table
		}
	}
	count := uint16(len(s.glyphs)) //nolint:gosec // TrueType has at most 65,535 glyphs
	tables["maxp"] = slices.Clone(s.face.tables["maxp"])
	binary.BigEndian.PutUint16(tables["maxp"][4:], count)
	tables["hhea"] = slices.Clone(s.face.tables["hhea"])
	binary.BigEndian.PutUint16(tables["hhea"][34:], count)
	tables["head"] = slices.Clone(s.face.tables["head"])
	binary.BigEndian.PutUint32(tables["head"][8:], 0)  // the file's checksum, set below
	binary.BigEndian.PutUint16(tables["head"][50:], 1) // long loca
	return assemble(tables), nil
}

// add copies one shape. The parts of a composed one join the subset, and it is
// told their new numbers.
func (s *subset) add(glyph GlyphID) error {
	shape, err := s.face.outline(glyph)
	if err != nil {
		return err
	}
	from := len(s.glyf)
	s.loca = binary.BigEndian.AppendUint32(s.loca, uint32(from)) //nolint:gosec // not larger than the face
	s.glyf = append(s.glyf, shape...)
	for len(s.glyf)%4 != 0 {
		s.glyf = append(s.glyf, 0)
	}
	return components(s.glyf[from:from+len(shape)], func(field []byte) {
		part := GlyphID(binary.BigEndian.Uint16(field))
		number, there := s.number[part]
		if !there {
			number = len(s.glyphs)
			s.number[part] = number
			s.glyphs = append(s.glyphs, part)
		}
		binary.BigEndian.PutUint16(field, uint16(number)) //nolint:gosec // TrueType has at most 65,535 glyphs
	})
}

// outline returns a shape's record in the glyf table; empty for a blank one.
func (f *Face) outline(glyph GlyphID) ([]byte, error) {
	from, to := f.location(int(glyph)), f.location(int(glyph)+1)
	table := f.tables["glyf"]
	if from < 0 || from > to || to > len(table) {
		return nil, ErrBroken
	}
	shape := table[from:to]
	if len(shape) > 0 && len(shape) < 10 {
		return nil, ErrBroken
	}
	return shape, nil
}

func (f *Face) location(index int) int {
	loca := f.tables["loca"]
	if f.longLoca {
		if 4*index+4 > len(loca) {
			return -1
		}
		return int(binary.BigEndian.Uint32(loca[4*index:]))
	}
	if 2*index+2 > len(loca) {
		return -1
	}
	return 2 * int(binary.BigEndian.Uint16(loca[2*index:]))
}

// Flags of a part of a composed shape (OpenType specification, "glyf").
const (
	argumentsAreWords = 0x0001
	haveScale         = 0x0008
	moreParts         = 0x0020
	haveTwoScales     = 0x0040
	haveMatrix        = 0x0080
)

// components calls visit with the field of each part's number.
func components(shape []byte, visit func(field []byte)) error {
	if len(shape) == 0 || int16(binary.BigEndian.Uint16(shape)) >= 0 { //nolint:gosec // a signed field
		return nil
	}
	for at := 10; ; {
		if at+4 > len(shape) {
			return ErrBroken
		}
		flags := binary.BigEndian.Uint16(shape[at:])
		visit(shape[at+2 : at+4])
		at += 4 + 2
		if flags&argumentsAreWords != 0 {
			at += 2
		}
		switch {
		case flags&haveScale != 0:
			at += 2
		case flags&haveTwoScales != 0:
			at += 4
		case flags&haveMatrix != 0:
			at += 8
		}
		if flags&moreParts == 0 {
			return nil
		}
	}
}

func (s *subset) widths() []byte {
	table := make([]byte, 0, 4*len(s.glyphs))
	hmtx := s.face.tables["hmtx"]
	for _, glyph := range s.glyphs {
		at := min(int(glyph), s.face.widths-1)
		width := hmtx[4*at : 4*at+2]
		bearing := []byte{0, 0}
		if int(glyph) < s.face.widths {
			bearing = hmtx[4*at+2 : 4*at+4]
		} else if rest := 4*s.face.widths + 2*(int(glyph)-s.face.widths); rest+2 <= len(hmtx) {
			bearing = hmtx[rest : rest+2]
		}
		table = append(append(table, width...), bearing...)
	}
	return table
}

// assemble writes tables as a file: their directory in the order of names, each
// table on a border of four bytes, the checksums the format asks for.
func assemble(tables map[string][]byte) []byte {
	names := slices.Sorted(maps.Keys(tables))
	count := len(names)
	power, log := 1, 0
	for power*2 <= count {
		power, log = power*2, log+1
	}
	file := binary.BigEndian.AppendUint32(nil, 0x00010000)
	for _, field := range []int{count, power * 16, log, (count - power) * 16} {
		file = binary.BigEndian.AppendUint16(file, uint16(field)) //nolint:gosec // a dozen tables
	}
	at, headAt := len(file)+16*count, 0
	for _, name := range names {
		if name == "head" {
			headAt = at
		}
		file = append(file, name...)
		for _, field := range []uint32{checksum(tables[name]), uint32(at), uint32(len(tables[name]))} { //nolint:gosec // not larger than the face
			file = binary.BigEndian.AppendUint32(file, field)
		}
		at += (len(tables[name]) + 3) &^ 3
	}
	for _, name := range names {
		file = append(file, tables[name]...)
		for len(file)%4 != 0 {
			file = append(file, 0)
		}
	}
	binary.BigEndian.PutUint32(file[headAt+8:], 0xb1b0afba-checksum(file))
	return file
}

func checksum(table []byte) uint32 {
	sum := uint32(0)
	for ; len(table) >= 4; table = table[4:] {
		sum += binary.BigEndian.Uint32(table)
	}
	var rest [4]byte
	copy(rest[:], table)
	return sum + binary.BigEndian.Uint32(rest[:])
}
