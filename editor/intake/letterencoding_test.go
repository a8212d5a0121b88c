package intake

import (
	"encoding/base64"
	"slices"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"communique/editor/intake/layout/layouttest"
	"communique/editor/intake/repair"
	"communique/editor/release"
)

// TestLetterEncoding reads a letter that does not say in what encoding it is, or says a wrong one, and tells which was taken; one
// that says the right one is believed without a word.
func TestLetterEncoding(t *testing.T) {
	const head = "From: Anna <a@council.example>\nDate: Wed, 11 Sep 2024 10:00:00 +0600\nMIME-Version: 1.0\n"
	const french = "Déclaration du Secrétaire général\n\nLe Conseil s’est réuni à Bichkek le 11 septembre 2024."
	ansi, koi, latin := layouttest.Encoded(t, charmap.Windows1251, russian), layouttest.Encoded(t, charmap.KOI8R, russian), layouttest.Encoded(t, charmap.Windows1252, french)
	subject := "Subject: " + layouttest.Encoded(t, charmap.Windows1251, "Совет обсудил планы") + "\n"
	const plan = "Subject: Plan\n"
	for name, tt := range map[string]struct{ letter, begin, encoding string }{
		"nothing said":            {head + plan + "\n" + ansi, russian[:len("Секретарь Совета")], "windows-1251"},
		"KOI8 of no name":         {head + plan + "Content-Type: text/plain\n\n" + koi, russian[:len("Секретарь Совета")], "KOI8-R"},
		"an unknown name":         {head + plan + "Content-Type: text/plain; charset=unknown-8bit\n\n" + ansi, russian[:len("Секретарь Совета")], "windows-1251"},
		"said to be Western":      {head + plan + "Content-Type: text/plain; charset=us-ascii\n\n" + ansi, russian[:len("Секретарь Совета")], "windows-1251"},
		"said to be KOI8":         {head + plan + "Content-Type: text/plain; charset=koi8-r\n\n" + ansi, russian[:len("Секретарь Совета")], "windows-1251"},
		"said to be UTF-8":        {head + plan + "Content-Type: text/plain; charset=utf-8\n\n" + ansi, russian[:len("Секретарь Совета")], "windows-1251"},
		"in base64":               {head + plan + "Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n" + base64.StdEncoding.EncodeToString([]byte(ansi)), russian[:len("Секретарь Совета")], "windows-1251"},
		"a page":                  {head + plan + "Content-Type: text/html\n\n<p>" + ansi + "</p>", russian[:len("Секретарь Совета")], "windows-1251"},
		"a subject and a text":    {head + subject + "Content-Type: text/plain\n\n" + ansi, russian[:len("Секретарь Совета")], "windows-1251"},
		"French of no name":       {head + plan + "\n" + latin, "Déclaration", "windows-1252"},
		"French, said so":         {head + plan + "Content-Type: text/plain; charset=iso-8859-1\n\n" + latin, "Déclaration", ""},
		"said to be what it is":   {head + plan + "Content-Type: text/plain; charset=windows-1251\n\n" + ansi, russian[:len("Секретарь Совета")], ""},
		"KOI8, said so":           {head + plan + "Content-Type: text/plain; charset=koi8-r\n\n" + koi, russian[:len("Секретарь Совета")], ""},
		"UTF-8 of no name":        {head + plan + "\n" + russian, russian[:len("Секретарь Совета")], ""},
		"UTF-8, said to be KOI8":  {head + plan + "Content-Type: text/plain; charset=koi8-r\n\n" + russian, russian[:len("Секретарь Совета")], ""},
		"Greek, said so":          {head + plan + "Content-Type: text/plain; charset=iso-8859-7\n\n" + layouttest.Encoded(t, charmap.ISO8859_7, "Ανακοίνωση του υπουργείου\n\nΤο υπουργείο ανακοίνωσε σήμερα τα σχέδια."), "Ανακοίνωση", ""},
		"nothing but plain words": {head + plan + "Content-Type: text/plain; charset=x-none\n\nThe plan of the year\n\nIt is read.", "The plan", ""},
	} {
		found, err := Read(Source{Data: []byte(tt.letter)})
		if err != nil || len(found.Releases) != 1 {
			t.Errorf("%s: %v", name, err)
			continue
		}
		r := found.Releases[0]
		if !slices.ContainsFunc([]string{r.Headline, r.Lead}, func(text string) bool { return len(text) >= len(tt.begin) && text[:len(tt.begin)] == tt.begin }) {
			t.Errorf("%s: %q, %q", name, r.Headline, r.Lead)
		}
		var taken []string
		for _, one := range r.Repairs {
			if one.Code == repair.EncodingGuessed {
				taken = append(taken, one.Put)
			}
		}
		if tt.encoding == "" && len(taken) > 0 || tt.encoding != "" && !slices.Equal(taken, []string{tt.encoding}) {
			t.Errorf("%s: told %q, want %q", name, taken, tt.encoding)
		}
	}
}

// TestLetterSubject reads a subject whose letters stand in the head of a letter as they are.
func TestLetterSubject(t *testing.T) {
	letter := "From: Anna <a@council.example>\nSubject: " + layouttest.Encoded(t, charmap.Windows1251, "Совет обсудил планы на год") + "\nDate: Wed, 11 Sep 2024 10:00:00 +0600\n\n11 сентября 2024 года в Бишкеке состоялось заседание.\n\nСтороны обсудили планы."
	found, err := Read(Source{Data: []byte(letter)})
	if err != nil || len(found.Releases) != 1 || found.Releases[0].Headline != "Совет обсудил планы на год" {
		t.Fatalf("%+v, %v", found, err)
	}
	want := release.Repair{Code: repair.EncodingGuessed, Text: "Совет обсудил планы на год", Put: "windows-1251"}
	if !slices.Contains(found.Releases[0].Repairs, want) {
		t.Errorf("%+v", found.Releases[0].Repairs)
	}
}
