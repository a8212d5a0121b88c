package spelling

import (
	"strings"
	"unicode/utf8"

	"communique/editor/spelling/automaton"
)

// firstParts are what words that no dictionary lists begin with: «госконтракт»,
// «киберугроза», «двадцатипятилетний». Sources: Русская грамматика (1980), §§ 1014–1060;
// Правила русской орфографии и пунктуации (2006), §§ 117–119.
var firstParts = strings.Fields(`
 	авиа авто агро анти антропо архи аудио аэро бензо био блиц верхне видео взаимо внутри вне водо воен всерос все высоко газо гео гидро гипер глав глубоко гор гос
	двух трех четырех пяти шести семи восьми девяти десяти двадцати тридцати сорока пятидесяти шестидесяти семидесяти восьмидесяти девяносто сто полутора
	дип доп корона студ дву трёх четырёх одно евро еже жил зоо за иммуно ино интер инфо кардио квази кибер кино контр кон космо крипто крупно культ лже лесо макро мало маркет
	медиа мед меж между мета мега метео мелко микро мин мини много моно мото мульти мусоро нано нац нарко нейро нео нефте низко ниже ново обл обще огне онлайн опер
	оборон орг пан пара пост полу пол право прото псевдо психо радио рай ранне ретро рос риск сверх свеже сель сам само север сейсмо социо соц спец средне
	спорт стерео строй суб теле тепло термо тех топ транс турбо ультра универ фарм физ фин фито фото химио хоз цельно чрезвычайно широко экзо эко экс
	экстра электро энерго этно эпид юр`)

// nominalFirstParts stand before adjectives and nouns alone: «незнаю» is misspelt.
var nominalFirstParts = strings.Fields("не без бес до про после около пред под")

// isFormedInIrovat reports what is formed as any verb in -ировать forms it: «скоординированно», «аудированный».
func isFormedInIrovat(low string, l *lexicon) bool {
	if stem, ok := strings.CutSuffix(low, "ированно"); ok && l.words.Find(stem+"ированный") > 0 {
		return true
	}
	stem, ending, ok := strings.Cut(low, "ированн")
	return ok && isNominal("н"+ending) && l.words.Find(stem+"ирование") > 0
}

// isRussianCompound reports whether a word is a known one behind a known first part, or
// behind two: «гособоронзаказ».
func isRussianCompound(word string, l *lexicon) bool {
	if isCapitals(word) {
		word = strings.ToLower(word)
	}
	size := firstSize(word)
	low := strings.ToLower(word[:size]) + word[size:]
	if isFormedInIrovat(low, l) {
		return true
	}
	for _, first := range nominalFirstParts {
		rest, ok := strings.CutPrefix(low, first)
		if !ok || !isLongRest(rest) || !isNominal(rest) || !fitsBez(first, rest) {
			continue
		}
		if bare, ok := strings.CutPrefix(rest, "ы"); l.words.Find(rest) > 0 || ok && l.words.Find("и"+bare) > 0 {
			return !l.isMisheard(low)
		}
	}
	if stem, ok := strings.CutSuffix(low, "но"); ok && (l.words.Find(stem+"ный") > 1 || isBehindFirstPart(stem+"ный", l, mostFirstParts)) { // «одномоментно»
		return !l.isMisheard(low)
	}
	return isBehindFirstPart(low, l, mostFirstParts) && !l.isMisheard(low)
}

// isMisheard reports whether a word that no dictionary lists is a frequent one with one letter
// that sounds alike, or one of two that are the same, or a known one with «н» where it has «нн» («подписаный»): «достяжение» is «достижение», whatever
// «стяжение» may be.
func (l *lexicon) isMisheard(low string) bool {
	letters := []rune(low)
	frequent := func(before []rune, put string, after []rune) bool {
		return l.words.Find(string(before)+put+string(after)) >= frequentMeant
	}
	for i, r := range letters {
		if i > 0 && r == letters[i-1] && frequent(letters[:i], "", letters[i+1:]) {
			return true
		}
		if r == 'н' && !strings.HasPrefix(low, "не") && l.words.Find(string(letters[:i])+"н"+string(letters[i:])) > 0 {
			return true
		}
		for _, meant := range vowelsAlike[r] {
			if frequent(letters[:i], string(meant), letters[i+1:]) {
				return true
			}
		}
	}
	return false
}

// vowelsAlike are the vowels that one without stress is heard as.
var vowelsAlike = map[rune][]rune{
	'а': {'о'}, 'о': {'а'}, 'е': {'и', 'я'}, 'и': {'е', 'я'}, 'я': {'е', 'и'},
	'a': {'e'}, 'e': {'a', 'i'}, 'i': {'e'}, 'o': {'a', 'e'},
}

// frequentMeant is how frequent a word is that is meant rather than a rare compound.
const frequentMeant = automaton.Frequency(6)

// fitsBez reports whether a first part is written as it must be before those letters:
// «бес» before voiceless ones, «без» before others, and none before и, which becomes ы:
// «безынтересный» (Правила 2006, §§ 12, 82).
func fitsBez(first, rest string) bool {
	if (first == "без" || first == "под" || first == "пред") && firstRune(rest) == 'и' {
		return false
	}
	voiceless := strings.ContainsRune("кпстфхцчшщ", firstRune(rest))
	return first != "без" && first != "бес" || (first == "бес") == voiceless
}

// mostFirstParts is how many first parts stand before one another.
const mostFirstParts = 2

// isBehindFirstPart reports whether a word that is met in texts stands behind a first
// part. Behind one of three letters it has to be longer: «мин» and «истёр» make nothing.
func isBehindFirstPart(low string, l *lexicon, most int) bool {
	for _, first := range firstParts {
		rest, ok := strings.CutPrefix(low, first)
		if ok && !l.isPastVerb(rest) && utf8.RuneCountInString(rest) >= shortestRest+max(0, 4-utf8.RuneCountInString(first)) && (l.words.Find(rest) > 1 || most > 1 && isBehindFirstPart(rest, l, most-1)) {
			return true
		}
	}
	return false
}

// isPastVerb reports whether a word is what several did, or a woman: no first part stands before it, and «росчистили» is
// misspelt.
func (l *lexicon) isPastVerb(word string) bool {
	const shortest = 6 // letters: «дела», «зала»
	for _, ending := range []string{"ла", "ли"} {
		if stem, ok := strings.CutSuffix(word, ending); ok && utf8.RuneCountInString(word) >= shortest && l.words.Find(stem+"ть") > 0 && l.words.Find(stem+"вший") > 0 {
			return true
		}
	}
	return false
}

func isLongRest(rest string) bool { return utf8.RuneCountInString(rest) >= shortestRest }

// shortestRest is how many letters a word has that stands behind a first part: shorter
// ones make words of mistakes.
const shortestRest = 5

func firstSize(word string) int {
	_, size := utf8.DecodeRuneInString(word)
	return size
}

// isNominal reports whether a word ends as adjectives, participles and abstract nouns do.
func isNominal(word string) bool {
	for _, ending := range nominalEndings {
		if strings.HasSuffix(word, ending) {
			return true
		}
	}
	return false
}

var nominalEndings = strings.Fields("ый ий ой ая яя ое ее ые ие ого его ому ему ым им ом ем ую юю ых их ыми ими ость ости остью остей остям остями остях ние ния нию нием нии")
