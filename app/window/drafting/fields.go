package drafting

import (
	"strings"

	"communique/assets/languages"
	"communique/editor/release"
)

// dateline is the line of place and date as the page has it.
func (p *Pane) dateline() string {
	place := p.session.Text(release.PlaceField)
	date := p.session.Text(release.DateField)
	if p.session.Problem(release.DateField) == nil {
		date = p.session.Release().DateInWords()
	}
	comma := languages.Comma(p.session.Text(release.LanguageField))
	return strings.TrimSuffix(strings.TrimPrefix(place+comma+date, comma), comma)
}

// contactLines are the footer's contacts, each below the other.
func (p *Pane) contactLines() []release.Line {
	var lines []release.Line
	for _, c := range p.session.Contacts() {
		for _, text := range p.params.ContactLines(c, p.session.Text(release.LanguageField)) {
			lines = append(lines, release.Line{Text: text})
		}
	}
	return lines
}
