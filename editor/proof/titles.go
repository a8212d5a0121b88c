package proof

import (
	"slices"
	"strings"

	"communique/editor/grammar"
	"communique/editor/words"
	"communique/editor/wordset"
)

// titleCase finds a name that is not in the case of the post before it: «встреча Министра
// обороны Сергей Пробный». What stands between must all belong to the post.
func titleCase(p *passage, out *report) {
	for _, n := range p.people() {
		if !n.agree {
			continue
		}
		post := p.postBefore(n.first)
		if post.start < 0 || p.isSecondName(post) {
			continue
		}
		if p.adjectiveDiffers(post) || p.lacksPreposition(post) || p.complementDiffers(post) || p.postDiffers(post, n) {
			out.add(p, p.tokens[post.start].start, p.tokens[n.last].end)
		}
	}
}

// isSecondName reports whether a post in the genitive says once more, behind a dash, whose deputy somebody is: «заместитель
// председателя комитета – исполнительного секретаря Иван Пробный».
func (p *passage) isSecondName(post namedPost) bool {
	dash := post.start - 2
	for p.is(dash, word) && isGenitive(p.piece(dash)) && isAdjective(p.piece(dash)) { // «главного редактора»
		dash -= 2
	}
	if !p.isDash(dash) && p.piece(dash) != "-" || !hasCase(post.first, grammar.Genitive) {
		return false
	}
	const farthest = 12 // tokens
	for i := dash - 2; i >= 0 && i >= dash-farthest && p.is(i, word) && p.is(i+1, space); i -= 2 {
		if isDeputy(p.piece(i)) {
			return true
		}
	}
	return false
}

// namedPost is a post that stands before a name.
type namedPost struct {
	start, head int // tokens: where it begins, and its first title noun
	shown       []grammar.Shown
	first       []grammar.Shown // of the title noun at head alone
	nouns       []int           // the tokens of all its title nouns, the last first
	acting      bool            // an abbreviation stands before it, as «врио», behind which the noun is in the genitive
}

// postDiffers reports whether a name stands in no case of its post.
func (p *passage) postDiffers(post namedPost, n fullName) bool {
	if len(post.shown) == 0 {
		return false
	}
	if n.has(grammar.Nominative) && p.verbFollows(n) { // it is the subject
		return p.cannotGoBefore(post, n)
	}
	if p.appoints(post) && hasCase(post.first, grammar.Instrumental) {
		return false
	}
	if n.has(grammar.Genitive) && (hasSomebody.Has(p.folded[post.head]) || !p.namesSomebody(post.head)) {
		return false // in the genitive it may be a complement
	}
	several := p.namesGoOn(n.last) || p.joined(n.first) || p.piece(n.first-2) == ","
	return !slices.ContainsFunc(post.shown, func(s grammar.Shown) bool {
		return n.has(s.Case) && (s.Gender != grammar.Plural || several)
	})
}

// appoints reports whether somebody is made, or becomes, what a post says: then the name is in the accusative, or it is
// the subject: «назначил министром Ивана Пробного», «избран ректором Иван Пробный».
func (p *passage) appoints(post namedPost) bool {
	const farthest = 12 // tokens
	for i := post.start - 2; i >= 0 && i >= post.start-farthest && (p.is(i, word) || p.is(i, space)); i-- {
		if beginsWith(p.folded[i], appointing) {
			return true
		}
	}
	return false
}

// appointing are the beginnings of what makes somebody the holder of a post, or says how they came to it.
var appointing = strings.Fields("назнач избра избир утвержд утверди переизбр переназнач выбра провозгла стал остал станет остан был явля признал признан объявлен")

// cannotGoBefore reports whether a post with which a clause begins, before somebody who does
// something, can be nothing but that somebody's: «Министрами обороны Иван Пробный заявил». In
// the dative or the accusative of one it may be the object: «Президенту Иван Пробный доложил».
func (p *passage) cannotGoBefore(post namedPost, n fullName) bool {
	if post.acting || !p.beginsClause(post.start) && !p.yearBefore(post.start) {
		return false
	}
	withComplement := post.head+2 < n.first
	several := p.namesGoOn(n.last) || p.joined(n.first)
	becomes := slices.ContainsFunc([]string{"стал", "был", "явля", "назнач", "избра", "работа", "остал", "остае", "служ", "значи", "хоте", "хоче"}, func(b string) bool { return strings.HasPrefix(p.fold(n.last+2), b) })
	return !slices.ContainsFunc(post.first, func(s grammar.Shown) bool {
		switch {
		case s.Gender != grammar.Plural:
			return s.Case != grammar.Instrumental || becomes
		case s.Case == grammar.Nominative:
			return several
		}
		return !withComplement
	})
}

