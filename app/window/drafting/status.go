package drafting

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/app/window/screen"
	"communique/editor/controls"
)

// status is the line at the window's foot: how long the text is and in which language, what
// the checks found, and whether the text is saved.
type status struct {
	params   Params
	counts   *widget.Label
	findings *controls.Button // leads to the next finding
	saved    *widget.Label
	row      *fyne.Container
}

func newStatus(params Params, toFinding func()) *status {
	s := &status{params: params, counts: screen.Quiet(), saved: screen.Quiet()}
	s.counts.Truncation = fyne.TextTruncateEllipsis
	s.findings = params.Keys.NewButton("", nil, toFinding).With(widget.LowImportance).Small()
	told := controls.Border(nil, nil, nil, container.NewHBox(s.findings, onTheLine(s.saved)), onTheLine(s.counts))
	s.row = controls.Border(widget.NewSeparator(), nil, nil, nil, container.New(layout.NewCustomPaddedLayout(0, 0, 8, 8), told))
	s.clear()
	return s
}

// onTheLine puts a label's words, which begin at its upper edge, at the height of a button's, which
// stand in the middle.
func onTheLine(label *widget.Label) *fyne.Container {
	return container.NewVBox(layout.NewSpacer(), label, layout.NewSpacer())
}

func (s *status) clear() {
	s.counts.SetText("")
	s.saved.SetText("")
	s.findings.Hide()
}

// wordsAMinute is how fast a text is read aloud: between the 184 words that
// Trauzettel-Klosinski and Dietz measured for Russian and the 228 for English (IOVS 2012).
const wordsAMinute = 200

func (s *status) showCounts(words, characters int, language string) {
	w := s.params.Words
	told := []string{w.Plural("pane-words", words), w.Plural("pane-characters", characters)}
	if words > 0 { // nothing takes no minute
		told = append(told, w.Plural("status-minutes", max(1, (words+wordsAMinute/2)/wordsAMinute)))
	}
	s.counts.SetText(strings.Join(append(told, w.LanguageName(language)), " · "))
}

func (s *status) showFindings(found, blocking int) {
	w := s.params.Words
	text := w.Text("pane-no-findings")
	s.findings.Icon = nil
	if found > 0 {
		text = w.Plural("pane-findings", found)
	}
	if blocking > 0 {
		text += ", " + w.Plural("status-blocking", blocking)
		s.findings.Icon = theme.NewColoredResource(theme.ErrorIcon(), theme.ColorNameError)
	}
	s.findings.SetText(text)
	s.findings.Show()
	s.row.Refresh()
}

func (s *status) showSaved(text string, trouble bool) {
	importance := widget.LowImportance
	if trouble {
		importance = widget.DangerImportance
	}
	if text == s.saved.Text && importance == s.saved.Importance {
		return // a key does not draw it anew
	}
	s.saved.Importance = importance
	s.saved.SetText(text)
	s.row.Refresh()
}
