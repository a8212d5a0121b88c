package filling

import (
	"maps"
	"slices"
	"strings"

	"communique/assets/translations"
	"communique/editor/moment"
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

// learn keeps whom and what the fields name and the registers do not know, so
// that they are offered the next time.
func (f *form) learn() {
	office := f.Office()
	learned := f.template.Learn(f.values, office.Registers)
	if learned.Count() == 0 {
		return
	}
	var names []string
	for _, hit := range learned.Preview(office.House, release.DateOf(f.Now())) {
		names = append(names, hit.Text())
	}
	f.Keep(office.Registers.Add(learned))
	f.Tell(translations.Text("new-learned", map[string]any{"Names": strings.Join(names, ", ")}), false)
}
