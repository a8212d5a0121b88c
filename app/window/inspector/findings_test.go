package inspector

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"communique/assets/translations"
	"communique/editor/controls"
	"communique/editor/controls/controlstest"
	"communique/editor/proof"
	"communique/editor/release"
)

func TestAFindingLeadsToItsPlace(t *testing.T) {
	s := newStand(t, "ru", written())
	for name, c := range map[string]struct {
		finding proof.Finding
		at      release.Position
		field   release.Field
	}{
		"in the body":     {proof.Finding{TextID: release.TextID{Field: release.BlocksField, Block: 1}, Start: 10}, release.Position{TextID: release.TextID{Field: release.BlocksField, Block: 1}, Offset: 10}, ""},
		"in the headline": {proof.Finding{TextID: release.TextID{Field: release.HeadlineField}}, release.Position{TextID: release.TextID{Field: release.HeadlineField}}, ""},
		"the embargo":     {proof.Finding{TextID: release.TextID{Field: release.EmbargoField}}, release.Position{}, release.EmbargoField},
		"no contact":      {proof.Finding{TextID: release.TextID{Field: release.ContactsField}}, release.Position{}, release.ContactsField},
	} {
		t.Run(name, func(t *testing.T) {
			s.at = release.Position{}
			c.finding.Code, c.finding.Level = proof.TextCutOff, proof.Warns
			s.Show(FindingsTab)
			s.ShowFindings([]proof.Finding{c.finding})
			var rows []fyne.Focusable
			for _, stop := range controlstest.Stops(s.window.Canvas()) {
				if b, ok := stop.(*controls.Button); ok && slices.Contains(s.findings.lines, b) {
					rows = append(rows, b)
				}
			}
			if len(rows) != 1 {
				t.Fatalf("%d rows", len(rows))
			}
			test.Tap(rows[0].(fyne.Tappable))
			if s.at != c.at {
				t.Errorf("the text is shown at %+v", s.at)
			}
			if c.field != "" && (s.Shown() != DetailsTab || s.window.Canvas().Focused() != s.details.at(c.field)) {
				t.Errorf("the keyboard is not in %s", c.field)
			}
		})
	}
}

// TestMoreThanIsListed tells how many findings are not listed.
func TestMoreThanIsListed(t *testing.T) {
	s := newStand(t, "ru", release.New("ru"))
	var found []proof.Finding
	for i := range mostFindings + 7 {
		found = append(found, proof.Finding{Code: proof.TextCutOff, Level: proof.Warns, Text: fmt.Sprint(i)})
	}
	s.ShowFindings(found)
	s.Show(FindingsTab)
	if screen := controlstest.Screen(s.window.Canvas()); !strings.Contains(screen, "Дальше: ещё 7 замечаний") {
		t.Errorf("the rest is not told:\n%s", screen[len(screen)-300:])
	}
	if name := s.tabs.All()[FindingsTab].Name; name != "Замечания 37" {
		t.Errorf("the tab is called %q", name)
	}
}

// TestOneMoreThanIsListed: one finding that has no row is told too.
func TestOneMoreThanIsListed(t *testing.T) {
	s := newStand(t, "ru", release.New("ru"))
	s.ShowFindings(slices.Repeat([]proof.Finding{{Code: proof.TextCutOff, Level: proof.Warns, Text: "раз"}}, mostFindings+1))
	s.Show(FindingsTab)
	if screen := controlstest.Screen(s.window.Canvas()); !strings.Contains(screen, "Дальше: ещё 1 замечание") {
		t.Errorf("the rest is not told:\n%s", screen[len(screen)-300:])
	}
}

