package grammar

import (
	_ "embed" // the list of people
	"strings"
	"sync"

	"communique/editor/wordset"
)

//go:embed easternpeople.txt
var easternPeopleText string

// easternPeople are the genders of well-known people whose names do not tell them,
// by their names in lower case and with е for ё.
var easternPeople = sync.OnceValue(func() map[string]Gender {
	people := map[string]Gender{}
	for line := range strings.Lines(easternPeopleText) {
		mark, names, _ := strings.Cut(strings.TrimSpace(line), " ")
		if mark != string(Masculine) && mark != string(Feminine) {
			continue
		}
		for name := range strings.SplitSeq(names, ", ") {
			people[withoutYo(strings.ToLower(name))] = Gender(mark)
		}
	}
	return people
})

// easternGender is the gender of a name of East Asia, where it is known or its
// middle word tells: Ван of men and Тхи of women in Vietnam.
func easternGender(words []string) Gender {
	if len(words) < 2 || len(words) > 4 || !eastAsian.Has(words[0]) && !burmese.Has(words[0]) {
		return Unknown
	}
	if g := easternPeople()[withoutYo(strings.Join(words, " "))]; g != Unknown || len(words) == 2 {
		return g
	}
	switch words[1] {
	case "ван":
		return Masculine
	case "тхи":
		return Feminine
	}
	return Unknown
}

// isKhanOfEast reports a name whose first word is a title elsewhere: Хан Док Су.
func isKhanOfEast(words []string) bool {
	return easternGender(words) != Unknown || len(words) == 3 && isEastAsian(words)
}

// soleName finds the one word of a name that declines where the others stay:
// the last of Chinese, Korean, Vietnamese and Burmese names, the last of
// Mongolian ones, whose first word is the father's name in the genitive; -1 for
// other names. Розенталь, Справочник по правописанию и литературной правке, § 149.
func soleName(words []string) int {
	if isEastAsian(words) || isMongolian(words) {
		return len(words) - 1
	}
	if isAgaKhan(words) { // Ага Хана V
		return 1
	}
	return -1
}

func isAgaKhan(words []string) bool {
	return len(words) > 1 && words[0] == "ага" && words[1] == "хан" && (len(words) == 2 || isRomanNumber(words[2]))
}

// eastAsian are the family names of one syllable, and some of two, with which
// Chinese, Korean and Vietnamese names begin, as they are written in Russian:
// the hundred most frequent in each country by its census.
var eastAsian = wordset.Of(`ай ан бай бань бао бе бо бу буй бэй ван во вон ву вэй вэнь вэн гань гао ге го гу гун гуань гуй гэ гэн да дай дан данг дао ден динь дин до доан дон ду дуань дун дэн е жань жуань жэнь
	зуонг зыонг и инь ин као ким кан ке ко кон куан ку кун куок кхон кха квак квон кэ лай лам лан лань ланг ле лей ли лим линь лин линг ло лон лоу лу лун лы лыонг льеу лэй лю люй люй лян лям ляо ляу ма май мак мао мин мо мок му мун мэй мэн
	на нам ни но ним нам нгуен нго нин нонг ню о ок ом он оу оуян пак пан пань пи пин пу пун пхан пхам пхун пэ пэй пэк пэн пён пье пяо ри рю сан се си син сим со сок сон су соль суй сук сумь сун сунь сыма сыту сы сэ сюй сюань сюн сюэ ся сян сяо
	та так тан тань тао те тен тео то тон тонг ту тун тхай тханг тхе тэн тэ тянь у уй ун фам фан фанг фань фу фун фын фэн фэй ха хай хак хам хан ханг хань хао хван хе хён хо хоа хоанг хон хоу ху хуа хуан хуанг хуинь хун хуэй хэ хэн хян цай цао це цен цзан цзи цзинь цзин цзо цзу цзэн цзюй цзя цзян цзяо цинь цин цой цуй цун цы цэн цю цюй цян цянь цяо цюань ци
	ча чжай чан чанг чао чау че чен чжан чжао чжен чжи чжо чжоу чжу чжуан чжугэ чжун чжэн чи чин чинь чо чон чонг чой чу чуа чуан чун чхве чхэ чха чыонг чэ чэнь чэн ша шан шао ши шин ше шу шэнь шэн шуай шуан шань жао лэн мяо нань ы ыон ым энь ю юань юй юн юнь ют юэ я ян янь яо ё ён ёль ом эм`)

// burmese are the words of which Burmese names are made; they have no surnames.
var burmese = wordset.Of("аун хлайн мин сан су чжи вин мьин тейн сейн ньян тун зо мьо маунг со кхин лвин тин хтун мья тан шве ньюн не лин у до мьинт хла пе тхан нью хтей хтай эй миа зин сое ней вунна мау чо ун кхаинг моэ хнин пхью та ко на тху рейн ньейн хейн кьяу чжо чжоу лат мон")

