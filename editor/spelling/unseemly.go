package spelling

import (
	"slices"
	"strings"
)

// unseemly are beginnings of words, and unseemlyWords are words, that no press office wants
// to be offered, however near they are to what was typed.
var (
	unseemly = strings.Fields(`секс порно бляд хуй хуе хуё хуя пизд жоп говн дерьм трах шлюх проститут сиськ гондон педик педераст пидор пидар дроч минет
		онани засран насра обосра перд мудак мудил фаллос пенис вагин ебат ебан ебал ёбан сволоч ублюд
		sex fuck shit cunt bitch whore porn slut piss penis vagina nigg fagg asshole`)
	unseemlyWords = strings.Fields(`сука суки суке суку сукой сук манда манды манде манду срать ссать анал анала анальный анус жид жиды жидов
		cock cocks dick dicks ass asses arse arses tit tits crap anal anus fag fags`)
)

// isUnseemly reports whether a word is not to be proposed.
func isUnseemly(proposed string) bool {
	for word := range strings.FieldsFuncSeq(strings.ToLower(proposed), func(r rune) bool { return r == ' ' || r == '-' }) {
		if slices.Contains(unseemlyWords, word) || slices.ContainsFunc(unseemly, func(begin string) bool { return strings.HasPrefix(word, begin) }) {
			return true
		}
	}
	return false
}
