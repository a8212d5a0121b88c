package grammar

import "communique/editor/wordset"

// greatNumerals are the forms that the nouns among the numerals have in the nominative.
var greatNumerals = map[string]string{
	"тысяча": "тысяча", "тысячи": "тысяча", "тысяч": "тысяча", "миллион": "миллион", "миллиона": "миллион", "миллионов": "миллион",
	"миллиард": "миллиард", "миллиарда": "миллиард", "миллиардов": "миллиард",
}

// thousandsAt are the forms of word i where it is a noun within the number of which c has
// been read: три тысячи двести; not тысячи of три тысячи рублей.
func (p *parsed) thousandsAt(i int, c countedPhrase) (six, bool) {
	noun := greatNumerals[p.low[i]]
	if noun == "" || i+1 == len(p.low) {
		return six{}, false
	}
	if _, numeral := numeralWords()[p.low[i+1]]; !numeral {
		return six{}, false
	}
	if len(c.number) == 0 { // тысяча двести
		c.last = 1
	}
	s := c.nounForms(NounOf(noun))
	s[nom] = p.low[i]
	return s, true
}

// declineParts declines a smaller measure behind a larger one: 2 часа 30 минут.
func (p *parsed) declineParts(i int) {
	if i+1 < len(p.low) && isFigures(p.low[i]) && smallMeasures.Has(bare(p.low[i+1])) {
		p.declineCounted(i)
	}
}

// smallMeasures are what is counted behind a larger measure, as it stands beside numbers.
var smallMeasures = wordset.Of("тысяча тысячи тысяч миллион миллиона миллионов минута минуты минут секунда секунды секунд копейка копейки копеек тыйын тыйына тыйынов цент цента центов сантиметр сантиметра сантиметров грамм грамма граммов метр метра метров")

// declineApposed declines what counted things are, behind a dash: 12 государств – членов.
func (p *parsed) declineApposed(i int) {
	if i+1 >= len(p.low) || !isDash(p.low[i]) {
		return
	}
	word, tail := trimTail(p.low[i+1])
	for _, l := range findNouns(word) {
		s := six(l.forms[6:])
		if l.features(word)&inCase(gen) == 0 || s[dat] == "" {
			continue
		}
		s[nom], s[acc] = word, word // as they are counted
		p.set(i+1, s.with(tail), true)
		return
	}
	p.guess = true
}

func (p *parsed) isFiguresAt(i int) bool { return i+1 < len(p.low) && isFigures(p.low[i]) }
