package export_test

import (
	"archive/zip"
	"bytes"
	"cmp"
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"image/jpeg"
	"io"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"communique/editor/document"
	"communique/editor/release"
	"communique/export"
	"communique/export/exporttest"
)

// told returns a release that has every kind of block, and in each of its texts a word
// of that text's own, by which it is found again. It returns the words, too.
func told(t testing.TB) (r release.Release, words map[string]release.Passage) {
	t.Helper()
	r = release.New("ru")
	for _, kind := range release.BlockKinds() {
		b := release.Block{Kind: kind}
		if kind == release.Picture {
			b.Picture = photograph
		}
		r.Blocks = append(r.Blocks, b)
	}
	r.Blocks = append(r.Blocks, release.Block{Kind: release.List, First: 5}, release.Block{Kind: release.Picture, Picture: photograph})
	r.Blocks = release.Numbered(r.Blocks)
	doc := document.New(r)
	words = map[string]release.Passage{}
	word := func(p release.Passage) string {
		name := "слово" + strings.Repeat("ъ", len(words)+1) + "конец"
		words[name] = p
		return name
	}
	for p := range r.Passages() {
		text := word(p)
		if p.Kind == release.Table {
			text += "\t" + word(p) + "\n" + word(p) + "\t" + word(p)
		}
		if p.Kind == release.List {
			text += "\n" + word(p)
		}
		if err := doc.Apply(document.Transaction{document.Insert{At: release.Position{TextID: p.TextID}, Words: text}}); err != nil {
			t.Fatal(err)
		}
	}
	doc.Write(&r)
	return r, words
}

// TestEveryTextIsInEveryForm: what a release says is found in all of its forms, and what
// is the office's own in none. Whoever adds a text sees it missing here.
func TestEveryTextIsInEveryForm(t *testing.T) {
	r, words := told(t)
	for form, all := range readable(t, r) {
		for word, p := range words {
			if got := strings.Contains(all, word); got != p.Published() {
				t.Errorf("%s: it has the words of %s: %v, want %v; whoever writes this form goes through them", form, name(p), got, p.Published())
			}
		}
	}
}

// TestACaptionIsOneInEveryForm: what a picture shows and who took it are told in the same
// words wherever it is seen; the text alone names it in its place.
func TestACaptionIsOneInEveryForm(t *testing.T) {
	for language, want := range map[string][2]string{
		"ru": {"Встреча глав. Фото: Анна Примерова", "Фото: Встреча глав. Анна Примерова"},
		"en": {"Встреча глав. Photo: Анна Примерова", "Photo: Встреча глав. Анна Примерова"},
		"ky": {"Встреча глав. Сүрөт: Анна Примерова", "Сүрөт: Встреча глав. Анна Примерова"},
	} {
		r := release.New(language)
		r.Blocks = []release.Block{{ID: 1, Kind: release.Picture, Picture: photograph, Text: "Встреча глав", Author: "Анна Примерова"}}
		for form, all := range readable(t, r) {
			expected := want[0]
			if form == export.Text {
				expected = want[1]
			}
			if words := strings.Join(strings.Fields(all), " "); !strings.Contains(words, expected) && form != export.NINJS { // that has a field for each
				t.Errorf("%s, %s: %q is not in %s", language, form, expected, words)
			}
		}
	}
}

// name is what a passage is called by who adds one.
func name(p release.Passage) string {
	if p.Index < 0 {
		return "the field " + string(p.Field)
	}
	return fmt.Sprintf("a %s (%s)", p.Kind, cmp.Or(string(p.Part), "its own words"))
}

// readable returns the words of each form.
func readable(t *testing.T, r release.Release) map[export.Form]string {
	t.Helper()
	press := export.NewPress(office(t))
	found := map[export.Form]string{}
	for _, form := range export.Forms() {
		got, err := press.Print(form, r)
		if err != nil {
			t.Fatal(form, err)
		}
		switch form {
		case export.PDF:
			found[form] = tool(t, got.Data, "pdfinfo", "-struct-text", "FILE") + textStrings(t, got.Data)
		case export.DOCX:
			found[form] = unzipped(t, got.Data)
		case export.NINJS:
			found[form] = values(t, got.Data)
		case export.Mail:
			found[form] = parts(t, got.Data)
		default:
			found[form] = string(got.Data)
		}
	}
	return found
}

