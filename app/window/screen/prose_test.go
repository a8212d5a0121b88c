package screen_test

import (
	"image"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"communique/app/window/screen/screentest"
	"communique/editor/controls"
	"communique/editor/controls/controlstest"
	"communique/editor/release"
	"communique/editor/template"
)

// reads is a release of every field that Prose shows, with blanks in some.
func reads() release.Release {
	r := release.New("ru")
	r.Headline, r.Place, r.Lead = "Встреча с [fill in: whom].", "Пробный, у [укажите: место]", "Да ([укажите: где], [так]), «[укажите: кто принимает]»."
	r.Blocks = release.Numbered([]release.Block{{Kind: release.Paragraph, Text: strings.Repeat("Слова. ", 400)}, {Kind: release.Paragraph, Text: "[укажите: конец]"}})
	r.Notes = "[укажите: заметки]"
	return r
}

// TestWhatIsMissingIsNamed: in words, not in the brackets that the text has.
func TestWhatIsMissingIsNamed(t *testing.T) {
	s := screentest.New(t)
	p := s.Base.NewProse()
	p.Set(reads())
	if got := strings.ReplaceAll(p.String(), "Слова. ", ""); got != "Встреча с whom.\nПробный, у место\nДа (где, [так]), «кто принимает».\n\nконец" {
		t.Errorf("%q", got)
	}
	p.SetText("Да.")
	if p.String() != "Да." {
		t.Errorf("%q stands", p.String())
	}
}

// TestWhatIsMissingLooksDifferent: there is more ink where a blank is than where the same
// words are the text's own, and the keys leave the text as it is and its view turns.
func TestWhatIsMissingLooksDifferent(t *testing.T) {
	s := screentest.New(t)
	p := s.Base.NewProse()
	s.Window.SetContent(p)
	s.Window.Resize(fyne.NewSize(500, 300))
	ink := func(r release.Release) (sum int) {
		p.Set(r)
		for _, o := range controlstest.Objects(p) {
			if line, ok := o.(*canvas.Raster); ok {
				picture := line.Generator(int(line.Size().Width), int(line.Size().Height)).(*image.RGBA)
				for i := 3; i < len(picture.Pix); i += 4 {
					sum += int(picture.Pix[i])
				}
			}
		}
		return sum
	}
	for name, with := range map[string]func(words string) release.Release{
		"lead": func(words string) release.Release { return release.Release{Lead: words} },
		"date": func(words string) release.Release { return release.Release{Place: words, Lead: "Да"} },
	} {
		if plain, blank := ink(with("кто")), ink(with("[укажите: кто]")); plain == 0 || blank <= plain || blank > 3*plain {
			t.Errorf("%s: ink of words %d, of a blank %d", name, plain, blank)
		}
	}
	s.Base.Canvas.FocusNext()
	if s.Base.Canvas.Focused() != nil {
		t.Error("the keyboard goes to what is only looked at")
	}
	p.Set(reads())
	before := s.Window.Canvas().Capture()
	controls.Page(s.Window.Content(), 1)
	if after := s.Window.Canvas().Capture(); same(before, after) {
		t.Error("PageDown leaves the view where it was")
	}
	turned := s.Window.Canvas().Capture()
	r := reads()
	r.Headline = "Встреча с гостем"
	p.Set(r)
	if !same(turned, s.Window.Canvas().Capture()) {
		t.Error("a value that is given above what is seen moves it")
	}
}

// TestWhatProseShows: place, date and contacts beside the text; words of the program's alone.
func TestWhatProseShows(t *testing.T) {
	s := screentest.New(t)
	shown := func(p fyne.CanvasObject) image.Image {
		s.Window.SetContent(p)
		s.Window.Resize(fyne.NewSize(500, 600))
		return s.Window.Canvas().Capture()
	}
	bare := release.Release{Lead: "Лид."}
	placed, reached := bare, bare
	placed.Place = "Пробный"
	reached.Contacts = []release.Contact{{Name: "Анна Пробная", Email: "press@example.org"}}
	p := s.Base.NewProse()
	p.Set(bare)
	without := shown(p)
	for name, r := range map[string]release.Release{"place": placed, "contacts": reached} {
		if p.Set(r); same(without, shown(p)) {
			t.Errorf("%s are not shown", name)
		}
	}
	p.SetText("Ничего нет.")
	other := s.Base.NewProse()
	other.SetText("Ничего нет.")
	if told := shown(p); !same(told, shown(other)) || same(told, without) {
		t.Error("words stand beside the release of before")
	}
	if p.Set(bare); !same(without, shown(p)) {
		t.Error("the release stands beside words of before")
	}
}

// same compares what is left of the scroll bar and of the marks of what is missing.
func same(a, b image.Image) bool {
	for y := range a.Bounds().Dy() {
		for x := range a.Bounds().Dx() - 20 {
			if a.At(x, y) != b.At(x, y) {
				return false
			}
		}
	}
	return true
}

// TestAFilledWordIsNoBlank keeps brackets of the person's own.
func TestAFilledWordIsNoBlank(t *testing.T) {
	if b := template.Blanks("[укажите]: да, [уточнить: нет] [], [fill in: ]"); len(b) != 0 {
		t.Errorf("%+v", b)
	}
}
