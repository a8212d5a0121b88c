// Package export writes releases in the forms that leave the office: one at a
// time, many in parallel, or all forms of one together in a folder.
package export

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"
	"time"

	"communique/assets/translations"
	"communique/editor/release"
	"communique/export/docx"
	"communique/export/file"
	"communique/export/html"
	"communique/export/logo"
	"communique/export/mail"
	"communique/export/markdown"
	"communique/export/ninjs"
	"communique/export/page"
	"communique/export/pdf"
	"communique/export/picture"
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
	Mail     Form = "eml"
	NINJS    Form = "ninjs"
)

// Forms lists every form in the order menus show them.
func Forms() []Form { return []Form{PDF, DOCX, Text, HTML, Markdown, Mail, NINJS} }

// Letterhead reports whether a form says whose the release is, or looks after
// the house style: all but the text alone.
func (f Form) Letterhead() bool { return f != Text && f != Markdown }

// Ending returns how the names of a form's files end.
func (f Form) Ending() string {
	if f == NINJS {
		return ".json"
	}
	return "." + string(f)
}

// FormError names a form that there is not. Also are names that are known beside the forms where
// it was asked for.
type FormError struct {
	Name string
	Also []string
}

func (e *FormError) Error() string { return fmt.Sprintf("no form %q", e.Name) }

// Fact names the error for the translations.
func (e *FormError) Fact() (string, map[string]any) {
	var known []string
	for _, f := range Forms() {
		known = append(known, string(f))
	}
	return "export-form", map[string]any{"Form": e.Name, "Known": strings.Join(append(known, e.Also...), ", ")}
}

