package preferences

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"communique/app/settings"
	"communique/app/window/files"
	"communique/app/window/screen/screentest"
	"communique/assets/translations"
	"communique/editor/controls"
	"communique/editor/release"
	"communique/export"
	"communique/export/style"
)

// stage shows settings.
type stage struct {
	*screentest.Stage
	params Params
	asked  files.Request
	saved  []settings.Settings
}

func newStage(t *testing.T) *stage {
	t.Helper()
	dir := t.TempDir()
	s := &stage{Stage: screentest.New(t)}
	s.params = Params{
		Base: s.Base, Files: s,
		Styles: func() ([]string, error) { return settings.StyleNames(dir) },
		Style:  func(name string) (style.Style, error) { return settings.Style(dir, name) },
	}
	return s
}

func (s *stage) ChooseFile(r files.Request, chosen func(path string)) {
	s.asked = r
	chosen("/logo.svg")
}

func (s *stage) show(now settings.Settings) {
	Show(s.params, now, func(wanted settings.Settings) { s.saved = append(s.saved, wanted) })
}

// typeOver puts a text in the place of another that is on the screen.
func (s *stage) typeOver(t *testing.T, old, text string) {
	t.Helper()
	for _, e := range s.Entries() {
		if e.Text == old {
			e.SetText(text)
			return
		}
	}
	t.Fatalf("no entry holds %q:\n%s", old, s.Texts())
}

// TestAnAddressNobodyCanWriteToStaysInTheDialog saves the settings with one: it is
// told, and what was typed is there to be put right.
func TestAnAddressNobodyCanWriteToStaysInTheDialog(t *testing.T) {
	s := newStage(t)
	s.show(settings.Settings{
		Language: "ru", Organisation: settings.Organisation{Name: "Прежнее имя"}, Export: settings.Export{Mail: settings.Mail{To: "press@example.org"}},
	})
	s.typeOver(t, "Прежнее имя", "Новое имя")
	for range 2 {
		s.Press(fyne.KeyTab, fyne.KeyModifierControl)
	}
	s.typeOver(t, "press@example.org", "нет адреса")
	s.Tap("Сохранить")
	if len(s.Failed) != 1 || !strings.Contains(s.Base.Words.Error(s.Failed[0]), "«нет адреса»") || len(s.saved) > 0 || !s.Open() {
		t.Fatalf("told %v, saved %+v", s.Failed, s.saved)
	}
	s.typeOver(t, "нет адреса", "desk@example.org")
	s.Tap("Сохранить")
	if len(s.saved) != 1 || s.saved[0].Export.Mail.To != "desk@example.org" || s.saved[0].Organisation.Name != "Новое имя" || !s.saved[0].Welcomed || s.Open() {
		t.Errorf("saved %+v", s.saved)
	}
}

// TestWhatNobodyChangesStays opens the dialog and saves it as it is, or leaves it.
func TestWhatNobodyChangesStays(t *testing.T) {
	s := newStage(t)
	now := settings.Settings{
		Language: "ru", Welcomed: true, Organisation: settings.Organisation{Name: "Совет", Boilerplate: "О нас."},
		Contacts: []settings.Contact{{Title: "Пресс-служба", Name: "Анна Озерова", Default: true}}, Export: settings.Export{Style: "gost", Package: []string{"pdf"}},
	}
	s.show(now)
	s.Press(fyne.KeyReturn, fyne.KeyModifierControl)
	if len(s.saved) != 1 || !reflect.DeepEqual(s.saved[0], now.Settled()) {
		t.Errorf("was   %+v\nsaved %+v", now, s.saved)
	}
	s.show(now)
	s.Type("!")
	if asked := s.Abandon(); !asked || len(s.saved) != 1 || s.Open() {
		t.Errorf("Escape asked %v, saved %d, open %v", asked, len(s.saved), s.Open())
	}
}

func TestTheLogoIsChosen(t *testing.T) {
	s := newStage(t)
	s.show(settings.Settings{Language: "ru"})
	for _, e := range s.Entries() {
		if e.Name() == s.Base.Text("organisation-logo") {
			s.Base.Canvas.Focus(e)
		}
	}
	s.Press(fyne.KeyTab, 0)
	s.Press(fyne.KeyReturn, 0)
	s.Press(fyne.KeyReturn, fyne.KeyModifierControl)
	if s.asked.For != settings.ForLogo || !slices.Contains(s.asked.Endings, ".svg") || s.saved[0].Organisation.Logo != "/logo.svg" {
		t.Errorf("asked %+v, saved %+v", s.asked, s.saved)
	}
}

func TestTheStyleAndTheFormsOfAPackage(t *testing.T) {
	s := newStage(t)
	f := newExportForm(s.params, settings.Settings{})
	f.style.SetSelected("По ГОСТ Р 7.0.97-2025")
	f.forms[0].SetChecked(false)
	if e := f.value(); e.Style != "gost" || slices.Contains(e.Package, "pdf") || len(e.Package) != len(export.Forms())-1 {
		t.Errorf("style %q, package %v", e.Style, e.Package)
	}
}

