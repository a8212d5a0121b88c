package style

import (
	"errors"
	"fmt"
	"image/color"
	"maps"
	"math"
	"slices"
)

// Check tells what readers would miss of releases in the style, all of it: a logo that cannot
// be drawn or not whole, letters that hardly stand out. Pages can be set all the same. Its
// errors are *FileError and *ContrastError.
func (s *Style) Check() error {
	found := []error{s.checkLogo()}
	for _, e := range s.pale() {
		found = append(found, e)
	}
	return errors.Join(found...)
}

// ContrastError names a colour of letters on white, or of the ground of white ones, that is
// too light to be read by all.
type ContrastError struct {
	Key          string // "colours.muted"
	Value        string // "#rrggbb"
	Ratio, Least float64
}

func (e *ContrastError) Error() string {
	return fmt.Sprintf("%s = %s: contrast of %g, at least %g", e.Key, e.Value, e.Ratio, e.Least)
}

// Fact names the error for the translations.
func (e *ContrastError) Fact() (string, map[string]any) {
	return "style-contrast", map[string]any{"Key": e.Key, "Value": e.Value, "Ratio": e.Ratio, "Least": e.Least}
}

// The least contrast of letters, and of large ones: from 18 points on, bold ones from 14
// (Web Content Accessibility Guidelines 2.2, 1.4.3).
const (
	leastContrast = 4.5
	leastOfLarge  = 3
	large         = 18
	largeBold     = 14
)

// pale returns the colours whose letters hardly stand out, by their keys.
func (s *Style) pale() []*ContrastError {
	inks := map[string]Ink{"colours.text": s.Colours.Text, "colours.muted": s.Colours.Muted, "colours.accent": s.Colours.Accent, "colours.link": s.Colours.Link}
	least := map[string]float64{"colours.text": leastContrast, "colours.muted": leastContrast, "colours.link": leastContrast}
	for _, part := range s.Parts.all() {
		if key := "colours." + part.Colour; part.Colour != "" {
			least[key] = max(least[key], leastFor(part.Size*s.Text.Size, place(part.Font)&bold > 0))
		}
	}
	if s.Embargo.Show {
		inks["embargo.colour"], least["embargo.colour"] = s.Embargo.Colour, leastFor(s.Embargo.Size, true)
	}
	if s.Draft.Show {
		inks["draft.colour"], least["draft.colour"] = s.Draft.Colour, leastFor(s.Draft.Size, true)
	}
	var found []*ContrastError
	for _, key := range slices.Sorted(maps.Keys(least)) {
		ink := inks[key]
		if ratio := contrastWithWhite(ink.NRGBA); ratio < least[key] {
			found = append(found, &ContrastError{key, fmt.Sprintf("#%02x%02x%02x", ink.R, ink.G, ink.B), math.Floor(10*ratio) / 10, least[key]})
		}
	}
	return found
}

func leastFor(points float64, isBold bool) float64 {
	if points >= large || isBold && points >= largeBold {
		return leastOfLarge
	}
	return leastContrast
}

// contrastWithWhite is the ratio of luminances, from 1 to 21.
func contrastWithWhite(c color.NRGBA) float64 {
	return 1.05 / (0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B) + 0.05)
}

// linear is the light of a channel of sRGB, from 0 to 1.
func linear(channel uint8) float64 {
	v := float64(channel) / 255
	if v <= 0.04045 {
		return v / 12.92
	}
	return math.Pow((v+0.055)/1.055, 2.4)
}
