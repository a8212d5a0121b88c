package dictionaries

import (
	"strings"
	"testing"
)

// Lines are found as trying each of them finds them.
func TestLineAt(t *testing.T) {
	var many strings.Builder // more than is looked through at first
	for _, letter := range "абвгдежзиклмнопрстуфхцчш" {
		many.WriteString(strings.Repeat(string(letter), 20) + "\n" + string(letter) + "\t1\n")
	}
	for _, lines := range []string{many.String(), "", "а\t1\n", "а\t1\nб\t2\nбв\t3\nг\tff\n", "а\t1\nб\t2\nв\t3", "а\nа\nа\nб\n"} {
		for _, key := range []string{"", "а", "а\t", "б", "б\t", "бв", "бв\t", "в", "н", "ш\t", "я"} {
			want, at := len(lines), 0
			for line := range strings.Lines(lines) {
				if strings.TrimSuffix(line, "\n") >= key {
					want = at
					break
				}
				at += len(line)
			}
			for name, at := range map[string]func(lines, key string) int{"LineAt": LineAt, "NextAt": NextAt} {
				if got := at(lines, key); got != want {
					t.Errorf("%s of %q in %q: %d, not %d", name, key, lines, got, want)
				}
			}
		}
	}
}