// TestMoreThanTheChecksList: what they do not list is counted, and no button says it accepts that.
func TestMoreThanTheChecksList(t *testing.T) {
	s := newStand(t, "ru", release.New("ru"))
	s.ShowFindings([]proof.Finding{
		{Code: proof.TextCutOff, Level: proof.Warns, Text: "раз"},
		{Code: proof.TextCutOff, Level: proof.Warns, Text: "два", More: 40},
	})
	s.Show(FindingsTab)
	screen := controlstest.Screen(s.window.Canvas())
	for _, told := range []string{"42 замечания", "и ещё 40 такого рода", "Так и нужно: 2 места из списка"} {
		if !strings.Contains(screen, told) {
			t.Errorf("%q is not told:\n%s", told, screen)
		}
	}
	if name := s.tabs.All()[FindingsTab].Name; name != "Замечания 42" {
		t.Errorf("the tab is called %q", name)
	}
	var found []proof.Finding
	for i := range mostFindings + 7 {
		found = append(found, proof.Finding{Code: proof.TextCutOff, Level: proof.Warns, Text: fmt.Sprint(i)})
	}
	found[mostFindings+6].More = 13
	s.ShowFindings(found)
	if screen := controlstest.Screen(s.window.Canvas()); !strings.Contains(screen, "Дальше: ещё 20 замечаний") {
		t.Errorf("the rest is not told:\n%s", screen[len(screen)-300:])
	}
}

// TestOneLevelIsThatAlone: what was accepted is listed with all the others.
func TestOneLevelIsThatAlone(t *testing.T) {
	s := newStand(t, "ru", written())
	accepted := proof.Finding{TextID: release.TextID{Field: release.HeadlineField}, Code: proof.TextCutOff, Level: proof.Warns, Accepted: true}
	open := accepted
	open.Start, open.Accepted = 3, false
	s.ShowFindings([]proof.Finding{accepted, open})
	s.Show(FindingsTab)
	for chosen, want := range map[int]int{0: 2, 1 + slices.Index(proof.Levels(), proof.Warns): 1} {
		s.findings.level.SetSelectedIndex(chosen)
		if got := len(s.findings.lines); got != want {
			t.Errorf("with choice %d there are %d lines, not %d", chosen, got, want)
		}
	}
}

// TestEveryRuleHasItsWords: each check says in both languages what is wrong, why that
// matters, and what to do.
func TestEveryRuleHasItsWords(t *testing.T) {
	for _, language := range translations.Languages() {
		words, err := translations.New(language)
		if err != nil {
			t.Fatal(err)
		}
		for _, rule := range proof.Rules() {
			f := proof.Finding{Code: rule.Code, Level: rule.Level, Text: "x"}
			fact, args := f.Fact()
			advice, _ := f.Advice()
			for _, name := range []string{fact, advice} {
				if said := words.Text(name, args); strings.Contains(said, "⟦") || said == "" {
					t.Errorf("%s: %s lacks %s", language, rule.Code, name)
				}
			}
		}
	}
}

// press presses the button of that name in the findings' tab.
func (s *stand) press(t *testing.T, name string) {
	t.Helper()
	for _, stop := range controlstest.Stops(s.window.Canvas()) {
		if b, ok := stop.(*controls.Button); ok && b.Visible() && strings.HasPrefix(b.Text, name) {
			test.Tap(b)
			return
		}
	}
	t.Fatalf("no button %q on\n%s", name, controlstest.Screen(s.window.Canvas()))
}

