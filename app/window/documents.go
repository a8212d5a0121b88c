package window

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"github.com/google/uuid"

	"communique/app/library"
	"communique/app/window/background"
	"communique/app/window/claims"
	"communique/assets/translations"
	"communique/editor/draft"
	"communique/editor/proof"
	"communique/editor/release"
)

// keyboard is where the keys go, and how far the person has come with them.
type keyboard struct {
	at      fyne.Focusable
	presses int
	search  string // what stands in the search field, if the keys go there
}

func (w *Window) keyboard() keyboard {
	k := keyboard{at: w.win.Canvas().Focused(), presses: w.keys.Presses()}
	if k.at == fyne.Focusable(w.library.SearchField()) {
		k.search = w.library.SearchField().Text
	}
	return k
}

// asks notes where the keys go when a release is asked for. Who has pressed a key
// or gone elsewhere until it comes keeps the keyboard, unless the key was the one
// that asks for the text.
func (w *Window) asks() keyboard {
	w.toText = false
	return w.keyboard()
}

// yields reports whether the keyboard goes to what was asked for.
func (w *Window) yields(asked keyboard) bool { return w.toText || asked == w.keyboard() }

// opening is a release on its way from the library to the screen.
type opening struct {
	id    int64
	query library.Query // what it was found by
	asked keyboard

	release release.Release
	spans   func(text string) [][2]int // of the query
	entry   library.Entry
	held    bool           // it was taken
	holder  library.Holder // who else has it
	doubt   error          // why nobody can tell who has it
	end     func()         // called when it is on the screen, or will not be
}

// read takes the release first: what another writes after that is no longer missed.
func (o *opening) read(ctx context.Context, w *Window) (err error) {
	o.end = w.claims.Open(o.id)
	if w.params.Store.Unwritable() == nil { // else it can only be read
		o.holder, o.held, o.doubt = w.claims.Take(ctx, o.id)
	}
	if o.release, o.entry, err = w.params.Store.Get(ctx, o.id); err == nil {
		o.spans = findAhead(o.query, o.release, w.params.Go)
	}
	return err
}

// findAhead looks for a query in the texts of a release while the window shows them: of a long
// one that takes as long as all else that opening is. Who asks for the places waits for them.
func findAhead(q library.Query, r release.Release, run func(func())) func(text string) [][2]int {
	found, done := map[string][][2]int{}, make(chan struct{})
	run(func() {
		defer close(done)
		for passage := range r.Passages() {
			found[passage.Text] = q.Spans(passage.Text)
		}
	})
	return func(text string) [][2]int {
		<-done
		if spans, known := found[text]; known {
			return spans
		}
		return q.Spans(text)
	}
}

// giveUp lets go what read has taken.
func (o *opening) giveUp(c *claims.Claims) {
	if o.held {
		c.Leave(o.id)
	}
	o.end()
}

// document is what the opening brings to the screen.
func (o *opening) document(w *Window) *document {
	doc := w.newDocument(o.release)
	doc.Settle(o.entry)
	doc.kept, doc.savedAt, doc.spans = o.release, o.entry.Saved, o.spans
	doc.noted = noted{o.entry.Revision, o.entry.Findings}
	doc.reading, doc.holder = !o.held && o.doubt == nil, o.holder
	if o.held {
		doc.claimed = o.id
	}
	return doc
}

// open brings a release of the library into the drafting pane. The draft that
// is there stays, and can be written on, until it is read.
func (w *Window) open(id int64) { w.openFrom(id, w.asks(), w.library.ListedQuery()) }

// openBeside does so and leaves the keyboard in the list.
func (w *Window) openBeside(id int64) {
	w.toText = false
	w.openFrom(id, keyboard{presses: -1}, w.library.ListedQuery())
}

// openFrom opens a release that a query has found, and that was asked for when
// the keyboard was there.
func (w *Window) openFrom(id int64, asked keyboard, by library.Query) {
	if doc := w.document(id); doc != nil {
		w.openings.Drop() // the newest wish counts
		if doc != w.doc {
			w.present(doc, asked)
		} else if w.yields(asked) {
			w.pane.FocusBody()
		}
		return
	}
	w.save()
	o := &opening{id: id, asked: asked, query: by}
	w.openings.Ask(background.Question{
		Work: func(ctx context.Context) error {
			_ = w.saver.Flush() // trouble is reported by saved, and its text waits on
			return o.read(ctx, w)
		},
		Answer:  func(err error) { w.opened(o, err) },
		Dropped: func() { o.giveUp(w.claims) },
	})
}

func (w *Window) opened(o *opening, err error) {
	switch {
	case err != nil:
		o.giveUp(w.claims)
		w.fail(err)
	case w.document(o.id) != nil: // it was saved for the first time meanwhile
		o.giveUp(w.claims)
		w.openFrom(o.id, o.asked, o.query)
	default:
		w.present(o.document(w), o.asked)
		o.end()
		if o.doubt != nil {
			w.tellUnheld(w.doc, o.doubt)
		}
	}
}

// document returns the draft of a release that is in the window's hands: on the
// screen, or put away and on its way to the disk; nil if none is.
func (w *Window) document(id int64) *document {
	for _, doc := range w.documents() {
		if own, _ := doc.Place(); own == id && id != 0 {
			return doc
		}
	}
	return nil
}

func (w *Window) documents() []*document {
	if w.doc == nil {
		return w.away
	}
	return append([]*document{w.doc}, w.away...)
}

// shown returns the id of the release on the screen, 0 while the library has none.
func (w *Window) shown() int64 {
	if w.doc == nil {
		return 0
	}
	id, _ := w.doc.Place()
	return id
}

