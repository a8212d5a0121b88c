package intake

import (
	"strings"
	"testing"

	"communique/editor/release"
)

// TestBlocksOfContacts reads blocks as offices write them, with a rule above and without.
func TestBlocksOfContacts(t *testing.T) {
	const text = "Совет принял план дорог\n\n8 мая 2025 года в Бишкеке прошла сессия Совета.\n\nСтороны обсудили план.\n\n"
	for block, want := range map[string]string{
		"Пресс-секретарь Анна Пробная\nтел. +7-495-000-00-10, факс +7-495-000-00-33":                              "Анна Пробная/Пресс-секретарь/ +7-495-000-00-10=phone +7-495-000-00-33=fax",
		"Пресс-секретарь Анна Пробная\nТел.: +7 (495) 000-00-10 (доб. 131)\nФакс: +7 (495) 000-00-33":             "Анна Пробная/Пресс-секретарь/ +7 (495) 000-00-10 (доб. 131)=phone +7 (495) 000-00-33=fax",
		"Пресс-секретарь Анна Пробная\nТел./факс: +7-495-000-00-10":                                               "Анна Пробная/Пресс-секретарь/ +7-495-000-00-10=phone-fax",
		"Пресс-секретарь Анна Пробная\nРаб. тел.: +7-495-000-00-10\nМоб. тел.: +7-900-000-00-10":                  "Анна Пробная/Пресс-секретарь/ +7-495-000-00-10=phone +7-900-000-00-10=mobile",
		"Пресс-секретарь Анна Пробная\nТелефон: +7-495-000-00-10 доб. 131, +7-495-000-00-11 доб. 132":             "Анна Пробная/Пресс-секретарь/ +7-495-000-00-10 доб. 131=phone +7-495-000-00-11 доб. 132=phone",
		"Пресс-секретарь Анна Пробная\nт. 8 (495) 000-00-10, ф. 8 (495) 000-00-11":                                "Анна Пробная/Пресс-секретарь/ 8 (495) 000-00-10=phone 8 (495) 000-00-11=fax",
		"Пресс-секретарь Анна Пробная\nтел: +996 (312) 00-00-10; моб: +996 (555) 00-00-11":                        "Анна Пробная/Пресс-секретарь/ +996 (312) 00-00-10=phone +996 (555) 00-00-11=mobile",
		"Пресс-секретарь Анна Пробная\nТелефон/WhatsApp: +7-900-000-00-10":                                        "Анна Пробная/Пресс-секретарь/ Телефон/WhatsApp: +7-900-000-00-10=phone",
		"Анна Пробная, пресс-секретарь, +7-495-000-00-10, press@council.example":                                  "Анна Пробная/пресс-секретарь/ +7-495-000-00-10=phone press@council.example",
		"Анна Пробная\nпресс-секретарь Совета содружества\n+7-495-000-00-10":                                      "Анна Пробная/пресс-секретарь/Совета содружества +7-495-000-00-10=phone",
		"Пресс-служба Совета содружества\nТел.: +7-495-000-00-10\nE-mail: press@council.example":                  "/Пресс-служба/Совета содружества +7-495-000-00-10=phone press@council.example",
		"Контакты для СМИ:\nАнна Пробная\n+7-495-000-00-10\nИван Примеров\n+7-495-000-00-11":                      "Анна Пробная// +7-495-000-00-10=phone | Иван Примеров// +7-495-000-00-11=phone",
		"Контакт для СМИ: Анна Пробная, +7-495-000-00-10":                                                         "Анна Пробная// +7-495-000-00-10=phone",
		"Media contact:\nAnn Example\nPress Officer\n+1-000-000-0010 ext. 55\nann@council.example":                "Ann Example/Press Officer/ +1-000-000-0010 ext. 55=phone ann@council.example",
		"Media Contact: Ann Example, +1-000-000-0010, ann@council.example":                                        "Ann Example// +1-000-000-0010=phone ann@council.example",
		"Дополнительная информация:\nАнна Пробная\nтел. +7-495-000-00-10":                                         "Анна Пробная// +7-495-000-00-10=phone",
		"За дополнительной информацией обращаться: Анна Пробная, +7-495-000-00-10":                                "Анна Пробная// +7-495-000-00-10=phone",
		"Для получения дополнительной информации:\nПресс-служба Совета\n+7-495-000-00-10":                         "/Пресс-служба/Совета +7-495-000-00-10=phone",
		"С уважением,\nАнна Пробная\nпресс-секретарь\n+7-495-000-00-10":                                           "Анна Пробная/пресс-секретарь/ +7-495-000-00-10=phone",
		"Контактное лицо: Анна Пробная\nТел.: +7-495-000-00-10\nЭл. почта: press@council.example":                 "Анна Пробная// +7-495-000-00-10=phone press@council.example",
		"Справки по телефону: +7-495-000-00-10":                                                                   "// +7-495-000-00-10=phone",
		"Пресс-служба: +7-495-000-00-10, +7-495-000-00-11; press@council.example; www.council.example":            "/Пресс-служба/ +7-495-000-00-10=phone +7-495-000-00-11=phone press@council.example www.council.example",
		"Пресс-секретарь Анна Пробная\nТел.: +7-495-000-00-10\nTelegram: @probnaya":                               "Анна Пробная/Пресс-секретарь/ +7-495-000-00-10=phone t.me/probnaya",
		"Пресс-секретарь Анна Пробная\nТел.: +7-495-000-00-10\nСайт: council.example":                             "Анна Пробная/Пресс-секретарь/ +7-495-000-00-10=phone council.example",
		"Пресс-центр Совета\n101000, г. Москва, ул. Пробная, д. 3\nТел.: +7-495-000-00-10":                        "/Пресс-центр/Совета +7-495-000-00-10=phone",
		"Пресс-секретарь Анна Пробная\nТел.: +7-495-000-00-10 (с 9:00 до 18:00)":                                  "Анна Пробная/Пресс-секретарь/ +7-495-000-00-10 (с 9:00 до 18:00)=phone",
		"Пресс-секретарь Анна Пробная, моб. +7-900-000-00-10":                                                     "Анна Пробная/Пресс-секретарь/ +7-900-000-00-10=mobile",
		"Начальник отдела Иван Примеров (+7-495-000-00-10)":                                                       "Иван Примеров/Начальник отдела/ +7-495-000-00-10=phone",
		"Анна Пробная – пресс-секретарь Совета\n+7-495-000-00-10":                                                 "Анна Пробная/пресс-секретарь/Совета +7-495-000-00-10=phone",
		"Пробная Анна Ивановна\nПресс-секретарь\nтел.: +7-495-000-00-10":                                          "Пробная Анна Ивановна/Пресс-секретарь/ +7-495-000-00-10=phone",
		"Press Office of the Council\nPhone: +1-000-000-0010\nFax: +1-000-000-0011\nEmail: press@council.example": "/Press Office of the Council/ +1-000-000-0010=phone +1-000-000-0011=fax press@council.example",
		"For more information:\nAnn Example, spokesperson\nTel. +44 0000 000010, Mob. +44 0000 000011":            "Ann Example/spokesperson/ +44 0000 000010=phone +44 0000 000011=mobile",
	} {
		for _, rule := range []string{"_____________\n", "***\n", "###\n", "* * *\n", "-----\n", ""} {
			found, err := Read(Source{Data: []byte(text + rule + block + "\n")})
			if err != nil || len(found.Releases) != 1 {
				t.Errorf("%s%s: %d releases, %v", rule, block, len(found.Releases), err)
				continue
			}
			r := found.Releases[0]
			if got := contactsTold(r); got != want || len(r.Blocks) > 2 || r.Headline != "Совет принял план дорог" {
				t.Errorf("%s%s: got\n%s\nwant\n%s\n%d blocks, notes %q", rule, block, got, want, len(r.Blocks), r.Notes)
			}
			if lost := lostWords(text+block, found.Releases); len(without(lost)) > 0 {
				t.Errorf("%s%s: lost %q", rule, block, lost)
			}
		}
	}
}

