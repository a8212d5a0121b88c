package odt

import (
	"strings"
	"testing"

	"communique/editor/intake/layout/layouttest"
	"communique/editor/intake/parts"
)

// TestRarely reads what few texts have.
func TestRarely(t *testing.T) {
	p := func(inner string) string { return "<text:p>" + inner + "</text:p>" }
	const lined = `<style:style style:name="Top" style:family="paragraph"><style:paragraph-properties fo:border-top="0.5pt solid #000"/></style:style>`
	const zero = `<style:style style:name="Z1" style:family="paragraph"><style:paragraph-properties fo:border-top="0pt solid #000"/></style:style><style:style style:name="Z2" style:family="paragraph"><style:paragraph-properties fo:border-top="0cm solid #000"/></style:style><style:style style:name="Z3" style:family="paragraph"><style:paragraph-properties fo:border-bottom="0in solid #000"/></style:style>`
	const deep = `<style:style style:name="Deep" style:display-name="Раздел" style:family="paragraph" style:default-outline-level="3"/>`
	styles := func(inner string) string {
		return `<office:document-styles><office:meta>` + p("мета") + `</office:meta><office:scripts>` + p("код") + `</office:scripts><office:styles><style:default-style style:family="paragraph"><style:text-properties text:display="none"/></style:default-style><style:style style:name="Gr" style:family="graphic"><style:text-properties fo:font-weight="bold"/></style:style>` + inner + `</office:styles></office:document-styles>`
	}
	for name, c := range map[string]struct{ body, styles, want string }{
		"a line above":            {p("раз") + `<text:p text:style-name="Top">два</text:p>`, lined, "раз|----|два"},
		"lines of no width":       {`<text:p text:style-name="Z1">раз</text:p><text:p text:style-name="Z2">два</text:p><text:p text:style-name="Z3">три</text:p>`, zero, "раз|два|три"},
		"a line below":            {`<text:p text:style-name="P3">раз</text:p>` + p("два"), "", "раз|----|два"},
		"lines around a text":     {p("раз") + `<text:p text:style-name="Around">два</text:p>` + p("три"), `<style:style style:name="Around" style:family="paragraph"><style:paragraph-properties fo:border-top="0.5pt solid #000" fo:border-bottom="0.5pt solid #000"/></style:style>`, "раз|два|три"},
		"blanks that are hidden":  {p("раз" + `<text:span text:style-name="Gone"> </text:span>` + "два"), `<style:style style:name="Gone" style:family="text"><style:text-properties text:display="none"/></style:style>`, "раздва"},
		"a line of its own":       {p("раз") + `<text:p text:style-name="Top"/>` + p("два"), lined, "раз|----|два"},
		"a level by its style":    {`<text:p text:style-name="Deep">раз</text:p>`, deep, "### раз"},
		"a level that is none":    {`<text:h text:outline-level="0">раз</text:h><text:h text:outline-level="-2">два</text:h><text:p text:style-name="Flat">три</text:p>`, `<style:style style:name="Flat" style:family="paragraph" style:default-outline-level="-1"/>`, "# раз|# два|три"},
		"a numbered heading":      {`<text:list text:style-name="L1"><text:list-item><text:h text:outline-level="2">раз</text:h></text:list-item><text:list-item><text:h text:outline-level="2">два</text:h></text:list-item></text:list>`, "", "## 1. раз|## 2. два"},
		"a heading with a bullet": {`<text:list text:style-name="L2"><text:list-item><text:h text:outline-level="2">раз</text:h></text:list-item></text:list>`, "", "## раз"},
		"a list's head":           {`<text:list text:style-name="L1"><text:list-header>` + p("голова") + `</text:list-header><text:list-item>` + p("раз") + `</text:list-item></text:list>`, "", "голова|^1. раз"},
		"a paragraph in a list":   {`<text:list text:style-name="L1">` + p("просто") + `<text:list-item>` + p("раз") + `</text:list-item></text:list>`, "", "просто|^1. раз"},
		"a list of no style":      {`<text:list text:style-name="нет"><text:list-item text:start-value="4">` + p("раз") + `</text:list-item></text:list>`, "", "^- раз"},
		"hidden words":            {p("раз<text:hidden-paragraph>два</text:hidden-paragraph><text:hidden-text>три</text:hidden-text><text:conditional-text>пять</text:conditional-text>"), "", "разпять hidden=2"},
		"a field to be filled":    {p("раз <text:placeholder text:placeholder-type=\"text\">&lt;имя&gt;</text:placeholder>два"), "", "раз два questions=1"},
		"oblique letters":         {`<text:p>раз <text:span text:style-name="Ob">два</text:span></text:p>`, `<style:style style:name="Ob" style:family="text"><style:text-properties fo:font-style="oblique"/></style:style>`, "раз /два/"},
		"a number that is none":   {`<text:list text:style-name="L1"><text:list-item text:start-value="x">` + p("раз") + `</text:list-item></text:list>`, "", "^1. раз"},
	} {
		t.Run(name, func(t *testing.T) {
			d, err := read(t, c.body, styles(c.styles))
			if got := layouttest.Write(d); err != nil || got != c.want {
				t.Errorf("got %s, %v", got, err)
			}
		})
	}
	if _, err := read(t, p("раз"), "<a><b></a>"); err == nil {
		t.Error("styles that are no XML are read")
	}
	if _, err := ReadFlat([]byte("<a><b></a>")); err == nil {
		t.Error("what is no XML is read")
	}
}

