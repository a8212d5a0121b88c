package spelling

import (
	"strings"
	"sync"

	"communique/editor/spelling/automaton"
)

// Costs, in tenths of a plain mistake.
const (
	plainMistake  = 10
	confusion     = 4 // letters that sound alike, or are often doubled or left out
	likely        = 6
	neighbours    = 8 // keys beside each other
	inNoPlace     = 12
	swapMistake   = 7
	joinedMistake = 5
)

// confused are pairs of Russian letters that are written for one another because they
// sound alike: vowels without stress, consonants at the end or before others (Правила
// русской орфографии и пунктуации (2006), §§ 33–90).
const confused = `ао еи еэ ея иы яи ёо ёе яа юу жш зс дт бп вф гк гх щш чш цс сз ьъ гв йи еы`

// englishConfused are pairs of English letters that are.
const englishConfused = `ae ai ei eo ao iy ou au cs ck sz gj fv td eu ui oi`

func pairs(list string) map[[2]rune]bool {
	all := map[[2]rune]bool{}
	for pair := range strings.FieldsSeq(list) {
		r := []rune(pair)
		all[[2]rune{r[0], r[1]}], all[[2]rune{r[1], r[0]}] = true, true
	}
	return all
}

// besides are the letters whose keys lie beside each other.
var besides = sync.OnceValue(func() map[[2]rune]bool {
	all := map[[2]rune]bool{}
	for _, row := range []string{"йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю", "qwertyuiop", "asdfghjkl", "zxcvbnm"} {
		letters := []rune(row)
		for i := range letters[1:] {
			all[[2]rune{letters[i], letters[i+1]}], all[[2]rune{letters[i+1], letters[i]}] = true, true
		}
	}
	return all
})

func substitute(confused map[[2]rune]bool) func(typed, meant rune) int {
	besides := besides()
	return func(typed, meant rune) int {
		switch pair := [2]rune{typed, meant}; {
		case pair == [2]rune{'е', 'ё'}:
			return 0
		case confused[pair]:
			return confusion
		case besides[pair]:
			return neighbours
		}
		return plainMistake
	}
}

// silent are letters that are written and not heard: «агентство», «чувство», «солнце».
const silent = "тдвлй"

func russianCosts() automaton.Costs {
	return automaton.Costs{
		Substitute: substitute(pairs(confused)),
		Missing: func(before, meant rune) int {
			switch {
			case before == meant || meant == 'ь' || meant == 'ъ':
				return confusion
			case meant == '-':
				return joinedMistake
			case before != 0 && strings.ContainsRune(silent, meant):
				return likely
			case before == 0:
				return inNoPlace
			}
			return plainMistake
		},
		Extra: func(before, typed rune) int {
			switch {
			case before == typed || typed == 'ь' || typed == 'ъ':
				return confusion
			case typed == '-':
				return joinedMistake
			case before == 0:
				return inNoPlace
			case strings.ContainsRune(silent, typed):
				return neighbours
			}
			return plainMistake
		},
		Swap: swapMistake,
	}
}

func englishCosts() automaton.Costs {
	return automaton.Costs{
		Substitute: substitute(pairs(englishConfused)),
		Missing: func(before, meant rune) int {
			switch {
			case before == meant:
				return confusion
			case meant == '\'' || meant == '-':
				return joinedMistake
			case before != 0 && strings.ContainsRune("eaiou", meant):
				return likely
			case before == 0:
				return inNoPlace
			}
			return plainMistake
		},
		Extra: func(before, typed rune) int {
			switch {
			case before == typed:
				return confusion
			case typed == '\'' || typed == '-':
				return joinedMistake
			case before != 0 && strings.ContainsRune("eaiou", typed):
				return likely
			case before == 0:
				return inNoPlace
			}
			return plainMistake
		},
		Swap: swapMistake,
	}
}

// rewriting is a mistake of several letters: what is typed for what. ^ and $ stand for the
// word's start and end.
type rewriting struct{ typed, meant string }

func rewritings(list string) []rewriting {
	var all []rewriting
	for line := range strings.FieldsSeq(list) {
		typed, meant, _ := strings.Cut(line, ":")
		all = append(all, rewriting{typed, meant})
	}
	return all
}

