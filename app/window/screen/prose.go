package screen

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"communique/assets/translations"
	"communique/editor/controls"
	"communique/editor/document"
	"communique/editor/draft"
	"communique/editor/editing"
	"communique/editor/release"
	"communique/editor/surface"
	"communique/editor/template"
	"communique/export/text"
)

// Prose shows a release, or a piece of one, as it will read, to be looked at alone. What is
// still to be filled in is told from the rest: it is named in words, and underlined as what
// keeps a release from being issued.
type Prose struct {
	widget.BaseWidget
	surface  *surface.Surface
	session  *draft.Session    // of what is shown
	dateline string            // above its lead
	words    *controls.Wrapped // that stand there while no release does
}

// proseSize is that of the text: a preview is narrower than the column in which one writes.
const proseSize = 15

// NewProse returns an empty one.
func (b Base) NewProse() *Prose {
	p := &Prose{words: Wrapped(""), surface: surface.New(surface.Params{
		Keyboard: b.Keys, Colours: b.Colours, Hints: surface.Hints{About: b.Text("field-boilerplate")},
		Go: b.Go, Do: b.Do,
	})}
	p.surface.Disable()
	p.surface.SetType(proseSize, false)
	p.surface.Hide()
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer is Fyne's.
func (p *Prose) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(p.surface, container.NewVBox(p.words)))
}

// ScrollPages scrolls by so many views.
func (p *Prose) ScrollPages(by float32) { p.surface.ScrollPages(by) }

// SetText shows words of the program's in the place of what was shown.
func (p *Prose) SetText(words string) {
	p.surface.Hide()
	p.words.SetText(words)
	p.words.Show()
}

// Set shows a release in the place of what was shown; what was at the upper edge stays.
func (p *Prose) Set(r release.Release) {
	p.words.SetText("")
	p.words.Hide()
	p.surface.Show()
	place := p.surface.Place()
	p.session = draft.NewSession(r, time.Now)
	dateline, missing := nameBlanksOf(release.TextID{Field: release.DateField}, text.Dateline(r))
	p.dateline = dateline
	missing = append(missing, nameBlanks(p.session, r)...)
	p.surface.SetLanguage(r.Language)
	p.surface.SetDateline(dateline)
	p.surface.SetContacts(contactLines(r))
	p.surface.Edit(editing.New(p.session))
	p.surface.SetFindings(missing)
	p.surface.Return(place)
}

// String is what is shown, a paragraph a line.
func (p *Prose) String() string {
	if p.words.Visible() {
		return p.words.Text
	}
	var all []string
	for passage := range p.session.Release().Passages() {
		if passage.Field == release.LeadField {
			all = append(all, p.dateline)
		}
		if passage.Published() {
			all = append(all, passage.Text)
		}
	}
	return strings.Join(slices.DeleteFunc(all, func(line string) bool { return line == "" }), "\n")
}

func contactLines(r release.Release) []release.Line {
	var all []release.Line
	for _, c := range r.Contacts {
		for _, line := range text.ContactLines(c, translations.Printed(r.Language)) {
			all = append(all, release.Line{Text: line})
		}
	}
	return all
}

// nameBlanksOf puts what is missing in the place of each blank of a line that no document has, and
// returns where that is.
func nameBlanksOf(id release.TextID, line string) (string, []surface.Finding) {
	var all []surface.Finding
	named, rest := "", 0
	for _, b := range template.Blanks(line) {
		named += line[rest:b.Start]
		at := release.Position{TextID: id, Offset: utf8.RuneCountInString(named)}
		named, rest = named+b.Words, b.End
		end := at
		end.Offset = utf8.RuneCountInString(named)
		all = append(all, surface.Finding{Start: at, End: end, Level: surface.Blocks})
	}
	return named + line[rest:], all
}

// nameBlanks puts what is missing in the place of each blank of a release, and returns where that is.
func nameBlanks(s *draft.Session, r release.Release) []surface.Finding {
	d := s.Document()
	var all []surface.Finding
	for passage := range r.Passages() {
		if !d.Has(passage.TextID) {
			continue
		}
		shorter := 0 // by so many letters is the text before the blank
		for _, b := range template.Blanks(passage.Text) {
			at := release.Position{TextID: passage.TextID, Offset: utf8.RuneCountInString(passage.Text[:b.Start]) - shorter}
			whole, named := utf8.RuneCountInString(passage.Text[b.Start:b.End]), utf8.RuneCountInString(b.Words)
			end := at
			end.Offset += named
			words := document.Insert{At: at, Words: b.Words, Marks: d.Inherited(at, b.Words)}
			if s.Apply(document.Transaction{d.Deletion(at, whole), words}) != nil {
				continue
			}
			shorter += whole - named
			all = append(all, surface.Finding{Start: at, End: end, Level: surface.Blocks})
		}
	}
	return all
}
