package pasting

import (
	"bytes"
	"context"
	"encoding/base64"
	"errors"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"communique/app/clipboard"
	"communique/app/window/screen"
	"communique/app/window/screen/screentest"
	"communique/assets/translations"
	"communique/editor/draft"
	"communique/editor/editing"
	"communique/editor/release"
)

// place is at the end of a draft of its own; gone where it is nil.
type place struct{ *editing.Editor }

func (p place) Put(do func(*editing.Editor)) bool {
	if p.Editor == nil {
		return false
	}
	do(p.Editor)
	return true
}

func newPlace() place {
	r := release.New("ru")
	r.Lead, r.Blocks = "Лид.", []release.Block{{ID: 1, Kind: release.Paragraph, Text: "Текст "}}
	e := editing.New(draft.NewSession(r, time.Now))
	e.Move(editing.DocumentEnd, false)
	return place{e}
}

// TestWhatIsTold says what did not come along, and that nothing did.
func TestWhatIsTold(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	t.Setenv("TMP", os.TempDir()) // Windows
	file := filepath.Join(os.TempDir(), "clip_image001.png")
	var dot bytes.Buffer
	if err := errors.Join(png.Encode(&dot, image.NewGray(image.Rect(0, 0, 2, 2))), os.WriteFile(file, dot.Bytes(), 0o600)); err != nil {
		t.Fatal(err)
	}
	inFile := "file:///" + strings.TrimPrefix(filepath.ToSlash(file), "/")
	const away = `<img src="https://example.org/a.png" alt="Двое">`
	picture := `<p>До</p><figure><img src="data:image/png;base64,` + base64.StdEncoding.EncodeToString([]byte("\x89PNG\r\n\x1a\n")) + `"><figcaption>Двое</figcaption></figure>`
	for name, c := range map[string]struct {
		contents clipboard.Contents
		err      error // of the clipboard
		store    error // of the library
		gone     bool
		told     string
		failed   bool
		put      string
		files    int // photographs that are put
	}{
		"all of it":                  {contents: clipboard.Contents{Text: "да"}, put: "Текст да"},
		"a picture no library takes": {contents: clipboard.Contents{Picture: []byte("x")}, store: errors.New("full"), failed: true, put: "Текст "},
		"the place is gone":          {contents: clipboard.Contents{Text: "да"}, gone: true, told: "уже удалено"},
		"nobody offers HTML":         {err: clipboard.ErrUnsupported, put: "Текст плоско"},
		"it does not answer":         {err: clipboard.ErrHeld, failed: true, put: "Текст "},
		"too much":                   {err: clipboard.ErrTooLarge, failed: true, put: "Текст "},
		"a picture of a page":        {contents: clipboard.Contents{Text: "https://example.org/a.png", HTML: away, Picture: []byte("x")}, put: "[hash]"},
		"its file is elsewhere":      {contents: clipboard.Contents{Text: "x", HTML: "<p>До</p>" + away}, told: "1 снимок не вставлен: его нет", put: "Текст До"},
		"a picture in a file":        {contents: clipboard.Contents{Text: "x", HTML: "<p>До</p><img src='" + inFile + "'>"}, put: "[hash]"},
		"words beside a picture":     {contents: clipboard.Contents{Text: "x", HTML: "<p>До</p>" + away, Picture: []byte("x")}, told: "1 снимок не вставлен", put: "Текст До"},
		"what nobody was to see":     {contents: clipboard.Contents{Text: "x", HTML: "<p>До<del>нет</del></p>"}, told: "Вставлено без 1 вещи", put: "Текст До"},
		"a space that was cleaned":   {contents: clipboard.Contents{Text: "x", HTML: "<p>До\u200b</p>"}, put: "Текст До"},
		"a photograph in a folder":   {contents: clipboard.Contents{Text: "/a/1.jpg", Files: []string{"/a/1.jpg"}}, files: 1, put: "Текст "},
		"photographs in a folder":    {contents: clipboard.Contents{Text: "/a/1.jpg", Files: []string{"/a/1.JPG", "/a/2.png"}}, files: 2, put: "Текст "},
		"files of other kinds":       {contents: clipboard.Contents{Text: "/a/1.jpg", Files: []string{"/a/1.jpg", "/a/2.docx"}}, told: "только если все они снимки", put: "Текст "},
		"an object":                  {contents: clipboard.Contents{Text: "x", HTML: "<p>До</p><object data=a.xls></object>"}, told: "1 объект не вставлен", put: "Текст До"},
		"a damaged picture":          {contents: clipboard.Contents{Text: "x", HTML: picture}, told: "1 снимок не вставлен", put: "Текст До"},
	} {
		t.Run(name, func(t *testing.T) {
			s := screentest.New(t)
			answered := false
			p := Params{
				Base: s.Base, Read: func(context.Context) (clipboard.Contents, error) { return c.contents, c.err },
				Plain:      func() string { return "плоско" },
				AddPicture: func(context.Context, []byte) (string, error) { return "hash", c.store },
			}
			files := 0
			p.PutPictures = func(paths []string) { files = len(paths) }
			do := p.Do
			p.Do = func(f func()) { do(func() { f(); answered = true }) }
			at := newPlace()
			if c.gone {
				at = place{}
			}
			p.Paste(at, false, nil)
			s.Wait("an answer", func() bool { return answered })
			if files != c.files {
				t.Errorf("%d photographs", files)
			}
			if !strings.Contains(s.Told, c.told) || (s.Told != "") != (c.told != "") || (len(s.Failed) > 0) != c.failed {
				t.Errorf("told %q, failed %v", s.Told, s.Failed)
			}
			if !c.gone {
				blocks := at.Session().Release().Blocks
				got := blocks[0].Text
				if last := blocks[len(blocks)-1]; last.Picture != "" {
					got = "[" + last.Picture + "]"
				}
				if got != c.put {
					t.Errorf("put %q", got)
				}
			}
		})
	}
}

