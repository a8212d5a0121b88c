package intake

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/regexp"
)

// whoIn reads names, posts and offices, nil where a sentence stands, or what belongs to
// something else. It is certain where each of them is known for what it is.
func whoIn(text string) (who []called, certain bool) {
	const longest = 160 // code points
	if utf8.RuneCountInString(text) > longest || isSentence(text) {
		return nil, false
	}
	inBrackets := ""
	if m := bracketed.FindStringSubmatch(text); m != nil {
		text, inBrackets = m[1], m[2]
	}
	if office, behind, ok := strings.Cut(text, ":"); ok {
		if text = strings.TrimSpace(behind); text == "" { // «Анна Примерова (пресс-секретарь): …»
			if who, certain = whoIn(strings.TrimSpace(office)); !certain {
				return nil, false
			}
			return who, true
		}
		c, known := calledBy(strings.TrimSpace(office))
		if !known || strings.Contains(behind, ":") {
			return nil, false
		}
		who = []called{c}
	}
	certain = true
	for _, words := range between.Split(withoutAt(text), -1) {
		c, known := calledBy(words)
		who = append(who, c)
		certain = certain && known
	}
	if inBrackets != "" {
		c, known := calledBy(inBrackets)
		who = append(who, called{post: inBrackets, office: known && c.office, house: known && c.house})
	}
	return who, certain
}

// withoutAt writes a comma between a person and where he works: "Jo Nash in the University press office".
func withoutAt(text string) string {
	if m := atOffice.FindStringSubmatch(text); m != nil {
		if c, known := calledBy(m[1]); known && c.name == m[1] {
			return m[1] + ", " + m[2]
		}
	}
	return text
}

// isSentence reports whether a text is none of a contact: a sentence, or nothing in letters.
func isSentence(text string) bool {
	ends := sentenceEnd(text) && !initial.MatchString(text) && !abbreviated.MatchString(text)
	return ends || !strings.ContainsFunc(text, unicode.IsLetter) || hasVerb(text)
}

// notRussian are Cyrillic letters that Russian has none of.
const notRussian = "іўїєәғқңөүұһӣӯҳҷ"

var presentTense = regexp.MustCompile(`^\p{L}{2,}(?:[еёиуюая]т)(?:ся)?$`)

// hasVerb reports whether a text says what somebody did or does: «Министр провёл встречу» is a
// headline and no post. A word in small letters that only looks so is a form of a noun the
// grammar knows: «начальник отдела».
func hasVerb(text string) bool {
	if strings.ContainsAny(strings.ToLower(text), notRussian) { // whose verbs end otherwise
		return false
	}
	return slices.ContainsFunc(strings.FieldsFunc(text, noWord), func(word string) bool {
		return strings.ToLower(word) == word && (pastTense.MatchString(word) || presentTense.MatchString(word)) && grammar.NounShows(word) == nil
	})
}

// calledBy tells what words are: a name, a post with a name or without, or an office.
func calledBy(words string) (c called, known bool) {
	if desks.MatchString(words) || deskWord.MatchString(words) {
		return called{post: words, office: true}, true
	}
	if m := courtesyOf.FindString(words); m != "" {
		first, _ := utf8.DecodeLastRuneInString(m)
		title := m[:len(m)-utf8.RuneLen(first)]
		if c, known = calledBy(words[len(title):]); c.name != "" && c.post == "" {
			c.name = title + c.name
			return c, known
		}
	}
	if c, known = inCapitals(words); known {
		return c, true
	}
	elsewhere, shown := calledElsewhere(words)
	switch {
	case shown && (!inCyrillic(words) || strings.ContainsAny(strings.ToLower(words), notRussian)):
		return elsewhere, true
	case !inCyrillic(words):
		return calledInEnglish(words)
	}
	if c, known = calledInRussian(words); known {
		return c, true
	}
	if shown {
		return elsewhere, true
	}
	return calledLikely(words)
}

