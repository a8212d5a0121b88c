package window

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"communique/app/window/inspector"
	"communique/app/window/screen"
	"communique/editor/proof"
	"communique/editor/release"
)

// blocked shows what keeps the release on the screen from being issued, and lets somebody
// issue it all the same who says who that is, and why.
func (w *Window) blocked(found []proof.Finding) {
	name, args := found[0].Fact()
	w.tell(w.text("status-blocked", map[string]any{"Finding": w.text(name, args)}), true)
	w.inspector.Show(inspector.FindingsTab)
	doc := w.doc
	who, why := w.base.Entry(""), w.base.Entry("")
	who.SetPlaceHolder(w.text("override-who"))
	who.SetName(w.text("override-who"))
	why.SetPlaceHolder(w.text("override-why"))
	why.SetName(w.text("override-why"))
	fault := screen.Wrapped("")
	fault.Importance = widget.DangerImportance
	fault.Hide()
	d := w.dialogs.New(w.text("override-title"), container.NewVBox(screen.Wrapped(w.blocking(found)), who, why, fault), w.text("button-cancel"))
	d.Yes(w.text("override-issue"), nil, func() {
		if strings.TrimSpace(who.Text) == "" || strings.TrimSpace(why.Text) == "" {
			fault.SetText(w.text("override-unsaid"))
			fault.Show()
			d.Fit()
			return
		}
		d.Close()
		if w.doc != doc { // another release is shown meanwhile
			return
		}
		doc.session.Override(release.Override{At: w.params.Now(), Who: strings.TrimSpace(who.Text), Why: strings.TrimSpace(why.Text), Codes: codesOf(found)})
		doc.session.Set(release.StatusField, string(release.Issued))
	})
	d.Show(fyne.NewSize(560, 0), who)
}

// blocking says what blocks a release.
func (w *Window) blocking(found []proof.Finding) string {
	const most = 6 // lines that are read to the end
	var lines []string
	for i, f := range found {
		if i == most {
			lines = append(lines, "…")
			break
		}
		name, args := f.Fact()
		lines = append(lines, w.text(name, args))
	}
	return strings.Join(lines, "\n")
}

func codesOf(found []proof.Finding) []string {
	var codes []string
	for _, f := range found {
		if !slices.Contains(codes, f.Code) {
			codes = append(codes, f.Code)
		}
	}
	return codes
}
