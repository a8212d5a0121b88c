// Package clipboard offers a text to other programs in two forms at once, plain and as
// HTML, and takes what they offer: a website's editor then keeps paragraphs and
// quotations, and what comes from one keeps them too.
package clipboard

import (
	"errors"
	"net/url"
	"strings"
)

// ErrUnsupported says that this system's clipboard cannot be given two forms, or that
// only plain text can be had of it, which the window's own clipboard gives.
var ErrUnsupported = errors.New("the clipboard takes one form only")

// ErrTooLarge says that more lies on the clipboard than is taken, ErrHeld that another program
// holds it and does not let go: nothing was put there, or read.
var (
	ErrTooLarge error = tooLargeError{}
	ErrHeld     error = heldError{}
)

type (
	tooLargeError struct{}
	heldError     struct{}
)

func (tooLargeError) Error() string { return "what lies on the clipboard is too large" }
func (heldError) Error() string     { return "another program holds the clipboard" }

// Fact names the error for the translations.
func (tooLargeError) Fact() (string, map[string]any) { return "clipboard-too-large", nil }

// Fact names the error for the translations.
func (heldError) Fact() (string, map[string]any) { return "clipboard-held", nil }

// Contents is what lies on the clipboard, each form "" or nil where nobody offers it.
type Contents struct {
	Text    string
	HTML    string   // UTF-8; a whole page, or a piece of one
	Files   []string // paths of what was copied in a file manager, where there is neither HTML nor Picture
	Picture []byte   // PNG or JPEG; beside HTML only where that shows one, whose file may lie elsewhere
}

// showsPicture reports whether a page shows one, and may be nothing but its address: a browser's copy of a picture.
func showsPicture(html string) bool { return strings.Contains(strings.ToLower(html), "<img") }

// filesIn are the paths of a list of addresses (RFC 2483, section 5): those of this computer's files.
func filesIn(list string) []string {
	var paths []string
	for line := range strings.Lines(list) {
		if u, err := url.Parse(strings.TrimSpace(line)); err == nil && u.Scheme == "file" && u.Path != "" {
			paths = append(paths, u.Path)
		}
	}
	return paths
}

// mostBytes is the longest form that is taken: a page with several photographs.
const mostBytes = 64 << 20
