package filling

import (
	"maps"
	"slices"

	"communique/app/window/screen"
	"communique/assets/translations"
	"communique/editor/grammar"
	"communique/editor/moment"
	"communique/editor/register"
	"communique/editor/release"
	"communique/editor/template"
)

// proposed is what stands in a field before anybody typed: today, the
// organisation of the settings, or the template's own default.
func (f *form) proposed(field template.Field) string {
	switch {
	case field.Default != "":
		return field.Default
	case field.Kind == template.Date && field.Name == f.template.DateField():
		return moment.FormatDate(release.DateOf(f.Now()))
	case field.Name == "organisation":
		return f.Organisation
	default:
		return ""
	}
}

// put takes what was typed.
func (f *form) put(field template.Field, text string) {
	f.values[field.Name] = template.Value{Text: text}
	f.grow()
}

// entered is what the fields say beside what was proposed, whatever template it was typed for.
func (f *form) entered() []string {
	var all []string
	for _, field := range f.template.Fields {
		value := f.values[field.Name]
		if value.Text != f.proposed(field) {
			all = append(all, value.Text)
		}
		for _, c := range slices.Sorted(maps.Keys(value.Forms)) {
			all = append(all, value.Forms[c])
		}
	}
	return all
}

// askOfPost tells of somebody whose name is known with another post, and offers the card on which to say who it is.
func (f *form) askOfPost(known register.Registers, text string) {
	people, _ := known.InAnotherPost(text)
	var told screen.Told
	told = f.Propose(translations.Text("new-other-post", map[string]any{"Text": text, "Posts": register.PostsOf(people)}), translations.Text("new-other-post-card"), func() {
		f.ShowCard(grammar.Person, text, func(string) { told.Withdraw() }) // it is said who that is
	})
}
