package grammar

import (
	"strings"
	"sync"
)

// The cardinal numerals in Cases' order: Русская грамматика (1980), §§ 1365–1377.
var (
	zero  = six{"ноль", "ноля", "нолю", "ноль", "нолём", "ноле"}
	three = six{"три", "трёх", "трём", "три", "тремя", "трёх"}
	four  = six{"четыре", "четырёх", "четырём", "четыре", "четырьмя", "четырёх"}
	one   = map[Gender]six{
		Masculine: {"один", "одного", "одному", "один", "одним", "одном"},
		Feminine:  {"одна", "одной", "одной", "одну", "одной", "одной"},
		Neuter:    {"одно", "одного", "одному", "одно", "одним", "одном"},
	}
	two      = six{"два", "двух", "двум", "два", "двумя", "двух"}
	twoWomen = six{"две", "двух", "двум", "две", "двумя", "двух"}

	fromFive = strings.Fields("пять шесть семь восемь девять")
	fromTen  = strings.Fields(`десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать
		семнадцать восемнадцать девятнадцать`)
	tens     = strings.Fields("двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто")
	hundreds = strings.Fields("сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот")
)

// groups are the nouns that count thousands, and how they decline.
var groups = sync.OnceValue(func() [5]Noun {
	return [5]Noun{1: NounOf("тысяча"), NounOf("миллион"), NounOf("миллиард"), NounOf("триллион")}
})

// Numeral writes a whole number in words in a case: «двумя», «двадцать одно»,
// «двух тысяч пяти». The gender and the animacy are those of what is counted;
// they show with numbers in one and two. Beyond the trillions it returns "".
func Numeral(n int, c Case, g Gender, animate bool) string {
	at := c.index()
	c = Cases()[at]
	if g != Feminine && g != Neuter {
		g = Masculine
	}
	if n == 0 {
		return zero[at]
	}
	var words []string
	if n < 0 {
		words, n = append(words, "минус"), -n
	}
	if n < 0 || n >= 1e15 {
		return ""
	}
	for group, unit := len(groups())-1, int(1e12); group >= 0; group, unit = group-1, unit/1000 {
		count := n / unit % 1000
		if count == 0 {
			continue
		}
		if group == 0 {
			// Двадцать два участника: only a simple numeral shows animacy (Розенталь, § 166).
			words = append(words, below1000(count, at, g, animate && n < 5)...)
			break
		}
		counted := groups()[group]
		words = append(words, below1000(count, at, counted.Gender, false)...)
		words = append(words, counted.With(count, c))
	}
	return strings.Join(words, " ")
}

// index is the place of the case in a six; an unknown case is the nominative.
func (c Case) index() int {
	for i, known := range Cases() {
		if c == known {
			return i
		}
	}
	return nom
}

func below1000(n, at int, g Gender, animate bool) []string {
	var words []string
	if h := n / 100; h > 0 {
		words = append(words, hundred(h, at))
	}
	switch rest := n % 100; {
	case rest >= 20:
		words = append(words, ten(rest/10, at))
		n = rest % 10
	case rest >= 10:
		return append(words, inSoftSign(fromTen[rest-10], at))
	default:
		n = rest
	}
	if n > 0 {
		words = append(words, unit(n, at, g, animate))
	}
	return words
}

func unit(n, at int, g Gender, animate bool) string {
	if animate && at == acc && (n > 1 || g == Masculine) && n < 5 {
		at = gen
	}
	switch {
	case n == 1:
		return one[g][at]
	case n == 2 && g == Feminine:
		return twoWomen[at]
	case n == 2:
		return two[at]
	case n == 3:
		return three[at]
	case n == 4:
		return four[at]
	}
	return inSoftSign(fromFive[n-5], at)
}

// inSoftSign declines пять, десять, двадцать; восемь loses a vowel.
func inSoftSign(word string, at int) string {
	stem, oblique := drop(word, 1), drop(word, 1)
	if strings.HasSuffix(stem, "восем") {
		oblique = drop(stem, 2) + "ьм"
	}
	switch at {
	case nom, acc:
		return word
	case ins:
		return oblique + "ью"
	}
	return oblique + "и"
}

func ten(n, at int) string {
	word := tens[n-2]
	switch {
	case word == "сорок" || word == "девяносто":
		return fortyOrHundred(word, at)
	case !strings.HasSuffix(word, "десят"):
		return inSoftSign(word, at)
	}
	first := inSoftSign(strings.TrimSuffix(word, "десят"), at)
	switch at {
	case nom, acc:
		return word
	case ins:
		return first + "десятью"
	}
	return first + "десяти"
}

// fortyOrHundred declines сорок, девяносто and сто, which have -а throughout.
func fortyOrHundred(word string, at int) string {
	if at == nom || at == acc {
		return word
	}
	return strings.TrimSuffix(word, "о") + "а"
}

func hundred(n, at int) string {
	if n == 1 {
		return fortyOrHundred(hundreds[0], at)
	}
	if at == nom || at == acc {
		return hundreds[n-1]
	}
	return unit(n, at, Masculine, false) + [...]string{gen: "сот", dat: "стам", ins: "стами", prep: "стах"}[at]
}
