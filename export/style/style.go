// Package style holds house styles: how an office's releases look on paper. A
// style is a TOML file; what it leaves out it takes from the style it is based
// on. Lengths on the page are millimetres and sizes of type are points, as the
// standards for documents give them; a consumer converts with Point.
package style

import (
	"image/color"
	"slices"
	"strings"

	"communique/editor/release"
	"communique/export/typeface"
)

// Point is how many points (1/72 inch) make a millimetre.
const Point = 72 / 25.4

// Style is a house style.
type Style struct {
	// Name is what the style is called by: its file's name without the ending.
	Name string `toml:"-"`
	// Base is the style that gives what this one leaves out; "" is the plain one.
	Base string `toml:"base"`
	// Title says what the style is, by language of the interface.
	Title      map[string]string `toml:"title"`
	Page       Page              `toml:"page"`
	Fonts      Fonts             `toml:"fonts"`
	Colours    Colours           `toml:"colours"`
	Letterhead Letterhead        `toml:"letterhead"`
	Numbers    Numbers           `toml:"numbers"`
	Footer     Footer            `toml:"footer"`
	Embargo    Band              `toml:"embargo"`
	Draft      Mark              `toml:"draft"`
	QR         QR                `toml:"qr"`
	Text       Setting           `toml:"text"`
	Fit        Fit               `toml:"fit"`
	Parts      Parts             `toml:"parts"`
	// Words are what pages bear beside the release's own text, by language (BCP 47) and by the
	// keys that translations.OwnWords lists. What is not among them is the program's.
	Words map[string]map[string]string `toml:"words"`

	// Faces are the fonts, read.
	Faces Faces `toml:"-"`
	// Logo is the letterhead's own picture, as its file has it; nil for none.
	Logo []byte `toml:"-"`

	id *int // one for each time a style is read
}

// Page is the sheet and its margins in millimetres.
type Page struct {
	Size   string  `toml:"size"` // "A4", "A5", "Letter"
	Top    float64 `toml:"top"`
	Right  float64 `toml:"right"`
	Bottom float64 `toml:"bottom"`
	Left   float64 `toml:"left"`
}

// Dimensions returns width and height of the sheet in millimetres.
func (p Page) Dimensions() (width, height float64) {
	size := sizes[p.Size]
	return size[0], size[1]
}

// Below returns how far right of the text of a list's level that of the next one begins, in
// millimetres, where it wants so much. However many levels there are below the first, whose
// text begins so far from the margin, they leave half of what is right of that to the words.
func (p Page) Below(first, wanted float64, levels int) float64 {
	width, _ := p.Dimensions()
	return min(wanted, max(0, width-p.Left-p.Right-first)/2/float64(levels))
}

// HeaderBaseline is how far below the upper edge of the sheet the lines in that margin
// stand, in points: the number, and the mark of a draft.
func (p Page) HeaderBaseline() float64 { return p.Top * Point * 0.65 }

// FooterBaseline is how far above the lower edge the number stands in that margin, in
// points. The footer's words stand FooterDrop of their size below it.
func (p Page) FooterBaseline() float64 { return p.Bottom * Point / 2 }

// FooterDrop is how far the footer's words stand below the number, in their own size.
const FooterDrop = 1.5

var sizes = map[string][2]float64{"A4": {210, 297}, "A5": {148, 210}, "Letter": {215.9, 279.4}}

// Fonts names the faces of a style: an embedded one ("PT Serif", "PT Serif Bold",
// "PT Serif Italic", "PT Serif Bold Italic", and PT Sans the same), or a TrueType
// file beside the style's own.
type Fonts struct {
	Text           string `toml:"text"`
	Bold           string `toml:"bold"`
	Italic         string `toml:"italic"`
	BoldItalic     string `toml:"bold_italic"`
	Sans           string `toml:"sans"`
	SansBold       string `toml:"sans_bold"`
	SansItalic     string `toml:"sans_italic"`
	SansBoldItalic string `toml:"sans_bold_italic"`
}

// Faces are the faces that Fonts names.
type Faces struct {
	Text, Bold, Italic, BoldItalic, Sans, SansBold, SansItalic, SansBoldItalic *typeface.Face
}

