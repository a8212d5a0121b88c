package odt

import (
	"encoding/base64"
	"strings"
	"testing"
	"time"

	"communique/editor/intake/layout"
	"communique/editor/intake/layout/layouttest"
	"communique/editor/intake/parts"
)

const automatic = `<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Standard"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="P2" style:family="paragraph" style:parent-style-name="Heading_20_2"/>
<style:style style:name="P3" style:family="paragraph"><style:paragraph-properties fo:border-bottom="0.5pt solid #000" fo:border-top="none"/></style:style>
<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="I" style:family="text"><style:text-properties fo:font-style="italic" fo:color="#ff0000"/></style:style>
<style:style style:name="N" style:family="text"><style:text-properties fo:font-weight="normal"/></style:style>
<style:style style:name="S" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="U" style:family="text"><style:text-properties style:text-position="-33% 80%"/></style:style>
<style:style style:name="X" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>
<style:style style:name="V" style:family="text"><style:text-properties text:display="none"/></style:style>
<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix="." text:display-levels="2"/></text:list-style>
<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>
<text:list-style style:name="L3"><text:list-level-style-number text:level="1" style:num-format="а" style:num-suffix=")" text:start-value="2"/></text:list-style>`

const common = `<office:document-styles><office:styles>
<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph" style:default-outline-level="2"/>
<style:style style:name="Abbildung" style:display-name="Abbildung" style:family="paragraph" style:parent-style-name="Caption"/>
<style:style style:name="Caption" style:family="paragraph"/></office:styles>
<office:master-styles><style:master-page><style:header><text:p>Совет содружества</text:p></style:header><style:footer><text:p>press@council.example <text:page-number>1</text:page-number></text:p></style:footer></style:master-page></office:master-styles></office:document-styles>`

// read reads a text with a body.
func read(t testing.TB, body, styles string) (layout.Document, error) {
	t.Helper()
	p, ok := parts.Open(layouttest.Pack(map[string]string{
		"content.xml": `<office:document-content><office:automatic-styles>` + automatic + `</office:automatic-styles><office:body><office:text>` + body + `</office:text></office:body></office:document-content>`,
		"styles.xml":  styles, "Pictures/a.png": layouttest.PNG, "Pictures/b.svm": "SVM",
	}))
	if !ok || !Is(p) {
		t.Fatal("no text")
	}
	return Read(p)
}