// yearBefore reports whether a date ends before the token at i: «11 сентября 2024 года Министр».
func (p *passage) yearBefore(i int) bool {
	return p.is(i-1, space) && p.fold(i-2) == "года" && p.is(i-4, figure)
}

// namesGoOn reports whether another name may follow the one that ends at a token: then the
// post may be in the plural.
func (p *passage) namesGoOn(last int) bool {
	next := p.piece(last + 2)
	return p.piece(last+1) == "," && startsUpper(p.piece(last+3)) || p.piece(last+1) == "(" || p.is(last+1, space) && (next == "и" || next == "(" || p.isDash(last+2))
}

// ofNobody are the heads of posts that somebody has in an organisation or a country, never
// with somebody: behind «министр» and «посол» a name is the holder's.
var ofNobody = []string{"полковник", "подполковник", "лейтенант", "адмирал", "академик", "митрополит", "консул", "король", "император", "министр", "президент", "председател", "посол", "посл", "губернатор", "мэр", "директор", "генеральн", "ректор", "депутат", "сенатор", "премьер", "глав", "журналист", "руководител", "начальник", "прокурор", "командующ", "канцлер", "спикер", "омбудсмен", "исполня"}

// hasSomebody are forms that begin as those do and are something else.
var hasSomebody = wordset.Of("главы")

// namesSomebody reports whether the title noun at a token is of a post that nobody has
// with somebody.
func (p *passage) namesSomebody(i int) bool {
	text := lower(p.piece(i))
	text = text[strings.LastIndexByte(text, '-')+1:]
	return slices.ContainsFunc(ofNobody, func(b string) bool { return strings.HasPrefix(text, b) })
}

// adjectiveDiffers reports whether the adjective before one of the title nouns is in another
// case: «Генерального секретарю», «заместитель Генерального секретарь».
func (p *passage) adjectiveDiffers(post namedPost) bool {
	return slices.ContainsFunc(post.nouns, func(noun int) bool {
		i := noun - 2
		if i < 0 || !p.is(i, word) || !p.is(i+1, space) || strings.Contains(p.piece(noun), "-") {
			return false
		}
		text := p.piece(i)
		r := readingOf(text)
		return r.isOnlyAdjective(text) && !agreeInCase(r.adjective, postShows(p.piece(noun))) && isAdjective(text)
	})
}

// complementDiffers reports whether a title noun is not in the genitive where it belongs to
// what stands before it: «заместитель министром», «врио губернаторы».
func (p *passage) complementDiffers(post namedPost) bool {
	inGenitive := func(noun int) bool { return hasCase(postShows(p.piece(noun)), grammar.Genitive) }
	if post.acting {
		return !inGenitive(post.head)
	}
	for k, noun := range post.nouns {
		if k+1 == len(post.nouns) || inGenitive(noun) {
			continue
		}
		before := post.nouns[k+1]
		adjective := noun == before+4 && isAdjective(p.piece(before+2))
		if (noun == before+2 || adjective) && isDeputy(p.piece(before)) {
			return true
		}
	}
	return false
}

// isDeputy reports whether a title noun is of somebody's deputy or the like: the post of that
// somebody follows.
func isDeputy(text string) bool {
	return slices.ContainsFunc([]string{"заместител", "помощник", "советник", "пресс-секретар"}, func(b string) bool { return strings.HasPrefix(lower(text), b) })
}

// postShows is what a title noun can be as that of somebody's post.
func postShows(text string) []grammar.Shown {
	if hyphen := strings.LastIndexByte(text, '-'); hyphen >= 0 { // «Вице-президент»
		text = text[hyphen+1:]
	}
	return slices.DeleteFunc(slices.Clone(grammar.NounShows(text)), func(s grammar.Shown) bool { return !s.Animate })
}

// agreeInCase is agree, of a title noun that a man or a woman may bear.
func agreeInCase(a, b []grammar.Shown) bool {
	return slices.ContainsFunc(a, func(x grammar.Shown) bool {
		return slices.ContainsFunc(b, func(y grammar.Shown) bool {
			return x.Case == y.Case && (x.Gender == grammar.Plural) == (y.Gender == grammar.Plural)
		})
	})
}

