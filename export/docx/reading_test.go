package docx

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"communique/editor/release"
)

// TestLibreOfficeGivesTheParagraphsBack has LibreOffice open several releases
// and write each anew in its own format: the paragraphs must be the same, one
// for one, headings as headings and items as items.
func TestLibreOfficeGivesTheParagraphsBack(t *testing.T) {
	english := full(t)
	english.Language, english.Status, english.Contacts = "en", release.Issued, nil
	releases := map[string]release.Release{"full": full(t), "english": english}
	for name, content := range hostile {
		releases[strings.ReplaceAll(name, " ", "-")] = everywhere(content)
	}
	dir := t.TempDir()
	args := []string{"-env:UserInstallation=file://" + filepath.ToSlash(t.TempDir()), "--headless", "--convert-to", "fodt", "--outdir", dir}
	for name, r := range releases {
		path := filepath.Join(dir, name+".docx")
		if err := os.WriteFile(path, render(t, r, organisation(t)), 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, path)
	}
	if out, err := exec.Command("soffice", args...).CombinedOutput(); err != nil {
		t.Fatalf("soffice (make test installs it): %v\n%s", err, out)
	}
	for name, r := range releases {
		data, err := os.ReadFile(filepath.Join(dir, name+".fodt"))
		if err != nil {
			t.Error(err)
			continue
		}
		var want []string
		for _, i := range read(r, photographs(t), newHouse(plainStyle(t), r.Language)).items {
			switch i := i.(type) {
			case paragraph:
				want = append(want, role(i.style)+i.line.Text)
			case table:
				for _, row := range i.rows {
					for _, cell := range row {
						want = append(want, cell.Text)
					}
				}
			}
		}
		if got := openDocument(t, data); !slices.Equal(got, want) {
			t.Errorf("%s: got\n%q\nwant\n%q", name, got, want)
		}
	}
}

func role(style string) string {
	switch style {
	case "Heading1":
		return "1 "
	case "Heading2":
		return "2 "
	case "ListBullet", "ListNumber":
		return "• "
	}
	return ""
}

// openDocument returns the paragraphs of a flat OpenDocument text, each with
// its role before it.
func openDocument(t *testing.T, data []byte) []string {
	t.Helper()
	const text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
	var list []string
	var body, paragraph, item, picture bool
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return list
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			switch {
			case token.Name.Local == "frame":
				picture = true
			case token.Name.Local == "body":
				body = true
			case !body || token.Name.Space != text:
			case token.Name.Local == "list-item":
				item = true
			case token.Name.Local == "h", token.Name.Local == "p":
				paragraph = true
				list = append(list, openRole(token, item))
			case paragraph:
				list[len(list)-1] += openCharacters(token)
			}
		case xml.EndElement:
			switch {
			case token.Name.Local == "frame":
				picture = false
			case token.Name.Local == "list-item":
				item = false
			case token.Name.Space == text && (token.Name.Local == "p" || token.Name.Local == "h"):
				paragraph = false
			}
		case xml.CharData:
			if paragraph && !picture {
				list[len(list)-1] += string(token)
			}
		}
	}
}

func openRole(e xml.StartElement, item bool) string {
	if item {
		return "• "
	}
	return openAttr(e, "outline-level", "", " ")
}

// openCharacters returns what an element inside a paragraph stands for.
func openCharacters(e xml.StartElement) string {
	switch e.Name.Local {
	case "line-break":
		return "\n"
	case "tab":
		return "\t"
	case "s":
		n, _ := strconv.Atoi(openAttr(e, "c", "1", ""))
		return strings.Repeat(" ", n)
	}
	return ""
}

// openAttr returns an attribute with a suffix, or what stands for its absence.
func openAttr(e xml.StartElement, name, absent, suffix string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value + suffix
		}
	}
	return absent
}

func TestPandocReadsTheStructure(t *testing.T) {
	cmd := exec.Command("pandoc", "--from=docx", "--to=html", "--wrap=none")
	cmd.Stdin = bytes.NewReader(render(t, full(t), organisation(t)))
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("pandoc (make test installs it): %v", err)
	}
	html := regexp.MustCompile(`\s*\n\s*| id="[^"]*"`).ReplaceAllString(string(out), "")
	html = strings.NewReplacer("<li><p>", "<li>", "</p></li>", "</li>").Replace(html)
	for _, want := range []string{
		"<h1>Встреча «на полях» сессии</h1><p>Стороны обсудили план &amp; сроки</p>",
		"<p>Мягкий перенос и нуль,<br />новая строка и",
		"<h2>О сроках</h2><blockquote><p>«Мы успеем &lt;b&gt;всё&lt;/b&gt;».</p><p>— Иван Пробный</p></blockquote><ul><li>раз</li><li>два</li></ul>",
		"<strong>Пётр Образцов</strong>",
		`<a href="tel:+70000000002">+7-000-000-00-02 (тел./факс)</a>`,
		`<p>javascript:alert(1)</p>`,
		`<strong>Жир<em>но</em></strong><em>, криво</em> и <a href="https://council.example/?a=1&amp;b=2">на <strong>сайте</strong></a>; <a href="https://www.council.example">www.council.example</a>.`,
		`<ol start="3" type="1"><li>три</li><li>четыре</li></ol>`,
		`<ol type="1"><li>один</li></ol>`,
		`alt="Девять человек &lt;за столом&gt;"`,
		`Зал заседаний. Фото: Иван Пробный`,
		`<th>Страна</th>`,
	} {
		if !strings.Contains(html, want) {
			t.Errorf("no %s in\n%s", want, html)
		}
	}
}
