package docx

import (
	"fmt"
	"strings"
	"testing"

	"communique/editor/intake/layout"
	"communique/editor/intake/layout/layouttest"
)

// TestStylesInARing: styles that are based on one another end somewhere.
func TestStylesInARing(t *testing.T) {
	checkConstructs(t, map[string]construct{"a ring": {styled("one", "раз"), map[string]string{
		"word/styles.xml": `<w:styles xmlns:w="w"><w:style w:styleId="one"><w:name w:val="Один"/><w:basedOn w:val="two"/></w:style><w:style w:styleId="two"><w:name w:val="Два"/><w:basedOn w:val="one"/></w:style></w:styles>`,
	}, "раз"}})
}

// TestHeadsWithoutEnd: no document has more heads of pages than are read.
func TestHeadsWithoutEnd(t *testing.T) {
	other := map[string]string{}
	var relations strings.Builder
	for n := range maxEdges + 20 {
		name := fmt.Sprintf("header%d.xml", n+100)
		other["word/"+name] = `<w:hdr xmlns:w="w">` + p(run(name)) + `</w:hdr>`
		fmt.Fprintf(&relations, `<Relationship Id="h%d" Type="t/header" Target="%s"/>`, n, name)
	}
	other["word/_rels/document.xml.rels"] = "<Relationships>" + relations.String() + "</Relationships>"
	d, err := read(t, p(run("раз")), other)
	if n := len(d.In(layout.Head)); err != nil || n == 0 || n > maxEdges {
		t.Errorf("%d heads, %v: %.100s", n, err, layouttest.Write(d))
	}
}
