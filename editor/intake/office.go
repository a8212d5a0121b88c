package intake

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// readOffice returns the text of a document of a word processor, OOXML (.docx)
// or OpenDocument (.odt), a line a paragraph; false where data is neither.
// What a person deleted with changes tracked is no text; footnotes stand at
// the end.
func readOffice(data []byte) (text string, ok bool, err error) {
	if !bytes.HasPrefix(data, []byte("PK\x03\x04")) {
		return "", false, nil
	}
	if len(data) > MaxBytes {
		return "", true, &Error{Reason: "too-large"}
	}
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return "", false, nil //nolint:nilerr // it only begins like one; Decode says what is wrong with it
	}
	var paragraphs []string
	for _, name := range []string{"word/document.xml", "word/footnotes.xml", "content.xml"} {
		f, err := archive.Open(name)
		if err != nil {
			continue // not each document has each part
		}
		ok = true
		found, err := officeParagraphs(io.LimitReader(f, 8*MaxBytes))
		if err := errors.Join(err, f.Close()); err != nil {
			return "", true, &Error{Reason: "document"}
		}
		paragraphs = append(paragraphs, found...)
	}
	return strings.Join(paragraphs, "\n\n"), ok, nil
}

// officeReader walks the XML of either format: paragraphs are p and h, text is
// what stands in them.
type officeReader struct {
	paragraphs []string
	text       strings.Builder
	style      string // puts a mark before the paragraph: "# ", "## ", "- "
	open       int    // paragraphs within one another: text boxes, notes
	skip       int    // elements within what is no text
	lists      int    // OpenDocument marks the list, not the paragraph
}

func officeParagraphs(from io.Reader) ([]string, error) {
	d := xml.NewDecoder(from)
	var r officeReader
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return r.paragraphs, nil
		}
		if err != nil {
			return nil, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			r.start(t)
		case xml.EndElement:
			r.end(t.Name.Local)
		case xml.CharData:
			if r.open > 0 && r.skip == 0 {
				r.text.Write(t)
			}
		}
	}
}

// noText are elements whose letters nobody reads: deletions, fields' codes,
// what an alternative shows again, comments.
var noText = map[string]bool{
	"del": true, "delText": true, "instrText": true, "Fallback": true, "tracked-changes": true, "annotation": true, "moveFrom": true,
}

func (r *officeReader) start(e xml.StartElement) {
	if r.skip > 0 || noText[e.Name.Local] {
		r.skip++
		return
	}
	switch e.Name.Local {
	case "p", "h":
		r.begin(e)
	case "list":
		r.lists++
	case "tab", "br", "cr", "line-break", "s":
		if r.open > 0 {
			r.text.WriteByte(' ')
		}
	case "noBreakHyphen":
		r.text.WriteByte('-')
	case "pStyle":
		r.mark(attribute(e, "val"))
	case "numPr":
		if r.style == "" {
			r.style = "- "
		}
	}
}

func (r *officeReader) begin(e xml.StartElement) {
	if r.open == 0 {
		r.style = ""
		r.mark(attribute(e, "style-name"))
		if e.Name.Local == "h" {
			r.style = "## "
			if attribute(e, "outline-level") == "1" {
				r.style = "# "
			}
		}
		if r.style == "" && r.lists > 0 {
			r.style = "- "
		}
	} else {
		r.text.WriteByte(' ') // its first word is not the last one's end
	}
	r.open++
}

// mark tells headings by the names of their styles, which both programs keep
// in English whatever their language.
func (r *officeReader) mark(style string) {
	switch style = strings.ToLower(style); {
	case style == "title" || style == "heading1" || style == "1":
		r.style = "# "
	case strings.HasPrefix(style, "heading") || style == "subtitle" || style == "2" || style == "3":
		r.style = "## "
	}
}

func (r *officeReader) end(name string) {
	if r.skip > 0 {
		r.skip--
		return
	}
	switch name {
	case "list":
		r.lists--
	case "p", "h":
		if r.open--; r.open > 0 {
			r.text.WriteByte(' ')
			return
		}
		if text := strings.Join(strings.Fields(r.text.String()), " "); text != "" {
			if len(r.paragraphs) > 0 && r.style == "# " {
				r.style = "## " // a release has one headline
			}
			r.paragraphs = append(r.paragraphs, r.style+text)
		}
		r.text.Reset()
	}
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
