package template

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/register"
)

// Learn returns cards of whom and what the values name and the registers do
// not know, with the forms that were corrected, so that they are offered the
// next time. Somebody the registers know by that name is left as they are:
// whether another post is a new one or another person's, only a person can say.
func (t Template) Learn(values map[string]Value, known register.Registers) register.Registers {
	f := &filling{template: t, values: values, known: known}
	var learned register.Registers
	if !f.russian() {
		return learned
	}
	for _, field := range t.Fields {
		value := f.given(field)
		switch field.Kind {
		case Person, People:
			for _, one := range f.persons(value.Text) {
				if card, ok := f.stranger(one, value); ok {
					learned = learned.Add(register.Registers{People: []register.Person{card}})
				}
			}
		case Place:
			if _, ok := known.Place(value.Text); !ok && isProper(value.Text) {
				learned = learned.Add(register.Registers{Places: []register.Place{{Name: register.Line(value.Text), Forms: value.Forms}}})
			}
		case Organisation:
			if _, ok := known.Organisation(value.Text); !ok && isProper(value.Text) {
				learned = learned.Add(register.Registers{Organisations: []register.Organisation{{Name: register.Line(value.Text), Forms: value.Forms}}})
			}
		}
	}
	return learned
}

// stranger is the card of somebody the registers do not know.
func (f *filling) stranger(text string, value Value) (register.Person, bool) {
	one := f.read(text)
	card, name := one.typed, one.typed.Name()
	if !one.named || len(f.known.Namesakes(name)) > 0 {
		return register.Person{}, false
	}
	if text != strings.TrimSpace(value.Text) {
		return card, true // one of several: the forms are of all of them
	}
	names, posts := grammar.Forms{}, grammar.Forms{}
	for c, form := range value.Forms {
		if words := strings.Fields(form); len(words) >= len(strings.Fields(name)) {
			at := len(words) - len(strings.Fields(name))
			posts[c], names[c] = strings.Join(words[:at], " "), strings.Join(words[at:], " ")
		}
	}
	card.Forms = register.Correct(card.Declined(f.house), names)
	if len(card.Posts) > 0 {
		card.Posts[0].Forms = register.Correct(card.Posts[0].Declined(f.house), posts)
	}
	return card, true
}

// isProper reports a name: words of which the first has a capital letter.
func isProper(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(first) && len(strings.Fields(text)) <= 6 && !strings.ContainsAny(text, "\n;")
}
