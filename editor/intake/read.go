// Package intake reads what an office has (pasted, mailed, saved by old programs) into
// releases: a reader a format makes a layout of it, and one understanding above them
// tells headline, lead and contacts. It invents nothing and loses no word: what fits no
// field stays in the body, and what belongs to a website or a letter rather than to the
// release goes to the notes.
package intake

import (
	"bytes"
	"cmp"
	"errors"
	"io/fs"
	"net/url"
	"path"
	"slices"
	"strings"

	"communique/editor/intake/docx"
	"communique/editor/intake/encoding"
	"communique/editor/intake/html"
	"communique/editor/intake/layout"
	"communique/editor/intake/mail"
	"communique/editor/intake/markdown"
	"communique/editor/intake/newsroom"
	"communique/editor/intake/odt"
	"communique/editor/intake/parts"
	"communique/editor/intake/pdf"
	"communique/editor/intake/pdf/objects"
	"communique/editor/intake/refusal"
	"communique/editor/intake/repair"
	"communique/editor/intake/rtf"
	"communique/editor/release"
)

// Decode returns the bytes' text in UTF-8, made plain as editor/plain says, with line feeds only and
// with spaces for the tabs before items of lists, and the name of the encoding it was in. Its error is an *Error.
func Decode(data []byte) (text, charset string, err error) {
	d := encoding.Decoder{Tabs: tabbed}
	return d.Text(data)
}

// Source is what is read.
type Source struct {
	Data []byte
	// Name is what the file is called, for a day that the text does not say; "" where there is
	// no file.
	Name string
	// Beside is the folder that the file lies in, for pictures that a page or a Markdown
	// text shows by their names; nil where there is none.
	Beside fs.FS
	// Convert makes DOCX of a document of Word 97–2003; nil where nobody does.
	Convert func(doc []byte) ([]byte, error)

	// budget is that of the document that includes this one, which itself includes none; nil for a
	// document by itself.
	budget *parts.Budget
	// further takes the documents that came along with a letter, beside the one that is its text; nil
	// for what came along itself.
	further *[]layout.Document
}

// Error says why an input is not read.
type Error = refusal.Error

// The most bytes that are read: of a text, and of a document with its pictures.
const (
	MaxBytes    = refusal.MaxBytes
	MaxDocument = refusal.MaxDocument
)

// Found is what was read.
type Found struct {
	Releases []release.Release
	// Pictures are the files that the releases show, JPEG or PNG, by their SHA-256 as
	// release.Block.Picture has it. They are as they were found, with all that is
	// hidden in them.
	Pictures map[string][]byte
	// Unpacked is how many bytes were gone through, more than the source has where that is packed.
	Unpacked int
}

// Read reads one or several releases: from the bytes of a text file, a web page, a news
// feed, an item of a newsroom (ninjs, NITF, NewsML-G2) or a Markdown text in any encoding Decode knows, of a letter (.eml), or of a
// document of a word processor (.docx, .odt, .fodt, .rtf), or of a PDF. Its error is an *Error.
func Read(s Source) (Found, error) {
	door := encoding.Decoder{Tabs: tabbed}
	found, err := s.read(&door)
	if err == nil && len(found.Releases) == 0 {
		err = &Error{Reason: "empty"}
	}
	if len(found.Releases) > 0 {
		first := &found.Releases[0]
		first.Repairs = append(door.Told(), first.Repairs...)
	}
	dateByName(&found, s.Name)
	for i := range found.Releases {
		found.Releases[i].Blocks = release.Numbered(found.Releases[i].Blocks)
		found.Releases[i].Repairs = repair.Bounded(found.Releases[i].Repairs)
	}
	return found, err
}

func (s Source) read(door *encoding.Decoder) (found Found, err error) {
	if len(s.Data) > MaxDocument {
		return Found{}, &Error{Reason: "too-large", Offset: MaxDocument}
	}
	if letters := mail.Letters(s.Data); letters != nil {
		return s.mailbox(letters, door)
	}
	var further []layout.Document
	s.further = &further
	d, ok, err := s.packed(door)
	unpacked := max(len(s.Data), d.Unpacked)
	for _, f := range further {
		unpacked += f.Unpacked
	}
	defer func() { found.Unpacked = unpacked }()
	if err = cmp.Or(err, refusal.Fits(d)); err != nil {
		return Found{}, err
	}
	if ok && onlyPictures(d) && len(further) == 0 {
		return Found{}, &Error{Reason: "pictures"}
	}
	if ok {
		return withAttached(understand(unlined(d)), further), nil
	}
	text, _, err := door.Text(s.Data)
	if err != nil {
		return Found{}, err
	}
	if found, ok, err := readNews(text); ok {
		return found, err
	}
	if d, err = s.layout(text); err != nil {
		return Found{}, err
	}
	if err = refusal.Fits(d); err != nil {
		return Found{}, err
	}
	return understand(d), nil
}

