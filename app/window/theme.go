package window

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// officeTheme is Fyne's own with a quieter colour and closer rows: a press
// office's screen holds three panes of text. There is one for all of the window's
// life, so that what was built on it follows when another is chosen.
type officeTheme struct {
	fyne.Theme
	// variant is the setting's choice; nil follows the system.
	variant *fyne.ThemeVariant
}

// NewTheme is the office's theme in the colours that the settings name: "light",
// "dark", or "" for the system's.
func NewTheme(setting string) fyne.Theme {
	t := newTheme()
	t.choose(setting)
	return t
}

func newTheme() *officeTheme { return &officeTheme{Theme: theme.DefaultTheme()} }

// choose takes the setting: light, dark, or the system's own.
func (t *officeTheme) choose(setting string) {
	variants := map[string]fyne.ThemeVariant{"light": theme.VariantLight, "dark": theme.VariantDark}
	t.variant = nil
	if v, ok := variants[setting]; ok {
		t.variant = &v
	}
}

// Color gives the office's own colours where they differ from Fyne's.
func (t *officeTheme) Color(name fyne.ThemeColorName, system fyne.ThemeVariant) color.Color {
	if t.variant != nil {
		system = *t.variant
	}
	own := map[fyne.ThemeColorName][2]color.NRGBA{ // light, dark
		theme.ColorNamePrimary:   {{0x1f, 0x4e, 0x79, 0xff}, {0x7f, 0xb2, 0xe5, 0xff}},
		theme.ColorNameSelection: {{0x1f, 0x4e, 0x79, 0x30}, {0x7f, 0xb2, 0xe5, 0x40}},
		theme.ColorNameFocus:     {{0x1f, 0x4e, 0x79, 0x28}, {0x7f, 0xb2, 0xe5, 0x30}},
		theme.ColorNameSuccess:   {{0x1b, 0x7a, 0x3d, 0xff}, {0x6c, 0xcf, 0x8e, 0xff}},
		// Captions and hints are drawn in these two: quiet, but at 4.5:1 still readable.
		theme.ColorNameDisabled:            {{0x64, 0x69, 0x72, 0xff}, {0x9a, 0xa0, 0xaa, 0xff}},
		theme.ColorNamePlaceHolder:         {{0x70, 0x75, 0x7e, 0xff}, {0x8b, 0x91, 0x9b, 0xff}},
		theme.ColorNameForegroundOnPrimary: {{0xff, 0xff, 0xff, 0xff}, {0x10, 0x20, 0x30, 0xff}},
	}
	if pair, ok := own[name]; ok {
		if system == theme.VariantDark {
			return pair[1]
		}
		return pair[0]
	}
	return t.Theme.Color(name, system)
}

// Size brings rows closer together.
func (t *officeTheme) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeNameText:
		return 13
	case theme.SizeNameInnerPadding:
		return 6
	default:
		return t.Theme.Size(name)
	}
}
