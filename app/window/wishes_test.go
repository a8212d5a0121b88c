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
)

// TestWishes: colours and motion are the system's, asked again when the window comes to the
// front, unless the settings say otherwise.
func TestWishes(t *testing.T) {
	light, dark, high, black := color.Color(look.Light().Ground), color.Color(look.Dark().Ground), color.Color(look.HighLight().Ground), color.Color(look.HighDark().Ground)
	s := newStage(t, settled, "Встреча")
	s.tell("…", false)
	for name, c := range map[string]struct {
		system                  appearance.Wishes
		theme, contrast, motion string
		ground                  color.Color
		still                   bool
	}{
		"nothing wished":                {ground: light},
		"contrast":                      {system: appearance.Wishes{Contrast: true}, ground: high},
		"contrast on light":             {system: appearance.Wishes{Contrast: true, Ground: "light"}, ground: high},
		"contrast on black":             {system: appearance.Wishes{Contrast: true, Ground: "dark"}, ground: black},
		"a ground without contrast":     {system: appearance.Wishes{Ground: "dark"}, ground: light},
		"contrast, in dark settings":    {system: appearance.Wishes{Contrast: true, Ground: "light"}, theme: "dark", ground: black},
		"contrast, usual in settings":   {system: appearance.Wishes{Contrast: true, Ground: "dark"}, contrast: "usual", ground: light},
		"contrast in settings":          {contrast: settings.HighContrast, ground: high},
		"contrast and dark in settings": {contrast: settings.HighContrast, theme: "dark", ground: black},
		"dark in settings":              {theme: "dark", ground: dark},
		"no motion":                     {system: appearance.Wishes{Still: true}, ground: light, still: true},
		"no motion, usual in settings":  {system: appearance.Wishes{Still: true}, motion: "usual", ground: light},
		"no motion in settings":         {motion: settings.NoMotion, ground: light, still: true},
	} {
		s.settings.Theme, s.settings.Contrast, s.settings.Motion = c.theme, c.contrast, c.motion
		s.showTheme()
		s.wished.set(c.system)
		s.params.App.Lifecycle().(interface{ OnEnteredForeground() func() }).OnEnteredForeground()()
		s.wait(name, func() bool { return s.wishes == c.system })
		if got := s.params.App.Settings().Theme().Color(theme.ColorNameBackground, theme.VariantLight); got != c.ground {
			t.Errorf("%s: on %v, not %v", name, got, c.ground)
		}
		if frame := s.toldIn().Objects[0].(*canvas.Rectangle); frame.FillColor != s.theme.Color(theme.ColorNameOverlayBackground, theme.VariantLight) {
			t.Errorf("%s: the notice is on %v", name, frame.FillColor)
		}
		if s.still.get() != c.still {
			t.Errorf("%s: still is %v", name, !c.still)
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
	s.tell("…", false)
	at := s.params.App.Driver().AbsolutePositionForObject
	s.open(1)
	s.wait("the release", func() bool { return s.shown() == 1 })
	told, foot := s.toldIn(), s.pane.Status()
	begins := s.win.Canvas().Size().Height - foot.MinSize().Height
	if bottom := at(told).Y + told.Size().Height; !foot.Visible() || bottom > begins {
		t.Errorf("the notice ends at %v, and the foot begins at %v", bottom, begins)
	}
}
