package docx

import (
	"fmt"
	"image/color"
	"slices"
	"strconv"
	"strings"

	"communique/assets/languages"
	"communique/editor/release"
	"communique/export/style"
)

// format is one of the document's styles. Lengths are points.
type format struct {
	id, name, next string
	ours           bool   // Word has no style of that name
	base           string // what readers that know no house take it for; "" is the usual one
	part           style.Part
	size           float64 // 0 is the part's
	colour         color.NRGBA
	before, after  float64
	right          float64 // of every line
	lines          string  // how high lines are; "" is the part's leading
	keep           string  // <w:keepNext/> and <w:keepLines/>
	list           int     // the numbering it counts in
	borders, shade string
	tabs           string
	level          int // of a heading; 0 is for none
}

// styles returns the part that tells how each part of a release is set.
func (h house) styles() string {
	var b strings.Builder
	b.WriteString(declaration + `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults>` +
		`<w:rPrDefault><w:rPr>` + h.face("text") + sizes(h.Text.Size) + h.lang() + `</w:rPr></w:rPrDefault>` +
		`<w:pPrDefault><w:pPr><w:widowControl/>` + h.direction(`<w:bidi/>`) + `<w:spacing w:before="0" w:after="0"/></w:pPr></w:pPrDefault></w:docDefaults>` + "\n")
	b.WriteString(`<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>` +
		`<w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>`)
	for i, f := range h.formats() {
		b.WriteString("\n" + h.paragraphStyle(f, i))
	}
	name := h.Parts.ContactName
	for _, c := range []struct{ id, properties string }{
		{"Strong", h.face(name.Font) + h.cut(name.Font) + ink(h.Ink(name)) + sizes(name.Size*h.Text.Size)},
		{"Hyperlink", ink(h.Colours.Link.NRGBA) + `<w:u w:val="single"/>`},
		{"DraftMark", h.face("sans_bold") + h.cut("sans_bold") + ink(h.Draft.Colour.NRGBA) + sizes(h.Draft.Size)},
	} {
		custom := ""
		if c.id == "DraftMark" {
			custom = ` w:customStyle="1"`
		}
		b.WriteString("\n" + `<w:style w:type="character"` + custom + ` w:styleId="` + c.id + `"><w:name w:val="` + c.id + `"/>` +
			`<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="40"/><w:rPr>` + c.properties + `</w:rPr></w:style>`)
	}
	b.WriteString("\n" + `</w:styles>`)
	return b.String()
}

// lang tells the language of all text, and of which scripts that is.
func (h house) lang() string {
	name := languageName(h.language)
	return h.direction(`<w:rtl/>`) + `<w:lang w:val="` + name + `"` + h.direction(` w:bidi="`+name+`"`) + `/>`
}

// direction is what says that lines run from right to left; "" where they do not.
func (h house) direction(says string) string {
	if languages.RightToLeft(h.language) {
		return says
	}
	return ""
}

const (
	keepNext  = `<w:keepNext/>`
	keepAll   = `<w:keepNext/><w:keepLines/>`
	automatic = `w:line="240" w:lineRule="auto"`
)

