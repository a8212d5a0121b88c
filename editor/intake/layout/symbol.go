package layout

import "strings"

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
