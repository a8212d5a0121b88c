package docx

import (
	"strings"
	"testing"

	"communique/editor/release"
)

// TestRightToLeft: a document in Arabic runs from right to left, tables too, and phone numbers
// from left to right in it; another says nothing of directions.
func TestRightToLeft(t *testing.T) {
	for language, want := range map[string]bool{"ar": true, "fa": true, "ru": false, "zh": false} {
		r := full(t)
		r.Language = language
		files := open(t, render(t, r, organisation(t)))
		for _, sign := range []struct{ path, part string }{
			{"word/styles.xml", `<w:rtl/><w:lang w:val="`},
			{"word/styles.xml", `<w:widowControl/><w:bidi/>`},
			{"word/styles.xml", `" w:bidi="` + languageName(language) + `"/>`},
			{"word/document.xml", `<w:tblPr><w:bidiVisual/>`},
			{"word/header1.xml", `<w:tblPr><w:bidiVisual/>`},
			{"word/document.xml", "\u200e+7-000-000-00-01"},
		} {
			if got := strings.Contains(files[sign.path], sign.part); got != want {
				t.Errorf("%s: %s has %s: %v", language, sign.path, sign.part, got)
			}
		}
		checkOrder(t, files)
	}
	mailed := release.Contact{Email: "press@council.example", Phones: []release.PhoneNumber{{Number: "\u200b"}}}
	h := newHouse(plainStyle(t), "ar")
	for _, p := range contact(mailed, h.Wording("ar"), h) {
		if strings.Contains(p.line.Text, "\u200e") {
			t.Errorf("%q is no number", p.line.Text)
		}
	}
}
