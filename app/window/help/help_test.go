package help_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"communique/app/window/help"
	"communique/app/window/screen/screentest"
	"communique/assets/licences"
)

func TestAboutTellsVersionAndLicences(t *testing.T) {
	s := screentest.New(t)
	help.About(s.Base, "7.8.9", nil)
	if !strings.Contains(s.Texts(), "Communique 7.8.9\n") {
		t.Errorf("on the screen:\n%s", s.Texts())
	}
	s.Tap("Лицензии…")
	parts := licences.All()
	if texts := s.Texts(); !strings.Contains(texts, parts[0].Text()) || !strings.Contains(texts, parts[1].Name) {
		t.Errorf("on the screen:\n%.2000s", texts)
	}
	s.Press(fyne.KeyDown, 0)
	if !strings.Contains(s.Texts(), parts[1].Text()) {
		t.Errorf("Down does not show the next:\n%.2000s", s.Texts())
	}
	text := s.Entries()[0]
	s.Base.Canvas.Focus(text)
	s.Type("x")
	s.Press(fyne.KeyDelete, 0)
	if text.Text != parts[1].Text() {
		t.Error("a licence can be edited")
	}
	for range 2 { // the licences, and About below them
		s.Press(fyne.KeyEscape, 0)
	}
	if s.Open() {
		t.Error("Escape does not leave the licences")
	}
}

func TestTheKeysOfAMenu(t *testing.T) {
	s := screentest.New(t)
	save := fyne.NewMenuItem("Save", nil)
	save.Shortcut = &desktop.CustomShortcut{KeyName: fyne.KeyS, Modifier: fyne.KeyModifierControl | fyne.KeyModifierShift}
	next := fyne.NewMenuItem("Next", nil)
	next.Shortcut = &desktop.CustomShortcut{KeyName: fyne.KeyPageDown, Modifier: fyne.KeyModifierControl}
	more := fyne.NewMenuItem("More", nil)
	more.ChildMenu = fyne.NewMenu("", next)
	help.Shortcuts(s.Base, fyne.NewMainMenu(fyne.NewMenu("Release", save, fyne.NewMenuItem("About", nil), more)))
	if texts := s.Texts(); !strings.Contains(texts, "Ctrl+Shift+S\nSave\nCtrl+PageDown\nNext\n") || strings.Contains(texts, "About") {
		t.Errorf("on the screen:\n%s", texts)
	}
}
