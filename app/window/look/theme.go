package look

import (
	"image/color"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"communique/assets/fonts"
)

// Theme is the office's look. There is one for all of the window's life, so that what
// was built on it follows when other colours are chosen.
type Theme struct {
	fyne.Theme
	// variant is the setting's choice; nil follows the system.
	variant *fyne.ThemeVariant
	high    bool // of high contrast
	faces   map[fyne.TextStyle]fyne.Resource
}

// New returns the look in the colours that Choose takes.
func New(setting string, high bool) *Theme {
	lendEmoji()
	t := &Theme{Theme: theme.DefaultTheme(), faces: map[fyne.TextStyle]fyne.Resource{}}
	for style, file := range map[fyne.TextStyle]string{
		{}: fonts.Sans, {Bold: true}: fonts.SansBold, {Italic: true}: fonts.SansItalic, {Bold: true, Italic: true}: fonts.SansBoldItalic,
	} {
		t.faces[style] = fyne.NewStaticResource(file, fonts.Data(file))
	}
	t.Choose(setting, high)
	return t
}

// lendEmoji has Fyne draw emoji as the writing surface does. Fyne's own, four megabytes of drawings in
// colour, are loaded whole for each weight and slant of letters, whether there are emoji or not.
var lendEmoji = sync.OnceFunc(func() {
	if own, ok := theme.DefaultEmojiFont().(*fyne.StaticResource); ok {
		own.StaticName, own.StaticContent = fonts.Emoji, fonts.Data(fonts.Emoji)
	}
})

// Choose takes the colours: "light", "dark", or "" for the system's, with as much contrast
// as there is or with the usual one.
func (t *Theme) Choose(setting string, high bool) {
	variants := map[string]fyne.ThemeVariant{"light": theme.VariantLight, "dark": theme.VariantDark}
	t.variant, t.high = nil, high
	if v, ok := variants[setting]; ok {
		t.variant = &v
	}
}

// Color gives a colour of the palette, and of Fyne's what the palette has no name for.
func (t *Theme) Color(name fyne.ThemeColorName, system fyne.ThemeVariant) color.Color {
	if t.variant != nil {
		system = *t.variant
	}
	if c, ok := palette(system == theme.VariantDark, t.high).named(name); ok {
		return c
	}
	return t.Theme.Color(name, system)
}

func palette(dark, high bool) Palette {
	switch {
	case dark && high:
		return HighDark()
	case dark:
		return Dark()
	case high:
		return HighLight()
	}
	return Light()
}

// Font gives PT Sans, which pages are set in too; of signs and fixed widths Fyne's own. A
// line under or through the words is drawn beside them.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	style.Underline, style.Strikethrough = false, false
	if face, ok := t.faces[style]; ok {
		return face
	}
	return t.Theme.Font(style)
}

// sizes are on a grid of 8, in Fyne's units.
var sizes = map[fyne.ThemeSizeName]float32{
	theme.SizeNameText:            14,
	theme.SizeNameCaptionText:     12,
	theme.SizeNameSubHeadingText:  19,
	theme.SizeNameHeadingText:     26,
	theme.SizeNameInnerPadding:    6,
	theme.SizeNameInputRadius:     6,
	theme.SizeNameButtonRadius:    6,
	theme.SizeNameSelectionRadius: 4,
	theme.SizeNameCardRadius:      8,
	theme.SizeNameDialogRadius:    8,
	theme.SizeNamePopupRadius:     8,
	theme.SizeNameMenuRadius:      8,
}

// Size gives the look's measures.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	if size, ok := sizes[name]; ok {
		return size
	}
	return t.Theme.Size(name)
}
