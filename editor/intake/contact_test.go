package intake

import (
	"fmt"
	"strings"
	"testing"

	"communique/editor/intake/contact"
	"communique/editor/release"
)

// The lines of a contact block, as offices write them.
func TestContactBlocks(t *testing.T) {
	for name, tt := range map[string]struct{ block, want string }{
		"a phone":                    {"+7-000-000-00-01", "{   +7-000-000-00-01/phone  }"},
		"words before":               {"тел.: +7-000-000-00-01\nфакс +7-000-000-00-02\nтел./факс: +7-000-000-00-03\nмоб. +7-000-000-00-04", "{   +7-000-000-00-01/phone +7-000-000-00-02/fax +7-000-000-00-03/phone-fax +7-000-000-00-04/mobile  }"},
		"words behind":               {"+7-000-000-00-01-тел/факс\n+7-000-000-00-02 – факс\n+7-000-000-00-03 (моб.)", "{   +7-000-000-00-01/phone-fax +7-000-000-00-02/fax +7-000-000-00-03/mobile  }"},
		"in English":                 {"Phone: +1 202 555 0123\nFax: +1 202 555 0124\nMobile: +1 202 555 0125\nTel. (202) 555-0126", "{   +1 202 555 0123/phone +1 202 555 0124/fax +1 202 555 0125/mobile (202) 555-0126/phone  }"},
		"a number with a remark":     {"+7-000-000-00-01 доб. 15", "{   +7-000-000-00-01 доб. 15/phone  }"},
		"mail":                       {"press@council.example", "{    press@council.example }"},
		"mail with its name":         {"E-mail: press@council.example\nэл. почта: b@council.example;", "{    press@council.example } {    b@council.example }"},
		"two mails in a line":        {"Отдел печати\nПочта: press@council.example, info@council.example.", "{ Отдел печати   press@council.example } {    info@council.example }"},
		"mail beside a number":       {"+7-000-000-00-01, press@council.example\nтел. +7-000-000-00-02, info@council.example", "{   +7-000-000-00-01/phone press@council.example } {   +7-000-000-00-02/phone info@council.example }"},
		"two sites":                  {"Отдел печати\n+7-000-000-00-01\nСайт: www.council.example.\nTelegram: t.example/council", "{ Отдел печати  +7-000-000-00-01/phone  www.council.example} {     t.example/council}"},
		"a site":                     {"+7-000-000-00-01\nhttps://council.example/a", "{   +7-000-000-00-01/phone  https://council.example/a}"},
		"a name with post and firm":  {"Пресс-секретарь Совета Пётр Образцов\n+7-000-000-00-01", "{Пётр Образцов Пресс-секретарь Совета +7-000-000-00-01/phone  }"},
		"a name with its patronymic": {"секретарь Образцов Пётр Ильич\n+7-000-000-00-01", "{Образцов Пётр Ильич секретарь  +7-000-000-00-01/phone  }"},
		"a rank below the post":      {"Пресс-секретарь Совета\nмайор Пётр Образцов\n+7-000-000-00-01", "{майор Пётр Образцов Пресс-секретарь Совета +7-000-000-00-01/phone  }"},
		"a rank of two words":        {"Начальник штаба\nгенерал-майор юстиции Пётр Образцов\n+7-000-000-00-01", "{генерал-майор юстиции Пётр Образцов Начальник штаба  +7-000-000-00-01/phone  }"},
		"a woman's patronymic":       {"секретарь Анна Ильинична Озерова\n+7-000-000-00-01", "{Анна Ильинична Озерова секретарь  +7-000-000-00-01/phone  }"},
		"three capitals":             {"Секретарь Пробный Пётр Образцов\n+7-000-000-00-01", "{Пробный Пётр Образцов Секретарь  +7-000-000-00-01/phone  }"},
		"a double name":              {"секретарь Анна Озерова-Пробная\n+7-000-000-00-01", "{Анна Озерова-Пробная секретарь  +7-000-000-00-01/phone  }"},
		"initials":                   {"секретарь И. Пробный\n+7-000-000-00-01", "{И. Пробный секретарь  +7-000-000-00-01/phone  }"},
		"two people":                 {"секретарь Пётр Образцов\n+7-000-000-00-01\nпомощник Анна Озерова\n+7-000-000-00-02", "{Пётр Образцов секретарь  +7-000-000-00-01/phone  } {Анна Озерова помощник  +7-000-000-00-02/phone  }"},
		"an office without a name":   {"Отдел печати Совета\n+7-000-000-00-01", "{ Отдел печати Совета +7-000-000-00-01/phone  }"},
		"a firm in quotes":           {"секретарь «Пробы» Пётр Образцов\n+7-000-000-00-01", "{Пётр Образцов секретарь «Пробы» +7-000-000-00-01/phone  }"},
	} {
		t.Run(name, func(t *testing.T) {
			r := readSingle(t, "Совет принял план\n\n10 июня 2024 года в Алматы прошла сессия Совета.\n______\n"+tt.block)
			if got := described(r.Contacts); got != tt.want || len(r.Blocks) != 0 {
				t.Errorf("got %s, blocks %+v", got, r.Blocks)
			}
		})
	}
}

