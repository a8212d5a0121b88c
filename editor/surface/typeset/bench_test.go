package typeset

import (
	"fmt"
	"image"
	"image/color"
	"strings"
	"testing"
)

// BenchmarkText breaks a text anew and after a key in its middle, and builds and paints
// one of its lines.
func BenchmarkText(b *testing.B) {
	for _, size := range []int{3_000, 300_000} {
		sentence := "Стороны обсудили ход подготовки к осенней сессии и план работы на год. "
		words := strings.Repeat(sentence, 1+size/len(sentence))
		s := NewSetter(nil)
		b.Run(fmt.Sprintf("fresh/%dKB", size/1000), func(b *testing.B) {
			for b.Loop() {
				set(s, words, nil, 560)
			}
		})
		b.Run(fmt.Sprintf("key/%dKB", size/1000), func(b *testing.B) {
			text := set(s, words, nil, 560)
			middle := strings.Index(words[len(words)/2:], "обсудили") + len(words)/2
			other := words[:middle] + "ы" + words[middle:]
			for i := range text.Lines() {
				text.Line(i)
			}
			for b.Loop() {
				text.Set(other, nil)
				text.Set(words, nil)
			}
		})
	}
	b.Run("line", func(b *testing.B) {
		text := set(NewSetter(nil), "Стороны обсудили ход подготовки к осенней сессии и план работы", nil, 560)
		for b.Loop() {
			text.lines[0].line = nil
			text.Line(0)
		}
	})
	b.Run("paint", func(b *testing.B) {
		s := NewSetter(nil)
		text := set(s, "Стороны обсудили ход подготовки к осенней сессии и план работы", nil, 560)
		for b.Loop() {
			s.Paint(image.NewRGBA(image.Rect(0, 0, 560, 26)), text.Line(0), image.Pt(0, 19), Inks{Text: color.RGBA{A: 255}})
		}
	})
}
