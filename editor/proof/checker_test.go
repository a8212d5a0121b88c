package proof

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"communique/editor/release"
)

// TestWhatIsKeptSaysTheSame edits a release at random: what a Checker has kept never
// makes a difference.
func TestWhatIsKeptSaysTheSame(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	pieces := []string{"Стороны обсудили ход работ.", "ХХХ", "«Раз", "два»", "Речь", "26.10.2021В", "  ", "11 сентября 2024 года", "Иван Пробный", "Latinа", "(ООН", "2 дней"}
	c := NewChecker()
	r := body("а", "б", "в")
	for range 2000 {
		piece := pieces[random.IntN(len(pieces))]
		switch i := random.IntN(len(r.Blocks) + 1); random.IntN(6) {
		case 0:
			r.Blocks = slices.Insert(r.Blocks, i, release.Block{Kind: release.Paragraph, Text: piece})
		case 1:
			if len(r.Blocks) > 1 {
				r.Blocks = slices.Delete(r.Blocks, min(i, len(r.Blocks)-1), min(i, len(r.Blocks)-1)+1)
			}
		case 2:
			r.Lead = piece
		case 3:
			r.Language = []string{"ru", "en", "tg"}[random.IntN(3)]
		default:
			b := &r.Blocks[min(i, len(r.Blocks)-1)]
			b.Text = strings.TrimPrefix(b.Text+" "+piece, strings.Repeat("x", len(b.Text)/200))
			if len(b.Text) > 300 {
				b.Text = piece
			}
		}
		if got, want := c.Check(r, Params{}), Check(r, Params{}); !reflect.DeepEqual(got, want) {
			t.Fatalf("kept\n%q\nanew\n%q\nof %+v", told(got), told(want), r)
		}
	}
}

func TestLevelsAndAcceptance(t *testing.T) {
	r := body("Раз ХХХ.", "Два ХХХ.")
	r.Blocks = release.Numbered(r.Blocks)
	p := Params{}
	first := Check(r, p)[0]
	if open := Open(Check(r, p)); len(open) != 2 || len(Blocking(open)) != 2 {
		t.Fatalf("%q", told(open))
	}
	here := first.Acceptance()
	everywhere := release.Accepted{Code: here.Code, Text: here.Text}
	r.Accepted = []release.Accepted{here}
	if found := Check(r, p); len(found) != 2 || len(Blocking(found)) != 1 || !found[0].Accepted {
		t.Errorf("accepted here: %+v", found)
	}
	r.Accepted = []release.Accepted{everywhere}
	if found := Check(r, p); len(found) != 2 || len(Blocking(found)) != 0 {
		t.Errorf("accepted in the release: %+v", found)
	}
	r.Accepted = nil
	p.Accepted = []release.Accepted{everywhere}
	if found := Check(r, p); len(found) != 2 || len(Open(found)) != 0 {
		t.Errorf("accepted everywhere: %+v", found)
	}
	p = Params{Levels: map[string]Level{PlaceholderLeft: Hints}}
	if found := Check(r, p); len(found) != 2 || found[0].Level != Hints {
		t.Errorf("another level: %+v", found)
	}
	p.Levels[PlaceholderLeft] = Off
	if found := Check(r, p); len(found) != 0 {
		t.Errorf("off: %+v", found)
	}
}

// TestWhatCannotBeAccepted: what is not there is accepted by nobody.
func TestWhatCannotBeAccepted(t *testing.T) {
	r := sound()
	r.Headline = ""
	r.Unread = []release.Unread{{Field: release.EmbargoField, Text: "завтра"}}
	for _, f := range Check(r, Params{}) {
		r.Accepted = append(r.Accepted, f.Acceptance())
	}
	if blocking := Blocking(Check(r, Params{})); len(blocking) != 2 {
		t.Errorf("left are %q", told(blocking))
	}
}

// TestChecksOfOtherRooms: what a Source finds stands among the rest.
func TestChecksOfOtherRooms(t *testing.T) {
	p := Params{More: []Source{{Code: "misspelt", Level: Warns, Find: func(language, text string) []Spot {
		if at := strings.Index(text, "ощибка"); at >= 0 && language == "ru" {
			return []Spot{{Start: at, End: at + len("ощибка"), Put: "ошибка", Mends: true}}
		}
		return nil
	}}}}
	found := Check(body("Это ощибка."), p)
	if len(found) != 1 || tell(found[0]) != "warning blocks0 4–10 [ощибка] → [ошибка]" {
		t.Errorf("got %+v", found)
	}
}

// TestSourcesChange holds that what other sources found before is not kept.
func TestSourcesChange(t *testing.T) {
	source := func(code string) []Source {
		return []Source{{Code: code, Level: Warns, Find: func(_, text string) []Spot { return []Spot{{End: len(text)}} }}}
	}
	c := NewChecker()
	r := body("Раз.")
	for _, more := range [][]Source{source("before"), source("after"), nil} {
		p := Params{More: more}
		if got, want := c.Check(r, p), Check(r, p); !reflect.DeepEqual(got, want) {
			t.Errorf("got %q, want %q", told(got), told(want))
		}
	}
}

// TestBlockersAreThoseOfAll checks, whatever the office wants the levels to be: those that are
// not made would have said nothing that blocks.
func TestBlockersAreThoseOfAll(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatal(err)
	}
	other := map[string]Level{NameDiffers: Blocks, TitleCase: Blocks, CountryTwoNames: Blocks, TextCutOff: Blocks, SpaceTwice: Blocks, PlaceholderLeft: Warns, LeadMissing: Off}
	found := 0
	for _, path := range paths {
		cases, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(cases)) {
			if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "#") {
				continue
			}
			r, p := read(t, line)
			for _, levels := range []map[string]Level{p.Levels, other} {
				p.Levels = levels
				got, want := Blockers(r, p), Blocking(Check(r, p))
				if !reflect.DeepEqual(told(got), told(want)) {
					t.Errorf("%s: %q, not %q", line, told(got), told(want))
				}
				found += len(got)
			}
		}
	}
	if found < 100 {
		t.Errorf("only %d block", found)
	}
	cut := []Source{{"misspelt", Blocks, func(_, text string) []Spot { return []Spot{{End: len(text)}} }}}
	r := body("Стороны обсудили ход рабо")
	if got, want := Blockers(r, Params{More: cut}), Blocking(Check(r, Params{More: cut})); !reflect.DeepEqual(got, want) {
		t.Errorf("with another room's: %q, not %q", told(got), told(want))
	}
}
