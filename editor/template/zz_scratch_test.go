package template

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"communique/editor/grammar"
	"communique/editor/release"
)

func TestZZ(t *testing.T) {
	set, _ := Embedded()
	language := os.Getenv("ZL")
	data, _ := os.ReadFile(os.Getenv("ZV"))
	var sets []map[string]string
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "# ") {
			sets = append(sets, map[string]string{})
		} else if field, text, ok := strings.Cut(line, ": "); ok {
			sets[len(sets)-1][field] = strings.ReplaceAll(text, " | ", "\n")
		}
	}
	for i, given := range sets {
		var all strings.Builder
		house := grammar.House{}
		if i%2 == 1 {
			house.English = release.EnglishAP
		}
		for _, name := range shipped {
			tmpl, err := set.Find(name, language)
			if err != nil {
				t.Fatal(err)
			}
			v := chosen(tmpl, given)
			for _, f := range tmpl.Fields {
				if text, ok := given[f.Name]; ok && f.Kind == Choice {
					for _, o := range f.Options {
						if o == text {
							v[f.Name] = Value{Text: text}
						}
					}
				}
			}
			filled, err := tmpl.Fill(Office{House: house, Registers: office}, v)
			if err != nil {
				t.Fatal(err)
			}
			write(&all, filled.Release)
			for _, g := range filled.Guesses {
				fmt.Fprintf(&all, "? %s\n", g.Form)
			}
		}
		fmt.Printf("======== SET %d\n%s", i+1, strings.ReplaceAll(all.String(), "Целое предложение. \n", ""))
	}
}