// newDocument is a draft of r, which has its UUID from the beginning, so that it is the
// same release in the library and in a file.
func (w *Window) newDocument(r release.Release) *document {
	if r.UUID == "" {
		r.UUID = uuid.NewString()
	}
	return &document{session: draft.NewSession(r, w.params.Now), begun: r.Clone(), spans: library.Query{}.Spans}
}

// start opens a new release that the library does not have yet.
func (w *Window) start(r release.Release) { w.startFrom(r, w.asks()) }

func (w *Window) startFrom(r release.Release, asked keyboard) {
	if !w.isWritable() {
		return
	}
	w.present(w.newDocument(r), asked)
	if !r.IsBlank() {
		w.save()
	}
}

// present shows a document in the drafting pane. The keyboard goes there unless
// the person has used it since the document was asked for.
func (w *Window) present(doc *document, asked keyboard) {
	yields := w.yields(asked)
	w.openings.Drop()
	w.away = slices.DeleteFunc(w.away, func(other *document) bool { return other == doc })
	w.putAway()
	w.doc = doc
	w.library.ShowCurrent()
	w.preview.Highlight(doc.spans)
	w.showMiddle()
	if at, known := w.places.Of(doc.begun.UUID); known {
		w.pane.Return(at)
	}
	w.places.KeepSoon()
	w.pane.ShowHits(doc.spans)
	if yields {
		w.pane.FocusText()
	}
	if doc.reading && w.params.Store.Unwritable() == nil { // which was told when the window came up
		w.held(doc)
	}
}

// putAway takes the draft off the screen and hands its last text to the saver.
// Others may edit it when that is on the disk.
func (w *Window) putAway() {
	if w.doc == nil {
		return
	}
	if w.asked != nil {
		w.asked.Close()
	}
	w.doc.withdraw()
	w.told.blocked.Withdraw()
	w.places.Note()
	w.pane.Close()
	w.inspector.Close()
	w.search.Leave()
	w.save()
	w.away = append(w.away, w.doc)
	w.doc = nil
	w.waiting.Drop()
	w.letGo()
}

// letGo forgets the documents that were put away and are on the disk.
func (w *Window) letGo() {
	w.away = slices.DeleteFunc(w.away, func(doc *document) bool {
		if waits, _ := w.saver.State(doc); waits {
			return false
		}
		if doc.claimed != 0 {
			w.claims.Leave(doc.claimed)
			doc.claimed = 0
		}
		return true
	})
}

// close puts the draft away and shows what to do next.
func (w *Window) close() {
	if w.doc == nil {
		return
	}
	w.putAway()
	w.library.ShowCurrent()
	w.showMiddle()
	w.places.KeepSoon()
}

func (w *Window) newBlank() {
	r := release.New(w.words.Language)
	r.Date = release.DateOf(w.params.Now())
	w.startNew(r)
}

// startNew starts a release with what the office has for each.
func (w *Window) startNew(r release.Release) {
	w.keepTyped()
	w.start(w.settings.WithDefaults(r))
}

// newFromThis makes the release on the screen the start of another.
func (w *Window) newFromThis() {
	if w.doc == nil {
		w.tell(translations.Text("nothing-open"), false)
		return
	}
	from := w.doc.session.Release()
	w.startAfter(func(context.Context) (release.Release, error) { return from, nil })
}

// newFrom makes a release of the library the start of another.
func (w *Window) newFrom(id int64) {
	if doc := w.document(id); doc != nil {
		from := doc.session.Release()
		w.startAfter(func(context.Context) (release.Release, error) { return from, nil })
		return
	}
	w.save()
	w.startAfter(func(ctx context.Context) (release.Release, error) {
		r, _, err := w.params.Store.Get(ctx, id)
		return r, err
	})
}

// startAfter begins a release from the one that is read.
func (w *Window) startAfter(read func(ctx context.Context) (release.Release, error)) {
	asked := w.asks()
	var next release.Release
	w.openings.Ask(background.Question{
		Work: func(ctx context.Context) error {
			r, err := read(ctx)
			next = successor(r)
			return err
		},
		Answer: func(err error) {
			if err != nil {
				w.fail(err)
				return
			}
			w.startFrom(next, asked)
		},
	})
}

// successor is a release begun from another. What that says of people, numbers, days and
// places is a leftover until it is changed or confirmed.
func successor(r release.Release) release.Release {
	r = r.Copy()
	r.Leftovers = proof.Leftovers(r)
	return r
}

// wish says that a release will be asked for when something is done. It returns
// how to open that, which opens nothing if another was asked for meanwhile.
func (w *Window) wish() func(id int64) {
	w.openings.Drop()
	wanted, asked := w.openings.Wanted(), w.asks()
	return func(id int64) {
		if wanted() {
			w.openFrom(id, asked, w.library.ListedQuery())
		}
	}
}

func (w *Window) duplicate() {
	if w.doc != nil {
		w.duplicatePlaced(w.doc.Place)
	}
}

// duplicateOf copies a release of the library, and opens the copy.
func (w *Window) duplicateOf(id int64) {
	w.duplicatePlaced(func() (int64, int64) { return id, 0 })
}

// duplicatePlaced does so with the release whose place in the library is known once every
// draft is there.
func (w *Window) duplicatePlaced(place func() (id, revision int64)) {
	if !w.isWritable() {
		return
	}
	w.save()
	open := w.wish()
	var entry library.Entry
	w.base.Work(func(ctx context.Context) error {
		err := w.saver.Flush()
		if id, _ := place(); err == nil && id != 0 {
			entry, err = w.params.Store.Duplicate(ctx, id)
		}
		return err
	}, func() {
		w.library.Reload()
		if entry.ID != 0 {
			open(entry.ID)
		}
	})
}
