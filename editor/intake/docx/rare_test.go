package docx

import (
	"maps"
	"strings"
	"testing"

	"communique/editor/growthtest"
	"communique/editor/intake/layout"
	"communique/editor/intake/layout/layouttest"
	"communique/editor/intake/parts"
)

// TestRarely reads what few documents have.
func TestRarely(t *testing.T) {
	with := func(styles, footer string) map[string]string {
		all := maps.Clone(other)
		all["word/styles.xml"] = strings.Replace(styleList, "</w:styles>", styles+"</w:styles>", 1)
		if footer != "" {
			all["word/footer1.xml"] = `<w:ftr xmlns:w="w">` + footer + `</w:ftr>`
		}
		return all
	}
	const listed = `<w:style w:type="paragraph" w:styleId="deep"><w:name w:val="Вложенный"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="2"/></w:numPr></w:pPr></w:style>`
	const lined = `<w:style w:type="paragraph" w:styleId="line"><w:name w:val="Под чертой"/><w:pPr><w:pBdr><w:top w:val="single"/></w:pBdr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="heir"><w:name w:val="Наследник"/><w:basedOn w:val="line"/></w:style>`
	const banded = `<w:style w:type="table" w:styleId="tab"><w:name w:val="Таблица"/><w:tblStylePr w:type="firstRow"><w:rPr><w:vanish/></w:rPr></w:tblStylePr></w:style>`
	field := func(code, result string) string {
		return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>` + code + `</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>` + result + `<w:r><w:fldChar w:fldCharType="end"/></w:r>`
	}
	for name, c := range map[string]struct {
		body, styles, footer, want string
	}{
		"lowered by half points":      {p(run("H") + set(`<w:position w:val="-4"/>`, "2") + run("O")), "", "", "H₂O"},
		"raised by half points":       {p(run("10") + set(`<w:position w:val="4"/>`, "6")), "", "", "10⁶"},
		"hardly raised":               {p(run("10") + set(`<w:position w:val="3"/>`, "6") + set(`<w:position w:val="-3"/>`, "7")), "", "", "1067"},
		"a level of a style's list":   {item("2", "0", "раз") + styled("deep", "два"), listed, "", "1. раз|1.1. два"},
		"taken out of its list":       {styled("lb", "раз") + `<w:p><w:pPr><w:pStyle w:val="lb"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>` + run("два") + `</w:p>`, "", "", "- раз|два"},
		"a line above by its style":   {p(run("раз")) + styled("line", "два"), lined, "", "раз|----|два"},
		"a line above by its base":    {p(run("раз")) + styled("heir", "два"), lined, "", "раз|----|два"},
		"what a table's style hides":  {p(run("раз")), banded, "", "раз"},
		"a link of a field to a file": {p(field(`HYPERLINK "file:///a"`, run("раз"))), "", "", "раз links=1"},
		"a page's number below":       {p(run("раз")), "", p(run("Страница ") + field("PAGE", run("7"))), "раз|{foot}Страница"},
		"a page's number in the text": {p(run("Страница ") + field("PAGE", run("7"))), "", "", "Страница 7"},
		"a note that is not there":    {p(run("раз") + `<w:r><w:footnoteReference w:id="9"/></w:r>`), "", "", "раз"},
		"deleted letters":             {p(run("раз") + `<w:r><w:delText>два</w:delText></w:r>`), "", "", "раз"},
		"letters over others":         {p(`<w:r><w:ruby><w:rt><w:r><w:t>над</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>раз</w:t></w:r></w:rubyBase></w:ruby></w:r>`), "", "", "раз (над)"},
		"a box twice":                 {p(run("раз") + `<w:r><w:pict><v:shape><v:textbox>` + box(p(run("два"))) + `</v:textbox></v:shape><mc:Fallback>` + box(p(run("два"))) + `</mc:Fallback></w:pict></w:r>`), "", "", "раз|{box}два"},
		"a box in a cell": {
			`<w:tbl><w:tblPr/><w:tr><w:tblPrEx/><w:tc>` + p(run("а")+`<w:r><w:pict>`+box(p(run("в рамке")))+`</w:pict></w:r>`) + `</w:tc><w:tc>` + p(run("б")) + `</w:tc></w:tr><w:tr><w:tc>` + p(run("в")) + `</w:tc><w:tc>` + p(run("г")) + `</w:tc></w:tr></w:tbl>`,
			"", "", "table: а в рамке→б¶в→г",
		},
		"a control with its end":   {`<w:sdt><w:sdtPr/><w:sdtEndPr><w:rPr/></w:sdtEndPr><w:sdtContent>` + p(run("раз")) + `</w:sdtContent></w:sdt>`, "", "", "раз"},
		"a control's own question": {`<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>` + p(run("Введите текст")) + `</w:sdtContent></w:sdt>` + p(run("раз")), "", "", "раз questions=1"},
		"struck twice":             {p(set("<w:dstrike/>", "раз") + set("<w:strike/>", " два") + set(`<w:dstrike w:val="0"/>`, " три")), "", "", "раз два три struck=1"},
		"the levels of headings":   {`<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr>` + run("раз") + `</w:p><w:p><w:pPr><w:outlineLvl w:val="8"/></w:pPr>` + run("два") + `</w:p><w:p><w:pPr><w:outlineLvl w:val="9"/></w:pPr>` + run("три") + `</w:p><w:p><w:pPr><w:outlineLvl w:val="-1"/></w:pPr>` + run("пять") + `</w:p>`, "", "", "# раз|######### два|три|пять"},
		"a field with no end":      {p(`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>`) + p(`<w:r><w:fldChar w:fldCharType="separate"/></w:r>`+run("раз")), "", "", "раз"},
		"an end with no field":     {p(`<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>` + run("раз")), "", "", "раз"},
	} {
		t.Run(name, func(t *testing.T) {
			d, err := read(t, c.body, with(c.styles, c.footer))
			if got := layouttest.Write(d); err != nil || got != c.want {
				t.Errorf("got %s, %v", got, err)
			}
		})
	}
}

// TestBrokenParts: a document with a part that is no XML is not read by halves.
func TestBrokenParts(t *testing.T) {
	for _, name := range []string{"word/styles.xml", "word/numbering.xml", "word/footnotes.xml", "word/endnotes.xml", "word/header1.xml", "word/footer1.xml", "word/_rels/document.xml.rels"} {
		if d, err := read(t, p(run("раз")), map[string]string{name: "<a><b></a>"}); err == nil {
			t.Errorf("%s: read as %s", name, layouttest.Write(d))
		}
	}
	if _, err := read(t, "<w:p>", nil); err == nil {
		t.Error("the document itself")
	}
	pack, _ := parts.Open(layouttest.Pack(map[string]string{"word/document.xml": open + p(run("раз")) + close}))
	if d, err := Read(Params{Package: pack, Include: func([]byte) (layout.Document, error) { return layout.Document{}, nil }}); err != nil || layouttest.Write(d) != "раз" {
		t.Errorf("without any other part: %s, %v", layouttest.Write(d), err)
	}
}

// TestNumberedParts: some programs number the parts, which the relations name.
func TestNumberedParts(t *testing.T) {
	const kind = `Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/`
	pack, _ := parts.Open(layouttest.Pack(map[string]string{
		"_rels/.rels":                   `<Relationships><Relationship Id="r1" ` + kind + `officeDocument" Target="/word/document2.xml"/></Relationships>`,
		"word/_rels/document2.xml.rels": `<Relationships><Relationship Id="r1" ` + kind + `styles" Target="styles2.xml"/></Relationships>`,
		"word/document2.xml":            open + styled("a3", "Раз") + p(run("два")) + close, "word/styles2.xml": styleList,
	}))
	if !Is(pack) {
		t.Fatal("it is no document")
	}
	if d, err := Read(Params{Package: pack}); err != nil || layouttest.Write(d) != "# !Раз|два" {
		t.Errorf("%s, %v", layouttest.Write(d), err)
	}
	book, _ := parts.Open(layouttest.Pack(map[string]string{"_rels/.rels": `<Relationships><Relationship ` + kind + `officeDocument" Target="xl/workbook.xml"/></Relationships>`, "xl/workbook.xml": "<a/>"}))
	if Is(book) {
		t.Error("a spreadsheet is a document")
	}
}

