// Package look is how the window looks: its colours, which all come from one palette
// for light and one for dark, and one of high contrast for each; its faces and its measures.
package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Palette is the colours by what they are for.
type Palette struct {
	Ground, Paper color.NRGBA // behind the side panes; behind what is written
	Over          color.NRGBA // behind menus and dialogs
	Ink, Soft     color.NRGBA // text; second text and hints
	Edge, Line    color.NRGBA // borders of controls; parting lines, which only decorate
	Accent        color.NRGBA // links, what has the keyboard, the one filled button
	OnAccent      color.NRGBA // words on it
	Chosen        color.NRGBA // the row that is chosen, the words that are
	Hit, Current  color.NRGBA // behind what a search has found; behind the one it is at
	Blocks        color.NRGBA // what keeps a release from being issued
	LookAt        color.NRGBA // what a person should look at
	Good          color.NRGBA // what is issued, or well
	Shade         color.NRGBA // shadows, and what is behind a dialog
	Focus         uint8       // how much of the accent lies on what has the keyboard, of 255
}

func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xff} //nolint:gosec // the three bytes of it
}

// Light is the palette of dark words on light paper.
func Light() Palette {
	return Palette{
		Ground: rgb(0xF4F5F7), Paper: rgb(0xFFFFFF), Over: rgb(0xFFFFFF), Ink: rgb(0x1B1D21), Soft: rgb(0x59616D), Edge: rgb(0x868D98), Line: rgb(0xDADDE2),
		Accent: rgb(0x1F4E79), OnAccent: rgb(0xFFFFFF), Chosen: rgb(0xDCE7F3), Hit: rgb(0xFFF3C4), Current: rgb(0xFFD98A), Blocks: rgb(0xB3261E), LookAt: rgb(0x8A5A00), Good: rgb(0x1F6B3A),
		Shade: color.NRGBA{A: 0x33}, Focus: 0x25,
	}
}

// Dark is the palette of light words on dark paper.
func Dark() Palette {
	return Palette{
		Ground: rgb(0x141518), Paper: rgb(0x1C1E22), Over: rgb(0x1C1E22), Ink: rgb(0xE8EAED), Soft: rgb(0xA3ABB7), Edge: rgb(0x747C89), Line: rgb(0x2B2E34),
		Accent: rgb(0x8AB4E8), OnAccent: rgb(0x10151C), Chosen: rgb(0x26374B), Hit: rgb(0x453C1C), Current: rgb(0x6B5A1E), Blocks: rgb(0xF2A8A2), LookAt: rgb(0xE3BE74), Good: rgb(0x7FCB98),
		Shade: color.NRGBA{A: 0x66}, Focus: 0x30,
	}
}

// HighLight is the palette of high contrast on light: 7:1 wherever words stand, and black
// borders.
func HighLight() Palette {
	return Palette{
		Ground: rgb(0xFFFFFF), Paper: rgb(0xFFFFFF), Over: rgb(0xFFFFFF), Ink: rgb(0x000000), Soft: rgb(0x2B2B2B), Edge: rgb(0x000000), Line: rgb(0x595959),
		Accent: rgb(0x0A2A6B), OnAccent: rgb(0xFFFFFF), Chosen: rgb(0xA6C8FF), Hit: rgb(0xFFE94D), Current: rgb(0xFFB84D), Blocks: rgb(0x6E0000), LookAt: rgb(0x452D00), Good: rgb(0x003D14),
		Shade: color.NRGBA{A: 0x99}, Focus: 0x40,
	}
}

// HighDark is the palette of high contrast on black. What lies over it is lighter: on black
// no shadow parts them.
func HighDark() Palette {
	return Palette{
		Ground: rgb(0x000000), Paper: rgb(0x000000), Over: rgb(0x262626), Ink: rgb(0xFFFFFF), Soft: rgb(0xE6E6E6), Edge: rgb(0xFFFFFF), Line: rgb(0x999999),
		Accent: rgb(0x9CD0FF), OnAccent: rgb(0x000000), Chosen: rgb(0x10386F), Hit: rgb(0x4D4000), Current: rgb(0x7A4A00), Blocks: rgb(0xFFB8B8), LookAt: rgb(0xFFE066), Good: rgb(0x7CFF9B),
		Shade: color.NRGBA{A: 0x99}, Focus: 0x1C,
	}
}

// The names of colours that Fyne has none for.
const (
	Paper  fyne.ThemeColorName = "communique-paper"
	Soft   fyne.ThemeColorName = "communique-soft"
	Line   fyne.ThemeColorName = "communique-line"
	Chosen fyne.ThemeColorName = "communique-chosen"
	// Hit is behind what a search has found, CurrentHit behind the one it is at.
	Hit        fyne.ThemeColorName = "communique-hit"
	CurrentHit fyne.ThemeColorName = "communique-current-hit"
)

// faint is a colour through which the one below is seen.
func faint(c color.NRGBA, alpha uint8) color.NRGBA {
	c.A = alpha
	return c
}

// named gives a colour by a name of Fyne's or of the look's own; false where the
// palette has nothing to say.
func (p Palette) named(name fyne.ThemeColorName) (color.NRGBA, bool) {
	c, ok := map[fyne.ThemeColorName]color.NRGBA{
		Paper: p.Paper, Soft: p.Soft, Line: p.Line, Chosen: p.Chosen, Hit: p.Hit, CurrentHit: p.Current,

		theme.ColorNameBackground:          p.Ground,
		theme.ColorNameHeaderBackground:    p.Ground,
		theme.ColorNameMenuBackground:      p.Over,
		theme.ColorNameOverlayBackground:   p.Over,
		theme.ColorNameInputBackground:     p.Paper,
		theme.ColorNameButton:              p.Paper,
		theme.ColorNameDisabledButton:      p.Ground,
		theme.ColorNameForeground:          p.Ink,
		theme.ColorNamePlaceHolder:         p.Soft,
		theme.ColorNameDisabled:            p.Soft,
		theme.ColorNameInputBorder:         p.Edge,
		theme.ColorNameScrollBar:           faint(p.Edge, 0xB0),
		theme.ColorNameSeparator:           p.Line,
		theme.ColorNamePrimary:             p.Accent,
		theme.ColorNameHyperlink:           p.Accent,
		theme.ColorNameForegroundOnPrimary: p.OnAccent,
		theme.ColorNameFocus:               faint(p.Accent, p.Focus),
		theme.ColorNameHover:               faint(p.Ink, 0x0F),
		theme.ColorNamePressed:             faint(p.Ink, 0x1E),
		theme.ColorNameSelection:           p.Chosen,
		theme.ColorNameError:               p.Blocks,
		theme.ColorNameForegroundOnError:   p.OnAccent,
		theme.ColorNameWarning:             p.LookAt,
		theme.ColorNameForegroundOnWarning: p.OnAccent,
		theme.ColorNameSuccess:             p.Good,
		theme.ColorNameForegroundOnSuccess: p.OnAccent,
		theme.ColorNameShadow:              p.Shade,
	}[name]
	return c, ok
}