func TestRead(t *testing.T) {
	p := func(inner string) string { return "<text:p>" + inner + "</text:p>" }
	list := func(style string, items ...string) string {
		return `<text:list text:style-name="` + style + `"><text:list-item>` + strings.Join(items, "</text:list-item><text:list-item>") + `</text:list-item></text:list>`
	}
	frame := func(inner string) string { return "<draw:frame>" + inner + "</draw:frame>" }
	image := `<draw:image xlink:href="Pictures/a.png"/>`
	row := func(cells ...string) string {
		return "<table:table-row><table:table-cell>" + strings.Join(cells, "</table:table-cell><table:table-cell>") + "</table:table-cell></table:table-row>"
	}
	for name, tt := range map[string]struct{ xml, want string }{
		"words":            {p("раз<text:s/>два<text:s text:c='3'/>три\n  <text:tab/>пять"), "раз два три пять"},
		"a line's end":     {p("раз<text:line-break/>два"), "раз⏎два"},
		"headings":         {`<text:h text:outline-level="1">Раз</text:h><text:h text:outline-level="2">Два</text:h><text:h>Три</text:h><text:p text:style-name="Title">Пять</text:p><text:p text:style-name="P2">Шесть</text:p><text:p text:style-name="Subtitle">семь</text:p>`, "# Раз|## Два|# Три|# Пять|## Шесть|subtitle: семь"},
		"looks":            {p(`раз <text:span text:style-name="B">два <text:span text:style-name="I">три</text:span></text:span>`), "раз *два **/три/*"},
		"all of a style":   {`<text:p text:style-name="P1">раз <text:span text:style-name="I">два</text:span></text:p><text:p text:style-name="Quotations">три</text:p>`, "!раз /два/|> три"},
		"raised":           {p(`10<text:span text:style-name="S">6</text:span> H<text:span text:style-name="U">2</text:span>O`), "10⁶ H₂O"},
		"letters over":     {p(`<text:ruby><text:ruby-base>раз</text:ruby-base><text:ruby-text>над</text:ruby-text></text:ruby> два<text:ruby><text:ruby-base>, три</text:ruby-base><text:ruby-text> </text:ruby-text></text:ruby>`), "раз (над) два, три"},
		"struck":           {p(`раз <text:span text:style-name="X">два</text:span>`), "раз два struck=1"},
		"links":            {p(`<text:a xlink:href="https://a.example">раз</text:a> <text:a xlink:href="../x.odt">два</text:a>`), "[раз](https://a.example) два links=1"},
		"hidden":           {p(`раз<text:span text:style-name="V">тайна</text:span> <text:hidden-text>и это</text:hidden-text>два`) + `<text:section text:display="none">` + p("тайна") + `</text:section>`, "раз два hidden=3"},
		"a remark":         {p("раз<office:annotation>" + p("замечание") + "</office:annotation> два"), "раз два comments=1"},
		"changes":          {`<text:tracked-changes><text:changed-region><text:deletion>` + p("удалено") + `</text:deletion></text:changed-region><text:changed-region><text:insertion/></text:changed-region></text:tracked-changes>` + p(`раз<text:change/> два`), "раз два deletions=1"},
		"a heading's note": {p(`раз<text:note><text:note-body><text:h text:outline-level="2">сноска</text:h></text:note-body></text:note>`), "раз[1]|{note}## [1] сноска"},
		"notes":            {p(`раз<text:note><text:note-citation>7</text:note-citation><text:note-body>` + p("сноска") + p("и ещё") + `</text:note-body></text:note> два<text:note><text:note-body>` + p("вторая") + `</text:note-body></text:note>`), "раз[1] два[2]|{note}[1] сноска|{note}и ещё|{note}[2] вторая"},
		"a list":           {list("L2", p("раз"), p("два")+p("и ещё")) + p("три"), "^- раз|- два|и ещё|три"},
		"numbers":          {list("L1", p("раз")+`<text:list><text:list-item>`+p("а")+`</text:list-item></text:list>`, p("два")) + p("между") + `<text:list text:style-name="L1" text:continue-numbering="true"><text:list-item>` + p("три") + `</text:list-item></text:list>` + list("L1", p("снова")), "^1. раз|1.1. а|2. два|между|3. три|^1. снова"},
		"letters":          {list("L3", p("раз"), p("два")), "б) раз|в) два"},
		"a number given":   {`<text:list text:style-name="L1"><text:list-item text:start-value="7">` + p("раз") + `</text:list-item></text:list>`, "^7. раз"},
		"a list unknown":   {list("нет", p("раз")), "^- раз"},
		"a table":          {"<table:table><table:table-header-rows>" + row(p("Год"), p("Учения")) + "</table:table-header-rows>" + row(p("2024"), p("5")+p("больших")) + "</table:table>", "table: Год→Учения¶2024→5 больших"},
		"merged cells":     {"<table:table>" + "<table:table-row><table:table-cell table:number-columns-spanned='2'>" + p("а") + "</table:table-cell><table:covered-table-cell/></table:table-row>" + row(p("б"), p("в")) + "</table:table>", "table: а¶б→в"},
		"cells repeated":   {"<table:table>" + row(p("а"), p("б")) + "<table:table-row><table:table-cell table:number-columns-repeated='1000000'>" + p("в") + "</table:table-cell></table:table-row></table:table>", "table: а→б¶в"},
		"a border":         {p("раз") + `<text:p text:style-name="P3"/>` + p("два") + `<text:p text:style-name="P3">три</text:p>`, "раз|----|два|три|----"},
		"a picture":        {p("раз" + frame(image+`<svg:title>Вид</svg:title><svg:desc>На снимке</svg:desc>`)), `раз|(69 bytes, "На снимке") `},
		"with its caption": {p(frame(`<draw:text-box><text:p text:style-name="Abbildung">` + frame(image) + `Подпись</text:p></draw:text-box>`)), `caption: Подпись|(69 bytes, "") `},
		"written out":      {p(frame(`<draw:image><office:binary-data>` + base64.StdEncoding.EncodeToString([]byte(layouttest.PNG)) + `</office:binary-data></draw:image>`)), `(69 bytes, "") `},
		"none that can be": {p("раз" + frame(`<draw:image xlink:href="Pictures/b.svm"/>`) + frame(`<draw:image xlink:href="https://a.example/a.png"/>`)), "раз pictures=2"},
		"a box":            {p("раз" + frame("<draw:text-box>"+p("коробка")+"</draw:text-box>") + " два"), "раз два|{box}коробка"},
		"an object":        {p("раз" + frame(`<draw:object xlink:href="./Object 1"/>`)), "раз objects=1"},
		"contents":         {"<text:table-of-content><text:index-body>" + p("Раз 1") + "</text:index-body></text:table-of-content>" + p("раз"), "раз"},
	} {
		t.Run(name, func(t *testing.T) {
			d, err := read(t, tt.xml, common)
			want := strings.TrimPrefix(tt.want+"|{head}Совет содружества|{foot}press@council.example", "|")
			if lost := strings.LastIndexByte(tt.want, ' '); strings.Contains(tt.want[max(lost, 0):], "=") {
				want = tt.want[:lost] + "|{head}Совет содружества|{foot}press@council.example" + tt.want[lost:]
			}
			if got := layouttest.Write(d); err != nil || got != want {
				t.Errorf("got  %s\nwant %s\n%v", got, want, err)
			}
		})
	}
}

