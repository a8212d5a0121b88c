package intake

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"communique/editor/intake/parts"
	"communique/editor/regexp"
)

// signatures are how the formats begin that are not read, and what a person is told of them.
var signatures = []struct {
	begin string
	told  Error
}{
	{"PK\x03\x04", Error{Reason: "document"}}, // that is no whole archive
	{"\x1f\x8b", Error{Reason: "packed"}},
	{"7z\xbc\xaf\x27\x1c", Error{Reason: "packed"}},
	{"Rar!\x1a\x07", Error{Reason: "packed"}},
	{"BZh", Error{Reason: "packed"}},
	{"\xfd7zXZ", Error{Reason: "packed"}},
	{"MSCF\x00", Error{Reason: "packed"}},
	{"\x89PNG\r\n\x1a\n", Error{Reason: "picture"}},
	{"\xff\xd8\xff", Error{Reason: "picture"}},
	{"GIF87a", Error{Reason: "picture"}},
	{"GIF89a", Error{Reason: "picture"}},
	{"II*\x00", Error{Reason: "picture"}},
	{"MM\x00*", Error{Reason: "picture"}},
	{"RIFF", Error{Reason: "picture"}},
	{"\x31\xbe\x00\x00", Error{Reason: "doc"}},
	{"\xdb\xa5", Error{Reason: "doc"}}, // Write, Word for Windows 2
	{"%!PS", Error{Reason: "other", Name: "PostScript"}},
	{"\xffWPC", Error{Reason: "other", Name: "WordPerfect"}},
	{"\x78\x9f\x3e\x22", Error{Reason: "tnef"}},
	{"BEGIN:VCARD", Error{Reason: "other", Name: "vCard"}},
	{"BEGIN:VCALENDAR", Error{Reason: "other", Name: "iCalendar"}},
	{"{\\urtf", Error{Reason: "other", Name: "RTF"}},
	{"\\documentclass", Error{Reason: "other", Name: "TeX"}},
	{"\\documentstyle", Error{Reason: "other", Name: "TeX"}},
	{"SQLite format 3\x00", Error{Reason: "other", Name: "SQLite"}},
}

// compound is a file of Microsoft's that holds others; their names in it are UTF-16.
const compound = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

// compounds are what such a file is by the names in it.
var compounds = []struct {
	name string
	told Error
}{
	{"EncryptedPackage", Error{Reason: "password"}},
	{"__substg1.0_", Error{Reason: "msg"}},
	{"__properties_version1.0", Error{Reason: "msg"}},
	{"Workbook", Error{Reason: "packed"}},
	{"PowerPoint Document", Error{Reason: "packed"}},
}

// Told reports whether a file of that name is told in words of its own though it is not read: a letter or a
// document as some programs keep them, of which a person expects that it is.
func Told(name string) bool {
	name = strings.ToLower(path.Base(name))
	return slices.Contains([]string{".msg", ".pages"}, path.Ext(name)) || name == "winmail.dat"
}

// isOfApple reports whether a package is a document of Pages, Numbers or Keynote.
func isOfApple(p *parts.Package) bool {
	return p.Has("Index/Document.iwa") || p.Has("Index.zip") || p.Has("index.xml") || p.Has("index.apxl")
}

// refused tells a format that is not read: what it holds would be taken for text, or for
// nothing. It is nil for what may be text.
func refused(data []byte) *Error {
	if bytes.HasPrefix(data, []byte(compound)) {
		for _, c := range compounds {
			if bytes.Contains(data, wide(c.name)) {
				return &c.told
			}
		}
		if locked(data) {
			return &Error{Reason: "password"}
		}
		return &Error{Reason: "doc"}
	}
	for _, s := range signatures {
		if bytes.HasPrefix(data, []byte(s.begin)) {
			return &s.told
		}
	}
	return nil
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

// declaration begins an XML, and nothing else.
var declaration = regexp.MustCompile(`^\s*<\?xml\s`)

// markup tells a text that only programs read, by its look: XML and JSON that are none of news.
func markup(text string) *Error {
	if isJSON(text) {
		return &Error{Reason: "other", Name: "JSON"}
	}
	if root := rootOf(text); root == "nitf" || root == "newsItem" || root == "newsMessage" || root != "" && (declaration.MatchString(text) || strings.Contains(text, "</"+root+">") || strings.Contains(text, ":"+root+">")) {
		return &Error{Reason: "other", Name: "XML (" + root + ")"}
	}
	return nil
}
