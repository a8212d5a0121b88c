package editor

import (
	"fyne.io/fyne/v2"

	"communique/editor/controls"
	"communique/editor/proof"
	"communique/editor/release"
)

// choice offers the values of a field by their names in the interface's language.
type choice struct {
	controls.Select
	values []string
}

func (p *Pane) choice(name release.Field, values, names []string) *choice {
	c := &choice{values: values}
	c.Options = names
	c.OnChanged = func(string) { p.set(name, c.values[c.SelectedIndex()]) }
	c.Extend(p.params.Keys, c)
	p.choices[name] = c
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

func (p *Pane) kinds() fyne.CanvasObject {
	var values, names []string
	for _, k := range release.Kinds() {
		values, names = append(values, string(k)), append(names, p.words("kind-"+string(k)))
	}
	return p.choice(release.KindField, values, names)
}

func (p *Pane) statuses() fyne.CanvasObject {
	var values, names []string
	for _, s := range release.Statuses() {
		values, names = append(values, string(s)), append(names, p.words("status-"+string(s)))
	}
	c := p.choice(release.StatusField, values, names)
	c.OnChanged = func(string) { p.setStatus(c.values[c.SelectedIndex()]) }
	return c
}

// setStatus keeps a release from being issued while a finding blocks it.
func (p *Pane) setStatus(value string) {
	if value == string(release.Issued) && p.session != nil {
		r := p.session.Release()
		found := proof.Check(r, p.params.Lost())
		if blocking := proof.Blocking(found); len(blocking) > 0 {
			p.choices[release.StatusField].show(p.session.Text(release.StatusField))
			p.ShowFindings(found, r.Repairs)
			p.params.OnBlocked(blocking)
			return
		}
	}
	p.set(release.StatusField, value)
}

func (p *Pane) languages() fyne.CanvasObject {
	values := []string{"ru", "en"}
	return p.choice(release.LanguageField, values, []string{p.words("language-ru"), p.words("language-en")})
}
