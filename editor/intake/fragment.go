package intake

import (
	"slices"
	"strings"

	"communique/editor/intake/encoding"
	"communique/editor/intake/html"
	"communique/editor/intake/layout"
	"communique/editor/intake/repair"
	"communique/editor/regexp"
	"communique/editor/release"
)

// Fragment is what was copied elsewhere, as blocks: without fonts, colours, hidden text
// and comments.
type Fragment struct {
	Blocks   []release.Block
	Pictures map[string][]byte // as in Found
	Repairs  []release.Repair  // what was not taken as it stood
}

// Unseen counts what nobody was to see, and was left out: comments, tracked changes and hidden texts.
func (f Fragment) Unseen() int { return f.lost(layout.Comments, layout.Deletions, layout.Hidden) }

// Struck counts what was struck through, and is taken without the stroke.
func (f Fragment) Struck() int { return f.lost(layout.Struck) }

// Text is the words of all blocks, a line each.
func (f Fragment) Text() string {
	var lines []string
	for _, b := range f.Blocks {
		lines = append(lines, b.Text)
	}
	return strings.Join(lines, "\n")
}

// LostPictures counts the pictures whose files are not in what was copied.
func (f Fragment) LostPictures() int { return f.lost(layout.Pictures) }

// LostObjects counts what is no text and no picture: charts, formulas, files within a document.
func (f Fragment) LostObjects() int { return f.lost(layout.Objects) }

func (f Fragment) lost(of ...layout.Loss) int {
	count := 0
	for _, r := range f.Repairs {
		if slices.ContainsFunc(of, func(l layout.Loss) bool { return r.Code == repair.Lost+string(l) }) {
			count += r.Count
		}
	}
	return count
}

// clipboardHead stands before the page in Windows' clipboard.
var clipboardHead = regexp.MustCompile(`^Version:[\d.]+\n(?:[A-Za-z]+:[^\n<]*\n)*`)

// ReadFragment reads the HTML of a clipboard, from a word processor, a browser or a mail
// program, in UTF-8 or UTF-16. What is copied is no release yet: a bold line stays a
// paragraph, and nothing becomes a field. Words of one paragraph come as one block. file
// returns the picture at an address that is not in the page, and nil where nobody has it. Its
// error is an *Error.
func ReadFragment(data []byte, file func(address string) []byte) (Fragment, error) {
	if len(data) > MaxBytes {
		return Fragment{}, &Error{Reason: "too-large", Offset: MaxBytes}
	}
	door := encoding.Decoder{Tabs: tabbed}
	text, _, err := door.Text(data)
	if err != nil {
		return Fragment{}, err
	}
	d, err := html.Read(html.Params{Text: clipboardHead.ReplaceAllString(text, ""), File: file, Fragment: true})
	if err != nil {
		return Fragment{}, documentError(err)
	}
	return Fragment{
		Pictures: take(&d), Blocks: release.Numbered(blocksOf(fold(d.Paragraphs))), Repairs: append(door.Told(), repair.All(d)...),
	}, nil
}
