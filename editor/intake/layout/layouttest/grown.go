package layouttest

import (
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"communique/editor/intake/layout"
)

// deepest is how many elements stand within one another at most, fewer than a reader bears.
const deepest = 60

// Grown writes well-formed XML after a program of random bytes: elements of these names within one
// another, attributes of these names with these values, and words of their own, word0, word1 and so on. A
// fuzzer that changes the program changes what stands where, and never breaks the XML itself.
func Grown(program []byte, elements, attributes, values []string) string {
	var b strings.Builder
	var open []string
	words := 0
	next := func() int {
		if len(program) == 0 {
			return 0
		}
		one := program[0]
		program = program[1:]
		return int(one)
	}
	of := func(all []string) string { return all[next()%len(all)] }
	for len(program) > 0 {
		switch step := next(); {
		case step%4 == 0 && len(open) > 0:
			b.WriteString("</" + open[len(open)-1] + ">")
			open = open[:len(open)-1]
		case step%4 == 1:
			b.WriteString("word" + strconv.Itoa(words) + " ")
			words++
		default:
			name := of(elements)
			b.WriteString("<" + name)
			for range step / 4 % 4 {
				b.WriteString(` ` + of(attributes) + `="` + of(values) + `"`)
			}
			if step%4 == 3 || len(open) == deepest {
				b.WriteString("/>")
				continue
			}
			b.WriteString(">")
			open = append(open, name)
		}
	}
	for i := len(open) - 1; i >= 0; i-- {
		b.WriteString("</" + open[i] + ">")
	}
	return b.String()
}

// Whole fails where a text of a layout is no UTF-8, a mark lies beside its letters, or a number or a level is none.
func Whole(t *testing.T, d layout.Document) {
	t.Helper()
	for _, p := range d.Paragraphs {
		if !utf8.ValidString(p.Text+p.By+p.Alternative) || p.Kind != layout.Table && strings.Contains(p.Text, "\t") {
			t.Errorf("%v %q", p.Kind, p.Text)
		}
		for _, m := range p.Marks {
			if m.Start < 0 || m.Start >= m.End || m.End > utf8.RuneCountInString(p.Text) {
				t.Errorf("%+v in %q", m, p.Text)
			}
		}
		if p.Kind == layout.Heading && p.Level < 1 || p.Number < 0 {
			t.Errorf("%+v", p)
		}
	}
}
