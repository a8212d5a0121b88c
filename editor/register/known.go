package register

import (
	"strings"
	"unicode/utf8"

	"communique/editor/grammar"
)

// NameAtEnd is the name of one of the people with which a phrase ends, in any
// of the ways that names are written; the longest, "" for nobody. It makes
// Registers a grammar.Known.
func (r Registers) NameAtEnd(phrase string) string {
	phrase = strings.TrimSpace(phrase)
	found := ""
	for i := range r.People {
		p := &r.People[i]
		// Most have another surname; their names need not be put together.
		if p.Full == "" && p.Short == "" && !strings.Contains(phrase, p.Last) {
			continue
		}
		for name := range p.spellings {
			if len(name) > len(found) && endsIn(phrase, name) {
				found = name
			}
		}
	}
	return found
}

// isWritten reports whether a name is one of the ways in which the person's is written.
func (p *Person) isWritten(name string) bool {
	for spelling := range p.spellings {
		if spelling == name {
			return true
		}
	}
	return false
}

// as is the person under a name that was typed the other way round, with the
// patronymic or with initials; the forms of the card are not of that.
func (p Person) as(name string) Person {
	if p.Gender == grammar.Unknown {
		if g, sure := grammar.GenderOf(Line(p.First + " " + p.Patronymic + " " + p.Last)); sure {
			p.Gender = g
		}
	}
	if name != p.Name() && name != p.ShortName() {
		p.Full, p.Forms = name, nil
	}
	return p
}

// PostAtStart is the longest post of the people with which a phrase begins and
// that more words follow.
func (r Registers) PostAtStart(phrase string) string {
	phrase = strings.TrimSpace(phrase)
	found := ""
	for i := range r.People {
		for j := range r.People[i].Posts {
			title := r.People[i].Posts[j].Title
			if len(title) > len(found) && strings.HasPrefix(phrase, title) && strings.HasPrefix(phrase[len(title):], " ") {
				found = title
			}
		}
	}
	return found
}

// endsIn reports whether a phrase ends in the words of a name.
func endsIn(phrase, name string) bool {
	before, ok := strings.CutSuffix(phrase, name)
	return ok && (before == "" || strings.HasSuffix(before, " "))
}

// spellings yields the ways in which texts write the person's name: in either
// order, with the patronymic, and with initials.
func (p *Person) spellings(yield func(string) bool) {
	first, father, last := p.First, p.Patronymic, p.Last
	all := [...]string{p.Name(), p.ShortName(), p.Short}
	for _, name := range all {
		if name != "" && !yield(name) {
			return
		}
	}
	if first == "" || last == "" {
		return
	}
	for _, names := range [...]string{first, joined(first, " ", father), initial(first), joined(initial(first), "", initial(father)), joined(initial(first), " ", initial(father))} {
		if names != "" && (!yield(names+" "+last) || !yield(last+" "+names)) {
			return
		}
	}
}

// joined puts a patronymic behind a name; "" where there is none.
func joined(first, space, father string) string {
	if father == "" {
		return ""
	}
	return first + space + father
}

func initial(name string) string {
	if name == "" {
		return ""
	}
	_, size := utf8.DecodeRuneInString(name)
	return name[:size] + "."
}
