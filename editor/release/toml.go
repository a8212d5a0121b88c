package release

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/google/uuid"

	"communique/editor/tomltext"
)

// Format is the version of the TOML form this program writes. A file with a
// higher one comes from a newer program and is refused; firstFormat, which knew
// neither blocks with IDs nor marks, tables and pictures, is read.
const (
	Format      = 2
	firstFormat = 1
)

// Extension is the file name ending of a release's TOML form.
const Extension = ".release.toml"

type file struct {
	Format int `toml:"format"`
	Release
}

// ValueError names a field whose value is not one of those it may have.
type ValueError struct{ Field, Value string }

func (e *ValueError) Error() string { return fmt.Sprintf("%s: bad value %q", e.Field, e.Value) }

// Fact names the error for the translations.
func (e *ValueError) Fact() (string, map[string]any) {
	return "release-value", map[string]any{"Field": e.Field, "Value": e.Value, "Fits": e.fits()}
}

// fits lists what the field can be, where that can be listed.
func (e *ValueError) fits() string {
	switch e.Field {
	case "kind":
		return valuesOf(Kinds())
	case "status":
		return valuesOf(Statuses())
	case "blocks.kind":
		return valuesOf(BlockKinds())
	case "contacts.phones.kind":
		return valuesOf(PhoneKinds())
	}
	return ""
}

func valuesOf[T ~string](values []T) string {
	var all []string
	for _, v := range values {
		all = append(all, string(v))
	}
	return strings.Join(all, ", ")
}

// FormatError says that a file is of a format this program does not read.
type FormatError struct{ Format int }

func (e *FormatError) Error() string {
	return fmt.Sprintf("release format %d, this program reads %d", e.Format, Format)
}

// Fact names the error for the translations.
func (e *FormatError) Fact() (string, map[string]any) {
	if e.Format < firstFormat {
		return "release-format-none", nil // nothing newer: it says of no format, or of one there never was
	}
	return "release-format", map[string]any{"Format": e.Format, "Known": Format}
}

// LayoutError says that a file holds a release, but not as Encode lays one
// out: writing it again would change Line from Got to Want, or lose a comment.
type LayoutError struct {
	Line      int // from 1
	Got, Want string
}

func (e *LayoutError) Error() string {
	return fmt.Sprintf("line %d: %q would be written as %q", e.Line, e.Got, e.Want)
}

// Fact names the error for the translations.
func (e *LayoutError) Fact() (string, map[string]any) {
	return "release-layout", map[string]any{"Line": e.Line, "Got": e.Got, "Want": e.Want}
}

// Encode returns the release's TOML form: UTF-8, line feeds, keys in the order
// of Release's fields. A block that has no ID yet gets the next one.
func (r Release) Encode() ([]byte, error) {
	if slices.ContainsFunc(r.Blocks, func(b Block) bool { return b.ID == 0 }) {
		r.Blocks = Numbered(slices.Clone(r.Blocks))
	}
	return tomltext.Encode(file{Format: Format, Release: r})
}

// Parse reads what Encode wrote: either Encode gives the same bytes again, or
// Parse fails. What a program of firstFormat wrote is held to its own layout. Use it
// for files the program keeps and writes back; its errors are Decode's and
// *LayoutError.
func Parse(data []byte) (Release, error) {
	f, err := decode(data, tomltext.DecodeOwn)
	if err != nil {
		return Release{}, err
	}
	r := f.upToDate()
	if err := r.Validate(); err != nil {
		return Release{}, err
	}
	again, err := tomltext.Encode(f)
	if err != nil {
		return Release{}, err
	}
	if !bytes.Equal(again, data) {
		return Release{}, layoutError(string(data), string(again))
	}
	return r, nil
}

// Decode reads a release's TOML form however a person laid it out (comments,
// order, quoting), for programs that read a file and leave it as it is. What a
// person need not know is filled in: a kind and a status that are not named are
// New's, and a block without an ID gets the next one. Its errors are those of
// tomltext.Decode, *FormatError and *ValueError.
func Decode(data []byte) (Release, error) { return filledIn(decode(data, tomltext.Decode)) }

// DecodeOwn is Decode of what the program itself has written, however much that is.
func DecodeOwn(data []byte) (Release, error) { return filledIn(decode(data, tomltext.DecodeOwn)) }

func filledIn(f file, err error) (Release, error) {
	if err != nil {
		return Release{}, err
	}
	r, usual := f.Clone(), New(f.Language)
	r.Kind, r.Status = cmp.Or(r.Kind, usual.Kind), cmp.Or(r.Status, usual.Status)
	r.Blocks = Numbered(r.Blocks)
	if err := r.Validate(); err != nil {
		return Release{}, err
	}
	return r, nil
}

func decode(data []byte, into func(data []byte, v any) error) (file, error) {
	var f file
	if err := into(data, &f); err != nil {
		return file{}, err
	}
	if f.Format < firstFormat || f.Format > Format {
		return file{}, &FormatError{f.Format}
	}
	return f, nil
}

// upToDate is the release as this program keeps it: blocks of firstFormat get IDs.
func (f file) upToDate() Release {
	r := f.Clone()
	if f.Format == firstFormat {
		r.Blocks = Numbered(r.Blocks)
	}
	return r
}

// Validate checks the values that are chosen from a list. It does not judge
// the text: that is editor/proof's work. Its error is a *ValueError.
func (r Release) Validate() error {
	if r.Language == "" {
		return &ValueError{"language", ""}
	}
	if r.UUID != "" && uuid.Validate(r.UUID) != nil {
		return &ValueError{"uuid", r.UUID}
	}
	if !slices.Contains(Kinds(), r.Kind) {
		return &ValueError{"kind", string(r.Kind)}
	}
	if !slices.Contains(Statuses(), r.Status) {
		return &ValueError{"status", string(r.Status)}
	}
	for _, u := range r.Unread {
		if u.Field != DateField && u.Field != EmbargoField {
			return &ValueError{"unread.field", string(u.Field)}
		}
	}
	if err := r.checkBlocks(); err != nil {
		return err
	}
	for _, c := range r.Contacts {
		for _, p := range c.Phones {
			if !slices.Contains(PhoneKinds(), p.Kind) {
				return &ValueError{"contacts.phones.kind", string(p.Kind)}
			}
		}
	}
	return nil
}

// checkBlocks checks the marks of all texts, and each block by its kind.
func (r Release) checkBlocks() error {
	if err := checkMarks("lead_marks", r.Lead, r.LeadMarks); err != nil {
		return err
	}
	if err := checkMarks("boilerplate_marks", r.Boilerplate, r.BoilerplateMarks); err != nil {
		return err
	}
	given := map[BlockID]bool{}
	for _, b := range r.Blocks {
		if err := b.check(); err != nil {
			return err
		}
		if given[b.ID] {
			return &ValueError{"blocks.id", strconv.Itoa(int(b.ID))}
		}
		given[b.ID] = true
	}
	return nil
}

func layoutError(got, want string) *LayoutError {
	gotLines, wantLines := strings.Split(got, "\n"), strings.Split(want, "\n")
	line := func(lines []string, i int) string {
		if i < len(lines) {
			return lines[i]
		}
		return ""
	}
	i := 0
	for i < len(gotLines) && i < len(wantLines) && gotLines[i] == wantLines[i] {
		i++
	}
	return &LayoutError{Line: i + 1, Got: line(gotLines, i), Want: line(wantLines, i)}
}