// TestPicturesThatAreLostAreCounted keeps their words.
func TestPicturesThatAreLostAreCounted(t *testing.T) {
	blocks := []release.Block{
		{Kind: release.Picture, Picture: "a", Text: "Двое"}, {Kind: release.Picture, Picture: "b"}, {Kind: release.Paragraph, Text: "После"},
	}
	p := Params{AddPicture: func(context.Context, []byte) (string, error) { return "", errors.New("no picture") }}
	kept, lost := p.keepPictures(t.Context(), blocks, nil)
	if lost != 2 || len(kept) != 2 || kept[0].Text != "Двое" || kept[0].Kind != release.Paragraph || kept[0].Picture != "" {
		t.Errorf("lost %d, kept %+v", lost, kept)
	}
	s := screentest.New(t)
	p.Base = s.Base
	p.put(newPlace(), content{text: "да", lost: 2}, nil)
	if !strings.Contains(s.Told, "2 снимка не вставлены") {
		t.Errorf("told %q", s.Told)
	}
	p.put(newPlace(), content{text: "да", unread: errors.New("no HTML"), lost: 2}, nil)
	if !strings.Contains(s.Told, "только слова") {
		t.Errorf("told %q", s.Told)
	}
	tell := p.Tell
	for _, c := range []content{{text: "да", lost: 1}, {text: "да", objects: 1}, {text: "да", omitted: 1}} {
		amiss := false
		p.Tell = func(text translations.Sentence, trouble bool) screen.Told {
			amiss = trouble
			return tell(text, trouble)
		}
		if p.put(newPlace(), c, nil); amiss != (c.omitted == 0) {
			t.Errorf("%+v is told as trouble: %v", c, amiss)
		}
	}
}

// TestWordsForAField: the words that a field is given, also of a clipboard that has nothing else to give.
func TestWordsForAField(t *testing.T) {
	for name, c := range map[string]struct {
		contents clipboard.Contents
		err      error
		words    string
		failed   bool
	}{
		"words":              {contents: clipboard.Contents{Text: "да", HTML: "<p>да</p>"}, words: "да"},
		"no more than words": {err: clipboard.ErrUnsupported, words: "плоско"},
		"it does not answer": {err: clipboard.ErrHeld, failed: true},
	} {
		t.Run(name, func(t *testing.T) {
			s := screentest.New(t)
			words, taken := "", false
			p := Params{Base: s.Base, Plain: func() string { return "плоско" }, Read: func(context.Context) (clipboard.Contents, error) { return c.contents, c.err }}
			p.Words(func(w string) { words, taken = w, true })
			s.Wait("the words", func() bool { return taken })
			if words != c.words || (len(s.Failed) > 0) != c.failed {
				t.Errorf("got %q, failed %v", words, s.Failed)
			}
		})
	}
}

// TestPlainPasteTakesWords, also of files: the paths that a file manager copies beside them.
func TestPlainPasteTakesWords(t *testing.T) {
	c, err := Params{}.understand(t.Context(), clipboard.Contents{Text: "/a/1.jpg", Files: []string{"/a/1.jpg"}}, true, false)
	if err != nil || c.text != "/a/1.jpg" || c.files != nil {
		t.Errorf("%+v, %v", c, err)
	}
}
