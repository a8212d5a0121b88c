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
