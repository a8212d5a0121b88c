package docx

import (
	"strconv"
	"strings"

	"communique/editor/intake/parts"
)

// Signs of the font Symbol in the order of its encoding (Adobe, Symbol Set), which Word names as U+F000 and more; a space stands
// for what has no letter of its own.
const (
	symbolFirst  = 0x21
	symbolSigns  = `!∀#∃%&∍()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_ αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼`
	symbolSecond = 0xa2
	symbolMore   = `′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…   ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊⟨®©™∑           ⟩∫`
)

// symbol returns the letter that a sign of the font Symbol shows; "" for one of another font, and one that no letter is.
func symbol(e parts.Element) string {
	code, err := strconv.ParseUint(e.Get("char"), 16, 16)
	if err != nil || !strings.EqualFold(e.Get("font"), "Symbol") {
		return ""
	}
	code &^= 0xf000
	first, signs := uint64(symbolFirst), []rune(symbolSigns)
	if code >= symbolSecond {
		first, signs = symbolSecond, []rune(symbolMore)
	}
	if code < first || code-first >= uint64(len(signs)) {
		return ""
	}
	return strings.TrimSpace(string(signs[code-first]))
}
