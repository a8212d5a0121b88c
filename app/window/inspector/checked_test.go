package inspector

import "testing"

// TestWhatWasCheckedDependsOnTheLanguage: of a language without a grammar and a dictionary
// no words are said to be checked.
func TestWhatWasCheckedDependsOnTheLanguage(t *testing.T) {
	for language, checked := range map[string]string{"ru": "findings-checked", "en": "findings-checked", "tg": "findings-checked-signs"} {
		r := written()
		r.Language = language
		s := newStand(t, "ru", r)
		s.Show(FindingsTab)
		s.ShowFindings(nil)
		if got := s.findings.checked.Text; got != s.params.Words.Text(checked) {
			t.Errorf("%s: %s", language, got)
		}
	}
}
