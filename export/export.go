// Package export writes releases in the forms that leave the office: one at a
// time, many in parallel, or all forms of one together in a folder.
package export

import (
	"fmt"
	"slices"
	"strings"

	"communique/editor/release"
	"communique/export/docx"
	"communique/export/html"
	"communique/export/markdown"
	"communique/export/page"
	"communique/export/pdf"
	"communique/export/style"
	"communique/export/text"
)

// Form is a form in which a release leaves the office.
type Form string

// The forms, by the names that the command line and the settings know them by.
const (
	PDF      Form = "pdf"
	Text     Form = "txt"
	HTML     Form = "html"
	DOCX     Form = "docx"
	Markdown Form = "md"
)

// Forms lists every form in the order menus show them.
func Forms() []Form { return []Form{PDF, DOCX, Text, HTML, Markdown} }

// Ending returns how the names of a form's files end.
func (f Form) Ending() string { return "." + string(f) }

// FormError names a form that there is not.
type FormError struct{ Name string }

func (e *FormError) Error() string { return fmt.Sprintf("no form %q", e.Name) }

// Fact names the error for the translations.
func (e *FormError) Fact() (string, map[string]any) {
	var known []string
	for _, f := range Forms() {
		known = append(known, string(f))
	}
	return "export-form", map[string]any{"Form": e.Name, "Known": strings.Join(known, ", ")}
}

// ParseForms reads forms by their names. An unknown one is a *FormError.
func ParseForms(names []string) ([]Form, error) {
	var forms []Form
	for _, name := range names {
		f := Form(name)
		if !slices.Contains(Forms(), f) {
			return nil, &FormError{name}
		}
		if !slices.Contains(forms, f) {
			forms = append(forms, f)
		}
	}
	return forms, nil
}

// Office is what the forms take from the office beside the release.
type Office struct {
	Organisation release.Organisation
	Style        style.Style
	Text         text.Options
}

// Press writes releases in their forms. It remembers what it set last, and is
// for one goroutine.
type Press struct {
	office     Office
	compositor *page.Compositor
}

// NewPress returns a press for an office.
func NewPress(o Office) *Press { return &Press{o, page.NewCompositor(o.Style)} }

// Copy is a release in one form.
type Copy struct {
	Data []byte
	// Missing are the letters that no face has; only a form that is set in type
	// lacks any.
	Missing []rune
}

// Print returns r, followed by its translations, in a form. Only a PDF takes
// translations.
func (p *Press) Print(f Form, r release.Release, translations ...release.Release) (Copy, error) {
	switch f {
	case PDF:
		return p.pdf(append([]release.Release{r}, translations...))
	case Text:
		data, err := text.Render(r, p.office.Text)
		return Copy{Data: data}, err
	case HTML:
		return Copy{Data: html.Page(r, p.office.Organisation)}, nil
	case Markdown:
		return Copy{Data: markdown.Render(r)}, nil
	case DOCX:
		data, err := docx.Render(r, p.office.Organisation)
		return Copy{Data: data}, err
	}
	return Copy{}, &FormError{string(f)}
}

func (p *Press) pdf(releases []release.Release) (Copy, error) {
	doc, err := p.compositor.Layout(p.office.Organisation, releases...)
	if err != nil {
		return Copy{}, err
	}
	data, err := pdf.Render(doc)
	return Copy{data, doc.Missing}, err
}
