package searching

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"communique/app/window/screen/screentest"
	"communique/editor/controls"
	"communique/editor/controls/controlstest"
	"communique/editor/find"
	"communique/editor/grammar"
	"communique/editor/register"
	"communique/editor/release"
)

// on are the checks and the choices of the dialog on top.
func on(s *screentest.Stage) (checks []*controls.Check, choices []*controls.Select) {
	for _, o := range controlstest.Objects(s.Base.Canvas.Overlays().Top()) {
		switch o := o.(type) {
		case *controls.Check:
			checks = append(checks, o)
		case *controls.Select:
			choices = append(choices, o)
		}
	}
	return checks, choices
}

// places are the lines that show where changes stand, each with its words in brackets.
func places(s *screentest.Stage) (all []string) {
	for _, o := range controlstest.Objects(s.Base.Canvas.Overlays().Top()) {
		line, is := o.(*widget.RichText)
		if !is || len(line.Segments) < 2 { // a label draws its own with one
			continue
		}
		words := ""
		for _, segment := range line.Segments {
			text := segment.(*widget.TextSegment)
			if text.Style.TextStyle.Bold {
				text.Text = "[" + text.Text + "]"
			}
			words += text.Text
		}
		all = append(all, words)
	}
	return all
}

// TestProposals: what is certain is chosen, what is guessed is not, says why, and lets another
// form be chosen, which chooses it too; only what is chosen is put.
func TestProposals(t *testing.T) {
	hit := func(n int) find.Hit {
		return find.Hit{Text: release.TextID{Field: release.LeadField}, Start: n, End: n + 1}
	}
	searched := release.New("ru")
	searched.Lead = "а в д"
	changes := func() []find.Change {
		return []find.Change{
			{Hit: hit(0), Before: "а", After: "б"},
			{Hit: hit(2), Before: "в", After: "г", Others: []string{"ге", "гу"}, Reason: find.UnknownCase},
			{Hit: hit(4), Before: "д", After: "е", Reason: find.GuessedForm},
		}
	}
	for name, c := range map[string]struct {
		do   func(checks []*controls.Check, choices []*controls.Select)
		want string
	}{
		"as it stands": {func([]*controls.Check, []*controls.Select) {}, "а›б"},
		"nothing":      {func(checks []*controls.Check, _ []*controls.Select) { checks[0].SetChecked(false) }, ""},
		"a guess too":  {func(checks []*controls.Check, _ []*controls.Select) { checks[2].SetChecked(true) }, "а›б д›е"},
		"another form": {func(_ []*controls.Check, choices []*controls.Select) { choices[0].SetSelectedIndex(2) }, "а›б в›гу"},
		"another and back": {func(_ []*controls.Check, choices []*controls.Select) {
			choices[0].SetSelectedIndex(1)
			choices[0].SetSelectedIndex(0)
		}, "а›б в›г"},
		"the form that stands": {func(checks []*controls.Check, _ []*controls.Select) { checks[1].SetChecked(true) }, "а›б в›г"},
	} {
		t.Run(name, func(t *testing.T) {
			s := screentest.New(t)
			var got []string
			p := Params{Base: s.Base}
			p.showProposals("Замены", searched, changes(), []find.Look{{Word: "заявил"}, {Word: "который"}}, func(accepted []find.Change) {
				for _, c := range accepted {
					got = append(got, c.Before+"›"+c.After)
				}
			})
			checks, choices := on(s)
			if len(checks) != 3 || len(choices) != 1 || !checks[0].Checked || checks[1].Checked || checks[2].Checked || s.Base.Canvas.Focused() != checks[0] {
				t.Fatalf("%d checks, %d choices in\n%s", len(checks), len(choices), s.Texts())
			}
			for _, want := range []string{"Замены", s.Base.Text("find-look", map[string]any{"Word": "заявил"}), s.Base.Text("find-look", map[string]any{"Word": "который"})} {
				if !strings.Contains(s.Texts(), want) {
					t.Errorf("no %q in\n%s", want, s.Texts())
				}
			}
			if got := places(s); !slices.Equal(got, []string{"[а] в д", "а [в] д", "а в [д]"}) {
				t.Errorf("the changes stand in %q", got)
			}
			for _, reason := range []find.Reason{find.UnknownCase, find.GuessedForm} {
				name, args := reason.Fact()
				if strings.Count(s.Texts(), s.Base.Text(name, args)) != 1 {
					t.Errorf("why it is a guess is not told:\n%s", s.Texts())
				}
			}
			if choices[0].Name() != s.Base.Text("find-form", map[string]any{"Words": "в"}) {
				t.Errorf("the choice is called %q", choices[0].Name())
			}
			c.do(checks, choices)
			if name == "another form" && checks[1].Text != "в › гу" {
				t.Errorf("the line says %q", checks[1].Text)
			}
			s.Tap(s.Base.Text("find-replace-chosen"))
			if strings.Join(got, " ") != c.want || s.Open() {
				t.Errorf("put %q, open %v", got, s.Open())
			}
		})
	}
}

