package window

import (
	"context"
	"maps"
	"slices"

	"communique/app/window/exporting"
	"communique/app/window/inspector"
	"communique/app/window/issuing"
	"communique/app/window/screen"
	"communique/assets/translations"
	"communique/editor/draft"
	"communique/editor/proof"
	"communique/editor/release"
	"communique/export"
)

// askToLeave asks about a release that is to leave: what it lacks is no hint any more.
func (w *Window) askToLeave(doc *document, ask func() *screen.Dialog) {
	doc.left = true
	w.follower.Analyse()
	w.askOf(doc, ask)
}

// askOf asks about a release while it is on the screen: when another is shown, the question
// goes, and where one is already, nobody is asked.
func (w *Window) askOf(doc *document, ask func() *screen.Dialog) {
	if w.doc == doc {
		w.asked = ask()
	}
}

// despite asks who lets issued releases leave in spite of what was found, and why, keeps both
// with the findings of each, by its ID, and goes on. What is on the screen is doc.
func (w *Window) despite(doc *document, found map[int64][]release.Accepted, against []screen.Line, goOn func()) {
	ask := func(leave func(release.Override), ways ...screen.Way) *screen.Dialog {
		return issuing.AskToLeave(issuing.Params{Base: w.base, Now: w.params.Now, Ways: ways}, against, leave)
	}
	if _, shown := found[exporting.OnScreen]; !shown {
		ask(func(o release.Override) {
			w.toEach(slices.Sorted(maps.Keys(found)), func(ctx context.Context, id int64) error {
				return w.changing().Change(ctx, id, func(s *draft.Session) bool { s.Override(of(o, found[id])); return true })
			}, func(int) { goOn() })
		})
		return
	}
	w.askToLeave(doc, func() *screen.Dialog {
		return ask(func(o release.Override) {
			if !doc.reading {
				doc.session.Override(of(o, found[exporting.OnScreen]))
				w.save()
			}
			goOn()
		}, w.waysTo(found[exporting.OnScreen])...)
	})
}

// waysTo lead to what was found of the release on the screen; letters that a form lacks are told in
// no list.
func (w *Window) waysTo(found []release.Accepted) []screen.Way {
	if !slices.ContainsFunc(found, func(a release.Accepted) bool { return a.Code != export.LettersMissing }) {
		return nil
	}
	return []screen.Way{{Name: w.text("to-findings"), Do: w.toFindings}}
}

// toFindings leads to what the checks found, the gravest first; as soon as the text is checked as it
// stands, to the gravest of that.
func (w *Window) toFindings() {
	w.showTab(inspector.FindingsTab)
	if w.doc != nil {
		id, _ := w.doc.Place()
		w.sought = sought{id, w.keys.Presses()}
		w.reachFindings()
	}
}

// toFindingsOf leads to what they found in a release of the library, as soon as it is there and
// checked.
func (w *Window) toFindingsOf(id int64) {
	w.sought = sought{id, w.keys.Presses()}
	w.open(id)
	w.showInspector(true)
	w.inspector.Show(inspector.FindingsTab)
	w.reachFindings()
}

// sought is a release whose findings were asked for, when so many keys had been pressed.
type sought struct {
	id      int64
	presses int
}

// reachFindings gives the keyboard to the gravest finding of the release that was sought for
// that, unless a person has pressed a key since.
func (w *Window) reachFindings() {
	doc := w.document(w.sought.id)
	if doc == nil || doc != w.doc || doc.checked.findings == nil || doc.checked.at != doc.changes {
		return
	}
	if w.sought.presses == w.keys.Presses() {
		w.inspector.FocusTab(inspector.FindingsTab)
	}
	w.sought = sought{}
}

// of is an override of these findings.
func of(o release.Override, findings []release.Accepted) release.Override {
	o.Findings = findings
	return o
}

// blocked shows what keeps the release on the screen from being issued, and asks who
// issues it all the same.
func (w *Window) blocked(found []proof.Finding) {
	name, args := found[0].Fact()
	doc := w.doc
	w.told.blocked.Replace(w.tell(translations.Text("status-blocked", map[string]any{"Finding": translations.Text(name, args)}), true))
	w.inspector.Show(inspector.FindingsTab)
	w.askToLeave(doc, func() *screen.Dialog {
		return issuing.Ask(issuing.Params{Base: w.base, Now: w.params.Now, Ways: w.waysTo(proof.Seen(found))}, found, func(o release.Override) {
			if !w.isFree(doc) {
				return
			}
			doc.session.Override(o)
			doc.session.Set(release.StatusField, string(release.Issued))
			w.told.blocked.Withdraw()
			w.tell(translations.Text("override-issued"), false)
		})
	})
}
