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
	s.details.fields[release.EmbargoField].SetText("когда-нибудь")
	s.details.fields[release.EmbargoField].OnSubmitted("")
	s.Open(draft.NewSession(release.New("ru"), time.Now))
	if got := said(); len(got) > 0 {
		t.Errorf("of another release: %q", got)
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
