package typography

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// TestQuoted: a quotation leaves in its marks, once, and comes back as it was.
func TestQuoted(t *testing.T) {
	for name, tt := range map[string]struct{ language, said, want, back string }{
		"bare":                      {"ru", "Мы рады.", "«Мы рады».", ""},
		"a question":                {"ru", "Мы рады?", "«Мы рады?»", ""},
		"unfinished":                {"ru", "Мы рады…", "«Мы рады…»", ""},
		"three dots":                {"ru", "Мы рады...", "«Мы рады...»", ""},
		"an abbreviation":           {"ru", "Дороги, мосты и т. д.", "«Дороги, мосты и т. д.»", ""},
		"roubles":                   {"ru", "Это стоит 5 тыс. руб.", "«Это стоит 5 тыс. руб.»", ""},
		"in English":                {"en", "We are glad.", "“We are glad.”", ""},
		"of Kazakhstan":             {"kk", "Біз қуаныштымыз.", "«Біз қуаныштымыз».", ""},
		"of Romania":                {"ro", "Suntem bucuroși.", "„Suntem bucuroși.”", ""},
		"of France":                 {"fr", "Nous sommes heureux.", "«\u00a0Nous sommes heureux.\u00a0»", ""},
		"of nowhere":                {"xx", "Glad.", "“Glad.”", ""},
		"a region":                  {"en-GB", "Glad.", "“Glad.”", ""},
		"typed":                     {"ru", "«Мы рады»", "«Мы рады»", "Мы рады"},
		"typed with a stop":         {"ru", "«Мы рады».", "«Мы рады».", "Мы рады."},
		"typed with a stop within":  {"ru", "«Мы рады.»", "«Мы рады.»", "Мы рады."},
		"typed straight":            {"ru", `"Мы рады"`, "«Мы рады»", "Мы рады"},
		"typed in low and high":     {"ru", "„Мы рады“", "«Мы рады»", "Мы рады"},
		"typed in English":          {"en", `"Glad," he said to "them"`, `"Glad," he said to "them"`, `"Glad," he said to "them"`},
		"nested":                    {"ru", "Мы за «Союз» рады", "«Мы за „Союз“ рады»", ""},
		"nested straight":           {"ru", `Мы за "Союз" рады`, "«Мы за „Союз“ рады»", "Мы за «Союз» рады"},
		"nested in English":         {"en", "The “Union’s” plan, the members’ own", "“The ‘Union’s’ plan, the members’ own”", ""},
		"nested and typed":          {"ru", "«Мы за „Союз“ рады»", "«Мы за „Союз“ рады»", "Мы за «Союз» рады"},
		"typed twice the same":      {"ru", "«Мы за «Союз» рады»", "«Мы за „Союз“ рады»", "Мы за «Союз» рады"},
		"begins and ends with some": {"ru", "«Союз» и «Совет»", "«„Союз“ и „Совет“»", ""},
		"a name and a dash":         {"ru", "«Союз» – наш партнёр.", "«„Союз“ – наш партнёр».", ""},
		"a name first":              {"ru", "«Союз» рад.", "«„Союз“ рад».", ""},
		"a name last":               {"ru", "Мы за «Союз».", "«Мы за „Союз“».", ""},
		"three levels":              {"ru", "Он: «Книга „О «мире»“ есть»", "«Он: „Книга «О „мире“» есть“»", "Он: «Книга „О «мире»“ есть»"},
		"said by somebody":          {"ru", "«Мы рады», – сказал он.", "«Мы рады», – сказал он.", "«Мы рады», – сказал он."},
		"cried by somebody":         {"ru", "«Мы рады!» – сказал он. «Да».", "«Мы рады!» – сказал он. «Да».", "«Мы рады!» – сказал он. «Да»."},
		"never closed":              {"ru", "«Мы рады.", "«Мы рады».", "Мы рады."},
		"never opened":              {"ru", "Мы рады»", "«Мы рады»", "Мы рады"},
		"never opened, with a name": {"ru", "Мы за «Союз» рады»", "«Мы за „Союз“ рады»", "Мы за «Союз» рады"},
		"a forgotten mark within":   {"ru", "Мы «рады", "«Мы «рады»", "«Мы «рады»"},
		"inches":                    {"ru", `Экран в 5" нам мал`, `«Экран в 5" нам мал»`, ""},
		"two paragraphs":            {"ru", "Мы рады.\nОчень.", "«Мы рады.\nОчень».", ""},
		"each line in marks":        {"ru", "«Мы рады»\n«Очень»", "«Мы рады»\n«Очень»", "«Мы рады»\n«Очень»"},
		"opened again":              {"en", "“One.\n“Two.”", "“One.\n“Two.”", "“One.\n“Two.”"},
		"white space":               {"ru", " \u200bМы рады\n ", "«Мы рады»", "Мы рады"},
		"nothing":                   {"ru", " ", "", ""},
		"a mark alone":              {"ru", "«", "«»", "«»"},
		"an apostrophe":             {"en", "’Tis the members’ year", "“’Tis the members’ year”", ""},
		"singles within":            {"en", "The ‘Union’ of “ours”", "“The ‘Union’ of ‘ours’”", "The “Union” of “ours”"},
	} {
		t.Run(name, func(t *testing.T) {
			back := tt.back
			if back == "" && tt.want != "" {
				back = tt.said
			}
			got, shift := Quoted(tt.said, tt.language)
			if got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
			if again, _ := Quoted(got, tt.language); again != got {
				t.Errorf("quoted again: %q", again)
			}
			aligned(t, tt.said, got, shift)
			said, shift := Unquoted(got, tt.language)
			if said != back {
				t.Errorf("back %q, want %q", said, back)
			}
			aligned(t, got, said, shift)
		})
	}
}

