package inspector

import (
	"communique/assets/languages"
	"communique/editor/controls"
	"communique/editor/release"
)

// choice offers the values of a field by their names in the interface's language.
type choice struct {
	controls.Select
	values []string
}

func newChoice(keys *controls.Keyboard, values, names []string, chosen func(value string)) *choice {
	c := &choice{values: values}
	c.Options = names
	c.OnChanged = func(string) { chosen(c.values[c.SelectedIndex()]) }
	c.Extend(keys, c)
	return c
}

// show chooses a value without telling OnChanged. A value that is not offered
// (a language of an imported text) is offered from now on.
func (c *choice) show(value string) {
	onChanged := c.OnChanged
	c.OnChanged = nil
	defer func() { c.OnChanged = onChanged }()
	for i, v := range c.values {
		if v == value {
			c.SetSelectedIndex(i)
			return
		}
	}
	c.values = append(c.values, value)
	c.Options = append(c.Options, value)
	c.SetSelectedIndex(len(c.values) - 1)
}

// choicesOf returns the values that a field is chosen from, and the names of their
// translations.
func choicesOf(name release.Field) (values, names []string) {
	add := func(prefix, value string) {
		values, names = append(values, value), append(names, prefix+value)
	}
	switch name {
	case release.KindField:
		for _, k := range release.Kinds() {
			add("kind-", string(k))
		}
	case release.StatusField:
		for _, s := range release.Statuses() {
			add("status-", string(s))
		}
	case release.LanguageField:
		for _, language := range languages.All() {
			add("language-", language)
		}
	}
	return values, names
}
