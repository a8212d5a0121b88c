package template

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"communique/editor/grammar"
	"communique/editor/proof"
)

// TestReadAsAnEditorWould fills every shipped template with values as different
// as people's are: the texts are golden files, to be read before they are taken.
func TestReadAsAnEditorWould(t *testing.T) {
	set, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	for _, language := range []string{"ru", "en"} {
		sets := values(t, language)
		if len(sets) < 10 {
			t.Errorf("%d sets of values in %s", len(sets), language)
		}
		for i, given := range sets {
			var all strings.Builder
			house := grammar.House{}
			if i%2 == 1 {
				house.English = grammar.EnglishAP
			}
			for _, name := range shipped {
				tmpl, err := set.Find(name, language)
				if err != nil {
					t.Fatal(err)
				}
				filled, err := tmpl.Fill(house, chosen(tmpl, given), office)
				if err != nil {
					t.Fatal(err)
				}
				for _, f := range proof.Check(filled.Release) {
					if f.Code != proof.ContactMissing {
						t.Errorf("%s %d, %s: %s: %s", language, i+1, name, f.Code, f.Text)
					}
				}
				write(&all, filled.Release)
				for _, g := range filled.Guesses {
					fmt.Fprintf(&all, "? %s\n", g.Form)
				}
			}
			golden(t, filepath.Join("testdata", "read", fmt.Sprintf("%s-%02d.txt", language, i+1)), all.String())
		}
	}
}

// values are the sets of values in a language: "# name", then "field: value",
// lines of a value parted by " | ".
func values(t *testing.T, language string) []map[string]string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "read", language+"-values.txt"))
	if err != nil {
		t.Fatal(err)
	}
	var sets []map[string]string
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "# ") {
			sets = append(sets, map[string]string{})
		} else if field, text, ok := strings.Cut(line, ": "); ok {
			sets[len(sets)-1][field] = strings.ReplaceAll(text, " | ", "\n")
		}
	}
	return sets
}

// chosen gives each field of a template its value out of a set, and what the
// set does not have out of its hint.
func chosen(tmpl Template, given map[string]string) map[string]Value {
	all := example(tmpl, false)
	for _, f := range tmpl.Fields {
		if text, ok := given[f.Name]; ok && f.Kind != Choice {
			all[f.Name] = Value{Text: text}
		}
	}
	return all
}
