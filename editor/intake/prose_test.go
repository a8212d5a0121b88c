package intake

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"communique/editor/intake/contact"
)

// TestProseIsNoContact: a paragraph that is not read as a line of contacts would have been none.
func TestProseIsNoContact(t *testing.T) {
	files, err := filepath.Glob("testdata/*.t*")
	if err != nil {
		t.Fatal(err)
	}
	lines := []string{
		strings.Repeat("Стороны обсудили план дорог и мостов. ", 12), "С уважением, " + strings.Repeat("стороны обсудили план дорог, ", 12),
		strings.Repeat("The parties discussed a plan of roads. ", 12) + "See council.example for more.", "Пресс-служба " + strings.Repeat("Совета содружества ", 20),
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, strings.FieldsFunc(string(data), func(r rune) bool { return strings.ContainsRune("\n\t⏎", r) })...)
	}
	prose := 0
	for _, line := range lines {
		if !contact.IsProse(line) {
			continue
		}
		prose++
		if got := contact.CutLine(line); !reflect.DeepEqual(got, []contact.Line{{}}) {
			t.Errorf("%s: %+v", line, got)
		}
	}
	if prose < 10 {
		t.Errorf("only %d paragraphs", prose)
	}
	for _, line := range []string{strings.Repeat("Анна Пробная, пресс-секретарь, ", 20) + "+7 (495) 000-00-01", strings.Repeat("слово ", 90) + "a@b.example", "Контакты: " + strings.Repeat("слово ", 90)} {
		if contact.IsProse(line) {
			t.Errorf("%s is no prose", line)
		}
	}
}
