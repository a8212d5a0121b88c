package parts

import (
	"archive/zip"
	"bytes"
	"errors"
	"strings"
	"testing"
)

// packedBytes is a package of parts as a file.
func packedBytes(t *testing.T, files map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, content := range files {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// packed makes a package of parts.
func packed(t *testing.T, files map[string]string) *Package {
	t.Helper()
	p, ok := Open(packedBytes(t, files))
	if !ok {
		t.Fatal("no package")
	}
	return p
}

// TestAPartThatSaysItIsTooLarge is not unpacked.
func TestAPartThatSaysItIsTooLarge(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.CreateRaw(&zip.FileHeader{Name: "one.xml", UncompressedSize64: maxXML + 1, CompressedSize64: 4})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write([]byte("<a/>")); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	p, ok := Open(b.Bytes())
	if !ok {
		t.Fatal("no package")
	}
	if err := p.Walk("one.xml", func(*Walker, Element) error { return nil }); !errors.Is(err, ErrTooLarge) {
		t.Error(err)
	}
}

// TestPartsShareOneBudget: a hundred parts, each within the bounds, unpack to more than
// any text as one does.
func TestPartsShareOneBudget(t *testing.T) {
	for name, content := range map[string]string{
		"letters":  "<a>" + strings.Repeat("а", maxXML/4) + "</a>",
		"elements": "<a>" + strings.Repeat("<b/>", maxElements/2) + "</a>",
	} {
		p := packed(t, map[string]string{"one.xml": content, "/two.xml": content, "three.xml": content})
		var failed []error
		for _, part := range []string{"one.xml", "two.xml", "three.xml"} {
			failed = append(failed, p.Walk(part, func(*Walker, Element) error { return nil }))
		}
		if failed[0] != nil || !errors.Is(errors.Join(failed[1:]...), ErrTooLarge) {
			t.Errorf("%s: %v", name, failed)
		}
	}
}
