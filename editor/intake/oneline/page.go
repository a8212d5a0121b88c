package oneline

import (
	"strings"

	"communique/editor/grammar"
	"communique/editor/intake/calendar"
	"communique/editor/intake/dateline"
	"communique/editor/intake/gazetteer"
	"communique/editor/intake/rubric"
	"communique/editor/intake/wording"
	"communique/editor/regexp"
	"communique/editor/release"
)

// wholeMenu is the menu of a site in a row, of three items at least: one of them alone begins headlines, too.
var wholeMenu = regexp.MustCompile(`^(?:(?:Главная(?: страница)?|О нас|Об? (?:организации|компании|министерстве|ведомстве|комитете|агентстве|банке|фонде|союзе|президенте|парламенте|совете|секретариате|проекте|сайте|центре)|Президент|Правительство|Министерство|Организация|Структура|Руководство|Деятельность|Направления(?: деятельности)?|Документы|Законодательство|Контакты|` +
	`Обращения(?: граждан)?|Противодействие коррупции|Вакансии|Закупки|Госзакупки|Государственные услуги|Услуги|Сервисы|СМИ|Медиа|Медиацентр|Пресс-центр|Пресс-служба|Пресс-релизы|Новости|Все новости|События|Анонсы|Объявления|Публикации|Интервью|Выступления|Заявления|Стенограммы|Поездки|Мероприятия|Проекты|Программы|Календарь|Архив|Аналитика|Статистика|` +
	`Международное сотрудничество|Сотрудничество|Партнёры|Партнеры|Вопросы и ответы|Фото|Видео|Аудио|Фотогалерея|Видеогалерея|Фотобанк|Галерея|Открытые данные|Версия для слабовидящих|Личный кабинет|Войти|Вход|Меню|Поиск(?: по сайту)?|Найти|Подписка|Подписаться|RSS|Telegram|Карта сайта|RU|EN|KZ|KG|UZ|TJ|Home|About(?: Us)?|Who We Are|What We Do|Our Work|News|Newsroom|(?:Press|News|Media) Releases?|(?:Press|Media) (?:Center|Centre|Room|Kit)|Events|Contacts?(?: Us)?|Careers|Publications|Resources|Speeches|Statements|Blog|Videos?|Photos?|Search|Menu|Subscribe|Donate|Skip to (?:main )?content|Services|Projects|Programs|Log ?in|Sign in|Рус|Русский|Eng|English|Қаз|Қазақша|Кыр|Кыргызча|Тоҷ|Тоҷикӣ|O['‘ʻ]zbekcha|Бел|Беларуская)(?:\s[/|·•»›→>–—])?\s){3,}`)

// menuInARow is such a menu at the start of a text; an item that goes on in small letters begins the headline.
func menuInARow(text string) string {
	above := wholeMenu.FindString(text)
	if m := beginsHeadline.FindStringIndex(above); m != nil && goesOnBehindItem(text[len(above):]) {
		return above[:m[0]]
	}
	if above == "" || above == text || wording.StartsSentence(text[len(above):]) {
		return strings.TrimSuffix(above, text)
	}
	at := len(strings.TrimRight(above, " "))
	for at > 0 && !startsItem(text[:at]) {
		at = strings.LastIndexByte(text[:at], ' ')
	}
	if at <= 0 {
		return ""
	}
	return wholeMenu.FindString(text[:strings.LastIndexByte(text[:at], ' ')+1])
}

// beginsHeadline is a last item of a menu that is rather the first word of a headline, where somebody's name or whose it is stands behind it.
var beginsHeadline = regexp.MustCompile(`(?:Президент|Правительство|Министерство|Организация)\s$`)

func goesOnBehindItem(text string) bool {
	words := strings.Fields(headlineWithin(text))
	return len(words) > 1 && (isNameOfOne(words) || ofPlace(words[0]))
}

// startsItem reports whether the last word of a text begins with a capital.
func startsItem(text string) bool { return Capital(text[strings.LastIndexByte(text, ' ')+1:]) }

