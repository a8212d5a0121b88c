package style

import (
	"encoding/binary"
	"errors"
	"fmt"
	"image/color"
	"io/fs"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"communique/assets/fonts"
	"communique/editor/release"
	"communique/export/typeface"
)

// keyed writes a key with a dotted name.
func keyed(key string, value any) []byte {
	if text, ok := value.(string); ok {
		value = fmt.Sprintf("%q", text)
	}
	return fmt.Appendf(nil, "%s = %v\n", key, value)
}

// partNames are the parts' names in a style's file.
func partNames() []string {
	var names []string
	for i, parts := 0, reflect.TypeFor[Parts](); i < parts.NumField(); i++ {
		names = append(names, parts.Field(i).Tag.Get("toml"))
	}
	return names
}

// TestLimits tries each number at both of its ends and beyond them.
func TestLimits(t *testing.T) {
	limits := map[string][2]float64{
		"page.top": {0, 100}, "page.right": {0, 100}, "page.bottom": {0, 100}, "page.left": {0, 100},
		"text.size": {6, 24}, "text.leading": {1, 3},
		"fit.size": {0.6, 1}, "fit.leading": {0.7, 1}, "fit.spacing": {0.1, 1},
		"letterhead.logo_height": {5, 60}, "letterhead.size": {6, 36}, "letterhead.small_size": {5, 24},
		"numbers.size": {5, 24}, "numbers.from": {1, 99}, "footer.size": {5, 24}, "embargo.size": {5, 24}, "draft.size": {5, 48}, "qr.size": {10, 60},
	}
	for _, name := range partNames() {
		limits["parts."+name+".size"] = [2]float64{0.5, 4}
		limits["parts."+name+".before"] = [2]float64{0, 6}
		limits["parts."+name+".indent"] = [2]float64{-30, 40}
		limits["parts."+name+".left"] = [2]float64{0, 40}
		limits["parts."+name+".leading"] = [2]float64{1, 3}
	}
	none := []string{"parts.table.indent", "parts.table.left", "parts.table_head.before", "parts.table_head.indent", "parts.table_head.left"}
	for _, key := range none {
		limits[key] = [2]float64{0, 0}
	}
	for key, limit := range limits {
		step := 0.01
		if key == "numbers.from" {
			step = 1
		}
		for value, good := range map[float64]bool{limit[0]: true, limit[1]: true, limit[0] - step: false, limit[1] + step: false} {
			if strings.HasSuffix(key, "leading") && value == 0 {
				continue
			}
			_, err := Read("own", keyed(key, value), nil)
			var wrong *ValueError
			if (err == nil) != good || err != nil && (!errors.As(err, &wrong) || wrong.Key != key) {
				t.Errorf("%s = %v: got %v", key, value, err)
			}
			if wrong != nil {
				want := fmt.Sprintf("%g–%g", limit[0], limit[1])
				if slices.Contains(none, key) {
					want = "0"
				}
				if name, args := wrong.Fact(); name != "style-value" || args["Key"] != key || args["Value"] != fmt.Sprint(value) || args["Known"] != want {
					t.Errorf("%s: got %s, %v", key, name, args)
				}
			}
		}
	}
	if _, err := Read("own", keyed("parts.lead.leading", 0), nil); err != nil { // the text's
		t.Error(err)
	}
}

// TestWords tries each word that a key knows, and one that it does not.
func TestWords(t *testing.T) {
	words := map[string]string{
		"page.size": "A4, A5, Letter", "letterhead.align": "left, center", "numbers.place": "bottom, top, none", "numbers.form": "of, number", "text.align": "justify, left",
	}
	for _, name := range partNames() {
		words["parts."+name+".font"] = "text, bold, italic, bold_italic, sans, sans_bold, sans_italic, sans_bold_italic"
		words["parts."+name+".align"] = "justify, left, center"
		words["parts."+name+".colour"] = "text, muted, accent"
	}
	for key, known := range words {
		for _, word := range strings.Split(known, ", ") {
			if _, err := Read("own", keyed(key, word), nil); err != nil {
				t.Errorf("%s = %q: %v", key, word, err)
			}
		}
		_, err := Read("own", keyed(key, "comic"), nil)
		var wrong *ValueError
		if !errors.As(err, &wrong) || wrong.Key != key || wrong.Value != "comic" || wrong.Known != known {
			t.Errorf("%s: got %v", key, err)
		}
		if empty := strings.HasSuffix(key, ".align") || strings.HasSuffix(key, ".colour"); strings.HasPrefix(key, "parts.") {
			if _, err := Read("own", keyed(key, ""), nil); (err == nil) != empty {
				t.Errorf("%s = \"\": %v", key, err)
			}
		}
	}
}

