package intake

import "testing"

// TestAboutTheOffice: the last paragraphs may say what an organisation is.
func TestAboutTheOffice(t *testing.T) {
	const text = "Совет принял план дорог\n\n8 мая 2025 года в Бишкеке прошла сессия Совета.\n\nСтороны обсудили план.\n\n"
	for last, is := range map[string]bool{
		"О Совете. Совет создан в 2002 году.": true, "О Совете содружества: Совет создан в 2002 году.": true, "О компании\nКомпания создана в 2002 году.": true,
		"Справочно:\nСовет создан в 2002 году и объединяет шесть государств.": true, "Справка. Совет создан в 2002 году.": true, "Для справки: Совет создан в 2002 году.": true, "Справочная информация:\nСовет создан в 2002 году.": true, "About the Council\nThe Council was founded in 2002.": true,
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
		"Бишкек – крупный научный центр.": false, "Наш союз – крепкая организация, сказал секретарь.": false, "Музей – новое учреждение культуры.": false,
		"Совет – за дороги и против мостов.": false, "Совет – победитель конкурса, который провела организация.": false,
	} {
		for _, contact := range []string{"", "\n\n__________\nПресс-служба Совета\n+7-000-000-00-01"} {
			if r := readSingle(t, text+last+contact); (r.Boilerplate == last) != is || r.Lead == "" || is && len(r.Blocks) != 1 {
				t.Errorf("%s: %q, %+v", last, r.Boilerplate, r.Blocks)
			}
		}
	}
	for last, is := range map[string]bool{
		"The Trade Council (TC) is an international body of six states.": true, "Sample Foods is one of the world’s leading food companies, with 300 people.": true,
		"The Council is the head of an organization.": false, "Anna Sample is a leader of the company.": false, "The plan is good for the whole community.": false,
	} {
		if r := readSingle(t, english+last); (r.Boilerplate == last) != is || r.Lead == "" {
			t.Errorf("%s: %q, %+v", last, r.Boilerplate, r.Blocks)
		}
	}
}
