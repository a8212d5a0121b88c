package intake

import (
	"testing"
)

// TestDesksAndMessengers keeps whose a desk is, by which messenger a number answers, and what is no office out of that field.
func TestDesksAndMessengers(t *testing.T) {
	for name, c := range map[string]struct{ block, want string }{
		"whose a media line is":           {"Contact:\nNorthwind Energy Media Line: 937-555-0114\nmedia@northwind.example", "|Northwind Energy Media Line||phone 937-555-0114|media@northwind.example|\nnotes: Contact:"},
		"a media line alone":              {"Contact:\nMedia Line: 937-555-0114", "|Media Line||phone 937-555-0114||\nnotes: Contact:"},
		"an account with its network":     {"Media contact:\nAnn Sample\n937-555-0114\n@NorthwindEnergy on X", "Ann Sample|||phone 937-555-0114||\nnotes: Media contact:\n@NorthwindEnergy on X"},
		"a network in brackets":           {"Media contact:\nAnn Sample\n937-555-0114\n@northwind (Instagram)", "Ann Sample|||phone 937-555-0114||\nnotes: Media contact:\n@northwind (Instagram)"},
		"a heading that is no office":     {"For media enquiries\nUK: Ann Sample, +44 20 7946 0130\nJoe Sample, +41 22 000 01 32", "Ann Sample|||phone +44 20 7946 0130||\nJoe Sample|||phone +41 22 000 01 32||\nnotes: For media enquiries\nUK:"},
		"for help at once":                {"For Immediate Assistance: Call Ann Sample at (202) 555-0127 or email ann@sample.example.", "Ann Sample|||phone (202) 555-0127|ann@sample.example|\nnotes: For Immediate Assistance: Call"},
		"an office that is to be asked":   {"Contact the Marsh Trust press office: press@marsh.example, 020 7946 0125", "|Marsh Trust press office||phone 020 7946 0125|press@marsh.example|\nnotes: Contact the"},
		"one without whose it is":         {"Please contact our media team on 020 7946 0125", "|media team||phone 020 7946 0125||\nnotes: Please contact our"},
		"somebody, and no office":         {"Contact the Reverend Ann Sample: 020 7946 0125", "|||phone 020 7946 0125||\nnotes: Contact the Reverend Ann Sample:"},
		"whose press office":              {"Press Office of Senator Ann Sample\nDirksen Building, Washington, DC 20510\nPhone: (202) 555-0121", "||Press Office of Senator Ann Sample|phone (202) 555-0121||\ntext: Dirksen Building, Washington, DC 20510"},
		"a museum of the state":           {"Организатор: ГБУК «Музей камня»\nКонтакты: Рената Пробная, 8-912-000-11-25", "Рената Пробная||ГБУК «Музей камня»|phone 8-912-000-11-25||"},
		"a messenger of 2025":             {"Контакты для СМИ:\nРената Пробная\nMAX: 8-912-000-11-25", "Рената Пробная|||phone MAX: 8-912-000-11-25||\nnotes: Контакты для СМИ:"},
		"two messengers":                  {"Контакты для СМИ:\nРената Пробная\nWhatsApp, Max: 8-912-000-11-25\n8-912-000-11-27 (МАКС)", "Рената Пробная|||phone WhatsApp, Max: 8-912-000-11-25|phone 8-912-000-11-27 (МАКС)||\nnotes: Контакты для СМИ:"},
		"somebody who is called Max":      {"Contact: Max Sample: 937-555-0114", "Max Sample|||phone 937-555-0114||"},
		"a mobile that messengers answer": {"Media contact\nAnn Sample\n+44 7700 900126 (mobile and WhatsApp)", "Ann Sample|||mobile +44 7700 900126 (mobile and WhatsApp)||\nnotes: Media contact"},
	} {
		if got := contactBlock(t, c.block); got != c.want {
			t.Errorf("%s\n got  %q\n want %q", name, got, c.want)
		}
	}
}