// What stands under a rule and is no contact stays in the text.
func TestUnderARule(t *testing.T) {
	const head = "Совет принял план\n\n10 июня 2024 года в Алматы прошла сессия Совета.\n______\n"
	for name, tt := range map[string]struct {
		below    string
		contacts int
		blocks   string
	}{
		"nothing":                   {"", 0, "______"},
		"nobody to reach":           {"Пётр Образцов", 0, "______|Пётр Образцов"},
		"a sentence within":         {"Пётр Образцов\n+7-000-000-00-01\nСтороны обсудили план и разошлись.", 1, "Стороны обсудили план и разошлись."},
		"too much":                  {strings.Repeat("+7-000-000-00-01\n", 25), 0, "______" + strings.Repeat("|+7-000-000-00-01", 25)},
		"just not too much":         {strings.Repeat("+7-000-000-00-01\n", 24), 1, ""},
		"an address":                {"Совет содружества\n101000, г. Москва, Пробный пер., д. 3/2\n+7-000-000-00-01", 1, "101000, г. Москва, Пробный пер., д. 3/2"},
		"an address first":          {"101000, г. Москва, Пробный пер., д. 3/2\n+7-000-000-00-01", 1, "101000, г. Москва, Пробный пер., д. 3/2"},
		"what nobody knows, first":  {"Вторая новость об учениях\n+7-000-000-00-01", 1, ""},
		"what nobody knows, second": {"+7-000-000-00-01\nВторая новость об учениях", 1, "Вторая новость об учениях"},
		"a source":                  {"Пресс-служба Совета\nПерепечатка — sample.example", 0, "______|Пресс-служба Совета|Перепечатка — sample.example"},
		"a name, not an address":    {"+7-000-000-00-01\nА.И.Пробная", 1, "А.И.Пробная"},
		"the last rule":             {"Стороны обсудили план.\n_____\n+7-000-000-00-01", 1, "______|Стороны обсудили план."},
	} {
		t.Run(name, func(t *testing.T) {
			r := readSingle(t, head+tt.below)
			var blocks []string
			for _, b := range r.Blocks {
				blocks = append(blocks, b.Text)
			}
			if got := strings.Join(blocks, "|"); len(r.Contacts) != tt.contacts || got != tt.blocks {
				t.Errorf("%d contacts, blocks %s", len(r.Contacts), got)
			}
		})
	}
	for line, want := range map[string]int{
		"Contact: Ann Example, 202/555-0123": 1, "Media contact: Ann Example, 202/555-0123; Bob Sample, 202/555-0145.": 2, "Пресс-служба: Анна Примерова, +7-000-000-00-01": 1,
		"Contact: the press office, 202/555-0123": 1, "Contact: Ann Example": 0, "Contact: Ann Example, today": 0, "Contact: Ann, 202/555-0123": 1,
		"Contact: Ann Example, 202/555-0123; Bob": 1, "Contact: One Two Three Four Five, 202/555-0123": 1,
	} {
		r := readSingle(t, "Council Adopts a Plan\n\nThe Council adopted a plan today.\n\nIt is good.\n\n"+line)
		if len(r.Contacts) != want || want == 0 && (len(r.Blocks) == 0 || r.Blocks[len(r.Blocks)-1].Text != line) {
			t.Errorf("%s: %+v, %+v", line, r.Contacts, r.Blocks)
		}
	}
}

