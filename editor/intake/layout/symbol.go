package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Signs of the font Symbol in the order of its encoding (Adobe, Symbol Set); a space stands for what has no letter of its own.
const (
	symbolFirst  = 0x21
	symbolSigns  = `!∀#∃%&∍()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_ αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼`
	symbolSecond = 0xa2
	symbolMore   = `′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…   ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊⟨®©™∑           ⟩∫`
)

// IsSymbol reports whether a font is Symbol, whose signs are letters of Unicode, as those of other fonts of signs are not.
func IsSymbol(font string) bool { return strings.EqualFold(strings.TrimSpace(font), "Symbol") }

// Symbol returns the letter that a sign of the font Symbol shows, which word processors number from 0xf000 on, too; "" for one that no letter is.
func Symbol(code rune) string {
	code &^= 0xf000
	first, signs := rune(symbolFirst), []rune(symbolSigns)
	if code >= symbolSecond {
		first, signs = symbolSecond, []rune(symbolMore)
	}
	if code < first || int(code-first) >= len(signs) {
		return ""
	}
	return strings.TrimSpace(string(signs[code-first]))
}

// IsSigns reports whether a font has signs in the place of letters: Symbol, and those whose signs are no letters of Unicode.
func IsSigns(font string) bool {
	name := strings.ToLower(strings.TrimSpace(font))
	return IsSymbol(font) || strings.HasPrefix(name, "wingdings") || name == "webdings" || name == "zapfdingbats" || name == "monotype sorts" || name == "mt extra"
}

// Signs returns what letters show that are set in a font of signs: those of Symbol are letters of others, of the rest only
// bullets are kept. lost is how many were not. Letters that no such font has are shown in another one, and stay.
func Signs(text string, symbol bool) (shown string, lost int) {
	const foreign, private = 0x370, 0xe000
	var b strings.Builder
	dropped := 0
	for _, c := range text {
		switch letter := Symbol(c); {
		case c < utf8.RuneSelf && unicode.IsSpace(c), c >= foreign && c < private && unicode.IsLetter(c):
			b.WriteRune(c)
		case symbol && letter != "":
			b.WriteString(letter)
		case !symbol && strings.ContainsRune("·§¨", c&^0xf000):
			b.WriteRune('•')
		default:
			dropped++
		}
	}
	if !symbol { // a row of them is one
		dropped = min(dropped, 1)
	}
	return b.String(), dropped
}
