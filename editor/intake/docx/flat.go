package docx

import (
	"bytes"
	"encoding/base64"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"communique/editor/intake/parts"
	"communique/editor/regexp"
)

// flatHead is how a document in one XML begins: of Word 2003 (WordprocessingML), or a package
// whose parts stand in it (Flat OPC).
var flatHead = regexp.MustCompile(`<(?:\w+:)?(wordDocument|package)\s`)

// IsFlat reports whether data begin as a Word document in one XML does.
func IsFlat(data []byte) bool {
	head := data[:min(len(data), 4096)]
	m := flatHead.FindSubmatch(head)
	return m != nil && (string(m[1]) == "wordDocument" || bytes.Contains(head, []byte("2006/xmlPackage")))
}

// Unfold returns the parts of a Word document in one XML as a package. Its error says what is
// wrong with the XML.
func Unfold(data []byte) (*parts.Package, error) {
	u := &unfolder{data: data, decoder: xml.NewDecoder(bytes.NewReader(data)), files: map[string][]byte{}, margins: map[string]int{}}
	u.decoder.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	for {
		token, err := u.decoder.RawToken()
		if errors.Is(err, io.EOF) {
			return parts.Of(u.files), nil
		}
		if err != nil {
			return nil, err
		}
		if t, begins := token.(xml.StartElement); begins {
			if _, err := u.start(t); err != nil {
				return nil, err
			}
		}
	}
}

// unfolder takes the parts out of one XML, as they stand in it.
type unfolder struct {
	data    []byte
	decoder *xml.Decoder
	files   map[string][]byte
	part    string         // in whose element it is
	margins map[string]int // how many heads and feet there were
	within  bool           // it is in one of them
}

// start takes an element that is a part, to its end; done is false for any other.
func (u *unfolder) start(t xml.StartElement) (done bool, err error) {
	e := parts.Element{Name: t.Name.Local, Attr: t.Attr}
	switch e.Name {
	case "part":
		u.part = e.Get("name")
		return false, nil
	case "xmlData":
		return true, u.keep(u.part, "")
	case "binaryData":
		return true, u.keepBinary(u.part)
	case "styles":
		return true, u.keep("word/styles.xml", e.Name)
	case "lists":
		return true, u.keep("word/numbering.xml", e.Name)
	case "body":
		return true, u.keep(main, e.Name)
	}
	return u.inside(t)
}

// inside takes what stands within another part: pictures, and the heads and feet of pages.
func (u *unfolder) inside(t xml.StartElement) (done bool, err error) {
	e := parts.Element{Name: t.Name.Local, Attr: t.Attr}
	if e.Name == "binData" {
		return true, u.keepBinary(e.Get("name"))
	}
	name := map[string]string{"hdr": "header", "ftr": "footer"}[e.Name]
	if name == "" || u.part != "" || u.within { // none stands in another, however deep
		return false, nil
	}
	u.within = true
	defer func() { u.within = false }()
	u.margins[name]++
	return true, u.keep(fmt.Sprintf("word/%s%d.xml", name, u.margins[name]), e.Name)
}

// keep keeps what stands in the element that was opened last as a part, in an element of its own
// where name is not "".
func (u *unfolder) keep(part, name string) error {
	from := u.decoder.InputOffset()
	to, err := u.end(u.inside)
	if err != nil || part == "" {
		return err
	}
	u.files[part] = u.data[from:to]
	if name != "" {
		u.files[part] = []byte("<" + name + ">" + string(u.data[from:to]) + "</" + name + ">")
	}
	return nil
}

// keepBinary keeps a file that is written out in base64. What is none is no part.
func (u *unfolder) keepBinary(part string) error {
	from := u.decoder.InputOffset()
	to, err := u.end(func(xml.StartElement) (bool, error) { return false, nil })
	if err != nil {
		return err
	}
	file, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(string(u.data[from:to])), ""))
	if err == nil && part != "" {
		u.files[part] = file
	}
	return nil
}

// end goes to the end of the element that was opened last, and returns where its end tag begins;
// element hears of each within, and may go to its end.
func (u *unfolder) end(element func(xml.StartElement) (done bool, err error)) (at int64, err error) {
	for depth := 0; ; {
		at = u.decoder.InputOffset()
		token, err := u.decoder.RawToken()
		if err != nil {
			return 0, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			done, err := element(t)
			if err != nil {
				return 0, err
			}
			if !done {
				depth++
			}
		case xml.EndElement:
			if depth--; depth < 0 {
				return at, nil
			}
		}
	}
}
