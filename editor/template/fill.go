package template

import (
	"maps"
	"slices"
	"strings"

	"communique/editor/grammar"
	"communique/editor/release"
)

// placeholder is a {field} or {field.case} in a text.
type placeholder struct {
	start, end int // bytes in the text
	source     string
	field      string
	form       grammar.Case
	ok         bool // it is written as a placeholder must be
}

// scan finds the placeholders of a text. Doubled braces are letters.
func scan(text string) []placeholder {
	var found []placeholder
	for i := 0; i < len(text); i++ {
		if strings.HasPrefix(text[i:], "{{") || strings.HasPrefix(text[i:], "}}") {
			i++
			continue
		}
		if text[i] != '{' {
			continue
		}
		end := strings.IndexByte(text[i:], '}')
		if end < 0 {
			return append(found, placeholder{start: i, end: len(text), source: text[i:]})
		}
		p := read(text[i : i+end+1])
		p.start, p.end = i, i+end+1
		found = append(found, p)
		i += end
	}
	return found
}

func read(source string) placeholder {
	p := placeholder{source: source, form: grammar.Nominative}
	name, form, declined := strings.Cut(strings.Trim(source, "{}"), ".")
	p.field, p.ok = name, isName(name)
	if declined {
		var known bool
		p.form, known = grammar.ParseCase(form)
		p.ok = p.ok && known
	}
	return p
}

// Fill makes a release of the template. A blank that is not given, or whose
// form nobody typed, stays in the text as its placeholder, which the checks
// then stop; a paragraph of nothing but an optional blank falls away. A value
// that its field cannot take, or that belongs to no field, is a *FieldError.
func (t Template) Fill(values map[string]Value) (release.Release, error) {
	if err := t.accept(values); err != nil {
		return release.Release{}, err
	}
	f := filling{t, values}
	r := release.New(t.Language)
	r.Kind, r.Template = t.Kind, t.Name
	r.Headline, r.Subheadline = f.text(t.Headline), f.text(t.Subheadline)
	r.Place, r.Lead, r.Boilerplate = f.text(t.Place), f.text(t.Lead), f.text(t.Boilerplate)
	r.Date = f.date()
	for _, tag := range t.Tags {
		if tag = f.text(tag); tag != "" {
			r.Tags = append(r.Tags, tag)
		}
	}
	for _, b := range t.Blocks {
		b.Text, b.Speaker = f.text(b.Text), f.text(b.Speaker)
		if b.Text != "" {
			r.Blocks = append(r.Blocks, b)
		}
	}
	return r, nil
}

func (t Template) accept(values map[string]Value) error {
	for _, name := range slices.Sorted(maps.Keys(values)) {
		f, text := t.field(name), values[name].Text
		switch {
		case f == nil:
			return &FieldError{t.Name, name, text, t.placeholders()}
		case text == "":
		case f.Kind == Choice && !slices.Contains(f.Options, text):
			return &FieldError{t.Name, name, text, strings.Join(f.Options, ", ")}
		case f.Kind == Date:
			if _, ok := grammar.ParseDate(text); !ok {
				return &FieldError{t.Name, name, text, "11.09.2024"}
			}
		}
	}
	return nil
}

type filling struct {
	template Template
	values   map[string]Value
}

func (f filling) text(pattern string) string {
	found := scan(pattern)
	if f.fallsAway(pattern, found) {
		return ""
	}
	var b strings.Builder
	at := 0
	for _, p := range found {
		b.WriteString(unescape(pattern[at:p.start]))
		b.WriteString(f.value(p))
		at = p.end
	}
	b.WriteString(unescape(pattern[at:]))
	return strings.TrimSpace(b.String())
}

func unescape(text string) string {
	return strings.NewReplacer("{{", "{", "}}", "}").Replace(text)
}

// fallsAway reports whether a text depends on optional blanks that are all empty.
func (f filling) fallsAway(pattern string, found []placeholder) bool {
	for _, p := range found {
		field := f.template.field(p.field)
		if field == nil || field.Required || f.given(*field).Text != "" {
			return false
		}
	}
	return len(found) > 0 && pattern != ""
}

// given is the value of a field, or its default.
func (f filling) given(field Field) Value {
	value := f.values[field.Name]
	if value.Text == "" {
		value.Text = field.Default
	}
	return value
}

func (f filling) value(p placeholder) string {
	field := f.template.field(p.field)
	if field == nil {
		return p.source
	}
	value := f.given(*field)
	if form := value.Forms[p.form]; form != "" {
		return form
	}
	switch {
	case value.Text == "" && !field.Required:
		return ""
	case value.Text == "" || p.form != grammar.Nominative && field.Kind != Date:
		return p.source
	case field.Kind == Date:
		d, _ := grammar.ParseDate(value.Text) // accept has checked it
		return d.InWords(f.template.Language)
	default:
		return value.Text
	}
}

// date is the release's own date: that of the field the template names.
func (f filling) date() release.Date {
	for _, p := range scan(f.template.Date) {
		if field := f.template.field(p.field); field != nil {
			d, _ := grammar.ParseDate(f.given(*field).Text)
			return d
		}
	}
	return release.Date{}
}