// onlyPictures reports whether a document shows pictures and says nothing: pages that were scanned.
func onlyPictures(d layout.Document) bool {
	picture := func(p layout.Paragraph) bool { return p.Kind == layout.Picture }
	words := func(p layout.Paragraph) bool {
		return !picture(p) && p.Part != layout.Letter && strings.TrimSpace(p.Text) != ""
	}
	return slices.ContainsFunc(d.Paragraphs, picture) && !slices.ContainsFunc(d.Paragraphs, words)
}

// unlined is a document whose parts may be lines of a text, none of which is a line of the source.
func unlined(d layout.Document) layout.Document {
	for i := range d.Paragraphs {
		d.Paragraphs[i].At.Line = 0
	}
	for i := range d.Repairs {
		d.Repairs[i].Line = 0
	}
	return d
}

// readNews reads the forms of newsrooms: feeds, ninjs, NITF, NewsML-G2.
func readNews(text string) (found Found, is bool, err error) {
	readers := []func(string) ([]newsroom.Item, bool){newsroom.JSON}
	if len(text) <= refusal.MaxBytes { // JSON may be longer: it holds its pictures
		if found, is, err = readFeed(text); is {
			return found, true, err
		}
		readers = append(readers, newsroom.XML)
	}
	for _, read := range readers {
		if items, is := read(text); is {
			found, err := releasesIn(items)
			return found, true, err
		}
	}
	return Found{}, false, nil
}

// packed reads what is no text by itself; ok is false for what may be one.
func (s Source) packed(door *encoding.Decoder) (d layout.Document, ok bool, err error) {
	if p, zipped := parts.Open(s.Data); zipped {
		defer func() { d.Unpacked = p.Unpacked() }()
		switch {
		case docx.Is(p):
			d, err = s.word(p, door)
		case odt.IsEncrypted(p):
			err = &Error{Reason: "password"}
		case refusedPackage(p) != nil:
			err = refusedPackage(p)
		case odt.Is(p):
			d, err = odt.Read(p)
		default:
			err = &Error{Reason: "packed"}
		}
		return d, true, documentError(err)
	}
	if told := refused(s.Data); told != nil {
		if told.Reason == "doc" && s.Convert != nil && bytes.Contains(s.Data, wide(wordStream)) {
			return s.converted(door)
		}
		return d, true, told
	}
	return s.unpacked(door)
}

// unpacked reads a document that is no package; ok is false for what may be a text.
func (s Source) unpacked(door *encoding.Decoder) (d layout.Document, ok bool, err error) {
	flat := door.InUTF8(s.Data)
	switch {
	case rtf.Is(s.Data):
		d, err = rtf.Read(s.Data)
	case odt.IsFlat(flat):
		d, err = odt.ReadFlat(flat)
	case docx.IsFlat(flat):
		var p *parts.Package
		if p, err = docx.Unfold(flat); err == nil {
			d, err = s.word(p, door)
		}
	case pdf.Is(s.Data):
		d, err = pdf.Read(pdf.Params{Data: s.Data, Lines: linesOf})
	case mail.Is(s.Data):
		d, err = mail.Read(mail.Params{
			Data: s.Data, Decode: door.As, Plain: s.layout,
			Page: func(text string, file func(string) []byte) (layout.Document, error) {
				return html.Read(html.Params{Text: text, File: file})
			},
			Attached: s.attached(), Covers: onlyCovers, Further: func(d layout.Document) { *s.further = append(*s.further, d) },
		})
	default:
		return d, false, nil
	}
	return d, true, documentError(err)
}

// The most that a document includes of others: so many, and so many bytes in all.
const (
	maxIncluded      = 100
	maxIncludedBytes = 2 << 20
)

