// Package licences holds the terms of everything that is part of the program:
// its own, those of the modules and of the Go library it is linked from, and
// those of the fonts, dictionaries and other data that it carries.
package licences

//go:generate go run ./gather

import (
	"embed"
	"strings"
)

//go:embed index.tsv texts
var files embed.FS

// Part is something that the program is made of.
type Part struct {
	Name  string   // a module's path, or what the thing is called
	texts []string // names of files
}

// Text returns the licences of a part, one after another.
func (p Part) Text() string {
	texts := make([]string, len(p.texts))
	for i, name := range p.texts {
		text, err := files.ReadFile("texts/" + name)
		if err != nil {
			panic(err) // a test reads them all
		}
		texts[i] = string(text)
	}
	return strings.Join(texts, "\n\n"+strings.Repeat("—", 40)+"\n\n")
}

// All returns every part: the program itself first, then what it carries, then
// the modules by name.
func All() []Part {
	index, err := files.ReadFile("index.tsv")
	if err != nil {
		panic(err) // it is embedded
	}
	var parts []Part
	for line := range strings.Lines(string(index)) {
		fields := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		parts = append(parts, Part{Name: fields[0], texts: fields[1:]})
	}
	return parts
}

// Find returns the part that is called so, in capitals or not.
func Find(name string) (Part, bool) {
	for _, p := range All() {
		if strings.EqualFold(p.Name, name) {
			return p, true
		}
	}
	return Part{}, false
}
