package pdf_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"communique/editor/intake/layout/layouttest"
	"communique/editor/intake/pdf"
)

// shown is the string of letters in the font whose codes are letters, as they stand on the page from left to right.
func shown(text string) string {
	var b strings.Builder
	for _, unit := range utf16.Encode([]rune(text)) {
		fmt.Fprintf(&b, "%04x", unit)
	}
	return "<" + b.String() + ">"
}

// TestRightToLeft puts words that run from right to left into their order, and tells so.
func TestRightToLeft(t *testing.T) {
	const begin = "/U 10 Tf 10 700 Td "
	for name, tt := range map[string]struct {
		contents, want string
		lines          int
	}{
		"a word":              {begin + shown("םולש") + "Tj", "שלום", 1},
		"two":                 {begin + shown("םלוכל םולש") + "Tj", "שלום לכולם", 1},
		"two that lie apart":  {begin + shown("םלוכל") + "Tj 60 0 Td " + shown("םולש") + "Tj", "שלום לכולם", 1},
		"the right one first": {"/U 10 Tf 70 700 Td " + shown("םולש") + "Tj -60 0 Td " + shown("םלוכל") + "Tj", "שלום לכולם", 1},
		"letter by letter":    {begin + "[" + shown("ם") + "1" + shown("ו") + "1" + shown("ל") + "1" + shown("ש") + "]TJ", "שלום", 1},
		"a number":            {begin + shown("םולש 340 םלוכל") + "Tj", "לכולם 340 שלום", 1},
		"figure by figure":    {begin + "[" + shown("םולש ") + "1" + shown("3") + "1" + shown("4") + "1" + shown("0") + shown(" 7 ") + shown("םלוכל") + "]TJ", "לכולם 7 340 שלום", 1},
		"a number in a word":  {begin + shown(".11.09-ב") + "Tj", "ב-11.09.", 1},
		"a comma behind":      {begin + shown("םולש ,11") + "Tj", "11, שלום", 1},
		"foreign words":       {begin + shown("םולש News Today םלוכל") + "Tj", "לכולם News Today שלום", 1},
		"in brackets":         {begin + shown("(םולש)") + "Tj", "(שלום)", 1},
		"brackets alone":      {begin + "[" + shown("(") + "1" + shown("םולש") + "1" + shown(")") + "]TJ", "(שלום)", 1},
		"within a line":       {begin + shown("The words םלוכל םולש are here") + "Tj", "The words שלום לכולם are here", 1},
		"forms of letters":    {begin + shown("\ufefc\ufe8e\ufe91") + "Tj", "بالا", 1},
		"two lines":           {begin + shown("םולש") + "Tj 0 -30 Td " + shown("םלוכל") + "Tj", "שלום|לכולם", 2},
		"over a line's end":   {"/U 10 Tf 40 700 Td " + shown("תורבעב תויתוא ןאכ שי םלוכל םולש םולש םולש") + "Tj 370 -12 Td " + shown("םולש") + "Tj", "שלום שלום שלום לכולם יש כאן אותיות בעברות שלום", 2},
		"a narrow space":      {begin + "[" + shown("םלוכל ") + "900" + shown("םולש") + "]TJ", "שלום לכולם", 1},
		"a number of ours":    {begin + shown("340 7") + "Tj", "340 7", 0},
	} {
		d, err := pdf.Read(pdf.Params{Data: file("", "", "BT "+tt.contents+" ET"), Lines: plain})
		if err != nil {
			t.Fatal(name, err)
		}
		lines := 0
		for _, r := range d.Repairs {
			lines += r.Count
		}
		if got := layouttest.Write(d); got != tt.want || lines != tt.lines {
			t.Errorf("%s: %s in %d, want %s", name, got, lines, tt.want)
		}
	}
}
