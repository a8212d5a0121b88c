package exporting

import (
	"strings"
	"time"

	"fyne.io/fyne/v2/widget"

	"communique/assets/translations"
	"communique/editor/moment"
	"communique/editor/proof"
	"communique/editor/release"
)

// warn lets a person think again where a check blocks issue or the embargo runs.
func (p Params) warn(r release.Release, goOn func()) {
	p.askAnyway(warnings(p.Words, p.Now(), r, p.Checks), goOn)
}

// askAnyway goes on at once where nothing warns.
func (p Params) askAnyway(warnings []string, goOn func()) {
	if len(warnings) == 0 {
		goOn()
		return
	}
	p.Ask(p.Text("export-warning"), strings.Join(warnings, "\n"), p.Text("export-anyway"), widget.WarningImportance, goOn)
}

// warnings say why a release should stay in the office: how many findings block it,
// what of a date or an embargo cannot be read, which pictures are lost, until when the
// embargo runs.
func warnings(words *translations.Words, now time.Time, r release.Release, checks proof.Params) []string {
	var warnings []string
	blocking := proof.Blocking(proof.Check(r, checks))
	if len(blocking) > 0 {
		warnings = append(warnings, words.Plural("export-blocked", len(blocking)))
	}
	for _, f := range blocking {
		if f.Code == proof.FieldUnread || f.Code == proof.PictureMissing {
			name, args := f.Fact()
			warnings = append(warnings, words.Text(name, args))
		}
	}
	if !r.Embargo.IsZero() && now.Before(r.Embargo.At) {
		warnings = append(warnings, words.Text("export-embargo", map[string]any{"Until": moment.FormatEmbargo(r.Embargo)}))
	}
	return warnings
}
