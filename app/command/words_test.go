package command

import (
	"strings"
	"testing"
)

// Words are added and removed as a whole: one that is none, or is not there, leaves the
// others as they were, and is told.
func TestWords(t *testing.T) {
	o := newOffice(t)
	o.must("words", "add", "Пробник", "абырвалг")
	if got := o.must("words", "list"); got != "абырвалг\nПробник\n" {
		t.Errorf("listed %q", got)
	}
	for _, args := range [][]string{{"words", "remove", "абырвалг", "Нетакого"}, {"words", "add", "два слова"}} {
		status, out, told := o.run(args...)
		if status != couldNot || out != "" || !strings.Contains(told, args[len(args)-1]) {
			t.Errorf("%v: %d %q %q", args, status, out, told)
		}
	}
	if got := o.must("words", "list"); got != "абырвалг\nПробник\n" {
		t.Errorf("after that %q", got)
	}
	o.must("words", "remove", "Пробник")
	if got := o.must("words", "list"); got != "абырвалг\n" {
		t.Errorf("left %q", got)
	}
}

// Dictionaries of the folder that are none are told, and the rest is looked up all the same.
func TestSpellTellsOfDictionaries(t *testing.T) {
	o := newOffice(t)
	o.write("config/dictionaries/lone.dic", "1\nа\n")
	o.write("config/dictionaries/junk.aff", "SET UTF-8\n")
	o.write("config/dictionaries/junk.dic", "\x00\x01\n\x02\n")
	o.in = strings.NewReader("сотрудничесво")
	status, out, told := o.run("spell", "-")
	if status != done || !strings.Contains(out, "сотрудничество") {
		t.Errorf("%d %q", status, out)
	}
	for _, name := range []string{"lone", "junk"} {
		if !strings.Contains(told, name) {
			t.Errorf("%s is not told: %q", name, told)
		}
	}
}

// What cannot be read, or is no text, is an error in words for both commands; without a
// file the usage is wrong.
func TestTypesetAndSpellTellErrors(t *testing.T) {
	o := newOffice(t)
	broken := o.write("a.toml", "headline = 5\n")
	empty := o.write("empty.txt", "")
	for _, command := range []string{"typeset", "spell"} {
		for _, path := range []string{broken, empty, o.path("none.txt"), o.dir} {
			status, out, told := o.run(command, path)
			if status != couldNot || out != "" || told == "" {
				t.Errorf("%s %s: %d %q %q", command, path, status, out, told)
			}
		}
		if status, _, told := o.run(command); status != misuse || told == "" {
			t.Errorf("%s alone: %d %q", command, status, told)
		}
	}
}