// TestRoom: a page that has just room for text is taken, one with less is not.
func TestRoom(t *testing.T) {
	for style, key := range map[string]string{
		"page = { left = 75, right = 75 }":                            "",
		"page = { left = 75, right = 75.1 }":                          "page.left",
		"page = { size = \"A5\", top = 65, bottom = 65 }":             "",
		"page = { size = \"A5\", top = 65, bottom = 65.1 }":           "page.top",
		"page = { size = \"Letter\", left = 99, right = 56.9 }":       "",
		"page = { size = \"Letter\", left = 99, right = 57 }":         "page.left",
		"qr = { content = \"" + strings.Repeat("x", 300) + "\" }":     "",
		"qr = { content = \"" + strings.Repeat("x", 301) + "\" }":     "qr.content",
		"letterhead = { names = [\"a\", \"b\"] }":                     "",
		"letterhead = { names = [\"a\", \"b\", \"c\"] }":              "letterhead.names",
		"page = { size = \"A4\", top = 100, bottom = 100, left = 0 }": "",
	} {
		_, err := Read("own", []byte(style), nil)
		got := ""
		var wrong *ValueError
		var room *RoomError
		switch {
		case errors.As(err, &wrong):
			got = wrong.Key
			if name, args := wrong.Fact(); name != "style-length" || args["Value"] != fmt.Sprint(wrong.Value) {
				t.Errorf("%.60s: %s, %v", style, name, args)
			}
		case errors.As(err, &room):
			got = room.Key
			if name, args := room.Fact(); name != "style-room" || args["Key"] != key || args["Left"] != room.Left || args["Least"] != room.Least || room.Left < room.Least-0.11 {
				t.Errorf("%.60s: %s, %v", style, name, args)
			}
		}
		if got != key || key == "" && err != nil {
			t.Errorf("%.60s: got %v", style, err)
		}
	}
}

// TestColours reads every digit of a colour.
func TestColours(t *testing.T) {
	s, err := Read("own", []byte("colours = { text = \"#123456\", muted = \"#abCDef\", accent = \"#000000\", rule = \"#ffffff\" }"), nil)
	if err != nil {
		t.Fatal(err)
	}
	for got, want := range map[color.NRGBA]color.NRGBA{
		s.Ink(Part{}):                 {0x12, 0x34, 0x56, 0xff},
		s.Ink(Part{Colour: "muted"}):  {0xab, 0xcd, 0xef, 0xff},
		s.Ink(Part{Colour: "accent"}): {0, 0, 0, 0xff},
		s.Colours.Rule.NRGBA:          {0xff, 0xff, 0xff, 0xff},
	} {
		if got != want {
			t.Errorf("got %v, want %v", got, want)
		}
	}
	if s.Ink(Part{Colour: "text"}) != s.Colours.Text.NRGBA {
		t.Error("the text has another colour than the text")
	}
	for _, bad := range []string{"123456", "#12345", "#1234567", "#12345g", "", "#"} {
		if err := new(Ink).UnmarshalText([]byte(bad)); err == nil {
			t.Errorf("%q was taken", bad)
		}
	}
}

func TestFacesOfParts(t *testing.T) {
	s, err := Shipped(Plain)
	if err != nil {
		t.Fatal(err)
	}
	for font, file := range map[string]string{
		"": fonts.Serif, "text": fonts.Serif, "bold": fonts.SerifBold, "sans": fonts.Sans, "sans_bold": fonts.SansBold,
	} {
		if got := s.Face(Part{Font: font}); got != typeface.Embedded(file) {
			t.Errorf("%q is %s", font, got.Name)
		}
	}
	for _, c := range []struct {
		font         string
		bold, italic bool
		want         string
	}{
		{"", false, true, fonts.SerifItalic},
		{"text", true, true, fonts.SerifBoldItalic},
		{"bold", false, true, fonts.SerifBoldItalic},
		{"bold", true, false, fonts.SerifBold},
		{"italic", true, false, fonts.SerifBoldItalic},
		{"sans", true, false, fonts.SansBold},
		{"sans", false, true, fonts.SansItalic},
		{"sans_bold", false, true, fonts.SansBoldItalic},
		{"sans_italic", false, false, fonts.SansItalic},
	} {
		if got := s.Emphasised(Part{Font: c.font}, release.Run{Bold: c.bold, Italic: c.italic}); got != typeface.Embedded(c.want) {
			t.Errorf("%q, bold %v, italic %v: %s", c.font, c.bold, c.italic, got.Name)
		}
	}
}

