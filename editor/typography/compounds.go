package typography

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// A Russian compound is broken where its parts meet, before anywhere else: много-функциональный
// and not мно-гофункциональный (А. Э. Мильчин, Л. К. Чельцова, «Справочник издателя и
// автора»). Patterns do not know where that is: they see letters and no roots.

// firstParts are what Russian compounds begin with.
var firstParts = sync.OnceValue(func() map[string]bool {
	parts := map[string]bool{}
	for part := range strings.FieldsSeq(`
 авиа авто автомобиле агро англо асфальто аудио аэро бело бензо бетоно библио био благо ближне бое бомбо броне бумаго быстро вагоно велико вело верто
 вертолето верхне ветро взаимо взрыво вибро видео влаго внешне внутри водно водо военно воздухо вольно восточно восьми второ высоко газо гео гидро гипер
 глубоко горно градо грузо грунто дальне двенадцати двигателе двух девяти дее дело денежно десяти длинно добро долго домо древне евро едино естество железно
 железо желто живо животно жизне законо западно зверо звуко здраво земле зерно золото зубо иммуно импорто кардио картофеле квартиро кибер кино кислото книго
 конкуренто корабле кормо коротко космо котло красно кратко кредито криво крипто крово кругло крупно культуро лево легко ледо лесо листо лице льно магнито
 макро мало масло машино между мелко меро место металло метео метро микро миро млеко много молоко моно море морозо мосто мото мульти мусоро мягко мясо налого
 нано нарко народо науко научно нейро нефте нефтегазо нижне низко ново нормо обороно обще овоще овце огне одно онко остро пассажиро патенто перво плано
 платеже плодо плоско пневмо пожаро поздне полно полу полутора почво право приборо природо продукто противо прямо псевдо психо птице путе пыле пяти работо
 равно радио разно ракето ранне растение редко рекламо рентгено ресурсо родо рудо рыбо садо само самолето свеже свекло сверх светло свето свино северо сейсмо
 сельско семи сердце сильно системо скоро ското слабо слово сложно смоло снего сорто социо средне стале станко старо стекло стихо стрессо судо супер танко
 теле телерадио тело темно тепло термо техно товаро толсто тонко топливо топо торфо трех трубо трудно трудо туго турбо тысяче тяжело угле узко фармако физио
 фото фотоэлектро хлебо хлопко холодо хорео цвето целе цело цено центрально цифро человеко черно четырех чисто шахто шести широко шумо эколого экспорто
 электро энерго этно юго южно языко`) {
		parts[part] = true
	}
	return parts
})

// cutParts are what a first part is cut off to: госрегулирование, спецоперация. Many words begin
// with the same letters (гостиница), so that one of the secondParts has to follow.
var cutParts = sync.OnceValue(func() map[string]bool {
	parts := map[string]bool{}
	for part := range strings.FieldsSeq(`
 воен гор гос жил загран избир инвест коммун культ мед меж мин мор нац обл обр парт пед погран пож пожар полит потреб природ пром проф рай рег рос сан сель соц
 спец спорт строй тех транс тур финанс фин хим хоз эконом`) {
		parts[part] = true
	}
	return parts
})

// secondParts are beginnings of what follows a first part that is cut off.
var secondParts = strings.Fields(`
 авиа автодор автоинспек автомоб агент админ академ актив аппарат архив архитект атом аэро банк безопасн бюджет ведомств власт внедр врач выплат выставк гарант границ деятел долг
 дум заведен задан заказ закуп застав защит здрав изб издат издел измен имуществ инвент инвест индустр инспек институт инструмент информ исполк испыт кадр комис комит компан
 контракт контрол корпорац кредит культур лаборат лесхоз лиценз монитор морфлот наград надзор налог научн номер обеспеч оборон оборуд обр обслуж обществ общин объедин объект обязат одежд
 оконч округ опека оператор операц опрос опыт орган ориент освид осмотр отдел отраб отрасл отряд отчет охран оценк очист перевоз переворот перепис план подготовк поддержк помощ
 поруч поставк потреб прав предпри президиум прием природ програм продукт продукц проект пром пункт работ развит регион регистр регулир реестр резерв резолюц реклам ремонт ресурс
 руковод рынк секретар сектор сервис служ собр собствен совет соглаш сооруж союз спорт средств стандарт станц статист статус страх строй структур суд счет тайн техник техно товар
 торг транспорт треб труд угод узел указ универс упак управл услуг устройств учет учрежд фарм фестив финанс фонд центр экзамен эконом экспер экспорт энерго эффект этнич юст язык`)

