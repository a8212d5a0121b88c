package intake

import (
	"encoding/base64"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"communique/editor/intake/layout/layouttest"
	"communique/editor/release"
)

var update = flag.Bool("update", false, "rewrite golden files")

// TestRead compares what is read from each text in testdata with its golden
// TOML forms.
func TestRead(t *testing.T) {
	sources, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(sources) == 0 {
		t.Fatal(err, sources)
	}
	for _, source := range sources {
		t.Run(strings.TrimSuffix(filepath.Base(source), ".txt"), func(t *testing.T) {
			data, err := os.ReadFile(source)
			if err != nil {
				t.Fatal(err)
			}
			found, err := Read(Source{Data: data})
			releases := found.Releases
			if err != nil {
				t.Fatal(err)
			}
			got := encodeAll(t, releases)
			golden := strings.TrimSuffix(source, ".txt") + ".golden"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
			if strings.HasPrefix(string(data), "<?xml") {
				return // markup is no words
			}
			if lost := lostWords(string(data), releases); len(lost) > 0 {
				t.Errorf("lost: %q", lost)
			}
		})
	}
}

func encodeAll(t *testing.T, releases []release.Release) string {
	t.Helper()
	var parts []string
	for _, r := range releases {
		data, err := r.Encode()
		if err != nil {
			t.Fatal(err)
		}
		parts = append(parts, string(data))
	}
	return strings.Join(parts, "\n# ——— next release ———\n\n")
}

var word = regexp.MustCompile(`[\p{L}\d]+`)

// lostWords returns the words of a text that stand nowhere in the releases.
// Dates that went into a field count as kept.
func lostWords(text string, releases []release.Release) []string {
	kept := map[string]int{}
	count := func(text string) {
		for _, w := range word.FindAllString(text, -1) {
			kept[w]++
		}
	}
	for _, r := range releases {
		for _, text := range append(r.Texts(), r.Notes, r.Place) {
			count(text)
		}
		for _, c := range r.Contacts {
			count(strings.Join([]string{c.Name, c.Post, c.Organisation, c.Email, c.Site}, " "))
			for _, p := range c.Phones {
				count(p.Number + " " + string(p.Kind))
			}
		}
		for _, repair := range r.Repairs {
			if repair.Field == "" || repair.Put != "" || repair.Field == release.DateField { // what it tells of stands nowhere else
				count(repair.Text)
			}
		}
		count(r.UnreadText(release.EmbargoField))
		count(r.Date.InWords("ru"))
		count(strings.Join([]string{"0", r.Date.String()[max(0, len(r.Date.String())-2):], r.Date.InWords("en")}, " "))
	}
	named := []string{"тел", "факс", "Contact", "почта"} // what the kind of a field says
	var lost []string
	for _, w := range word.FindAllString(text, -1) {
		if kept[w] == 0 && !slices.Contains(named, w) && !dateWord(w, releases) {
			lost = append(lost, w)
			continue
		}
		kept[w]--
	}
	return lost
}

// dateWord reports whether w is a part of a numeric date that became a field.
func dateWord(w string, releases []release.Release) bool {
	for _, r := range releases {
		if d := r.Date.String(); d != "" && slices.Contains(strings.Split(d, "-"), w) {
			return true
		}
	}
	return false
}

const sample = "26 октября в Пробном состоялась рабочая встреча членов Совета содружества. Стороны обсудили план.\n"

