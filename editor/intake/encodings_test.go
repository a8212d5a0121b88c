package intake

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"communique/editor/intake/layout/layouttest"
	"communique/editor/intake/repair"
	"communique/editor/release"
)

const (
	russian = "Секретарь Совета провёл встречу в Бишкеке.\nСтороны обсудили итоги года и планы работы на 2025 год."
)

// What was done reaches the release, whatever it came in.
func TestWhatWasDecodedIsTold(t *testing.T) {
	const broken = "Совет принял план\n\nБишкек, 11 сентября 2024 года. Стороны обсудили итоги года \xd0 и планы работы."
	for name, data := range map[string]string{
		"text":   broken,
		"page":   "<h1>" + strings.Replace(broken, "\n\n", "</h1><p>", 1) + "</p>",
		"letter": "From: a@b.example\nSubject: News\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n" + broken,
		"feed":   "<rss version=\"2.0\"><channel><item><title>" + strings.Replace(broken, "\n\n", "</title><description>", 1) + "</description></item></channel></rss>",
	} {
		found, err := Read(Source{Data: []byte(data)})
		if err != nil || len(found.Releases) != 1 || !slices.Contains(layouttest.Told(found.Releases[0].Repairs), "lost-unread 1") {
			t.Errorf("%s: %+v, %v", name, found.Releases, err)
		}
	}
	f, err := ReadFragment(copied("Совет\u00a0принял план"), nil)
	if err != nil || !slices.Contains(layouttest.Told(f.Repairs), "lost-invisible 1") {
		t.Errorf("%v, %v", f.Repairs, err)
	}
}

func copied(text string) []byte {
	data, _ := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes([]byte("<p>" + text + "</p>"))
	return data
}

// A Word document may include another one in any form that is read, which itself includes none.
func TestIncluded(t *testing.T) {
	word := func(chunk string) []byte {
		return layouttest.Pack(map[string]string{
			"word/document.xml":            `<w:document><w:body><w:p><w:r><w:t>Раз</w:t></w:r></w:p><w:altChunk r:id="r1"/></w:body></w:document>`,
			"word/_rels/document.xml.rels": `<Relationships><Relationship Id="r1" Target="chunk"/></Relationships>`, "word/chunk": chunk,
		})
	}
	for name, tt := range map[string]struct{ chunk, want, told string }{
		"RTF":     {`{\rtf1\ansi Two.\par}`, "Two.", ""},
		"a page":  {"<html><p>Два</p></html>", "Два", ""},
		"MHT":     {"MIME-Version: 1.0\r\nFrom: a\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Два</p>", "Два", ""},
		"text":    {"Два", "Два", ""},
		"Word":    {string(word("Три")), "Раз", "lost-inclusions 1"},
		"a sound": {"\x00\x01\x02", "", "lost-inclusions 1"},
	} {
		found, err := Read(Source{Data: word(tt.chunk)})
		if err != nil {
			t.Fatal(err)
		}
		r := found.Releases[0]
		r.Repairs = slices.DeleteFunc(r.Repairs, func(r release.Repair) bool { return r.Code == repair.AsideLetter })
		if all := r.Headline + "|" + r.Lead + "|" + bodyOf(r); !strings.Contains(all, "Раз") || !strings.HasSuffix(strings.TrimSuffix(all, "|"), tt.want) || strings.Join(layouttest.Told(r.Repairs), ";") != tt.told {
			t.Errorf("%s: %s, %v", name, all, r.Repairs)
		}
	}
}

// A page's own title is the headline, though its site calls itself in a smaller heading above.
func TestSmallerHeadingAbove(t *testing.T) {
	found, err := Read(Source{Data: []byte("<html><body><h2>Пресс-служба</h2><h1>Совет принял план</h1><p>11 сентября 2024 года в Бишкеке прошла встреча.</p></body></html>")})
	if err != nil {
		t.Fatal(err)
	}
	r := found.Releases[0]
	if r.Headline != "Совет принял план" || r.Notes != "Пресс-служба" || !strings.HasPrefix(r.Lead, "11 сентября") {
		t.Errorf("%s | %s | %s", r.Headline, r.Lead, r.Notes)
	}
}

// TestManyIncluded: what is included over and over, or unpacks to too much, is left out in time.
func TestManyIncluded(t *testing.T) {
	bomb := string(layouttest.Pack(map[string]string{"word/document.xml": `<w:document><w:body>` + strings.Repeat("<w:p/>", 600_000) + `</w:body></w:document>`}))
	for name, chunk := range map[string]string{"small": "Два", "a bomb": bomb, "a long page": "<html>" + strings.Repeat("<p>а", 1<<17)} {
		data := layouttest.Pack(map[string]string{
			"word/document.xml":            `<w:document><w:body><w:p><w:r><w:t>Раз</w:t></w:r></w:p>` + strings.Repeat(`<w:altChunk r:id="r1"/>`, 3000) + `</w:body></w:document>`,
			"word/_rels/document.xml.rels": `<Relationships><Relationship Id="r1" Target="chunk"/></Relationships>`, "word/chunk": chunk,
		})
		found, err := Read(Source{Data: data})
		if err == nil && !slices.ContainsFunc(layouttest.Told(found.Releases[0].Repairs), func(told string) bool { return strings.HasPrefix(told, "lost-inclusions ") }) {
			t.Errorf("%s: nothing is told", name)
		}
	}
}

// TestEncodingsOfXML: a text in one XML may be in the encoding that it says.
func TestEncodingsOfXML(t *testing.T) {
	const flat = `<?xml version="1.0" encoding="%s"?><office:document office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text><text:p>Форум в Сочи открыт для участников</text:p></office:text></office:body></office:document>`
	const word = `<?xml version="1.0" encoding="%s"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body><w:p><w:r><w:t>Форум в Сочи открыт для участников</w:t></w:r></w:p></w:body></w:wordDocument>`
	for name, e := range map[string]encoding.Encoding{
		"windows-1251": charmap.Windows1251, "KOI8-R": charmap.KOI8R, "UTF-8": encoding.Nop,
		"UTF-16": unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "utf-16be": unicode.UTF16(unicode.BigEndian, unicode.UseBOM),
	} {
		for _, form := range []string{flat, word} {
			data, err := e.NewEncoder().Bytes([]byte(fmt.Sprintf(form, name)))
			if err != nil {
				t.Fatal(err)
			}
			found, err := Read(Source{Data: data})
			if err != nil || len(found.Releases) != 1 || !strings.Contains(found.Releases[0].Headline+found.Releases[0].Lead, "Форум в Сочи открыт для участников") {
				t.Errorf("%s, %.40s: %+v, %v", name, form[60:], found, err)
			}
		}
	}
	broken := strings.Replace(fmt.Sprintf(flat, "UTF-8"), "Сочи", "С\xd0чи", 1)
	found, err := Read(Source{Data: []byte(broken)})
	if err != nil || len(found.Releases) != 1 || !slices.ContainsFunc(found.Releases[0].Repairs, func(r release.Repair) bool { return r.Code == "lost-unread" && r.Count == 1 }) {
		t.Errorf("a broken letter: %+v, %v", found, err)
	}
}