// The place of a face among those of a style is the sum of what it is.
const (
	bold   = 1
	italic = 2
	sans   = 4
)

// fontKeys are the names of the faces in a style's file, by their places.
var fontKeys = [...]string{"text", "bold", "italic", "bold_italic", "sans", "sans_bold", "sans_italic", "sans_bold_italic"}

func (f Fonts) list() [len(fontKeys)]string {
	return [...]string{f.Text, f.Bold, f.Italic, f.BoldItalic, f.Sans, f.SansBold, f.SansItalic, f.SansBoldItalic}
}

func (f *Faces) list() [len(fontKeys)]**typeface.Face {
	return [...]**typeface.Face{&f.Text, &f.Bold, &f.Italic, &f.BoldItalic, &f.Sans, &f.SansBold, &f.SansItalic, &f.SansBoldItalic}
}

// Colours are the inks, each "#rrggbb".
type Colours struct {
	Text   Ink `toml:"text"`
	Muted  Ink `toml:"muted"`
	Accent Ink `toml:"accent"`
	Rule   Ink `toml:"rule"`
	Link   Ink `toml:"link"`
}

// Ink is a colour as a style writes it: "#rrggbb".
type Ink struct{ color.NRGBA }

// Letterhead is what stands over the text on the first page.
type Letterhead struct {
	Show bool `toml:"show"`
	// Names replace the organisation's name: one, or two for two languages.
	Names []string `toml:"names"`
	// Address replaces the organisation's address.
	Address string `toml:"address"`
	// LogoFile is a PNG, JPEG or SVG file beside the style's own that replaces
	// the organisation's logo.
	LogoFile   string  `toml:"logo"`
	LogoHeight float64 `toml:"logo_height"` // millimetres
	Align      string  `toml:"align"`       // "left", "center"
	Size       float64 `toml:"size"`        // of the name, points
	SmallSize  float64 `toml:"small_size"`  // of the address, points
	Rule       bool    `toml:"rule"`
	// Kind writes what the document is («ПРЕСС-РЕЛИЗ») under the rule, with the
	// release's number.
	Kind bool `toml:"kind"`
}

// Numbers are the page numbers.
type Numbers struct {
	Place string  `toml:"place"` // "bottom", "top", "none"; in the middle of the line
	Form  string  `toml:"form"`  // "of" («стр. 1 из 3»), "number" (1)
	From  int     `toml:"from"`  // the first page that is numbered
	Size  float64 `toml:"size"`
}

// Footer is a line at the foot of every page.
type Footer struct {
	Text string  `toml:"text"`
	Size float64 `toml:"size"`
}

// Band is the bar that names the embargo on every page.
type Band struct {
	Show   bool    `toml:"show"`
	Colour Ink     `toml:"colour"`
	Size   float64 `toml:"size"`
}

// Mark is the word that every page of a release bears until it is issued.
type Mark struct {
	Show   bool    `toml:"show"`
	Colour Ink     `toml:"colour"`
	Size   float64 `toml:"size"`
}

// QR is the code in the lower right corner of the first page.
type QR struct {
	// Content is what it says; {number} and {date} stand for the release's. No
	// content, no code.
	Content string  `toml:"content"`
	Size    float64 `toml:"size"` // millimetres
}

// Setting is how all text is set unless its part says otherwise.
type Setting struct {
	Size      float64 `toml:"size"`    // points
	Leading   float64 `toml:"leading"` // from baseline to baseline, as a multiple of the size
	Align     string  `toml:"align"`   // "justify", "left"
	Hyphenate bool    `toml:"hyphenate"`
}

// Fit is how far a release that is to be one page may be set smaller, each as a multiple
// of what it is otherwise. All of it gives evenly, and no more than it has to.
type Fit struct {
	Size    float64 `toml:"size"`    // of all type
	Leading float64 `toml:"leading"` // of all lines
	Spacing float64 `toml:"spacing"` // of the space between parts
}

// Part is how one part of a release is set.
type Part struct {
	Font    string  `toml:"font"`    // a key of Fonts
	Size    float64 `toml:"size"`    // as a multiple of the text's
	Leading float64 `toml:"leading"` // as a multiple of the part's size; 0 is the text's
	Align   string  `toml:"align"`   // "justify", "left", "center"; "" is the text's
	Colour  string  `toml:"colour"`  // "text", "muted", "accent"; "" is the text's
	Before  float64 `toml:"before"`  // space above, as a multiple of the text's size
	Indent  float64 `toml:"indent"`  // of the first line, millimetres
	Left    float64 `toml:"left"`    // of every line, millimetres
}

