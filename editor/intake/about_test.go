package intake

import (
	"strings"
	"testing"
)

// TestAboutTheOffice: the last paragraphs may say what an organisation is.
func TestAboutTheOffice(t *testing.T) {
	const text = "Совет принял план дорог\n\n8 мая 2025 года в Бишкеке прошла сессия Совета.\n\nСтороны обсудили план.\n\n"
	for last, is := range map[string]bool{
		"О Совете. Совет создан в 2002 году.": true, "О Совете содружества: Совет создан в 2002 году.": true, "О компании\nКомпания создана в 2002 году.": true, "О банке\nУ него 42 отделения.": true, "О планах\nОни готовы.": false, "Справка о компании\n«Проба» – оператор связи.": true, "Информация о погоде будет завтра.": false,
		"Справочно:\nСовет создан в 2002 году и объединяет шесть государств.": true, "Справка. Совет создан в 2002 году.": true, "Для справки: Совет создан в 2002 году.": true, "Справочная информация:\nСовет создан в 2002 году.": true, "About the Council\nThe Council was founded in 2002.": true,
		"Аб Савеце\nСавет аб’ядноўвае дзевяць дзяржаў.": true, "Дар бораи Шӯро\nШӯро нӯҳ давлатро муттаҳид мекунад.": true, "Кеңес туралы\nКеңес тоғыз мемлекетті біріктіреді.": true, "Кеңеш жөнүндө\nКеңеш тогуз мамлекетти бириктирет.": true,
		"Kengash haqida\nKengash to‘qqiz davlatni birlashtiradi.": true, "Аб Савеце гаварылі ўсе. Бакі рады.": false, "Кеңес туралы айтты.": false, "Аб планах\nЯны гатовыя.": false,
		"О Совете говорили все. Стороны рады.": false, "О Совете.": false, "О дорогах. Они хороши.": false, "Справка выдана Советом.": false, "О Совете. Совет создан в 2002 году.\n\nСтороны рады.\n\nОни довольны.": false,
	} {
		for _, contact := range []string{"", "\n\n__________\nПресс-служба Совета\n+7-000-000-00-01"} {
			r := readSingle(t, text+last+contact)
			if (r.Boilerplate == last) != is || r.Lead == "" || is && len(r.Blocks) != 1 {
				t.Errorf("%s: %q, %+v", last, r.Boilerplate, r.Blocks)
			}
		}
	}
}

// TestTheOfficeIsDefined: a last paragraph that defines what the release names is about the office, with a contact below it or without.
func TestTheOfficeIsDefined(t *testing.T) {
	const text = "Совет по торговле принял план дорог\n\n8 мая 2025 года в Бишкеке прошла сессия Совета.\n\nСтороны обсудили план. План подготовил Фонд «Живая вода».\n\n"
	const english = "Trade Council adopts a plan of roads\n\nBISHKEK, May 8, 2025 – The Trade Council met in Bishkek and adopted a plan of roads.\n\nSample Foods will help to build them.\n\n"
	for last, is := range map[string]bool{
		"Совет по торговле – международная организация. Создан в 2002 году.": true, "СОВЕТ – это крупное региональное объединение шести государств.": true,
		"Фонд «Живая вода» — благотворительная организация, которая помогает сёлам.": true, "Совет - межгосударственный орган. Штаб-квартира находится в Бишкеке.": true,
		"Совет по торговле создан в 2002 году.": true, "Фонд «Живая вода» был основан в мае 2010 г. для помощи сёлам.": true,
		"Совет – международная организация.\n\nЕго штаб-квартира находится в Бишкеке.": true, "Совет – международная организация.\n\nСтороны рады.": false,
		"Бишкек – крупный научный центр.": false, "Наш союз – крепкая организация, сказал секретарь.": false, "Музей – новое учреждение культуры.": false,
		"Совет – за дороги и против мостов.": false, "Совет – победитель конкурса, который провела организация.": false,
	} {
		for _, contact := range []string{"", "\n\n__________\nПресс-служба Совета\n+7-000-000-00-01"} {
			if r := readSingle(t, text+last+contact); (r.Boilerplate == strings.ReplaceAll(last, "\n\n", "\n")) != is || r.Lead == "" || is && len(r.Blocks) != 1 {
				t.Errorf("%s: %q, %+v", last, r.Boilerplate, r.Blocks)
			}
		}
	}
	for last, is := range map[string]bool{
		"The Trade Council (TC) is an international body of six states.": true, "Sample Foods is one of the world’s leading food companies, with 300 people.": true,
		"Founded in 2002, the Trade Council unites six states.\n\nIts headquarters are in Bishkek.": true, "Sample Foods was established in 1990 in Bishkek.": true,
		"The Council is the head of an organization.": false, "Anna Sample is a leader of the company.": false, "The plan is good for the whole community.": false,
	} {
		if r := readSingle(t, english+last); (r.Boilerplate == strings.ReplaceAll(last, "\n\n", "\n")) != is || r.Lead == "" {
			t.Errorf("%s: %q, %+v", last, r.Boilerplate, r.Blocks)
		}
	}
}

// TestTheOfficeIsDefinedInOtherLanguages: the same in the languages of the region.
func TestTheOfficeIsDefinedInOtherLanguages(t *testing.T) {
	for last, text := range map[string]string{
		"Соода кеңеши – алты мамлекетти бириктирген эл аралык уюм.":     "Соода кеңеши жолдордун планын кабыл алды\n\n2026-жылдын 11-сентябрында Бишкекте Соода кеңешинин жыйыны өттү.\n\n",
		"Сауда кеңесі – алты мемлекетті біріктіретін халықаралық ұйым.": "Сауда кеңесі жолдардың жоспарын қабылдады\n\n2026 жылғы 11 қыркүйекте Астанада Сауда кеңесінің отырысы өтті.\n\n",
		"Савдо кенгаши – олти давлатни бирлаштирган халқаро ташкилот.":  "Савдо кенгаши йўллар режасини қабул қилди\n\n2026 йил 11 сентябрь куни Тошкентда Савдо кенгашининг йиғилиши бўлиб ўтди.\n\n",
		"Шӯрои савдо – созмони байналмилалии шаш давлат.":               "Шӯрои савдо нақшаи роҳҳоро қабул кард\n\n11 сентябри соли 2026 дар Душанбе ҷаласаи Шӯрои савдо баргузор шуд.\n\n",
		"Гандлёвы савет – міжнародная арганізацыя шасці дзяржаў.":       "Гандлёвы савет прыняў план дарог\n\n11 верасня 2026 года ў Мінску прайшло пасяджэнне Гандлёвага савета.\n\n",
	} {
		if r := readSingle(t, text+last); r.Boilerplate != last || r.Lead == "" {
			t.Errorf("%s: %q, %+v", last, r.Boilerplate, r.Blocks)
		}
	}
}
