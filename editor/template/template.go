// Package template makes a release from a pattern: a TOML file with typed
// fields and with texts in which placeholders stand for what a person fills in.
//
//	{guest.ins}           a field in a case
//	{guest.ins.full}      how much to say: full, name, short, post
//	{date.short}          a date, or days from one to another («11–12 сентября 2024
//	                      года»): short, day, first, last, weekday, on («в среду»), span («с 11 по 12 …»)
//	{time}, {time.at}     a time of the day: «10:00–12:00», «с 10:00 до 12:00 по московскому времени»
//	{place.in}            a place with its preposition: «в Бишкеке», «на Кубе»
//	{topic.acc}           nouns in a case; typed in the nominative or in that case
//	{event:начался/началась/началось/начались}   a verb that agrees
//	{event:состоится/состоятся}                  one and many
//	{event.the}, {event.bare}, {hour.clock}      English: the article, none, a time in a text
//	[, на которой обсудили {topic}]              falls away when {topic} is empty
//
// A value that brings a preposition of its own takes the place of the template's.
package template

import (
	"fmt"
	"slices"
	"strings"

	"communique/editor/grammar"
	"communique/editor/release"
	"communique/editor/tomltext"
)

// FieldKind says what a field takes.
type FieldKind string

// The kinds of field. Names are declined; people are a list of persons, one a
// line; a date is written out in the template's language; a time of the day may run
// from one to another and name its zone; a choice takes one of its options.
const (
	Text         FieldKind = "text"
	Date         FieldKind = "date"
	Place        FieldKind = "place"
	Person       FieldKind = "person"
	People       FieldKind = "people"
	Organisation FieldKind = "organisation"
	Choice       FieldKind = "choice"
	Time         FieldKind = "time"
)

// Field is a blank of a template.
type Field struct {
	Name     string    `toml:"name"`
	Kind     FieldKind `toml:"kind"`
	Label    string    `toml:"label"`
	Hint     string    `toml:"hint,omitempty"`
	Required bool      `toml:"required,omitempty"`
	Default  string    `toml:"default,omitempty"`
	Options  []string  `toml:"options,omitempty"`
	// Named says that a text is a name: of one thing, whatever its words are, unless it is
	// several in quotation marks, «Рубеж» и «Кобальт».
	Named bool `toml:"named,omitempty"`
}

// Template is a pattern of a release. Its texts hold placeholders; a brace or
// a square bracket that is meant as a letter is written twice.
type Template struct {
	Name        string          `toml:"name"`
	Title       string          `toml:"title"` // what a person chooses it by
	Language    string          `toml:"language"`
	Kind        release.Kind    `toml:"kind"`
	Headline    string          `toml:"headline"`
	Subheadline string          `toml:"subheadline,omitempty"`
	Date        string          `toml:"date,omitempty"`
	Place       string          `toml:"place,omitempty"`
	Lead        string          `toml:"lead"`
	Boilerplate string          `toml:"boilerplate,omitempty"`
	Tags        []string        `toml:"tags,omitempty"`
	Fields      []Field         `toml:"fields,omitempty"`
	Blocks      []release.Block `toml:"blocks,omitempty"`
}

// Sample gives every field a value, as its hint, default or kind suggests, so
// that the template can be looked at.
func (t Template) Sample() map[string]Value {
	values := map[string]Value{}
	for _, f := range t.Fields {
		text := map[FieldKind]string{
			Date: "11.09.2024", Time: "10:00", Place: "Бишкек", Person: "Иван Пробный", People: "Иван Пробный\nАнна Озерова", Organisation: "Совет пробных государств", Text: "…",
		}[f.Kind]
		switch {
		case f.Default != "":
			text = f.Default
		case f.Kind == Choice:
			text = f.Options[0]
		case f.Hint != "":
			text = f.Hint
		}
		values[f.Name] = Value{Text: text}
	}
	return values
}

// Value is what a person gave for a field: the text, in the nominative where
// it is a name, and the forms that the person corrected.
type Value struct {
	Text  string
	Forms grammar.Forms
}

// Error says what is wrong with a template, and where.
type Error struct {
	Template    string
	Line        int // 0 where the fault has no line of its own
	Placeholder string
	Fits        string // what would be right there
}

func (e *Error) Error() string {
	return fmt.Sprintf("template %s, line %d: %s (fits: %s)", e.Template, e.Line, e.Placeholder, e.Fits)
}

// Fact names the error for the translations.
func (e *Error) Fact() (string, map[string]any) {
	return "template-placeholder", map[string]any{
		"Template": e.Template, "Line": e.Line, "Placeholder": e.Placeholder, "Fits": e.Fits,
	}
}

// FieldError says that a field does not take a value, or is none of the
// template's.
type FieldError struct {
	Template, Field, Value string
	Fits                   string
}

func (e *FieldError) Error() string {
	return fmt.Sprintf("template %s: field %s: %q (fits: %s)", e.Template, e.Field, e.Value, e.Fits)
}

