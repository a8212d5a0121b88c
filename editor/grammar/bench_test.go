package grammar

import (
	"strings"
	"testing"
	"time"
)

// BenchmarkDecline declines phrases of every kind by the rules, and tells how
// many look-ups of a stored form in a map one form costs.
func BenchmarkDecline(b *testing.B) {
	stored := map[string]Declension{}
	for _, tt := range declensions {
		stored[tt.phrase] = house.Decline(tt.kind, tt.gender, tt.phrase)
	}
	cases := Cases()
	length, rounds, start := 0, 10_000, time.Now()
	for range rounds {
		for _, tt := range declensions {
			for _, c := range cases {
				length += len(stored[tt.phrase].Forms[c])
			}
		}
	}
	lookUps := time.Since(start)
	if length == 0 {
		b.Fatal("nothing stored")
	}
	perForm := func(elapsed time.Duration, n int) float64 {
		return float64(elapsed.Nanoseconds()) / float64(n*len(declensions)*len(cases))
	}
	b.ResetTimer()
	for b.Loop() {
		for _, tt := range declensions {
			house.Decline(tt.kind, tt.gender, tt.phrase)
		}
	}
	rules, table := perForm(b.Elapsed(), b.N), perForm(lookUps, rounds)
	b.ReportMetric(rules, "ns/form")
	b.ReportMetric(rules/table, "look-ups/form")
}

// BenchmarkHeadline parts a post from a name and declines both.
func BenchmarkHeadline(b *testing.B) {
	all := headlines(b, "headlines")
	for i, line := range all {
		all[i] = strings.Replace(line, " | ", " ", 1)
	}
	length, n := len(house.headline(all[0]).Phrase), 0
	b.ResetTimer()
	for b.Loop() {
		length += len(house.headline(all[n%len(all)]).Phrase)
		n++
	}
	if length == 0 {
		b.Fatal("nothing declined")
	}
}

// headline declines a phrase as the registers do that know nothing of it.
func (h House) headline(phrase string) Declension {
	return h.DeclineHolder(Unknown, ReadHolder(phrase, nil))
}

// BenchmarkLoading reads the tables of names and of what follows posts.
func BenchmarkLoading(b *testing.B) {
	for b.Loop() {
		readGivenNames()
		all := map[string]complement{}
		eachComplement(func(_, name string, mark func(map[string]complement, string)) { mark(all, name) })
	}
}

// BenchmarkInCase puts topics into a case: their nouns are looked up in the
// dictionary, which names are not.
func BenchmarkInCase(b *testing.B) {
	phrases := []string{
		"подготовка к сессии Совета", "обмен опытом и совместная подготовка спасателей", "вопросы, связанные с безопасностью границ",
		"два межправительственных соглашения", "сотрудничество в области обороны, безопасности и торговли",
	}
	for b.Loop() {
		for _, phrase := range phrases {
			house.InCase(phrase, Genitive)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(phrases)), "ns/phrase")
}