// TestNothingHiddenInPicturesLeaves: where a photograph was taken, by what and by whom
// is in no form, nor in a package, however it is packed there.
func TestNothingHiddenInPicturesLeaves(t *testing.T) {
	r := full(t)
	for _, orientation := range []int{1, 6} { // as it is, and written anew
		for _, html := range []bool{true, false} {
			o := office(t)
			o.Mail.WithHTML = html
			o.Pictures = func(string) ([]byte, error) { return exporttest.Photograph(60, 40, orientation), nil }
			dir := filepath.Join(t.TempDir(), "p")
			job := export.Job{Release: r, Target: dir, Forms: export.Forms(), Package: true}
			err := export.Run(context.Background(), o, slices.Values([]export.Job{job}), func(results []export.Result) {
				if results[0].Err != nil {
					t.Error(results[0].Err)
				}
			})
			if err != nil {
				t.Fatal(err)
			}
			for name, content := range everyFile(t, dir) {
				for _, layer := range unpacked(t, name, []byte(content)) {
					for _, secret := range exporttest.Secrets {
						if bytes.Contains(layer, []byte(secret)) {
							t.Errorf("%d: %s is in %s", orientation, secret, name)
						}
					}
				}
			}
		}
	}
}

var (
	wrapped = regexp.MustCompile(`(?:[A-Za-z0-9+/]{76}\r\n)*[A-Za-z0-9+/]+={0,2}\r\n`)
	inData  = regexp.MustCompile(`base64,([A-Za-z0-9+/]+={0,2})`)
)

// unpacked returns a file, and what is packed in it.
func unpacked(t *testing.T, name string, data []byte) [][]byte {
	t.Helper()
	layers := [][]byte{data}
	switch filepath.Ext(name) {
	case ".pdf":
		layers = append(layers, []byte(tool(t, data, "qpdf", "--qdf", "--object-streams=disable", "FILE", "-")))
	case ".docx":
		z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range z.File {
			r, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			content, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			layers = append(layers, content)
		}
	case ".eml":
		for _, block := range wrapped.FindAll(data, -1) {
			if content, err := base64.StdEncoding.DecodeString(strings.ReplaceAll(string(block), "\r\n", "")); err == nil {
				layers = append(layers, content, exporttest.Objects(content)) // of the PDF
			}
		}
	}
	for _, m := range inData.FindAllSubmatch(data, -1) {
		content, err := base64.StdEncoding.DecodeString(string(m[1]))
		if err != nil {
			t.Fatal(err)
		}
		layers = append(layers, content)
	}
	return layers
}

// TestPicturesAreMadeReadyOnce: for each size, and for those forms alone that show them;
// nobody keeps those of other releases.
func TestPicturesAreMadeReadyOnce(t *testing.T) {
	asked := 0
	o := office(t)
	o.Pictures = func(string) ([]byte, error) {
		asked++
		return exporttest.Photograph(60, 40, 1), nil
	}
	press := export.NewPress(o)
	for _, c := range []struct {
		form export.Form
		want int
	}{{export.Text, 0}, {export.PDF, 1}, {export.DOCX, 1}, {export.NINJS, 1}, {export.HTML, 2}, {export.Markdown, 2}, {export.Mail, 2}, {export.PDF, 2}} {
		if _, err := press.Print(c.form, full(t)); err != nil || asked != c.want {
			t.Errorf("%s: asked %d times, want %d, %v", c.form, asked, c.want, err)
		}
	}
	if _, err := press.Print(export.HTML, exporttest.Release(1, 100)); err != nil {
		t.Fatal(err)
	}
	if _, err := press.Print(export.HTML, full(t)); err != nil || asked != 3 {
		t.Errorf("asked %d times, %v", asked, err)
	}
}

// TestNoReleaseLeavesWithoutItsPictures: but as text, which shows none.
func TestNoReleaseLeavesWithoutItsPictures(t *testing.T) {
	gone := errors.New("gone")
	r := full(t)
	r.Blocks = append(r.Blocks, release.Block{ID: r.NextID(), Kind: release.Picture, Picture: strings.Repeat("e", 64), Alternative: "Двое за столом"})
	for name, pictures := range map[string]func(string) ([]byte, error){
		"nobody has any": nil,
		"gone":           func(string) ([]byte, error) { return nil, gone },
		"no picture":     func(string) ([]byte, error) { return []byte("снимок"), nil },
	} {
		o := office(t)
		o.Pictures = pictures
		for _, form := range export.Forms() {
			_, err := export.NewPress(o).Print(form, r)
			if form != export.Text && (err == nil || !strings.Contains(err.Error(), "Зал заседаний") || !strings.Contains(err.Error(), "Двое за столом")) {
				t.Errorf("%s, %s: not each is named: %v", name, form, err)
			}
			var lacking *export.PictureError
			if errors.As(err, &lacking) == (form == export.Text) || err == nil != (form == export.Text) {
				t.Errorf("%s, %s: %v", name, form, err)
			}
			if lacking != nil {
				if fact, args := lacking.Fact(); fact != "export-picture" || args["Caption"] != "Зал заседаний" {
					t.Errorf("got %s, %v", fact, args)
				}
			}
			if name == "gone" && form == export.PDF && !errors.Is(err, gone) {
				t.Errorf("got %v", err)
			}
		}
	}
}

