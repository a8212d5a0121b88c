package pdf

import (
	"iter"
	"strings"
	"unicode"

	"golang.org/x/text/encoding/charmap"

	"communique/editor/intake/pdf/objects"
	"communique/editor/regexp"
)

// font says which letters the codes of a string are, and how wide.
type font struct {
	composite    bool   // codes of two bytes, or of as many as its map says
	coding       coding // of codes that letters have anywhere; nil where they are those of the font alone
	known        string // what the codes of the font are called, where they have a name
	names        *characters
	codes        *characters // how long the codes are, where the font has a map of its own
	letters      [256]string // of a simple font
	widths       map[uint32]float64
	unmeasured   bool    // it is one of those that every reader has, and says no widths
	width        float64 // of what has none in widths; in thousandths of the size
	bold, italic bool
}

// unnamed stands for a letter that no name is known of.
const unnamed = "\ufffd"

// font reads a font, once.
func (r *reader) font(object any) *font {
	ref, isRef := object.(objects.Ref)
	if known := r.fonts[ref]; isRef && known != nil {
		return known
	}
	d := r.file.Dict(object)
	f := &font{widths: map[uint32]float64{}, width: 500}
	f.composite = r.file.Name(d["Subtype"]) == "Type0"
	if s, is := r.file.Resolve(d["ToUnicode"]).(*objects.Stream); is {
		f.names = r.characters(s)
	}
	if f.composite {
		r.composite(f, d)
	} else {
		r.simple(f, d)
	}
	if isRef {
		r.fonts[ref] = f
	}
	return f
}

// look reads how a font looks by its name and its flags (9.8.2).
func (f *font) look(r *reader, base objects.Name, descriptor objects.Dict) {
	const italic, forcedBold = 1 << 6, 1 << 18
	name, flags := strings.ToLower(string(base)), int(r.number(descriptor["Flags"], 0))
	f.bold = boldName.MatchString(name) || flags&forcedBold != 0 || r.number(descriptor["FontWeight"], 0) >= 600
	f.italic = italicName.MatchString(name) || flags&italic != 0
}

// How fonts are called that are bold or italic; those of TeX have names of their own.
var (
	boldName   = regexp.MustCompile(`bold|black|heavy|demi|(?:^|\+)(?:cm|sf|ec|la)(?:ss)?bx`)
	italicName = regexp.MustCompile(`ital|obli|slant|kursiv|(?:^|\+)(?:cm|sf|ec|la)(?:bx)?(?:ti|sl|ssi)`)
)

// composite reads a font of many letters (9.7).
func (r *reader) composite(f *font, d objects.Dict) {
	encoding := r.file.Name(d["Encoding"])
	f.coding, f.known = codingOf(string(encoding)), string(encoding)
	if s, is := r.file.Resolve(d["Encoding"]).(*objects.Stream); is {
		f.codes = r.characters(s)
	}
	var descendant objects.Dict
	for _, one := range r.file.Array(d["DescendantFonts"]) {
		descendant = r.file.Dict(one)
	}
	f.look(r, r.file.Name(d["BaseFont"]), r.file.Dict(descendant["FontDescriptor"]))
	if strings.HasPrefix(f.known, "Identity") {
		f.known = r.collection(descendant)
	}
	f.width = r.number(descendant["DW"], 1000)
	widths := r.file.Array(descendant["W"])
	for i := 0; i+1 < len(widths) && r.codes < maxCodes; {
		begin := uint32(r.number(widths[i], 0))
		if list := r.file.Array(widths[i+1]); list != nil {
			for n, w := range list {
				f.widths[begin+uint32(n)] = r.number(w, f.width)
			}
			i, r.codes = i+2, r.codes+len(list)
			continue
		}
		if i+2 >= len(widths) {
			break
		}
		end, w := uint32(r.number(widths[i+1], 0)), r.number(widths[i+2], f.width)
		for c := begin; c <= end && c-begin < 1<<16; c++ {
			f.widths[c] = w
			r.codes++
		}
		i += 3
	}
}

// collection is what the glyphs of a font are called together, those of Chinese, Japanese and Korean ones by their numbers
// (9.7.3); "" for those of the font alone.
func (r *reader) collection(descendant objects.Dict) string {
	system := r.file.Dict(descendant["CIDSystemInfo"])
	registry, _ := r.file.Text(system["Registry"])
	ordering, _ := r.file.Text(system["Ordering"])
	if ordering == "" || ordering == "Identity" {
		return ""
	}
	return registry + "-" + ordering
}

