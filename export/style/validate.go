package style

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// UnknownError names a style that there is not.
type UnknownError struct{ Name string }

func (e *UnknownError) Error() string { return fmt.Sprintf("no style %q", e.Name) }

// Fact names the error for the translations.
func (e *UnknownError) Fact() (string, map[string]any) {
	return "style-unknown", map[string]any{"Name": e.Name}
}

// ValueError names a key of a style whose value is not one it can have.
type ValueError struct {
	Key     string
	Value   any
	Known   string // what the value can be
	Counted bool   // Value is how long it is
}

func (e *ValueError) Error() string {
	return fmt.Sprintf("%s = %v: want %s", e.Key, e.Value, e.Known)
}

// Fact names the error for the translations.
func (e *ValueError) Fact() (string, map[string]any) {
	name := "style-value"
	if e.Counted {
		name = "style-length"
	}
	return name, map[string]any{"Key": e.Key, "Value": fmt.Sprint(e.Value), "Known": e.Known}
}

// RoomError says that the margins leave too little of the sheet for text.
type RoomError struct {
	Key         string  // of a margin
	Left, Least float64 // millimetres
}

func (e *RoomError) Error() string {
	return fmt.Sprintf("%s: %g mm of text, at least %g", e.Key, e.Left, e.Least)
}

// Fact names the error for the translations.
func (e *RoomError) Fact() (string, map[string]any) {
	return "style-room", map[string]any{"Key": e.Key, "Left": e.Left, "Least": e.Least}
}

// The least that a page must leave for text, in millimetres.
const (
	leastWidth  = 60
	leastHeight = 80
)

// validate reports the first value that no page can be set by.
func (s *Style) validate() error {
	for _, word := range []struct {
		key, value string
		known      []string
	}{
		{"page.size", s.Page.Size, []string{"A4", "A5", "Letter"}},
		{"letterhead.align", s.Letterhead.Align, []string{"left", "center"}},
		{"numbers.place", s.Numbers.Place, []string{"bottom", "top", "none"}},
		{"numbers.form", s.Numbers.Form, []string{"of", "number"}},
		{"text.align", s.Text.Align, []string{"justify", "left"}},
	} {
		if !slices.Contains(word.known, word.value) {
			return &ValueError{Key: word.key, Value: word.value, Known: strings.Join(word.known, ", ")}
		}
	}
	if err := s.validateNumbers(); err != nil {
		return err
	}
	if err := s.validateTable(); err != nil {
		return err
	}
	for name, part := range s.Parts.all() {
		if err := part.validate("parts." + name); err != nil {
			return err
		}
	}
	return s.validateWords()
}

func (s *Style) validateNumbers() error {
	for _, number := range []span{
		{"page.top", s.Page.Top, 0, 100},
		{"page.right", s.Page.Right, 0, 100},
		{"page.bottom", s.Page.Bottom, 0, 100},
		{"page.left", s.Page.Left, 0, 100},
		{"text.size", s.Text.Size, 6, 24},
		{"text.leading", s.Text.Leading, 1, 3},
		{"fit.size", s.Fit.Size, 0.6, 1},
		{"fit.leading", s.Fit.Leading, 0.7, 1},
		{"fit.spacing", s.Fit.Spacing, 0.1, 1},
		{"letterhead.logo_height", s.Letterhead.LogoHeight, 5, 60},
		{"letterhead.size", s.Letterhead.Size, 6, 36},
		{"letterhead.small_size", s.Letterhead.SmallSize, 5, 24},
		{"numbers.size", s.Numbers.Size, 5, 24},
		{"numbers.from", float64(s.Numbers.From), 1, 99},
		{"footer.size", s.Footer.Size, 5, 24},
		{"embargo.size", s.Embargo.Size, 5, 24},
		{"draft.size", s.Draft.Size, 5, 48},
		{"qr.size", s.QR.Size, 10, 60},
	} {
		if err := number.validate(); err != nil {
			return err
		}
	}
	width, height := s.Page.Dimensions()
	if left := tenths(width - s.Page.Left - s.Page.Right); left < leastWidth {
		return &RoomError{"page.left", left, leastWidth}
	}
	if left := tenths(height - s.Page.Top - s.Page.Bottom); left < leastHeight {
		return &RoomError{"page.top", left, leastHeight}
	}
	if most := 300; len(s.QR.Content) > most {
		return &ValueError{"qr.content", len(s.QR.Content), fmt.Sprintf("0–%d", most), true}
	}
	if n := len(s.Letterhead.Names); n > 2 {
		return &ValueError{"letterhead.names", n, "1, 2", true}
	}
	return nil
}

// tenths is a length in millimetres as it is told.
func tenths(length float64) float64 { return math.Round(10*length) / 10 }

// validateTable reports what a table and its heads, which are as wide as the text and stand
// in columns, cannot have.
func (s *Style) validateTable() error {
	table, head := s.Parts.Table, s.Parts.TableHead
	for _, number := range []span{
		{"parts.table.indent", table.Indent, 0, 0},
		{"parts.table.left", table.Left, 0, 0},
		{"parts.table_head.before", head.Before, 0, 0},
		{"parts.table_head.indent", head.Indent, 0, 0},
		{"parts.table_head.left", head.Left, 0, 0},
	} {
		if err := number.validate(); err != nil {
			return err
		}
	}
	return nil
}

// span is a number with what it can be.
type span struct {
	key             string
	value, from, to float64
}

func (n span) validate() error {
	if n.value >= n.from && n.value <= n.to { // NaN is neither
		return nil
	}
	known := fmt.Sprintf("%g–%g", n.from, n.to)
	if n.from == n.to {
		known = fmt.Sprint(n.from)
	}
	return &ValueError{Key: n.key, Value: n.value, Known: known}
}

func (p *Part) validate(key string) error {
	for _, word := range []struct {
		key, value string
		known      []string
	}{
		{"font", p.Font, fontKeys[:]},
		{"align", p.Align, []string{"", "justify", "left", "center"}},
		{"colour", p.Colour, []string{"", "text", "muted", "accent"}},
	} {
		if !slices.Contains(word.known, word.value) {
			return &ValueError{Key: key + "." + word.key, Value: word.value, Known: strings.Trim(strings.Join(word.known, ", "), ", ")}
		}
	}
	numbers := []span{
		{key + ".size", p.Size, 0.5, 4},
		{key + ".before", p.Before, 0, 6},
		{key + ".indent", p.Indent, -30, 40},
		{key + ".left", p.Left, 0, 40},
	}
	if p.Leading != 0 {
		numbers = append(numbers, span{key + ".leading", p.Leading, 1, 3})
	}
	for _, number := range numbers {
		if err := number.validate(); err != nil {
			return err
		}
	}
	return nil
}