// calledLikely tells what Russian words are of which the grammar knows nothing.
func calledLikely(words string) (c called, known bool) {
	if office, name := splitName(words); name != "" {
		return called{name: name, post: office}, true
	}
	if grammar.IsGivenName(words) && isNameWord(words) {
		return called{name: words}, true
	}
	first, _ := utf8.DecodeRuneInString(words)
	if isHouse(words) {
		return called{post: words, office: true, house: true}, true
	}
	return called{post: words, office: !unicode.IsLower(first)}, false // a post stands in small letters
}

// inCapitals tells what words are that are all in capitals, «ДИРЕКТОР ПО МАРКЕТИНГУ», as far as they are a post or an office.
func inCapitals(words string) (c called, known bool) {
	if !inCyrillic(words) || strings.ToUpper(words) != words || !strings.Contains(words, " ") {
		return called{}, false
	}
	first, size := utf8.DecodeRuneInString(words)
	if c, known = calledInRussian(string(first) + strings.ToLower(words[size:])); !known || c.name != "" {
		post, _ := grammar.SplitPost(strings.ToLower(words)+" Анна Примерова", nil)
		if !strings.EqualFold(post, words) || isName(words) && grammar.GuessKind(words) == grammar.Person {
			return called{}, false
		}
	}
	c.name, c.post = "", words
	return c, true
}

// ofOrganisation goes on with a post or an office above it: «Аппарата Государственного Собрания».
var ofOrganisation = regexp.MustCompile(`^(?:Аппарата|Министерства|Правительства|Комитета|Комиссии|Управления|Департамента|Секретариата|Администрации|Парламента|Посольства|Агентства)\s`)

func calledInRussian(words string) (c called, known bool) {
	if post, name := grammar.SplitPost(words, nil); post != "" {
		return called{name: name, post: post}, true
	}
	if ofOrganisation.MatchString(words) {
		return called{post: words, office: true}, true
	}
	switch kind := grammar.GuessKind(words); {
	case withSurnameInCapitals(words), isName(words) && (kind == grammar.Person || withInitial.MatchString(words)):
		return called{name: words}, true
	case kind == grammar.Organisation:
		return called{post: words, office: true, house: isHouse(words)}, true
	}
	return called{}, false
}

// isName reports whether text looks like a person's whole name.
func isName(text string) bool {
	words := strings.Fields(text)
	capitals := strings.ToUpper(text) == text
	for _, w := range words {
		if !isNameWord(w) && (!capitals || !unicode.IsLetter(lastRune(w))) {
			return false
		}
	}
	return len(words) >= 2 && len(words) <= 4
}

// withSurnameInCapitals reports whether words are a name whose surname stands out.
func withSurnameInCapitals(text string) bool {
	words := strings.Fields(text)
	capitals := 0
	for _, w := range words {
		switch {
		case surnameInCapitals(w):
			capitals++
		case !isNameWord(w):
			return false
		}
	}
	return capitals == 1 && len(words) >= 2 && len(words) <= 3 && (!inCyrillic(text) && !slices.ContainsFunc(words, func(w string) bool { return officeWords.Has(strings.ToLower(w)) }) || slices.ContainsFunc(words, grammar.IsGivenName))
}

// splitName takes a person's name off the end of a line: two capitalised
// words, three with a patronymic or an initial before them.
func splitName(text string) (office, name string) {
	words := strings.Fields(text)
	n := 0
	for n < len(words) && n < 3 && isNameWord(words[len(words)-1-n]) {
		n++
	}
	if n == 3 && !strings.HasSuffix(words[len(words)-3], ".") && !grammar.IsPatronymic(words[len(words)-2]) && !grammar.IsPatronymic(words[len(words)-1]) {
		n = 2
	}
	if n < 2 {
		return text, ""
	}
	cut := len(words) - n
	return strings.Join(words[:cut], " "), strings.Join(words[cut:], " ")
}

func isNameWord(word string) bool {
	letters := []rune(word)
	if len(letters) < 2 || !unicode.IsUpper(letters[0]) {
		return false
	}
	for i, r := range letters[1:] {
		after := letters[i] // initials: «А.И.»; double names: «Озерова-Пробная»
		capital := after == '-' || after == '.'
		if r != '-' && r != '.' && !unicode.IsLower(r) && (!capital || !unicode.IsUpper(r)) {
			return false
		}
	}
	return true
}