// TestContacts adds one, makes it the default, and removes the first.
func TestContacts(t *testing.T) {
	s := newStage(t)
	f := newContactsForm(s.params, []settings.Contact{{Name: "Анна Озерова", Default: true}})
	added := f.add(settings.Contact{})
	added.name.SetText("Пётр Образцов")
	added.isDefault.SetChecked(true)
	got := f.value()
	if len(got) != 2 || got[0].Default || !got[1].Default {
		t.Errorf("got %+v", got)
	}
	added.name.SetText("")
	if got = f.value(); len(got) != 1 || !got[0].Default {
		t.Errorf("without the second: %+v", got)
	}
}

// TestPhonesInTheSettings types phones as offices write them and opens the
// form again.
func TestPhonesInTheSettings(t *testing.T) {
	for _, language := range translations.Languages() {
		s := newStage(t)
		words, err := translations.New(language)
		if err != nil {
			t.Fatal(err)
		}
		s.params.Words = words
		f := newContactForm(s.params, settings.Contact{Title: "Пресс-служба", Name: "Анна"}, controls.NewForm())
		f.phones.SetText("+7-000-000-00-01-тел/факс\n+7 (000) 000-00-02, доб. 12; факс +7 (000) 000-00-03\n@press\nмоб. +7 000 000-00-04")
		want := []release.PhoneNumber{
			{Number: "+7-000-000-00-01", Kind: release.PhoneFax},
			{Number: "+7 (000) 000-00-02, доб. 12", Kind: release.Phone},
			{Number: "+7 (000) 000-00-03", Kind: release.Fax},
			{Number: "@press", Kind: release.Phone},
			{Number: "+7 000 000-00-04", Kind: release.Mobile},
		}
		got := f.value()
		if !reflect.DeepEqual(got.Phones, want) || got.Title != "Пресс-служба" {
			t.Errorf("got %+v", got)
		}
		if again := newContactForm(s.params, got, controls.NewForm()).value(); !reflect.DeepEqual(again, got) {
			t.Errorf("opened again: %+v", again)
		}
	}
}

func TestTheWelcomePage(t *testing.T) {
	s := newStage(t)
	var organisation settings.Organisation
	var contact settings.Contact
	skipped := 0
	page, first, typed := Welcome(s.params, settings.Organisation{}, func(o settings.Organisation, c settings.Contact) { organisation, contact = o, c }, func() { skipped++ })
	s.Window.SetContent(page)
	s.Base.Canvas.Focus(first)
	s.Type("Совет содружества")
	entries := screentest.Entries(page)
	for _, e := range entries { // of both parts
		if place := fyne.CurrentApp().Driver().AbsolutePositionForObject; place(e).X != place(entries[0]).X {
			t.Errorf("a field at %v, the first at %v", place(e), place(entries[0]))
		}
	}
	entries[len(entries)-1].SetText("council.example")
	if o, c := typed(); o.Name != "Совет содружества" || c.Site != "council.example" {
		t.Errorf("typed %+v, %+v", o, c)
	}
	s.Tap(s.Base.Text("welcome-done"))
	if organisation.Name != "Совет содружества" || first != fyne.Focusable(entries[0]) || contact.Site != "council.example" || !contact.Default {
		t.Errorf("got %+v, %+v", organisation, contact)
	}
	if s.Tap(s.Base.Text("welcome-skip")); skipped != 1 {
		t.Errorf("skipped %d times", skipped)
	}
}

// TestWhereUpdatesAreFound: a place nothing can be found at stays in the dialog, and what is
// chosen of the looks is saved.
func TestWhereUpdatesAreFound(t *testing.T) {
	s := newStage(t)
	s.show(settings.Settings{Language: "ru", Updates: settings.Updates{From: "/share"}, Contrast: settings.HighContrast, Motion: "usual"})
	s.Press(fyne.KeyTab, fyne.KeyModifierControl|fyne.KeyModifierShift) // the last tab
	s.typeOver(t, "/share", " http://updates.example ")
	s.Tap("Сохранить")
	if len(s.Failed) != 1 || !strings.Contains(s.Base.Words.Error(s.Failed[0]), "«http://updates.example»") || len(s.saved) > 0 || !s.Open() {
		t.Fatalf("told %v, saved %+v", s.Failed, s.saved)
	}
	s.typeOver(t, " http://updates.example ", " https://updates.example/dist ")
	s.Tap("Сохранить")
	if len(s.saved) != 1 || s.saved[0].Updates.From != "https://updates.example/dist" || s.saved[0].Contrast != settings.HighContrast || s.saved[0].Motion != "usual" {
		t.Errorf("saved %+v", s.saved)
	}
	s.show(s.saved[0])
	s.Press(fyne.KeyTab, fyne.KeyModifierControl|fyne.KeyModifierShift)
	s.typeOver(t, "https://updates.example/dist", "")
	s.Tap("Сохранить")
	if len(s.saved) != 2 || s.saved[1].Updates.From != "" {
		t.Errorf("saved %+v", s.saved)
	}
}
