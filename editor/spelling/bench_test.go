package spelling

import (
	"strings"
	"testing"
	"time"

	"communique/editor/words"
)

// page is a text of 4 KB in the manner of releases.
var page = strings.Repeat("Министры иностранных дел государств – членов Совета обсудили в Бишкеке подготовку к сессии, приняли план мероприятий и подчеркнули значение сотрудничества. ", 14)

// BenchmarkCheck checks a page; the baseline is a map of its own words, which is asked for
// each of them folded: about what taking a text apart costs.
func BenchmarkCheck(b *testing.B) {
	c := New(Params{})
	known := map[string]bool{}
	for w := range words.In(page) {
		known[w.Folded] = true
	}
	var plain time.Duration
	for b.Loop() {
		c.Check(page)
	}
	mine := b.Elapsed() / time.Duration(b.N)
	start := time.Now()
	for range b.N {
		for w := range words.In(page) {
			if !known[w.Folded] {
				b.Fatal(w.Folded)
			}
		}
	}
	plain = time.Since(start) / time.Duration(b.N)
	b.SetBytes(int64(len(page)))
	b.ReportMetric(float64(mine)/float64(plain), "×map")
}

// BenchmarkSuggest proposes for a word that it has not seen; the baseline looks up every
// word that is one change away, as simple checkers do, and finds fewer.
func BenchmarkSuggest(b *testing.B) {
	c := New(Params{})
	for name, word := range map[string]string{"one": "сотрудничесво", "two": "сатрудничесвтво", "name": "Тасмагамбтов", "layout": "ghbdtn", "nothing": "аоуыэяюёие"} {
		b.Run(name, func(b *testing.B) {
			m := c.Check(word).Misspelt[0]
			for b.Loop() {
				c.suggest(m.word, m.in)
			}
			mine := b.Elapsed() / time.Duration(b.N)
			start := time.Now()
			c.changed(m)
			b.ReportMetric(float64(mine)/float64(time.Since(start)), "×edits")
		})
	}
}

// changed counts the known words one change away from another.
func (c *Checker) changed(m Misspelling) int {
	n, letters := 0, []rune(strings.ToLower(m.word))
	for i := range len(letters) + 1 {
		before := string(letters[:i])
		for r := 'а'; r <= 'я'; r++ {
			if c.hasCased(before+string(r)+string(letters[i:]), m.in) {
				n++
			}
			if i < len(letters) && c.hasCased(before+string(r)+string(letters[i+1:]), m.in) {
				n++
			}
		}
	}
	return n
}

// BenchmarkLines checks short lines each with a misspelt word, beside a tenth as many: what a
// line costs must not grow with their number.
func BenchmarkLines(b *testing.B) {
	const most, line = 30_000, "слоо\n"
	c := New(Params{})
	few, many := strings.Repeat(line, most/10), strings.Repeat(line, most)
	var base time.Duration
	for b.Loop() {
		start := time.Now()
		c.Check(few)
		base += time.Since(start)
		c.Check(many)
	}
	b.ReportMetric(float64(b.Elapsed()-base)/float64(base)/10, "×line-of-a-tenth")
}

// BenchmarkNew makes a Checker ready.
func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		New(Params{})
	}
}
