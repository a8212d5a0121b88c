package intake

import (
	"communique/editor/intake/html"
	"communique/editor/regexp"
	"communique/editor/release"
)

// Fragment is what was copied elsewhere, as blocks: without fonts, colours, hidden text
// and comments.
type Fragment struct {
	Blocks   []release.Block
	Pictures map[string][]byte // as in Found
	Repairs  []release.Repair  // what was left out
}

// clipboardHead stands before the page in Windows' clipboard.
var clipboardHead = regexp.MustCompile(`^Version:[\d.]+\n(?:[A-Za-z]+:[^\n<]*\n)*`)

// ReadFragment reads the HTML of a clipboard, from a word processor, a browser or a mail
// program, in UTF-8 or UTF-16. What is copied is no release yet: a bold line stays a
// paragraph, and nothing becomes a field. Words of one paragraph come as one block. Its
// error is an *Error.
func ReadFragment(data []byte) (Fragment, error) {
	if len(data) > MaxBytes {
		return Fragment{}, &Error{Reason: "too-large", Offset: MaxBytes}
	}
	var door decoder
	text, _, err := door.text(data)
	if err != nil {
		return Fragment{}, err
	}
	d, err := html.Read(html.Params{Text: clipboardHead.ReplaceAllString(text, ""), Fragment: true})
	if err != nil {
		return Fragment{}, documentError(err)
	}
	return Fragment{
		Pictures: take(&d), Blocks: release.Numbered(blocksOf(fold(d.Paragraphs))), Repairs: append(door.told(), repairsOf(d)...),
	}, nil
}
