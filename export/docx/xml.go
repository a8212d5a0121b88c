package docx

import (
	"encoding/xml"
	"strconv"
	"strings"

	"communique/editor/release"
)

// declaration begins every part.
const declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// namespaces are those of the parts that hold text.
const namespaces = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"` +
	` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`

// escape makes clean text fit for an element or an attribute.
func escape(content string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(content)) // a Builder takes every byte
	return b.String()
}

// breaks turns line feeds, and the tab of a header, as xml.EscapeText writes them,
// into the elements that Word has for them.
var breaks = strings.NewReplacer(
	"&#xA;", `</w:t><w:br/><w:t xml:space="preserve">`,
	"&#x9;", `</w:t><w:tab/><w:t xml:space="preserve">`,
)

// run returns clean text.
func run(content string) string { return formatted(release.Run{Text: content}, "") }

// formatted returns a run in a character style, or in none.
func formatted(r release.Run, style string) string {
	properties := ""
	if style != "" {
		properties = `<w:rStyle w:val="` + style + `"/>`
	}
	if r.Bold {
		properties += `<w:b/><w:bCs/>`
	}
	if r.Italic {
		properties += `<w:i/><w:iCs/>`
	}
	if properties != "" {
		properties = `<w:rPr>` + properties + `</w:rPr>`
	}
	return `<w:r>` + properties + `<w:t xml:space="preserve">` + breaks.Replace(escape(r.Text)) + `</w:t></w:r>`
}

// field returns what Word computes for itself, such as PAGE; 1 stands there
// until it has.
func field(name string) string {
	return `<w:fldSimple w:instr=" ` + name + ` ">` + run("1") + `</w:fldSimple>`
}

// relationships are what a part refers to, by the identifiers it does so.
type relationships struct{ entries []string }

const relationshipKind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

// part adds a part of the package, called by a name of our own, and returns its identifier.
func (l *relationships) part(kind, target string) string {
	return l.add(relationshipKind+kind, target, "")
}

// web adds an address outside and returns its identifier.
func (l *relationships) web(address string) string {
	return l.add(relationshipKind+"hyperlink", escape(address), ` TargetMode="External"`)
}

func (l *relationships) add(kind, target, mode string) string {
	id := "rId" + strconv.Itoa(len(l.entries)+1)
	l.entries = append(l.entries, `<Relationship Id="`+id+`" Type="`+kind+`" Target="`+target+`"`+mode+`/>`)
	return id
}

// String returns the part that lists them.
func (l *relationships) String() string {
	return declaration + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		strings.Join(l.entries, "") + `</Relationships>`
}
