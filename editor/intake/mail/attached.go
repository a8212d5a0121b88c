package mail

import (
	"cmp"
	"mime"
	"net/textproto"
	"strings"

	"communique/editor/intake/layout"
)

// attachment is a file that came along with a letter.
type attachment struct {
	name string
	data []byte
	// alternative says that it is another form of the text beside it: a calendar's entry.
	alternative bool
}

// attach puts a file that came along to those that may be documents; where none are read, it is counted.
func (r *reader) attach(header textproto.MIMEHeader, data []byte) {
	if r.Attached == nil {
		r.lost++
		return
	}
	r.attached = append(r.attached, attachment{name: r.nameOf(header), data: data})
}

// nameOf is what a file that came along is called.
func (r *reader) nameOf(header textproto.MIMEHeader) string {
	_, disposed, _ := mime.ParseMediaType(header.Get("Content-Disposition")) // nothing where it does not say
	_, typed, _ := mime.ParseMediaType(header.Get("Content-Type"))
	return r.decoded(cmp.Or(disposed["filename"], typed["name"]))
}

// documents reads the documents that came along. Where the letter only covers them, the first is its text.
// What is none is counted.
func (r *reader) documents(long bool) (enclosed layout.Document, encloses bool) {
	if r.Attached == nil {
		r.lost += len(r.attached)
		return enclosed, false
	}
	covers := len(r.attached) > 0 && !long && r.onlyCovers()
	for _, a := range r.attached {
		d, read := r.Attached(a.name, a.data)
		if !read {
			r.lost++
			continue
		}
		w := layout.Writer{Part: layout.Letter}
		if encloses || !covers {
			for i, name := range []string{"From", "Date", "Subject"} {
				headLine(&w, name, r.head[i])
			}
		}
		headLine(&w, "Attachment", a.name)
		w.Part = layout.Body
		w.Append(d)
		whole := w.Document()
		whole.Title, whole.Unpacked = d.Title, d.Unpacked
		if covers && !encloses {
			enclosed, encloses = whole, true
			continue
		}
		r.Further(whole)
	}
	return enclosed, encloses
}

// onlyCovers reports whether a letter says no more than what comes along with it.
func (r *reader) onlyCovers() bool {
	var words []string
	for _, t := range r.texts {
		read := r.Plain
		if t.page {
			read = func(text string) (layout.Document, error) { return r.Page(text, func(string) []byte { return nil }) }
		}
		d, err := read(t.content)
		if err != nil {
			return false
		}
		for _, p := range d.Paragraphs {
			words = append(words, p.Text)
		}
	}
	return r.Covers(strings.TrimSpace(strings.Join(words, "\n")))
}

// headLine writes a line of a letter's head, where there is anything to say.
func headLine(w *layout.Writer, name, value string) {
	if value != "" {
		w.Words(name+": "+value, layout.Look{})
		w.End(layout.Paragraph{})
	}
}
