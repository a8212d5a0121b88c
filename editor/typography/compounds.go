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
 авиа авто автомобиле агро адресо азото алмазо англо антропо арендо архиво астро асфальто аудио аэро бело бензо берего бетоно библио библиотеко био битумо благо
 ближне бое болото бомбо броне бумаго быстро бюджето вагоно вакцино валюто велико вело верто вертолето верхне ветро вещество взаимо взрыво вибро видео виноградо
 вирусо влаго внешне внутри водно водо военно воздухо волно вольно восточно восьми время второ выгодо высоко выше газето газо гелио гео гидро гипер глино глубоко
 голосо горно горяче градо граждано грамото грибо громо грузо грунто грязе дальне двенадцати двигателе дворце двух девяти дее дело денежно дерево десанто десяти
 диспетчеро длинно добро документо долго домо дорого дорожно доходо древне древо душе дымо евро едино естество жаро железно железо желто живо животно живото жизне
 законо западно звездо зверо звуко здраво земле зерно злато золото зоо зубо иммуно импорто ино искусство кабеле кадро казно камне капитало кардио картофеле квартало
 квартиро кибер кино кислото климато книго коксо колесо коне конкуренто контейнеро корабле кормо корне коротко космо костно котло крае красно кратко кредито криво
 крипто крово кролико кругло круго крупно культуро курорто лево легко ледо лекарство лесо лето лже лимфо листо литературо лифто лице локомотиво лыже льдо льно людо
 магнито мазуто макро мало маршруто масло материало машинно машино меде мега медно между мелко мемориало мерзлото меро место металло метео метро микро мило миро млеко
 много молоко моно море морозо мосто мото мульти мусоро мысле мягко мясо налого нано нарко народо науко научно небо недро нейро нефте нефтегазо ниже нижне низко ново
 нормо нраво обороно обоюдо обще овоще овце огне одно озеро озоно около олене онко ордено оружие остро отечество охото паро паспорто пассажиро патенто перво песко
 пиво пище плано платеже племенно пленко плодо плоско пневмо погодо пожаро поздне полно полу полутора породо порохо почво правдо право приборо природо проволоко
 программо продукто промысло просто противо прямо псевдо психо птице путе пчело пыле пяти работо равно радио разно ракето ранне растение редко рекламо рельсо
 рентгено ретро ресурсо родо рудо руко русло рыбо садо само самолето сахаро свеже свекло сверх светло свето свино свободо свое северо сейсмо сельско семи сено сердце
 сильно системо скоро ското слабо слово сложно слухо смоло снего солнце сорто социо средне средо стале станко старо стекло стерео стихо страно стрессо строго судо
 супер сухо счето сыро табако танко тексто теле телерадио тело темно тепло термо тесто техно тихо товаро толсто томо тонко тонно топливо топо торфо траво трех трубо
 трудно трудо туго турбо тысяче тяжело угле узко ультра урано фармако ферро физико физио флюоро фондо фосфоро фото фотоэлектро фрукто характеро хладо хлебо хлопко
 хозяйство холодо хорео хроно цвето целе цело цементо цено центрально центро церковно цитрусо цифро чае частно человеко черно четырех чисто члено чувство чугуно
 шахто шерсто шести широко шлако шлюзо шпало шумо щито эколого экспорто экстра электро электроно энерго эпидемио этно эхо юго южно языко яйце ярко ясно`) {
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
 спец спорт строй тех транс тур финанс фин хим хоз эконом контр интер инфра`) {
		parts[part] = true
	}
	return parts
})

// secondParts are beginnings of what follows a first part that is cut off.
var secondParts = sync.OnceValue(func() []string {
	return strings.Fields(`
 авиа автодор автоинспек автомоб агент админ академ актив аппарат архив архитект атом аэро банк безопасн бюджет ведомств власт внедр врач выплат выставк гарант границ деятел долг
 дум заведен задан заказ закуп застав защит здрав изб издат издел измен имуществ инвент инвест индустр инспек институт инструмент информ исполк испыт кадр комис комит компан
 контракт контрол корпорац кредит культур лаборат лесхоз лиценз монитор морфлот наград надзор налог научн номер обеспеч оборон оборуд обр обслуж обществ общин объедин объект обязат одежд
 оконч округ опека оператор операц опрос опыт орган ориент освид осмотр отдел отраб отрасл отряд отчет охран оценк очист перевоз переворот перепис план подготовк поддержк помощ
 поруч поставк потреб прав предпри президиум прием природ програм продукт продукц проект пром пункт работ развит регион регистр регулир реестр резерв резолюц реклам ремонт ресурс
 руковод рынк секретар сектор сервис служ собр собствен совет соглаш сооруж союз спорт средств стандарт станц статист статус страх строй структур суд счет тайн техник техно товар
 торг транспорт треб труд угод узел указ универс упак управл услуг устройств учет учрежд фарм фестив финанс фонд центр экзамен эконом экспер экспорт энерго эффект этнич юст язык
 муницип хоз конфесс парлам сессион дисципл клуб террор предлож мер санкц наступ развед национ красн структур`)
})

// linkedRoots are beginnings of second roots that so many compounds have that no list has all of their
// first parts: бюджетополучатель, лекарствоведение. They stand behind the letter that links the two.
var linkedRoots = sync.OnceValue(func() map[string][]string {
	roots := map[string][]string{}
	for root := range strings.FieldsSeq(`
 варен ведени ведчес водств водчес войсков генератор графи лечебн плавильн профилакт рудн видн владел владен емк дател заготов замещ защит знани издат изложен искател классни курсни ходств названн направлен насыщен наблюден носец носн носител обеспечен обладател обработ обрабат образован образующ обязанн оборот опасн отвод отделит отправлен
 очист перевоз переработ плаван плательщ подобн подписавш получател пользован пользовател потреблен потребител приведенн приобрет производ распредел сберег сбереж служащ служител снабжающ снабжен
 содержател способн степенн стойк стоящ строени строител творен творчес терап убийств уборочн указанн укладчик улавлив управлен упорн устойчив устройств хозяйств хранилищ`) {
		roots[root[:leastRest*letter]] = append(roots[root[:leastRest*letter]], root)
	}
	return roots
})

// unlinked are beginnings that end as if they were linked to a root: предохранитель, несоизмеримый.
var unlinked = strings.Fields(`бессо засе зато непо непро несо подо предо предсе сопредсе`)

// linked returns how many letters stand before the last root that is linked to what is before
// it; 0 where none is.
func linked(word string) int {
	const leastLinked = 4 // letters: shorter ones are prefixes, or among the first parts
	for n := len(word)/letter - leastRest; n >= leastLinked; n-- {
		first, second := word[:n*letter], word[n*letter:]
		if (strings.HasSuffix(first, "о") || strings.HasSuffix(first, "е")) && !slices.Contains(unlinked, first) &&
			slices.ContainsFunc(linkedRoots()[second[:leastRest*letter]], func(root string) bool { return strings.HasPrefix(second, root) }) {
			return n
		}
	}
	return 0
}

// whole are the beginnings of words that only look as if they began with a first part.
var whole = strings.Fields(`автор дороговиз метров милост обществ остров пароди пародо парокси паром получ правов простор рукоят семинар товарищ экстраг экстради экстрак`)

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
	word := strings.ReplaceAll(string(letters), "ё", "е")
	if at := jointOf(word); at > 0 {
		return at
	}
	return linked(word)
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
		if cutParts()[first] && slices.ContainsFunc(secondParts(), func(begin string) bool { return strings.HasPrefix(second, begin) }) {
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
