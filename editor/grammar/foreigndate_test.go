package grammar

import (
	"strings"
	"testing"
	"time"
	"unicode"

	"communique/assets/languages"
	"communique/editor/release"
)

// TestForeignDates reads dates as official texts of each language have them.
func TestForeignDates(t *testing.T) {
	for _, text := range []string{
		"2026 жылғы 11 қыркүйек", "2026 жылдың 11 қыркүйегі", "2026 жылғы 11 қыркүйекте", "11 қыркүйек 2026 жыл", "11 қыркүйек, 2026 ж.", "11 ҚЫРКҮЙЕК 2026",
		"2026-жылдын 11-сентябры", "2026-жылдын 11-сентябрында", "2026-жылы 11-сентябрь", "11-сентябрь, 2026-жыл",
		"11 сентябри соли 2026", "11 сентябри 2026",
		"2026-yil 11-sentabr", "2026-yil 11-sentabr kuni", "11-sentabr, 2026-yil", "2026 yil 11 sentyabr", "2026 йил 11 сентябрь", "2026 йил 11 сентябрда", "2026 йилнинг 11 сентябрь куни",
		"11 sentyabr 2026-cı il", "11 sentyabr 2026", "2026-cı il sentyabrın 11-i", "11 Sentyabr 2026-cı ildə",
		"11 верасня 2026 года", "11 верасня 2026 г.", "11 вересня 2026 року", "11 вересня 2026 р.",
		"2026 թվականի սեպտեմբերի 11", "2026 թ. սեպտեմբերի 11-ին", "2026թ. սեպտեմբերի 11", "11 սեպտեմբերի, 2026", "սեպտեմբերի 11, 2026 թ.",
		"2026 წლის 11 სექტემბერი", "2026 წლის 11 სექტემბერს", "11 სექტემბერი, 2026 წ.",
		"11 septembrie 2026", "11. September 2026", "11 septembre 2026", "11 września 2026 r.", "11. září 2026", "2026 jylǵy 11 qyrkúıek",
		"2026 жылғы 11 қыркүйек, жұма", "Жума, 2026-жылдын 11-сентябры", "ҷумъа, 11 сентябри соли 2026", "11 sentyabr 2026, cümə", "П’ятниця, 11 вересня 2026 року", "ուրբաթ, 11 սեպտեմբերի, 2026", "vendredi 11 septembre 2026",
		"le vendredi 11 septembre 2026", "Freitag, den 11. September 2026", "viernes 11 de septiembre de 2026", "sexta-feira, 11 de setembro de 2026", "piątek, 11 września 2026 r.",
		"cümə günü, 11 sentyabr 2026", "жұма күні, 2026 жылғы 11 қыркүйек", "2026-yil 11-sentabr, juma kuni", "2026-жылдын 11-сентябры, жума күнү", "рӯзи ҷумъа, 11 сентябри соли 2026",
	} {
		if d, ok := ParseDate(text); !ok || d != (release.Date{Year: 2026, Month: 9, Day: 11}) {
			t.Errorf("%q: %v, %v", text, d, ok)
		}
		if stray := strayWord(text); stray != "" {
			t.Errorf("%q: %q is no word of a date", text, stray)
		}
	}
	for _, text := range []string{
		"2026 жылғы қыркүйек", "11 қыркүйек", "Jeudi 11 septembre 2026", "11 sentyabr 2026, cümə axşamı", "2026 жылғы 31 қыркүйек", "2026 жылғы 11 қыркүйек Астана", "11 11 қыркүйек 2026", "2026 2026 қыркүйек 11",
		"қыркүйек қазан 11 2026", "11 мартышки 2026", "2026: 11 қыркүйек", "11 қыркүйек 926", "2026 жылғы 11 + қыркүйек", "жылғы", "11 juniper 2026", "11 қыркүйек 2026 –", "August 11, 2026 –", ", 11 қыркүйек 2026",
	} {
		if d, ok := ParseDate(text); ok {
			t.Errorf("%q is %v", text, d)
		}
	}
}

// strayWord returns the first word that may not stand in a date.
func strayWord(text string) string {
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if !InDate(word) {
			return word
		}
	}
	return ""
}

// TestWhatIsWrittenIsRead: a date that a release bears in its language is read back.
func TestWhatIsWrittenIsRead(t *testing.T) {
	for _, language := range languages.All() {
		for month := time.January; month <= time.December; month++ {
			for _, day := range []int{1, 9, 28} {
				d := release.Date{Year: 2026, Month: month, Day: day}
				if got, ok := ParseDate(d.InWords(language)); !ok || got != d {
					t.Errorf("%s: %q is read as %v, %v", language, d.InWords(language), got, ok)
				}
			}
		}
	}
}