// formats are the paragraph styles, the first of them the usual one.
func (h house) formats() []format {
	p, size := h.Parts, h.Text.Size
	before := func(part style.Part) float64 { return part.Before * size }
	list := func(f format) format {
		f.part, f.before, f.base = p.List, before(p.List), "BodyText"
		return f
	}
	for _, cell := range []*style.Part{&p.Table, &p.TableHead} {
		cell.Left, cell.Indent = 0, 0
		if cell.Align != "center" {
			cell.Align = "left" // a column is too narrow to be justified
		}
	}
	figure := p.Caption
	figure.Indent = 0
	rule := p.Paragraph
	rule.Indent, rule.Left = 0, float64(h.textWidth())*3/8/20/style.Point
	return append([]format{
		{id: "Normal", name: "Normal", part: style.Part{Font: "text", Size: 1}},
		{id: "BodyText", name: "Body Text", part: p.Paragraph, before: before(p.Paragraph)},
		{id: "Embargo", name: "Embargo", ours: true, next: "Heading1", part: p.ContactName, before: before(p.ContactName), keep: keepNext},
		h.band(),
		{id: "Kind", name: "Kind", ours: true, next: "Heading1", part: style.Part{Font: "bold", Size: 1, Align: "center"}, keep: keepNext},
		{id: "Heading1", name: "heading 1", next: "Lead", part: p.Headline, before: before(p.Headline), keep: keepAll, level: 1},
		{id: "Subtitle", name: "Subtitle", next: "Dateline", part: p.Subheadline, before: before(p.Subheadline), keep: keepAll},
		{id: "Dateline", name: "Dateline", ours: true, next: "Lead", part: p.Dateline, before: before(p.Dateline), keep: keepNext},
		{id: "Lead", name: "Lead", ours: true, base: "BodyText", next: "BodyText", part: p.Lead, before: before(p.Lead)},
		{id: "Heading2", name: "heading 2", next: "BodyText", part: p.Subheading, before: before(p.Subheading), keep: keepAll, level: 2},
		{id: "Quote", name: "Quote", base: "BodyText", next: "QuoteSpeaker", part: p.Quotation, before: before(p.Quotation)},
		{id: "QuoteSpeaker", name: "Quote Speaker", ours: true, base: "Quote", next: "BodyText", part: p.Speaker, before: before(p.Speaker), keep: `<w:keepLines/>`},
		list(format{id: "ListBullet", name: "List Bullet", list: dashes}),
		list(format{id: "ListNumber", name: "List Number", list: numbers}),
		{id: "TableText", name: "Table Text", ours: true, part: p.Table, before: 2, after: 2},
		{id: "TableHead", name: "Table Head", ours: true, base: "TableText", part: p.TableHead, before: 2, after: 2, keep: keepNext},
		{id: "Figure", name: "Figure", ours: true, next: "Caption", part: figure, before: before(p.Caption), lines: automatic},
		{id: "Caption", name: "caption", next: "BodyText", part: p.Caption, before: 0.45 * size, after: before(p.Caption), keep: `<w:keepLines/>`},
		{
			id: "Rule", name: "Rule", ours: true, next: "BodyText", part: rule, before: before(p.Paragraph), after: h.leading(p.Paragraph) / 2,
			right: float64(h.textWidth()) * 3 / 8 / 20, lines: fmt.Sprintf(`w:line="%d" w:lineRule="exact"`, twips(h.leading(p.Paragraph)/2)),
			borders: h.border("bottom", 0),
		},
		{id: "Boilerplate", name: "Boilerplate", ours: true, next: "Contact", part: p.Boilerplate, before: before(p.Boilerplate)},
	}, slices.Concat(h.contact("", p.Contact), h.contact("Name", p.ContactName), h.edges())...)
}

// contact are the styles of a line of a contact: within it, under the rule, and below another.
func (h house) contact(line string, part style.Part) []format {
	size, base := h.Text.Size, "Contact"
	if line == "" {
		base = ""
	}
	all := []format{
		{before: part.Before * size, base: base},
		{id: "First", before: 1.3 * size, borders: h.border("top", 0.7*size), base: "Contact"},
		{id: "Next", before: 1.2 * size, base: "Contact"},
	}
	for i, f := range all {
		f.name = strings.Join(strings.Fields("Contact "+line+" "+f.id), " ")
		f.id = strings.ReplaceAll(f.name, " ", "")
		f.ours, f.next, f.part, f.keep = true, "Contact", part, `<w:keepLines/>`
		all[i] = f
	}
	return all
}

// band is the bar that names the embargo: white on its colour.
func (h house) band() format {
	colour := hex(h.Embargo.Colour.NRGBA)
	var sides strings.Builder
	for _, side := range []string{"top", "left", "bottom", "right"} {
		sides.WriteString(`<w:` + side + ` w:val="single" w:sz="4" w:space="4" w:color="` + colour + `"/>`)
	}
	return format{
		id: "EmbargoBand", name: "Embargo Band", ours: true, next: "Heading1", keep: keepNext, after: 12,
		part: style.Part{Font: "sans_bold", Size: h.Embargo.Size / h.Text.Size, Align: "center", Leading: 1.3, Left: 4 / style.Point}, right: 4,
		colour: color.NRGBA{R: 0xff, G: 0xff, B: 0xff, A: 0xff}, borders: sides.String(), shade: `<w:shd w:val="clear" w:color="auto" w:fill="` + colour + `"/>`,
	}
}

