// Package pasting takes what other programs have put on the clipboard and understands it:
// words, formatted text as blocks, a picture, or a whole release.
package pasting

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"communique/app/clipboard"
	"communique/app/window/screen"
	"communique/assets/translations"
	"communique/editor/editing"
	"communique/editor/intake"
	"communique/editor/release"
	"communique/export/picture"
)

// patience is how long the program that has the clipboard may take to answer.
const patience = 3 * time.Second

// Params are what pasting needs.
type Params struct {
	screen.Base
	// Read takes what lies on the clipboard; it is called away from the UI goroutine.
	Read func(ctx context.Context) (clipboard.Contents, error)
	// Plain is what the window system's own clipboard holds: words alone.
	Plain func() string
	// AddPicture keeps a picture in the library.
	AddPicture func(ctx context.Context, file []byte) (hash string, err error)
	// PutPictures puts the photographs of files there.
	PutPictures func(paths []string)
	// Own is what this program has copied last of a text. Where the clipboard has its
	// words still, it goes over whole.
	Own editing.Fragment
}

// Place is where something is to be put. It goes along with the text, and Put is false
// where it is gone.
type Place interface {
	Put(do func(*editing.Editor)) bool
}

// content is what lay on the clipboard.
type content struct {
	piece   editing.Fragment // of formatted text, or of this program's own
	text    string
	files   []string // copied in a file manager
	whole   *release.Release
	omitted int   // comments, tracked changes and hidden texts
	struck  int   // words that stand without their stroke
	lost    int   // pictures that cannot be had
	objects int   // what is neither text nor picture
	unread  error // why formatted text came as its words alone
}

// Paste puts what lies on the clipboard at a place, its words alone where plain is on. It
// comes when the program that has it answers, which may be later. Where whole is not nil,
// a release that lies there as a whole goes to it instead.
func (p Params) Paste(place Place, plain bool, whole func(release.Release) bool) {
	p.Go(func() {
		ctx, cancel := context.WithTimeout(context.Background(), patience)
		defer cancel()
		read, err := p.Read(ctx)
		var c content
		if err == nil {
			c, err = p.understand(context.Background(), read, plain, whole != nil)
		}
		p.Do(func() {
			switch {
			case errors.Is(err, clipboard.ErrUnsupported):
				p.put(place, p.ofWords(p.Plain(), plain), whole)
			case err != nil:
				p.Fail(err)
			default:
				p.put(place, c, whole)
			}
		})
	})
}

// Words hands over the words on the clipboard when the program that has it answers, or "" where it does not, which is
// told. To wait for it on the UI goroutine, as the window system's own clipboard does, would stop the window as long as that program stands still.
func (p Params) Words(take func(words string)) {
	p.Go(func() {
		ctx, cancel := context.WithTimeout(context.Background(), patience)
		defer cancel()
		read, err := p.Read(ctx)
		p.Do(func() {
			if errors.Is(err, clipboard.ErrUnsupported) {
				read.Text, err = p.Plain(), nil
			}
			take(read.Text)
			if err != nil {
				p.Fail(err)
			}
		})
	})
}

// ofWords is what words on the clipboard stand for: a piece of this program's own, or
// themselves.
func (p Params) ofWords(words string, plain bool) content {
	if !plain && !p.Own.Empty() && words == p.Own.Text() {
		return content{piece: p.Own}
	}
	return content{text: words}
}

// understand reads what lay on the clipboard, and keeps its pictures in the library.
func (p Params) understand(ctx context.Context, read clipboard.Contents, plain, whole bool) (content, error) {
	c := p.ofWords(read.Text, plain)
	if !c.piece.Empty() {
		return c, nil
	}
	if !plain && len(read.Files) > 0 {
		return content{files: read.Files}, nil
	}
	if whole {
		if r, lost, ok := p.release(ctx, read, plain); ok {
			c.whole, c.lost = &r, lost
			return c, nil
		}
	}
	switch {
	case plain:
	case read.HTML != "":
		found, err := intake.ReadFragment([]byte(read.HTML), new(beside).file)
		if err != nil {
			c.unread = err // its words are there all the same
			return c, nil
		}
		if len(found.Blocks) == 0 && read.Picture != nil {
			return p.picture(ctx, read.Picture) // a browser's page with nothing but where its picture lies
		}
		c.omitted, c.objects, c.struck = found.Unseen(), found.LostObjects(), found.Struck()
		var blocks []release.Block
		blocks, c.lost = p.keepPictures(ctx, found.Blocks, found.Pictures)
		c.lost += found.LostPictures()
		c.piece = editing.FormattedFragment(blocks)
	case read.Picture != nil:
		return p.picture(ctx, read.Picture)
	}
	return c, nil
}