// without leaves out words that the kind of a field says.
func without(words []string) []string {
	var rest []string
	for _, w := range words {
		switch strings.ToLower(w) {
		case "тел", "телефон", "т", "ф", "моб", "раб", "эл", "e", "mail", "email", "сайт", "phone", "fax", "tel", "mob", "telegram", "факс", "контактное", "лицо", "контакты", "контакт", "для", "сми", "media", "contact":
		default:
			rest = append(rest, w)
		}
	}
	return rest
}

func contactsTold(r release.Release) string {
	var all []string
	for _, c := range r.Contacts {
		one := c.Name + "/" + c.Post + "/" + c.Organisation
		for _, p := range c.Phones {
			one += " " + p.Number + "=" + string(p.Kind)
		}
		for _, address := range []string{c.Email, c.Site} {
			if address != "" {
				one += " " + address
			}
		}
		all = append(all, one)
	}
	return strings.Join(all, " | ")
}

// TestItemsThatAreNoContacts stay a list: addresses on the web, and sentences.
func TestItemsThatAreNoContacts(t *testing.T) {
	for _, items := range []string{
		"Дополнительная информация:\n- council.example/plan\n- council.example/roads",
		"Дополнительная информация:\n- Записаться можно по телефону +7 495 000-00-01.\n- Написать можно на mail@council.example.",
	} {
		r := readSingle(t, plan+items)
		if len(r.Contacts) > 0 || len(r.Blocks) == 0 || r.Blocks[len(r.Blocks)-1].Kind != release.List {
			t.Errorf("%s: %s, blocks %+v", items, contactsIn(r), r.Blocks)
		}
	}
}
