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
)

// askOf asks about a release while it is on the screen: when another is shown, the question
// goes, and where one is already, nobody is asked.
func (w *Window) askOf(doc *document, ask func() *screen.Dialog) {
	if w.doc == doc {
		w.asked = ask()
	}
}

// despite asks who lets issued releases leave in spite of what was found, and why, keeps both
// with the findings of each, by its ID, and goes on. What is on the screen is doc.
func (w *Window) despite(doc *document, found map[int64][]release.Accepted, against []string, goOn func()) {
	ask := func(leave func(release.Override)) *screen.Dialog {
		return issuing.AskToLeave(issuing.Params{Base: w.base, Now: w.params.Now}, against, leave)
	}
	if _, shown := found[exporting.OnScreen]; !shown {
		ask(func(o release.Override) {
			w.toEach(slices.Sorted(maps.Keys(found)), func(ctx context.Context, id int64) error {
				return w.changing().Change(ctx, id, func(s *draft.Session) bool { s.Override(of(o, found[id])); return true })
			}, func(int) { goOn() })
		})
		return
	}
	w.askOf(doc, func() *screen.Dialog {
		return ask(func(o release.Override) {
			if !doc.reading {
				doc.session.Override(of(o, found[exporting.OnScreen]))
				w.save()
			}
			goOn()
		})
	})
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
	w.askOf(doc, func() *screen.Dialog {
		return issuing.Ask(issuing.Params{Base: w.base, Now: w.params.Now}, found, func(o release.Override) {
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