// whole are the beginnings of words that only look as if they began with a first part.
var whole = []string{"автор", "метров", "обществ", "остров", "получ", "правов", "семинар", "товарищ"}

// prefixes are what may stand before a first part: неблагоприятный, уполномочить.
var prefixes = strings.Fields(`без до за на не о об от пере по под при рас с со у`)

// suffixes are what follows a root with о in words that are no compounds: газового,
// новостей, добротный.
var suffixes = strings.Fields(`
 вав вал ван ват вая вик вин вит вк вн вог вой вом вою вск вую вщ вые вый вым вых й ние нии ниц нию ния нк нн ньк сте стн сть стя тк тн чк чн ъ ь`)

const (
	leastPart   = 3 // letters of a first part
	longestPart = 13
	leastRest   = 3 // letters of what stands behind it
	// leastOfPart is how many letters of a first part stay before the joint when the part
	// itself is broken: what goes with the other root must be more than its ending.
	leastOfPart = 4
)

// joint returns how many letters of a Russian word in small ones stand before the second
// root; 0 where it has none.
func joint(letters []rune) int {
	return jointOf(strings.ReplaceAll(string(letters), "ё", "е"))
}

// letter is how many bytes a Russian letter has.
const letter = 2

func jointOf(word string) int {
	if slices.ContainsFunc(whole, func(begin string) bool { return strings.HasPrefix(word, begin) }) {
		return 0
	}
	for n := min(longestPart, len(word)/letter-leastRest); n >= leastPart; n-- {
		first, second := word[:n*letter], word[n*letter:]
		if len(second) == leastRest*letter && !endsRoot(second) {
			continue
		}
		if cutParts()[first] && slices.ContainsFunc(secondParts, func(begin string) bool { return strings.HasPrefix(second, begin) }) {
			return n
		}
		if firstParts()[first] && !isSuffix(second) {
			return n
		}
	}
	for _, prefix := range prefixes {
		if rest, is := strings.CutPrefix(word, prefix); is {
			if n := jointOf(rest); n > 0 {
				return len(prefix)/letter + n
			}
		}
	}
	return 0
}

// isSuffix reports whether what stands behind a first part is no root.
func isSuffix(rest string) bool {
	return slices.ContainsFunc(suffixes, func(s string) bool { return strings.HasPrefix(rest, s) })
}

// endsRoot reports whether letters are no mere ending: светофор, and not ценности.
func endsRoot(word string) bool {
	last := []rune(word)[utf8.RuneCountInString(word)-1]
	return !isVowel(last) && last != 'й' && last != 'ь'
}

// opensRoot reports whether letters are sure to be the beginning of a root: one consonant,
// or two that Russian words begin with. Others (телесный) are where the patterns break too.
func opensRoot(letters []rune) bool {
	first, second := letters[0], letters[1]
	switch {
	case isVowel(first) || isVowel(second):
		return first != 'ы'
	case second == 'р':
		return strings.ContainsRune("бвгдкптфх", first)
	case second == 'л':
		return strings.ContainsRune("бвгкпсф", first)
	case first == 'с' || first == 'з':
		return strings.ContainsRune("вкпст", second)
	}
	return false
}

func isVowel(r rune) bool { return strings.ContainsRune("аеёиоуыэюя", r) }

// compound returns the breaks of a word whose second root begins at a joint, its letters
// between dots: there, in what follows as in a word of its own, and in the first part
// where enough of that stays together.
func (h *Hyphenator) compound(letters []rune, at int) []int {
	breaks := slices.DeleteFunc(h.match(letters), func(n int) bool { return n > at-leastOfPart })
	breaks = append(breaks, at)
	for _, n := range h.inside(append([]rune{'.'}, letters[at+1:]...)) {
		breaks = append(breaks, at+n)
	}
	return breaks
}

// inside returns the breaks of a word, its letters between dots.
func (h *Hyphenator) inside(letters []rune) []int {
	if h.compounds {
		at := joint(letters[1 : len(letters)-1])
		if at > 0 && (opensRoot(letters[at+1:]) || slices.Contains(h.match(letters), at)) {
			return h.compound(letters, at)
		}
	}
	return h.match(letters)
}