// russianRewritings are written as they are heard.
var russianRewritings = sync.OnceValue(func() []rewriting {
	return rewritings(`ца$:ться ца$:тся цца$:ться цца$:тся тца$:ться тца$:тся тсо$:ться
	ево$:его ова$:ого ева$:его ово$:ого ва$:го
	щ:сч щ:зч щ:жч сч:щ зч:щ шн:чн шт:чт хк:гк кс:гс цк:тск ц:тс ц:дс тс:ц зн:здн сн:стн рц:рдц нц:лнц ств:вств нств:нтств нц:нтс
	йо:ё ьо:ьё йе:е йа:я йу:ю ие:ье ья:ия ье:ие ью:ию ыо:ё ё:йо
	^без:бес ^бес:без ^раз:рас ^рас:раз ^из:ис ^ис:из ^воз:вос ^вос:воз ^пре:при ^при:пре ^безин:безын ^подит:подыт ^предид:предыд ^з:с ^зд:сд
	ек$:ик ик$:ек ем$:им им$:ем ют$:ят ят$:ют ишь$:ешь ешь$:ишь ит$:ет ет$:ит ый$:ой ой$:ый ей$:ий ий$:ей чем$:чом шем$:шом щем$:щом жем$:жом цем$:цом ье$:ьё иё$:ие ьи$:ии ии$:ие ие$:ии ого$:ово енн:ен ен:енн ян:янн
	инк:енк енк:инк инств:енств енств:инств оваё:овы ыва:ова ова:ыва ива:ева`)
})

// englishRewritings are.
var englishRewritings = sync.OnceValue(func() []rewriting {
	return rewritings(`f:ph ph:f tion:sion sion:tion cion:tion shun:tion ance:ence ence:ance able:ible ible:able ei:ie ie:ei er$:or or$:er ant$:ent ent$:ant
	ough:uff uff:ough k:ch sh:ch ch:tch j:dge ly$:ally ally$:ly full$:ful cede$:ceed seed$:cede sede$:cede yze:ise mm:m al$:le le$:al us$:ous n:kn r:wr aly$:ally ily$:ely w:wh`)
})

// sayings are words that are written as they are said, and are no one's mistake of a
// letter.
var sayings = sync.OnceValue(func() map[string][]string {
	all := map[string][]string{}
	for line := range strings.FieldsSeq(`щас:сейчас ща:сейчас щя:сейчас счас:сейчас сичас:сейчас тока:только токо:только тольк:только када:когда кагда:когда скока:сколько стока:столько
		ваще:вообще вабще:вообще вапще:вообще вобще:вообще вощем:в_общем вобщем:в_общем вопщем:в_общем чё:что чо:что чево:чего шо:что што:что штоб:чтобы ничё:ничего ниче:ничего нич:ничего
		че:что тя:тебя мя:меня ся:себя ето:это ета:эта исчо:ещё ищо:ещё ишо:ещё щё:ещё здрасте:здравствуйте здраствуйте:здравствуйте пасиб:спасибо спс:спасибо пжл:пожалуйста
		пажалуста:пожалуйста пожалуста:пожалуйста наверна:наверно наверн:наверное канешн:конечно канешно:конечно конешно:конечно ктото:кто-то чтото:что-то гдето:где-то както:как-то
		какойто:какой-то изза:из-за ихний:их ихние:их ихняя:их ихних:их вообщем:в_общем всмысле:в_смысле врядле:вряд_ли врятли:вряд_ли врядли:вряд_ли навряд:вряд_ли какбы:как_бы
		тоесть:то_есть тоисть:то_есть потомучто:потому_что потомушто:потому_что всетаки:всё-таки всёравно:всё_равно всеравно:всё_равно незачто:не_за_что нету:нет наврятли:навряд_ли
		ложить:класть ложат:кладут ложит:кладёт едь:поезжай ехай:поезжай хочут:хотят хочете:хотите хотишь:хочешь алот:a_lot alot:a_lot aswell:as_well infact:in_fact noone:no_one
		вопервых:во-первых вовторых:во-вторых втретьих:в-третьих изпод:из-под изподо:из-подо несмотряна:несмотря_на невзираяна:невзирая_на придти:прийти притти:прийти
		ноаврь:ноябрь инциндент:инцидент прецендент:прецедент инциндента:инцидента кампутер:компьютер`) {
		typed, meant, _ := strings.Cut(line, ":")
		all[typed] = append(all[typed], strings.ReplaceAll(meant, "_", " "))
	}
	return all
})
