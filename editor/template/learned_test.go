package template

import (
	"reflect"
	"strings"
	"testing"

	"communique/editor/grammar"
	"communique/editor/register"
)

// TestAnOrganisationIsLearned with the forms that a person has corrected; one that is
// known, or no name, is not.
func TestAnOrganisationIsLearned(t *testing.T) {
	tmpl := Template{Name: "try", Language: "ru", Fields: blanks}
	forms := grammar.Forms{grammar.Genitive: "Пробкомитета"}
	got := tmpl.Learn(map[string]Value{"org": {Text: " Пробкомитет\n", Forms: forms}}, register.Registers{}).Registers
	if want := []register.Organisation{{Name: "Пробкомитет", Forms: forms}}; !reflect.DeepEqual(got.Organisations, want) || got.Count() != 1 {
		t.Errorf("got %+v", got)
	}
	if again := tmpl.Learn(map[string]Value{"org": {Text: "Пробкомитет"}}, got).Registers; again.Count() != 0 {
		t.Errorf("learned again: %+v", again)
	}
	if none := tmpl.Learn(map[string]Value{"org": {Text: "несколько комитетов"}}, register.Registers{}).Registers; none.Count() != 0 {
		t.Errorf("no name: %+v", none)
	}
}

// TestGatheringsHaveAnArticle though each of them is a name.
func TestGatheringsHaveAnArticle(t *testing.T) {
	for _, last := range strings.Fields(`Forum Summit Council Assembly Conference Congress Session Force Committee Commission Union Organization Organisation
		Ministry Secretariat Court Festival Exhibition Center Centre`) {
		f := filling{template: Template{Name: "try", Language: "en", Fields: blanks}, values: map[string]Value{"event": {Text: "Sample " + last}}}
		if got := f.text("{event.the}"); got != "the Sample "+last {
			t.Errorf("got %s", got)
		}
	}
}

// TestWhatIsSignedHasAnArticle though it is called by one word with a capital.
func TestWhatIsSignedHasAnArticle(t *testing.T) {
	for _, one := range strings.Fields(`Protocol Charter Roadmap Resolution Strategy Statute Concept Contract Programme Program Act Constitution Law Agreement
		Declaration Memorandum Treaty Convention Statement Communiqué Plan Pact Accord Parliament Government Embassy Academy Senate Presidium Bureau`) {
		f := filling{template: Template{Name: "try", Language: "en", Fields: blanks}, values: map[string]Value{"event": {Text: one}}}
		if got := f.text("{event.the}"); got != "the "+one {
			t.Errorf("got %s", got)
		}
	}
	for _, name := range []string{"Victory Day", "Eurasia", "Sample Day"} {
		f := filling{template: Template{Name: "try", Language: "en", Fields: blanks}, values: map[string]Value{"event": {Text: name}}}
		if got := f.text("{event.the}"); got != name {
			t.Errorf("got %s", got)
		}
	}
}

// TestQuotesAroundAllOfIt are taken off; those around parts stay.
func TestQuotesAroundAllOfIt(t *testing.T) {
	for text, want := range map[string]string{
		"«План»": "План", "«План».": "План", "«А» и «Б»": "«А» и «Б»", "«А «Б» В»": "А «Б» В", "«А «Б»»": "А «Б»", "“Plan”": "Plan", "„План“": "План",
		"«План": "«План", "План»": "План»", "«»": "", "": "", "План": "План", "«А» «Б»": "«А» «Б»", "««А» и «Б»»": "«А» и «Б»",
	} {
		if got := unquoted(text); got != want {
			t.Errorf("%s: %s", text, got)
		}
	}
}