// picture keeps a picture in the library.
func (p Params) picture(ctx context.Context, file []byte) (content, error) {
	hash, err := p.AddPicture(ctx, file)
	if err != nil {
		return content{}, err
	}
	return content{piece: editing.NewFragment([]release.Block{{Kind: release.Picture, Picture: hash}}, false, false)}, nil
}

// A text is read as a release that has so many line feeds, or, for one whose lines were run
// together, so many bytes.
const (
	leastLines = 2
	leastFlat  = 300
)

// release reads a whole release; false where there is none, or more than one.
func (p Params) release(ctx context.Context, read clipboard.Contents, plain bool) (r release.Release, lost int, ok bool) {
	if words := wordsOf(read); strings.Count(words, "\n") < leastLines && len(words) < leastFlat {
		return r, 0, false
	}
	source := read.HTML
	if plain || source == "" {
		source = read.Text
	}
	found, err := intake.Read(intake.Source{Data: []byte(source)})
	if err != nil || len(found.Releases) != 1 || found.Releases[0].Headline == "" {
		return r, 0, false
	}
	r = found.Releases[0]
	r.Blocks, lost = p.keepPictures(ctx, r.Blocks, found.Pictures)
	return r, lost, true
}

// wordsOf are the words that were copied: some programs offer them as a page alone.
func wordsOf(read clipboard.Contents) string {
	if words := strings.TrimSpace(read.Text); words != "" || read.HTML == "" {
		return words
	}
	found, err := intake.ReadFragment([]byte(read.HTML), nil)
	if err != nil {
		return ""
	}
	return strings.TrimSpace(found.Text())
}

// keepPictures adds the pictures that blocks show to the library. Of a block whose picture
// cannot be had the words stay; lost counts them.
func (p Params) keepPictures(ctx context.Context, blocks []release.Block, files map[string][]byte) (kept []release.Block, lost int) {
	for _, b := range blocks {
		if b.Kind == release.Picture {
			hash, err := p.AddPicture(ctx, files[b.Picture])
			if err != nil {
				lost++
				b = release.Block{Kind: release.Paragraph, Text: b.Text, Marks: b.Marks}
			}
			b.Picture = hash
		}
		if b.Kind != release.Paragraph || b.Text != "" {
			kept = append(kept, b)
		}
	}
	return kept, lost
}

// put puts it there, and tells what could not come along.
func (p Params) put(place Place, c content, whole func(release.Release) bool) {
	switch {
	case len(c.files) > 0:
		p.putFiles(c.files)
		return
	case c.whole != nil && whole(*c.whole):
		p.Tell(translations.Text("pasted-release"), false)
	case !place.Put(func(e *editing.Editor) {
		if c.piece.Empty() {
			e.PasteText(c.text)
		} else {
			e.Paste(c.piece)
		}
	}):
		p.Tell(translations.Text("paste-late"), true)
		return
	}
	var left []translations.Sentence
	if c.unread != nil {
		left = append(left, translations.Error(c.unread), translations.Text("paste-words-alone"))
	}
	if c.lost > 0 {
		left = append(left, translations.Plural("paste-pictures-lost", c.lost))
	}
	if c.objects > 0 {
		left = append(left, translations.Plural("paste-objects-lost", c.objects))
	}
	if c.struck > 0 {
		left = append(left, translations.Plural("paste-struck", c.struck))
	}
	amiss := len(left) > 0
	if c.omitted > 0 {
		left = append(left, translations.Plural("paste-left-out", c.omitted))
	}
	if len(left) > 0 {
		p.Tell(translations.Join(left, " "), amiss)
	}
}

// putFiles puts photographs there; of other files it tells where they can be read.
func (p Params) putFiles(paths []string) {
	for _, path := range paths {
		if !slices.Contains(picture.Endings(), strings.ToLower(filepath.Ext(path))) {
			p.Tell(translations.Text("paste-files"), true)
			return
		}
	}
	p.PutPictures(paths)
}
