package inspector

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/assets/languages"
	"communique/assets/translations"
	"communique/editor/controls"
	"communique/editor/controls/controlstest"
	"communique/editor/draft"
	"communique/editor/proof"
	"communique/editor/release"
)

// stand is an inspector in a window of the test driver.
type stand struct {
	*Inspector
	window    fyne.Window
	clipboard fyne.Clipboard
	session   *draft.Session
	blocked   []proof.Finding
	withdrawn []release.Accepted // everywhere
	leaves    int
	at        release.Position // where the text was asked for last
	offered   []Contact
	lost      []string // pictures
}

func newStand(t testing.TB, language string, r release.Release) *stand {
	t.Helper()
	app := test.NewTempApp(t)
	words, err := translations.New(language)
	if err != nil {
		t.Fatal(err)
	}
	s := &stand{window: test.NewTempWindow(t, nil), clipboard: app.Clipboard()}
	s.offered = []Contact{
		{Title: "Пресс-служба", Contact: release.Contact{Name: "Пётр Образцов", Post: "Пресс-секретарь"}},
		{Title: "Пресс-служба", Contact: release.Contact{Name: "Анна Озерова", Email: "a@council.example"}},
	}
	keys := controls.NewKeyboard(controls.Params{
		Canvas: s.window.Canvas(), Menu: s.window.MainMenu, Held: func() fyne.KeyModifier { return 0 },
		Physical: func(int) fyne.KeyName { return fyne.KeyUnknown },
	})
	s.Inspector = New(Params{
		Words: words, Keys: keys, Contacts: func() []Contact { return s.offered }, Focus: s.window.Canvas().Focus, Focused: s.window.Canvas().Focused,
		Undo: func() { s.session.Undo() }, Redo: func() { s.session.Redo() },
		GoTo: func(at release.Position) { s.at = at }, OnLeave: func() { s.leaves++ }, Check: func(r release.Release) []proof.Finding { return proof.Check(r, proof.Params{Lost: s.lost}) }, OnTab: func() {},
		Mend: func(then func(proof.Mended)) {
			then(proof.Mend(s.session.Release(), func(r release.Release) []proof.Finding { return proof.Check(r, proof.Params{}) }))
		},
		OnBlocked: func(found []proof.Finding) { s.blocked = found }, WithdrawEverywhere: func(a release.Accepted) { s.withdrawn = append(s.withdrawn, a) },
		Page: widget.NewLabel("page"), Text: widget.NewLabel("text"),
	})
	s.window.SetContent(s.Object())
	s.window.Resize(fyne.NewSize(368, 760))
	s.session = draft.NewSession(r, time.Now)
	s.session.Listen(func(c draft.Change) { s.Heard(c, false) })
	s.Open(s.session)
	s.Show(DetailsTab)
	return s
}

// written is a release in which every field has something, and something is wrong.
func written() release.Release {
	r := release.New("ru")
	r.Headline, r.Place, r.Number = "Встреча в Пробном", "Пробный", "17"
	r.Date = release.Date{Year: 2024, Month: 9, Day: 11}
	r.Kind, r.Status, r.Tags = release.Kinds()[1], release.InReview, []string{"мост", "река"}
	r.Lead, r.Blocks = "Лид.", []release.Block{{ID: 1, Kind: release.Paragraph, Text: "Он сказал {что}"}}
	r.Notes = "Для редакции."
	r.Contacts = []release.Contact{{Name: "Пётр Образцов", Post: "Пресс-секретарь"}, {Post: "Дежурный"}, {Email: "x@council.example"}}
	return r
}

