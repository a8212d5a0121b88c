package typography

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"communique/assets/hyphenation"
)

func hyphenated(h *Hyphenator, word string) string {
	letters := []rune(word)
	var b strings.Builder
	from := 0
	for _, at := range h.Breaks(word) {
		b.WriteString(string(letters[from:at]) + "-")
		from = at
	}
	return b.String() + string(letters[from:])
}

func TestBreaks(t *testing.T) {
	for _, c := range []struct{ name, language, want string }{
		{"plain", "ru", "ор-га-ни-за-ция"},
		{"prefix", "ru", "под-пи-са-ние"},
		{"double consonant", "ru", "ак-кре-ди-та-ция"},
		{"hard sign", "ru", "подъ-езд"},
		{"capitals count as letters", "ru", "Без-опас-ность"},
		{"exception of the list", "ru", "биз-нес-мен"},
		{"one letter is never left alone", "ru", "уче-ния"},
		{"short", "ru", "мира"},
		{"with a digit", "ru", "ковид19"},
		{"with a hyphen", "ru", "пресс-секретарь"},
		{"foreign letters", "ru", "statement"},
		{"Kazakh", "ru", "ынтымақтастық"},
		{"English", "en", "co-oper-a-tion"},
		{"English exception", "en-GB", "uni-ver-sity"},
		{"empty", "en", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			word := strings.ReplaceAll(c.want, "-", "")
			if strings.Contains(c.name, "hyphen") {
				word = c.want
				if got := Hyphenation(c.language).Breaks(word); got != nil {
					t.Fatalf("%q breaks at %v", word, got)
				}
				return
			}
			if got := hyphenated(Hyphenation(c.language), word); got != c.want {
				t.Fatalf("got %q, want %q", got, c.want)
			}
		})
	}
	if Hyphenation("hy") != nil {
		t.Fatal("there are patterns for Armenian")
	}
}

func FuzzBreaks(f *testing.F) {
	f.Add("сотрудничество")
	f.Add("Безопасность\x00")
	f.Add("\xff\xfe")
	f.Fuzz(func(t *testing.T, word string) {
		for _, language := range []string{"ru", "en"} {
			breaks := Hyphenation(language).Breaks(word)
			if !slices.IsSorted(breaks) {
				t.Fatalf("%v is not in order", breaks)
			}
			for _, at := range breaks {
				if at < leastBefore || at > utf8.RuneCountInString(word)-2 {
					t.Fatalf("%q breaks at %d", word, at)
				}
			}
		}
	})
}

func BenchmarkBreaks(b *testing.B) {
	h := Hyphenation("ru")
	for b.Loop() {
		h.Breaks("сотрудничество")
	}
}

func BenchmarkReadPatterns(b *testing.B) {
	for b.Loop() {
		newHyphenator(hyphenation.Patterns("ru"), 2)
	}
}