func described(contacts []release.Contact) string {
	var all []string
	for _, c := range contacts {
		var phones []string
		for _, p := range c.Phones {
			phones = append(phones, p.Number+"/"+string(p.Kind))
		}
		all = append(all, fmt.Sprintf("{%s %s %s %s %s %s}", c.Name, c.Post, c.Organisation, strings.Join(phones, " "), c.Email, c.Site))
	}
	return strings.Join(all, " ")
}

// Who is asked, in any order and in words of any office, with a rule above or without.
func TestWhoIsAsked(t *testing.T) {
	for name, tt := range map[string]struct{ block, want, notes string }{
		"a heading":                   {"Контакты для СМИ:\nАнна Пробная, пресс-секретарь\nтел. +7-000-000-00-01, факс +7-000-000-00-02", "{Анна Пробная пресс-секретарь  +7-000-000-00-01/phone +7-000-000-00-02/fax  }", "Контакты для СМИ:"},
		"a heading in the same line":  {"Контактное лицо: Пробная Анна Ивановна\nТелефон: 8 000 000-00-01", "{Пробная Анна Ивановна   8 000 000-00-01/phone  }", ""},
		"what to ask":                 {"По вопросам аккредитации: Анна Пробная, +7 000 000 00 01", "{Анна Пробная   +7 000 000 00 01/phone  }", "По вопросам аккредитации:"},
		"stars above":                 {"***\nПресс-служба Совета\n+7 000 000-00-01", "{ Пресс-служба Совета +7 000 000-00-01/phone  }", ""},
		"a dash":                      {"Пресс-секретарь — Анна Пробная, +7 000 000 00 01, press@council.example", "{Анна Пробная Пресс-секретарь  +7 000 000 00 01/phone press@council.example }", ""},
		"bars":                        {"Анна Пробная | Пресс-секретарь | +7 000 000 00 01 | press@council.example", "{Анна Пробная Пресс-секретарь  +7 000 000 00 01/phone press@council.example }", ""},
		"two people":                  {"Дополнительная информация:\nИван Пробный, +7 000 000-00-01 (WhatsApp)\nОльга Образцова, +7 000 000-00-02", "{Иван Пробный   +7 000 000-00-01 (WhatsApp)/phone  } {Ольга Образцова   +7 000 000-00-02/phone  }", "Дополнительная информация:"},
		"two people in a line":        {"Контакты: Иван Пробный, +7 000 000-00-01; Ольга Образцова, +7 000 000-00-02", "{Иван Пробный   +7 000 000-00-01/phone  } {Ольга Образцова   +7 000 000-00-02/phone  }", ""},
		"a courtesy":                  {"С уважением,\nпресс-служба\n+7 000 000-00-01", "{ пресс-служба  +7 000 000-00-01/phone  }", "С уважением,"},
		"a courtesy in the same line": {"С уважением, Анна Пробная, +7 000 000-00-01", "{Анна Пробная   +7 000 000-00-01/phone  }", "С уважением,"},
		"the post below the name":     {"Анна Пробная\nпресс-секретарь\nПробной организации\nтел.: +7 000 000-00-01", "{Анна Пробная пресс-секретарь Пробной организации +7 000 000-00-01/phone  }", ""},
		"two posts":                   {"Анна Пробная, пресс-секретарь, начальник управления\n+7 000 000-00-01", "{Анна Пробная пресс-секретарь, начальник управления  +7 000 000-00-01/phone  }", ""},
		"an office, then a person":    {"Пресс-служба Совета\nпресс-секретарь Анна Пробная\n+7 000 000-00-01", "{Анна Пробная пресс-секретарь Пресс-служба Совета +7 000 000-00-01/phone  }", ""},
		"capitals":                    {"ПРЕСС-СЕКРЕТАРЬ СОВЕТА\nПЁТР ОБРАЗЦОВ\nтел: +7-000-000-00-01", "{ПЁТР ОБРАЗЦОВ ПРЕСС-СЕКРЕТАРЬ СОВЕТА +7-000-000-00-01/phone  }", ""},
		"a post is no name":           {"Пресс-секретарь Совета\n+7-000-000-00-01", "{ Пресс-секретарь Совета +7-000-000-00-01/phone  }", ""},
		"initials behind":             {"Пробный И.П., тел. 22-22-22\nОбразцова А. Ф., тел. 33-33-33", "{Пробный И.П.   22-22-22/phone  } {Образцова А. Ф.   33-33-33/phone  }", ""},
		"in English":                  {"###\n\nMedia contact:\nAnn Example\nHead of Media Relations\nCouncil of Samples\nann@council.example | +1 202 555 0123 ext. 55", "{Ann Example Head of Media Relations Council of Samples +1 202 555 0123 ext. 55/phone ann@council.example }", "Media contact:"},
		"an English office":           {"Contact: the press office, +1 202 555 0123", "{ the press office  +1 202 555 0123/phone  }", ""},
		"a short number":              {"Пресс-центр\n00-00-01", "{ Пресс-центр  00-00-01/phone  }", ""},
		"a post like a verb":          {"Отдел печати\nАнна Пробная, начальник отдела\n+7 000 000-00-01", "{Анна Пробная начальник отдела Отдел печати +7 000 000-00-01/phone  }", ""},
		"spaced initials":             {"А. И. Пробная\n+7 000 000-00-01\nТихая А. И.\n+7 000 000-00-02", "{А. И. Пробная   +7 000 000-00-01/phone  } {Тихая А. И.   +7 000 000-00-02/phone  }", ""},
		"English initials":            {"Press contact:\nSecretary J. R. Example\n+1 202 555 0123", "{J. R. Example Secretary  +1 202 555 0123/phone  }", "Press contact:"},
		"a site among the rest":       {"Пресс-служба, press@council.example, www.council.example, +7 000 000-00-01", "{ Пресс-служба  +7 000 000-00-01/phone press@council.example www.council.example}", ""},
		"a number for both":           {"Анна Пробная, тел. (WhatsApp): +7 000 000-00-01\nТел./WhatsApp: +7 000 000-00-02", "{Анна Пробная   тел. (WhatsApp): +7 000 000-00-01/phone Тел./WhatsApp: +7 000 000-00-02/phone  }", ""},
		"messengers":                  {"Пресс-служба\nTelegram: @council_press\nWhatsApp: +7 000 000-00-01", "{ Пресс-служба  WhatsApp: +7 000 000-00-01/phone  t.me/council_press}", ""},
	} {
		for _, rule := range []string{"\n\n", "\n______\n"} {
			r := readSingle(t, "Совет принял план\n\n10 июня 2024 года в Алматы прошла сессия Совета.\n\nСтороны обсудили план."+rule+tt.block)
			blocks := len(r.Blocks)
			if got := described(r.Contacts); got != tt.want || r.Notes != tt.notes || blocks != 1 && (rule == "\n\n" || !contact.Signs.MatchString(r.Blocks[blocks-1].Text)) {
				t.Errorf("%s after %q: got %s, notes %q, blocks %+v", name, rule, got, r.Notes, r.Blocks)
			}
		}
	}
}