// Parts are the parts of a release.
type Parts struct {
	Headline    Part `toml:"headline"`
	Subheadline Part `toml:"subheadline"`
	Dateline    Part `toml:"dateline"`
	Lead        Part `toml:"lead"`
	Paragraph   Part `toml:"paragraph"`
	Subheading  Part `toml:"subheading"`
	Quotation   Part `toml:"quotation"`
	Speaker     Part `toml:"speaker"`
	List        Part `toml:"list"`
	Table       Part `toml:"table"`
	TableHead   Part `toml:"table_head"`
	Caption     Part `toml:"caption"`
	Boilerplate Part `toml:"boilerplate"`
	Contact     Part `toml:"contact"`
	ContactName Part `toml:"contact_name"`
}

// all lists the parts by their names in the file.
func (p *Parts) all() map[string]*Part {
	return map[string]*Part{
		"headline": &p.Headline, "subheadline": &p.Subheadline, "dateline": &p.Dateline, "lead": &p.Lead,
		"paragraph": &p.Paragraph, "subheading": &p.Subheading, "quotation": &p.Quotation, "speaker": &p.Speaker,
		"list": &p.List, "table": &p.Table, "table_head": &p.TableHead, "caption": &p.Caption, "boilerplate": &p.Boilerplate, "contact": &p.Contact, "contact_name": &p.ContactName,
	}
}

// Face returns the face of a part.
func (s *Style) Face(p Part) *typeface.Face { return s.Emphasised(p, release.Run{}) }

// Emphasised returns the face of words of a part that a mark makes bold or italic.
func (s *Style) Emphasised(p Part, words release.Run) *typeface.Face {
	return *s.Faces.list()[place(Emphasis(p.Font, words))]
}

// Emphasis returns the key of the face of words that a mark makes bold or italic, by the key
// of the face that they have without it.
func Emphasis(font string, words release.Run) string {
	at := place(font)
	if words.Bold {
		at |= bold
	}
	if words.Italic {
		at |= italic
	}
	return fontKeys[at]
}

// place is that of a face by its key; the text's where the key is "".
func place(font string) int { return max(slices.Index(fontKeys[:], font), 0) }

// Cut is a face as word processors know it: by its family, and how it differs from the
// upright one of that.
type Cut struct {
	Family       string
	Bold, Italic bool
}

// Cut returns a face by its key.
func (s *Style) Cut(font string) Cut {
	name, face := s.Fonts.list()[place(font)], *s.Faces.list()[place(font)]
	if _, shipped := families[name]; !shipped {
		bold, italic := face.Cut()
		return Cut{face.Family(), bold, italic}
	}
	upright, italic := strings.CutSuffix(name, " Italic")
	family, bold := strings.CutSuffix(upright, " Bold")
	return Cut{family, bold, italic}
}

const (
	// leastDots is how many dots of a picture stand on an inch at least: it is set no
	// larger, so that nobody sees them.
	leastDots = 150
	// highest is how much of a page's height a picture takes at most.
	highest = 0.6
)

// Room is how large a picture of so many dots is set, in points, where the text has so
// much room: as wide as the text, if it is not coarse then, nor too high for a page.
func Room(dotsAcross, dotsDown int, textWidth, textHeight float64) (width, height float64) {
	ratio := float64(dotsDown) / float64(dotsAcross)
	width = min(textWidth, float64(dotsAcross)*72/leastDots)
	if most := highest * textHeight; width*ratio > most {
		width = most / ratio
	}
	return width, width * ratio
}

// Ink returns the colour of a part.
func (s *Style) Ink(p Part) color.NRGBA {
	switch p.Colour {
	case "muted":
		return s.Colours.Muted.NRGBA
	case "accent":
		return s.Colours.Accent.NRGBA
	}
	return s.Colours.Text.NRGBA
}

// Same reports whether two styles are the same one, read once.
func (s *Style) Same(other Style) bool { return s.id != nil && s.id == other.id }
