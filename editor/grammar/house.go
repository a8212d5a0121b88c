package grammar

import "communique/editor/release"

// House is how an office writes where good usage differs. Its zero value is the
// usage that the program proposes. What declines words are its methods, so that
// no form is made without asking it.
type House struct {
	// WomenInL is how women's names in -ль of Turkic, Persian and Western origin
	// are treated: Айгуль, Гюзель, Николь.
	WomenInL WomenInL `toml:"women_in_l,omitempty"`
	// English is how dates and times are written in English texts.
	English release.English `toml:"english,omitempty"`
	// PlacesInO is how places in -ово, -ево and -ино are treated: Домодедово.
	PlacesInO PlacesInO `toml:"places_in_o,omitempty"`
	// Zoda is how surnames in -зода are treated: Рахимзода.
	Zoda Zoda `toml:"zoda,omitempty"`
	// Yo is where ё is written in all that the program writes.
	Yo Yo `toml:"yo,omitempty"`
}

// WomenInL is one of the two usages of women's names in -ль.
type WomenInL string

// The usages: «с Айгуль Пробновой», as the dictionaries of names and most of
// the press have it, and «с Айгулью Пробновой».
const (
	WomenInLStay    WomenInL = ""
	WomenInLDecline WomenInL = "decline"
)

// UsagesOfWomenInL lists the usages, the program's own first.
func UsagesOfWomenInL() []WomenInL { return []WomenInL{WomenInLStay, WomenInLDecline} }

// PlacesInO is one of the two usages of places in -ово, -ево and -ино.
type PlacesInO string

// The usages: «в Домодедове», as the dictionaries have it (Розенталь, § 149), and
// «в Домодедово», as most people say.
const (
	PlacesInODecline PlacesInO = ""
	PlacesInOStay    PlacesInO = "stay"
)

// UsagesOfPlacesInO lists the usages, the program's own first.
func UsagesOfPlacesInO() []PlacesInO { return []PlacesInO{PlacesInODecline, PlacesInOStay} }

// Zoda is one of the two usages of surnames in -зода.
type Zoda string

// The usages: «с Рахимзодой», as all in -а decline (Розенталь, § 150), and «с Рахимзода», as
// many offices of Tajikistan write.
const (
	ZodaDecline Zoda = ""
	ZodaStay    Zoda = "stay"
)

// UsagesOfZoda lists the usages, the program's own first.
func UsagesOfZoda() []Zoda { return []Zoda{ZodaDecline, ZodaStay} }

// Usages lists every house that a text in a language may have been written by,
// h itself first.
func (h House) Usages(language string) []House {
	all := []House{h}
	add := func(other House) {
		if other != h {
			all = append(all, other)
		}
	}
	if language != "ru" {
		for _, english := range release.UsagesOfEnglish() {
			other := h
			other.English = english
			add(other)
		}
		return all
	}
	for _, women := range UsagesOfWomenInL() {
		for _, places := range UsagesOfPlacesInO() {
			for _, zoda := range UsagesOfZoda() {
				for _, yo := range UsagesOfYo() {
					add(House{women, h.English, places, zoda, yo})
				}
			}
		}
	}
	return all
}

// Known is what an office's registers know of the people in a phrase. A nil
// Known knows nobody.
type Known interface {
	// NameAtEnd is the name of somebody the registers know with which the phrase
	// ends, in any of the ways that names are written; "" where there is none.
	NameAtEnd(phrase string) string
	// PostAtStart is the longest post of the registers with which the phrase
	// begins; "" where there is none.
	PostAtStart(phrase string) string
}