// TestOneOtherForm is a choice too.
func TestOneOtherForm(t *testing.T) {
	s := screentest.New(t)
	p := Params{Base: s.Base}
	got := ""
	changes := []find.Change{{Before: "в", After: "г", Others: []string{"ге"}, Reason: find.UnknownCase}}
	p.showProposals("Замены", release.New("ru"), changes, nil, func(accepted []find.Change) { got = accepted[0].After })
	_, choices := on(s)
	if len(choices) != 1 || choices[0].Selected != "г" {
		t.Fatalf("%d choices", len(choices))
	}
	choices[0].SetSelectedIndex(1)
	if s.Tap(s.Base.Text("find-replace-chosen")); got != "ге" {
		t.Errorf("put %q", got)
	}
}

// TestManyProposals: a hundred at once; how many more there are is told.
func TestManyProposals(t *testing.T) {
	for _, n := range []int{100, 101, 130} {
		s := screentest.New(t)
		p := Params{Base: s.Base}
		var changes []find.Change
		var looks []find.Look
		for i := range n {
			changes = append(changes, find.Change{Before: "а", After: fmt.Sprint(i)})
			looks = append(looks, find.Look{Word: fmt.Sprint("слово", i)})
		}
		put := -1
		p.showProposals("Замены", release.New("ru"), changes, looks, func(accepted []find.Change) { put = len(accepted) })
		checks, _ := on(s)
		if len(checks) != 100 || strings.Contains(s.Texts(), s.Base.Words.Plural("find-more", max(n-100, 1))) != (n > 100) {
			t.Errorf("of %d there are %d in\n%s", n, len(checks), s.Texts())
		}
		if last := s.Base.Text("find-look", map[string]any{"Word": "слово99"}); !strings.Contains(s.Texts(), last) || strings.Contains(s.Texts(), "слово100") {
			t.Errorf("of %d looks others are told", n)
		}
		if s.Tap(s.Base.Text("find-replace-chosen")); put != 100 {
			t.Errorf("%d are put", put)
		}
	}
}

