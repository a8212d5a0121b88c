package look

import (
	"image/color"
	"math"
	"os"
	"slices"
	"testing"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"golang.org/x/image/font/sfnt"
)

// luminance is the relative luminance of WCAG 2.2.
func luminance(c color.Color) float64 {
	part := func(v uint32) float64 {
		s := float64(v) / 0xffff
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	r, g, b, _ := c.RGBA()
	return 0.2126*part(r) + 0.7152*part(g) + 0.0722*part(b)
}

// contrast is the contrast ratio of WCAG 2.2.
func contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// over is a colour through which another is seen.
func over(above, below color.Color) color.Color {
	a := color.NRGBAModel.Convert(above).(color.NRGBA)
	b := color.NRGBAModel.Convert(below).(color.NRGBA)
	mix := func(x, y uint8) uint8 { return uint8((int(x)*int(a.A) + int(y)*(255-int(a.A))) / 255) } //nolint:gosec // at most 255
	return color.NRGBA{mix(a.R, b.R), mix(a.G, b.G), mix(a.B, b.B), 0xff}
}

// TestContrast holds words to 4.5:1 and the borders of controls to 3:1, and both to 7:1
// where the contrast is high, wherever they stand: on ground and paper, in a chosen row,
// under the pointer, with the keyboard.
func TestContrast(t *testing.T) {
	for _, of := range []struct {
		setting       string
		high          bool
		words, border float64
	}{{"light", false, 4.5, 3}, {"dark", false, 4.5, 3}, {"light", true, 7, 7}, {"dark", true, 7, 7}} {
		setting, words := of.setting, of.words
		th := New(setting, of.high)
		get := func(name fyne.ThemeColorName) color.Color { return th.Color(name, theme.VariantLight) }
		var grounds []color.Color
		for _, name := range []fyne.ThemeColorName{
			theme.ColorNameBackground, theme.ColorNameMenuBackground, theme.ColorNameOverlayBackground, theme.ColorNameInputBackground,
			theme.ColorNameButton, theme.ColorNameDisabledButton, theme.ColorNameHeaderBackground, Paper,
		} {
			grounds = append(grounds, get(name))
		}
		lit := append([]color.Color{get(theme.ColorNameSelection), get(Chosen)}, grounds...)
		for _, ground := range grounds {
			lit = append(lit, over(get(theme.ColorNameHover), ground))
		}
		focused := slices.Clone(lit)
		for _, ground := range grounds {
			focused = append(focused, over(get(theme.ColorNameFocus), ground))
		}
		menu := get(theme.ColorNameMenuBackground)
		if got := contrast(over(get(theme.ColorNameFocus), menu), menu); got < 1.25 {
			t.Errorf("%s (high: %v): the line that a menu is at stands out by %.2f", setting, of.high, got)
		}
		check := func(name fyne.ThemeColorName, on []color.Color, least float64) {
			for _, ground := range on {
				if got := contrast(get(name), ground); got < least {
					t.Errorf("%s (high: %v): %s on %v has %.2f, not %.1f", setting, of.high, name, ground, got, least)
				}
			}
		}
		for _, name := range []fyne.ThemeColorName{
			theme.ColorNameForeground, theme.ColorNamePlaceHolder, theme.ColorNameDisabled, theme.ColorNamePrimary, theme.ColorNameHyperlink,
			theme.ColorNameError, theme.ColorNameSuccess, Soft,
		} {
			check(name, focused, words)
		}
		check(theme.ColorNameWarning, lit, words) // never what has the keyboard
		check(theme.ColorNameForeground, []color.Color{get(Hit), get(CurrentHit)}, words)
		check(theme.ColorNameInputBorder, grounds, of.border)
		check(theme.ColorNameForegroundOnPrimary, []color.Color{get(theme.ColorNamePrimary), over(get(theme.ColorNameHover), get(theme.ColorNamePrimary)), over(get(theme.ColorNameFocus), get(theme.ColorNamePrimary))}, words)
		check(theme.ColorNameForegroundOnError, []color.Color{get(theme.ColorNameError)}, words)
		check(theme.ColorNameForegroundOnWarning, []color.Color{get(theme.ColorNameWarning)}, words)
		check(theme.ColorNameForegroundOnSuccess, []color.Color{get(theme.ColorNameSuccess)}, words)
	}
}

func TestTheSettingChoosesTheColours(t *testing.T) {
	light, dark := color.Color(Light().Ground), color.Color(Dark().Ground)
	th := New("", false)
	for _, c := range []struct {
		setting string
		system  fyne.ThemeVariant
		want    color.Color
	}{
		{"", theme.VariantLight, light},
		{"", theme.VariantDark, dark},
		{"light", theme.VariantDark, light},
		{"dark", theme.VariantLight, dark},
		{"none of these", theme.VariantDark, dark},
	} {
		high := color.Color(HighLight().Ground)
		if c.want == dark {
			high = HighDark().Ground
		}
		for contrast, want := range map[bool]color.Color{false: c.want, true: high} {
			th.Choose(c.setting, contrast)
			if got := th.Color(theme.ColorNameBackground, c.system); got != want {
				t.Errorf("%q over %d, high contrast %v: got %v", c.setting, c.system, contrast, got)
			}
		}
	}
}

func TestTheFaces(t *testing.T) {
	th := New("", false)
	seen := map[string]bool{}
	for _, style := range []fyne.TextStyle{{}, {Bold: true}, {Italic: true}, {Bold: true, Italic: true}, {Monospace: true}, {Symbol: true}} {
		face := th.Font(style)
		if face == nil || len(face.Content()) == 0 || seen[face.Name()] {
			t.Errorf("%+v has no face of its own: %v", style, face)
			continue
		}
		seen[face.Name()] = true
	}
}

// TestTheFacesHaveEveryLetter: a sign that the faces lack is drawn with another one, and
// the space behind it as a box.
func TestTheFacesHaveEveryLetter(t *testing.T) {
	th := New("light", false)
	for _, style := range []fyne.TextStyle{{}, {Bold: true}} {
		face, err := sfnt.Parse(th.Font(style).Content())
		if err != nil {
			t.Fatal(err)
		}
		for _, language := range []string{"en", "ru"} {
			sentences, err := os.ReadFile("../../../assets/translations/window." + language + ".toml")
			if err != nil {
				t.Fatal(err)
			}
			missing := map[rune]bool{}
			for _, letter := range string(sentences) {
				if n, err := face.GlyphIndex(nil, letter); (n == 0 || err != nil) && letter > ' ' && letter != utf8.RuneError {
					missing[letter] = true
				}
			}
			for letter := range missing {
				t.Errorf("%s: %v has no %q", language, style, letter)
			}
		}
	}
}
