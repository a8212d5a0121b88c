package contact

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/intake/wording"
	"communique/editor/regexp"
)

// casesAfter are the cases of a name behind the prepositions of words that ask to turn to somebody: «обращаться к …».
var casesAfter = map[string]grammar.Case{
	"к": grammar.Dative, "ко": grammar.Dative, "с": grammar.Instrumental, "со": grammar.Instrumental, "у": grammar.Genitive, "от": grammar.Genitive,
}

var (
	// turningTo stand before somebody in a case who is asked, and naming before one who is named as he is.
	turningTo = regexp.MustCompile(`(?:^|\s)(?i:(к|ко|с|со|у|от|направлять|направляйте|звоните|звонить|пишите|писать|адресовать|задать|задавать|задавайте))\s+`)
	naming    = regexp.MustCompile(`(?:^|\s)(?i:to|from|with|contact|call|ask|предоставит|ответит|расскажет|–|—|-)\s+`)
	// turns are stems of words that ask to turn to somebody, beside those that say on what.
	turns = strings.Fields(`обра связ свяж звон уточн напра узна пиш запрос предостав подробн расска задать задав адресов ответ contact direct call e-mail email reach speak`)
)

// mostTurning is how many words of a text are tried as the one behind which somebody stands.
const mostTurning = 6

// askedPersons parts words that ask to turn to somebody from those they name in a case, each with his post or without, in the nominative:
// «По вопросам аккредитации обращаться к Ивановой Марии Петровне». It returns nobody where they name none who is known for one.
// At the beginning of words the preposition alone asks.
func askedPersons(text string) (above string, who []Called) {
	for _, m := range turningTo.FindAllStringSubmatchIndex(text, mostTurning) {
		if before := text[:m[0]]; !asksToTurn(text[:m[1]]) && strings.TrimSpace(before) != "" {
			continue
		}
		in, is := casesAfter[strings.ToLower(text[m[2]:m[3]])]
		if !is { // a verb
			in = grammar.Dative
		}
		if who = personsIn(text[m[1]:], in); who != nil {
			return text[:m[1]], who
		}
	}
	if m := suffixed.FindStringSubmatch(text); m != nil {
		return m[1] + m[3], []Called{{Name: m[2], person: true, known: true}}
	}
	return "", nil
}

// suffixed is a name in the dative of a Turkic language before a verb that asks to turn to somebody: «Жанар Оспановаға хабарласыңыз».
var suffixed = regexp.MustCompile(`^(.*?)(\p{Lu}[\p{L}'‘’ʻ]+\s\p{Lu}[\p{L}'‘’ʻ]+?)(?:ға|ге|қа|ке|га|го|гө|ко|кө|ga|ka|qa)\s+((?:хабарлас|жүгін|байланыс|кайрыл|кабарлаш|murojaat)\S*.*)$`)

// byOffice is an office in the instrumental behind words that say who gave a text, and officeEndings are the endings of the case.
var (
	byOffice      = regexp.MustCompile(`^(?i:пресс-служб|пресс-центр|отдел|управлени|департамент|служб)(ой|ом|ем)\s`)
	officeEndings = map[string]string{"ой": "а", "ом": "", "ем": "е"}
)

// officeGiven writes such an office in the nominative: «Информация предоставлена пресс-службой …».
func officeGiven(text string) string {
	m := byOffice.FindStringSubmatchIndex(text)
	if m == nil {
		return text
	}
	return text[:m[2]] + officeEndings[text[m[2]:m[3]]] + text[m[3]:]
}

// namedPersons does so where words name somebody as he is: "Questions should be directed to Ann Example".
func namedPersons(text string) (above string, who []Called) {
	for _, m := range naming.FindAllStringIndex(text, mostTurning) {
		if !asksToTurn(text[:m[1]]) {
			continue
		}
		if who = personsIn(text[m[1]:], grammar.Nominative); who != nil {
			return text[:m[1]], who
		}
	}
	return "", nil
}

// asksToTurn reports whether words ask to turn to somebody, or say on what.
func asksToTurn(text string) bool {
	return slices.ContainsFunc(strings.FieldsFunc(text, wording.NoWord), func(word string) bool { return wording.StartsWith(word, turns) || wording.StartsWith(word, asked) })
}

// personsIn reads persons in a case, each with a post before the name or without; nil where one of them is none.
func personsIn(text string, in grammar.Case) (who []Called) {
	for _, one := range joinedPersons.Split(text, -1) {
		one = strings.Trim(one, edge)
		if wording.Initial.MatchString(one + ".") {
			one += "."
		}
		c, ok := personIn(one, in)
		if post, known := calledBy(one); !ok && known && who != nil && post.Name == "" { // «к Анне Примеровой, пресс-секретарю»
			post.known, post.aside = true, saysElse(one) // «или в пресс-службу»
			who = append(who, post)
			continue
		}
		if !ok {
			return nil
		}
		c.person = true
		who = append(who, c)
	}
	return who
}

// joinedPersons stands between persons who are asked alike.
var joinedPersons = regexp.MustCompile(`\s+(?i:и|или|либо|and|or|&)\s+|\s*,\s+`)

// personIn reads a person in a case.
func personIn(text string, in grammar.Case) (c Called, ok bool) {
	if in == grammar.Nominative || !wording.InCyrillic(text) {
		c, ok = calledBy(text)
		c.known = ok
		return c, ok && c.Name != "" && isName(c.Name)
	}
	words := strings.Fields(text)
	from := len(words)
	for from > 0 && len(words)-from < 3 && isNameWord(words[from-1]) {
		from--
	}
	post := strings.TrimRight(strings.Join(words[:from], " "), edge)
	if first, _ := utf8.DecodeRuneInString(post); unicode.IsUpper(first) && !ofLatin.MatchString(strings.Fields(post)[0]) {
		return Called{}, false
	}
	if c.Name, c.known = (grammar.House{}).NominativeOfName(strings.Join(words[from:], " "), in); c.Name == "" || post == "" {
		return c, c.Name != ""
	}
	c.Post, ok = (grammar.House{}).NominativeOfPost(post, in)
	return c, ok
}