// edges are the styles of the letterhead, and of what stands in the margins.
func (h house) edges() []format {
	head := h.Letterhead
	line := func(font string, size float64) style.Part {
		return style.Part{Font: font, Size: size / h.Text.Size, Align: head.Align, Leading: 1.3}
	}
	muted, name := line("sans", head.SmallSize), line("sans_bold", head.Size)
	muted.Colour = "muted"
	exactly := func(points float64) string { return fmt.Sprintf(`w:line="%d" w:lineRule="exact"`, twips(points)) }
	edge := style.Part{Font: "sans", Align: "left", Colour: "muted", Size: h.Numbers.Size / h.Text.Size}
	foot := edge
	foot.Align, foot.Size = "center", h.Footer.Size/h.Text.Size
	number := edge
	number.Align = "center"
	borders := ""
	if head.Rule {
		borders = h.border("bottom", 0)
	}
	return []format{
		{id: "Letterhead", name: "Letterhead", ours: true, part: muted},
		{id: "LetterheadLogo", name: "Letterhead Logo", ours: true, base: "Letterhead", part: muted, lines: automatic, after: h.logoGap()},
		{id: "LetterheadName", name: "Letterhead Name", ours: true, base: "Letterhead", next: "Letterhead", part: name},
		{id: "LetterheadRule", name: "Letterhead Rule", ours: true, base: "Letterhead", part: muted, lines: exactly(8), after: 14, borders: borders},
		{
			id: "Header", name: "header", part: edge, lines: exactly(h.headerLine()), after: max(0, h.Page.Top*style.Point-h.headerTop()-h.headerLine()),
			tabs: fmt.Sprintf(`<w:tab w:val="center" w:pos="%d"/><w:tab w:val="right" w:pos="%d"/>`, h.textWidth()/2, h.textWidth()),
		},
		{id: "Footer", name: "footer", part: number, lines: exactly(edgeLeading * h.Numbers.Size)},
		{id: "FooterText", name: "Footer Text", ours: true, part: foot, lines: exactly(edgeLeading * h.Footer.Size), before: max(0, 0.54*h.Footer.Size-0.24*h.Numbers.Size)},
	}
}

// logoGap is how far the name stands below a logo in the middle.
func (h house) logoGap() float64 {
	if h.Letterhead.Align == "center" {
		return 6
	}
	return 0
}

// border is a line of the house's along a paragraph, so many points from its words.
func (h house) border(side string, space float64) string {
	return fmt.Sprintf(`<w:%s w:val="single" w:sz="5" w:space="%d" w:color="%s"/>`, side, min(int(space+0.5), 31), hex(h.Colours.Rule.NRGBA))
}

func (h house) paragraphStyle(f format, priority int) string {
	kind, based := "", `<w:basedOn w:val="Normal"/>`
	switch {
	case f.id == "Normal":
		kind, based = ` w:default="1"`, ""
	case f.ours:
		kind = ` w:customStyle="1"`
	}
	if f.base != "" {
		based = `<w:basedOn w:val="` + f.base + `"/>`
	}
	if f.next != "" {
		based += `<w:next w:val="` + f.next + `"/>`
	}
	return `<w:style w:type="paragraph"` + kind + ` w:styleId="` + f.id + `"><w:name w:val="` + f.name + `"/>` + based +
		`<w:uiPriority w:val="` + strconv.Itoa(priority) + `"/><w:qFormat/><w:pPr>` + h.ofParagraph(f) + `</w:pPr><w:rPr>` + h.ofLetters(f) + `</w:rPr></w:style>`
}

