package intake

import (
	"encoding/binary"
	"errors"
	"strings"
	"testing"

	"communique/editor/intake/layout/layouttest"
)

// compoundOf makes a compound file with names at its top, each the right neighbour of the one before, and others below
// the last of them.
func compoundOf(top, below []string) []byte {
	const sector = 512
	put := func(b []byte, at int, n uint32) { binary.LittleEndian.PutUint32(b[at:], n) }
	var directory []byte
	add := func(name string, kind byte, right, child uint32) {
		e := make([]byte, entrySize)
		copy(e, wide(name))
		e[kindAt] = kind
		put(e, leftAt, 0xffffffff)
		put(e, rightAt, right)
		put(e, childAt, child)
		directory = append(directory, e...)
	}
	neighbours := func(names []string, from int, child uint32) {
		for i, name := range names {
			right, below := uint32(from+i+1), uint32(0xffffffff) // #nosec G115 -- a few
			if i == len(names)-1 {
				right, below = 0xffffffff, child
			}
			add(name, 2, right, below)
		}
	}
	add("Root Entry", 5, 0xffffffff, 1)
	neighbours(top, 1, uint32(1+len(top))) // #nosec G115 -- a few
	neighbours(below, 1+len(top), 0xffffffff)
	for len(directory)%sector != 0 {
		directory = append(directory, 0)
	}
	head := make([]byte, sector)
	copy(head, compound)
	head[sectorShift] = 9
	put(head, directoryAt, 1)
	put(head, tablesOn, 0xfffffffe)
	put(head, tablesAt, 0)
	table := make([]byte, sector)
	for n := 1; n <= len(directory)/sector; n++ {
		put(table, n*4, uint32(n+1))
	}
	put(table, len(directory)/sector*4, 0xfffffffe)
	return append(append(head, table...), directory...)
}

// TestCompoundFiles: what such a file is its top says, and not what it has attached.
func TestCompoundFiles(t *testing.T) {
	many := strings.Split("1Table Data ObjectPool Macros a b c d e f g WordDocument", " ")
	for name, tt := range map[string]struct {
		data         []byte
		reason, told string
	}{
		"Word":                     {compoundOf([]string{"1Table", "WordDocument"}, nil), "doc", ""},
		"in many sectors":          {compoundOf(many, nil), "doc", ""},
		"with a workbook":          {compoundOf([]string{"WordDocument", "ObjectPool"}, []string{"Workbook"}), "doc", ""},
		"with a letter":            {compoundOf([]string{"WordDocument", "ObjectPool"}, []string{"__properties_version1.0"}), "doc", ""},
		"a workbook with Word":     {compoundOf([]string{"Workbook", "MBD"}, []string{"WordDocument"}), "packed", ""},
		"in capitals":              {compoundOf([]string{"WORKBOOK"}, nil), "packed", ""},
		"a locked one in capitals": {compoundOf([]string{"ENCRYPTEDPACKAGE"}, nil), "password", ""},
		"a letter with Word":       {compoundOf([]string{"__properties_version1.0"}, []string{"WordDocument"}), "msg", ""},
		"Visio":                    {compoundOf([]string{"VisioDocument"}, nil), "other", "Visio"},
		"Publisher":                {compoundOf([]string{"Contents", "Quill"}, nil), "other", "Publisher"},
		"StarOffice":               {compoundOf([]string{"StarWriterDocument"}, nil), "other", "StarOffice"},
		"HWP":                      {compoundOf([]string{"\x05HwpSummaryInformation"}, nil), "other", "HWP"},
		"Works 3":                  {compoundOf([]string{"MM", "MatOST"}, nil), "other", "Works"},
		"Works 4":                  {append(compoundOf([]string{"CONTENTS"}, nil), "CHNKWKS"...), "other", "Works"},
		"a drawing":                {compoundOf([]string{"Contents", "Header2"}, nil), "packed", ""},
		"damaged":                  {compoundOf([]string{"WordDocument"}, nil)[:1300], "doc", ""},
	} {
		_, err := Read(Source{Data: tt.data})
		if own := (*Error)(nil); !errors.As(err, &own) || own.Reason != tt.reason || own.Name != tt.told {
			t.Errorf("%s: %v", name, err)
		}
	}
	docx := layouttest.Pack(map[string]string{"word/document.xml": docxText})
	convert := func([]byte) ([]byte, error) { return docx, nil }
	if found, err := Read(Source{Data: compoundOf([]string{"WordDocument", "ObjectPool"}, []string{"Workbook"}), Convert: convert}); err != nil || len(found.Releases) != 1 {
		t.Errorf("a document with a workbook is not converted: %v", err)
	}
	if _, err := (Source{Data: compoundOf([]string{"WordDocument", "ObjectPool"}, []string{"Workbook"})}).Table(); err == nil || strings.Contains(err.Error(), "xls") {
		t.Errorf("a document with a workbook as a table: %v", err)
	}
}

// TestCompoundFilesThatCircle: directories, lists and entries that lead back to themselves end.
func TestCompoundFilesThatCircle(t *testing.T) {
	circles := compoundOf([]string{"a", "b"}, nil)
	const first = 2 * 512
	binary.LittleEndian.PutUint32(circles[512+4:], 1) // the directory goes on in itself
	binary.LittleEndian.PutUint32(circles[first+2*entrySize+rightAt:], 1)
	binary.LittleEndian.PutUint32(circles[tablesOn:], 1)
	if told := refusedCompound(circles); told.Reason != "packed" {
		t.Errorf("got %v", told)
	}
}