// TestNumbersBelowTheFirstLevel: letters that lists of ours have count on, and any other way to count is words.
func TestNumbersBelowTheFirstLevel(t *testing.T) {
	for format, want := range map[string]layout.Paragraph{
		"lowerLetter": {Number: 1, Label: "a)"},
		"decimal":     {Number: 1},
		"ordinal":     {Text: "1) "},
	} {
		list := `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>` +
			`<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="` + format + `"/><w:lvlText w:val="%2)"/></w:lvl></w:abstractNum><w:num w:numId="9"><w:abstractNumId w:val="0"/></w:num></w:numbering>`
		d, err := read(t, item("9", "0", "раз")+item("9", "1", "два"), map[string]string{"word/numbering.xml": list})
		if err != nil || len(d.Paragraphs) != 2 {
			t.Fatalf("%s: %v, %+v", format, err, d.Paragraphs)
		}
		if got := d.Paragraphs[1]; got.Number != want.Number || got.Label != want.Label || got.Text != want.Text+"два" {
			t.Errorf("%s: %d %q %q, want %+v", format, got.Number, got.Label, got.Text, want)
		}
	}
}

// TestAStyleThatSaysNothing leaves a text at no level.
func TestAStyleThatSaysNothing(t *testing.T) {
	if kind, level := (styles{}).kind("нет"); kind != layout.Text || level != 0 {
		t.Errorf("%s at level %d", kind, level)
	}
}

// TestLongCode takes no more for a field's code in pieces than their number says, however long it is.
func TestLongCode(t *testing.T) {
	took := func(n int) uint64 {
		text := open + "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r>" + strings.Repeat("<w:instrText>IF</w:instrText>", n) + "</w:r></w:p>" + close
		return growthtest.Allocated(func() {
			if _, err := Read(Params{Package: parts.Of(map[string][]byte{main: []byte(text)})}); err != nil {
				t.Error(err)
			}
		})
	}
	if small, large := took(20_000), took(80_000); large > 6*small {
		t.Errorf("%d bytes for four times what took %d", large, small)
	}
}
