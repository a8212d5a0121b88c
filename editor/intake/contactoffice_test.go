package intake

import (
	"testing"
)

// TestOfficesAndTheirPeople gives each contact the office that a block says is his, and keeps what has no field.
func TestOfficesAndTheirPeople(t *testing.T) {
	for name, c := range map[string]struct{ block, want string }{
		"a head below the numbers":      {"Пресс-центр фонда «Реки»\nтел. (8202) 00-21-07\nРуководитель – Анна Пробная", "Анна Пробная|Руководитель|Пресс-центр, фонда «Реки»|phone (8202) 00-21-07||"},
		"a head who is reached":         {"Пресс-центр фонда «Реки»\nтел. (8202) 00-21-07\nРуководитель – Анна Пробная, 00-21-08", "|Пресс-центр|фонда «Реки»|phone (8202) 00-21-07||\nАнна Пробная|Руководитель||phone 00-21-08||"},
		"the head of a department":      {"Управление информации фонда «Реки»\nТел.: 00-41-13\nНачальник управления – Пробная Ю. В.", "Пробная Ю. В.|Начальник управления|Управление информации, фонда «Реки»|phone 00-41-13||"},
		"each of two in Russian":        {"От завода «Луч»:\nАнна Пробная, +7 921 000-41-15\nОт банка «Берег»:\nГлеб Пробный, +7 921 000-41-16", "Анна Пробная||завода «Луч»|phone +7 921 000-41-15||\nГлеб Пробный||банка «Берег»|phone +7 921 000-41-16||"},
		"yours in one line":             {"С уважением, Ваша пресс-служба.", "|пресс-служба|||\nnotes: С уважением, Ваша"},
		"who prepared it":               {"Материал подготовлен отделом коммуникаций фонда «Реки»\n00-41-17, com@rivers.example", "|отдел коммуникаций|фонда «Реки»|phone 00-41-17|com@rivers.example|\nnotes: Материал подготовлен"},
		"when lines are open":           {"Marsh Trust Press Office\nTelephone: 0300 000 0154\nLines are open Monday to Friday, 9am to 5pm.", "|Marsh Trust Press Office||phone 0300 000 0154||\nnotes: Lines are open Monday to Friday, 9am to 5pm."},
		"an office and its site":        {"Пресс-служба фонда «Реки»\nrivers.example", "|Пресс-служба|фонда «Реки»||rivers.example"},
		"a line for the media":          {"БАҚ өкілдері үшін: Гүлнар Сынақова, баспасөз хатшысы, +7 777 000 51 18", "Гүлнар Сынақова|баспасөз хатшысы||phone +7 777 000 51 18||\nnotes: БАҚ өкілдері үшін:"},
		"numbers that a state gives":    {"Контакты:\nФонд «Реки»\nИНН 0000000000, ОГРН 0000000000000\n00-51-26", "||Фонд «Реки»|phone 00-51-26||\nnotes: Контакты:\nИНН 0000000000, ОГРН 0000000000000"},
		"a sentence that ends with X":   {"For more information visit marsh.example or follow @marshtrust on X.\nMedia: Ann Sample, ann@marsh.example", "Ann Sample|Media||ann@marsh.example|\ntext: For more information visit marsh.example or follow @marshtrust on X."},
		"a main number":                 {"Main: 202-224-0175\nPress: 202-224-0176, press@sample.example", "|Main||phone 202-224-0175||\n|Press||phone 202-224-0176|press@sample.example|"},
		"who is no head":                {"Контакты:\nПресс-центр фонда «Реки»\nтел. (8202) 00-21-07\nглавный инженер завода Анна Пробная", "|Пресс-центр|фонда «Реки»|phone (8202) 00-21-07||\nАнна Пробная|главный инженер завода|||\nnotes: Контакты:"},
		"when an office answers":        {"Press office: 020 7946 0122\nEmail: press@marsh.example\nThe press office is open 8.30am to 6pm, Monday to Friday.", "|Press office||phone 020 7946 0122|press@marsh.example|\nnotes: The press office is open 8.30am to 6pm, Monday to Friday."},
		"a town and a street":           {"Контакты:\nПресс-служба\nтел. 00-40-05\nЕкатеринбург, Пробная, 37А", "|Пресс-служба||phone 00-40-05||\ntext: Екатеринбург, Пробная, 37А\nnotes: Контакты:"},
		"who issues, above an agency":   {"SOURCE: Northwind Energy\nMedia Contact:\nAnn Sample\nSample & Co. Communications\n(212) 555-0121", "Ann Sample||Sample & Co. Communications|phone (212) 555-0121||\nnotes: Media Contact:\nSOURCE: Northwind Energy"},
		"who issues, and nobody else":   {"SOURCE: Northwind Energy\nMedia Contact:\nAnn Sample\n(212) 555-0121", "Ann Sample||Northwind Energy|phone (212) 555-0121||\nnotes: Media Contact:"},
		"each of two parties":           {"For Northwind Energy:\nMedia: Ann Sample, 937 555 0131\nInvestors: Joe Sample, 937 555 0132\nFor the City of Dayton:\nPat Sample, 937 555 0133", "Ann Sample|Media|Northwind Energy|phone 937 555 0131||\nJoe Sample|Investors|Northwind Energy|phone 937 555 0132||\nPat Sample||City of Dayton|phone 937 555 0133||"},
		"yours":                         {"С уважением,\nВаш PR-отдел\nтел. 00-21-33", "|PR-отдел||phone 00-21-33||\nnotes: С уважением,\nВаш"},
		"a press office that signs":     {"Пресс-служба фонда «Реки»", "|Пресс-служба|фонда «Реки»||"},
		"one in Kazakh":                 {"Министрліктің баспасөз қызметі", "|Министрліктің баспасөз қызметі|||"},
		"a heading that says so":        {"Пресс-служба фонда «Реки» сообщает, что работы начнутся весной", "text: Пресс-служба фонда «Реки» сообщает, что работы начнутся весной"},
		"a line of a list":              {"Участники:\n\nПресс-служба фонда «Реки»", "text: Участники:\ntext: Пресс-служба фонда «Реки»"},
		"an office that says who asks":  {"Музей камня, г. Екатеринбург, ул. Пробная, 37\nТел.: (343) 000-31-08\nКонтакт для прессы: Анна Пробная, 000-31-09", "|||phone (343) 000-31-08||\nАнна Пробная|||phone 000-31-09||\ntext: Музей камня, г. Екатеринбург, ул. Пробная, 37"},
		"who gave it":                   {"Информация предоставлена пресс-службой фонда «Реки»\nТел. 00-31-16", "|пресс-служба|фонда «Реки»|phone 00-31-16||\nnotes: Информация предоставлена"},
		"of a member of parliament":     {"Contact: Ann Sample (Sen. Sample), 202-224-0148; Joe Sample (Sen. Testing), 202-224-0149", "Ann Sample||Sen. Sample|phone 202-224-0148||\nJoe Sample||Sen. Testing|phone 202-224-0149||"},
		"a telephone for the deaf":      {"Contact:\nOffice of Communications\n202-224-0146\nTTY 202-224-0147\ninfo@sample.example", "|Office of Communications||phone 202-224-0146|phone TTY 202-224-0147|info@sample.example|\nnotes: Contact:"},
		"who wrote it, in Kazakh":       {"Орындаушы: Айгерім Сынақова\nтел.: 00-31-23", "Айгерім Сынақова|||phone 00-31-23||\nnotes: Орындаушы:"},
		"where one asks to be admitted": {"Аккредитация: https://museum.example/akkr\nКонтакт: Анна Пробная, 8-912-000-31-33", "Анна Пробная|||phone 8-912-000-31-33||\ntext: Аккредитация: https://museum.example/akkr"},
	} {
		if got := contactBlock(t, c.block); got != c.want {
			t.Errorf("%s\n got  %q\n want %q", name, got, c.want)
		}
	}
}