func TestDecode(t *testing.T) {
	encode := func(m *charmap.Charmap, text string) []byte {
		b, err := m.NewEncoder().Bytes([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	utf16 := func(order unicode.Endianness, bom unicode.BOMPolicy) []byte {
		b, err := unicode.UTF16(order, bom).NewEncoder().Bytes([]byte(sample))
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	tests := map[string]struct {
		data     []byte
		encoding string
	}{
		"UTF-8":                      {[]byte(sample), "UTF-8"},
		"UTF-8 with mark":            {[]byte("\ufeff" + sample), "UTF-8"},
		"UTF-16LE with mark":         {utf16(unicode.LittleEndian, unicode.UseBOM), "UTF-16LE"},
		"UTF-16BE with mark":         {utf16(unicode.BigEndian, unicode.UseBOM), "UTF-16BE"},
		"UTF-16LE without":           {utf16(unicode.LittleEndian, unicode.IgnoreBOM), "UTF-16LE"},
		"UTF-16BE without":           {utf16(unicode.BigEndian, unicode.IgnoreBOM), "UTF-16BE"},
		"windows-1251":               {encode(charmap.Windows1251, sample), "windows-1251"},
		"KOI8-R":                     {encode(charmap.KOI8R, sample), "KOI8-R"},
		"IBM866":                     {encode(charmap.CodePage866, sample), "IBM866"},
		"MacCyrillic":                {encode(charmap.MacintoshCyrillic, sample), "MacCyrillic"},
		"CRLF":                       {[]byte(strings.ReplaceAll(sample, "\n", "\r\n")), "UTF-8"},
		"CR of old Macs":             {[]byte(strings.ReplaceAll(sample, "\n", "\r")), "UTF-8"},
		"line separator":             {[]byte(strings.ReplaceAll(sample, "\n", "\u2028")), "UTF-8"},
		"decomposed й":               {[]byte(strings.ReplaceAll(sample, "й", "и\u0306")), "UTF-8"},
		"windows-1251 with DOS ends": {encode(charmap.Windows1251, strings.ReplaceAll(sample, "\n", "\r\n")), "windows-1251"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			text, encoding, err := Decode(tt.data)
			if err != nil || text != sample || encoding != tt.encoding {
				t.Errorf("got %q in %s, %v", text, encoding, err)
			}
		})
	}
}

func TestDecodeShortWords(t *testing.T) {
	for _, text := range []string{"Встреча", "встреча в Бишкеке", "МОСКВА"} {
		for _, m := range []*charmap.Charmap{charmap.Windows1251, charmap.KOI8R, charmap.CodePage866} {
			data, err := m.NewEncoder().Bytes([]byte(text))
			if err != nil {
				t.Fatal(err)
			}
			if got, encoding, err := Decode(data); err != nil || got != text {
				t.Errorf("%s in %v: got %q as %s, %v", text, m, got, encoding, err)
			}
		}
	}
}

func TestDecodeRefuses(t *testing.T) {
	tests := map[string]struct {
		data   []byte
		reason string
	}{
		"NUL in a text": {[]byte("Встреча\x00\x00\x00\x00\x00 в Пробном"), "nul"},
		"a picture":     {[]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), "picture"},
		"random bytes":  {[]byte("\x01\x02\x03\x04\x05\x06\x07\x0e\x0f\x10\x11"), "no-text"},
		"nothing":       {nil, "empty"},
		"white space":   {[]byte(" \n\t\r\n"), "empty"},
		"too large":     {[]byte(strings.Repeat("а", MaxBytes/2+1)), "too-large"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := Read(Source{Data: tt.data})
			var own *Error
			if !errors.As(err, &own) || own.Reason != tt.reason {
				t.Errorf("got %v, want %s", err, tt.reason)
			}
		})
	}
}

// TestPagesThatWereScanned: a document that shows pictures and says nothing is refused as that, and one with a word is read.
func TestPagesThatWereScanned(t *testing.T) {
	text := func(words string) map[string]Source {
		const namespaces = `xmlns:w="w" xmlns:a="a" xmlns:r="r" xmlns:office="o" xmlns:text="t" xmlns:draw="d" xmlns:xlink="x"`
		packed := func(all map[string]string) Source { return Source{Data: layouttest.Pack(all)} }
		return map[string]Source{
			"docx": packed(map[string]string{
				"word/document.xml":            `<w:document ` + namespaces + `><w:body><w:p><w:r><w:drawing><a:blip r:embed="p"/></w:drawing></w:r></w:p><w:p><w:r><w:t>` + words + `</w:t></w:r></w:p></w:body></w:document>`,
				"word/_rels/document.xml.rels": `<Relationships><Relationship Id="p" Target="media/a.png"/></Relationships>`,
				"word/media/a.png":             layouttest.PNG, "[Content_Types].xml": "<a/>",
			}),
			"odt": packed(map[string]string{
				"content.xml":    `<office:document-content ` + namespaces + `><office:body><office:text><text:p><draw:frame><draw:image xlink:href="Pictures/a.png"/></draw:frame></text:p><text:p>` + words + `</text:p></office:text></office:body></office:document-content>`,
				"Pictures/a.png": layouttest.PNG, "mimetype": "application/vnd.oasis.opendocument.text",
			}),
			"letter": {Data: []byte("From: a@b.example\nTo: c@d.example\nDate: Wed, 11 Sep 2024 10:00:00 +0300\nSubject: План\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\n" +
				words + "\n--x\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\n" + base64.StdEncoding.EncodeToString([]byte(layouttest.PNG)) + "\n--x--")},
		}
	}
	for name, s := range text("") {
		_, err := Read(s)
		if own := (*Error)(nil); !errors.As(err, &own) || own.Reason != "pictures" {
			t.Errorf("%s: %v", name, err)
		}
	}
	for name, s := range text("Совет принял план.") {
		if found, err := Read(s); err != nil || len(found.Pictures) != 1 {
			t.Errorf("%s: %v, %d pictures", name, err, len(found.Pictures))
		}
	}
}

func FuzzRead(f *testing.F) {
	sources, _ := filepath.Glob("testdata/*.txt")
	for _, source := range sources {
		data, err := os.ReadFile(source)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	for _, text := range []string{nitfText, newsMLText, ninjsText} {
		f.Add([]byte(text))
	}
	f.Add([]byte("<p><b></b></p>"))
	f.Add([]byte(",\nAO")) // a line of nothing but commas, which names no office
	f.Add([]byte("А\n____\n+7-000-000-00-01\nБ"))
	f.Fuzz(func(t *testing.T, data []byte) {
		found, err := Read(Source{Data: data})
		releases := found.Releases
		if err != nil {
			return
		}
		if len(releases) == 0 {
			t.Fatal("a text without a release")
		}
		for _, r := range releases {
			encoded, err := r.Encode()
			if err != nil {
				t.Fatal(err)
			}
			if _, err := release.Parse(encoded); err != nil {
				t.Fatalf("%v in\n%s", err, encoded)
			}
		}
	})
}

func BenchmarkRead(b *testing.B) {
	data, err := os.ReadFile("testdata/mixed.txt")
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := Read(Source{Data: data}); err != nil {
			b.Fatal(err)
		}
	}
}
