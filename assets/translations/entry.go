package translations

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/BurntSushi/toml"
	"github.com/nicksnyder/go-i18n/v2/i18n"
)

// Reading all sentences takes longer than most commands do, of which each says a few. So
// the files are parted into entries, and an entry is read when somebody asks for it.

// entry is what a file says of one sentence: its line, or its table where it has plurals.
type entry struct{ file, toml string }

// entriesOf parts a file into entries, by the names of the sentences. Each stands on a line
// of its own; the tables come after all of those.
func entriesOf(file string) map[string]entry {
	data, err := files.ReadFile(file)
	if err != nil {
		panic(err) // it is embedded
	}
	text := string(data)
	entries := make(map[string]entry, strings.Count(text, "\n"))
	lines, tables := text, ""
	if at := strings.Index(text, "\n["); at >= 0 {
		lines, tables = text[:at+1], text[at+1:]
	}
	for line := range strings.Lines(lines) {
		if name, _, is := strings.Cut(line, " = "); is {
			entries[name] = entry{file, line}
		}
	}
	for tables != "" {
		end := strings.Index(tables, "\n[") + 1
		if end == 0 {
			end = len(tables)
		}
		name, _, _ := strings.Cut(tables[1:], "]")
		entries[name] = entry{file, tables[:end]}
		tables = tables[end:]
	}
	return entries
}

// plain returns a sentence that has no plurals, and no parts that depend on its arguments.
func (e entry) plain() (string, bool) {
	_, quoted, line := strings.Cut(strings.TrimSuffix(e.toml, "\n"), " = ")
	if !line || strings.Contains(quoted, "{{if ") {
		return "", false
	}
	text, err := strconv.Unquote(quoted)
	return text, err == nil
}

// filled is a sentence with its arguments: {{.Name}}.
func filled(text string, args map[string]any) string {
	if !strings.Contains(text, "{{") {
		return text
	}
	var pairs []string
	for name, value := range args {
		pairs = append(pairs, "{{."+name+"}}", fmt.Sprint(value))
	}
	return strings.NewReplacer(pairs...).Replace(text)
}

// read takes a sentence into the bundle, unless it is there.
func (w *Words) read(name string, e entry) {
	if w.bundle == nil {
		w.bundle = i18n.NewBundle(w.tag)
		w.localizer = i18n.NewLocalizer(w.bundle, w.Language)
	}
	if w.known[name] {
		return
	}
	w.known[name] = true
	parsed, err := i18n.ParseMessageFileBytes([]byte(e.toml), e.file, map[string]i18n.UnmarshalFunc{"toml": toml.Unmarshal})
	if err == nil {
		err = w.bundle.AddMessages(parsed.Tag, parsed.Messages...)
	}
	if err != nil {
		panic(err) // it is part of the program: a test reads them all
	}
}
