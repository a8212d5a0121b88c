package typography

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"communique/assets/languages"
)

// TestOtherLanguages: words as the rules of each language break them.
func TestOtherLanguages(t *testing.T) {
	for language, words := range map[string]string{
		"be":      "па-ве-да-м-ле-н-не су-п-ра-цоў-ні-ц-т-ва рэ-с-пу-б-лі-ка прэ-зі-дэнт су-вязь аб’-я-д-на-н-не",
		"uk":      "пре-зи-дент спів-ро-бі-тни-цтво об’-єд-на-н-ня",
		"ka":      "სა-ქარ-თვე-ლოს თა-ნამ-შრომ-ლო-ბა",
		"tk":      "hyz-mat-daş-lyk res-pub-li-ka",
		"de":      "Zu-sam-men-ar-beit Pres-se-mit-tei-lung",
		"fr":      "co-opé-ra-tion au-jour-d’hui com-mu-ni-ca-tion",
		"kk":      "ын-ты-мақ-тас-тық рес-пуб-ли-ка мем-ле-кет-тік қа-зақ-стан-ның қо-ян-дар ком-пью-тер-лік бас-па-сөз объ-ект қыр-ғыз-стан-да да-ғыс-тан",
		"ky":      "кыз-мат-таш-тык рес-пуб-ли-ка-сы бил-ди-рүү-сү жы-йын кыр-гыз-стан-дын",
		"tg":      "ҳам-ко-рӣ ҷум-ҳу-рии маъ-лу-мот то-ҷи-кис-тон санъ-ат-кор ҳуҷ-ҷат",
		"uz":      "ham-kor-lik res-pub-li-ka-si o‘z-be-kis-ton maʼ-lu-mot sanʼ-at-kor mash-g‘u-lot dengiz-lar tanga-lar bo‘-yi-cha",
		"uz-Cyrl": "ҳам-кор-лик рес-пуб-ли-ка-си маъ-лу-мот денгиз-лар",
		"az":      "əmək-daş-lıq res-pub-li-ka-sı na-zir-lik Azər-bay-can",
		"ro":      "coo-pe-ra-re mi-nis-trul re-pu-bli-ca pre-șe-din-te-le lo-curi în-cheiat",
		"hy":      "հա-մա-գոր-ծակ-ցու-թյուն հան-րա-պե-տու-թյուն նա-խա-գա-հի Երև-ան",
	} {
		h := Hyphenation(language)
		for want := range strings.FieldsSeq(words) {
			if got := hyphenated(h, strings.ReplaceAll(want, "-", "")); got != want {
				t.Errorf("%s: got %s, want %s", language, got, want)
			}
		}
	}
	for _, language := range languages.All() {
		if has := Hyphenation(language) != nil; has == (language == "ar" || language == "zh") { // these break no words
			t.Errorf("%s: words are broken: %v", language, has)
		}
	}
}

// TestSyllables: whatever stands in a word, breaks ascend within it, a vowel stands before
// and behind each, and no letter of two signs is parted.
func TestSyllables(t *testing.T) {
	for language := range others {
		h := Hyphenation(language)
		if h.syllables == nil {
			continue
		}
		s := *h.syllables
		letters := []rune(s.vowels + s.consonants + s.closing + s.soft + s.vowels)
		random := rand.New(rand.NewPCG(1, 2))
		for range 20000 {
			word := make([]rune, 5+random.IntN(9))
			for i := range word {
				word[i] = letters[random.IntN(len(letters))]
			}
			last := leastBefore - 1
			for _, at := range h.Breaks(string(word)) {
				before, behind := string(word[:at]), string(word[at:])
				if at <= last || at > len(word)-h.behind || !strings.ContainsAny(before, s.vowels+s.ending) || !strings.ContainsAny(behind, s.vowels+s.ending) {
					t.Fatalf("%s: %s-%s", language, before, behind)
				}
				for _, two := range append(s.letters, s.doubtful...) {
					if strings.HasSuffix(before, two[:len(two)-len(string([]rune(two)[1:]))]) && strings.HasPrefix(behind, string([]rune(two)[1:])) && !overlaps(before, s.letters) {
						t.Fatalf("%s: %s-%s parts %s", language, before, behind, two)
					}
				}
				last = at
			}
		}
	}
}

// overlaps reports whether a letter of two signs ends there, whose second sign would begin
// another with what follows.
func overlaps(before string, letters []string) bool {
	return slices.ContainsFunc(letters, func(two string) bool { return strings.HasSuffix(before, two) })
}
