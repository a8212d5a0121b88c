package releases

import (
	"context"
	"slices"

	"communique/app/library"
	"communique/app/window/background"
	"communique/editor/release"
)

// Counting counts the open findings of a release, away from the UI goroutine.
type Counting func(r release.Release) int

// unchecked are the releases that are seen and whose text nothing was said of yet, since
// the program was started. The one in the drafting pane is checked there.
func (l *list) unchecked() []library.Entry {
	var all []library.Entry
	for _, i := range l.view.seen {
		id, _ := l.Rows.at(i)
		if e, known := l.entries[id]; known && id != l.shown && l.checked[id].revision != e.Revision {
			all = append(all, e)
		}
	}
	return all
}

// checkSeen checks the releases that are seen: a row that says nothing of findings looks like
// that of a release without any. What is out of sight waits.
func (p *Pane) checkSeen() {
	unchecked := p.list.unchecked()
	if len(unchecked) == 0 {
		p.checking = nil
		return
	}
	if slices.EqualFunc(unchecked, p.checking, sameText) {
		return // it is under way, or cannot be read
	}
	count := p.params.Counting()
	if count == nil {
		return // CheckAgain comes when it can be counted
	}
	p.checking = unchecked
	counted := map[int64]checked{}
	p.checks.Ask(background.Question{
		Work: func(ctx context.Context) error {
			for _, e := range unchecked {
				if ctx.Err() != nil {
					break
				}
				if r, now, err := p.params.Store.Get(ctx, e.ID); err == nil {
					counted[e.ID] = checked{now.Revision, count(r)}
				}
			}
			return nil
		},
		Answer: func(error) { p.showChecked(counted) },
	})
}

// sameText reports whether two entries are of one text.
func sameText(a, b library.Entry) bool { return a.ID == b.ID && a.Revision == b.Revision }

// showChecked shows how many findings the texts of revisions have. Of the one that came into the drafting
// pane meanwhile ShowChecked knows better.
func (p *Pane) showChecked(counted map[int64]checked) {
	for id, c := range counted {
		if id != p.list.shown && c.revision >= p.list.checked[id].revision {
			p.list.checked[id] = c
		}
	}
	if len(counted) > 0 {
		p.list.Refresh()
	}
}

// ShowChecked shows how many findings the text of a revision has.
func (p *Pane) ShowChecked(id, revision int64, findings int) {
	if now := (checked{revision, findings}); p.list.checked[id] != now {
		p.list.checked[id] = now
		p.list.Refresh()
	}
}

// CheckAgain has the releases that are seen checked anew: what the checks know has changed.
func (p *Pane) CheckAgain() {
	for id := range p.list.checked {
		if id != p.list.shown {
			delete(p.list.checked, id)
		}
	}
	p.checking = nil
	p.checks.Drop() // what is being counted does not know of it
	p.checkSeen()
}
