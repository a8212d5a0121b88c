package intake

import (
	"encoding/base64"
	"fmt"
	"slices"
	"strings"
	"testing"

	"communique/editor/intake/layout/layouttest"
	"communique/editor/release"
)

// enclosing is a letter with a text and files that came along, name by name.
func enclosing(text string, files ...[2]string) []byte {
	var b strings.Builder
	b.WriteString("From: Анна Озерова <anna@council.example>\nTo: press@council.example\nSubject: Материалы\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n")
	part := func(head, data string) {
		fmt.Fprintf(&b, "--b\nContent-Transfer-Encoding: base64\n%s\n\n%s\n", head, base64.StdEncoding.EncodeToString([]byte(data)))
	}
	part("Content-Type: text/plain; charset=utf-8", text)
	for _, f := range files {
		part("Content-Type: application/octet-stream\nContent-Disposition: attachment; filename=\""+f[0]+"\"", f[1])
	}
	b.WriteString("--b--\n")
	return []byte(b.String())
}

func sheetOf(headline string) string {
	return headline + "\n\nБишкек, 12 ноября 2025 года. Сегодня в городе открылась выставка.\n\nГости осмотрели залы.\n"
}

func wordOf(text string) string { return wordWith(text, "") }

// wordWith is a document of Word with further elements below its text.
func wordWith(text, further string) string {
	var b strings.Builder
	for line := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == '\n' }) {
		b.WriteString("<w:p><w:r><w:t>" + line + "</w:t></w:r></w:p>")
	}
	return string(layouttest.Pack(map[string]string{"word/document.xml": `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` + b.String() + further + `</w:body></w:document>`}))
}

// TestReleasesThatCameWithALetter: what is attached is read. A letter that only covers it is its note, one that
// says more is a release beside it, and what is not read is counted.
func TestReleasesThatCameWithALetter(t *testing.T) {
	const first, second, covering = "Палата подписала план", "Палата открыла школу", "Добрый день!\n\nВо вложении релиз.\n\nС уважением,\nАнна Озерова\n"
	long := strings.Repeat("Гости беседовали с художниками и осмотрели залы.\n\n", 20)
	type files = [][2]string
	for name, tt := range map[string]struct {
		text  string
		files files
		want  []string
		left  int
	}{
		"a document":              {covering, files{{"релиз.docx", wordOf(sheetOf(first))}}, []string{first}, 0},
		"a long covering letter":  {covering + strings.Repeat("Будем рады видеть всех на открытии выставки в старом городе. ", 6), files{{"релиз.docx", wordOf(sheetOf(first))}}, []string{first}, 0},
		"a short letter":          {"Для публикации на сайте.", files{{"релиз.docx", wordOf(sheetOf(first))}}, []string{first}, 0},
		"a text":                  {covering, files{{"релиз.txt", sheetOf(first)}}, []string{first}, 0},
		"a page":                  {covering, files{{"релиз.HTM", "<html><body><h1>" + first + "</h1><p>Бишкек, 12 ноября 2025 года. Сегодня открылась выставка.</p></body></html>"}}, []string{first}, 0},
		"no words":                {"", files{{"релиз.docx", wordOf(sheetOf(first))}}, []string{first}, 0},
		"two":                     {covering, files{{"a.docx", wordOf(sheetOf(first))}, {"b.txt", sheetOf(second)}}, []string{first, second}, 0},
		"beside what is not read": {covering, files{{"смета.xlsx", "PK\x03\x04"}, {"a.docx", wordOf(sheetOf(first))}}, []string{first}, 1},
		"a broken one":            {covering, files{{"a.docx", "PK\x03\x04abc"}}, []string{"Материалы"}, 1},
		"an empty one":            {covering, files{{"a.docx", wordOf("")}}, []string{"Материалы"}, 1},
		"a list's foot":           {sheetOf(first), files{{"ATT00001.txt", "Список рассылки Совета\n"}}, []string{first}, 1},
		"a table":                 {sheetOf(first), files{{"люди.csv", "ФИО;Пост\n"}}, []string{first}, 1},
		"beside a release":        {sheetOf(first) + long, files{{"b.docx", wordOf(sheetOf(second))}}, []string{first, second}, 0},
		"beside a short release":  {sheetOf(first) + long[:len(long)/10], files{{"b.docx", wordOf(sheetOf(second))}}, []string{first, second}, 0},
		"the same once more":      {sheetOf(first) + long, files{{"a.docx", wordOf(sheetOf(first))}}, []string{first}, 1},
		"the letter's heading":    {sheetOf(first) + long, files{{"b.html", "<h2>" + first + "</h2><h1>" + second + "</h1><p>Бишкек, 12 ноября 2025 года. Сегодня открылась школа.</p>"}}, []string{first}, 1},
		"the letter's words":      {sheetOf(first) + long, files{{"b.html", "<h1>" + second + "</h1><p>" + first + "</p><p>Бишкек, 12 ноября 2025 года. Сегодня открылась школа.</p>"}}, []string{first, second}, 0},
		"a letter":                {covering, files{{"переслано.eml", string(enclosing(sheetOf(first)))}}, []string{first}, 0},
		"in a letter":             {covering, files{{"переслано.eml", string(enclosing(sheetOf(first), [2]string{"c.docx", wordOf(sheetOf(second))}))}}, []string{first}, 1},
	} {
		t.Run(name, func(t *testing.T) {
			found, err := Read(Source{Data: enclosing(tt.text, tt.files...)})
			var headlines []string
			left := 0
			for _, r := range found.Releases {
				headlines = append(headlines, r.Headline)
				for _, repair := range r.Repairs {
					if repair.Code == "lost-attachments" {
						left += repair.Count
					}
				}
			}
			if err != nil || !slices.Equal(headlines, tt.want) || left != tt.left {
				t.Fatalf("got %q, %d left, %v", headlines, left, err)
			}
			for i, line := range strings.Fields(tt.text) {
				if !slices.ContainsFunc(found.Releases, func(r release.Release) bool {
					return strings.Contains(strings.Join(append(r.Texts(), r.Notes), " "), strings.Trim(line, ".,"))
				}) {
					t.Errorf("word %d, %q, is lost", i, line)
				}
			}
			for _, f := range tt.files {
				if r := found.Releases[len(found.Releases)-1]; len(tt.files) == 1 && tt.left == 0 && !strings.Contains(r.Notes, "Attachment: "+f[0]) {
					t.Errorf("%s is not named: %q", f[0], r.Notes)
				}
			}
		})
	}
}

