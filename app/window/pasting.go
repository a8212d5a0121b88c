package window

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"communique/app/clipboard"
	"communique/app/window/drafting"
	"communique/editor/draft"
	"communique/editor/editing"
	"communique/editor/intake"
	"communique/editor/release"
	"communique/export/html"
)

// clipboardPatience is how long the program that has the clipboard may take to answer.
const clipboardPatience = 3 * time.Second

// copyPiece puts a piece of the text on the clipboard, with its kinds and marks where the
// system can hold them beside the words. Within the program it goes over whole.
func (w *Window) copyPiece(f editing.Fragment) {
	r := release.New(w.words.Language)
	r.Blocks = f.Blocks()
	w.piece = f
	w.clipboard.Put(f.Text(), html.Fragment(r))
}

// pasted is what lay on the clipboard.
type pasted struct {
	piece   editing.Fragment // of this program's own
	text    string
	blocks  []release.Block // of formatted text
	whole   *release.Release
	repairs []release.Repair // what was left out
	lost    int              // pictures that cannot be had
}

// paste puts what lies on the clipboard where the caret is, its words alone where plain
// is on. It comes when the program that has it answers, which may be later, and goes to
// the place of now.
func (w *Window) paste(plain bool) {
	place := w.pane.Pasting()
	if place == nil {
		return
	}
	if w.doc.reading {
		w.held(w.doc)
		return
	}
	if content := w.clipboard.System.Content(); !plain && !w.piece.Empty() && content == w.piece.Text() {
		w.put(place, pasted{piece: w.piece})
		return
	}
	blank := w.doc.session.Release().IsBlank()
	w.params.Go(func() {
		ctx, cancel := context.WithTimeout(context.Background(), clipboardPatience)
		defer cancel()
		contents, err := w.params.ReadClipboard(ctx)
		var p pasted
		if err == nil {
			p, err = w.understand(context.Background(), contents, plain, blank)
		}
		w.params.Do(func() {
			switch {
			case errors.Is(err, clipboard.ErrUnsupported), errors.Is(err, context.DeadlineExceeded):
				w.put(place, pasted{text: w.clipboard.System.Content()}) // which has words alone
			case err != nil:
				w.fail(err)
			default:
				w.put(place, p)
			}
		})
	})
}

// understand reads what lay on the clipboard, and keeps its pictures in the library. In a
// draft in which nobody has written, it may be a whole release.
func (w *Window) understand(ctx context.Context, c clipboard.Contents, plain, blank bool) (pasted, error) {
	p := pasted{text: c.Text}
	source := c.Text
	if !plain && c.HTML != "" {
		source = c.HTML
	}
	if blank && strings.Count(strings.TrimSpace(c.Text), "\n") >= leastLines {
		if found, err := intake.Read(intake.Source{Data: []byte(source)}); err == nil && len(found.Releases) == 1 && found.Releases[0].Headline != "" {
			p.whole = &found.Releases[0]
			p.whole.Blocks, p.lost = w.keepPictures(ctx, p.whole.Blocks, found.Pictures)
			return p, nil
		}
	}
	switch {
	case plain:
	case c.HTML != "":
		found, err := intake.ReadFragment([]byte(c.HTML))
		if err != nil {
			return p, nil //nolint:nilerr // its words are there all the same
		}
		p.repairs = found.Repairs
		p.blocks, p.lost = w.keepPictures(ctx, found.Blocks, found.Pictures)
	case c.Picture != nil:
		hash, err := w.params.Store.AddPicture(ctx, c.Picture)
		if err != nil {
			return p, err
		}
		p.blocks = []release.Block{{Kind: release.Picture, Picture: hash}}
	}
	return p, nil
}

// leastLines are how many line feeds a text has at least that is read as a release.
const leastLines = 2

// keepPictures adds the pictures that blocks show to the library. Blocks whose pictures
// cannot be had are left out, but for their words; lost counts them.
func (w *Window) keepPictures(ctx context.Context, blocks []release.Block, files map[string][]byte) (kept []release.Block, lost int) {
	for _, b := range blocks {
		if b.Kind == release.Picture {
			hash, err := w.params.Store.AddPicture(ctx, files[b.Picture])
			if err != nil {
				lost++
				if b.Text == "" {
					continue
				}
				b = release.Block{Kind: release.Paragraph, Text: b.Text, Marks: b.Marks}
			} else {
				b.Picture = hash
			}
		}
		kept = append(kept, b)
	}
	return kept, lost
}

// put puts what was pasted at its place, and tells what could not come along.
func (w *Window) put(place *drafting.Paste, p pasted) {
	if p.whole != nil && w.doc != nil && w.doc.session.Release().IsBlank() {
		w.takeWhole(*p.whole)
	} else if !place.Put(func(e *editing.Editor) {
		switch {
		case !p.piece.Empty():
			e.Paste(p.piece)
		case len(p.blocks) > 0:
			open := !slices.ContainsFunc(p.blocks, func(b release.Block) bool { return b.Kind != release.Paragraph })
			e.Paste(editing.NewFragment(p.blocks, open, open))
		default:
			e.PasteText(p.text)
		}
	}) {
		w.tell(w.text("paste-late"), true)
		return
	}
	if p.lost > 0 {
		w.tell(w.words.Plural("paste-pictures-lost", p.lost), true)
	} else if len(p.repairs) > 0 {
		w.tell(w.words.Plural("paste-left-out", len(p.repairs)), false)
	}
}

// takeWhole makes the draft, in which nobody has written, a release that was pasted. Undo
// takes it back.
func (w *Window) takeWhole(r release.Release) {
	now := w.doc.session.Release()
	r.UUID = now.UUID
	if r.Date == (release.Date{}) {
		r.Date = now.Date
	}
	if len(r.Contacts) == 0 {
		r.Contacts = now.Contacts
	}
	r = w.settings.WithDefaults(r)
	w.replace(w.doc, func(s *draft.Session) { s.Replace(r) })
	w.pane.FocusText()
	w.tell(w.text("pasted-release"), false)
}