func TestWhatTheInspectorSays(t *testing.T) {
	for name, c := range map[string]struct {
		release release.Release
		do      func(s *stand)
	}{
		"empty":     {release.New("ru"), func(*stand) {}},
		"written":   {written(), func(*stand) {}},
		"read-only": {written(), func(s *stand) { s.SetReadOnly(true) }},
		"found": {func() release.Release {
			r := written()
			r.Leftovers, r.Repairs = []string{"Пробный"}, []release.Repair{{Code: "date-glued", Text: "11.09.2024Бишкек"}}
			r.Unread = []release.Unread{{Field: release.EmbargoField, Text: "завтра"}}
			return r
		}(), func(s *stand) {
			r := s.session.Release()
			s.ShowFindings(proof.Check(r, proof.Params{}))
			s.Show(FindingsTab)
		}},
		"found no more": {written(), func(s *stand) {
			s.ShowFindings(proof.Check(s.session.Release(), proof.Params{}))
			s.ShowFindings(nil)
			s.Show(FindingsTab)
		}},
		"another language": {func() release.Release { r := release.New("ru"); r.Language = "ky"; return r }(), func(*stand) {}},
		"cannot be read":   {release.New("ru"), func(s *stand) { s.session.Set(release.DateField, "вчера") }},
	} {
		for _, language := range translations.Languages() {
			t.Run(name+"/"+language, func(t *testing.T) {
				s := newStand(t, language, c.release)
				c.do(s)
				controlstest.Golden(t, filepath.Join(language, name), func() string { return controlstest.Screen(s.window.Canvas()) }, nil)
			})
		}
	}
}

func TestWhatIsTypedReachesTheDraft(t *testing.T) {
	s := newStand(t, "ru", release.New("ru"))
	for name, f := range s.details.fields {
		s.window.Canvas().Focus(f)
		text := map[release.Field]string{release.DateField: "11.09.2024", release.EmbargoField: "11.09.2027 12:00 Asia/Bishkek"}[name]
		if text == "" {
			text = "слово"
		}
		for _, r := range text {
			f.TypedRune(r)
		}
		if got := s.session.Text(name); got != text {
			t.Errorf("%s: %q reached the draft as %q", name, text, got)
		}
	}
	r := s.session.Release()
	if r.Date.Day != 11 || s.session.Problem(release.EmbargoField) != nil || r.Number != "слово" || r.Notes != "слово" {
		t.Errorf("the release is %+v", r)
	}
	for name, c := range s.details.choices {
		c.SetSelectedIndex(1)
		if got := s.session.Text(name); got != c.values[1] {
			t.Errorf("%s: chose %q, the draft has %q", name, c.values[1], got)
		}
	}
}

// TestEveryFieldIsSomewhere fails for a new field that nobody gave a control.
func TestEveryFieldIsSomewhere(t *testing.T) {
	s := newStand(t, "ru", release.New("ru"))
	for _, name := range DetailFields() {
		if s.details.at(name) == nil {
			t.Errorf("%s has no control", name)
		}
		if !s.GoTo(name) || s.window.Canvas().Focused() != s.details.at(name) || s.Shown() != DetailsTab || !s.Has(name) {
			t.Errorf("%s is not gone to", name)
		}
	}
	for _, name := range DetailFields() {
		s.GoTo(name)
		if got, ok := s.FieldOf(s.window.Canvas().Focused()); !ok || got != name {
			t.Errorf("%s: the keyboard is said to be in %s, %v", name, got, ok)
		}
	}
	if _, ok := s.FieldOf(nil); ok || s.Has(release.HeadlineField) || s.GoTo(release.HeadlineField) {
		t.Error("the headline belongs to the text")
	}
}

func TestWhatCannotBeReadIsMarkedUntilItCan(t *testing.T) {
	s := newStand(t, "ru", release.New("ru"))
	danger := func() bool { return s.details.captions[release.DateField].Importance == widget.DangerImportance }
	s.session.Set(release.DateField, "вчера")
	if !danger() {
		t.Error("an unreadable date is not marked")
	}
	s.session.Set(release.DateField, "11.09.2024")
	if danger() {
		t.Error("a readable date is marked")
	}
	s.session.Undo()
	if !danger() || s.details.fields[release.DateField].Text != "вчера" {
		t.Errorf("after undo: marked %v, %q", danger(), s.details.fields[release.DateField].Text)
	}
}

