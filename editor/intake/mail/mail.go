// Package mail reads letters (RFC 5322 and MIME, RFC 2045 to 2049) and web pages that a
// browser saved as one, into their layout: the text, with the pictures that stand in it
// and those that came along.
package mail

import (
	"bytes"
	"cmp"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"net/mail"
	"net/textproto"
	"slices"
	"strings"
	"unicode/utf8"

	"communique/editor/intake/layout"
	"communique/editor/regexp"
)

// Params are a letter, and who reads what is in it.
type Params struct {
	Data []byte
	// Decode returns text in UTF-8; charset is "" where the letter does not say.
	Decode func(data []byte, charset string) (string, error)
	Page   func(text string, file func(address string) []byte) (layout.Document, error)
	Plain  func(text string) (layout.Document, error)
	// Attached reads a document that came along, name being what it is called; false for what is none.
	// Of a letter that only covers such documents (Covers tells of its words), the first is the letter's
	// text; Further takes the others, and those of a letter that says more. All three are nil where
	// nothing of that is read.
	Attached func(name string, data []byte) (layout.Document, bool)
	Covers   func(text string) bool
	Further  func(layout.Document)
}

// The most that a letter has: parts in all, and parts within one another.
const (
	maxParts = 500
	maxDepth = 12
)

var (
	firstField = regexp.MustCompile(`^(?:From |[A-Za-z][A-Za-z0-9-]*:)`)
	fieldName  = regexp.MustCompile(`(?mi)^(From|To|Subject|Date|Message-ID|MIME-Version|Content-Type|Received|X-Unsent):`)
)

// Is reports whether data are a letter: fields, an empty line, and the text.
func Is(data []byte) bool {
	data = unwrapped(data)
	head := data[:min(len(data), 64<<10)]
	head = bytes.TrimLeft(bytes.ReplaceAll(head, []byte("\r\n"), []byte("\n")), "\n")
	head, _, ended := bytes.Cut(head, []byte("\n\n"))
	if !ended || !firstField.Match(head) {
		return false
	}
	found := map[string]bool{}
	for _, m := range fieldName.FindAllSubmatch(head, -1) {
		found[strings.ToLower(string(m[1]))] = true
	}
	known := found["mime-version"] || found["message-id"] || found["received"]
	return known && len(found) > 1 || found["from"] && found["subject"] && len(found) > 2
}

// Read reads a letter. What its head says stands in the part Letter; its subject is the
// document's title.
func Read(p Params) (layout.Document, error) { return read(p, 0) }

func read(p Params, depth int) (layout.Document, error) {
	data := bytes.TrimLeft(unwrapped(p.Data), "\r\n")
	if bytes.HasPrefix(data, []byte(from)) { // a mailbox's own line
		data = ofMailbox(data)
	}
	m, err := mail.ReadMessage(bytes.NewReader(parted(data)))
	if err != nil {
		return layout.Document{}, err
	}
	r := &reader{Params: p}
	if err := r.gather(textproto.MIMEHeader(m.Header), m.Body, 0); err != nil {
		return layout.Document{}, err
	}
	w := layout.Writer{Part: layout.Letter}
	for _, name := range []string{"From", "Date", "Subject"} {
		r.head = append(r.head, r.decoded(m.Header.Get(name)))
		headLine(&w, name, r.head[len(r.head)-1])
	}
	enclosed, encloses := r.enclosed(depth)
	if !encloses {
		w.Part = layout.Body
	}
	if err := r.write(&w); err != nil {
		return layout.Document{}, err
	}
	w.Part = layout.Body
	w.Append(enclosed)
	d := w.Document()
	d.Title = r.decoded(m.Header.Get("Subject"))
	if encloses {
		d.Title = cmp.Or(enclosed.Title, d.Title)
	}
	d.Recipients = recipients(m.Header)
	return d, nil
}

// A letter that another came along with says so in no more, in bytes, as text or as a page.
const (
	longestCover     = 800
	longestCoverPage = 6000
)

// enclosed reads the letter that came along with this one, which itself says little: the one that was sent on. Others are counted.
func (r *reader) enclosed(depth int) (layout.Document, bool) {
	long := slices.ContainsFunc(r.texts, func(t text) bool {
		return len(t.content) > longestCoverPage || !t.page && len(t.content) > longestCover
	})
	if len(r.letters) == 1 && !long && depth < maxDepth {
		p := r.Params
		p.Data = r.letters[0]
		if d, err := read(p, depth+1); err == nil {
			r.lost += len(r.attached)
			return d, true
		}
	}
	for _, letter := range r.letters {
		r.attached = append(r.attached, attachment{data: letter, name: ".eml"})
	}
	return r.documents(long)
}