// What ends a text and reaches nobody, or says something of its own, stays in it.
func TestWhatIsNoContact(t *testing.T) {
	for _, end := range []string{
		"Президент Республики Иван Пробный\nМинистр Пётр Образцов",
		"Иван Пробный, Министр иностранных дел",
		"Аккредитация по телефону +7 000 000 00 01 до 10 сентября.",
		"Телефон горячей линии 8 000 000 00 01",
		"Пресс-служба приняла 112 вопросов, 2023–2024",
		"Анна Пробная, 10.06.2024",
		"Анна Пробная, 10/06/2024",
		"Анна Пробная\nс 2024-06-10",
		"@council_press",
		"press@council.example",
		"Фото: Анна Пробная",
		"Министр Иван Пробный\nПосол Пётр Образцов\nhttps://council.example/a",
		"Министр Иван Пробный\nПосол Пётр Образцов\n+7 000 000 00 01",
		"Министр Иван Пробный\nwww.council.example",
	} {
		text := "Совет принял план\n\n10 июня 2024 года в Алматы прошла сессия Совета.\n\nСтороны обсудили план.\n\n"
		r := readSingle(t, text+end)
		var blocks []string
		for _, b := range r.Blocks {
			blocks = append(blocks, b.Text)
		}
		if got := strings.Join(blocks, "\n"); len(r.Contacts) != 0 || got != "Стороны обсудили план.\n"+end {
			t.Errorf("%s: %s, blocks %s", end, described(r.Contacts), got)
		}
	}
}
