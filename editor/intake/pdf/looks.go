package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/intake/layout"
)

// look is how a letter is set.
type look uint8

const (
	bold look = 1 << iota
	italic
)

// mostUnfound is how many paragraphs may say what no line said, before no more are looked for.
const mostUnfound = 100

// emphasised gives the paragraphs of a document the marks of those that it was made of: the same letters, but for spaces and
// the marks of lists.
func emphasised(d layout.Document, all []paragraph) layout.Document {
	letters, looks := lettersOfAll(all)
	unfound := 0
	for i := range d.Paragraphs {
		p := &d.Paragraphs[i]
		own := spaceless(p.Text)
		at := strings.Index(letters, own)
		if at < 0 {
			if unfound++; unfound > mostUnfound {
				break
			}
			continue
		}
		p.Marks = layout.MarksOf(spread(p.Text, looks[at:at+len(own)]))
		letters, looks = letters[at+len(own):], looks[at+len(own):]
	}
	return d
}

// lettersOfAll are those of paragraphs, without spaces, and how each byte of them is set.
func lettersOfAll(all []paragraph) (letters string, looks []look) {
	var b strings.Builder
	for _, p := range all {
		for _, one := range p.pieces {
			b.WriteString(spaceless(string(one.text)))
			set := look(0)
			if one.look.Bold {
				set |= bold
			}
			if one.look.Italic {
				set |= italic
			}
			for len(looks) < b.Len() {
				looks = append(looks, set)
			}
		}
	}
	return b.String(), looks
}

func spaceless(text string) string {
	return strings.Map(func(letter rune) rune {
		if unicode.IsSpace(letter) {
			return -1
		}
		return letter
	}, text)
}

// spread gives each letter of a text its look; those of the looks are of the bytes that are no spaces.
func spread(text string, set []look) (letters []rune, looks []layout.Look) {
	for _, letter := range text {
		own := layout.Look{}
		if !unicode.IsSpace(letter) {
			own = layout.Look{Bold: set[0]&bold != 0, Italic: set[0]&italic != 0}
			set = set[utf8.RuneLen(letter):]
		}
		letters, looks = append(letters, letter), append(looks, own)
	}
	return letters, looks
}