// A style is the same as itself, however it is copied, and not as one read anew.
func TestSame(t *testing.T) {
	a, _ := Shipped(Plain)
	b, _ := Shipped(Plain)
	again := a
	again.Text.Size++
	if !a.Same(again) || a.Same(b) || new(Style).Same(Style{}) || new(Style).Same(a) {
		t.Error("styles are taken for each other")
	}
}

// TestBases: what a style leaves out comes from its base, and from the plain one
// behind that; its title is its own.
func TestBases(t *testing.T) {
	s, err := Read("own", []byte("base = \"gost\"\ntitle = { ru = \"Наш\" }\nnumbers.size = 7"), nil)
	if err != nil {
		t.Fatal(err)
	}
	gost, _ := Shipped("gost")
	plain, _ := Shipped(Plain)
	if s.Name != "own" || s.Base != "gost" || len(s.Title) != 1 || s.Numbers.Size != 7 || s.Numbers.Place != gost.Numbers.Place || s.Footer != plain.Footer || s.Page != gost.Page {
		t.Errorf("got %+v", s)
	}
	if plain.Page == gost.Page || plain.Numbers.Size == 7 {
		t.Error("the styles are no longer unlike: another test is needed")
	}
	own, err := Read("own", nil, nil)
	if err != nil || own.Title != nil || own.Text != plain.Text || own.Page != plain.Page {
		t.Errorf("an empty style is not the plain one: %+v, %v", own, err)
	}
	if name, err := Shipped("nowhere"); err == nil || name.Name != "" {
		t.Errorf("got %v", err)
	}
	for _, name := range []string{"nowhere", "../fonts/fonts", ""} {
		var unknown *UnknownError
		if _, err := Source(name); !errors.As(err, &unknown) || unknown.Name != name {
			t.Errorf("%q: got %v", name, err)
		}
	}
	unknown := &UnknownError{"x"}
	if name, args := unknown.Fact(); name != "style-unknown" || args["Name"] != "x" || unknown.Error() != `no style "x"` {
		t.Errorf("got %s, %v, %v", name, args, unknown)
	}
	if data, err := Source("gost"); err != nil || !strings.Contains(string(data), "[page]") {
		t.Errorf("got %.40s, %v", data, err)
	}
	if !slices.Equal(Names(), []string{"plain", "gost"}) {
		t.Errorf("names %q", Names())
	}
}

// TestFiles: fonts and logo are read from the style's folder alone, up to a size.
func TestFiles(t *testing.T) {
	folder := fstest.MapFS{
		"logo.png":  {Data: make([]byte, 20<<20)},
		"large.png": {Data: make([]byte, 20<<20+1)},
		"bold.ttf":  {Data: fonts.Data(fonts.SerifBold)},
		"half.ttf":  {Data: fonts.Data(fonts.Serif)[:30000]},
		"emoji.ttf": {Data: fonts.Data(fonts.Emoji)},
		"bound.ttf": {Data: bound(t)},
		"shut.ttf":  {Data: fonts.Data(fonts.Serif)},
	}
	s, err := Read("own", []byte("letterhead.logo = \"logo.png\"\nfonts = { text = \"PT Sans\", bold = \"bold.ttf\", sans = \"PT Serif Bold\", sans_bold = \"PT Sans Bold\" }"), folder)
	if err != nil || len(s.Logo) != 20<<20 {
		t.Fatalf("%d bytes of a logo, %v", len(s.Logo), err)
	}
	if s.Faces.Text != typeface.Embedded(fonts.Sans) || s.Faces.Bold.Name != typeface.Embedded(fonts.SerifBold).Name || s.Faces.Bold == typeface.Embedded(fonts.SerifBold) ||
		s.Faces.Sans != typeface.Embedded(fonts.SerifBold) || s.Faces.SansBold != typeface.Embedded(fonts.SansBold) {
		t.Errorf("faces %+v", s.Faces)
	}
	for line, want := range map[string][2]string{
		"letterhead.logo = \"large.png\"":       {"large.png", "style-file-large"},
		"letterhead.logo = \".\"":               {".", "style-file-missing"},
		"letterhead.logo = \"logo\"":            {"logo", "style-file-missing"},
		"letterhead.logo = \"nowhere.png\"":     {"nowhere.png", "style-file-missing"},
		"letterhead.logo = \"../logo.png\"":     {"../logo.png", "style-file-outside"},
		"letterhead.logo = \"/logo.png\"":       {"/logo.png", "style-file-outside"},
		"fonts.sans_bold = \"nowhere.ttf\"":     {"nowhere.ttf", "style-file-missing"},
		"fonts.sans_bold = \"Times New Roman\"": {"Times New Roman", "style-face"},
		"fonts.sans_bold = \"pt serif\"":        {"pt serif", "style-face"},
		"fonts.sans_bold = \"logo.png\"":        {"logo.png", "style-face-kind"},
		"fonts.bold = \"half.ttf\"":             {"half.ttf", "style-face-broken"},
		"fonts.italic = \"emoji.ttf\"":          {"emoji.ttf", "style-face-cyrillic"},
		"fonts.text = \"bound.ttf\"":            {"bound.ttf", "style-face-forbidden"},
		"fonts.sans = \"shut.ttf\"":             {"shut.ttf", "style-file"},
	} {
		path := want[0]
		_, err := Read("own", []byte(line), shut{folder})
		var broken *FileError
		if !errors.As(err, &broken) || broken.Path != path || errors.Unwrap(broken) == nil {
			t.Fatalf("%s: got %v", line, err)
		}
		if name, args := broken.Fact(); name != want[1] || args["Path"] != path || args["Key"] != strings.Fields(line)[0] || args["Key"] != broken.Key || !strings.Contains(broken.Error(), path) {
			t.Errorf("%s: got %s, %v", line, name, args)
		}
	}
	if s, err := Read("own", []byte("letterhead.logo = \"\""), nil); err != nil || s.Logo != nil {
		t.Errorf("got %v, %v", s.Logo, err)
	}
}