// TestFlatTexts are in one XML, and are told from others by their beginning.
func TestFlatTexts(t *testing.T) {
	const flat = `<?xml version="1.0"?><office:document office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text><text:p>раз</text:p></office:text></office:body></office:document>`
	if d, err := ReadFlat([]byte(flat)); err != nil || layouttest.Write(d) != "раз" || !IsFlat([]byte(flat)) {
		t.Errorf("got %s, %v", layouttest.Write(d), err)
	}
	for name, text := range map[string]string{
		"another XML": "<html office:mimetype='x'>", "another kind": "<office:document x='y'>", "too late": strings.Repeat(" ", 4000) + flat, "nothing": "",
	} {
		if IsFlat([]byte(text)) {
			t.Errorf("%s is taken for one", name)
		}
	}
}

// TestIs: a package of words, and not of cells or pictures.
func TestIs(t *testing.T) {
	for mimetype, want := range map[string]bool{
		"": true, "application/vnd.oasis.opendocument.text": true, "application/vnd.oasis.opendocument.text-template": true,
		"application/vnd.oasis.opendocument.spreadsheet": false, "application/epub+zip": false,
	} {
		p, _ := parts.Open(layouttest.Pack(map[string]string{"mimetype": mimetype, "content.xml": "<a/>"}))
		if Is(p) != want {
			t.Errorf("%q: %v", mimetype, !want)
		}
	}
	if p, _ := parts.Open(layouttest.Pack(map[string]string{"mimetype": "application/vnd.oasis.opendocument.text"})); Is(p) {
		t.Error("a package without its content")
	}
}

// TestPasswords: what is closed with one says so in its manifest.
func TestPasswords(t *testing.T) {
	for manifest, want := range map[string]bool{
		`<m:manifest><m:file-entry><m:encryption-data/></m:file-entry><m:file-entry/></m:manifest>`: true,
		`<m:manifest><m:file-entry/></m:manifest>`:                                                  false,
		`<m:manifest><m:encryption-data>`:                                                           false,
		"":                                                                                          false,
	} {
		p, ok := parts.Open(layouttest.Pack(map[string]string{"META-INF/manifest.xml": manifest, "content.xml": "?"}))
		if !ok || IsEncrypted(p) != want {
			t.Errorf("%s: %v", manifest, !want)
		}
	}
}