// lacksPreposition reports whether a title noun is in the prepositional case without a
// preposition before it: «Заявление Председателе банка».
func (p *passage) lacksPreposition(post namedPost) bool {
	if slices.ContainsFunc(post.first, func(s grammar.Shown) bool { return s.Case != grammar.Prepositional }) {
		return false
	}
	const farthest = 24 // tokens
	for i := post.head - 2; i >= 0 && i >= post.head-farthest; i-- {
		if p.is(i, word) && slices.Contains(grammar.CasesAfter(p.piece(i)), grammar.Prepositional) {
			return false
		}
	}
	return true
}

// postBefore looks left for the post of a name: title nouns with genitives and capitals
// between them. It returns where the post begins, -1 for none, and the cases of all its
// title nouns.
func (p *passage) postBefore(i int) namedPost {
	post := namedPost{start: -1}
	for i--; i >= 1 && p.is(i, space); i -= 2 {
		if acting := p.actingBefore(i); acting >= 0 && post.start >= 0 {
			return namedPost{start: acting, head: post.head, first: post.first, nouns: post.nouns, acting: true} // in every case
		}
		text := p.piece(i - 1)
		if !p.is(i-1, word) || p.endsPost(i-1) {
			return post
		}
		if shown := actingShows(text); shown != nil {
			return namedPost{start: i - 1, head: i - 1, shown: shown, first: shown, nouns: post.nouns}
		}
		if noun := postShows(text); len(noun) > 0 && grammar.IsTitleNoun(text[strings.LastIndexByte(text, '-')+1:]) {
			post.start, post.head, post.first = i-1, i-1, noun
			post.shown = append(post.shown, noun...)
			post.nouns = append(post.nouns, i-1)
			continue
		}
		if behindPo := lower(p.piece(i-3)) == "по"; isLower(text) && !isGenitive(text) && !behindPo { // «директор по развитию»
			return post
		}
	}
	return post
}

// memberStates are members of something, which a noun of people behind a dash says.
var memberStates = wordset.Of("государств государствами государствам государствах стран странами странам странах республик сторон организаций")

// endsPost reports whether the word at i belongs to no post: a preposition, also «после», which may be
// of «посол», what states or others are, «государств – участников Содружества», «журналистов – ветеранов», and a part of another name.
func (p *passage) endsPost(i int) bool {
	if (p.isDash(i-2) || p.piece(i-2) == "-") && (memberStates.Has(p.fold(i-4)) || areMany(p.piece(i-4)) && areMany(p.piece(i))) {
		return true
	}
	if text := lower(p.piece(i)); text != "по" && grammar.CasesAfter(text) != nil {
		return true
	}
	return slices.ContainsFunc(p.people(), func(n fullName) bool { return n.first <= i && i <= n.last })
}

// areMany reports whether a noun may be in the genitive of the plural.
func areMany(text string) bool {
	return slices.ContainsFunc(grammar.NounShows(text), func(s grammar.Shown) bool {
		return s.Case == grammar.Genitive && s.Gender == grammar.Plural
	})
}

// actingBefore is the token at which an abbreviation begins that a post stands behind in one
// case, whichever the holder's name is in: «и. о. министра», «зам. директора»; -1 where none
// ends at a space.
func (p *passage) actingBefore(i int) int {
	const longest = 8 // tokens: «вр. и. о.»
	begins, text := -1, ""
	for first := i - 1; first >= max(i-longest, 0) && (p.is(first, word) || p.is(first, space) || p.piece(first) == "."); first-- {
		if p.is(first, space) {
			continue
		}
		if text = p.piece(first) + text; grammar.IsActing(text) {
			begins = first
		}
	}
	return begins
}

// actingShows is what «исполняющий» and «исполнявшая» can be, whose name is in their case
// and never in that of the post behind them; nil for other words.
func actingShows(text string) []grammar.Shown {
	if folded := words.Fold(text); !strings.HasPrefix(folded, "исполняющ") && !strings.HasPrefix(folded, "исполнявш") {
		return nil
	}
	return grammar.AdjectiveShows(text)
}

// isGenitive reports whether a word may be part of what belongs to a post.
func isGenitive(text string) bool {
	if text == "и" || text == "по" {
		return true
	}
	if grammar.CasesAfter(text) != nil {
		return false
	}
	shown := append(grammar.NounShows(text), grammar.AdjectiveShows(text)...)
	return slices.ContainsFunc(shown, func(s grammar.Shown) bool { return s.Case == grammar.Genitive })
}
