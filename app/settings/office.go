package settings

import (
	"maps"
	"slices"

	"communique/editor/grammar"
	"communique/editor/release"
	"communique/editor/template"
)

// Furnish gives a new release what the office adds to each: the default
// contact and the boilerplate, where it has none of its own.
func (s Settings) Furnish(r release.Release) release.Release {
	if contact, ok := s.DefaultContact(); ok && len(r.Contacts) == 0 {
		r.Contacts = []release.Contact{contact.Release()}
	}
	if r.Boilerplate == "" {
		r.Boilerplate = s.Organisation.Boilerplate
	}
	return r
}

// Register returns the names that are known for a kind of field.
func (s Settings) Register(kind template.FieldKind) []Named {
	switch kind {
	case template.Person:
		return s.People
	case template.Place:
		return s.Places
	default:
		return nil
	}
}

// Known adds the forms that the registers have to values for a template; a
// form that was typed wins.
func (s Settings) Known(t template.Template, values map[string]template.Value) map[string]template.Value {
	all := maps.Clone(values)
	for _, f := range t.Fields {
		value, given := all[f.Name]
		i := slices.IndexFunc(s.Register(f.Kind), func(n Named) bool { return n.Name == value.Text })
		if !given || i < 0 {
			continue
		}
		forms := grammar.Forms{}
		maps.Copy(forms, s.Register(f.Kind)[i].Forms)
		maps.Copy(forms, value.Forms)
		all[f.Name] = template.Value{Text: value.Text, Forms: forms}
	}
	return all
}

// Learn keeps the forms of people and places that were typed for a template,
// so that nobody types them twice. It reports whether anything was new.
func (s *Settings) Learn(t template.Template, values map[string]template.Value) bool {
	learnt := false
	for _, f := range t.Fields {
		value := values[f.Name]
		if value.Text == "" || len(value.Forms) == 0 {
			continue
		}
		switch f.Kind {
		case template.Person:
			learnt = learn(&s.People, value) || learnt
		case template.Place:
			learnt = learn(&s.Places, value) || learnt
		}
	}
	return learnt
}

func learn(register *[]Named, value template.Value) bool {
	i := slices.IndexFunc(*register, func(n Named) bool { return n.Name == value.Text })
	if i < 0 {
		*register = append(*register, Named{Name: value.Text, Forms: maps.Clone(value.Forms)})
		return true
	}
	forms := grammar.Forms{}
	maps.Copy(forms, (*register)[i].Forms)
	maps.Copy(forms, value.Forms)
	changed := !maps.Equal(forms, (*register)[i].Forms)
	(*register)[i].Forms = forms
	return changed
}