// word reads a Word document, and what it includes in another form.
func (s Source) word(p *parts.Package, door *encoding.Decoder) (layout.Document, error) {
	params := docx.Params{Package: p}
	if s.budget != nil {
		p.Budget = *s.budget
		defer func() { *s.budget = p.Budget }()
		return docx.Read(params)
	}
	number, size := 0, 0
	params.Include = func(data []byte) (layout.Document, error) {
		number, size = number+1, size+len(data)
		if number > maxIncluded || size > maxIncludedBytes {
			return layout.Document{}, &Error{Reason: "too-large"}
		}
		return Source{Data: data, budget: &p.Budget}.document(door)
	}
	return docx.Read(params)
}

// document lays out a source, whatever it is.
func (s Source) document(door *encoding.Decoder) (layout.Document, error) {
	d, ok, err := s.packed(door)
	if err != nil || ok {
		return d, err
	}
	text, _, err := door.Text(s.Data)
	if err != nil {
		return layout.Document{}, err
	}
	return s.layout(text)
}

// converted reads a document of Word 97–2003 through somebody who makes DOCX of it.
func (s Source) converted(door *encoding.Decoder) (d layout.Document, ok bool, err error) {
	converted, err := s.Convert(s.Data)
	if err != nil {
		return d, true, &Error{Reason: "doc", Err: err}
	}
	if _, zipped := parts.Open(converted); !zipped {
		return d, true, &Error{Reason: "document"}
	}
	return Source{Data: converted}.packed(door)
}

// layout returns how a text is laid out: as a web page, as Markdown, or in lines.
func (s Source) layout(text string) (layout.Document, error) {
	switch {
	case html.Is(text):
		d, err := html.Read(html.Params{Text: text, File: s.beside})
		if err != nil {
			return d, documentError(err)
		}
		return preformatted(d)
	case len(text) > MaxBytes, strings.Count(text, "\n") > refusal.MaxLines, newsroom.IsFeed(text) && newsroom.TooManyItems(text):
		return layout.Document{}, &Error{Reason: "too-large", Offset: MaxBytes}
	case markup(text) != nil:
		return layout.Document{}, markup(text)
	case markdown.Is(text):
		d, err := markdown.Read(text, s.beside)
		return d, documentError(err)
	}
	return linesOf(text), nil
}

// preformatted is a page that is nothing but a text with its own lines, as that.
func preformatted(d layout.Document) (layout.Document, error) {
	if len(d.Paragraphs) != 1 || d.Paragraphs[0].Kind != layout.Text || len(d.Paragraphs[0].Marks) > 0 || !strings.Contains(d.Paragraphs[0].Text, "\n") {
		return d, nil
	}
	if strings.Count(d.Paragraphs[0].Text, "\n") > refusal.MaxLines {
		return layout.Document{}, &Error{Reason: "too-large", Offset: MaxBytes}
	}
	lines := linesOf(d.Paragraphs[0].Text)
	d.Paragraphs, d.Repairs = lines.Paragraphs, append(d.Repairs, lines.Repairs...)
	return d, nil
}

// beside returns the picture that an address names in the folder of the source; nil
// where there is none, or the address leads out of it.
func (s Source) beside(address string) []byte {
	u, err := url.Parse(strings.ReplaceAll(address, `\`, "/"))
	if err != nil || s.Beside == nil || u.Scheme != "" || u.Host != "" {
		return nil
	}
	name := path.Clean(u.Path)
	info, err := fs.Stat(s.Beside, name)                                     // an fs.FS refuses what leads out of it
	if err != nil || !info.Mode().IsRegular() || info.Size() > MaxDocument { // a pipe keeps one waiting
		return nil
	}
	file, err := fs.ReadFile(s.Beside, name)
	if err != nil || !layout.IsPicture(file) {
		return nil
	}
	return file
}

// documentError is what a person is told of what a reader says.
func documentError(err error) error {
	if err == nil {
		return nil
	}
	var own *Error
	if errors.As(err, &own) {
		return own
	}
	var unread *pdf.UnreadError
	switch {
	case errors.Is(err, objects.ErrPassword):
		return &Error{Reason: "password"}
	case errors.As(err, &unread) && unread.Codes != "":
		return &Error{Reason: "pdf-letters", Name: unread.Codes}
	case errors.Is(err, pdf.ErrPictures), unread != nil:
		return &Error{Reason: "pdf"}
	}
	if errors.Is(err, parts.ErrTooLarge) || errors.Is(err, objects.ErrTooLarge) || errors.Is(err, rtf.ErrTooLarge) || errors.Is(err, html.ErrTooLarge) {
		return &Error{Reason: "too-large", Offset: MaxDocument}
	}
	return &Error{Reason: "document"}
}
