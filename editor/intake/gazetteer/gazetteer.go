// Package gazetteer knows the places that releases are dated from, in every form and language, and tells the name of an unknown place from other names.
package gazetteer

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/intake/wording"
	"communique/editor/register"
	"communique/editor/wordset"
)

// regions are places that releases are dated from and the registers do not ship.
var regions = []string{
	"Московская область", "Ленинградская область",
	"Ново-Огарёво", "Горки", "Горки-9", "Барвиха", "Бочаров Ручей", "Завидово", "Валдай", "Стрельна", "Кубинка", "Сколково", "Звёздный городок", "Байконур",
}

// names are the names of places, in small letters and with е for ё: as they are called and as
// they stand behind «в» or «на», each with what it is called. A place that is not here is left
// in the text where it declines: a nominative is not guessed.
var names = sync.OnceValue(func() *wordset.Inflected[string] {
	all := new(wordset.Inflected[string])
	add := func(form, name string, forms func(into map[string]string, name string)) {
		if name != "" {
			all.Add(wording.Folded(form), name, forms)
		}
	}
	shipped := register.Shipped()
	for _, p := range shipped {
		add(p.Name, p.Name, addName)
		add(p.Official, p.Official, addName)
		add(strings.TrimPrefix(p.English, "the "), p.English, addEnglish)
	}
	for _, name := range slices.Concat(regions, strings.Split(native, ","), strings.Split(englishTowns, ",")) {
		add(name, name, addName)
	}
	for pair := range slices.Chunk(strings.Fields(nativeLocatives), 2) {
		add(pair[0], pair[1], func(into map[string]string, name string) { addForm(into, pair[0], name) })
	}
	for _, p := range shipped {
		add(p.Name, p.Name, addLocatives)
		add(p.Official, p.Official, addLocatives)
	}
	for _, name := range regions {
		add(name, name, addLocatives)
	}
	return all
})

// addForm has the form of a name looked up as that, unless it is another's, who was there before.
func addForm(into map[string]string, form, name string) {
	if _, known := into[wording.Folded(form)]; !known && form != "" {
		into[wording.Folded(form)] = name
	}
}

func addName(into map[string]string, name string) { addForm(into, name, name) }

func addEnglish(into map[string]string, name string) {
	addForm(into, strings.TrimPrefix(name, "the "), name)
}

// addLocatives adds what stands behind «в» and «на».
func addLocatives(into map[string]string, name string) {
	d := grammar.House{}.DeclinePlace(name)
	addForm(into, d.Forms[grammar.Prepositional], name)
	addForm(into, d.Locative, name)
}

// officialStates are the official names of states, folded.
var officialStates = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for _, p := range register.Shipped() {
		if p.Official != "" && p.Official != p.Name {
			all[wording.Folded(p.Official)] = true
		}
	}
	return all
})

// placeWords is how many words the longest name of a place has.
const placeWords = 7

// IsOfficialState reports whether a name is the official one of a state.
func IsOfficialState(name string) bool { return officialStates()[wording.Folded(name)] }

// Known returns the place that stands at the start of text, in the nominative or behind
// a preposition, in capitals or not, and how many bytes it takes; "" where it is not known.
func Known(text string) (place string, length int) {
	first, _ := utf8.DecodeRuneInString(text)
	if !unicode.IsUpper(first) {
		return "", 0
	}
	words := 0
	for i, r := range text {
		if unicode.IsLetter(r) || strings.ContainsRune("-‑’‘'", r) {
			continue
		}
		if name := Called(text[:i]); name != "" && wording.EndsWord(text[i:]) {
			place, length = dotted(name, text), i
		}
		if words++; r != ' ' && r != '\u00a0' || words == placeWords {
			return place, length
		}
	}
	if name := Called(text); name != "" {
		return dotted(name, text), len(text)
	}
	return place, length
}

// Called is what a place is called by a form of its name, also in Turkish or Azerbaijani capitals: "BAKI", "DİYARBAKIR".
func Called(form string) string {
	name := names().Of(wording.Folded(form))
	if name == "" && strings.ContainsAny(form, "Iİ") {
		name = names().Of(wording.Folded(dotless.Replace(form)))
	}
	return name
}

// dotless writes these capitals as small letters.
var dotless = strings.NewReplacer("I", "ı", "İ", "i")

// dotted gives a Turkish name the dot that its first letter has in the text: it is looked up without one, as an English name.
func dotted(name, text string) string {
	if strings.HasPrefix(text, "İ") && strings.HasPrefix(name, "I") {
		return "İ" + name[1:]
	}
	return name
}

// At is Known, as far as the name goes.
func At(text string) string { place, _ := Known(text); return place }
