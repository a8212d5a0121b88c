package proof_test

import (
	"testing"

	"communique/editor/proof"
)

func TestSaysOfWhichLanguageAQuotationMarkIs(t *testing.T) {
	for text, want := range map[string]string{"«": "quotes-foreign-english", "»": "quotes-foreign-english", "“": "quotes-foreign", "„": "quotes-foreign"} {
		f := proof.Finding{Code: proof.QuotesForeign, Text: text}
		fact, _ := f.Fact()
		advice, _ := f.Advice()
		if fact != "finding-"+want || advice != "advice-"+want {
			t.Errorf("%s: %s, %s", text, fact, advice)
		}
	}
}
