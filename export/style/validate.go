package style

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
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
	Key   string
	Value any
	Known string // what the value can be
}

func (e *ValueError) Error() string {
	return fmt.Sprintf("%s = %v: want %s", e.Key, e.Value, e.Known)
}

// Fact names the error for the translations.
func (e *ValueError) Fact() (string, map[string]any) {
	return "style-value", map[string]any{"Key": e.Key, "Value": fmt.Sprint(e.Value), "Known": e.Known}
}

// FileError names a font or logo of a style that cannot be used.
type FileError struct {
	Path  string
	Cause error
}

func (e *FileError) Error() string { return fmt.Sprintf("%s: %v", e.Path, e.Cause) }

func (e *FileError) Unwrap() error { return e.Cause }

// Fact names the error for the translations.
func (e *FileError) Fact() (string, map[string]any) {
	switch missing := errors.Is(e.Cause, fs.ErrNotExist); {
	case !fs.ValidPath(e.Path):
		return "style-file-outside", map[string]any{"Path": e.Path}
	case missing && path.Ext(e.Path) == "":
		return "style-face", map[string]any{"Face": e.Path, "Known": strings.Join(slices.Sorted(maps.Keys(families)), ", ")}
	case missing:
		return "style-file-missing", map[string]any{"Path": e.Path}
	}
	return "style-file", map[string]any{"Path": e.Path, "Detail": e.Cause.Error()}
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
			return &ValueError{word.key, word.value, strings.Join(word.known, ", ")}
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
	if width-s.Page.Left-s.Page.Right < leastWidth {
		return &ValueError{"page.left", s.Page.Left, fmt.Sprintf("%d mm of text", leastWidth)}
	}
	if height-s.Page.Top-s.Page.Bottom < leastHeight {
		return &ValueError{"page.top", s.Page.Top, fmt.Sprintf("%d mm of text", leastHeight)}
	}
	if most := 300; len(s.QR.Content) > most {
		return &ValueError{"qr.content", len(s.QR.Content), fmt.Sprintf("0–%d", most)}
	}
	if len(s.Letterhead.Names) > 2 {
		return &ValueError{"letterhead.names", len(s.Letterhead.Names), "1, 2"}
	}
	return nil
}

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
	return &ValueError{n.key, n.value, known}
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
			return &ValueError{key + "." + word.key, word.value, strings.Trim(strings.Join(word.known, ", "), ", ")}
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
