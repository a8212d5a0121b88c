package contact

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/intake/calendar"
	"communique/editor/intake/gazetteer"
	"communique/editor/intake/wording"
	"communique/editor/regexp"
	"communique/editor/wordset"
)

// whoIn reads names, posts and offices, nil where a sentence stands, or what belongs to
// something else. It is certain where each of them is known for what it is.
func whoIn(text string) (who []Called, certain bool) {
	const longest = 160 // code points
	if utf8.RuneCountInString(text) > longest || wording.IsSentence(text) {
		return nil, false
	}
	inBrackets := ""
	if m := bracketed.FindStringSubmatch(text); m != nil {
		text, inBrackets = m[1], m[2]
	}
	if office, behind, ok := strings.Cut(text, ":"); ok && !withHour.MatchString(text) {
		if text = strings.TrimSpace(behind); text == "" { // «Анна Примерова (пресс-секретарь): …»
			if who, certain = whoIn(strings.TrimSpace(office)); !certain {
				return nil, false
			}
			return who, true
		}
		if strings.Contains(behind, ":") {
			return nil, false
		}
		if who = officesIn(strings.TrimSpace(office), text); who == nil {
			return nil, false
		}
	}
	who, certain = calledEach(who, withoutAt(text))
	if inBrackets != "" {
		if all, sure := whoIn(inBrackets); sure && len(all) > 1 { // «Пресс-служба (Анна Примерова, Иван Пробный)»
			return append(who, all...), certain
		}
		who = append(who, calledInBrackets(inBrackets))
	}
	return who, certain
}

// calledEach adds what each part of words is to whom a heading names; it is certain where each is known for what it is.
func calledEach(who []Called, text string) (all []Called, certain bool) {
	all, certain = who, true
	for _, words := range pairsIn(text) {
		both := bothOf(words)
		for _, one := range both {
			if calendar.Clock.FindString(one) == one { // «18:00»
				all = append(all, Called{Post: one, aside: true})
				continue
			}
			c, known := calledBy(one)
			c.person, c.known = len(both) > 1, known
			certain = certain && known
			if n := len(all); n > 0 && c.Name != "" && isPostOf(c, all) {
				c.Post, all = listed(all[n-1].Post, c.Post), all[:n-1]
			}
			all = append(all, c)
		}
	}
	townsBeside(all)
	return all, certain
}

// townsBeside has the towns and states of an office's address stand beside it, where nobody is named: "Communications Unit, P.O. Box 30000,
// Nairobi, Kenya".
func townsBeside(all []Called) {
	if slices.ContainsFunc(all, func(c Called) bool { return isName(c.Name) }) {
		return
	}
	for i := 1; i < len(all); i++ {
		if name := all[i].Name + all[i].Post; !all[i].known && gazetteer.Called(name) != "" {
			all[i] = Called{Post: name, aside: true}
		}
	}
}

// isPostOf reports whether a post that stands alone, without a name before it, is one more of somebody named behind it with his:
// «пресс-секретарь, редактор Анна Примерова».
func isPostOf(c Called, before []Called) bool {
	last := before[len(before)-1]
	return c.Post != "" && !c.office && last.known && !last.office && last.Post != "" && !slices.ContainsFunc(before, func(b Called) bool { return b.Name != "" })
}

// calledInBrackets tells what words in brackets behind a name or an office are: a post, a name, or what is said beside it.
func calledInBrackets(words string) Called {
	c, known := calledBy(words)
	first, _, _ := strings.Cut(words, " ")
	switch {
	case pronouns.MatchString(words), !known && strings.Contains(words, ","), wording.StartsWith(first, asked) && !isSomeone(first), gazetteer.Called(words) != "": // «(русский, корейский)», «(аккредитация)», «(Москва)»
		return Called{aside: true, Post: words}
	case grammar.IsGivenName(words) && isNameWord(words):
		return Called{Name: words}
	case ofMember.MatchString(words): // "Liz Example (Sen. Sample)"
		return Called{Post: words, office: true, house: true, known: true}
	case !known || c.Name == "" || !isName(c.Name):
		return Called{Post: words, office: known && c.office, house: known && c.house}
	}
	return c
}

// pronouns are those that somebody goes by, behind a name: "Hazel Sample (she/her)".
var pronouns = regexp.MustCompile(`^(?i:she|he|they)/(?i:her|hers|him|his|them|they)$`)

// ofMember is somebody of a parliament, whose staff is asked.
var ofMember = regexp.MustCompile(`^(?i:sen|rep|gov|del)(?:\.|ator|resentative|ernor|egate)\s\p{Lu}`)