// isEastAsian reports a name of two to four short words, the first of which is a
// family name of East Asia, or all of which are Burmese.
func isEastAsian(words []string) bool {
	if len(words) < 2 || len(words) > 4 {
		return false
	}
	inBurma := burmese.Has(words[0])
	if !inBurma && !eastAsian.Has(words[0]) {
		return false
	}
	if len(words) > 3 && words[1] == "ван" && particles.Has(words[2]) { // Ян ван дер Проб
		return false
	}
	if easternGender(words) != Unknown {
		return true
	}
	if isWesternPair(words) {
		return false
	}
	for i, word := range words {
		inBurma = inBurma && burmese.Has(word)
		if i > 0 && !isSyllables(word) {
			return false
		}
	}
	return inBurma || eastAsian.Has(words[0])
}

// isWesternPair reports a first name and a surname of Europe that look alike: Ян Верник, Хуан Пробнов.
func isWesternPair(words []string) bool {
	known := given(words[0])
	return len(words) == 2 && known.isSure() && known.gender() != Unknown && !hasInfix(words[1], "чж", "цз", "ся", "юа", "уэ", "ао")
}

// isSyllables reports whether a word may be the given name of East Asia, or half
// of one: short, ending as the transcriptions end, and no name of another kind.
func isSyllables(word string) bool {
	if strings.HasSuffix(word, ".") || fatherWords[word] != Unknown && word != "бин" || patronymicGender(word) != Unknown {
		return false
	}
	known := given(word)
	switch syllables(word) {
	case 1:
		return endsAsSyllable(word)
	case 2:
	case 3:
		if known != 0 || !hasVowelPair(word) { // Йоргенсен
			return false
		}
	default:
		return false
	}
	if known != 0 && known.isSure() || isSurnameEnding(word) && !hasAnySuffix(word, "ин", "ын", "ян", "ко", "ук", "юк") {
		return false
	}
	return endsAsSyllable(word)
}

// hasVowelPair reports two vowels beside each other, which are one syllable in the East: Линьцзяо.
func hasVowelPair(word string) bool {
	before := false
	for _, r := range word {
		if isVowel(r) && before {
			return true
		}
		before = isVowel(r)
	}
	return false
}

// endsAsSyllable reports an ending of the transcriptions from Chinese, Korean,
// Vietnamese and Burmese.
func endsAsSyllable(word string) bool {
	last := lastLetter(word)
	return isVowel(last) || last == 'й' || hasAnySuffix(word, "н", "нь", "м", "к", "т", "п", "л", "ль", "нг", "ть", "р", "х", "с") && !hasAnySuffix(word, "ер", "ор", "ст", "кс")
}

// mongolian are the words with which the names of Mongolia begin or end:
// М. Н. Орловская, Личные имена монголов.
var mongolian = sync.OnceValue(func() []string {
	return strings.Fields("энх бат болд баатар цэцэг мунх сайхан эрдэнэ зориг сурэн гэрэл дорж хуяг бямба ган амар цогт хурэл туяа чимэг жаргал баяр буян наран оюун цэрэн алтан лхагва даваа пурэв ням элбэг очир шатар тувшин отгон ундрах чулуун гомбо цэнд нямдорж дэлгэр багабанди")
})

// isMongolian reports the father's name in the genitive before one's own:
// Ухнаагийн Хурэлсух, Лувсаннамсрайн Оюун-Эрдэнэ, Гомбожавын Занданшатар, Сайханбаярын Гурсэд.
func isMongolian(words []string) bool {
	if len(words) != 2 || given(words[1]) != 0 && given(words[1])&rare == 0 && !hasMongolian(words[1]) {
		return false
	}
	father := words[0]
	switch {
	case hasAnySuffix(father, "гийн", "ийн"), hasAnySuffix(father, "айн", "ойн", "уйн") && hasMongolian(words[1]):
		return true
	}
	named, of := strings.CutSuffix(father, "ын")
	return of && hasMongolian(named) || (of || strings.HasSuffix(father, "ны")) && hasMongolian(words[1])
}

func hasMongolian(word string) bool {
	for _, m := range mongolian() {
		if strings.HasPrefix(word, m) || strings.HasSuffix(word, m) {
			return true
		}
	}
	return false
}

// ownNameForms declines the name of soleName: a man's as a noun, a woman's where
// it ends in -а or -я.
func ownNameForms(word string, gender Gender) (six, bool) {
	if i := lastHyphen(word); i > 0 { // Чен-ир, Оюун-Эрдэнэ
		s, sure := ownNameForms(word[i+1:], gender)
		return hyphenated(fixed(word[:i]), s), sure
	}
	last := lastLetter(word)
	if isVowel(last) && last != 'а' && last != 'я' || hasAnySuffix(word, "уа", "иа", "аа") || gender == Feminine && last != 'а' && last != 'я' {
		return fixed(word), true
	}
	s, _ := noun{gender: Masculine, animate: true}.decline(word)
	return s, last != 'а' && last != 'я' || hasMongolian(word) // Кан Гён Хва and Чжан Юся stay for some
}
