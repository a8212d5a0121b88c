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
	for _, language := range []string{"pl", "zh", "kk-Latn", "", "r", "rus", "-ru"} {
		if Hyphenation(language) != nil {
			t.Errorf("there are patterns for %q", language)
		}
	}
	if Hyphenation("ru-KZ") != Hyphenation("ru") {
		t.Error("Russian of another country has no patterns")
	}
}

// TestPatterns reads patterns of our own, so that each rule of theirs is seen alone.
func TestPatterns(t *testing.T) {
	for _, c := range []struct {
		name, patterns, word string
		behind               int
		want                 string
	}{
		{"none", "абвгде", "абвгде", 2, "абвгде"},
		{"an odd number breaks", "аб1вгде", "абвгде", 2, "аб-вгде"},
		{"an even one does not", "аб2вгде", "абвгде", 2, "абвгде"},
		{"the higher wins", "аб1в\nаб2вг\nде", "абвгде", 2, "абвгде"},
		{"whatever comes first", "аб2вг\nаб3в\nде", "абвгде", 2, "аб-вгде"},
		{"at every place", "б1в\nг1д\nае", "абвгде", 2, "аб-вг-де"},
		{"the beginning of a word", ".аб1в\nде", "абвабвде", 2, "аб-вабвде"},
		{"the end of a word", "б1вг.\nа", "абвгабвг", 2, "абвгаб-вг"},
		{"one letter does not stay", "а1бвгде", "абвгде", 2, "абвгде"},
		{"two letters do", "аб1вгде", "абвгде", 2, "аб-вгде"},
		{"two go behind", "абвг1де", "абвгде", 2, "абвг-де"},
		{"but not where three must", "абвг1де", "абвгде", 3, "абвгде"},
		{"three do", "абв1где", "абвгде", 3, "абв-где"},
		{"five letters", "аб1вгд", "абвгд", 2, "аб-вгд"},
		{"four are too short", "аб1вгд", "абвг", 2, "абвг"},
		{"an exception", "аб1вгде\nабв-гд-е", "абвгде", 2, "абв-гд-е"},
		{"an exception without breaks is none", "аб1вгде", "абвгде", 2, "аб-вгде"},
		{"capitals", "аб1вгде", "АбВГДЕ", 2, "Аб-ВГДЕ"},
		{"a letter of another alphabet", "аб1вгде", "абвгдz", 2, "абвгдz"},
		{"a period", ".аб1вгде", "абвг.де", 2, "абвг.де"},
		{"a digit at the edge", "1абвгд2", "абвгд", 2, "абвгд"},
		{"empty lines around a pattern", "\nаб1вгде\n\n", "абвгде", 2, "аб-вгде"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := hyphenated(newHyphenator(c.patterns, c.behind), c.word); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// TestAsLiangDoesIt lays every pattern over words by hand, without a trie.
func TestAsLiangDoesIt(t *testing.T) {
	for language, behind := range map[string]int{"ru": 2, "en": 3} {
		var patterns []string
		for pattern := range strings.FieldsSeq(hyphenation.Patterns(language)) {
			if !strings.Contains(pattern, "-") {
				patterns = append(patterns, pattern)
			}
		}
		letters := func(pattern string) string { return strings.Trim(strings.Trim(pattern, "."), "0123456789") }
		words := strings.Fields("Сотрудничество безопасность представителей коллективной конференций cooperation representatives hyphenation")
		for i := 0; i+7 < len(patterns); i += len(patterns) / 60 { // words that nobody says
			words = append(words, strings.Map(noDigit, letters(patterns[i])+letters(patterns[i+7])))
		}
		h := newHyphenator(hyphenation.Patterns(language), behind)
		for _, word := range words {
			if _, known := h.exceptions[strings.ToLower(word)]; known {
				continue
			}
			if got, want := h.Breaks(word), byHand(patterns, strings.ToLower(word), behind); !slices.Equal(got, want) {
				t.Errorf("%s: got %v, want %v", word, got, want)
			}
		}
	}
}

func noDigit(r rune) rune {
	if r >= '0' && r <= '9' || r == '.' {
		return -1
	}
	return r
}

// byHand returns the breaks of a word after F. M. Liang, chapter 2.
func byHand(patterns []string, word string, behind int) []int {
	edged := []rune("." + word + ".")
	between := make([]rune, len(edged)+1) // before each letter
	all := strings.Join(patterns, "\n")
	for _, r := range word {
		if !strings.ContainsRune(all, r) {
			return nil
		}
	}
	if len(edged)-2 < leastWord {
		return nil
	}
	for _, pattern := range patterns {
		plain := []rune(strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' {
				return -1
			}
			return r
		}, pattern))
		for at := 0; at+len(plain) <= len(edged); at++ {
			if !slices.Equal(edged[at:at+len(plain)], plain) {
				continue
			}
			place := at
			for _, r := range pattern {
				if r >= '0' && r <= '9' {
					between[place] = max(between[place], r-'0')
				} else {
					place++
				}
			}
		}
	}
	var breaks []int
	for n := leastBefore; n <= len(edged)-2-behind; n++ {
		if between[n+1]%2 == 1 {
			breaks = append(breaks, n)
		}
	}
	return breaks
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
