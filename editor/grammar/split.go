package grammar

import "strings"

// SplitPost parts «Президент Республики Иван Пробный» into the post and the
// name. Where no name is seen all of it is the post, and where it begins with
// the name there is none. Whom and what the registers know is looked for first.
func SplitPost(phrase string, known Known) (post, name string) {
	of := ReadHolder(phrase, known)
	return of.Post, of.Name
}

// ReadHolder is SplitPost that keeps what was read, for whoever declines it too.
func ReadHolder(phrase string, known Known) Holder {
	phrase = strings.TrimSpace(phrase)
	if known != nil {
		if of, ok := knownHolder(phrase, known); ok {
			return of
		}
	}
	if _, led := ledBy(phrase); led != "" {
		return Holder{Post: phrase}
	}
	if before, inBrackets := secularName(phrase); inBrackets != "" { // Антоний (Севрюк)
		if post, name := SplitPost(before, nil); name != "" {
			return Holder{Post: post, Name: name + " " + inBrackets}
		}
	}
	if before, mark, age := ageBehind(phrase); age != "" {
		if post, name := SplitPost(before, nil); name != "" {
			return Holder{Post: post, Name: name + mark + age}
		}
	}
	if before, link, relative := relativeBehind(phrase); link != "" { // Президент Иван Пробный и его супруга
		if post, name := SplitPost(before, nil); IsPersonsName(name) {
			return Holder{Post: post, Name: name + link + relative}
		}
	}
	if before, remark := remarkBehind(phrase); remark != "" {
		post, name := SplitPost(before, nil)
		return Holder{Post: post, Name: name + remark}
	}
	return plainHolder(phrase)
}

// knownHolder is ReadHolder by what the registers know; false where they know neither.
func knownHolder(phrase string, known Known) (Holder, bool) {
	if name := known.NameAtEnd(phrase); name != "" {
		return Holder{Post: strings.TrimSpace(strings.TrimSuffix(phrase, name)), Name: name}, true
	}
	post := known.PostAtStart(phrase)
	if post == "" {
		return Holder{}, false
	}
	name := strings.TrimSpace(strings.TrimPrefix(phrase, post))
	more, _ := SplitPost(name, nil)
	return Holder{Post: post, Name: name}, more == "" || more == name // no longer post than the known one
}

// plainHolder is ReadHolder for a phrase with nothing behind the name.
func plainHolder(phrase string) Holder {
	p := takeApart(phrase)
	switch at := p.familyStart(p.nameStart()); {
	case at == 0, at == 1 && (p.isOthersTitle() || p.namesThing()):
		return Holder{Name: phrase}
	case at < len(p.raw):
		if p.isTitleInName(at) {
			at--
		}
		if p.isCourtesyAt(at) && at+2 < len(p.raw) {
			at += 2
		}
		return p.holds(at)
	case GuessKind(phrase) == Post:
		return Holder{Post: phrase}
	}
	return Holder{Name: phrase}
}

// namesThing reports a word behind one that nobody is, «посёлок Мирный», «станция Луговая»: it is the thing's name.
func (p *parsed) namesThing() bool {
	if len(p.low) != 2 {
		return false
	}
	kind := p.kindOf(0, p.low[0])
	return kind == Place || kind == Organisation
}

// isOthersTitle reports a surname that is a man's title before a woman's name, or
// the other way: Король Ольга Петровна.
func (p *parsed) isOthersTitle() bool {
	if len(p.low) < 2 || !p.isCapital(0) || titleGender(p.low[0]) == Unknown {
		return false
	}
	r := readName(p.low[1:], Unknown)
	return r.genderSure && r.gender != titleGender(p.low[0])
}

// isTitleInName reports a man's title that is the first part of the woman's name
// from word at on: Шейх Хасина.
func (p *parsed) isTitleInName(at int) bool {
	if at < 2 || !p.isCapital(at-1) || titleGender(p.low[at-1]) != Masculine {
		return false
	}
	r := readName(p.low[at:], Unknown)
	return r.genderSure && r.gender == Feminine
}
