package intake

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"

	"communique/editor/intake/refusal"
)

// compound is a file of Microsoft's that holds others, as a disk does: sectors, a table of which one follows which, and a
// directory ([MS-CFB]). Its names are UTF-16.
const compound = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

// compounds are what such a file is by the names in it: those of others come before Word's, which a letter or a
// workbook may have attached.
var compounds = []struct {
	name string
	told refusal.Error
}{
	{"EncryptedPackage", Error{Reason: "password"}},
	{"__substg1.0_", Error{Reason: "msg"}},
	{"__properties_version1.0", Error{Reason: "msg"}},
	{wordStream, Error{Reason: "doc"}},
	{excelStream, Error{Reason: "packed"}},
	{"Book", Error{Reason: "packed"}},
	{"PowerPoint Document", Error{Reason: "packed"}},
	{"VisioDocument", Error{Reason: "other", Name: "Visio"}},
	{"Quill", Error{Reason: "other", Name: "Publisher"}},
	{"StarWriterDocument", Error{Reason: "other", Name: "StarOffice"}},
	{"\x05HwpSummaryInformation", Error{Reason: "other", Name: "HWP"}},
	{"MatOST", Error{Reason: "other", Name: "Works"}},
	{worksStream, Error{Reason: "other", Name: "Works"}},
}

// Of Word 6 to 2003, of Excel 97–2003, and of Works from 4 on.
const (
	worksStream = "CONTENTS"
	wordStream  = "WordDocument"
	excelStream = "Workbook"
)

// refusedCompound tells what a compound file is by what stands at its top.
func refusedCompound(data []byte) *Error {
	has, whole := namesIn(data)
	for _, c := range compounds {
		switch {
		case !has(c.name), c.name == worksStream && !bytes.Contains(data, []byte("CHNK")): // others call their streams so
		case c.name == wordStream && locked(data):
			return &Error{Reason: "password"}
		default:
			return &c.told
		}
	}
	if whole && !bytes.Contains(data, wide(wordStream)) {
		return &Error{Reason: "packed"}
	}
	return &Error{Reason: "doc"}
}

// namesIn tells which names stand at the top of a compound file: a document may hold a workbook, and a letter a document.
// Where its directory is broken, whole is false, and any name in the file counts.
func namesIn(data []byte) (has func(name string) bool, whole bool) {
	if top := topOf(data); len(top) > 0 {
		return func(name string) bool { return top[strings.ToUpper(name)] }, true
	}
	return func(name string) bool { return bytes.Contains(data, wide(name)) }, false
}

// locked reports whether a document of Word 97–2003 is closed with a password: its first block
// says so ([MS-DOC] 2.5.1), which begins a sector.
func locked(data []byte) bool {
	const sector, flags, encrypted = 512, 11, 1
	for at := sector; at+flags < len(data); at += sector {
		if data[at] == 0xec && data[at+1] == 0xa5 {
			return data[at+flags]&encrypted != 0
		}
	}
	return false
}

// wide returns a name of ASCII in UTF-16.
func wide(name string) []byte {
	var b []byte
	for i := range len(name) {
		b = append(b, name[i], 0)
	}
	return b
}

// Where a compound file says what ([MS-CFB] 2.2, 2.6.1), and what is no sector.
const (
	sectorShift, directoryAt, tablesAt, tablesOn = 30, 48, 76, 68
	inHeader                                     = 109 // tables of sectors that the header lists itself
	entrySize, nameSize, kindAt, leftAt          = 128, 64, 66, 68
	rightAt, childAt                             = 72, 76
	noSector                                     = 0xffffffff
)

// sectors are those of a compound file.
type sectors struct {
	data   []byte
	size   int
	tables []uint32 // the sectors that say which one follows which
}

// At is a sector; nil where the file has no such one.
func (s *sectors) at(n uint32) []byte {
	from := (int64(n) + 1) * int64(s.size)
	if from+int64(s.size) > int64(len(s.data)) {
		return nil
	}
	return s.data[from : from+int64(s.size)]
}

// after is the sector that follows another.
func (s *sectors) after(n uint32) uint32 {
	perTable := s.size / 4
	if table := int(n) / perTable; table < len(s.tables) {
		if all := s.at(s.tables[table]); all != nil {
			return binary.LittleEndian.Uint32(all[int(n)%perTable*4:])
		}
	}
	return noSector
}

// sectorsOf opens a compound file; nil where that is cut off.
func sectorsOf(data []byte) *sectors {
	if len(data) < 512 {
		return nil
	}
	shift := binary.LittleEndian.Uint16(data[sectorShift:])
	if shift != 9 && shift != 12 {
		return nil
	}
	s := &sectors{data: data, size: 1 << shift}
	add := func(list []byte, n int) {
		for i := range n {
			s.tables = append(s.tables, binary.LittleEndian.Uint32(list[i*4:]))
		}
	}
	add(data[tablesAt:], inHeader)
	most, perList := len(data)/s.size, s.size/4-1 // the last of a list says where the next one is
	for next := binary.LittleEndian.Uint32(data[tablesOn:]); len(s.tables) < most; {
		list := s.at(next)
		if list == nil {
			break
		}
		add(list, perList)
		next = binary.LittleEndian.Uint32(list[perList*4:])
	}
	return s
}

// topOf returns the names that stand at the top of a compound file, in capitals, as they are compared; nil where its directory cannot be read.
func topOf(data []byte) map[string]bool {
	s := sectorsOf(data)
	if s == nil {
		return nil
	}
	var directory []byte
	for n := binary.LittleEndian.Uint32(data[directoryAt:]); len(directory) < len(data); n = s.after(n) {
		sector := s.at(n)
		if sector == nil {
			break
		}
		directory = append(directory, sector...)
	}
	entry := func(n uint32) []byte {
		if from := int64(n) * entrySize; from+entrySize <= int64(len(directory)) {
			return directory[from : from+entrySize]
		}
		return nil
	}
	const root = 5
	first := entry(0)
	if first == nil || first[kindAt] != root {
		return nil
	}
	top := map[string]bool{}
	open := []uint32{binary.LittleEndian.Uint32(first[childAt:])}
	for left := len(directory) / entrySize; len(open) > 0 && left > 0; {
		e := entry(open[len(open)-1])
		open = open[:len(open)-1]
		if e == nil {
			continue
		}
		left-- // what says that it follows itself does not go on for ever
		top[strings.ToUpper(nameOf(e))] = true
		open = append(open, binary.LittleEndian.Uint32(e[leftAt:]), binary.LittleEndian.Uint32(e[rightAt:]))
	}
	return top
}

// nameOf is what an entry of a directory is called.
func nameOf(entry []byte) string {
	var letters []uint16
	for i := 0; i < nameSize; i += 2 {
		c := binary.LittleEndian.Uint16(entry[i:])
		if c == 0 {
			break
		}
		letters = append(letters, c)
	}
	return string(utf16.Decode(letters))
}
