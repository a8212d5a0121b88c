package typography

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// FuzzEdits holds what is true of every text: the edits stand in order and inside it, what
// they replace stands there, letters and digits stay but where a kind is about them, and
// setting a text twice changes nothing more.
func FuzzEdits(f *testing.F) {
	for _, c := range cases(f) {
		f.Add(c.before, uint8(0))
		f.Add(c.before, uint8(0xff))
	}
	f.Add("«a\n«b \"c\" d»", uint8(3))
	f.Fuzz(func(t *testing.T, text string, house uint8) {
		if !utf8.ValidString(text) {
			return
		}
		s := Typesetter{House: House{Dash: UsagesOfDash()[house%3], Initials: UsagesOfInitials()[house/4%3]}, Quoted: house&0x80 != 0}
		holds(t, s, text)
	})
}

// holds fails where the edits of a text break one of the laws.
func holds(t *testing.T, s Typesetter, text string) {
	t.Helper()
	edits := s.Edits(text)
	runes := []rune(text)
	at := 0
	var others []Edit
	for _, e := range edits {
		if e.At < at || e.End() > len(runes) || string(runes[e.At:e.End()]) != e.Old || e.Old == e.New {
			t.Fatalf("%q: edit %+v behind %d", text, e, at)
		}
		at = e.End()
		if e.Kind != Numero && e.Kind != Ordinals {
			others = append(others, e)
		}
	}
	if before, after := lettersOf(text), lettersOf(Apply(text, others)); before != after {
		t.Fatalf("%q: letters became %q", text, after)
	}
	if s.Quoted && len(edits) != len(others) {
		t.Fatalf("%q: words of a quotation are changed: %+v", text, edits)
	}
	once := Apply(text, edits)
	if again := s.Edits(once); len(again) > 0 {
		t.Fatalf("%q\nbecomes %q\nand then %q: %+v", text, once, Apply(once, again), again)
	}
}

func lettersOf(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			return r
		}
		return -1
	}, text)
}

// The pieces of the sequences that TestPieces tries.
var pieces = strings.Split(`"|'|«|»|„|“|”|‘|’| | |  |-|--|–|—|.|...|…|,|:|!|?|(|)|№|§|N|5|10|100|2024|09.00|1 000|%|а|в|бы|РФ|слово|Слово|А.|С.|г.|ул.|тыс.|руб.|мая|век|XX|II|т.|е.|-ый|so|word|It|Mr.|km|@|/|http://a.ru|<b>|{a}|`+"\n|\n|\t|\u00a0|ё|=|+|см.|км|ООО|тел.", "|")

// TestPieces sets random sequences of what the rules are about, with FuzzEdits' laws.
func TestPieces(t *testing.T) {
	seed := uint64(1)
	next := func(n int) int {
		seed = seed*6364136223846793005 + 1442695040888963407
		return int(seed>>33) % n
	}
	for range 60_000 {
		var b strings.Builder
		for range 2 + next(9) {
			b.WriteString(pieces[next(len(pieces))])
			if next(3) > 0 {
				b.WriteString(" ")
			}
		}
		holds(t, Typesetter{House: House{Dash: UsagesOfDash()[next(3)], Initials: UsagesOfInitials()[next(3)]}, Quoted: next(5) == 0}, b.String())
	}
}

// BenchmarkEdits sets a text that is already set and one that is not, beside a plain walk
// through its letters.
func BenchmarkEdits(b *testing.B) {
	text := strings.Repeat(sample, 500)
	run := func(name, text string, do func(string)) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				do(text)
			}
		})
	}
	run("walk", text, func(text string) {
		for _, r := range text {
			if unicode.IsLetter(r) {
				continue
			}
		}
	})
	run("raw", text, func(text string) { Typesetter{}.Edits(text) })
	run("marks", strings.Repeat("«", len(text)/len("«")), func(text string) { Typesetter{}.Edits(text) })
	run("set", Typesetter{}.Text(text), func(text string) { Typesetter{}.Edits(text) })
}

const sample = `Бишкек, 11 сентября 2024 года. - В г. Примерске прошла встреча Секретаря Совета безопасности А.С. Примерова с делегацией ООО "Завод "Рассвет"".
Стороны обсудили сотрудничество на 2024-2026 гг. и планы по 10-15 проектам на сумму 100 млн. руб., в том числе N 5 и № 6.
"Мы договорились о главном, - сказал он. - Остальное решат эксперты..." Подробности: https://example.org/news/1 или press@example.org.
`