// TestWhyAFieldCannotBeRead is said below it by Enter and once it is left, and no longer when it is typed in; an embargo without
// a zone gets the office's.
func TestWhyAFieldCannotBeRead(t *testing.T) {
	s := newStand(t, "ru", release.New("ru"))
	s.details.params.Zone = time.FixedZone("", 3*60*60)
	said := func() (all []string) {
		for _, name := range []release.Field{release.DateField, release.EmbargoField} {
			if fault := s.details.faults[name]; !fault.Hidden {
				all = append(all, fault.Text)
			}
		}
		return all
	}
	s.details.scroll.Resize(fyne.NewSize(300, 700))
	for _, c := range []struct {
		field release.Field
		typed string
		left  bool // by Tab, without Enter
		words string
	}{
		{release.DateField, "32.13.2026", false, "непонятна"},
		{release.EmbargoField, "25.10.2026 02:30 Europe/Berlin", false, "бывает дважды"},
		{release.EmbargoField, "12.09.2027", true, "нет времени"},
		{release.EmbargoField, "12.09.2027 12:00", false, "UTC+03:00"},
		{release.EmbargoField, "12.09.2027 12:00 МСК", false, ""},
	} {
		f := s.details.fields[c.field]
		s.window.Canvas().Focus(f)
		f.SetText(c.typed)
		if got := said(); len(got) > 0 {
			t.Errorf("%q: %q is said while it is typed", c.typed, got)
		}
		if c.left {
			s.window.Canvas().Unfocus()
		} else {
			f.OnSubmitted(f.Text)
		}
		if got := strings.Join(said(), "|"); !strings.Contains(got, c.words) || (c.words == "") != (got == "") {
			t.Errorf("%q: said %q", c.typed, got)
		}
		if c.field == release.DateField {
			f.SetText("11.09.2026")
		}
	}
	s.details.fields[release.EmbargoField].SetText("когда-нибудь")
	s.details.fields[release.EmbargoField].OnSubmitted("")
	s.session.Undo()
	if got := said(); len(got) > 0 {
		t.Errorf("after it was taken back: %q", got)
	}
}

func TestABlockedReleaseIsNotIssued(t *testing.T) {
	s := newStand(t, "ru", written())
	status := s.details.choices[release.StatusField]
	status.SetSelectedIndex(slices.Index(status.values, string(release.Issued)))
	if len(s.blocked) == 0 || s.session.Release().Status != release.InReview || status.SelectedIndex() != 1 {
		t.Errorf("blocked by %d findings, status %s, shown %d", len(s.blocked), s.session.Release().Status, status.SelectedIndex())
	}
}

func TestContactsAreAddedRaisedAndTakenOut(t *testing.T) {
	s := newStand(t, "ru", release.New("ru"))
	list := s.details.contacts
	order := func() string {
		var names []string
		for _, c := range s.session.Contacts() {
			names = append(names, c.Name)
		}
		return strings.Join(names, ", ")
	}
	for len(list.adder.Options) > 0 {
		list.adder.SetSelected(list.adder.Options[0])
	}
	if order() != "Пётр Образцов, Анна Озерова" || !list.adder.Hidden {
		t.Fatalf("added: %s", order())
	}
	test.Tap(list.raise[1])
	if order() != "Анна Озерова, Пётр Образцов" {
		t.Errorf("raised: %s", order())
	}
	if at := s.window.Canvas().Focused(); at == nil || !list.holds(at) {
		t.Error("the keyboard is lost")
	}
	if !list.raise[0].Disabled() || list.raise[1].Disabled() {
		t.Error("the first can be moved up, or the second cannot")
	}
	test.Tap(list.remove[0])
	if order() != "Пётр Образцов" || list.adder.Hidden {
		t.Errorf("taken out: %s", order())
	}
	s.session.Undo()
	if order() != "Анна Озерова, Пётр Образцов" || len(list.remove) != 2 {
		t.Errorf("after undo: %s, %d shown", order(), len(list.remove))
	}
	s.SetReadOnly(true)
	if !list.remove[0].Disabled() || !list.raise[1].Disabled() {
		t.Error("a release that is only read can be changed")
	}
}

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
	if screen := controlstest.Screen(s.window.Canvas()); !strings.Contains(screen, "и ещё 7 замечаний") {
		t.Errorf("the rest is not told:\n%s", screen[len(screen)-300:])
	}
	if name := s.tabs.All()[FindingsTab].Name; name != "Замечания 107" {
		t.Errorf("the tab is called %q", name)
	}
}