// officesIn are the offices or posts before a colon, each known for what it is: «Пресс-служба: …», "Head of News, Bright Ocean: Sam Sample";
// nil where one is not. A name of two words among them is an organisation's where somebody is named behind the colon.
func officesIn(text, behind string) (who []Called) {
	parts := between.Split(text, -1)
	if c, known := calledBy(text); known && (c.Name == "" || c.Post == "" || len(parts) == 1) {
		c.known = true
		return []Called{c}
	}
	if c, is := calledBy(between.Split(behind, -1)[0]); len(parts) != 2 || !is || c.Name == "" {
		return nil
	}
	for _, part := range parts {
		c, known := calledBy(part)
		if !known {
			return nil
		}
		if c.Name != "" && c.Post == "" {
			c = Called{Post: c.Name, office: true, house: true}
		}
		c.known = true
		who = append(who, c)
	}
	return who
}

// pairsIn parts words at commas, dashes and strokes; not at a dash between a post and a name where others stand beside them,
// «директор — Анна Примерова, заместитель — Иван Пробный»: these are one.
func pairsIn(text string) (all []string) {
	parts := comma.Split(text, -1)
	for _, part := range parts {
		if isNameTwice(part) {
			all = append(all, part)
			continue
		}
		if post, name, ok := strings.Cut(part, " — "); ok && len(parts) > 1 {
			if a, known := calledBy(post); known && a.Name == "" && !a.office {
				if b, is := calledBy(name); is && b.Name != "" && b.Post == "" {
					if c, whole := calledBy(post + " " + name); whole && c.Name == b.Name && c.Post == post {
						all = append(all, post+" "+name)
						continue
					}
				}
			}
		}
		if twoPosts(part) {
			all = append(all, part)
			continue
		}
		all = append(all, between.Split(part, -1)...)
	}
	return all
}

// twoPosts reports whether a dash joins two posts of one person, which stay one: «заместитель директора — руководитель пресс-службы».
func twoPosts(part string) bool {
	one, other, ok := strings.Cut(part, " — ")
	if !ok {
		return false
	}
	a, first := calledBy(one)
	b, second := calledBy(other)
	begins, _ := utf8.DecodeRuneInString(other)
	return first && second && unicode.IsLower(begins) && a.Name+b.Name == "" && !a.office && !b.office
}

// bothOf parts two persons that only a conjunction joins, each with a post or without: «директор Ян Рудь и пресс-секретарь Алла Осока».
func bothOf(words string) []string {
	for _, m := range conjunction.FindAllStringIndex(words, -1) {
		one, other := words[:m[0]], words[m[1]:]
		a, first := calledBy(one)
		b, second := calledBy(other)
		if first && second && a.Name != "" && b.Name != "" && isName(a.Name) && isName(b.Name) {
			return []string{one, other}
		}
	}
	return []string{words}
}

var conjunction = regexp.MustCompile(`\s+(?i:и|или|либо|and|or|&|і|және|жана|ва|va|und|oder|et|oraz)\s+`)

// withoutAt writes a comma between a person and where he works: "Jo Nash in the University press office".
func withoutAt(text string) string {
	if m := atOffice.FindStringSubmatch(text); m != nil {
		if c, known := calledBy(m[1]); known && c.Name == m[1] {
			return m[1] + ", " + m[2]
		}
	}
	return text
}

// childOf ends a name that says whose child somebody is: «Асан кызы».
var childOf = regexp.MustCompile(`^(.*\p{L})(\s(?:кызы|уулу|қызы|ұлы|оглы|кизи|qizi|o[‘'ʻ’]g[‘'ʻ’]li))$`)

// behalf begins words that say for whom somebody works, beside the organisation he is of.
var behalf = regexp.MustCompile(`^(?i:on behalf of|от имени|по поручению)\s`)

// calledBy tells what words are: a name, a post with a name or without, or an office.
func calledBy(words string) (c Called, known bool) {
	if c, known, found := calledApart(words); found {
		return c, known
	}
	elsewhere, shown := calledElsewhere(words)
	switch {
	case shown && (!wording.InCyrillic(words) || strings.ContainsAny(strings.ToLower(words), wording.NotRussian)):
		return elsewhere, true
	case !wording.InCyrillic(words):
		return calledInEnglish(words)
	}
	c, known = calledInRussian(words)
	if known && (!shown || c.Post != "" || elsewhere.Name == "") { // «Прэс-сакратар Алесь Узорны» is no name of three words
		return c, true
	}
	if shown {
		return elsewhere, true
	}
	return calledLikely(words)
}

// calledApart tells what words are of which a part says it: a desk, a title before a name, whose child somebody is, capitals.
func calledApart(words string) (c Called, known, found bool) {
	if isNameTwice(words) {
		return Called{Name: words, person: true}, true, true
	}
	if first, _, more := strings.Cut(words, " "); more && desksElsewhere.Has(strings.ToLower(first)) { // "Departamento de Comunicación", as other languages of Europe have it
		return Called{Post: words, office: true}, true, true
	}
	if isBesideWho(words) {
		return Called{Post: words, aside: true}, true, true
	}
	if desks.MatchString(words) || deskWord.MatchString(words) || deskOf.MatchString(words) {
		return Called{Post: words, office: true}, true, true
	}
	if m := courtesyOf.FindString(words); m != "" {
		first, _ := utf8.DecodeLastRuneInString(m)
		title := m[:len(m)-utf8.RuneLen(first)]
		if c, known = calledBy(words[len(title):]); c.Name != "" && c.Post == "" {
			c.Name = title + c.Name
			return c, known, true
		}
	}
	if c, known = inCapitals(words); known {
		return c, true, true
	}
	if m := childOf.FindStringSubmatch(words); m != nil {
		if c, known = calledBy(m[1]); c.Name != "" {
			c.Name += m[2]
			return c, known, true
		}
	}
	return Called{}, false, false
}