// simple reads a font of 256 letters (9.6).
func (r *reader) simple(f *font, d objects.Dict) {
	descriptor := r.file.Dict(d["FontDescriptor"])
	f.look(r, r.file.Name(d["BaseFont"]), descriptor)
	f.width = r.number(descriptor["MissingWidth"], f.width)
	scale := 1.0
	if matrix := r.file.Array(d["FontMatrix"]); len(matrix) > 0 { // of a font that is drawn
		scale = 1000 * r.number(matrix[0], 0.001)
	}
	f.unmeasured = d["Widths"] == nil && descriptor == nil && !strings.Contains(string(r.file.Name(d["BaseFont"])), "Courier")
	begin := uint32(r.number(d["FirstChar"], 0))
	for n, w := range r.file.Array(d["Widths"]) {
		if n < 256 {
			f.widths[begin+uint32(n)] = scale * r.number(w, f.width)
		}
	}
	encoding := r.file.Dict(d["Encoding"])
	base := r.file.Name(d["Encoding"])
	if encoding != nil {
		base = r.file.Name(encoding["BaseEncoding"])
	}
	drawn := r.file.Name(d["Subtype"]) == "Type3" // each of its letters has a name of its own, or is none
	for code := range f.letters {
		if f.letters[code] = unnamed; !drawn {
			f.letters[code] = standing(base, byte(code))
		}
	}
	code := 0
	for _, o := range r.file.Array(encoding["Differences"]) {
		switch o := r.file.Resolve(o).(type) {
		case float64:
			code = int(o)
		case objects.Name:
			if code >= 0 && code < len(f.letters) {
				f.letters[code] = lettersOf(string(o))
			}
			code++
		}
	}
}

// standing is the letter of a code in an encoding that PDF has a name for. Where a font has its own,
// only the letters of ASCII are sure.
func standing(encoding objects.Name, code byte) string {
	var letter rune
	switch encoding {
	case "WinAnsiEncoding":
		if letter = charmap.Windows1252.DecodeByte(code); letter == unicode.ReplacementChar || letter == 0x7f {
			letter = '•' // the standard gives this to what is not in use (table D.2)
		}
	case "MacRomanEncoding":
		letter = charmap.Macintosh.DecodeByte(code)
	default:
		if code >= 0x80 {
			return unnamed
		}
		letter = rune(code)
	}
	return string(letter)
}

// glyph is one letter of a string, or several where they are drawn as one.
type glyph struct {
	text  string
	width float64 // in sizes
	space bool    // the code 32 of one byte, which the spacing of words is for
}

// read reads the letters of a string.
func (f *font) read(s objects.String) iter.Seq[glyph] {
	return func(yield func(glyph) bool) {
		for len(s) > 0 {
			n := 1
			if f.composite {
				n = f.length(s)
			}
			code := codeOf(s[:n])
			text := f.text(code, s[:n])
			width, has := f.widths[code]
			switch {
			case f.coding != nil: // the widths are those of glyphs, whose numbers only the map knows
				width = f.width
				if n == 1 || code < 0x80 {
					width = f.width / 2
				}
			case f.unmeasured:
				width = usualWidth(text)
			case !has:
				width = f.width
			}
			if !yield(glyph{text, width / 1000, n == 1 && code == ' '}) {
				return
			}
			s = s[n:]
		}
	}
}

// usualWidth is about how wide a letter is in Helvetica and Times, in thousandths of its size.
func usualWidth(letter string) float64 {
	switch {
	case strings.Contains("fijlrtI.,:;'!|()[]- \u00a0", letter):
		return 280
	case strings.Contains("mwMW@—%", letter):
		return 830
	case strings.ToLower(letter) != letter:
		return 680
	}
	return 520
}

// length is how many bytes the next code has.
func (f *font) length(s objects.String) int {
	switch {
	case f.codes != nil && len(f.codes.spaces) > 0:
		return f.codes.length(s)
	case f.coding != nil:
		_, length := f.coding(s)
		return length
	}
	return min(2, len(s))
}

// text are the letters of a code.
func (f *font) text(code uint32, s objects.String) string {
	if f.names != nil {
		if text, has := f.names.text[code]; has {
			return text
		}
	}
	if !f.composite {
		return f.letters[code&0xff]
	}
	if f.coding != nil {
		if letter, _ := f.coding(s); letter != "" {
			return letter
		}
	}
	return unnamed
}
