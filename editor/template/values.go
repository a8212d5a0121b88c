package template

import (
	"strings"

	"communique/editor/grammar"
	"communique/editor/release"
)

// Values are what was filled into the fields of the template a release came from.
func Values(r release.Release) map[string]Value {
	values := map[string]Value{}
	for _, v := range r.Values {
		field, c, corrected := strings.Cut(v.Field, ".")
		value := values[field]
		switch {
		case !corrected:
			value.Text = v.Text
		case value.Forms == nil:
			value.Forms = grammar.Forms{grammar.Case(c): v.Text}
		default:
			value.Forms[grammar.Case(c)] = v.Text
		}
		values[field] = value
	}
	return values
}

// kept is a value as a release keeps it, each corrected form by itself.
func kept(field string, value Value) []release.Value {
	if value.Text == "" {
		return nil
	}
	all := []release.Value{{Field: field, Text: value.Text}}
	for _, c := range grammar.Cases() {
		if form := value.Forms[c]; form != "" {
			all = append(all, release.Value{Field: field + "." + string(c), Text: form})
		}
	}
	return all
}
