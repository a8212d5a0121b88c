package grammar

import "strings"

// Holder is «Президент Республики Иван Пробный» read as a post and who holds it; either is
// "" where it is not there.
type Holder struct {
	Post, Name string

	words *parsed // of both; nil where they are not all that stands there
	at    int     // the word with which the name begins
}

// holds is a holder of whom the words are known already, of which those from at on are the name.
func (p *parsed) holds(at int) Holder {
	of := Holder{Post: strings.Join(p.raw[:at], " "), Name: strings.Join(p.raw[at:], " ")}
	if at > 0 && at < len(p.raw) {
		of.words, of.at = p, at
		for i := range p.space {
			p.space[i] = pick(i == 0 || i == at, "", " ")
		}
	}
	return of
}

// DeclineHolder declines a post and the name behind it. An unknown gender is taken from the
// post, then from the name.
func (h House) DeclineHolder(gender Gender, of Holder) Declension {
	if gender == Unknown {
		gender = of.gender()
	}
	if of.words == nil {
		return h.DeclinePost(of.Post).Followed(h.DeclinePerson(gender, of.Name))
	}
	words := of.words.part(0, of.at)
	words.named = of.words.isFullName(of.at)
	post := h.declinePost(words, of.Post)
	if name, ok := h.declineWithMore(gender, of.Name); ok {
		return post.shown().Followed(name)
	}
	return post.followed(h.declineName(of.words.part(of.at, len(of.words.raw)), gender, of.Name)).shown()
}

// isFullName reports a first name that the tables are certain of and a surname by its ending, with or without
// a patronymic between them, from word at on; or any name of a man behind a place in the genitive.
func (p *parsed) isFullName(at int) bool {
	last := len(p.low) - 1
	if at > 0 && p.complementAt(at-1)&obliquePlace != 0 && p.isGivenAt(at) && given(p.low[at]).gender() == Masculine {
		return true // Могилёва Алексей Шарай: nobody is all of that
	}
	father := at+2 == last && patronymicGender(p.low[at+1]) != Unknown
	return (at+1 == last || father) && p.givenScore(at) == 3 && p.surnameScore(last) == 3
}

// gender is what the post tells of who holds it.
func (of Holder) gender() Gender {
	if of.words == nil {
		return GenderOfPost(of.Post)
	}
	return genderOfPost(of.words.low[:of.at], of.Post)
}

// part are some of the words, as if nothing else stood there, with what has been looked up of them.
func (p *parsed) part(from, end int) *parsed {
	one := &parsed{raw: p.raw[from:end], low: p.low[from:end], space: p.space[from:end]}
	if from < cachedWords {
		copy(one.given[:min(end-from, cachedWords)], p.given[from:])
		copy(one.of[:min(end-from, cachedWords)], p.of[from:])
	}
	return one
}

// proposal is a Declension whose forms lie in the order of Cases until it is shown.
type proposal struct {
	Declension
	six
}

// shown is what callers keep.
func (d proposal) shown() Declension {
	d.Forms = d.forms()
	return d.Declension
}

// Followed puts another phrase behind d in every case: a post and the name of
// who holds it. The kind and the gender are those of the second.
func (d Declension) Followed(by Declension) Declension {
	return proposal{d, d.Forms.six()}.followed(proposal{by, by.Forms.six()}).shown()
}

func (d proposal) followed(by proposal) proposal {
	forms := d.six.followed(by.six)
	post, name := d.six[nom], by.six[nom]
	guess := d.Guess || by.Guess || by.Kind == Person && (mayBeOwner(post, name) || mayBeThings(post, name) || mayContinue(post, name))
	return proposal{Declension{Phrase: forms[nom], Kind: by.Kind, Gender: by.Gender, Guess: guess, ByHouse: d.ByHouse || by.ByHouse}, forms}
}

// followed puts one phrase behind another, in the room of one text.
func (s six) followed(second six) six {
	length := 0
	for c := range s {
		length += len(s[c]) + len(" ") + len(second[c])
	}
	var b strings.Builder
	b.Grow(length)
	var out six
	for c := range s {
		start := b.Len()
		b.WriteString(s[c])
		if s[c] == "" || second[c] == "" {
			b.WriteString(second[c])
			out[c] = strings.TrimSpace(b.String()[start:])
			continue
		}
		b.WriteByte(' ')
		b.WriteString(second[c])
		out[c] = b.String()[start:]
	}
	return out
}