// TestWhatIsDoneAboutFindings mends, accepts and takes back, one by one and together.
func TestWhatIsDoneAboutFindings(t *testing.T) {
	r := written()
	r.Blocks = []release.Block{{ID: 1, Kind: release.Paragraph, Text: "Стороны  обсудили  ход ход работ ХХХ и ХХХ."}}
	s := newStand(t, "ru", r)
	show := func() {
		s.ShowFindings(proof.Check(s.session.Release(), proof.Params{}))
		s.Show(FindingsTab)
	}
	body := func() string { return s.session.Release().Blocks[0].Text }
	show()
	s.press(t, "Так и нужно: все 2") // ХХХ
	show()
	if blocking := proof.Blocking(s.findings.found); len(blocking) != 0 {
		t.Errorf("still blocked by %+v", blocking)
	}
	s.press(t, "Вернуть")
	show()
	if len(s.session.Release().Accepted) != 0 || len(s.withdrawn) != 1 {
		t.Errorf("accepted %+v, withdrawn %+v", s.session.Release().Accepted, s.withdrawn)
	}
	s.press(t, "Исправить всё")
	if got := body(); got != "Стороны обсудили ход работ ХХХ и ХХХ." {
		t.Errorf("mended to %q", got)
	}
	if screen := controlstest.Screen(s.window.Canvas()); !strings.Contains(screen, "Устранены 3 замечания") || !strings.Contains(screen, "Слово стоит дважды: «ход ход», стало «ход»") {
		t.Errorf("what was mended is not listed:\n%s", screen)
	}
	show()
	s.session.Undo()
	if got := body(); got != r.Blocks[0].Text {
		t.Errorf("one undo gives %q", got)
	}
	show()
	s.findings.level.SetSelectedIndex(1)
	if screen := controlstest.Screen(s.window.Canvas()); strings.Contains(screen, "Слово стоит дважды") || !strings.Contains(screen, "Не заполнено: ХХХ") {
		t.Errorf("not those that block alone:\n%s", screen)
	}
	s.findings.level.SetSelectedIndex(2)
	s.press(t, "Исправить")
	if body() == r.Blocks[0].Text {
		t.Error("nothing is mended")
	}
}

// TestFindingsArePaged goes on to those that are not listed at first, and back; another text begins at its first.
func TestFindingsArePaged(t *testing.T) {
	s := newStand(t, "ru", release.New("ru"))
	var found []proof.Finding
	for i := range 2*mostFindings + 7 {
		found = append(found, proof.Finding{Code: proof.TextCutOff, Level: proof.Warns, Text: fmt.Sprint(i), Accepted: i >= 2*mostFindings})
	}
	s.ShowFindings(found)
	s.Show(FindingsTab)
	turn := func(name string) {
		t.Helper()
		for _, b := range buttonsIn(s.findings.rows) {
			if strings.HasPrefix(b.Text, name) {
				s.window.Canvas().Focus(b)
				b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
				if s.window.Canvas().Focused() != fyne.Focusable(s.findings.lines[0]) {
					t.Errorf("%s: the keyboard is not at the first of them", name)
				}
				return
			}
		}
		t.Fatalf("no button %s", name)
	}
	shows := func(step string, lines int, texts ...string) {
		t.Helper()
		screen := controlstest.Screen(s.window.Canvas())
		for _, text := range texts {
			if !strings.Contains(screen, text) {
				t.Errorf("%s: %q is not on the screen", step, text)
			}
		}
		if got := len(s.findings.lines); got != lines {
			t.Errorf("%s: %d lines", step, got)
		}
		heads := 0
		for _, o := range s.findings.rows.Objects {
			if _, is := o.(*widget.Label); is {
				heads++
			}
		}
		ways := 0 // to accept a kind
		for _, b := range buttonsIn(s.findings.rows) {
			if strings.HasPrefix(b.Text, "Так и нужно: ") {
				ways++
			}
		}
		if accepted := strings.Contains(step, "accepted"); heads != 1 || (ways == 0) != accepted {
			t.Errorf("%s: %d heads, %d ways to accept a kind", step, heads, ways)
		}
	}
	shows("the first", mostFindings, "Дальше: ещё 37 замечаний")
	turn("Дальше")
	shows("the second", mostFindings, "Назад: 30 замечаний до этих", "Дальше: ещё 7 замечаний", "Так и нужно: все 60 мест")
	turn("Дальше")
	shows("the last, which were accepted", 7, "Назад: 60 замечаний до этих")
	s.ShowFindings(found[:mostFindings+1])
	shows("when the last are gone", 1, "Назад: 30 замечаний до этих")
	turn("Назад")
	shows("back", mostFindings, "Дальше: ещё 1 замечание")
	turn("Дальше")
	s.findings.of = nil // another text
	s.ShowFindings(found)
	shows("another text", mostFindings, "Дальше: ещё 37 замечаний")
}
