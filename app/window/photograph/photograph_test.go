package photograph_test

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"communique/app/library"
	"communique/app/window/photograph"
	"communique/app/window/screen/screentest"
	"communique/editor/release"
	"communique/export/exporttest"
)

// store keeps what it is given, or fails.
type store struct {
	files [][]byte
	fail  error
}

func (s *store) AddPicture(_ context.Context, file []byte) (string, error) {
	s.files = append(s.files, file)
	return "hash", s.fail
}

// TestRead keeps a photograph's file as it is, and begins with what the file says of it;
// what is no photograph, or none that can be kept, never gets to the library.
func TestRead(t *testing.T) {
	dir := t.TempDir()
	write := func(name string, data []byte) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	good := exporttest.Photograph(40, 30, 1)
	huge := write("huge.jpg", good)
	if err := os.Truncate(huge, library.MaxPicture+1); err != nil {
		t.Fatal(err)
	}
	largest := write("largest.jpg", good)
	if err := os.Truncate(largest, library.MaxPicture); err != nil {
		t.Fatal(err)
	}
	full := &library.StorageError{Reason: "full"}
	for _, c := range []struct {
		name, path string
		fail       error
		kept       bool
		want       func(error) bool // nil where it comes into the text
	}{
		{"a photograph", write("a.jpg", good), nil, true, nil},
		{"as large as may be", largest, nil, true, nil},
		{"larger", huge, nil, false, func(err error) bool {
			var refused *library.PictureError
			return errors.As(err, &refused) && refused.Reason == "large"
		}},
		{"not there", filepath.Join(dir, "no.jpg"), nil, false, func(err error) bool { return errors.Is(err, fs.ErrNotExist) }},
		{"a folder", dir, nil, false, func(err error) bool { return err != nil }},
		{"words", write("words.jpg", []byte("слова")), nil, false, func(err error) bool { return err != nil }},
		{"a broken one", write("broken.jpg", good[:len(good)/4]), nil, false, func(err error) bool { return err != nil }},
		{"a full disk", write("b.jpg", good), full, true, func(err error) bool { return errors.Is(err, full) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, kept := screentest.New(t), &store{fail: c.fail}
			var got []release.Block
			photograph.Params{Base: s.Base, Store: kept}.Read(c.path, func(b release.Block) { got = append(got, b) })
			s.Wait("the answer", func() bool { return len(got)+len(s.Failed) > 0 })
			if c.kept != (len(kept.files) == 1) {
				t.Errorf("%d files came to the library", len(kept.files))
			}
			if c.want != nil {
				if len(got) > 0 || !c.want(s.Failed[0]) {
					t.Errorf("got %+v, %v", got, s.Failed)
				}
				return
			}
			if want := (release.Block{Kind: release.Picture, Picture: "hash", Text: "SecretCaption", Author: "SecretPhotographer"}); len(s.Failed) > 0 || got[0].Kind != want.Kind || got[0].Picture != want.Picture || got[0].Text != want.Text || got[0].Author != want.Author {
				t.Errorf("got %+v, %v", got, s.Failed)
			}
			if file, err := os.ReadFile(c.path); err != nil || !bytes.Equal(kept.files[0], file) {
				t.Errorf("the library has another file: %v", err)
			}
		})
	}
}

// TestDescribe begins with what is said already, and leaves it where nothing is confirmed.
func TestDescribe(t *testing.T) {
	was := release.Block{Kind: release.Picture, Picture: "hash", Text: "Зал", Author: "Анна", Alternative: "Люди"}
	for _, yes := range []bool{true, false} {
		s := screentest.New(t)
		var got []release.Block
		photograph.Params{Base: s.Base}.Describe(was, "picture-change", func(said release.Block) { got = append(got, said) })
		fields := s.Entries()
		if len(fields) != 3 || fields[0].Text != "Зал" || fields[1].Text != "Анна" || fields[2].Text != "Люди" || !strings.Contains(s.Texts(), s.Base.Text("picture-help")) {
			t.Fatalf("on the screen:\n%s", s.Texts())
		}
		s.Type("!")
		fields[1].SetText("Пётр")
		fields[2].SetText("Сцена")
		if yes {
			s.Press(fyne.KeyReturn, fyne.KeyModifierControl)
		} else {
			if !s.Abandon() {
				t.Error("what was typed is lost without a question")
			}
		}
		if s.Open() {
			t.Error("the dialog stays")
		}
		if !yes {
			if len(got) > 0 {
				t.Errorf("said without a yes: %+v", got)
			}
			continue
		}
		if len(got) != 1 || !strings.Contains(got[0].Text, "!") || got[0].Author != "Пётр" || got[0].Alternative != "Сцена" || got[0].Picture != "hash" || got[0].Kind != release.Picture {
			t.Errorf("got %+v", got)
		}
	}
}
