package intake

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"communique/editor/intake/newsroom"
	"communique/editor/intake/odt"
	"communique/editor/intake/parts"
	"communique/editor/intake/refusal"
	"communique/editor/regexp"
)

// signature is how a format begins that is not read, and what a person is told of it: then stands gap bytes further.
type signature struct {
	begin string
	told  refusal.Error
	gap   int
	then  string
}

var signatures = []signature{
	{begin: "PK\x03\x04", told: Error{Reason: "document"}}, // that is no whole archive
	{begin: "\x1f\x8b", told: Error{Reason: "packed"}},
	{begin: "7z\xbc\xaf\x27\x1c", told: Error{Reason: "packed"}},
	{begin: "Rar!\x1a\x07", told: Error{Reason: "packed"}},
	{begin: "BZh", told: Error{Reason: "packed"}},
	{begin: "\xfd7zXZ", told: Error{Reason: "packed"}},
	{begin: "MSCF\x00", told: Error{Reason: "packed"}},
	{begin: "\x89PNG\r\n\x1a\n", told: Error{Reason: "picture"}},
	{begin: "\xff\xd8\xff", told: Error{Reason: "picture"}},
	{begin: "GIF87a", told: Error{Reason: "picture"}},
	{begin: "GIF89a", told: Error{Reason: "picture"}},
	{begin: "II*\x00", told: Error{Reason: "picture"}},
	{begin: "MM\x00*", told: Error{Reason: "picture"}},
	{begin: "RIFF", gap: 4, then: "WEBP", told: Error{Reason: "picture"}},
	{begin: "RIFF", told: Error{Reason: "other", Name: "WAV, AVI"}},
	{begin: "8BPS", told: Error{Reason: "picture"}},
	{begin: "\xd7\xcd\xc6\x9a", told: Error{Reason: "picture"}},                      // a metafile of Windows
	{begin: "\x00\x00\x00", gap: 1, then: "ftyphei", told: Error{Reason: "picture"}}, // of telephones
	{begin: "\x00\x00\x00", gap: 1, then: "ftypmif1", told: Error{Reason: "picture"}},
	{begin: "\x00\x00\x00", gap: 1, then: "ftypavif", told: Error{Reason: "picture"}},
	{begin: "\x00\x00\x00", gap: 1, then: "ftyp", told: Error{Reason: "other", Name: "MP4"}},
	{begin: "ID3", told: Error{Reason: "other", Name: "MP3"}},
	{begin: "OggS\x00", told: Error{Reason: "other", Name: "Ogg"}},
	{begin: "\x31\xbe\x00\x00", told: Error{Reason: "doc"}},
	{begin: "\x9b\xa5", told: Error{Reason: "doc"}}, // Write, Word for Windows 1
	{begin: "\xdb\xa5", told: Error{Reason: "doc"}}, // 2
	{begin: "\xdc\xa5", told: Error{Reason: "doc"}}, // 6, by itself
	{begin: "\x78\x9f\x3e\x22", told: Error{Reason: "tnef"}},
	{begin: "!BDN", told: Error{Reason: "other", Name: "PST"}},
	{begin: "\xe4\x52\x5c\x7b\x8c\xd8\xa7\x4d", told: Error{Reason: "other", Name: "OneNote"}},
	{begin: "bplist00", told: Error{Reason: "other", Name: "webarchive, plist"}},
	{begin: "ITSF\x03\x00", told: Error{Reason: "other", Name: "CHM"}},
	{begin: "AT&TFORM", told: Error{Reason: "other", Name: "DjVu"}},
	{begin: "\x06\x06\xed\xf5\xd8\x1d\x46\xe5", told: Error{Reason: "other", Name: "InDesign"}},
	{begin: "<MIFFile ", told: Error{Reason: "other", Name: "FrameMaker"}},
	{begin: "\x00\x01\x00\x00Standard ", told: Error{Reason: "other", Name: "Access"}},
	{begin: "%!PS", told: Error{Reason: "other", Name: "PostScript"}},
	{begin: "\xffWPC", told: Error{Reason: "other", Name: "WordPerfect"}},
	{begin: "BEGIN:VCARD", told: Error{Reason: "other", Name: "vCard"}},
	{begin: "BEGIN:VCALENDAR", told: Error{Reason: "other", Name: "iCalendar"}},
	{begin: "{\\urtf", told: Error{Reason: "other", Name: "RTF"}},
	{begin: "\\documentclass", told: Error{Reason: "other", Name: "TeX"}},
	{begin: "\\documentstyle", told: Error{Reason: "other", Name: "TeX"}},
	{begin: "SQLite format 3\x00", told: Error{Reason: "other", Name: "SQLite"}},
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
		return refusedCompound(data)
	}
	for _, s := range signatures {
		if rest, begins := bytes.CutPrefix(data, []byte(s.begin)); begins && len(rest) >= s.gap && bytes.HasPrefix(rest[s.gap:], []byte(s.then)) {
			return &s.told
		}
	}
	if isSigned(data) {
		return &Error{Reason: "other", Name: "PKCS #7 (P7M)"}
	}
	return nil
}

// isSigned reports whether a file is one within a signature, in the binary form (RFC 5652): it begins with what it is.
func isSigned(data []byte) bool {
	const sequence, signedOrSealed = "\x30", "\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07"
	return bytes.HasPrefix(data, []byte(sequence)) && bytes.Contains(data[:min(len(data), 24)], []byte(signedOrSealed))
}

// refusedPackage tells a packed document that is not read; nil for what may be one that is.
func refusedPackage(p *parts.Package) *Error {
	kind := strings.TrimSpace(string(p.Read("mimetype")))
	switch {
	case odt.IsOld(p):
		return &Error{Reason: "other", Name: "OpenOffice.org 1"}
	case kind == "application/epub+zip":
		return &Error{Reason: "other", Name: "EPUB"}
	case kind == "application/vnd.adobe.indesign-idml-package":
		return &Error{Reason: "other", Name: "InDesign"}
	case isOfApple(p):
		return &Error{Reason: "apple"}
	case isXPS(p):
		return &Error{Reason: "other", Name: "XPS"}
	}
	return nil
}

// isXPS reports whether a package is of pages that only show.
func isXPS(p *parts.Package) (is bool) {
	_ = p.Walk("_rels/.rels", func(_ *parts.Walker, e parts.Element) error { // what is broken names no part
		is = is || strings.HasSuffix(e.Get("Type"), "/fixedrepresentation")
		return nil
	})
	return is
}

// declaration begins an XML, and nothing else.
var declaration = regexp.MustCompile(`^\s*<\?xml\s`)

// markup tells a text that only programs read, by its look: XML and JSON that are none of news.
func markup(text string) *Error {
	if newsroom.IsJSON(text) {
		return &Error{Reason: "other", Name: "JSON"}
	}
	if root := newsroom.RootOf(text); root == "nitf" || root == "newsItem" || root == "newsMessage" || root != "" && (declaration.MatchString(text) || strings.Contains(text, "</"+root+">") || strings.Contains(text, ":"+root+">")) {
		return &Error{Reason: "other", Name: "XML (" + root + ")"}
	}
	return nil
}
