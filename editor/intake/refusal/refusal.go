// Package refusal says why an input is not read, and how large one may be.
package refusal

import (
	"fmt"

	"communique/editor/intake/layout"
)

// MaxBytes is the longest text that is read: a hundred times a long transcript.
// MaxDocument is the largest file, for some hold pictures; MaxLines is how many lines a text has at most.
const (
	MaxBytes    = 16 << 20
	MaxLines    = layout.MaxParagraphs
	MaxDocument = 64 << 20
)

// Error says why an input is not read.
type Error struct {
	// Reason is "empty", "too-large", "nul", "no-text", "document" for a damaged one, or
	// the format that is not read: "doc", "pdf", "pdf-letters" for one whose letters have codes that Name tells, "picture", "pictures" for a document of nothing else, "password", "packed" for files in
	// an archive that are none of a text, "msg", "tnef", "apple" for what Outlook, Exchange and Pages keep, or "other", which Name tells; of a table that was to be read, "xls" and "no-table".
	Reason string
	Offset int    // bytes from the start, where the reason has a place
	Name   string // of the format
	Err    error  // why a document could not be converted; nil where nobody tried
}

func (e *Error) Error() string { return fmt.Sprintf("intake: %s at byte %d", e.Reason, e.Offset) }

// Unwrap returns why a document could not be converted.
func (e *Error) Unwrap() error { return e.Err }

// Fact names the error for the translations.
func (e *Error) Fact() (string, map[string]any) {
	return "intake-" + e.Reason, map[string]any{"Offset": e.Offset, "Name": e.Name}
}

// Fits refuses a document of more paragraphs than any text has, in whatever form it came.
func Fits(d layout.Document) error {
	if len(d.Paragraphs) > layout.MaxParagraphs {
		return &Error{Reason: "too-large", Offset: MaxDocument}
	}
	return nil
}