// TestPicturesForWords reads the small pictures that stand before numbers as what they say, and blocks that a last sentence ends.
func TestPicturesForWords(t *testing.T) {
	for name, c := range map[string]struct{ block, want string }{
		"pictures":                    {"Контакты для СМИ:\n👤 Анна Пробная\n☎️ 8 (343) 000-12-21\n📱 +7 912 000-12-22\n📠 8 (343) 000-12-24\n📧 press@council.example\n🌐 council.example\n📍 г. Пробск, ул. Пробная, 5", "Анна Пробная|||phone 8 (343) 000-12-21|mobile +7 912 000-12-22|fax 8 (343) 000-12-24|press@council.example|council.example\ntext: 📍 г. Пробск, ул. Пробная, 5\nnotes: Контакты для СМИ:"},
		"a list with squares":         {"Контакты:\n▪ Анна Пробная, пресс-секретарь, 📞 +7 912 000-12-22\n▪ Иван Озеров, 📱 +7 912 000-12-23", "Анна Пробная|пресс-секретарь||phone +7 912 000-12-22||\nИван Озеров|||mobile +7 912 000-12-23||\nnotes: Контакты:"},
		"a sentence below":            {"По вопросам аккредитации СМИ:\nПресс-служба, Зоя Пробная\n8 (846) 000-12-01\nЗаявки принимаются до 12:00 10 сентября", "Зоя Пробная|Пресс-служба||phone 8 (846) 000-12-01||\ntext: Заявки принимаются до 12:00 10 сентября\nnotes: По вопросам аккредитации СМИ:"},
		"one in English":              {"Press enquiries: Ann Sample on 020 7946 0118 or ann@marsh.example\n\nImages are available from the press office.", "Ann Sample|||phone 020 7946 0118|ann@marsh.example|\ntext: Images are available from the press office."},
		"nobody named above it":       {"По вопросам участия обращайтесь по телефону 8 (846) 000-12-01.\n\nВход свободный.", "text: По вопросам участия обращайтесь по телефону 8 (846) 000-12-01.\ntext: Вход свободный."},
		"only a number above it":      {"Контакты: 8 (846) 000-12-01\n\nВход свободный.", "text: Контакты: 8 (846) 000-12-01\ntext: Вход свободный."},
		"a long sentence below":       {"Контакты для СМИ: Анна Пробная, 8 (846) 000-12-01\n\nУчастники заседания отметили, что работа над планом набережных продолжится до конца года, и договорились встретиться вновь весной в Пробске.", "text: Контакты для СМИ: Анна Пробная, 8 (846) 000-12-01\ntext: Участники заседания отметили, что работа над планом набережных продолжится до конца года, и договорились встретиться вновь весной в Пробске."},
		"a site above it":             {"Билеты можно купить на сайте www.council.example.\n\nВход для школьников свободный.", "text: Билеты можно купить на сайте www.council.example.\ntext: Вход для школьников свободный."},
		"two sentences below":         {"Press enquiries: Ann Sample on 020 7946 0118\n\nImages are available.\n\nThe Trust was founded in 1999.", "text: Press enquiries: Ann Sample on 020 7946 0118\ntext: Images are available.\ntext: The Trust was founded in 1999."},
		"a number of the switchboard": {"Начальник департамента печати\nР.Д. Пробный\nтел.: (846) 000-12-24, IP-тел.: 5577", "Р.Д. Пробный|Начальник департамента печати||phone (846) 000-12-24, IP-тел.: 5577||"},
		"a post above a name":         {"Официальный представитель компании\nМарк Пробный\nТел. для СМИ: +7 (8202) 00-12-18", "Марк Пробный|Официальный представитель компании||phone +7 (8202) 00-12-18||"},
		"an office above a name":      {"Пресс-служба\nМарк Пробный\nТел. для СМИ: +7 (8202) 00-12-18", "Марк Пробный|Пресс-служба||phone +7 (8202) 00-12-18||"},
		"whom one is pleased to call": {"For information please contact:\nThe Marsh Trust Media Team\nTel: 020 7946 0157\nFor urgent enquiries, please call 07700 900158", "|The Marsh Trust Media Team||phone 020 7946 0157|phone 07700 900158||\nnotes: For information please contact:\nFor urgent enquiries"},
		"whose an address of mail is": {"Контакты\nАлёна Пробная: +7 921 000-12-28\nОбщий e-mail пресс-службы: pr@council.example", "Алёна Пробная|||phone +7 921 000-12-28|pr@council.example|\nnotes: Контакты\nОбщий e-mail пресс-службы:"},
		"who answers behind a dash":   {"Контакты: +7 343 000-12-22 – администратор, +7 343 000-12-23 – пресс-служба, council.example", "|администратор||phone +7 343 000-12-22||\n|пресс-служба||phone +7 343 000-12-23||council.example"},
	} {
		if got := contactBlock(t, c.block); got != c.want {
			t.Errorf("%s\n got  %q\n want %q", name, got, c.want)
		}
	}
}

// TestFurtherLinesOfBlocks reads what stands within a block, or right below it, and kept all of it in the text.
func TestFurtherLinesOfBlocks(t *testing.T) {
	for name, c := range map[string]struct{ block, want string }{
		"a channel in a messenger":      {"Пресс-секретарь: Вадим Пробный\nТелефон: +7-937-000-13-16\nКанал в MAX: max.ru/council", "Вадим Пробный|Пресс-секретарь||phone +7-937-000-13-16||max.ru/council"},
		"to whose attention":            {"Contact\nNorthwind Energy, Inc.\nAttn: Ann Sample, Media\nTel 937.555.0186", "Ann Sample|Media|Northwind Energy, Inc.|phone 937.555.0186||\nnotes: Contact"},
		"a surname before its comma":    {"Name: Sample, Ann\nPhone: 937-555-0100", "Sample, Ann|||phone 937-555-0100||"},
		"a short word for a number":     {"Конт. тел.: 8 (846) 000-13-17 (Юрий Сергеевич)", "Юрий Сергеевич|||phone 8 (846) 000-13-17||"},
		"accounts without addresses":    {"Контакты для СМИ:\nПолина Пробная\nТелефон: +7 (846) 000-13-21\nМессенджеры: Telegram @probnaya_press, MAX", "Полина Пробная|||phone +7 (846) 000-13-21||\nnotes: Контакты для СМИ:\nМессенджеры: Telegram @probnaya_press, MAX"},
		"a sentence below an office":    {"Press office contact details:\nEmail: press@marsh.example\nTelephone: 0300 000 0178\nPlease do not use this number for general enquiries.", "|||phone 0300 000 0178|press@marsh.example|\ntext: Please do not use this number for general enquiries.\nnotes: Press office contact details:"},
		"notes to editors below a line": {"Media enquiries: Marsh Trust Press Office, press@marsh.example / 0300 000 0189\n\nNotes to Editors\n1. The Marsh Trust has 400 members.", "|Marsh Trust Press Office||phone 0300 000 0189|press@marsh.example|\ntext: Notes to Editors\ntext: 1. The Marsh Trust has 400 members."},
		"a line that asks nobody":       {"Media enquiries: press@marsh.example\n\nNotes to Editors\n1. The Marsh Trust has 400 members.", "text: Media enquiries: press@marsh.example\ntext: Notes to Editors\ntext: 1. The Marsh Trust has 400 members."},
	} {
		if got := contactBlock(t, c.block); got != c.want {
			t.Errorf("%s\n got  %q\n want %q", name, got, c.want)
		}
	}
}