// TestPicturesInAMail: in the letter where there is one, otherwise attached.
func TestPicturesInAMail(t *testing.T) {
	for _, c := range []struct {
		mailing   export.Mailing
		want, not string
	}{
		{export.Mailing{WithHTML: true, WithoutPDF: true}, "Content-Disposition: inline;", "Content-Disposition: attachment"},
		{export.Mailing{WithoutPDF: true}, "Content-Disposition: attachment;", "Content-ID"},
	} {
		o := office(t)
		o.Mail = c.mailing
		got, err := export.NewPress(o).Print(export.Mail, full(t))
		if err != nil || !bytes.Contains(got.Data, []byte(c.want)) || bytes.Contains(got.Data, []byte(c.not)) || !bytes.Contains(got.Data, []byte("vstrecha-na-polyakh-sessii-1.jpg")) {
			t.Errorf("%+v: %v\n%.300s", c.mailing, err, got.Data)
		}
		cid := fmt.Sprintf("Content-ID: <%s@", photograph[:32])
		if page := parts(t, got.Data); c.mailing.WithHTML && (!bytes.Contains(got.Data, []byte(cid)) || !strings.Contains(page, `src="cid:`+photograph[:32])) {
			t.Errorf("the letter does not show its picture:\n%s", page)
		}
	}
}

// TestThePagesComeFirst among what a mail carries: programs show the first attachment.
func TestThePagesComeFirst(t *testing.T) {
	o := office(t)
	o.Mail = export.Mailing{}
	got, err := export.NewPress(o).Print(export.Mail, full(t))
	pages, picture := bytes.Index(got.Data, []byte("Content-Type: application/pdf")), bytes.Index(got.Data, []byte("Content-Type: image/jpeg"))
	if err != nil || pages < 0 || picture < pages {
		t.Errorf("the pages at %d, the picture at %d, %v", pages, picture, err)
	}
}

// TestPicturesAreAsLargeAsTheyAreShown: for a screen smaller than for print.
func TestPicturesAreAsLargeAsTheyAreShown(t *testing.T) {
	o := office(t)
	o.Pictures = func(string) ([]byte, error) { return exporttest.Photograph(2100, 20, 1), nil }
	o.Mail = export.Mailing{WithHTML: true, WithoutPDF: true}
	for f, want := range map[export.Form]int{export.HTML: 1280, export.Markdown: 1280, export.NINJS: 2000} {
		got, err := export.NewPress(o).Print(f, full(t))
		_, data, _ := bytes.Cut(got.Data, []byte("data:image/jpeg;base64,"))
		if end := bytes.IndexAny(data, "\">"); err != nil || end < 0 {
			t.Errorf("%s: no picture, %v", f, err)
		} else if c, err := jpeg.DecodeConfig(base64.NewDecoder(base64.StdEncoding, bytes.NewReader(data[:end]))); err != nil || c.Width != want {
			t.Errorf("%s: %d wide, %v", f, c.Width, err)
		}
	}
}

// A press makes the pages of a release once, for their file and for the mail that takes
// it along, and anew of a release that says anything else.
func TestAPressRemembersOnePDF(t *testing.T) {
	press := export.NewPress(office(t))
	print := func(r release.Release, with ...release.Release) []byte {
		t.Helper()
		got, err := press.Print(export.PDF, r, with...)
		if err != nil {
			t.Fatal(err)
		}
		return got.Data
	}
	r := full(t)
	first := print(r)
	r.Blocks[0].Text += " И ещё."
	second := print(r)
	if &first[0] == &second[0] || bytes.Equal(first, second) {
		t.Error("another text has the same pages")
	}
	if again := print(r); &again[0] != &second[0] {
		t.Error("the same text was set again")
	}
	if both := print(r, full(t)); bytes.Equal(both, second) {
		t.Error("a translation does not follow")
	}
	if fresh := print(full(t)); !bytes.Equal(fresh, first) {
		t.Error("the first text has other pages now")
	}
}