// TestSubstitute: a person by another, in every case, with the posts of the release's day; a
// place where that is chosen; nothing while a name is missing.
func TestSubstitute(t *testing.T) {
	day := func(text string) (d release.Date) {
		if err := d.UnmarshalText([]byte(text)); err != nil {
			t.Fatal(err)
		}
		return d
	}
	for name, c := range map[string]struct {
		kind      int
		old, with string
		date      string
		want      string
	}{
		"a person":                  {0, "Пётр Образцов", " Анна Озерова ", "", "с Анной Озеровой в Минске"},
		"a person of another day":   {0, "Семён Пробный", "Анна Озерова", "2020-05-05", "с судьёй Анной Озеровой"},
		"a person of today":         {0, "Семён Пробный", "Анна Озерова", "", "с послом Анной Озеровой"},
		"a place":                   {1, "Минск", "Астана", "", "с Петром Образцовым в Астане"},
		"without the new":           {0, "Пётр Образцов", " ", "", ""},
		"without the old":           {0, "", "Анна Озерова", "", ""},
		"whom the text never names": {0, "Олег Дальний", "Анна Озерова", "", "none"},
		"what the text never names": {2, "Дальний совет", "Совет содружества", "", "none"},
	} {
		t.Run(name, func(t *testing.T) {
			s := screentest.New(t)
			searched := &text{release: release.New("ru")}
			searched.release.Lead = "с Петром Образцовым в Минске"
			known := register.Registers{}
			if strings.Contains(name, " of ") {
				searched.release.Lead = "с министром Семёном Пробным"
				known.People = []register.Person{
					{First: "Семён", Last: "Пробный", Posts: []register.Post{{Title: "министр"}}},
					{First: "Анна", Last: "Озерова", Posts: []register.Post{{Title: "судья", From: day("2019-01-01"), Until: day("2021-01-01")}, {Title: "посол", From: day("2022-01-01")}}},
				}
			}
			if c.date != "" {
				searched.release.Date = day(c.date)
			}
			s.Window.SetContent(s.Base.Keys.NewEntry())
			Substitute(Params{
				Base: s.Base, Text: searched, House: func() grammar.House { return grammar.House{} }, Known: func() register.Registers { return known },
				Names: func(grammar.Kind, string, int) []register.Hit { return nil }, Today: func() release.Date { return day("2024-05-05") },
			})
			if !s.Open() {
				t.Fatalf("nothing is asked, told %q", s.Told)
			}
			_, choices := on(s)
			for i, kind := range []grammar.Kind{grammar.Person, grammar.Place, grammar.Organisation} {
				if choices[0].Options[i] != s.Base.Text("substitute-"+string(kind)) || strings.Contains(s.Texts(), "⟦") {
					t.Errorf("offered %q in\n%s", choices[0].Options, s.Texts())
				}
			}
			choices[0].SetSelectedIndex(c.kind)
			entries := s.Entries()
			entries[0].SetText(c.old)
			entries[1].SetText(c.with)
			s.Tap(s.Base.Text("substitute-find"))
			if c.want == "" {
				if !s.Open() || len(searched.replaced) > 0 {
					t.Error("it was not asked again")
				}
				return
			}
			if c.want == "none" {
				s.Wait("a word about it", func() bool {
					return strings.Contains(s.Texts(), s.Base.Text("substitute-none", map[string]any{"Name": c.old}))
				})
				asked := s.Entries()
				if _, kinds := on(s); kinds[0].SelectedIndex() != c.kind || asked[0].Text != c.old || asked[1].Text != c.with || s.Base.Canvas.Focused() != asked[0] {
					t.Errorf("asked again for %q and %q of kind %d", asked[0].Text, asked[1].Text, kinds[0].SelectedIndex())
				}
				return
			}
			s.Wait("the proposals", func() bool { return screentest.Button(s.Base.Canvas, s.Base.Text("find-replace-chosen")) != nil })
			s.Tap(s.Base.Text("find-replace-chosen"))
			letters := []rune(searched.release.Lead)
			for _, change := range slices.Backward(searched.replaced) {
				letters = slices.Concat(letters[:change.Start], []rune(change.After), letters[change.End:])
			}
			if got := string(letters); got != c.want || s.Told != s.Base.Words.Plural("find-replaced", len(searched.replaced)) {
				t.Errorf("got %s, told %q", got, s.Told)
			}
		})
	}
}

