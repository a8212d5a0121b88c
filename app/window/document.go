package window

import (
	"sync"
	"time"

	"communique/app/library"
	"communique/app/window/screen"
	"communique/editor/draft"
	"communique/editor/proof"
	"communique/editor/release"
)

// document is a draft in the window's hands and its place in the library. But
// for its place it is used on the UI goroutine only.
type document struct {
	session *draft.Session
	// begun is the release as it was when editing began: while nobody has written
	// anything in a new one, the library does without it.
	begun release.Release
	// kept is the release as it was read from the library or handed to the saver
	// last; the zero Release before that.
	kept release.Release
	// claimed is the release that is held for this document; 0 for none.
	claimed int64
	// reading says that another copy of the program edits it, so that it can be
	// read only, and is not saved.
	reading bool
	holder  library.Holder // whose it is
	saveDue bool           // a save is under way to happen
	savedAt time.Time      // when kept was saved; zero before the first time
	// spans returns where in a text stands what the release was found by.
	spans func(text string) [][2]int
	// changes counts those of the session since the draft came into the window's hands;
	// keptAt is the count at which it was as kept.
	changes, keptAt int
	checked         checked
	noted           noted
	told            []screen.Told // trouble with it, at the window's foot
	unheld          screen.Told   // that it could not be taken, until it is
	left            bool          // somebody had it leave the office, or wanted to

	mu           sync.Mutex // the saver settles while the window asks
	id, revision int64      // both 0 before the first save
}

// checked is what the checks had to say of a draft.
type checked struct {
	at       int // after so many changes
	findings []proof.Finding
}

// noted is what the library has of that: of which text, and how many findings.
type noted struct {
	revision int64
	findings int
}

// Place returns where the library has the document, 0 if it has not.
func (d *document) Place() (id, revision int64) {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.id, d.revision
}

// identify gives the draft the UUID that the library keeps its text under: that of a
// copy, where another had changed the release.
func (d *document) identify(uuid string) {
	d.session.Identify(uuid)
	d.begun.UUID, d.kept.UUID = uuid, uuid
}

// Settle notes where the library has the document.
func (d *document) Settle(e library.Entry) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.id, d.revision = e.ID, e.Revision
}

// withdraw takes back what was told of trouble with a document, which is over.
func (d *document) withdraw() {
	for _, t := range d.told {
		t.Withdraw()
	}
	d.told = nil
	d.withdrawUnheld()
}

// withdrawUnheld takes back that it could not be taken.
func (d *document) withdrawUnheld() {
	d.unheld.Withdraw()
	d.unheld = nil
}