// shut are files of which one cannot be read.
type shut struct{ fstest.MapFS }

func (s shut) Open(name string) (fs.File, error) {
	if name == "shut.ttf" {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return s.MapFS.Open(name)
}

func (s shut) Stat(name string) (fs.FileInfo, error) { return s.MapFS.Stat(name) }

func (s shut) ReadFile(name string) ([]byte, error) {
	if name == "shut.ttf" {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return s.MapFS.ReadFile(name)
}

// bound is a face whose licence forbids to embed it.
func bound(t *testing.T) []byte {
	t.Helper()
	data := slices.Clone(fonts.Data(fonts.Serif))
	for i := range int(data[5]) {
		if entry := data[12+16*i:]; string(entry[:4]) == "OS/2" {
			at := binary.BigEndian.Uint32(entry[8:])
			data[at+8], data[at+9] = 0, 2
			return data
		}
	}
	t.Fatal("no such table")
	return nil
}

// TestLogosAreChecked: as the forms read them, and for what they would leave out.
func TestLogosAreChecked(t *testing.T) {
	folder := fstest.MapFS{
		"good.svg": {Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><path d="M0 0h9v9z"/></svg>`)},
		"text.svg": {Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><text>А</text></svg>`)},
		"bad.png":  {Data: []byte("PNG")},
		"none.svg": {},
	}
	var empty *FileError
	if _, err := Read("own", []byte("letterhead.logo = 'none.svg'"), folder); !errors.As(err, &empty) {
		t.Errorf("an empty file: %v", err)
	} else if name, _ := empty.Fact(); name != "style-logo" {
		t.Errorf("an empty file: %s", name)
	}
	for source, want := range map[string]string{"": "", "letterhead.logo = 'good.svg'": "", "letterhead.logo = 'text.svg'": "style-logo-undrawn", "letterhead.logo = 'bad.png'": "style-logo"} {
		s, err := Read("own", []byte(source), folder)
		if err != nil {
			t.Fatal(err)
		}
		err = s.Check()
		var broken *FileError
		if errors.As(err, &broken) != (want != "") || (err == nil) != (want == "") {
			t.Errorf("%s: %v", source, err)
		}
		if broken == nil {
			continue
		}
		if name, args := broken.Fact(); name != want || args["Key"] != "letterhead.logo" || args["Path"] != s.Letterhead.LogoFile || want == "style-logo-undrawn" && args["Elements"] != "text" {
			t.Errorf("%s: %s, %v", source, name, args)
		}
	}
}

func TestDimensions(t *testing.T) {
	for size, want := range map[string][2]float64{"A4": {210, 297}, "A5": {148, 210}, "Letter": {215.9, 279.4}} {
		if w, h := (Page{Size: size}).Dimensions(); w != want[0] || h != want[1] {
			t.Errorf("%s: %v × %v", size, w, h)
		}
	}
}