// TestKeysOfTheBar: Enter goes on, with Shift back; in the other field it replaces; the arrows
// do too; and what is selected is searched for, where it is a line.
func TestKeysOfTheBar(t *testing.T) {
	s, searched, b := newBar(t)
	b.Open(true)
	test.Type(b.typed, "план")
	s.Wait("the hits", func() bool { return b.count.Text == "1 из 3" })
	s.Base.Canvas.Focus(b.typed)
	for _, step := range []struct {
		key  fyne.KeyName
		held fyne.KeyModifier
		want string
	}{{fyne.KeyReturn, 0, "2 из 3"}, {fyne.KeyEnter, 0, "3 из 3"}, {fyne.KeyReturn, fyne.KeyModifierShift, "2 из 3"}, {fyne.KeyReturn, fyne.KeyModifierShift, "1 из 3"}} {
		if s.Press(step.key, step.held); b.count.Text != step.want {
			t.Errorf("%s with %d: %s, not %s", step.key, step.held, b.count.Text, step.want)
		}
	}
	b.with.SetText("проект")
	s.Base.Canvas.Focus(b.with)
	s.Press(fyne.KeyReturn, 0)
	s.Wait("the replacement", func() bool { return len(searched.replaced) == 1 })
	if c := searched.replaced[0]; c.Start != 0 || c.After != "Проект" {
		t.Errorf("put %+v", c)
	}
	shown := 0
	b.params.Shown = func() { shown++ }
	if s.Press(fyne.KeyEscape, 0); b.Object().Visible() || b.Close() || searched.at != -1 || len(searched.hits) != 0 || shown != 1 {
		t.Errorf("Escape does not leave it: at %d of %d, shown %d times", searched.at, len(searched.hits), shown)
	}
	b.Changed() // of a bar that is not shown
	if b.goOn(1); !b.Object().Visible() || shown != 2 {
		t.Error("going on does not open it")
	}
	for name, check := range map[string]*controls.Check{"find-case": b.matchCase, "find-word": b.word, "find-forms": b.forms} {
		if check.Text != s.Base.Text(name) {
			t.Errorf("%s is called %q", name, check.Text)
		}
	}
	for words, want := range map[string]bool{"план": true, "план\nдва": false, "план\tдва": false, "": true, strings.Repeat("план ", 60): false} {
		if oneLine(words) != want {
			t.Errorf("%q", words)
		}
	}
}

// TestSubstituteByKeys: Enter leads from the one field to the other, and from that to the
// proposals; while one is empty, it leads there.
func TestSubstituteByKeys(t *testing.T) {
	s := screentest.New(t)
	searched := &text{release: release.New("ru")}
	searched.release.Lead = "с Петром Образцовым"
	s.Window.SetContent(s.Base.Keys.NewEntry())
	Substitute(Params{
		Base: s.Base, Text: searched, House: func() grammar.House { return grammar.House{} }, Known: func() register.Registers { return register.Registers{} },
		Names: func(grammar.Kind, string, int) []register.Hit { return nil }, Today: func() release.Date { return release.Date{Year: 2024, Month: 5, Day: 5} },
	})
	old, with := s.Entries()[0], s.Entries()[1]
	at := func(want fyne.Focusable, after string) {
		t.Helper()
		if s.Base.Canvas.Focused() != want {
			t.Errorf("the keyboard is elsewhere after %s", after)
		}
	}
	s.Press(fyne.KeyReturn, 0)
	at(old, "Enter in an empty field")
	s.Type("Пётр Образцов")
	s.Press(fyne.KeyReturn, 0)
	at(with, "the old name")
	old.SetText(" ")
	s.Type("Анна Озерова")
	s.Press(fyne.KeyReturn, 0)
	at(old, "the new name, without the old one")
	s.Type("Пётр Образцов")
	s.Press(fyne.KeyReturn, 0)
	s.Wait("the proposals", func() bool { return screentest.Button(s.Base.Canvas, s.Base.Text("find-replace-chosen")) != nil })
}

// TestSubstituteTheSelected: what is selected in the text is asked for first; what is typed stands in its place.
func TestSubstituteTheSelected(t *testing.T) {
	s := screentest.New(t)
	s.Window.SetContent(s.Base.Keys.NewEntry())
	Substitute(Params{
		Base: s.Base, Text: &text{release: release.New("ru"), selected: "встреча"}, House: func() grammar.House { return grammar.House{} }, Known: func() register.Registers { return register.Registers{} },
		Names: func(grammar.Kind, string, int) []register.Hit { return nil }, Today: func() release.Date { return release.Date{Year: 2024, Month: 5, Day: 5} },
	})
	old := s.Entries()[0]
	if old.Text != "встреча" {
		t.Errorf("asked for %q first", old.Text)
	}
	if s.Type("Анна Озерова"); old.Text != "Анна Озерова" {
		t.Errorf("typed over what was selected: %q", old.Text)
	}
}