// field is a line of a letter's head: a field, or one that goes on.
var field = regexp.MustCompile(`^(?:[!-9;-~]+:|[ \t])`)

// parted is a letter with an empty line behind its head, which some programs leave out: the head ends with its last field.
func parted(data []byte) []byte {
	for at := 0; at < len(data); {
		line, _, _ := bytes.Cut(data[at:], []byte("\n"))
		switch {
		case len(bytes.TrimRight(line, "\r")) == 0, at == 0 && !field.Match(line): // no letter
			return data
		case !field.Match(line):
			return slices.Concat(data[:at], []byte("\n"), data[at:])
		}
		at += len(line) + 1
	}
	return data
}

// recipients counts whom a letter went to.
func recipients(header mail.Header) (n int) {
	for _, name := range []string{"To", "Cc", "Bcc"} {
		if list, err := header.AddressList(name); err == nil {
			n += len(list)
		}
	}
	return n
}

// reader gathers the parts of a letter.
type reader struct {
	Params
	head     []string // whom the letter is from, its date and subject
	texts    []text
	files    []file
	letters  [][]byte     // that came along
	attached []attachment // that may be documents
	lost     int          // attachments that are not read, and pages within a page
	cut      int          // parts that end before their end
	number   int
}

// file is a picture, and the addresses that a page has for it.
type file struct {
	id, place string
	data      []byte
	shown     bool
}

// text is a part that is read: a page, or plain text.
type text struct {
	page, flowed bool
	together     bool   // where it flows, no space is left (DelSp)
	id, place    string // by which another page may show it
	content      string
}

// longestField is how much of a field of a letter's head is read, in bytes: no subject has more.
const longestField = 64 << 10

func (r *reader) decoded(value string) string {
	words := mime.WordDecoder{CharsetReader: func(charset string, from io.Reader) (io.Reader, error) {
		data, err := io.ReadAll(from)
		if err != nil {
			return nil, err
		}
		text, err := r.Decode(data, charset)
		return strings.NewReader(text), err
	}}
	if len(value) > longestField {
		value = strings.ToValidUTF8(value[:longestField], "")
	}
	if plain, err := words.DecodeHeader(value); err == nil {
		value = plain
	}
	if !utf8.ValidString(value) { // letters as they are, in an encoding that nothing says
		if text, err := r.Decode([]byte(value), ""); err == nil {
			value = text
		}
	}
	return strings.Join(strings.Fields(value), " ")
}

var errTooMany = errors.New("the letter has too many parts")

// gather reads a part, and those in it.
func (r *reader) gather(header textproto.MIMEHeader, body io.Reader, depth int) error {
	if r.number++; r.number > maxParts || depth > maxDepth {
		return errTooMany
	}
	kind, parameters := kindOf(header)
	if strings.HasPrefix(kind, "multipart/") {
		return r.several(kind, parameters, body, depth)
	}
	data, err := decodedFrom(header.Get("Content-Transfer-Encoding"), body)
	if err != nil && len(data) == 0 {
		return nil //nolint:nilerr // a part that is not there
	}
	if err != nil {
		r.cut++
	}
	r.place(header, kind, parameters, data)
	return nil
}

// place puts a part where it belongs: to the words, the pictures, the letters in the letter or what was left out.
func (r *reader) place(header textproto.MIMEHeader, kind string, parameters map[string]string, data []byte) {
	disposition, _, _ := mime.ParseMediaType(header.Get("Content-Disposition")) // "" where it does not say
	switch {
	case disposition != "attachment" && (kind == "text/plain" || kind == "text/html" || kind == enriched):
		r.gatherText(header, kind, parameters, data)
	case layout.IsPicture(data) || strings.HasPrefix(kind, "image/"):
		r.keep(header, data)
	case strings.HasPrefix(kind, "text/css"), isSignature(kind):
	case kind == "message/rfc822":
		r.letters = append(r.letters, data)
	default:
		r.attach(header, data)
	}
}