// aligned fails unless the letters of a text stand shift further on in another.
func aligned(t *testing.T, text, other string, shift int) {
	t.Helper()
	letters := []rune(other)
	for i, r := range []rune(text) {
		if at := i + shift; isLetter(r) && (at < 0 || at >= len(letters) || letters[at] != r) {
			t.Errorf("%q at %d of %q does not stand %d further on in %q", r, i, text, shift, other)
			return
		}
	}
}

func FuzzQuoted(f *testing.F) {
	for _, text := range []string{"Мы рады.", "«Союз» и «Совет»", "“One.\n“Two.”", "«Мы рады», – сказал он.", "’‘‚“”\"„»"} {
		f.Add(text, "ru")
		f.Add(text, "en")
	}
	f.Fuzz(func(t *testing.T, text, language string) {
		shown, shift := Quoted(text, language)
		aligned(t, text, shown, shift)
		said, shift := Unquoted(shown, language)
		aligned(t, shown, said, shift)
	})
}

// holdsQuoted fails unless a text is quoted once, whoever quotes it again or reads it back.
func holdsQuoted(t *testing.T, text, language string) {
	shown, shift := Quoted(text, language)
	aligned(t, text, shown, shift)
	if read, _ := readSaying(text, language); read.stray >= 0 { // what belongs together is a guess
		return
	}
	if again, _ := Quoted(shown, language); again != shown {
		t.Errorf("%s: %q is %q, and again %q", language, text, shown, again)
	}
	said, shift := Unquoted(shown, language)
	aligned(t, shown, said, shift)
	if once, _ := Quoted(said, language); said != shown && once != shown {
		t.Errorf("%s: %q is %q, read %q, and %q again", language, text, shown, said, once)
	}
}

// TestAnyQuotation tries random texts of what matters to quotations.
func TestAnyQuotation(t *testing.T) {
	pieces := []string{
		" «слово", " слово»", " „слово", " слово“", " “one", " one”", " \"слово", " слово\"", " ‘one", " ones’", " one’s", " слово", " («слово", "»)", "\nслово", ".", ",", "!", "…", " – слово", " 5", " г.", " (слово)",
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 30_000 {
		var b strings.Builder
		for range random.IntN(12) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		for _, language := range []string{"ru", "en", "kk", "ro", "de"} {
			holdsQuoted(t, b.String(), language)
		}
		if t.Failed() {
			return
		}
	}
}