// saysPublished is what a site says before the day of a page; a sentence says what was: «Опубликовано заявление совета».
var saysPublished = regexp.MustCompile(`(?i:опубликован[аоы]?|дата публикации)[\s:,|]*$`)

// leadingMark is what the paper is, at the start of a text of one line.
var leadingMark = regexp.MustCompile(`^(?i:` + rubric.PaperName + `|сообщение для (?:печати|прессы|сми)|информационное сообщение|информация для (?:печати|прессы|сми)|для немедленного (?:распространения|опубликования)|for immediate release)(?:\s(?:№|No\.?)\s?[\d/-]+)?[.:]?\s`)

// markedFlat parts from a text of one line what the paper is, before a day or a place with one, or a headline: «Пресс-релиз о встрече …» goes on.
func markedFlat(text string) (mark, own string) {
	mark = leadingMark.FindString(text)
	own = strings.TrimSpace(text[len(mark):])
	if mark == "" || !wording.StartsSentence(own) || placedDayBefore(own) == 0 && strings.ToUpper(mark) != mark {
		return "", text
	}
	return mark, own
}

// titledTwice returns where a text of one line goes on that has its title twice, as the page is called and above the text: «… принял план |
// Совет Совет … принял план»; 0 where it has not.
func titledTwice(text string) int {
	head := headlineWithin(text)
	words, at := wordsIn(head)
	if len(words) < 2*fewestTwice {
		return 0
	}
	begin := head[:at[fewestTwice]]
	again := strings.Index(head[len(begin):], begin)
	if again < 0 {
		return 0
	}
	again += len(begin)
	title := strings.TrimSpace(head[:again])
	for {
		behind, twice := strings.CutPrefix(text[again:], title+" ")
		if twice && wording.StartsSentence(strings.TrimLeft(behind, "(|")) && !strings.HasPrefix(behind, title) {
			return again
		}
		ends := titleEnd.FindAllStringIndex(title, -1)
		if twice || len(ends) == 0 { // the lead goes on with it: «Совет принял план, который …»
			return 0
		}
		title = title[:ends[len(ends)-1][0]]
	}
}

// fewestTwice is of how many words what stands twice is at least.
const fewestTwice = 2

// titleEnd parts what a page is called from whose it is.
var titleEnd = regexp.MustCompile(`\s(?:[|/·•»›→>–—-]|::)\s`)

// placedDayBefore returns how many bytes a day and its place take, in any order, that stand before a text of one line without a sign that
// closes a dateline: they are a line of their own. It is 0 where there are none.
func placedDayBefore(text string) int {
	n := placeAndDay(text)
	if n == 0 {
		n = dayAndPlace(text)
	}
	rest := text[n:]
	behind := strings.TrimLeft(rest, " \u00a0")
	if n == 0 || behind == "" || behind == rest || dateline.Agency.MatchString(behind) || reportedAt.MatchString(behind) || !wording.StartsSentence(behind) || wording.SentenceEnd(text[:n]) && !strings.HasSuffix(text[:n], "г.") {
		return 0
	}
	return n + len(rest) - len(behind)
}

// placeAndDay returns how many bytes a place with the day behind it take at the start of a text; 0 where they do not stand there.
func placeAndDay(text string) int {
	_, place, sure := dateline.LeadingPlace(text, true)
	if place == 0 || !sure && !isUnknownTown(text, place) {
		return 0
	}
	n := place + len(dateline.Separators.FindString(text[place:]))
	if day := calendar.DayAt(text[n:]).Length; day > 0 && n > place {
		return n + day
	}
	return 0
}

// dayAndPlace is placeAndDay of a day with its place behind it.
func dayAndPlace(text string) int {
	n := calendar.DayAt(text).Length
	if n == 0 {
		return 0
	}
	n += len(hourBehind.FindString(text[n:]))
	parted := dateline.Separators.FindString(text[n-1:])
	at := n - 1 + len(parted)
	_, place, sure := dateline.LeadingPlace(text[at:], false)
	if !sure || parted == "" || isActing(text[at:], place) {
		return 0
	}
	return at + place
}

