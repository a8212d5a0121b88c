package rtf

import (
	"strings"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
)

// encoding is how letters that are no ASCII are written.
type encoding struct {
	decoder func([]byte) (string, bool)
	symbol  bool // of a font of signs, whose letters are none
	known   bool // of Symbol, whose signs are letters
	western bool // what a font says that says nothing of its letters
}

// text decodes bytes.
func (e encoding) text(raw []byte) string {
	if e.decoder != nil {
		if text, ok := e.decoder(raw); ok {
			return text
		}
	}
	return page(charmap.Windows1252)(raw)
}

// beside reports whether most of the letters that are no ASCII stand beside each other, as
// accents never do.
func beside(raw []byte) bool {
	high, together := 0, 0
	for i, c := range raw {
		if c >= 0x80 {
			high++
			if i > 0 && raw[i-1] >= 0x80 {
				together++
			}
		}
	}
	return together*2 > high
}

var windows1252 = encoding{decoder: whole(charmap.Windows1252)}

func page(m *charmap.Charmap) func([]byte) string {
	return func(raw []byte) string {
		var b strings.Builder
		for _, c := range raw {
			b.WriteRune(m.DecodeByte(c))
		}
		return b.String()
	}
}

func whole(m *charmap.Charmap) func([]byte) (string, bool) {
	return func(raw []byte) (string, bool) { return page(m)(raw), true }
}

// dosPages are code pages that the web does not have.
var dosPages = map[int]*charmap.Charmap{437: charmap.CodePage437, 850: charmap.CodePage850, 852: charmap.CodePage852, 855: charmap.CodePage855}

// webPages are the web's names of code pages that are not called after their numbers.
var webPages = map[int]string{
	866: "ibm866", 932: "shift_jis", 936: "gbk", 949: "euc-kr", 950: "big5", 1361: "euc-kr",
	10000: "macintosh", 10007: "x-mac-cyrillic", 20866: "koi8-r", 21866: "koi8-u", 28595: "iso-8859-5", 65001: "utf-8", 874: "windows-874",
	1250: "windows-1250", 1251: "windows-1251", 1252: "windows-1252", 1253: "windows-1253", 1254: "windows-1254", 1255: "windows-1255",
	1256: "windows-1256", 1257: "windows-1257", 1258: "windows-1258",
}

// codePage is the encoding of a code page; known is false for one that is not read.
func codePage(number int) (e encoding, known bool) {
	if m, ok := dosPages[number]; ok {
		return encoding{decoder: whole(m)}, true
	}
	found, err := htmlindex.Get(webPages[number])
	if err != nil {
		return encoding{}, false
	}
	return encoding{decoder: func(raw []byte) (string, bool) {
		text, err := found.NewDecoder().Bytes(raw)
		return string(text), err == nil
	}}, true
}

// charsets are the code pages of the sets of letters that fonts name.
var charsets = map[int]int{
	0: 1252, 77: 10000, 128: 932, 129: 949, 130: 1361, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258,
	177: 1255, 178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250, 254: 437, 255: 850, 89: 10007,
}

// named is the code page that the name of a font ends with, as Windows called them before fonts
// had the letters of all countries; 0 for another.
func named(font string) int {
	for end, page := range map[string]int{
		" CE": 1250, " Cyr": 1251, " Greek": 1253, " Tur": 1254, " (Hebrew)": 1255, " (Arabic)": 1256, " Baltic": 1257, " (Vietnamese)": 1258,
	} {
		if begin := len(font) - len(end); begin > 0 && strings.EqualFold(font[begin:], end) {
			return page
		}
	}
	return 0
}

// symbolSet is the set of fonts of signs.
const symbolSet = 2

// font is what a font says of the bytes set in it.
type font struct {
	encoding
	said bool
}
