package docx

import (
	"encoding/xml"
	"strconv"
	"strings"
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
func run(content string) string { return formatted(content, "", "") }

// formatted returns clean text in a character style, or in none, with properties of its own.
func formatted(content, style, properties string) string {
	if style != "" {
		properties = `<w:rStyle w:val="` + style + `"/>` + properties
	}
	if properties != "" {
		properties = `<w:rPr>` + properties + `</w:rPr>`
	}
	return `<w:r>` + properties + `<w:t xml:space="preserve">` + breaks.Replace(escape(content)) + `</w:t></w:r>`
}

// field returns what Word computes for itself, such as PAGE; 1 stands there
// until it has.
func field(name string) string {
	return `<w:fldSimple w:instr=" ` + name + ` ">` + run("1") + `</w:fldSimple>`
}

// pageLine is a line of words and of fields.
type pageLine []piece

// piece is words, or a field where it has one.
type piece struct{ words, field string }

func (l pageLine) xml() string {
	var b strings.Builder
	for _, p := range l {
		if p.field != "" {
			b.WriteString(field(p.field))
		} else {
			b.WriteString(run(p.words))
		}
	}
	return b.String()
}

// from returns the line for Word, which shows it from a page on and nothing before, and for
// programs that do not reckon fields within fields, such as LibreOffice: they show it anyway.
func (l pageLine) from(page int) string {
	return `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">` +
		`<mc:Choice Requires="w15">` + l.conditional(page) + `</mc:Choice><mc:Fallback>` + l.xml() + `</mc:Fallback></mc:AlternateContent>`
}

// conditional is a field that shows the line from a page on.
func (l pageLine) conditional(page int) string {
	var b strings.Builder
	b.WriteString(fieldMark("begin") + instruction(" IF ") + nested("PAGE") + instruction(" >= "+strconv.Itoa(page)+` "`))
	for _, p := range l {
		if p.field != "" {
			b.WriteString(nested(p.field))
		} else {
			b.WriteString(instruction(strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(p.words)))
		}
	}
	b.WriteString(instruction(`" "" `) + fieldMark("separate"))
	for _, p := range l {
		if p.field != "" {
			b.WriteString(nested(p.field))
		} else {
			b.WriteString(run(p.words))
		}
	}
	return b.String() + fieldMark("end")
}

// nested is a field that may stand within another.
func nested(name string) string {
	return fieldMark("begin") + instruction(" "+name+" ") + fieldMark("separate") + run("1") + fieldMark("end")
}

// fieldMark parts a field from what is around it, and what it is from what it shows.
func fieldMark(kind string) string { return `<w:r><w:fldChar w:fldCharType="` + kind + `"/></w:r>` }

// instruction is a piece of what a field is.
func instruction(words string) string {
	return `<w:r><w:instrText xml:space="preserve">` + escape(words) + `</w:instrText></w:r>`
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
