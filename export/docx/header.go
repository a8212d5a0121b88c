package docx

import (
	"fmt"
	"math"
	"strings"

	"communique/export/link"
	"communique/export/text"
)

// edge returns the line at the top of a page: its number in the middle, where the style
// has it there, and the mark of a draft at the right. The paragraph is there without them:
// it reaches down to where the text begins, and holds what is anchored to the page.
func (d document) edge(page int, anchored string) string {
	number, mark := "", ""
	if d.house.Numbers.Place == "top" {
		number = d.number(page)
	}
	if word := text.Draft(d.release, d.content.wording); d.house.Draft.Show && word != "" {
		mark = formatted(word, "DraftMark", "")
	}
	content := ""
	if number+mark != "" {
		content = run("\t") + number
	}
	if mark != "" {
		content += run("\t") + mark
	}
	return `<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>` + anchored + content + `</w:p>`
}

// number returns the number of a page, the first or a later one, where the style numbers
// that. Of the later ones Word knows no other beginning than the second: it is asked.
func (d document) number(page int) string {
	n := d.house.Numbers
	switch line := d.pageLine(); {
	case page == 1 && n.From > 1:
		return ""
	case n.From > 2:
		return line.from(n.From)
	default:
		return line.xml()
	}
}

// pageLine is what tells the number of a page: words, and fields in whichever order the
// language has these.
func (d document) pageLine() pageLine {
	if d.house.Numbers.Form == "number" {
		return pageLine{{field: "PAGE"}}
	}
	const current, all = "\x01", "\x02" // in the fields' places
	words := d.content.wording.Text("printed-page", map[string]any{"Page": current, "Pages": all})
	var line pageLine
	for words != "" {
		at := strings.IndexAny(words, current+all)
		switch {
		case at < 0:
			return append(line, piece{words: words})
		case at > 0:
			line = append(line, piece{words: words[:at]})
		}
		name := "PAGE"
		if words[at:at+1] == all {
			name = "NUMPAGES"
		}
		line, words = append(line, piece{field: name}), words[at+1:]
	}
	return line
}

// band returns the bar that names the embargo.
func (d document) band() string {
	line := text.Embargo(d.release, d.content.wording)
	if line == "" || !d.house.Embargo.Show {
		return ""
	}
	return `<w:p><w:pPr><w:pStyle w:val="EmbargoBand"/></w:pPr>` + run(line) + `</w:p>`
}

// header returns the header of every page but the first.
func (d document) header() string {
	return declaration + `<w:hdr` + namespaces + `>` + d.edge(2, "") + d.band() + `</w:hdr>`
}

// footer returns the footer of the first page or of a later one: its number, where the
// style has it there, and the words of the style.
func (d document) footer(page int) string {
	number := ""
	if d.house.Numbers.Place == "bottom" {
		number = d.number(page)
	}
	content := `<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>` + number + `</w:p>`
	if words := text.OneLine(d.house.Footer.Text); words != "" {
		content += `<w:p><w:pPr><w:pStyle w:val="FooterText"/></w:pPr>` + run(words) + `</w:p>`
	}
	return declaration + `<w:ftr` + namespaces + `>` + content + `</w:ftr>`
}

// firstHeader returns the header of the first page, which is the letterhead,
// and the part that lists what it refers to.
func (d document) firstHeader() (header, references string) {
	var links relationships
	content := d.edge(1, d.corner(&links)) + d.letterhead(&links)
	return declaration + `<w:hdr` + namespaces + drawingNamespaces + `>` + content + `</w:hdr>`, links.String()
}

// letterhead returns logo, names, address and site over a rule.
func (d document) letterhead(links *relationships) string {
	head, org := d.house.Letterhead, d.organisation
	names, address := head.Names, head.Address
	if len(names) == 0 {
		names = []string{org.Name}
	}
	if address == "" {
		address = org.Address
	}
	var lines []paragraph
	for _, name := range names {
		lines = append(lines, marked("LetterheadName", text.OneLine(name), nil))
	}
	if lines = withText(lines); !head.Show || len(lines) == 0 && d.logo == nil {
		return ""
	}
	lines = append(lines, marked("Letterhead", address, nil), leading("Letterhead", org.Site, link.Site(text.OneLine(org.Site))))
	var words strings.Builder
	for _, p := range withText(lines) {
		words.WriteString(p.xml(links, d.house))
	}
	const rule = `<w:p><w:pPr><w:pStyle w:val="LetterheadRule"/></w:pPr></w:p>`
	if d.logo == nil {
		return words.String() + rule
	}
	picture := paragraph{style: "LetterheadLogo", drawing: d.drawing()}.xml(links, d.house)
	if words.Len() == 0 || head.Align == "center" {
		return picture + words.String() + rule
	}
	return d.beside(picture, words.String()) + rule
}

// beside returns a table without lines that sets words to the right of the logo. A table
// is what every word processor sets alike.
func (d document) beside(picture, words string) string {
	const gap = 280
	textWidth := d.house.textWidth()
	left := min(int(math.Ceil(d.logo.Width*20))+gap, textWidth-1)
	columns := [2]int{left, textWidth - left}
	cells := [2]string{picture, words}
	var b strings.Builder
	fmt.Fprintf(&b, `<w:tbl><w:tblPr>%s<w:tblW w:w="%d" w:type="dxa"/><w:tblLayout w:type="fixed"/>`, d.house.direction(`<w:bidiVisual/>`), textWidth)
	b.WriteString(`<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>`)
	fmt.Fprintf(&b, `<w:tblGrid><w:gridCol w:w="%d"/><w:gridCol w:w="%d"/></w:tblGrid><w:tr>`, columns[0], columns[1])
	for i, cell := range cells {
		fmt.Fprintf(&b, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/></w:tcPr>%s</w:tc>`, columns[i], cell)
	}
	b.WriteString(`</w:tr></w:tbl>`)
	return b.String()
}

const logoPath = "word/media/logo.png"

// drawing is the logo with the words that stand for it where it is not seen.
func (d document) drawing() *drawing {
	name, description := text.Logo(d.organisation, d.content.wording)
	return &drawing{number: 1, target: "media/logo.png", name: name, description: description, width: d.logo.Width, height: d.logo.Height}
}
