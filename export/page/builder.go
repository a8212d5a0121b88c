package page

import (
	"bytes"
	"fmt"
	"image"
	_ "image/jpeg" // a logo may be either
	"image/png"

	"communique/editor/release"
)

// builder fills pages from top to bottom.
type builder struct {
	typeset  *typeset
	language string
	pages    []Page
	y        float64 // where the next line's top is
	empty    bool    // nothing stands on the page yet
}

func (b *builder) page() *Page { return &b.pages[len(b.pages)-1] }

func (b *builder) newPage() {
	b.pages = append(b.pages, Page{})
	b.y, b.empty = marginTop, true
}

// LogoError says that the logo is no picture.
type LogoError struct{ Cause error }

func (e *LogoError) Error() string { return fmt.Sprintf("logo: %v", e.Cause) }

func (e *LogoError) Unwrap() error { return e.Cause }

// Fact names the error for the translations.
func (e *LogoError) Fact() (string, map[string]any) {
	return "page-logo", map[string]any{"Detail": e.Cause.Error()}
}

const (
	logoHeight   = 44.0
	logoMaxWidth = 150.0
	logoGap      = 14.0
)

var (
	organisationStyle = style{face: Bold, size: 12.5, leading: 16}
	addressStyle      = style{face: Regular, size: 9, leading: 12.5, gray: 90}
)

// letterhead begins the first page with logo, name and address over a rule.
func (b *builder) letterhead(org release.Organisation) error {
	b.newPage()
	if org.Name == "" && len(org.Logo) == 0 {
		return nil
	}
	x, bottom := marginLeft, b.y
	if len(org.Logo) > 0 {
		picture, err := logo(org.Logo)
		if err != nil {
			return &LogoError{err}
		}
		picture.X, picture.Y = x, b.y
		b.page().Pictures = append(b.page().Pictures, picture)
		x += picture.Width + logoGap
		bottom += picture.Height
	}
	top := b.y
	b.column(org.Name, organisationStyle, x)
	b.column(org.Address, addressStyle, x)
	site := addressStyle
	site.link = siteLink(org.Site)
	b.column(org.Site, site, x)
	b.y = max(b.y, bottom, top) + 9
	b.page().Rules = append(b.page().Rules, Rule{X: marginLeft, Y: b.y, Width: textWidth, Thickness: 0.8, Gray: 120})
	b.y += 20
	b.empty = true
	return nil
}

// column sets text from x to the right margin, without regard to page breaks.
func (b *builder) column(content string, s style, x float64) {
	for _, line := range b.typeset.lines(content, s, width-marginRight-x) {
		b.line(line, s, x)
	}
}

func (b *builder) line(content string, s style, x float64) {
	runs := b.typeset.runs(content, s, x)
	for i := range runs {
		runs[i].Y = b.y + (s.leading+s.size*0.66)/2
	}
	b.page().Runs = append(b.page().Runs, runs...)
	b.y += s.leading
	b.empty = false
}

// logo reads a picture and writes it as a plain PNG: painters refuse
// interlaced ones, and a photograph's hidden data must not travel along.
func logo(data []byte) (Picture, error) {
	decoded, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return Picture{}, err
	}
	size := decoded.Bounds().Size()
	if size.X == 0 || size.Y == 0 {
		return Picture{}, image.ErrFormat
	}
	plain := image.NewNRGBA(image.Rect(0, 0, size.X, size.Y))
	for y := range size.Y {
		for x := range size.X {
			plain.Set(x, y, decoded.At(decoded.Bounds().Min.X+x, decoded.Bounds().Min.Y+y))
		}
	}
	var buf bytes.Buffer
	if err := png.Encode(&buf, plain); err != nil {
		return Picture{}, err
	}
	h := logoHeight
	w := h * float64(size.X) / float64(size.Y)
	if w > logoMaxWidth {
		w, h = logoMaxWidth, logoMaxWidth*float64(size.Y)/float64(size.X)
	}
	return Picture{Width: w, Height: h, PNG: buf.Bytes()}, nil
}

// flow sets elements one under another, over as many pages as they take.
func (b *builder) flow(list []element) {
	for i := 0; i < len(list); {
		n := 1 // elements that must stay together
		for i+n < len(list) && list[i+n-1].keepNext {
			n++
		}
		b.group(list[i : i+n])
		i += n
	}
}

const pageBottom = height - marginBottom

// group sets elements that hold together. Where the whole does not fit, a new
// page begins; the last element may run on over page breaks.
func (b *builder) group(list []element) {
	var broken [][]string
	need := 0.0
	for i, e := range list {
		lines := b.typeset.lines(e.text, e.style, textWidth-e.style.indent)
		broken = append(broken, lines)
		count := len(lines)
		if i == len(list)-1 {
			count = firstLines(count)
		}
		need += e.before + float64(count)*e.style.leading
	}
	if !b.empty && b.y+need > pageBottom {
		b.newPage()
	}
	for i, e := range list {
		b.element(e, broken[i])
	}
}

// firstLines is how many lines of a paragraph must stand together at the foot
// of a page: one alone would be an orphan, and of three none can be parted.
func firstLines(count int) int {
	if count <= 3 {
		return count
	}
	return 2
}

func (b *builder) element(e element, lines []string) {
	if !b.empty {
		b.y += e.before
	}
	if e.rule {
		b.page().Rules = append(b.page().Rules, Rule{X: marginLeft, Y: b.y - 8, Width: textWidth, Thickness: 0.6, Gray: 120})
	}
	for i, line := range lines {
		left := len(lines) - i
		last := b.y+2*e.style.leading > pageBottom && b.y+e.style.leading <= pageBottom
		// The next to last line goes over with the last: one alone is a widow.
		if b.y+e.style.leading > pageBottom || last && left == 2 && i > 0 {
			b.newPage()
		}
		b.line(line, e.style, marginLeft+e.style.indent)
	}
}

var numberStyle = style{face: Regular, size: 9, leading: 12, gray: 90}

// number writes the page numbers, once it is known how many pages there are.
func (b *builder) number() {
	for i := range b.pages {
		content := fmt.Sprintf("page %d of %d", i+1, len(b.pages))
		if b.language == "ru" {
			content = fmt.Sprintf("стр. %d из %d", i+1, len(b.pages))
		}
		x := marginLeft + (textWidth-b.typeset.width(content, numberStyle))/2
		runs := b.typeset.runs(content, numberStyle, x)
		for j := range runs {
			runs[j].Y = height - 36
		}
		b.pages[i].Runs = append(b.pages[i].Runs, runs...)
	}
}
