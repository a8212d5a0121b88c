package settings

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"communique/editor/grammar"
	"communique/editor/release"
	"communique/editor/tomltext"
	"communique/editor/typography"
	"communique/export"
	"communique/export/exporttest"
)

// TestWhatFitsEachKey: what each key takes, and what is told where a value is none of it.
func TestWhatFitsEachKey(t *testing.T) {
	for text, want := range map[string]string{
		`language = ""`: "", `language = "ru"`: "", `language = "en"`: "", `language = "de"`: "language value ru, en",
		`theme = ""`: "", `theme = "light"`: "", `theme = "dark"`: "", `theme = "pink"`: "theme value light, dark",
		`contrast = "high"`: "", `contrast = "usual"`: "", `contrast = "low"`: "contrast value high, usual",
		`motion = "none"`: "", `motion = "usual"`: "", `motion = "slow"`: "motion value none, usual",
		"[export]\npackage = [\"pdf\", \"html\"]": "", "[export]\npackage = [\"odt\"]": "export.package value pdf, docx, txt, html, md, eml, ninjs",
		"[export.mail]\nfrom = \"a@b.example\"\nto = \"А <a@b.example>, c@d.example\"\ncc = \"\"\nbcc = \"a@b.example\"": "",
		"[export.mail]\nfrom = \"?\"": "export.mail.from address ?", "[export.mail]\nto = \"?\"": "export.mail.to address ?",
		"[export.mail]\ncc = \"?\"": "export.mail.cc address ?", "[export.mail]\nbcc = \"a@b.example, ?\"": "export.mail.bcc address ?",
		"[window]\nwidth = 32000.0\nheight = 0.0\nlibrary_width = 32000.0\ninspector_width = 0.0": "",
		"[window]\nwidth = 32001.0":      "window.width value 0–32000",
		"[window]\nheight = -1.0":        "window.height value 0–32000",
		"[window]\nlibrary_width = -0.1": "window.library_width value 0–32000",
	} {
		told := ""
		for _, f := range parse([]byte(text + "\n")).Unread {
			told += fmt.Sprint(f.Key, " ", f.Why, " ", f.Fits)
		}
		if told != want {
			t.Errorf("%s: told %q", text, told)
		}
	}
	for value, want := range map[any]string{
		grammar.WomenInLDecline: "", grammar.WomenInL("x"): "decline", grammar.PlacesInOStay: "", grammar.PlacesInO("x"): "stay",
		grammar.ZodaStay: "", grammar.Zoda("x"): "stay",
		grammar.YoNowhere: "", grammar.Yo("x"): "everywhere, names, never", release.EnglishAP: "", release.English("x"): "ap",
		typography.EnDash: "", typography.Dash("x"): "em, en", typography.InitialsClosed: "", typography.Initials("x"): "spaced, closed",
		typography.TypedAsIs: "", typography.AsTyped("x"): "off",
	} {
		fits := ""
		if f := check("house", value); f != nil {
			fits = f.Fits
		}
		if fits != want {
			t.Errorf("%T %v: fits %q", value, value, fits)
		}
	}
}

// TestSearchesOfBothSidesStay.
func TestSearchesOfBothSidesStay(t *testing.T) {
	a, b, c := Search{"А", "а"}, Search{"Б", "б"}, Search{"В", "в"}
	known := Settings{Searches: []Search{a}}
	for name, tt := range map[string]struct {
		mine, theirs, want []Search
		conflicts          int
	}{
		"one here, one there": {[]Search{a, b}, []Search{a, c}, []Search{a, c, b}, 0},
		"one away here":       {nil, []Search{a, c}, []Search{c}, 0},
		"changed twice":       {[]Search{{"А", "моё"}}, []Search{{"А", "чужое"}}, []Search{{"А", "чужое"}, {"А", "моё"}}, 1},
	} {
		got, conflicts := Merge(known, Settings{Searches: tt.mine}, Settings{Searches: tt.theirs})
		if !reflect.DeepEqual(got.Searches, tt.want) || len(conflicts) != tt.conflicts {
			t.Errorf("%s: %v, %v", name, got.Searches, conflicts)
		}
	}
}

