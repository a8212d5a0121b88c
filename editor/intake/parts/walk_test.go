package parts

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
)

func TestOpen(t *testing.T) {
	whole := packedBytes(t, map[string]string{"a.xml": "<a/>"})
	for name, c := range map[string]struct {
		data []byte
		ok   bool
	}{
		"a package":            {whole, true},
		"nothing":              {nil, false},
		"a text":               {[]byte("PK, говорит он"), false},
		"the beginning of one": {whole[:20], false},
		"its end alone":        {whole[4:], false},
	} {
		if p, ok := Open(c.data); ok != c.ok || (p != nil) != c.ok {
			t.Errorf("%s: %v", name, ok)
		}
	}
}

// TestNamesOfParts: a part is the same with a slash before it, with the wrong slashes of
// some programs, and by a way that leads back; none lies outside of the package.
func TestNamesOfParts(t *testing.T) {
	p := packed(t, map[string]string{`word\media/one.png`: "1", "../two.png": "2", "/three.png": "3"})
	if err := p.Walk("/three.png", func(*Walker, Element) error { return nil }); err != nil {
		t.Errorf("letters alone: %v", err)
	}
	heard := 0
	if err := packed(t, map[string]string{"word/a.xml": "<a/>"}).Walk("/word/../word/a.xml", func(*Walker, Element) error { heard++; return nil }); err != nil || heard != 1 {
		t.Errorf("walked through %d elements, %v", heard, err)
	}
	for name, want := range map[string]string{
		"word/media/one.png": "1", "/word/media/one.png": "1", `word\media\one.png`: "1", "word/theme/../media/one.png": "1",
		"two.png": "2", "../../two.png": "2", "three.png": "3", "one.png": "", "word": "", "": "",
	} {
		if got := string(p.Read(name)); got != want || p.Has(name) != (want != "") {
			t.Errorf("%s: %q, %v", name, got, p.Has(name))
		}
	}
}

// TestPicturesInBounds: a picture larger than any is not read, nor any once a document has
// had its share.
func TestPicturesInBounds(t *testing.T) {
	large := strings.Repeat("x", maxPicture)
	p := packed(t, map[string]string{"most.png": large, "more.png": large + "x", "small.png": "1"})
	if got := p.Read("most.png"); len(got) != maxPicture {
		t.Errorf("the largest: %d bytes", len(got))
	}
	if got := p.Read("more.png"); got != nil {
		t.Errorf("one byte more: %d bytes", len(got))
	}
	if got := p.Read("small.png"); string(got) != "1" {
		t.Errorf("then a small one: %q", got)
	}
	for range 2 {
		p.Read("most.png")
	}
	if got := p.Read("small.png"); got != nil {
		t.Errorf("after %d bytes: %q", p.read, got)
	}
}

func TestAPartThatIsBroken(t *testing.T) {
	data := packedBytes(t, map[string]string{"a.xml": "<a>" + strings.Repeat("слово ", 200) + "</a>"})
	at := bytes.Index(data, []byte("a.xml")) + len("a.xml") + 8
	copy(data[at:], "\xff\xff\xff\xff\xff\xff")
	p, ok := Open(data)
	if !ok {
		t.Fatal("no package")
	}
	if got := p.Read("a.xml"); got != nil {
		t.Errorf("read %q", got)
	}
	if err := p.Walk("a.xml", func(*Walker, Element) error { return nil }); err == nil {
		t.Error("nothing was said")
	}
	if err := p.Walk("b.xml", func(*Walker, Element) error { return io.ErrClosedPipe }); err != nil {
		t.Errorf("a part that is not there: %v", err)
	}
}

func TestAttributes(t *testing.T) {
	e := Element{"p", []xml.Attr{{Name: xml.Name{Space: "w", Local: "val"}, Value: "1"}, {Name: xml.Name{Local: "empty"}}, {Name: xml.Name{Space: "x", Local: "val"}, Value: "2"}}}
	if e.Get("val") != "1" || e.Get("empty") != "" || e.Get("none") != "" || !e.Has("val") || !e.Has("empty") || e.Has("none") || e.Has("w") {
		t.Errorf("%q, %v", e.Get("val"), e.Has("none"))
	}
}

// TestWalk: each element is heard of once, from the outer to the inner; what is gone into
// or over is not heard of again, and letters are those within.
func TestWalk(t *testing.T) {
	const text = `<?xml version="1.0" encoding="windows-1251"?><!-- no --><w:body><w:p>раз <w:b>два</w:b>&nbsp;&amp;<!-- no --></w:p><skip>x<w:p>y</w:p></skip><into><w:q/>z</into><w:p/></w:body>`
	var heard []string
	w := NewWalker(strings.NewReader(text), &Budget{})
	err := w.Inside(func(e Element) error {
		heard = append(heard, e.Name)
		switch e.Name {
		case "p":
			words, err := w.Text()
			heard = append(heard, "“"+words+"”")
			return err
		case "skip":
			return w.Skip()
		case "into":
			return w.Inside(func(e Element) error { heard = append(heard, "in "+e.Name); return nil }, func(s string) { heard = append(heard, "in “"+s+"”") })
		}
		return nil
	}, nil)
	want := []string{"body", "p", "“раз два\u00a0&”", "skip", "into", "in q", "in “z”", "p", "“”"}
	if err != nil || !slices.Equal(heard, want) {
		t.Errorf("heard %q, %v", heard, err)
	}
}

func TestWalkFails(t *testing.T) {
	own := errors.New("own")
	nested := func(n int) string { return strings.Repeat("<a>", n) + strings.Repeat("</a>", n) }
	for name, c := range map[string]struct {
		text string
		want error
	}{
		"whole":             {"<a><b/></a>", nil},
		"empty":             {"", nil},
		"as deep as may be": {nested(300), nil},
		"deeper":            {nested(301), ErrTooLarge},
		"crossed":           {"<a><b></a></b>", errNesting},
		"an end alone":      {"</a>", errNesting},
		"an end too many":   {"<a></a></a>", errNesting},
		"breaks off":        {"<a><b/>", io.ErrUnexpectedEOF},
		"turned down":       {"<a><fail/></a>", own},
		"as much as may be": {"<a>" + strings.Repeat("x", 24<<20-7) + "</a>", nil},
		"more":              {"<a>" + strings.Repeat("x", 24<<20-6) + "</a>", ErrTooLarge},
		"as many as may be": {"<a>" + strings.Repeat("<b/>", 999_999) + "</a>", nil},
		"one more":          {"<a>" + strings.Repeat("<b/>", 1_000_000) + "</a>", ErrTooLarge},
	} {
		t.Run(name, func(t *testing.T) {
			w := NewWalker(strings.NewReader(c.text), &Budget{})
			err := w.Inside(func(e Element) error {
				if e.Name == "fail" {
					return own
				}
				return nil
			}, nil)
			if !errors.Is(err, c.want) {
				t.Errorf("got %v", err)
			}
		})
	}
	if err := NewWalker(strings.NewReader("<a <"), &Budget{}).Skip(); err == nil || errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("no XML: %v", err)
	}
}

// TestParagraphsAreBounded wherever they stand, in the cells of a table, too.
func TestParagraphsAreBounded(t *testing.T) {
	for name, want := range map[string]error{"p": ErrTooLarge, "h": ErrTooLarge, "tr": nil} {
		text := "<body>" + strings.Repeat("<"+name+"></"+name+">", maxParagraphs+1) + "</body>"
		if err := NewWalker(strings.NewReader(text), &Budget{}).Skip(); !errors.Is(err, want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
