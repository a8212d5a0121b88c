package pdf

import (
	"strconv"
	"strings"
	"sync"

	"golang.org/x/text/unicode/norm"
)

// lettersOf are the letters that a glyph's name says (Adobe Glyph List Specification, 2): a number, a
// letter by itself or with an accent, a Cyrillic letter by Adobe's number, a sign.
func lettersOf(name string) string {
	name, _, _ = strings.Cut(name, ".")
	var b strings.Builder
	for part := range strings.SplitSeq(name, "_") {
		b.WriteString(letterOf(part))
	}
	if b.Len() == 0 {
		return unnamed
	}
	return b.String()
}

func letterOf(name string) string {
	if len(name) == 1 {
		return name
	}
	if sign, is := signs()[name]; is {
		return sign
	}
	if digits, is := strings.CutPrefix(name, "uni"); is && len(digits) >= 4 {
		if v, err := strconv.ParseUint(digits[:4], 16, 32); err == nil {
			return string(rune(v)) //nolint:gosec // of four digits
		}
	}
	if digits, is := strings.CutPrefix(name, "u"); is && len(digits) >= 4 && len(digits) <= 6 {
		if v, err := strconv.ParseUint(digits, 16, 32); err == nil {
			return string(rune(v)) //nolint:gosec // of six digits
		}
	}
	if digits, is := strings.CutPrefix(name, "afii"); is {
		if n, err := strconv.Atoi(digits); err == nil {
			return cyrillic(n)
		}
	}
	for accent, mark := range accents() {
		if letter, is := strings.CutSuffix(name, accent); is && len(letter) == 1 {
			return norm.NFC.String(letter + mark)
		}
	}
	return unnamed
}

// cyrillic is the letter of a number of Adobe's: the alphabet from 10017 and from 10065, with ё in its place.
func cyrillic(n int) string {
	const capitals, small = 10017, 10065
	alphabet := []rune("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")
	others := []rune("ґђѓєѕіїјљњћќў")
	switch {
	case n >= capitals && n < capitals+len(alphabet):
		return strings.ToUpper(string(alphabet[n-capitals]))
	case n >= small && n < small+len(alphabet):
		return string(alphabet[n-small])
	case n >= 10050 && n < 10050+len(others):
		return strings.ToUpper(string(others[n-10050]))
	case n >= 10098 && n < 10098+len(others):
		return string(others[n-10098])
	case n == 61352:
		return "№"
	}
	return unnamed
}

var accents = sync.OnceValue(func() map[string]string {
	return map[string]string{
		"acute": "\u0301", "grave": "\u0300", "circumflex": "\u0302", "dieresis": "\u0308", "tilde": "\u0303", "caron": "\u030c", "cedilla": "\u0327", "ring": "\u030a",
		"breve": "\u0306", "macron": "\u0304", "ogonek": "\u0328", "dotaccent": "\u0307", "hungarumlaut": "\u030b",
	}
})

// signs are the names of what is no letter with an accent, a name for each letter.
var signs = sync.OnceValue(func() map[string]string {
	named := map[string]string{"fi": "fi", "fl": "fl", "ff": "ff", "ffi": "ffi", "ffl": "ffl"}
	for _, row := range [...]struct{ names, letters string }{
		{"space exclam quotedbl numbersign dollar percent ampersand quotesingle parenleft parenright asterisk plus comma hyphen period slash", " !\"#$%&'()*+,-./"},
		{"zero one two three four five six seven eight nine colon semicolon less equal greater question at", "0123456789:;<=>?@"},
		{"bracketleft backslash bracketright asciicircum underscore grave braceleft bar braceright asciitilde", "[\\]^_`{|}~"},
		{"quoteleft quoteright quotesinglbase quotedblleft quotedblright quotedblbase guilsinglleft guilsinglright guillemotleft guillemotright", "‘’‚“”„‹›«»"},
		{"endash emdash bullet ellipsis dagger daggerdbl perthousand trademark Euro florin fraction minus periodcentered section paragraph", "–—•…†‡‰™€ƒ⁄−·§¶"},
		{"copyright registered degree plusminus mu cent sterling yen currency brokenbar exclamdown questiondown ordfeminine ordmasculine", "©®°±µ¢£¥¤¦¡¿ªº"},
		{"AE ae OE oe Oslash oslash Lslash lslash germandbls dotlessi Eth eth Thorn thorn multiply divide logicalnot onehalf onequarter threequarters", "ÆæŒœØøŁłßıÐðÞþ×÷¬½¼¾"},
		{"nbspace nonbreakingspace softhyphen sfthyphen numero", "\u00a0\u00a0\u00ad\u00ad№"},
	} {
		letters := []rune(row.letters)
		for i, name := range strings.Fields(row.names) {
			named[name] = string(letters[i])
		}
	}
	return named
})