// Fact names the error for the translations.
func (e *FieldError) Fact() (string, map[string]any) {
	return "template-field", map[string]any{
		"Template": e.Template, "Field": e.Field, "Value": e.Value, "Fits": e.Fits,
	}
}

// Parse reads a template. Its errors are those of tomltext.Decode and *Error.
func Parse(data []byte) (Template, error) {
	var t Template
	if err := tomltext.Decode(data, &t); err != nil {
		return Template{}, err
	}
	if err := t.check(string(data)); err != nil {
		return Template{}, err
	}
	return t, nil
}

// Encode writes what Parse reads.
func (t Template) Encode() ([]byte, error) { return tomltext.Encode(t) }

func (t Template) check(source string) error {
	fault := func(what, fits string) error {
		return &Error{Template: t.Name, Line: lineOf(source, what), Placeholder: what, Fits: fits}
	}
	for _, needed := range [][2]string{{"name", t.Name}, {"title", t.Title}, {"language", t.Language}} {
		if key, value := needed[0], needed[1]; value == "" {
			return fault(key, key+` = "…"`)
		}
	}
	for _, part := range []string{t.Name, t.Language} { // they name a file and its folder
		if !isName(strings.ReplaceAll(strings.ToLower(part), "-", "_")) {
			return fault(part, "a–z, 0–9, _, -")
		}
	}
	if !slices.Contains(release.Kinds(), t.Kind) {
		return fault(string(t.Kind), joined(release.Kinds()))
	}
	for i := range t.Fields {
		if what, fits := t.faultyField(i); fits != "" {
			return fault(what, fits)
		}
	}
	for _, b := range t.Blocks {
		if !slices.Contains(blockKinds(), b.Kind) {
			return fault(string(b.Kind), joined(blockKinds()))
		}
	}
	for _, text := range t.texts() {
		if what, fits := t.faultyText(text); fits != "" {
			return fault(what, fits)
		}
	}
	return nil
}

// blockKinds are the kinds of block that a template can have: all but pictures, which
// are attachments of a release.
func blockKinds() []release.BlockKind {
	return slices.DeleteFunc(release.BlockKinds(), func(k release.BlockKind) bool { return k == release.Picture })
}

// faultyText returns what is wrong in a text and what would be right, or two
// empty strings.
func (t Template) faultyText(text string) (what, fits string) {
	if _, ok := pieces(text); !ok {
		return text, "[…], [[, ]]"
	}
	for _, p := range scan(text) {
		switch f := t.field(p.field); {
		case f == nil:
			return p.source, t.placeholders()
		case !p.fits(*f):
			return p.source, f.placeholders()
		}
	}
	return "", ""
}

// faultyField returns what is wrong with field i and what would be right, or
// two empty strings.
func (t Template) faultyField(i int) (what, fits string) {
	f, kinds := t.Fields[i], []FieldKind{Text, Date, Time, Place, Person, People, Organisation, Choice}
	twice := slices.ContainsFunc(t.Fields[:i], func(g Field) bool { return g.Name == f.Name })
	switch {
	case !slices.Contains(kinds, f.Kind):
		return string(f.Kind), joined(kinds)
	case !isName(f.Name) || twice:
		return f.Name, "a–z, 0–9, _"
	case f.Kind == Choice && len(f.Options) == 0:
		return f.Name, `options = ["…"]`
	default:
		return "", ""
	}
}

func lineOf(source, what string) int {
	i := strings.Index(source, what)
	if i < 0 || what == "" {
		return 0
	}
	return 1 + strings.Count(source[:i], "\n")
}

func joined[S ~string](names []S) string {
	var texts []string
	for _, n := range names {
		texts = append(texts, string(n))
	}
	return strings.Join(texts, ", ")
}

func isName(name string) bool {
	return name != "" && strings.Trim(name, "abcdefghijklmnopqrstuvwxyz0123456789_") == ""
}

func (t Template) field(name string) *Field {
	for i := range t.Fields {
		if t.Fields[i].Name == name {
			return &t.Fields[i]
		}
	}
	return nil
}

// placeholders lists what may stand in the template's texts: braces that are letters
// where it has no fields.
func (t Template) placeholders() string {
	if len(t.Fields) == 0 {
		return "{{, }}"
	}
	return "{" + strings.Join(t.fieldNames(), "}, {") + "}"
}

// isName reports a field that holds names, behind which no mark is meant.
func (f Field) isName() bool {
	switch f.Kind {
	case Place, Person, People, Organisation:
		return true
	}
	return false
}

func (t Template) fieldNames() []string {
	names := make([]string, len(t.Fields))
	for i, f := range t.Fields {
		names[i] = f.Name
	}
	return names
}

func (t Template) texts() []string {
	texts := []string{t.Headline, t.Subheadline, t.Date, t.Place, t.Lead, t.Boilerplate}
	texts = append(texts, t.Tags...)
	for _, b := range t.Blocks {
		texts = append(texts, b.Text, b.Speaker)
	}
	return texts
}
