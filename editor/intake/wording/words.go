package wording

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"communique/editor/regexp"
)

var (
	// Abbreviated ends a name of a company, not a sentence.
	Abbreviated = regexp.MustCompile(`\s(?:Inc|Ltd|Co|Corp|Jr|Sr|S\.A|a\.s|e\.\s?V)\.$`)
	// Initial ends a name, not a sentence.
	Initial = regexp.MustCompile(`(?:^|[\s.])\p{Lu}\.$`)
)

// InCyrillic reports whether a text has letters of Cyrillic.
func InCyrillic(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) })
}

// LastRune is the last letter of a text.
func LastRune(text string) rune { r, _ := utf8.DecodeLastRuneInString(text); return r }

// StartsWith reports whether a word begins with one of some stems, or what stands behind a hyphen in it does.
func StartsWith(word string, stems []string) bool {
	low := strings.ToLower(word)
	_, behind, _ := strings.Cut(low, "-")
	return slices.ContainsFunc(stems, func(stem string) bool {
		return strings.HasPrefix(low, stem) || behind != "" && strings.HasPrefix(behind, stem)
	})
}

// PlainApostrophes writes the letters of Uzbek that several signs stand for with one.
func PlainApostrophes(text string) string {
	return strings.NewReplacer("‘", "'", "’", "'", "ʻ", "'", "ʼ", "'", "`", "'").Replace(text)
}

// OtherOffices are such stems of offices.
var OtherOffices = sync.OnceValue(func() []string {
	return strings.Fields(`әкімді акимчилиг hokimlig ҳокимлиг мэрия вазирлиг қўмита бошқарма бўлим котибият қызмет басқарма министрліг орталы кеңсе департамент бөлім кызмат башкармалы министрлиг борбор бөлүм катчылы хадамот раёсат вазорат марказ шуъба дабирхона сафорат кумита ҳукумат мақомот елшілі әкімшілі агентті элчили агентти мамлекеттик өкмөт посольств адміністрац аблвыканкам гарвыканкам служб аддзел упраўлен міністэрств камітэт савет цэнтр
		xizmat boshqarma vazirlig markaz qo'mita bo'lim kotibiyat ծառայություն վարչություն նախարարություն կենտրոն բաժին խորհուրդ քարտուղարություն մարզպետարան քաղաքապետարան գործակալություն կոմիտե դեսպանատուն գրասենյակ bakanl müşavirl müdürl başkanl kurumu belediye büyükelçili valili nazirli komitə agentli səfirli idarə
		хизмат пресслужб відділ управлінн міністерств pressestelle presseabteilung stiftung institut ministerium universität hochschule bundesverband landesverband musée fondation mairie ministère urząd biuro`)
})

// LastWord is the last word of a text, in small letters.
func LastWord(text string) string {
	words := strings.Fields(strings.ToLower(text))
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}

// Articles are in capitals where an English sentence begins.
var Articles = strings.Fields(`The A An`)

// NoWord parts the words of a line of contacts.
func NoWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '@' && r != '+' }

// IsInCapitals reports whether a line has capitals only.
func IsInCapitals(text string) bool {
	return strings.ToUpper(text) == text && strings.ToLower(text) != text
}

// Folded is how a name is looked up.
func Folded(name string) string {
	return strings.ReplaceAll(strings.ToLower(strings.ReplaceAll(name, "\u00a0", " ")), "ё", "е")
}
