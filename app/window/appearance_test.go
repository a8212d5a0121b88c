package window

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"communique/app/appearance"
	"communique/app/settings"
	"communique/app/window/look"
	"communique/assets/translations"
)

// TestAppearance: colours and motion are the system's, asked again when the window comes to the
// front, unless the settings say otherwise.
func TestAppearance(t *testing.T) {
	light, dark, high, black := color.Color(look.Light().Ground), color.Color(look.Dark().Ground), color.Color(look.HighLight().Ground), color.Color(look.HighDark().Ground)
	s := newStage(t, settled, "Встреча")
	s.tell(translations.Text("all-saved"), false)
	for name, c := range map[string]struct {
		system                  appearance.Preferences
		theme, contrast, motion string
		ground                  color.Color
		reduced                 bool
	}{
		"nothing":                       {ground: light},
		"contrast":                      {system: appearance.Preferences{HighContrast: true}, ground: high},
		"contrast on light":             {system: appearance.Preferences{HighContrast: true, Scheme: "light"}, ground: high},
		"contrast on black":             {system: appearance.Preferences{HighContrast: true, Scheme: "dark"}, ground: black},
		"a scheme without contrast":     {system: appearance.Preferences{Scheme: "dark"}, ground: light},
		"contrast, in dark settings":    {system: appearance.Preferences{HighContrast: true, Scheme: "light"}, theme: "dark", ground: black},
		"contrast, usual in settings":   {system: appearance.Preferences{HighContrast: true, Scheme: "dark"}, contrast: "usual", ground: light},
		"contrast in settings":          {contrast: settings.HighContrast, ground: high},
		"contrast and dark in settings": {contrast: settings.HighContrast, theme: "dark", ground: black},
		"dark in settings":              {theme: "dark", ground: dark},
		"no motion":                     {system: appearance.Preferences{ReducedMotion: true}, ground: light, reduced: true},
		"no motion, usual in settings":  {system: appearance.Preferences{ReducedMotion: true}, motion: "usual", ground: light},
		"no motion in settings":         {motion: settings.NoMotion, ground: light, reduced: true},
	} {
		s.settings.Theme, s.settings.Contrast, s.settings.Motion = c.theme, c.contrast, c.motion
		s.showTheme()
		s.preferred.set(c.system)
		s.params.App.Lifecycle().(interface{ OnEnteredForeground() func() }).OnEnteredForeground()()
		s.wait(name, func() bool { return s.system == c.system })
		if got := s.params.App.Settings().Theme().Color(theme.ColorNameBackground, theme.VariantLight); got != c.ground {
			t.Errorf("%s: on %v, not %v", name, got, c.ground)
		}
		if frame := s.toldIn().Objects[0].(*canvas.Rectangle); frame.FillColor != s.theme.Color(theme.ColorNameOverlayBackground, theme.VariantLight) {
			t.Errorf("%s: the notice is on %v", name, frame.FillColor)
		}
		if s.reduced.get() != c.reduced {
			t.Errorf("%s: reduced motion is %v", name, !c.reduced)
		}
	}
}

// toldIn is what the notice's words stand in, with its frame.
func (s *stage) toldIn() *fyne.Container {
	return s.notice.Object().(*fyne.Container).Objects[0].(*fyne.Container)
}

// TestTheNoticeStandsOverTheFoot also where that comes after it, with a release.
func TestTheNoticeStandsOverTheFoot(t *testing.T) {
	s := newStage(t, settled, "Встреча")
	s.tell(translations.Text("all-saved"), false)
	at := s.params.App.Driver().AbsolutePositionForObject
	s.open(1)
	s.wait("the release", func() bool { return s.shown() == 1 })
	told, foot := s.toldIn(), s.pane.Status()
	begins := s.win.Canvas().Size().Height - foot.MinSize().Height
	if bottom := at(told).Y + told.Size().Height; !foot.Visible() || bottom > begins {
		t.Errorf("the notice ends at %v, and the foot begins at %v", bottom, begins)
	}
}
