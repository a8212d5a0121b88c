package app_test

import (
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"communique/app/chooser/portaltest"
	"communique/editor/release"
)

// TestJourneyTheWholeRelease writes a release of every kind of block from nothing, by the
// keyboard alone, takes all of it back and makes it again, kills the program, opens the
// release and sends it out in each form: nothing is missing in any.
func TestJourneyTheWholeRelease(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	if err := os.Mkdir(filepath.Join(d.home, "Documents"), 0o700); err != nil {
		t.Fatal(err)
	}
	p := d.portal(portaltest.Manner{})
	photograph := writePhotograph(t, filepath.Join(d.home, "снимок.png"))
	window := d.open()

	d.keys("ctrl+shift+n")
	d.write("В Пробном прошла встреча представителей парламентов")
	d.keys("Return")
	d.write("При Совете содружества")
	d.keys("ctrl+t")
	d.write("26 октября в Пробном состоялась встреча представителей.")
	d.keys("Return")
	d.write("# О повестке")
	d.keys("Return")
	d.write("Обсуждён план, см. сайт")
	d.keys("ctrl+shift+Left") // the last word
	d.dialog("ctrl+l")
	d.write("https://council.example/plan")
	d.keys("Return")
	d.wait("the dialog to go", func() bool { return !d.darkened() })
	d.keys("End")
	d.write(".")
	d.keys("Return")
	d.write("> Парламентское измерение важно")
	d.keys("Return")
	d.write("Иван Пробный")
	d.keys("Return")
	d.write("* первый этап")
	d.keys("Return")
	d.write("второй этап")
	d.keys("Return", "Return", "ctrl+alt+5")
	d.write("Этап")
	d.keys("Tab")
	d.write("Срок")
	d.keys("Tab")
	d.write("Первый")
	d.keys("Tab")
	d.write("к октябрю")
	d.keys("Return") // out of the table
	d.write("Встреча завершена.")
	d.asks(p, "ctrl+shift+i").Choose(photograph)
	d.wait("the words of the photograph", d.darkened)
	d.write("Участники встречи")
	d.keys("Tab")
	d.write("Анна Пробная")
	d.look("photograph")
	d.keys("ctrl+Return")

	want := []release.Block{
		{Kind: release.Subheading, Text: "О повестке"},
		{Kind: release.Paragraph, Text: "Обсуждён план, см. сайт.", Marks: []release.Mark{{Start: 19, End: 23, Style: release.Link, Address: "https://council.example/plan"}}},
		{Kind: release.Quotation, Text: "Парламентское измерение важно", Speaker: "Иван Пробный"},
		{Kind: release.List, Text: "первый этап\nвторой этап"},
		{Kind: release.Table, Text: "Этап\tСрок\nПервый\tк октябрю"},
		{Kind: release.Paragraph, Text: "Встреча завершена."},
		{Kind: release.Picture, Text: "Участники встречи", Author: "Анна Пробная"},
	}
	written := func() bool {
		if len(d.list()) != 1 {
			return false
		}
		r := d.stored()
		for i := range r.Blocks {
			r.Blocks[i].ID, r.Blocks[i].Picture = 0, ""
		}
		return r.Headline == "В Пробном прошла встреча представителей парламентов" && r.Subheadline == "При Совете содружества" &&
			r.Lead == "26 октября в Пробном состоялась встреча представителей." && reflect.DeepEqual(r.Blocks, want)
	}
	d.wait("all that was written", written)
	d.look("written")

	const steps = 120 // more than were made
	for range steps / 20 {
		d.keys(repeated("ctrl+z", 20)...)
	}
	d.wait("nothing of it", func() bool { r := d.stored(); return r.Headline == "" && r.Lead == "" && len(r.Blocks) == 0 })
	for range steps / 20 {
		d.keys(repeated("ctrl+y", 20)...)
	}
	d.wait("all of it again", written)

	d.kill(window)
	d.open()
	d.openFound("парламентов", "В Пробном прошла встреча представителей парламентов")
	d.dialog("ctrl+k")
	d.keys("Return")
	files := func() []string {
		found, _ := filepath.Glob(filepath.Join(d.home, "Documents", "[^.]*", "*")) // a hidden folder is one that is being filled
		return found
	}
	d.wait("the package", func() bool { return len(files()) >= 8 })
	forms := 0
	for _, path := range files() {
		if text, ok := d.textOf(path); ok && filepath.Base(path) != "package.json" {
			forms++
			for _, words := range []string{"Обсуждён план", "council.example/plan", "Парламентское измерение важно", "Иван Пробный", "второй этап", "к октябрю", "Участники встречи", "Анна Пробная"} {
				if !strings.Contains(text, words) {
					t.Errorf("%s lacks %q", filepath.Base(path), words)
				}
			}
		}
	}
	if forms != 7 {
		t.Errorf("%d forms read of %v", forms, files())
	}
}

// textOf is what another program reads in a file of the package.
func (d *desktop) textOf(path string) (string, bool) {
	d.t.Helper()
	var out string
	var err error
	switch filepath.Ext(path) {
	case ".pdf":
		var links string
		if out, err = d.tool("pdftotext", "-layout", path, "-"); err == nil {
			links, err = d.tool("pdfinfo", "-url", path)
		}
		out += links
	case ".docx":
		out, err = d.tool("pandoc", path, "-t", "markdown", "--wrap=none")
	case ".eml":
		out, err = d.tool("python3", "-c", "import email, email.policy, sys; sys.stdout.buffer.write(email.message_from_binary_file(open(sys.argv[1], 'rb'), policy=email.policy.default).get_body(('html', 'plain')).get_content().encode())", path)
	case ".html", ".txt", ".md", ".json", ".ninjs":
		var data []byte
		data, err = os.ReadFile(path)
		out = string(data)
	default:
		return "", false
	}
	if err != nil {
		d.t.Errorf("%s: %v", path, err)
	}
	return strings.Join(strings.Fields(out), " "), true
}

func repeated(key string, times int) []string {
	keys := make([]string, times)
	for i := range keys {
		keys[i] = key
	}
	return keys
}

// writePhotograph writes a picture of two colours, and returns its address.
func writePhotograph(t *testing.T, path string) string {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, 300, 200))
	for y := range 200 {
		for x := range 300 {
			img.Set(x, y, color.RGBA{R: uint8(x / 2), G: 90, B: uint8(y), A: 255})
		}
	}
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	if err := png.Encode(f, img); err != nil {
		t.Fatal(err)
	}
	return "file://" + path
}
