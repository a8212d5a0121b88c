package command

import (
	"strings"
	"testing"
)

// A word with a minus before it is a part of the query, wherever it stands.
func TestMinusWords(t *testing.T) {
	c := &cli{}
	c.words = c.speak("en")
	for line, want := range map[string]string{
		"search встреча":                            "search -- встреча",
		"search -учения":                            "search -- -учения",
		"search -drill":                             "search -- -drill",
		"search -json --json":                       "search --json -- -json",
		"search план -учения --count":               "search --count -- план -учения",
		"search --limit 5 -учения":                  "search --limit 5 -- -учения",
		"search --limit=5 -учения план":             "search --limit=5 -- -учения план",
		"--library search search -учения":           "--library search search -- -учения",
		"search -учения -- --план":                  "search -- -учения --план",
		"search --без":                              "search -- --без",
		"search --cuont x":                          "search --cuont -- x",
		"search -h":                                 "search -h",
		"search --help":                             "search --help",
		"search":                                    "search",
		"list -x":                                   "list -x",
		"search -":                                  "search -- -",
		"--config c --library l search a -b --json": "--config c --library l search --json -- a -b",
	} {
		if got := strings.Join(minusWords(c.root(), strings.Fields(line)), " "); got != want {
			t.Errorf("%s: got %s, not %s", line, got, want)
		}
	}
}

// A search that finds nothing offers the words that the library has, beside what it prints.
func TestNearestWords(t *testing.T) {
	o := newOffice(t)
	stocked(o)
	for _, args := range [][]string{{"search", "всртеча"}, {"search", "всртеча", "--json"}} {
		if status, _, told := o.run(args...); status != done || !strings.Contains(told, "встреча") {
			t.Errorf("%s: status %d, %s", args, status, told)
		}
	}
}