// TestWhatCannotBeWrittenIsNoConflict: where nothing was written, nothing was settled.
func TestWhatCannotBeWrittenIsNoConflict(t *testing.T) {
	dir := t.TempDir()
	if _, err := Save(dir, Settings{}, Settings{Organisation: Organisation{Name: "Чужое"}}); err != nil {
		t.Fatal(err)
	}
	_, err := Save(dir, Settings{}, Settings{Organisation: Organisation{Name: "Моё"}, Theme: "pink"})
	var unwritable *tomltext.UnwritableError
	var conflict *ConflictError
	if !errors.As(err, &unwritable) || errors.As(err, &conflict) {
		t.Errorf("got %v", err)
	}
	if s, err := Load(dir); err != nil || s.Organisation.Name != "Чужое" {
		t.Errorf("stored is %q, %v", s.Organisation.Name, err)
	}
	if files := below(t, dir); slices.ContainsFunc(files, func(name string) bool { return strings.Contains(name, ".bak") }) {
		t.Errorf("a copy of what was not written over: %v", files)
	}
}

// TestMailing: the lists read, each where it belongs; a broken one is an error.
func TestMailing(t *testing.T) {
	s := Settings{Export: Export{Mail: Mail{From: "Анна <a@b.example>", To: "c@d.example, e@f.example", Cc: "g@h.example", Bcc: "i@j.example", HTML: true, Bare: true}}}
	got, err := s.Mailing()
	want := export.Mailing{From: "Анна <a@b.example>", To: []string{"c@d.example", "e@f.example"}, Cc: []string{"g@h.example"}, Bcc: []string{"i@j.example"}, WithHTML: true, WithoutPDF: true}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, %v", got, err)
	}
	if got, err := (Settings{Export: Export{Mail: Mail{From: "a@b.example, c@d.example"}}}).Mailing(); err != nil || got.From != "a@b.example" || got.WithHTML || got.WithoutPDF {
		t.Errorf("of two senders: %+v, %v", got, err)
	}
	for name, broken := range map[string]Mail{"from": {From: "?"}, "to": {To: "?"}, "cc": {Cc: "?"}, "bcc": {Bcc: "?"}} {
		if _, err := (Settings{Export: Export{Mail: broken}}).Mailing(); err == nil {
			t.Errorf("a broken %s", name)
		}
	}
	if got := (Settings{Export: Export{Package: []string{"html", "pdf"}}}).PackageForms(); !reflect.DeepEqual(got, []export.Form{export.HTML, export.PDF}) {
		t.Errorf("packed are %v", got)
	}
	for _, forms := range [][]string{nil, {"odt"}} {
		if got := (Settings{Export: Export{Package: forms}}).PackageForms(); !reflect.DeepEqual(got, export.Forms()) {
			t.Errorf("of %v packed are %v", forms, got)
		}
	}
}

// TestBlankContacts: a title and being the default say nothing of whom to ask.
func TestBlankContacts(t *testing.T) {
	if !(Contact{Title: "Пресс-служба", Default: true}).IsBlank() || (Contact{Name: "Анна"}).IsBlank() || (Contact{Phones: []release.PhoneNumber{{Number: "1"}}}).IsBlank() {
		t.Error("blank contacts")
	}
	for want, c := range map[string]Contact{
		"т": {Title: "т", Name: "и", Post: "п"}, "и": {Name: "и", Post: "п"}, "п": {Post: "п", Organisation: "о"}, "о": {Organisation: "о", Email: "е"}, "е": {Email: "е"}, "…": {},
	} {
		if got := c.Label(); got != want {
			t.Errorf("%+v is called %s", c, got)
		}
	}
}

// TestTheLogoIsRead into the profile.
func TestTheLogoIsRead(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "logo.jpg", string(exporttest.Photograph(30, 20, 1)))
	s := full()
	s.Organisation.Logo = dir + "/logo.jpg"
	office, troubles := s.Office(dir, "", shippedStyle)
	if err := troubles.With(export.PDF); err != nil || len(office.Organisation.Logo) == 0 || office.Organisation.Boilerplate != "Первая\nвторая" {
		t.Errorf("got %d bytes, %v", len(office.Organisation.Logo), err)
	}
	for more, taken := range map[int]bool{0: true, 1: false} { // up to five megabytes
		logo := exporttest.Photograph(30, 20, 1)
		put(t, dir, "logo.jpg", string(append(logo, make([]byte, 5<<20-len(logo)+more)...)))
		if _, troubles := s.Office(dir, "", shippedStyle); (troubles.With(export.PDF) == nil) != taken {
			t.Errorf("with %d bytes above the limit: %v", more, troubles.With(export.PDF))
		}
	}
}