func TestFlat(t *testing.T) {
	flat := `<?xml version="1.0"?><office:document office:mimetype="application/vnd.oasis.opendocument.text"><office:styles/><office:automatic-styles>` + automatic +
		`</office:automatic-styles><office:body><office:text><text:p>раз <text:span text:style-name="B">два</text:span></text:p></office:text></office:body></office:document>`
	if !IsFlat([]byte(flat)) || IsFlat([]byte("<html>")) {
		t.Error("not told apart")
	}
	d, err := ReadFlat([]byte(flat))
	if got := layouttest.Write(d); err != nil || got != "раз *два*" {
		t.Errorf("%s, %v", got, err)
	}
	boxed := strings.Replace(flat, "</office:text>", `<draw:frame><draw:text-box><text:p>три</text:p></draw:text-box></draw:frame></office:text>`, 1)
	if d, err = ReadFlat([]byte(boxed)); err != nil || !strings.Contains(layouttest.Write(d), "три") {
		t.Errorf("a box of the page behind the text: %s, %v", layouttest.Write(d), err)
	}
}

func TestDamagedAndBombs(t *testing.T) {
	for name, body := range map[string]string{"cut off": "<text:p>", "crossed": "<text:p><text:span></text:p></text:span>", "deep": strings.Repeat("<text:section>", 500) + strings.Repeat("</text:section>", 500)} {
		if d, err := read(t, body, "<a/>"); err == nil {
			t.Errorf("%s: %+v", name, d)
		}
	}
	for name, body := range map[string]string{
		"spaces": "<text:p>" + strings.Repeat("<text:s text:c='1000000'/>а", 50_000) + "</text:p>",
		"cells":  "<table:table>" + strings.Repeat("<table:table-row><table:table-cell table:number-columns-repeated='1000000'><text:p>а</text:p></table:table-cell></table:table-row>", 10_000) + "</table:table>",
		"lists":  strings.Repeat("<text:list><text:list-item>", 100) + "<text:p>а</text:p>" + strings.Repeat("</text:list-item></text:list>", 100),
	} {
		began := layouttest.Used()
		_, err := read(t, body, "<a/>")
		if took := layouttest.Used() - began; took > 20*time.Second {
			t.Errorf("%s: %v, %v", name, took, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("<text:p>раз</text:p>", common)
	f.Add(`<text:list text:style-name="L1"><text:list-item><text:h/><table:table><table:table-row><table:table-cell/></table:table-row></table:table></text:list-item></text:list>`, "<a/>")
	f.Fuzz(func(t *testing.T, body, styles string) {
		d, err := read(t, body, styles)
		for _, p := range d.Paragraphs {
			if err == nil && p.Kind != layout.Table && strings.Contains(p.Text, "\t") {
				t.Errorf("a tab in %q", p.Text)
			}
		}
	})
}