// TestOneMoreThanIsListed: one finding that has no row is told too.
func TestOneMoreThanIsListed(t *testing.T) {
	s := newStand(t, "ru", release.New("ru"))
	s.ShowFindings(slices.Repeat([]proof.Finding{{Code: proof.TextCutOff, Level: proof.Warns, Text: "раз"}}, mostFindings+1))
	s.Show(FindingsTab)
	if screen := controlstest.Screen(s.window.Canvas()); !strings.Contains(screen, "и ещё 1 замечание") {
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
	if screen := controlstest.Screen(s.window.Canvas()); !strings.Contains(screen, "и ещё 20 замечаний") {
		t.Errorf("the rest is not told:\n%s", screen[len(screen)-300:])
	}
}

// TestNothingWidensTheWindow puts the longest words into everything the inspector shows.
func TestNothingWidensTheWindow(t *testing.T) {
	word := strings.Repeat("достопримечательность", 30)
	for _, language := range translations.Languages() {
		r := written()
		r.Number, r.Place, r.Tags, r.Notes, r.Language = word, word, []string{word}, word, word
		r.Contacts = append(r.Contacts, release.Contact{Name: word, Post: word})
		s := newStand(t, language, r)
		s.ShowFindings([]proof.Finding{{Code: proof.Leftover, Level: proof.Warns, Text: word}, {Code: proof.TextCutOff, Level: proof.Blocks, Text: word}})
		if width := s.Object().MinSize().Width; width > 260 {
			t.Errorf("%s: the inspector asks for %.0f", language, width)
		}
	}
}

// TestLeavingAFieldIsToldAfterAChangeOnly goes through fields, of another draft too.
func TestLeavingAFieldIsToldAfterAChangeOnly(t *testing.T) {
	s := newStand(t, "ru", written())
	number, notes := s.details.fields[release.NumberField], s.details.fields[release.NotesField]
	canvas := s.window.Canvas()
	canvas.Focus(number)
	canvas.Focus(notes)
	if s.leaves != 0 {
		t.Errorf("told %d times that nothing was changed", s.leaves)
	}
	notes.TypedRune('!')
	canvas.Focus(number)
	canvas.Focus(notes)
	if s.leaves != 1 {
		t.Errorf("told %d times of one change", s.leaves)
	}
	notes.TypedRune('!')
	s.Open(draft.NewSession(written(), time.Now)) // the draft before was closed by its owner
	canvas.Focus(number)
	if s.leaves != 1 {
		t.Errorf("told %d times, once of a draft that was not changed", s.leaves)
	}
	s.session.Listen(nil)
	s.Heard(draft.Change{Field: release.NotesField}, false)
	s.Close()
	if s.leaves != 2 {
		t.Errorf("told %d times, after a change and a close", s.leaves)
	}
}

func TestAReleaseThatIsOnlyReadIsNotChanged(t *testing.T) {
	s := newStand(t, "ru", written())
	s.SetReadOnly(true)
	before := s.session.Release()
	for name, f := range s.details.fields {
		s.window.Canvas().Focus(f)
		f.TypedRune('!')
		f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
		s.clipboard.SetContent("чужое")
		f.TypedShortcut(&fyne.ShortcutPaste{Clipboard: s.clipboard})
		f.SetText("чужое") // as the mouse's own menu does
		if f.Text != s.session.Text(name) {
			t.Errorf("%s shows %q", name, f.Text)
		}
	}
	for _, c := range s.details.choices {
		c.SetSelectedIndex((c.SelectedIndex() + 1) % len(c.Options)) // from a list that was open before
	}
	if after := s.session.Release(); fmt.Sprint(after) != fmt.Sprint(before) {
		t.Errorf("changed to %+v", after)
	}
	s.Close()
	s.SetReadOnly(false)
	s.details.fields[release.NotesField].TypedRune('!')
	if s.session.Text(release.NotesField) != before.Notes {
		t.Error("a draft that was put away is written on")
	}
}

// TestPassingThroughAFieldTellsNothing: the draft was changed elsewhere, which is saved there.
func TestPassingThroughAFieldTellsNothing(t *testing.T) {
	s := newStand(t, "ru", written())
	s.session.Set(release.HeadlineField, "Другой заголовок")
	s.window.Canvas().Focus(s.details.fields[release.NumberField])
	s.window.Canvas().Focus(s.details.fields[release.TagsField])
	if s.leaves != 0 {
		t.Errorf("told %d times", s.leaves)
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

// TestEveryLanguageIsOffered: a release is put into each language that the program has words
// in, and each has a name in both of the interface's.
func TestEveryLanguageIsOffered(t *testing.T) {
	for _, of := range []string{"ru", "en"} {
		s := newStand(t, of, release.New("ru"))
		choice := s.details.choices[release.LanguageField]
		if !slices.Equal(choice.values, languages.All()) {
			t.Errorf("offered are %v", choice.values)
		}
		for i, language := range choice.values {
			if choice.SetSelectedIndex(i); s.session.Release().Language != language {
				t.Errorf("chose %s, and the release is in %s", language, s.session.Release().Language)
			}
			if name := choice.Options[i]; name == language || strings.Contains(name, "⟦") {
				t.Errorf("%s: %s has no name", of, language)
			}
		}
	}
}

func TestAReleaseWithALostPictureIsNotIssued(t *testing.T) {
	r := release.New("ru")
	r.Headline, r.Lead = "Встреча", "Лид."
	r.Blocks = []release.Block{{ID: 1, Kind: release.Picture, Picture: strings.Repeat("a", 64)}}
	s := newStand(t, "ru", r)
	s.lost = r.Pictures()
	status := s.details.choices[release.StatusField]
	issue := func() { status.SetSelectedIndex(slices.Index(status.values, string(release.Issued))) }
	if issue(); len(s.blocked) != 1 || s.session.Release().Status == release.Issued {
		t.Errorf("blocked by %+v, status %s", s.blocked, s.session.Release().Status)
	}
	s.lost = nil
	if issue(); s.session.Release().Status != release.Issued {
		t.Errorf("status %s", s.session.Release().Status)
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

// TestWhatWasMendedIsListed: every repair that was made is told, those that read alike in one line, and those that
// overlap with what stands there in the end; no line says that something has become a space.
func TestWhatWasMendedIsListed(t *testing.T) {
	r := written()
	r.Blocks = []release.Block{{ID: 1, Kind: release.Paragraph, Text: "Стороны" + strings.Repeat("  видят и", 13) + " слышат ход ход  ход работ, в в  в течении года."}}
	s := newStand(t, "ru", r)
	s.ShowFindings(proof.Check(s.session.Release(), proof.Params{}))
	s.Show(FindingsTab)
	s.press(t, "Исправить всё")
	const want = `Устранено 20 замечаний; одна отмена вернёт прежний текст:
Лишний пробел × 15
Слово стоит дважды: «ход ход», стало «ход» × 2
Слово стоит дважды: «в в», стало «в» × 2
Ошибка в предлоге: «в течении», стало «в течение»`
	if told := s.findings.mended.Text; told != want {
		t.Errorf("%s", told)
	}
	s.session.Undo()
	if got := s.session.Release().Blocks[0].Text; got != r.Blocks[0].Text {
		t.Errorf("one undo gives %q", got)
	}
}

// TestReadersAreOfferedNoRepairs: of a release that can only be read the findings are listed, and
// nothing can be done about them until it is free.
func TestReadersAreOfferedNoRepairs(t *testing.T) {
	r := written()
	r.Blocks = []release.Block{{ID: 1, Kind: release.Paragraph, Text: "Стороны  обсудили  ход ход работ ХХХ и ХХХ."}}
	r.Repairs = []release.Repair{{Code: "date-glued", Text: "11.09.2024Бишкек"}, {Code: "draft-marked", Text: "ПРОЕКТ", Line: 2}}
	s := newStand(t, "ru", r)
	s.ShowFindings(proof.Check(s.session.Release(), proof.Params{}))
	s.Show(FindingsTab)
	offered := func() (others int) {
		for _, b := range append(buttonsIn(s.findings.object), buttonsIn(s.findings.rows)...) {
			if !slices.Contains(s.findings.lines, b) && controls.Seen(s.Object(), b) {
				others++
			}
		}
		return others
	}
	before, lines := offered(), len(s.findings.lines)
	s.SetReadOnly(true)
	if offered() > 0 || len(s.findings.lines) != lines {
		t.Errorf("%d buttons beside %d lines", offered(), len(s.findings.lines))
	}
	if s.SetReadOnly(false); before == 0 || offered() != before {
		t.Errorf("%d buttons when it is free, %d before", offered(), before)
	}
}

// What an import did is confirmed one by one, or all at once, and nothing else with it; each leads to
// where its words are.
func TestWhatAnImportDidIsConfirmed(t *testing.T) {
	r := written()
	r.Blocks[0].Text = "Он сказал всё, что хотел."
	r.Notes = "Пресс-релиз № 5\nПоделиться"
	r.Repairs = []release.Repair{
		{Code: "aside-letterhead", Text: "Пресс-релиз № 5", Line: 1, Field: release.NotesField},
		{Code: "aside-site", Text: "Поделиться", Line: 9, Field: release.NotesField},
		{Code: "draft-marked", Text: "ПРОЕКТ", Line: 2},
	}
	s := newStand(t, "ru", r)
	check := func() []proof.Finding {
		found := proof.Check(s.session.Release(), proof.Params{})
		s.ShowFindings(found)
		return found
	}
	found := check()
	open := len(proof.Open(found))
	s.Show(FindingsTab)
	s.press(t, "Так и нужно") // of the first, which is the letterhead's
	if left := len(proof.Open(check())); left != open-1 || s.findings.confirm.Hidden {
		t.Errorf("%d of %d are open, the button is hidden: %t", left, open, s.findings.confirm.Hidden)
	}
	s.press(t, "Прочитано верно: все 2 места")
	for _, f := range check() {
		if f.Accepted != f.IsRepair() {
			t.Errorf("%s is accepted: %t", f.Code, f.Accepted)
		}
	}
	if !s.findings.confirm.Hidden {
		t.Error("what is confirmed is asked again")
	}
	if s.goTo(found[slices.IndexFunc(found, func(f proof.Finding) bool { return f.Code == "aside-site" })]); s.window.Canvas().Focused() != s.details.at(release.NotesField) {
		t.Error("a line of the notes does not lead there")
	}
}

// TestGuessesWereNotRead: what a template guessed is not confirmed with what an import did.
func TestGuessesWereNotRead(t *testing.T) {
	r := written()
	r.Blocks[0].Text = "Он сказал всё, что хотел."
	r.Repairs = []release.Repair{
		{Code: release.FormGuessed, Text: "сказал", Field: release.BlocksField}, {Code: release.FormGuessed, Text: "хотел", Field: release.BlocksField},
	}
	s := newStand(t, "ru", r)
	found := proof.Check(s.session.Release(), proof.Params{})
	s.ShowFindings(found)
	s.Show(FindingsTab)
	if !slices.ContainsFunc(found, proof.Finding.IsRepair) || !s.findings.confirm.Hidden {
		t.Errorf("the button is hidden: %t, found %v", s.findings.confirm.Hidden, found)
	}
}

// TestCaptionsStandClear: the letters of a caption end above the frame of its control.
func TestCaptionsStandClear(t *testing.T) {
	s := newStand(t, "ru", release.New("ru"))
	s.window.Resize(fyne.NewSize(360, 900))
	seen := 0
	for _, o := range s.details.scroll.Content.(*fyne.Container).Objects {
		pair, is := o.(*fyne.Container)
		if !is {
			continue
		}
		if _, is := pair.Layout.(captionLayout); !is {
			continue
		}
		seen++
		letters := pair.Objects[0].Position().Y + pair.Objects[0].MinSize().Height - theme.InnerPadding()
		if clear := pair.Objects[1].Position().Y - letters; clear < 2 {
			t.Errorf("%q is %v dots above its control", pair.Objects[0].(*widget.Label).Text, clear)
		}
		if pair.Objects[1].Size().Height < pair.Objects[1].MinSize().Height {
			t.Errorf("the control below %q is cut off", pair.Objects[0].(*widget.Label).Text)
		}
	}
	if seen < 8 {
		t.Errorf("%d captions", seen)
	}
}