// ParseForms reads forms by their names. An unknown one is a *FormError.
func ParseForms(names []string) ([]Form, error) {
	var forms []Form
	for _, name := range names {
		f := Form(name)
		if !slices.Contains(Forms(), f) {
			return nil, &FormError{Name: name}
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
	Mail         Mailing
	// Saved returns when the text of a release was saved last, and zero where nobody knows; nil
	// where it is known of none.
	Saved func(r release.Release) time.Time
	// Pictures returns the file of a picture by its hash; nil where releases show none.
	Pictures func(hash string) ([]byte, error)
}

// dotted is the office's profile with its logo as dots, which only the pages draw otherwise. A
// logo that cannot be read stays as it is: each form tells it.
func (o Office) dotted() release.Organisation {
	profile := o.Organisation
	if read, err := logo.Read(profile.Logo, 1); err == nil {
		profile.Logo = read.PNG
	}
	return profile
}

// Mailing is whom mail drafts are for, in the forms of mail.Options.
type Mailing struct {
	From        string
	To, Cc, Bcc []string
	// WithoutPDF and WithHTML change what goes with the plain text: the PDF alone.
	WithoutPDF, WithHTML bool
}

// Press writes releases in their forms. It remembers what it set last, and is
// for one goroutine; it uses others itself.
type Press struct {
	office  Office
	dotted  func() release.Organisation // the office's profile for forms that show no drawings
	limits  limits
	asking  sync.Mutex // one picture at a time
	gallery gallery

	setting    sync.Mutex // guards what follows
	compositor *page.Compositor
	pages      printed // the PDF it made last: a mail takes it along
}

// printed is a PDF and what it was made of.
type printed struct {
	releases []release.Release
	copy     Copy
}

// NewPress returns a press for an office.
func NewPress(o Office) *Press { return newPress(o, newLimits()) }

func newPress(o Office, l limits) *Press {
	return &Press{
		office: o, dotted: sync.OnceValue(o.dotted), limits: l, compositor: page.NewCompositor(o.Style), gallery: gallery{ready: map[int]map[string]*ready{}},
	}
}

// Copy is a release in one form; its data are not to be changed.
type Copy struct {
	Data []byte
	// Missing are the letters that no face has; only a form that is set in type
	// lacks any.
	Missing []rune
	// Over is by how many lines releases that are to be one page each run over.
	Over int
}

// Print returns r, followed by its translations, in a form. Only a PDF takes
// translations.
func (p *Press) Print(f Form, r release.Release, translations ...release.Release) (c Copy, err error) {
	p.Each([]Form{f}, func(_ int, made Copy, failed error) { c, err = made, failed }, r, translations...)
	return c, err
}

// Each makes r in several forms side by side, and calls done with each as soon as it is
// made, by its place in forms, on any goroutine. It returns when done has for all.
func (p *Press) Each(forms []Form, done func(i int, c Copy, err error), r release.Release, translations ...release.Release) {
	p.each(p.office.sizes(forms), forms, done, r, translations)
}

// each has the pictures made ready in more sizes than its forms show.
func (p *Press) each(sizes []int, forms []Form, done func(i int, c Copy, err error), r release.Release, translations []release.Release) {
	p.gallery.begin(sizes, append([]release.Release{r}, translations...))
	var group sync.WaitGroup
	for i, f := range forms {
		group.Go(func() {
			c, err := p.form(f, r, translations)
			done(i, c, err)
		})
	}
	group.Wait()
}

func (p *Press) form(f Form, r release.Release, translations []release.Release) (Copy, error) {
	switch f {
	case PDF:
		return p.pdf(append([]release.Release{r}, translations...))
	case Text:
		options := p.office.Text
		options.Wording = p.wording(r)
		data, err := text.Render(r, options)
		return Copy{Data: data}, err
	case Mail:
		return p.mail(r, translations)
	case HTML, Markdown, DOCX, NINJS:
		return p.alone(f, r)
	}
	return Copy{}, &FormError{Name: string(f)}
}

// longest is the longest side of the pictures that a form itself shows; 0 is for none.
func (f Form) longest() int {
	switch f {
	case HTML, Markdown, Mail:
		return picture.Screen
	case PDF, DOCX, NINJS:
		return picture.Print
	}
	return 0
}

// sizes are the longest sides of the pictures that forms show, or take along.
func (o Office) sizes(forms []Form) []int {
	var sizes []int
	for _, f := range forms {
		if longest := f.longest(); longest > 0 {
			sizes = append(sizes, longest)
		}
		if f == Mail && !o.Mail.WithoutPDF {
			sizes = append(sizes, PDF.longest())
		}
	}
	slices.Sort(sizes)
	return slices.Compact(sizes)
}

// alone writes a form that shows pictures and takes no translations.
func (p *Press) alone(f Form, r release.Release) (Copy, error) {
	pictures, err := p.pictures(f.longest(), r)
	if err != nil {
		return Copy{}, err
	}
	var c Copy
	switch f {
	case HTML:
		c.Data = html.Page(r, p.dotted(), pictures, p.wording(r), p.saved(r))
	case Markdown:
		c.Data = markdown.Render(r, pictures, p.wording(r))
	case DOCX:
		var house style.Style
		if house, c.Over, err = p.fitted(r, pictures); err == nil {
			c.Data, err = docx.Render(r, p.dotted(), pictures, house)
		}
	default:
		c.Data, err = ninjs.Render(r, p.office.Organisation, pictures, p.saved(r))
	}
	return c, err
}

// fitted is the style that a document in Word is set in: for a release that is to be one
// page, as much smaller as its page is, and by how many lines that runs over.
func (p *Press) fitted(r release.Release, pictures picture.Set) (style.Style, int, error) {
	if !r.OnePage {
		return p.office.Style, 0, nil
	}
	p.setting.Lock()
	defer p.setting.Unlock()
	doc, err := p.compositor.Layout(p.office.Organisation, pictures, r)
	return p.office.Style.Fitted(doc.Smaller), doc.Over, err
}

// wording is the words beside the release's own: the house's, and the program's where it has none.
func (p *Press) wording(r release.Release) translations.Wording {
	return p.office.Style.Wording(text.OneLine(r.Language))
}

func (p *Press) saved(r release.Release) time.Time {
	if p.office.Saved == nil {
		return time.Time{}
	}
	return p.office.Saved(r)
}

// mail writes the draft with the PDF attached, and the pictures: in the letter where
// there is one, otherwise attached.
func (p *Press) mail(r release.Release, translations []release.Release) (Copy, error) {
	pictures, err := p.pictures(Mail.longest(), r)
	if err != nil {
		return Copy{}, err
	}
	mailing := p.office.Mail
	o := mail.Options{From: mailing.From, To: mailing.To, Cc: mailing.Cc, Bcc: mailing.Bcc, Wording: p.wording(r)}
	for i, hash := range r.Pictures() {
		shown := pictures[hash]
		attached := mail.Attachment{Name: fmt.Sprintf("%s-%d%s", file.Name(r), i+1, shown.Ending()), Type: shown.Type, Data: shown.Data}
		if mailing.WithHTML {
			o.Inline = append(o.Inline, mail.Inline{ID: contentID(hash), Attachment: attached})
		} else {
			o.Attachments = append(o.Attachments, attached)
		}
	}
	if mailing.WithHTML {
		o.HTML = html.Letter(r, p.dotted(), pictures, p.wording(r), func(hash string, _ picture.Picture) string { return mail.Address(contentID(hash)) })
	}
	var c Copy
	if !mailing.WithoutPDF {
		printed, err := p.pdf(append([]release.Release{r}, translations...))
		if err != nil {
			return Copy{}, err
		}
		c = printed
		pdf := mail.Attachment{Name: file.Name(r) + PDF.Ending(), Type: "application/pdf", Data: printed.Data}
		o.Attachments = append([]mail.Attachment{pdf}, o.Attachments...)
	}
	c.Data, err = mail.Render(r, p.office.Organisation, o)
	return c, err
}

// contentID is enough of a picture's hash to tell it from others, and no more than a
// line of a header holds.
func contentID(hash string) string { return hash[:min(len(hash), 32)] }

func (p *Press) pdf(releases []release.Release) (Copy, error) {
	p.setting.Lock()
	defer p.setting.Unlock()
	if reflect.DeepEqual(p.pages.releases, releases) {
		return p.pages.copy, nil
	}
	pictures, err := p.pictures(PDF.longest(), releases...)
	if err != nil {
		return Copy{}, err
	}
	doc, err := p.compositor.Layout(p.office.Organisation, pictures, releases...)
	if err != nil {
		return Copy{}, err
	}
	data, err := pdf.Render(doc)
	if err != nil {
		return Copy{}, err
	}
	p.pages = printed{copy: Copy{data, doc.Missing, doc.Over}}
	for _, r := range releases {
		p.pages.releases = append(p.pages.releases, r.Clone())
	}
	return p.pages.copy, nil
}
