package template

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/register"
)

// Learned is what the values of a template tell the registers.
type Learned struct {
	// Registers are cards of whom and what they did not know, and of those that they know with forms that nobody had corrected.
	Registers register.Registers
	// Doubtful are people as they were typed whose names the registers know with other posts: see register.InAnotherPost.
	Doubtful []string
}

// Learn returns what the values name that the registers do not know, with the forms that were corrected, so that it is offered the
// next time: registers.Add takes it.
func (t Template) Learn(values map[string]Value, known register.Registers) Learned {
	f := &filling{template: t, values: values, known: known}
	var learned Learned
	if !f.russian() && t.Language != "en" {
		return learned
	}
	for _, field := range t.Fields {
		value := f.given(field)
		cards := register.Registers{}
		switch field.Kind {
		case Person, People:
			for _, one := range f.persons(value.Text) {
				if all, _ := known.InAnotherPost(one); len(all) > 0 && f.russian() {
					learned.Doubtful = append(learned.Doubtful, strings.TrimSpace(one))
				} else {
					cards = cards.Add(register.Registers{People: f.learnedPerson(one, value)})
				}
			}
		case Place:
			cards.Places = f.learnedPlace(value)
		case Organisation:
			cards.Organisations = f.learnedOrganisation(value)
		}
		learned.Registers = learned.Registers.Add(cards)
	}
	return learned
}

// learnedOrganisation is the card of an organisation that the registers do not know, or know without the forms that were given now.
func (f *filling) learnedOrganisation(value Value) []register.Organisation {
	org, ok := f.known.Organisation(value.Text)
	if !isProper(value.Text) || ok && (org.Name != value.Text || !teaches(value.Forms, org.Forms)) {
		return nil
	}
	return []register.Organisation{{Name: register.Line(value.Text), Forms: value.Forms}}
}

// learnedPlace is the card of a place that the registers do not know, or know without the forms that were given now.
func (f *filling) learnedPlace(value Value) []register.Place {
	if !f.russian() {
		return learnedEnglishPlace(f.known, value.Text)
	}
	place, ok := f.known.Place(value.Text)
	switch {
	case !isProper(value.Text) || ok && (place.Official == place.Name || !teaches(value.Forms, place.Forms)):
		return nil
	case !ok:
		place.Name = register.Line(value.Text)
	}
	place.Forms = value.Forms
	return []register.Place{place}
}

// learnedPerson is the card of somebody the registers do not know, or know without the post or the forms that were given now.
func (f *filling) learnedPerson(text string, value Value) []register.Person {
	if !f.russian() {
		return f.learnedEnglish(text)
	}
	one := f.read(text)
	card, name := one.typed, one.typed.Name()
	if !one.named {
		return nil
	}
	if text == strings.TrimSpace(value.Text) { // where it is one of several, the forms are of all of them
		f.correct(&card, name, value.Forms)
	}
	known := f.known.Namesakes(name)
	if len(known) > 1 || len(known) == 1 && known[0].Name() != name {
		return nil
	}
	if len(known) == 0 || teachesOf(card, known[0]) {
		return []register.Person{card}
	}
	return nil
}

// teachesOf reports whether a card tells a form or a post that the known one does not have.
func teachesOf(card, known register.Person) bool {
	more := teaches(card.Forms, known.Forms)
	for _, post := range card.Posts {
		more = more || len(known.Posts) == 0 || teaches(post.Forms, known.Post(post.Title).Forms)
	}
	return more
}

// correct puts forms that were given of a post and a name into a card.
func (f *filling) correct(card *register.Person, name string, given grammar.Forms) {
	names, posts := grammar.Forms{}, grammar.Forms{}
	for c, form := range given {
		if words := strings.Fields(form); len(words) >= len(strings.Fields(name)) {
			at := len(words) - len(strings.Fields(name))
			posts[c], names[c] = strings.Join(words[:at], " "), strings.Join(words[at:], " ")
		}
	}
	card.Forms = register.Correct(card.Declined(f.house), names)
	if len(card.Posts) > 0 {
		card.Posts[0].Forms = register.Correct(card.Posts[0].Declined(f.house), posts)
	}
}

// teaches reports whether forms that were given hold one that a card does not have.
func teaches(given, known grammar.Forms) bool {
	for c := range given {
		if _, has := known[c]; !has {
			return true
		}
	}
	return false
}

// isProper reports a name: words of which the first has a capital letter.
func isProper(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(first) && len(strings.Fields(text)) <= 6 && !strings.ContainsAny(text, "\n;")
}