// isBesideWho reports words that tell where or for whom somebody speaks and not who it is: «г. Город», "New York" before a name.
func isBesideWho(words string) bool {
	if inTown.MatchString(words) && !strings.Contains(words, " по ") || behalf.MatchString(words) || isTerm(words) {
		return true
	}
	if poBox.MatchString(words) {
		return true
	}
	_, place := gazetteer.Known(words)
	return place == len(words) && strings.Contains(words, " ") && !wording.InCyrillic(words)
}

// poBox is where letters to an office go: "P.O. Box 30000".
var poBox = regexp.MustCompile(`^(?i:p\.?\s?o\.?\s?box|postfach|apartado(?: postal)?|b\.?\s?p\.?)\s?\d{1,6}$`)

// desksElsewhere begin what parts of an organisation are called in languages of Europe.
var desksElsewhere = wordset.Of("departamento dipartimento département direction dirección direção direzione service servicio serviço servizio serviciul ufficio biroul biuro büro oficina unidad unité unità")

// calledLikely tells what Russian words are of which the grammar knows nothing.
func calledLikely(words string) (c Called, known bool) {
	if office, name := splitName(words); name != "" && !elsewhere.Has(wording.LastWord(office)) { // no «получить в Секретариате Совета»
		return Called{Name: name, Post: office}, casesAfter[wording.LastWord(office)] == ""
	}
	if grammar.IsGivenName(words) && isNameWord(words) {
		return Called{Name: words}, true
	}
	first, _ := utf8.DecodeRuneInString(words)
	if IsHouse(words) {
		return Called{Post: words, office: true, house: true}, true
	}
	return Called{Post: words, office: !unicode.IsLower(first)}, false // a post stands in small letters
}

// inCapitals tells what words are that are all in capitals, «ДИРЕКТОР ПО МАРКЕТИНГУ», as far as they are a post or an office.
func inCapitals(words string) (c Called, known bool) {
	if !wording.InCyrillic(words) || strings.ToUpper(words) != words || !strings.Contains(words, " ") {
		return Called{}, false
	}
	first, size := utf8.DecodeRuneInString(words)
	if c, known = calledInRussian(string(first) + strings.ToLower(words[size:])); !known || c.Name != "" {
		post, _ := grammar.SplitPost(strings.ToLower(words)+" Анна Примерова", nil)
		if !strings.EqualFold(post, words) || isName(words) && grammar.GuessKind(words) == grammar.Person {
			return Called{}, false
		}
	}
	c.Name, c.Post = "", words
	return c, true
}

// ofOrganisation goes on with a post or an office above it: «Аппарата Государственного Собрания».
var ofOrganisation = regexp.MustCompile(`^(?:Аппарата|Министерства|Правительства|Комитета|Комиссии|Управления|Департамента|Секретариата|Администрации|Парламента|Посольства|Агентства)\s`)

// nameInCapitals reports whether words may be a name all in Latin capitals: "JANE FERRIS".
func nameInCapitals(words string) bool {
	fields := strings.Fields(words)
	return len(fields) == 2 && !slices.ContainsFunc(fields, func(w string) bool { return !surnameInCapitals(w) || OfficeWords.Has(strings.ToLower(w)) })
}

func calledInRussian(words string) (c Called, known bool) {
	if post, name := grammar.SplitPost(words, nil); post != "" && casesAfter[wording.LastWord(post)] == "" { // no «записаться можно у»
		return Called{Name: name, Post: post}, true
	}
	if ofOrganisation.MatchString(words) {
		return Called{Post: words, office: true}, true
	}
	switch kind := grammar.GuessKind(words); {
	case isName(words) && postBefore(words):
		post, name, _ := strings.Cut(words, " ")
		return Called{Name: name, Post: post}, true
	case withSurnameInCapitals(words), isName(words) && (kind == grammar.Person || WithInitial.MatchString(words)):
		return Called{Name: words}, true
	case kind == grammar.Organisation:
		return Called{Post: words, office: true, house: IsHouse(words)}, true
	}
	return Called{}, false
}

// postBefore reports whether the first of four words with capitals is a post that nobody knows: a first name and a patronymic follow
// it, «Завлит Инесса Марковна Дольник».
func postBefore(text string) bool {
	words := strings.Fields(text)
	return len(words) == 4 && !grammar.IsGivenName(words[0]) && grammar.IsGivenName(words[1]) && grammar.IsPatronymic(words[2])
}