// TestWhatALetterSaysOfItsDocument: the head of a letter that only covers stands once, and what was mended of the document is told.
func TestWhatALetterSaysOfItsDocument(t *testing.T) {
	found, err := Read(Source{Data: enclosing("Во вложении релиз.", [2]string{"a.txt", sheetOf("Палата подписала план") + "Гости \xd0 рады.\n"})})
	if err != nil || len(found.Releases) != 1 {
		t.Fatalf("%+v, %v", found, err)
	}
	r := found.Releases[0]
	if strings.Count(r.Notes, "Материалы") != 1 || !slices.Contains(layouttest.Told(r.Repairs), "lost-unread 1") {
		t.Errorf("notes %q, told %q", r.Notes, layouttest.Told(r.Repairs))
	}
}

// TestACalendarBesideTheText: another form of what the letter says is no attachment.
func TestACalendarBesideTheText(t *testing.T) {
	letter := strings.Replace(string(enclosing(sheetOf("Палата подписала план"), [2]string{"invite.ics", "BEGIN:VCALENDAR"})), "multipart/mixed", "multipart/alternative", 1)
	found, err := Read(Source{Data: []byte(letter)})
	if err != nil || len(found.Releases) != 1 || slices.ContainsFunc(found.Releases[0].Repairs, func(r release.Repair) bool { return r.Code == "lost-attachments" }) {
		t.Errorf("got %+v, %v", found, err)
	}
}

// TestManyAttachments: of a letter that is made of documents no more are read than may be.
func TestManyAttachments(t *testing.T) {
	var files [][2]string
	for i := range maxAttached + 5 {
		files = append(files, [2]string{fmt.Sprintf("%d.txt", i), sheetOf(fmt.Sprintf("Совет принял план %d", i))})
	}
	found, err := Read(Source{Data: enclosing("Во вложении релизы.", files...)})
	if err != nil || len(found.Releases) != maxAttached {
		t.Fatalf("%d releases, %v", len(found.Releases), err)
	}
	files = nil
	for i := range maxAttached {
		files = append(files, [2]string{fmt.Sprintf("%d.docx", i), wordOf(sheetOf(fmt.Sprintf("Совет принял план %d", i)) + strings.Repeat("раз\n", 29_000))})
	}
	before := layouttest.Used()
	found, err = Read(Source{Data: enclosing("Во вложении релизы.", files...)})
	if took := layouttest.Used() - before; err != nil || len(found.Releases) != 1 || took.Seconds() > 20 {
		t.Errorf("%d releases in %s, %v", len(found.Releases), took, err)
	}
	files = nil
	for i := range 6 {
		room := `<w:sectPr w:rsidR="` + strings.Repeat("0", 14<<20) + `"/>`
		sheet := sheetOf(fmt.Sprintf("Совет принял план %d", i))
		files = append(files, [2]string{fmt.Sprintf("%d.docx", i), wordWith(sheet, room)})
	}
	found, err = Read(Source{Data: enclosing("Во вложении релизы.", files...)})
	if err != nil || len(found.Releases) != 4 {
		t.Errorf("%d releases of documents that unpack to 14 MB each, %v", len(found.Releases), err)
	}
}
