package window

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"communique/editor/grammar"
	"communique/editor/proof"
	"communique/editor/register"
	"communique/editor/release"
	"communique/editor/spelling"
)

// TestMisspeltWords: they are found, the likeliest words are proposed for them, and one that
// the office adds is misspelt no more.
func TestMisspeltWords(t *testing.T) {
	s := about(t)
	s.wait("the registers", func() bool { return s.lookup.Index() != nil })
	var mu sync.Mutex
	var own spelling.Words
	s.dictionary = func(r register.Registers, house grammar.House) (*spelling.Checker, error) {
		mu.Lock()
		defer mu.Unlock()
		return spelling.New(spelling.Params{Registers: r, House: house, Words: own}), nil
	}
	s.addWord = func(word string) error {
		mu.Lock()
		defer mu.Unlock()
		own = own.With(word)
		return nil
	}
	misspelt := func(word string) func() bool {
		return func() bool {
			return slices.ContainsFunc(s.check(s.doc.session.Release()), func(f proof.Finding) bool {
				return f.Code == spelling.MisspeltCode && f.Text == word
			})
		}
	}
	s.lookup.Make(func() {})
	s.doc.session.Set(release.LeadField, "Стороны обсудили сотрудничиство и прусковство.")
	s.wait("the misspelt words", func() bool { return misspelt("сотрудничиство")() && misspelt("прусковство")() })
	if got := s.lookup.Proposals("сотрудничиство"); len(got) == 0 || got[0] != "сотрудничество" {
		t.Errorf("proposed %q", got)
	}
	if got := s.lookup.Proposals("стороны"); len(got) != 0 {
		t.Errorf("for a right word %q", got)
	}
	s.Window.addWord("прусковство")
	s.wait("the word to be known", func() bool { return !misspelt("прусковство")() })
	s.wait("that it is told", s.told(s.text("word-added", map[string]any{"Word": "прусковство"})))
	if !misspelt("сотрудничиство")() || !strings.Contains(own[0], "прусковство") {
		t.Errorf("the other one, or %q", own)
	}
}
