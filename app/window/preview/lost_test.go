package preview

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"communique/editor/release"
	"communique/export/exporttest"
)

// TestPicturesThatAreLost are told of each, and the others are made ready once while they
// are shown.
func TestPicturesThatAreLost(t *testing.T) {
	s := newStand(t)
	hash := func(sign string) string { return strings.Repeat(sign, 64) }
	showing := func(signs string) release.Release {
		r := short("Лид.")
		for _, sign := range strings.Split(signs, "") {
			r.Blocks = append(r.Blocks, release.Block{ID: r.NextID(), Kind: release.Picture, Picture: hash(sign), Text: "Снимок " + sign, Alternative: "Вид"})
		}
		return r
	}
	asked := ""
	s.office.Pictures = func(wanted string) ([]byte, error) {
		asked += wanted[:1]
		switch wanted[:1] {
		case "a", "b":
			return exporttest.Photograph(30, 20, 1), nil
		case "c":
			return []byte("снимок"), nil
		}
		return nil, errors.New("gone")
	}
	for _, step := range []struct{ shown, asked, lost string }{
		{"abcd", "abcd", "cd"}, {"abcd", "cd", "cd"}, {"a", "", ""}, {"ab", "b", ""}, {"c", "c", "c"},
	} {
		asked = ""
		s.of(showing(step.shown))
		signs := strings.Split(asked, "") // in any order
		slices.Sort(signs)
		asked = strings.Join(signs, "")
		var lost []string
		for _, sign := range strings.Split(step.lost, "") {
			if sign != "" {
				lost = append(lost, hash(sign))
			}
		}
		if got := s.Last().Lost; asked != step.asked || !slices.Equal(got, lost) {
			t.Errorf("of %s asked for %q, lost %q", step.shown, asked, got)
		}
		found := 0
		for _, f := range s.Last().Findings {
			if strings.Contains(f.Code, "picture") {
				found++
			}
		}
		if found != len(lost) {
			t.Errorf("of %s %d findings speak of pictures: %v", step.shown, found, s.Last().Findings)
		}
	}
	s.office.Pictures = nil
	if s.of(showing("ab")); len(s.Last().Lost) != 2 {
		t.Errorf("where nobody has pictures %q are lost", s.Last().Lost)
	}
}

// TestWhatIsOnlyPaintedKeepsWhatWasChecked: findings, words and the plain text stay until the
// release is checked again.
func TestWhatIsOnlyPaintedKeepsWhatWasChecked(t *testing.T) {
	s := newStand(t)
	r := short("Лид и {что}.")
	r.Repairs = []release.Repair{{Code: "date-glued", Text: "x"}}
	s.of(r)
	before := s.Last()
	if len(before.Findings) == 0 || before.Words != 4 || before.Characters == 0 {
		t.Fatalf("checked: %+v", before)
	}
	q := s.question(short("Совсем другой лид из многих слов."))
	q.Checked = false
	s.analyst.Ask(q)
	s.next()
	if got := s.Last(); len(got.Findings) != len(before.Findings) || got.Words != before.Words || got.Characters != before.Characters || !slices.Equal(s.Lines(), before.plain) {
		t.Errorf("painted: %+v", got)
	}
	s.of(short("Лид."))
	if got := s.Last(); got.Words != 2 || slices.Equal(s.Lines(), before.plain) {
		t.Errorf("checked again: %d words, %q", got.Words, s.Lines())
	}
}
