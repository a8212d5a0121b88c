package find

import (
	"strings"
	"testing"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/release"
)

// hostile are what nobody should type into the field, and somebody pastes.
func hostile() map[string]string {
	return map[string]string{
		"one letter again and again": strings.Repeat("а", 100_000),
		"two letters in turn":        strings.Repeat("аб", 20_000),
		"a word again and again":     strings.Repeat("министр ", 2_000),
		"signs of expressions":       `.*+?[]{}()|\^$`,
		"a bomb of expressions":      strings.Repeat("(а*)*", 500),
		"accents alone":              strings.Repeat("\u0301", 10_000),
		"a letter with accents":      "а" + strings.Repeat("\u0301", 10_000),
		"a family":                   strings.Repeat("👨\u200d👩\u200d👧", 2000),
		"nothing that is seen":       strings.Repeat("\u200b\u00ad\ufeff", 5000),
		"spaces":                     strings.Repeat(" ", 10_000),
		"no text":                    "\x00\xff\xfe",
		"to the left":                strings.Repeat("שלום ", 5000),
		"hyphens":                    strings.Repeat("а-", 2_000),
		"quotation marks":            strings.Repeat("«", 20_000),
	}
}

// TestHostileQueries looks for them in a long text and in themselves, as letters, whole words and in
// every form, and would replace them: each is answered, and what is found stands in the text. A word
// of a hundred thousand letters was looked up letter by letter, for minutes.
func TestHostileQueries(t *testing.T) {
	long := prose(100_000)
	for name, typed := range hostile() {
		own := release.New("ru")
		if own.Lead = typed; !utf8.ValidString(typed) {
			own.Lead = ""
		}
		for _, o := range []Options{{}, {Case: true}, {Word: true}, {Forms: true}} {
			q := New(typed, o)
			for _, r := range []release.Release{long, own} {
				letters := map[release.TextID]int{}
				for p := range r.Passages() {
					letters[p.TextID] = utf8.RuneCountInString(p.Text)
				}
				for _, h := range q.Hits(r.Passages()) {
					if h.Start < 0 || h.End <= h.Start || h.End > letters[h.Text] {
						t.Fatalf("%s, %+v: a hit from %d to %d of %d", name, o, h.Start, h.End, letters[h.Text])
					}
				}
			}
			q.Plain(own.Passages(), Replacement{Words: typed, LikeCase: true})
			if o.Forms {
				q.InForm(own.Passages(), grammar.House{}, Replacement{Words: typed})
			}
		}
	}
}
