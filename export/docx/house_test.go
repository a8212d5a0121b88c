package docx

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"communique/editor/release"
	"communique/export/page"
	"communique/export/pdf"
	"communique/export/style"
)

// sansHouse is a style as unlike the shipped ones as can be.
const sansHouse = `
[page]
size = "Letter"
top = 30
left = 30
[fonts]
text = "PT Sans"
bold = "PT Sans Bold"
italic = "PT Sans Italic"
bold_italic = "PT Sans Bold Italic"
[colours]
text = "#202040"
accent = "#8a1538"
[text]
size = 12
align = "left"
[letterhead]
align = "center"
kind = true
[parts.headline]
align = "center"
colour = "accent"
[parts.paragraph]
indent = 8
before = 0.2
`

func houses(t *testing.T) map[string]style.Style {
	t.Helper()
	gost, err := style.Shipped("gost")
	if err != nil {
		t.Fatal(err)
	}
	return map[string]style.Style{"plain": plainStyle(t), "gost": gost, "sans": houseOf(t, sansHouse)}
}

func houseOf(t *testing.T, source string) style.Style {
	t.Helper()
	s, err := style.Read("house", []byte(source), nil)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// properties are those that say something of a style or a section, in words.
func properties(t *testing.T, files map[string]string, path, name string) string {
	t.Helper()
	var found []string
	parse(t, files[path]).walk(func(n node) {
		if n.XMLName.Local != "style" && n.XMLName.Local != "sectPr" || n.attr("styleId") != name {
			return
		}
		n.walk(func(n node) {
			switch n.XMLName.Local {
			case "rFonts":
				found = append(found, n.attr("ascii"))
			case "sz", "jc", "color":
				found = append(found, n.XMLName.Local+" "+n.attr("val"))
			case "b", "suppressAutoHyphens":
				if n.attr("val") != "0" {
					found = append(found, n.XMLName.Local)
				}
			case "spacing":
				found = append(found, "before "+n.attr("before")+" line "+n.attr("line"))
			case "ind":
				found = append(found, "left "+n.attr("left")+" first "+n.attr("firstLine")+n.attr("hanging"))
			case "pgSz":
				found = append(found, n.attr("w")+" × "+n.attr("h"))
			case "pgMar":
				found = append(found, n.attr("top")+" "+n.attr("right")+" "+n.attr("bottom")+" "+n.attr("left"))
			}
		})
	})
	return strings.Join(found, ", ")
}

// TestHouseStyles: sheet, faces, sizes, leading, indents, alignment and colours are those of
// the style, in Word's measures.
func TestHouseStyles(t *testing.T) {
	want := map[string]map[string]string{
		"plain": {
			"":           "11906 × 16838, 1020 1134 1361 1417",
			"BodyText":   "before 173 line 327, left 0 first 0, jc both, PT Serif, color 000000, sz 23",
			"Heading1":   "suppressAutoHyphens, before 115 line 442, left 0 first 0, jc left, PT Sans, b, color 000000, sz 37",
			"ListBullet": "before 58 line 327, left 454 first 255, jc both, PT Serif, color 000000, sz 23",
			"ListNumber": "before 58 line 327, left 454 first 80, jc both, PT Serif, color 000000, sz 23",
			"Quote":      "before 173 line 327, left 794 first 0, jc both, PT Serif, color 000000, sz 23",
		},
		"gost": {
			"":           "11906 × 16838, 1134 567 1134 1134",
			"BodyText":   "before 0 line 364, left 0 first 709, jc both, PT Serif, color 000000, sz 28",
			"Heading1":   "suppressAutoHyphens, before 224 line 350, left 0 first 0, jc left, PT Serif, b, color 000000, sz 28",
			"ListBullet": "before 0 line 364, left 992 first 283, jc both, PT Serif, color 000000, sz 28",
			"Quote":      "before 112 line 364, left 1417 first 0, jc both, PT Serif, color 000000, sz 28",
		},
		"sans": {
			"":         "12240 × 15840, 1701 1134 1361 1701",
			"BodyText": "suppressAutoHyphens, before 48 line 341, left 0 first 454, jc left, PT Sans, color 202040, sz 24",
			"Heading1": "suppressAutoHyphens, before 120 line 461, left 0 first 0, jc center, PT Sans, b, color 8A1538, sz 38",
			"Quote":    "suppressAutoHyphens, before 180 line 341, left 794 first 0, jc left, PT Sans, color 202040, sz 24",
		},
	}
	for name, s := range houses(t) {
		data, err := Render(full(t), organisation(t), photographs(t), s)
		if err != nil {
			t.Fatal(err)
		}
		files := open(t, data)
		checkPackage(t, files)
		for styled, want := range want[name] {
			path := "word/styles.xml"
			if styled == "" {
				path = "word/document.xml"
			}
			if got := properties(t, files, path, styled); got != want {
				t.Errorf("%s, %s: got\n%s\nwant\n%s", name, styled, got, want)
			}
		}
	}
}

// TestEveryKeyOfAStyleIsFollowed: whatever a style says in another way, the document does.
func TestEveryKeyOfAStyleIsFollowed(t *testing.T) {
	settings := []string{
		"page.size='A5'", "page.top=40", "page.right=40", "page.bottom=40", "page.left=40",
		"fonts.text='PT Sans'", "fonts.sans='PT Serif'", "fonts.sans_bold='PT Serif Bold'",
		"colours.text='#123456'", "colours.muted='#123456'", "colours.rule='#123456'", "colours.link='#123456'",
		"letterhead.show=false", "letterhead.names=['А','Б']", "letterhead.address='ул. Пробная'", "letterhead.logo_height=9", "letterhead.align='center'",
		"letterhead.size=20", "letterhead.small_size=20", "letterhead.rule=false", "letterhead.kind=true",
		"numbers.place='top'", "numbers.place='none'", "numbers.form='number'", "numbers.from=2", "numbers.size=15", "footer.text='тел.'",
		"embargo.show=false", "embargo.colour='#123456'", "embargo.size=20", "draft.show=false", "draft.colour='#123456'", "draft.size=20",
		"qr.content='{date}'", "text.size=20", "text.leading=2", "text.align='left'", "text.hyphenate=false",
	}
	for _, part := range []string{"headline", "subheadline", "dateline", "lead", "paragraph", "subheading", "quotation", "speaker", "list", "table", "table_head", "caption", "boilerplate", "contact", "contact_name"} {
		for _, key := range []string{"font='italic'", "size=2", "colour='accent'"} {
			settings = append(settings, "parts."+part+"."+key)
		}
	}
	for _, part := range []string{"headline", "subheadline", "dateline", "lead", "paragraph", "subheading", "quotation", "speaker", "list", "table", "caption", "boilerplate"} {
		settings = append(settings, "parts."+part+".before=3")
	}
	for _, part := range []string{"headline", "subheadline", "dateline", "lead", "paragraph", "subheading", "quotation", "speaker", "list", "caption", "boilerplate", "contact"} {
		for _, key := range []string{"leading=2", "align='center'", "left=21", "indent=-5"} {
			settings = append(settings, "parts."+part+"."+key)
		}
	}
	plain := render(t, full(t), organisation(t))
	for _, setting := range settings {
		data, err := Render(full(t), organisation(t), photographs(t), houseOf(t, setting))
		if err != nil {
			t.Fatal(setting, err)
		}
		if bytes.Equal(data, plain) {
			t.Errorf("%s changes nothing", setting)
		}
		checkPackage(t, open(t, data))
	}
}

// TestPagesAsInThePDF has LibreOffice set a release in each house style, and asks that
// the sheets have the PDF's size and, but for one more or less, its number.
func TestPagesAsInThePDF(t *testing.T) {
	r := full(t)
	for i := range 24 {
		r.Blocks = append(r.Blocks, release.Block{Kind: release.Paragraph, Text: fmt.Sprintf("Абзац %d. ", i) + strings.Repeat("Стороны обсудили сроки и места совместных учений. ", 6)})
	}
	dir := t.TempDir()
	args := []string{"-env:UserInstallation=file://" + filepath.ToSlash(t.TempDir()), "--headless", "--convert-to", "pdf", "--outdir", dir}
	ours := map[string][]byte{}
	for name, s := range houses(t) {
		data, err := Render(r, organisation(t), photographs(t), s)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := page.NewCompositor(s).Layout(organisation(t), photographs(t), r)
		if err != nil {
			t.Fatal(err)
		}
		if ours[name], err = pdf.Render(doc); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(dir, name+".docx")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, path)
	}
	if out, err := exec.Command("soffice", args...).CombinedOutput(); err != nil {
		t.Fatalf("soffice (make test installs it): %v\n%s", err, out)
	}
	for name, data := range ours {
		path := filepath.Join(dir, name+"-ours.pdf")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		got, want := sheets(t, filepath.Join(dir, name+".pdf")), sheets(t, path)
		if len(got) == 0 || len(got) < len(want)-1 || len(got) > len(want)+1 || got[0] != want[0] {
			t.Errorf("%s: LibreOffice has %d sheets of %v, we %d of %v", name, len(got), got[0], len(want), want[0])
		}
	}
}

// sheets are the sizes of a PDF's sheets, in points.
func sheets(t *testing.T, path string) []string {
	t.Helper()
	out, err := exec.Command("pdfinfo", "-f", "1", "-l", "99", path).Output()
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for line := range strings.Lines(string(out)) {
		if _, size, found := strings.Cut(line, "size:"); found && strings.HasPrefix(line, "Page ") && !slices.Contains(strings.Fields(line), "bytes") {
			var width, height float64
			if _, err := fmt.Sscanf(strings.TrimSpace(size), "%f x %f", &width, &height); err != nil {
				t.Fatal(line, err)
			}
			all = append(all, fmt.Sprintf("%.0f × %.0f", width, height))
		}
	}
	return all
}
