package typography

import (
	"slices"
	"strings"
	"testing"

	"communique/assets/dictionaries"
)

func TestCompounds(t *testing.T) {
	for name, words := range map[string]string{
		"where the roots meet": `много-функ-ци-о-наль-ный жизне-обес-пе-че-ния то-варо-обо-рот энерго-снаб-же-ние Здраво-охра-не-ние
			взаимо-дей-ствие между-на-род-ный сельско-хо-зяй-ствен-ный за-коно-про-ект ав-то-мо-биле-стро-е-ние много-то-чие меро-при-я-тие си-стемо-об-ра-зу-ю-щих
			ре-сурсо-снаб-жа-ю-щих млеко-пи-та-ю-щие ледо-коль-ный добро-со-вест-ный Бело-рус-сии космо-нав-ти-ка дальне-во-сточ-ный Красно-дар верто-лёт само-лёт психо-лог`,
		"where the patterns break elsewhere": `ново-строй-ки видео-блог внутри-глаз-ное обще-опас-ным водо-ис-точ-ни-ков био-разно-об-ра-зие гео-по-ли-ти-ка`,
		"behind a consonant":                 `двух-сто-рон-ний трёх-лет-ний кибер-без-опас-ность`,
		"behind a root that many have": `бюд-жето-по-лу-ча-тель ле-кар-ство-ве-де-ние ло-ко-мо-тиво-стро-е-ние ар-хиво-хра-ни-ли-ще до-ходо-об-ра-зу-ю-щий ма-те-риало-ём-кость до-ку-менто-обо-рот томо-гра-фия
			ро-бото-стро-е-ние за-лого-да-тель зна-мено-но-сец`,
		"not behind what only ends so": `предо-хра-не-ние пред-се-да-тель за-се-да-тель несо-из-ме-ри-мый по-ве-де-ние про-из-ве-де-ние`,
		"behind what is cut off": `меж-му-ни-ци-паль-ный контр-санк-ции инфра-струк-ту-ра гос-ре-гу-ли-ро-ва-ние мин-эконом-раз-ви-тия рос-по-треб-над-зор рос-обр-над-зор спец-опе-ра-ция соц-опрос проф-об-ра-зо-ва-ние
			по-гран-от-ряд за-гран-учре-жде-ние мед-осмотр нац-эко-но-ми-ка меж-эт-ни-че-ский меж-об-щин-ный мин-здрав гор-ад-ми-ни-стра-ция сель-хоз-ор-га-ни-за-ция`,
		"not cut off": `го-су-дар-ство го-сти-ни-ца гос-пи-таль ми-ни-маль-ный мино-но-сец спе-ци-аль-ный на-ци-о-наль-ный со-ци-аль-ный про-фес-сия ту-рец-кий ме-ди-ци-на рос-сий-ский
			по-гра-нич-ный пар-тия за-гра-нич-ный по-ли-ти-ка тех-ни-ка эко-но-ми-че-ский ре-ги-о-наль-ный ме-же-ва-ние ге-ор-ги-ев-ский`,
		"behind a prefix":   `неблаго-при-ят-ный немного-чис-лен-ный недобро-со-вест-ный по-благо-да-рить уполно-мо-чен-ный за-благо-вре-мен-но облаго-ра-жи-ва-ние неуполно-мо-чен-ный`,
		"no compound":       `об-ще-ствен-ный но-во-стей доб-рот-ный те-лес-ный ско-ро-сти мик-роб-ный по-лу-чать ав-то-ра-ми пра-во-во-го га-зо-во-го цен-но-сти под-лин-но-сти со-об-ще-ни-ях`,
		"a hard sign stays": `двухъ-ярус-ный сверхъ-есте-ствен-ный`,
	} {
		for want := range strings.FieldsSeq(words) {
			if got := hyphenated(Hyphenation("ru"), strings.ReplaceAll(want, "-", "")); got != want {
				t.Errorf("%s: got %s, want %s", name, got, want)
			}
		}
	}
}

// Whatever noun of the dictionary stands behind a first part, where the two meet is a
// break, and beside it there is none.
func TestNounsBehindFirstParts(t *testing.T) {
	_, nouns, _ := strings.Cut(dictionaries.Nouns, "\n---\n")
	h := Hyphenation("ru")
	tried := 0
	for i, line := range slices.Collect(strings.Lines(nouns)) {
		noun, _, _ := strings.Cut(line, "\t")
		letters := []rune(noun)
		if i%50 > 0 || len(letters) < 5 || isSuffix(noun) || !opensRoot(letters) || strings.Contains(noun, "-") {
			continue
		}
		for first := range firstParts() {
			word := first + noun
			at := len([]rune(first))
			if joint([]rune(word)) != at { // a longer first part begins so, or it is no compound
				continue
			}
			tried++
			if breaks := h.Breaks(word); !slices.Contains(breaks, at) || slices.Contains(breaks, at-1) || slices.Contains(breaks, at+1) {
				t.Fatalf("%s", hyphenated(h, word))
			}
		}
	}
	if tried < 20000 {
		t.Errorf("only %d words were tried", tried)
	}
}

// A first part is in small Cyrillic letters, with е for ё, and short enough to be found.
func TestFirstParts(t *testing.T) {
	for part := range firstParts() {
		letters := []rune(part)
		if len(letters) < leastPart || len(letters) > longestPart || strings.Trim(part, "абвгдежзийклмнопрстуфхцчшщъыьэюя") != "" {
			t.Errorf("%q", part)
		}
	}
}
