// Package picture makes a photograph ready to leave: upright, no larger than it
// need be, in the colours of a screen, and without what a camera or an editor hid in
// its file.
package picture

import "fmt"

// The longest sides of pictures, in pixels: 300 to the inch on a page, and enough
// for a screen and a mail.
const (
	Print  = 2000
	Screen = 1280
)

// maxMemory is how much a picture may take while it is read, in bytes: a small file
// can claim any number of pixels.
const maxMemory = 600_000_000

// maxSide is the longest side that is read, in pixels: no JPEG can have a longer one.
const maxSide = 1<<16 - 1

// quality is that of a JPEG written anew, of 100.
const quality = 90

// Picture is a photograph as every form can take it.
type Picture struct {
	Data          []byte
	Type          string // image/jpeg or image/png
	Width, Height int    // pixels
}

// Ending returns how the name of the picture's file ends.
func (p Picture) Ending() string {
	if p.Type == "image/png" {
		return ".png"
	}
	return ".jpg"
}

// Set holds the pictures of some releases, by the hashes of their files.
type Set map[string]Picture

// Error says that a file is no picture, or one too large to open.
type Error struct{ Cause error }

func (e *Error) Error() string { return fmt.Sprintf("picture: %v", e.Cause) }

func (e *Error) Unwrap() error { return e.Cause }

// Fact names the error for the translations.
func (e *Error) Fact() (string, map[string]any) {
	return "picture", map[string]any{"Detail": e.Cause.Error()}
}

// Endings lists how the names of the files end that Prepare reads, in small letters.
func Endings() []string { return []string{".jpg", ".jpeg", ".png"} }

// Prepare returns the picture of a JPEG or PNG file, its longest side no longer than
// longest pixels. Of a file that is upright and small enough the picture's own data
// stay as they are; any other is written anew. The same file gives the same bytes.
// Every error is an *Error.
func Prepare(file []byte, longest int) (Picture, error) {
	s, err := Open(file)
	if err != nil {
		return Picture{}, err
	}
	return s.Prepare(longest)
}
