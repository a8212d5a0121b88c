package sqlite_test

import (
	"bytes"
	"encoding/binary"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"communique/app/library"
	"communique/app/library/librarytest"
	"communique/editor/release"
)

// TestTortureFlippedBits changes single bits of the file: a text and a picture are what
// was saved, or the damage is told; Verify tells what a list would show wrong.
func TestTortureFlippedBits(t *testing.T) {
	whole, entries, texts := filled(t)
	told := 0
	for n := range *rounds * 10 {
		if tellsFlipped(t, whole, rand.IntN(len(whole)*8), entries, texts) {
			told++
		}
		if t.Failed() {
			t.Fatalf("after %d flipped bits", n)
		}
	}
	t.Logf("%d flipped bits: %d told, the others in what holds no text", *rounds*10, told)
}

// TestFlippedIDs changes bits of the ids under which texts lie, which no checksum has in it:
// no release is taken for another.
func TestFlippedIDs(t *testing.T) {
	whole, entries, texts := filled(t)
	flipped := 0
	for page := 0; page < len(whole); page += pageSize {
		for _, at := range ids(whole[page : page+pageSize]) {
			for _, bit := range flippedOfID {
				tellsFlipped(t, whole, (page+at)*8+bit, entries, texts)
				flipped++
			}
		}
	}
	if flipped < len(flippedOfID)*len(entries) {
		t.Errorf("only %d bits were changed", flipped)
	}
}

// ids are where, on a page of a table, the ids of rows of some hundred bytes lie. All are below
// 128.
func ids(page []byte) (all []int) {
	const leafOfTable, headerSize = 13, 8
	if page[0] != leafOfTable {
		return nil
	}
	cells := int(binary.BigEndian.Uint16(page[3:]))
	for i := range min(cells, pageSize/8) {
		at := int(binary.BigEndian.Uint16(page[headerSize+2*i:]))
		if size, n := binary.Uvarint(page[at:min(at+3, pageSize)]); n == 2 && size > 0 && page[at+n] < 0x80 {
			all = append(all, at+n)
		}
	}
	return all
}

// filled is the file of a library with some releases and pictures, and what it holds.
func filled(t testing.TB) (file []byte, entries []library.Entry, texts []release.Release) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "whole.db")
	l := mustOpen(t, path)
	for r := range librarytest.Releases(30) {
		var err error
		if len(texts)%5 == 0 {
			if r, err = pictured(l, r, len(texts)); err != nil {
				t.Fatal(err)
			}
		}
		e, err := l.Save(ctx, 0, 0, r)
		if err != nil {
			t.Fatal(err)
		}
		r.UUID = e.UUID
		entries, texts = append(entries, e), append(texts, r)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return whole, entries, texts
}

// tellsFlipped changes one bit of a library and reports whether that is told.
func tellsFlipped(t testing.TB, whole []byte, bit int, entries []library.Entry, texts []release.Release) bool {
	t.Helper()
	dir := t.TempDir()
	damaged := filepath.Join(dir, "damaged.db")
	whole[bit/8] ^= 1 << (bit % 8)
	err := os.WriteFile(damaged, whole, 0o600)
	whole[bit/8] ^= 1 << (bit % 8)
	if err != nil {
		t.Fatal(err)
	}
	told := tells(t, damaged, entries, texts)
	if t.Failed() {
		t.Fatalf("bit %d of byte %d (page %d)", bit%8, bit/8, 1+bit/8/pageSize)
	}
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	return told
}

// tells reads all of a damaged library and reports whether it was told.
func tells(t testing.TB, path string, entries []library.Entry, texts []release.Release) bool {
	t.Helper()
	l, err := openLibrary(path)
	if err != nil {
		return true
	}
	defer func() { _ = l.Close() }()
	problems, err := l.Verify(ctx, nil)
	verified := err == nil && len(problems) == 0
	for i, want := range entries {
		for _, hash := range texts[i].Pictures() {
			file, err := l.Picture(ctx, hash)
			if err == nil && !bytes.Equal(file, librarytest.Picture(i)) {
				t.Errorf("picture %d came back changed, and nothing was said", i)
			}
			if err != nil && verified {
				t.Errorf("picture %d cannot be read (%v), and Verify says nothing", i, err)
			}
		}
		r, e, err := l.Get(ctx, want.ID)
		if err != nil {
			if verified {
				t.Errorf("release %d cannot be read (%v), and Verify says nothing", want.ID, err)
			}
			continue
		}
		if !reflect.DeepEqual(r, texts[i]) {
			t.Errorf("release %d came back changed, and nothing was said", want.ID)
		}
		if r, err := l.Version(ctx, want.ID, 1); err == nil && !reflect.DeepEqual(r, texts[i]) {
			t.Errorf("the version of release %d came back changed, and nothing was said", want.ID)
		}
		// A flipped count of saves or time of saving misleads nobody.
		e.Revision, e.Saved, e.Trashed = want.Revision, want.Saved, want.Trashed
		if verified && !reflect.DeepEqual(e, want) {
			t.Errorf("release %d is listed as %+v, not %+v, and Verify says nothing", want.ID, e, want)
		}
	}
	return !verified
}