// ofParagraph are a style's properties of paragraphs, in the order of the schema.
func (h house) ofParagraph(f format) string {
	align, broken := h.align(f.part)
	var b strings.Builder
	b.WriteString(f.keep)
	if f.list > 0 {
		b.WriteString(`<w:numPr><w:numId w:val="` + strconv.Itoa(f.list) + `"/></w:numPr>`)
	}
	if f.borders != "" {
		b.WriteString(`<w:pBdr>` + f.borders + `</w:pBdr>`)
	}
	b.WriteString(f.shade)
	if f.tabs != "" {
		b.WriteString(`<w:tabs>` + f.tabs + `</w:tabs>`)
	}
	b.WriteString(onOff("suppressAutoHyphens", !broken))
	lines := f.lines
	if lines == "" {
		lines = fmt.Sprintf(`w:line="%d" w:lineRule="exact"`, twips(h.leading(f.part)))
	}
	fmt.Fprintf(&b, `<w:spacing w:before="%d" w:after="%d" %s/>`, twips(f.before), twips(f.after), lines)
	if f.list > 0 { // a style's indents go before those of its numbering
		dash, number := h.marks()
		b.WriteString(map[int]string{dashes: dash, numbers: number}[f.list])
	} else {
		b.WriteString(indents(margin(f.part.Left), twips(f.right), margin(f.part.Indent)))
	}
	b.WriteString(`<w:jc w:val="` + align + `"/>`)
	if f.level > 0 {
		b.WriteString(`<w:outlineLvl w:val="` + strconv.Itoa(f.level-1) + `"/>`)
	}
	return b.String()
}

// indents are those of every line, and of the first.
func indents(left, right, first int) string {
	way := "firstLine"
	if first < 0 {
		way, first = "hanging", -first
	}
	return fmt.Sprintf(`<w:ind w:left="%d" w:right="%d" w:%s="%d"/>`, left, right, way, first)
}

// ofLetters are a style's properties of letters.
func (h house) ofLetters(f format) string {
	size, colour := f.size, f.colour
	if size == 0 {
		size = f.part.Size * h.Text.Size
	}
	if colour == (color.NRGBA{}) {
		colour = h.Ink(f.part)
	}
	return h.face(f.part.Font) + h.cut(f.part.Font) + ink(colour) + sizes(size)
}

// face names the family of a face; what is bold or italic in it Word finds by itself.
func (h house) face(font string) string {
	family := escape(h.Cut(font).Family)
	return `<w:rFonts w:ascii="` + family + `" w:hAnsi="` + family + `" w:eastAsia="` + family + `" w:cs="` + family + `"/>`
}

// fonts returns the part that tells of the families what stands in for one that a reader
// does not have.
func (h house) fonts() string {
	var b strings.Builder
	b.WriteString(declaration + `<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">`)
	known := map[string]bool{}
	for _, f := range []struct{ font, like, kind string }{{"text", "Times New Roman", "roman"}, {"sans", "Arial", "swiss"}} {
		if f.font == "text" && strings.Contains(h.Cut(f.font).Family, "Sans") {
			f.like, f.kind = "Arial", "swiss"
		}
		for _, suffix := range []string{"", "_bold", "_italic", "_bold_italic"} {
			family := h.Cut(strings.TrimPrefix(f.font+suffix, "text_")).Family
			if !known[family] {
				known[family] = true
				b.WriteString(`<w:font w:name="` + escape(family) + `"><w:altName w:val="` + f.like + `"/><w:family w:val="` + f.kind + `"/><w:pitch w:val="variable"/></w:font>`)
			}
		}
	}
	b.WriteString(`</w:fonts>`)
	return b.String()
}

// cut is what is left of a face's name beside its family. It is said of upright and light
// faces, too: the style that another is based on may have others.
func (h house) cut(font string) string {
	cut := h.Cut(font)
	return toggle("b", cut.Bold) + toggle("i", cut.Italic)
}

// emphasis is how words that a mark makes bold or italic differ from those around them.
func (h house) emphasis(font string, r release.Run) string {
	emphasised := style.Emphasis(font, r)
	plain, cut := h.Cut(font), h.Cut(emphasised)
	properties := ""
	if cut.Family != plain.Family {
		properties = h.face(emphasised)
	}
	if r.Bold || cut.Bold != plain.Bold {
		properties += toggle("b", cut.Bold)
	}
	if r.Italic || cut.Italic != plain.Italic {
		properties += toggle("i", cut.Italic)
	}
	return properties
}

// toggle is a property of letters, of complex scripts too.
func toggle(name string, on bool) string { return onOff(name, on) + onOff(name+"Cs", on) }

func onOff(name string, on bool) string {
	if on {
		return `<w:` + name + `/>`
	}
	return `<w:` + name + ` w:val="0"/>`
}

func ink(c color.NRGBA) string { return `<w:color w:val="` + hex(c) + `"/>` }

func sizes(points float64) string {
	half := strconv.Itoa(max(2, int(2*points+0.5)))
	return `<w:sz w:val="` + half + `"/><w:szCs w:val="` + half + `"/>`
}
