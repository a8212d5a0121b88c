package style

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"communique/assets/fonts"
	"communique/export/typeface"
)

func TestShippedStyles(t *testing.T) {
	for _, name := range Names() {
		t.Run(name, func(t *testing.T) {
			s, err := Shipped(name)
			if err != nil {
				t.Fatal(err)
			}
			if s.Name != name || s.Title["ru"] == "" || s.Title["en"] == "" {
				t.Fatalf("style %q has titles %v", s.Name, s.Title)
			}
			if s.Faces.Text == nil || s.Faces.SansBold == nil {
				t.Fatal("faces are missing")
			}
		})
	}
}

// The figures of the standard, as the notes of the standard give them.
func TestGOST(t *testing.T) {
	s, err := Shipped("gost")
	if err != nil {
		t.Fatal(err)
	}
	if s.Page != (Page{"A4", 20, 10, 20, 20}) || s.Text.Size != 14 || s.Text.Align != "justify" {
		t.Fatalf("page %+v, text %+v", s.Page, s.Text)
	}
	if s.Parts.Paragraph.Indent != 12.5 || s.Numbers.Place != "top" || s.Numbers.From != 2 {
		t.Fatalf("paragraph %+v, numbers %+v", s.Parts.Paragraph, s.Numbers)
	}
}

func TestAStyleTakesTheRestFromItsBase(t *testing.T) {
	s, err := Read("own", []byte("base = \"gost\"\n[parts.lead]\nfont = \"bold\"\n"), nil)
	if err != nil {
		t.Fatal(err)
	}
	if s.Text.Size != 14 || s.Parts.Lead.Indent != 12.5 || s.Parts.Lead.Font != "bold" || s.Parts.Headline.Font != "bold" {
		t.Fatalf("got %+v", s)
	}
}

func TestBadStyles(t *testing.T) {
	for _, c := range []struct {
		name, file, want string
	}{
		{"not TOML", "[page", "line"},
		{"unknown key", "[page]\nwidht = 3\n", "widht"},
		{"a title in no language", "title = 5\n", "title"},
		{"unknown base", "base = \"nowhere\"\n", "nowhere"},
		{"size of page", "[page]\nsize = \"A3\"\n", "page.size"},
		{"no room for text", "[page]\nleft = 99\nright = 99\n", "at least 60"},
		{"not a number", "[text]\nsize = nan\n", "text.size"},
		{"huge type", "[text]\nsize = 1e9\n", "text.size"},
		{"colour", "[colours]\ntext = \"red\"\n", "red"},
		{"colour with sign", "[colours]\ntext = \"#+12345\"\n", "+12345"},
		{"font of a part", "[parts.lead]\nfont = \"comic\"\n", "parts.lead.font"},
		{"no such file", "[fonts]\ntext = \"nowhere.ttf\"\n", "nowhere.ttf"},
		{"way out of the folder", "[letterhead]\nlogo = \"../secret.png\"\n", "secret.png"},
		{"rubbish for a font", "[fonts]\ntext = \"bad.ttf\"\n", typeface.ErrNotTrueType.Error()},
		{"half a font", "[fonts]\ntext = \"half.ttf\"\n", typeface.ErrBroken.Error()},
		{"three names", "[letterhead]\nnames = [\"a\", \"b\", \"c\"]\n", "letterhead.names"},
	} {
		t.Run(c.name, func(t *testing.T) {
			folder := fstest.MapFS{
				"bad.ttf":  {Data: []byte("rubbish rubbish rubbish")},
				"half.ttf": {Data: fonts.Data(fonts.Serif)[:30000]},
			}
			_, err := Read("own", []byte(c.file), folder)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Fatalf("got %v, want it to name %q", err, c.want)
			}
			var fact interface {
				Fact() (string, map[string]any)
			}
			if !errors.As(err, &fact) {
				t.Fatalf("%T has no words", err)
			}
		})
	}
}

func TestOwnFontAndLogo(t *testing.T) {
	folder := t.TempDir()
	for name, data := range map[string][]byte{"own.ttf": fonts.Data(fonts.Sans), "logo.svg": []byte("<svg/>")} {
		if err := os.WriteFile(filepath.Join(folder, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	s, err := Read("own", []byte("\ufeff[fonts]\ntext = \"own.ttf\"\n[letterhead]\nlogo = \"logo.svg\"\n"), os.DirFS(folder))
	if err != nil {
		t.Fatal(err)
	}
	if s.Faces.Text.Name != "CommuniqueSans-Regular" && !strings.Contains(s.Faces.Text.Name, "Sans") {
		t.Fatalf("face %q", s.Faces.Text.Name)
	}
	if string(s.Logo) != "<svg/>" {
		t.Fatalf("logo %q", s.Logo)
	}
}

func FuzzRead(f *testing.F) {
	for _, name := range Names() {
		data, err := Source(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte("[parts.lead]\nsize = -inf\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := Read("fuzz", data, nil)
		if err != nil {
			return
		}
		width, height := s.Page.Dimensions()
		if width-s.Page.Left-s.Page.Right < leastWidth || height-s.Page.Top-s.Page.Bottom < leastHeight || s.Faces.Text == nil {
			t.Fatalf("no page can be set by %+v", s)
		}
	})
}
