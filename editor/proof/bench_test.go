package proof

import (
	"strings"
	"testing"

	"communique/editor/release"
)

// page is 4 KB of an ordinary release, a paragraph each 400 bytes.
func page() release.Release {
	var texts []string
	for i := range 10 {
		texts = append(texts, strings.Repeat("Стороны обсудили ход подготовки к сессии Совета, сообщает «Вестник» 26.10.2021 года. ", 2)+
			"Министр обороны Сергей Пробнов отметил 5 государств и 12 % роста в 2024 году"+strings.Repeat(".", 1)+strings.Repeat(" Да.", i))
	}
	r := body(texts...)
	r.Blocks = release.Numbered(r.Blocks)
	return r
}

// BenchmarkPage checks 4 KB whole, and after a key in one paragraph.
func BenchmarkPage(b *testing.B) {
	b.Run("whole", func(b *testing.B) {
		r := page()
		for b.Loop() {
			Check(r, Params{})
		}
	})
	b.Run("key", func(b *testing.B) {
		r := page()
		c := NewChecker()
		texts := [2]string{r.Blocks[4].Text, r.Blocks[4].Text + "а"}
		for i := 0; b.Loop(); i++ {
			r.Blocks[4].Text = texts[i%2]
			c.Check(r, Params{})
		}
	})
}