// gatherText takes the words of a part. One in letters that nobody knows is told with what was left out; an empty
// one is nothing.
func (r *reader) gatherText(header textproto.MIMEHeader, kind string, parameters map[string]string, data []byte) {
	content, err := r.Decode(data, parameters["charset"])
	switch kind {
	case enriched:
		content = unenriched(content)
	case "text/plain":
		content = r.withoutFiles(content)
	}
	switch {
	case err == nil:
		r.texts = append(r.texts, text{
			page: kind == "text/html", flowed: strings.EqualFold(parameters["format"], "flowed"), together: strings.EqualFold(parameters["delsp"], "yes"),
			id: idOf(header), place: header.Get("Content-Location"), content: content,
		})
	case len(bytes.TrimSpace(data)) > 0:
		r.lost++
	}
}

// keep keeps a picture under the addresses that a page has for it.
func (r *reader) keep(header textproto.MIMEHeader, data []byte) {
	r.files = append(r.files, file{
		id: idOf(header), place: header.Get("Content-Location"), data: data,
	})
}

// find returns the picture that a page shows by an address; nil where it did not come.
func (r *reader) find(address string) []byte {
	id, inside := strings.CutPrefix(address, "cid:")
	for i := range r.files {
		if f := &r.files[i]; inside && f.id == id && id != "" || f.place == address {
			f.shown = true
			return f.data
		}
	}
	return nil
}

// several reads the parts of one that has several. Of alternatives the page is taken,
// where there is one, and of a page with what it shows the page (RFC 2387).
func (r *reader) several(kind string, parameters map[string]string, body io.Reader, depth int) error {
	boundary := parameters["boundary"]
	if boundary == "" {
		boundary, body = boundaryOf(body)
	}
	from := multipart.NewReader(body, boundary)
	before, others := len(r.texts), 0
	for {
		part, err := from.NextRawPart()
		if err != nil {
			break // the end, or what is left of a letter that was cut off
		}
		lost, attached := r.lost, len(r.attached)
		if err := r.gather(part.Header, part, depth+1); err != nil {
			return err
		}
		if own, _ := kindOf(part.Header); !strings.HasPrefix(own, "multipart/") {
			others += r.lost - lost
			for i := range r.attached[attached:] {
				r.attached[attached+i].alternative = kind == "multipart/alternative"
			}
		}
	}
	own := r.texts[before:]
	if kind == "multipart/alternative" && len(own) > 0 { // what is read says the same
		r.lost -= others
		r.attached = slices.DeleteFunc(r.attached, func(a attachment) bool { return a.alternative })
	}
	switch {
	case len(own) < 2:
	case kind == "multipart/alternative":
		best := own[0]
		for _, t := range own {
			if t.page && !nothing.MatchString(t.content) {
				best = t
			}
		}
		r.texts = append(r.texts[:before:before], best)
	case kind == "multipart/related":
		r.texts = r.texts[:before:before]
		r.withoutFrames(own, strings.Trim(parameters["start"], "<> "))
	}
	return nil
}

// withoutFrames takes of several texts the one that the others belong to, which has the id start or is the first, and of
// the others those that it does not show within it, as frames.
func (r *reader) withoutFrames(texts []text, start string) {
	root := max(0, slices.IndexFunc(texts, func(t text) bool { return start != "" && t.id == start }))
	for i, t := range texts {
		if i != root && t.page && (t.id != "" || t.place != "") {
			r.lost++
			continue
		}
		r.texts = append(r.texts, t)
	}
}

// nothing is a page that shows nothing.
var nothing = regexp.MustCompile(`^(?:\s|&nbsp;|<(?:!--|!DOCTYPE|/?(?:html|head|meta|body|div|p|br|span)\b)[^>]*>)*$`)

func idOf(header textproto.MIMEHeader) string { return strings.Trim(header.Get("Content-ID"), "<> ") }

// write writes the texts, and behind them the pictures that none of them shows.
func (r *reader) write(w *layout.Writer) error {
	for _, t := range r.texts {
		var d layout.Document
		var err error
		switch {
		case t.page:
			d, err = r.Page(t.content, r.find)
		case t.flowed:
			d, err = r.Plain(flowed(t.content, t.together))
		default:
			d, err = r.Plain(t.content)
		}
		if err != nil {
			return err
		}
		w.Append(d)
	}
	for _, f := range r.files {
		if !f.shown {
			w.Picture(f.data, "")
		}
	}
	w.Lose(layout.Attachments, r.lost)
	w.Lose(layout.Cut, r.cut)
	return nil
}