// isUnknownTown reports whether a text begins with a word of so many bytes that no dictionary has, a comma and a day with its year.
func isUnknownTown(text string, n int) bool {
	name, behind := text[:n], strings.TrimPrefix(text[n:], ", ")
	return n > 0 && len(behind) < len(text[n:]) && !strings.Contains(name, " ") && nounIn(name) == nil && adjectiveIn(name) == nil && !beginsOnly(name) && calendar.DayAt(behind).Length > 0
}

// isActing reports whether what may be a place of so many bytes is rather the first name of somebody who does something: «Владимир Пробный открыл …».
func isActing(text string, place int) bool {
	words := strings.Fields(wording.FirstSentence(headlineWithin(text)))
	return grammar.IsGivenName(strings.TrimSpace(text[:place])) && isNameOfOne(words) && !begunBy(text[place:])
}

// reportedAt is an hour with who reports behind it, within a wire's dateline: "14:59 CEST (WIRE) -- …".
var reportedAt = regexp.MustCompile(`^\d{1,2}:\d{2}[^()]{0,12}\([^()]{2,40}\)\s?[–—-]`)

// placeBehindTitle returns where a known place in the nominative stands between a headline and the sentence of the lead, with a full stop, on a
// page that says its day elsewhere: «… по реестру Минск. В штаб-квартире …»; 0 where none does. A verb, a preposition or a noun
// of a place before it makes it their own.
func placeBehindTitle(text string) int {
	words, at := wordsIn(headlineWithin(text))
	for i := fewestTwice + 1; i < len(words)-1; i++ {
		if wording.SentenceEnd(words[i-1]) && !Exclaims(words[i-1]) && !wording.ShortWord.MatchString(strings.TrimSuffix(words[i-1], ".")) {
			return 0
		}
		_, n, sure := dateline.LeadingPlace(text[at[i]:], false)
		if behind, stop := strings.CutPrefix(text[at[i]+n:], ". "); !sure || !stop || !wording.StartsSentence(behind) || !inNominative(text[at[i]:]) {
			continue
		}
		before := words[i-1]
		if isVerbIn(before) || len(grammar.CasesAfter(before)) > 0 || hanging.Has(before) || ofSpot.MatchString(before) || !endsTitle(text[:at[i]]) {
			return 0
		}
		return at[i]
	}
	return 0
}

// inNominative reports whether the place that a text begins with stands in the nominative, as in a dateline, and in no other case that a word
// before it may ask for.
func inNominative(text string) bool {
	text = text[len(dateline.Town.FindString(text)):]
	name, n := gazetteer.Known(text)
	if n > 0 && wording.Folded(text[:n]) != wording.Folded(name) {
		return false
	}
	return !inAnyCase(text[:n]) || indeclinable.MatchString(name)
}

// indeclinable is how names of places end that stand so in every case: «Душанбе», «Сочи», «Бодайбо».
var indeclinable = regexp.MustCompile(`\p{Ll}[еёиоуэю]$`)

// placeInTitle takes a known place in brackets off the end of the headline of a page that says its day elsewhere: «… по реестру (Минск)».
func placeInTitle(r *release.Release) {
	open := strings.LastIndex(r.Headline, " (")
	if open < 0 || !strings.HasSuffix(r.Headline, ")") || r.Date.IsZero() {
		return
	}
	inner := r.Headline[open+2 : len(r.Headline)-1]
	if name, n, sure := dateline.LeadingPlace(inner, false); sure && n == len(inner) {
		r.Place, r.Headline = name, r.Headline[:open]
	}
}

// ofSpot is a noun that the name of a place stands behind: «в городе Минск».
var ofSpot = regexp.MustCompile(`^(?i:город|г\.|республик|сел[оае]|пос[её]л|аэропорт|станци|вокзал|порт|клуб|команд|отел|гостиниц|форум|саммит)`)
