package intake

import (
	"slices"
	"strings"
	"testing"

	"communique/editor/release"
)

// TestEmbargoesWhereverTheyStand holds a release back by a line above its headline, below it, behind the text, or within the line of the
// headline: what is not read is told, and never the headline.
func TestEmbargoesWhereverTheyStand(t *testing.T) {
	const head, text = "Совет принял план дорог", "8 мая 2025 года в Бишкеке прошла сессия Совета.\n\nСтороны обсудили план."
	for line, want := range map[string]string{
		"Sous embargo jusqu'au 12 septembre 2027, 10h00 (heure de Paris)":                  "08:00",
		"SOUS EMBARGO JUSQU'AU 12 SEPTEMBRE 2027":                                          "unread",
		"Ne pas diffuser avant le 12 septembre 2027, 6h00 GMT":                             "06:00",
		"SPERRFRIST: Sonntag, 12.09.2027, 11.30 Uhr":                                       "unread",
		"Sperrfrist: Beginn der Rede":                                                      "unread",
		"Frei zur Veröffentlichung ab 12. September 2027, 9:00 Uhr MESZ":                   "07:00",
		"EMBARGADO HASTA EL 12 DE SEPTIEMBRE DE 2027 A LAS 10:00 (CEST)":                   "08:00",
		"2027 жылғы 12 қыркүйек сағат 10:00-ге дейін жариялауға болмайды (UTC+5)":          "05:00",
		"Не публікаваць да 10:00 12 верасня 2027 года":                                     "unread",
		"Внимание! Материал под эмбарго до 10:00 МСК 12 сентября 2027 года.":               "07:00",
		"HOLD FOR RELEASE: 9:00 Central, September 12, 2027":                               "14:00",
		"Эмбарго до полуночи 12 сентября 2027 года (МСК)":                                  "unread",
		"This press release is under strict embargo until 12 September 2027 at 14:00 CEST": "12:00",
	} {
		for where, whole := range map[string]string{
			"above":  line + "\n\n" + head + "\n\n" + text,
			"below":  head + "\n\n" + line + "\n\n" + text,
			"behind": head + "\n\n" + text + "\n\n" + line,
		} {
			r := readSingle(t, whole)
			got := "unread"
			if !r.Embargo.IsZero() {
				got = r.Embargo.At.UTC().Format("15:04")
			}
			if told := r.UnreadText(release.EmbargoField) == line; got != want || r.Headline != head || told != (want == "unread") || len(r.Blocks) != 1 {
				t.Errorf("%s %q: %s, headline %q, unread %q, %d blocks", where, line, got, r.Headline, r.UnreadText(release.EmbargoField), len(r.Blocks))
			}
		}
	}
}

// TestAnEmbargoInTheHeadline stands before it in its line, or in the subject of a letter.
func TestAnEmbargoInTheHeadline(t *testing.T) {
	const text = "\n\n8 мая 2025 года в Бишкеке прошла сессия Совета.\n\nСтороны обсудили план."
	for line, want := range map[string]string{
		"ЭМБАРГО до 10:00 МСК 12 сентября 2027 г.: Совет принял план дорог":   "2027-09-12T10:00:00+03:00[Europe/Moscow]",
		"[ЭМБАРГО до 10:00 МСК 12 сентября 2027 г.] Совет принял план дорог":  "2027-09-12T10:00:00+03:00[Europe/Moscow]",
		"EMBARGOED 12 Sept 2027 10:00 GMT - Совет принял план дорог":          "2027-09-12T10:00:00Z[Etc/UTC]",
		"ЭМБАРГО до 10:00 МСК 12 сентября 2027 г. // Совет принял план дорог": "2027-09-12T10:00:00+03:00[Europe/Moscow]",
	} {
		letter := "From: press@council.example\nTo: editor@paper.example\nSubject: " + line + "\n\nСовет принял план дорог"
		for _, whole := range []string{line, letter} {
			r := readSingle(t, whole+text)
			if r.Embargo.String() != want || r.Headline != "Совет принял план дорог" || len(r.Unread) > 0 {
				t.Errorf("%q: %s, headline %q, unread %v", whole, r.Embargo, r.Headline, r.Unread)
			}
		}
	}
	r := readSingle(t, "Эмбарго до 12.09.2027 10:00 МСК\n\nСовет принял план дорог"+text+"\n\nЭмбарго до 12.09.2027 11:00 МСК")
	if !r.Embargo.IsZero() || !strings.Contains(r.UnreadText(release.EmbargoField), "11:00") || !strings.Contains(r.UnreadText(release.EmbargoField), "10:00") {
		t.Errorf("two that differ: %s, unread %v", r.Embargo, r.Unread)
	}
	r = readSingle(t, "Совет принял план дорог"+text+"\n\nЭмбарго до конца года продлил Совет безопасности.")
	if len(r.Unread) > 0 || !slices.ContainsFunc(r.Blocks, func(b release.Block) bool {
		return strings.HasPrefix(b.Text, "Эмбарго до конца года")
	}) {
		t.Errorf("a sentence on an embargo: unread %v, %v", r.Unread, r.Blocks)
	}
}

// TestAnEmbargoSomehowSaid above a headline is told, whatever else its line says; a headline of one is none, and no more is a form's that
// says there is none.
func TestAnEmbargoSomehowSaid(t *testing.T) {
	const rest = "\n\nСовет принял план дорог\n\n8 мая 2025 года в Бишкеке прошла сессия Совета.\n\nСтороны обсудили план."
	for _, tt := range []struct{ line, want string }{
		{"Media embargo for everybody, Sunday, 10:00", "unread"},
		{"Эмбарго на ввоз вступит в силу в 00:00 МСК 5 декабря", "headline"},
		{"Материал под эмбарго! Публиковать не раньше 09:00 по местному времени 12 сентября 2027 г.", "unread"},
		{"Note: our embargo applies to Asia, Sunday, 10:00", "unread"},
		{"Россия: эмбарго на ввоз с 10:00 5 декабря", "headline"},
		{"Информация закрыта до начала заседания 12 сентября 2027 года", "unread"},
		{"Выход в эфир и публикация – после 15:00 мск завтра", "unread"},
		{"For release upon delivery, expected 10:00 a.m. EDT, May 15, 2027", "unread"},
		{"Please observe the embargo of our partners until Sunday", "unread"},
		{"Release at will after the speech", "unread"},
		{"Our embargo for everybody is 6am Sunday", "unread"},
		{"Эмбарго: нет", "none"},
		{"Embargo: None.", "none"},
	} {
		r := readSingle(t, tt.line+rest)
		got := "none"
		switch {
		case r.UnreadText(release.EmbargoField) == tt.line:
			got = "unread"
		case r.Headline == tt.line:
			got = "headline"
		case r.Headline != "Совет принял план дорог" || r.Notes != tt.line:
			got = r.Headline + r.Notes
		}
		if got != tt.want {
			t.Errorf("%q: %s", tt.line, got)
		}
	}
}
