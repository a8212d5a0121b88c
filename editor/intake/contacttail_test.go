package intake

import (
	"testing"
)

// TestContactsOfPressPages reads blocks as the pages of press offices have them: below headings, in items, with labels in lines of their own.
func TestContactsOfPressPages(t *testing.T) {
	const head = "<h1>Совет принял план дорог</h1><p>8 мая 2025 года в Бишкеке прошла сессия Совета.</p><p>Стороны рады.</p>"
	for name, tt := range map[string]struct{ below, want, kept string }{
		"all in a heading":          {"<h3>Контакты для СМИ:<br>PR-менеджер Анна Пробная<br>e-mail: <a href=\"mailto:a@council.example\">a@council.example</a></h3>", "Анна Пробная;PR-менеджер;;;a@council.example;", ""},
		"headings that name":        {"<h2>Press</h2><h3>Ann Sample</h3><p><b>Head of Communications</b></p><p>Email: <a href=\"mailto:ann@trust.example\">ann@trust.example</a></p>", "Ann Sample;Head of Communications;;;ann@trust.example;", ""},
		"labels alone":              {"<dl><dt>Контактное лицо</dt><dd>Анна Пробная</dd><dt>Телефон</dt><dd>+7 8202 00 01 32</dd><dt>Электронная почта</dt><dd><a href=\"mailto:a@council.example\">a@council.example</a></dd></dl>", "Анна Пробная;;;phone +7 8202 00 01 32;a@council.example;", ""},
		"an address that is marked": {"<h4>Пресс-служба:</h4><address>А: 720000, Бишкек,<br>пр.&nbsp;Пробный, д.&nbsp;33<br>Т: 000-00-12<br>press@council.example</address>", ";Пресс-служба;;phone 000-00-12;press@council.example;", "А: 720000, Бишкек,|пр.\u00a0Пробный, д.\u00a033|"},
		"columns with a topic":      {"<h3>Контакты</h3><table><tr><th>По вопросам</th><th>Кто</th><th>Телефон</th></tr><tr><td>СМИ</td><td>Анна Пробная, пресс-секретарь</td><td>+7 8202 00 01 32</td></tr></table>", "Анна Пробная;пресс-секретарь;;phone +7 8202 00 01 32;;", ""},
		"an organisation above":     {"<p>Media contacts:</p><p>Sample Transit<br>Maytree Probe<br>(217) 555-0109<br>maytree@transit.example</p>", "Maytree Probe;;Sample Transit;phone (217) 555-0109;maytree@transit.example;", ""},
		"an account":                {"<p>Press office: 020 7946 0116<br>Twitter/X: @marshtrust</p>", ";Press office;;phone 020 7946 0116;;", ""},
		"an office each":            {"<table><tr><td>Пресс-служба музея</td><td>+7 8202 00 01 32<br>pr@museum.example</td></tr><tr><td>Касса</td><td>+7 8202 00 01 33</td></tr></table>", ";Пресс-служба музея;;phone +7 8202 00 01 32;pr@museum.example; || ;Касса;;phone +7 8202 00 01 33;;", ""},
		"a channel":                 {"<div>Пресс-служба завода</div><div>Телефон: 000-11-08</div><div>Подписывайтесь на наш канал: <a href=\"https://t.me/zavod_example/\">t.me/zavod_example</a></div>", ";Пресс-служба завода;;phone 000-11-08;;t.me/zavod_example", ""},
		"items alone":               {"<ul><li>Пресс-секретарь: <b>Анна Пробная</b></li><li>Тел.: +7 8202 00 01 32</li><li>E-mail: <a href=\"mailto:a@museum.example\">a@museum.example</a></li></ul>", "Анна Пробная;Пресс-секретарь;;phone +7 8202 00 01 32;a@museum.example;", ""},
		"items of people":           {"<ul><li>Пресс-секретарь: Анна Пробная</li><li>Директор: Глеб Тестов</li><li>Сайт: www.museum.example</li></ul>", "", "Пресс-секретарь: Анна Пробная\nДиректор: Глеб Тестов\nСайт: www.museum.example|"},
		"above what it is":          {"<h2>Media contact</h2><p>Ann Sample<br>Press Officer<br>Tel: 020 7946 0116</p><h2>About Bright Ocean</h2><p>Bright Ocean is a charity that studies the sea.</p>", "Ann Sample;Press Officer;;phone 020 7946 0116;;", ""},
		"a head over columns":       {"<table><tr><th colspan=2>Media Contact</th></tr><tr><td>Name</td><td>Ann Sample</td></tr><tr><td>Phone</td><td>217-555-0306 x12</td></tr></table>", "Ann Sample;;;phone 217-555-0306 x12;;", ""},
		"an office of Uzbek":        {"<p><b>Aloqa uchun:</b> Axborot xizmati, tel.: +998 71 000 31 06</p>", ";Axborot xizmati;;phone +998 71 000 31 06;;", ""},
		"told by a domain":          {"<p>Media contacts:</p><p>Sample Transit<br>Jo Probe | (217) 555-0109 | jo@transit.example</p>", "Jo Probe;;Sample Transit;phone (217) 555-0109;jo@transit.example;", ""},
		"above what a bank is":      {"<h4>Для прессы</h4><p>Анна Пробная<br>Тел.: 000-40-04</p><h4>О банке «Залив»</h4><p>Банк «Залив» основан в 1994 году.</p>", "Анна Пробная;;;phone 000-40-04;;", ""},
		"an address within":         {"<p>Музей камня<br>г. Бишкек, ул. Пробная, 26<br>Режим работы: вт–вс с 11.00 до 19.00<br>Справки по телефону: 000-40-19</p>", ";;Музей камня;phone 000-40-19;;", "г. Бишкек, ул. Пробная, 26|"},
		"lines of a paragraph":      {"<p>Media Contact:<br>Name: Ann Sample<br>Phone: 020 7946 0206<br>Available: Mon–Fri, 9am–5pm</p>", "Ann Sample;;;phone 020 7946 0206;;", ""},
		"a label over a label":      {"<p>Пресс-служба завода</p><p>Телефон:</p><p>000-20-10</p><p>E-mail:</p><p>Почта:</p><p>a@zavod.example</p>", ";Пресс-служба завода;;phone 000-20-10;a@zavod.example;", ""},
		"a heading of the text":     {"<h2>Итоги</h2><p>Подробности опубликованы на сайте Совета.</p>", "", "Итоги|Подробности опубликованы на сайте Совета.|"},
	} {
		r := readPage(t, head+tt.below)
		kept := ""
		for _, b := range r.Blocks[1:] {
			kept += b.Text + "|"
		}
		if got := contactsIn(r); got != tt.want || kept != tt.kept {
			t.Errorf("%s:\n got  %s, kept %q\n want %s, kept %q", name, got, kept, tt.want, tt.kept)
		}
	}
}

// TestContactsOfPressPagesInText reads such blocks in plain text and in Markdown.
func TestContactsOfPressPagesInText(t *testing.T) {
	for block, want := range map[string]string{
		"Контакт:\nПресс-служба совета\nТел.: +7 (495) 000-10-04, доб. 1205, 1206":                                                                                    "|Пресс-служба совета||phone +7 (495) 000-10-04, доб. 1205, 1206||\nnotes: Контакт:",
		"Контакт:\nПресс-служба совета\nТел.: 000-10-04, доб. 12, 34-56-78":                                                                                           "|Пресс-служба совета||phone 000-10-04, доб. 12|phone 34-56-78||\nnotes: Контакт:",
		"Приёмная: (485) 000-10-02, пресс-секретарь: (485) 000-10-03 (Инна Пробная), сайт: council.example":                                                           "|Приёмная||phone (485) 000-10-02||\nИнна Пробная|пресс-секретарь||phone (485) 000-10-03||council.example",
		"Пресс-служба администрации города Рыбинска\nтел. 000-10-01":                                                                                                  "|Пресс-служба|администрации города Рыбинска|phone 000-10-01||",
		"Аккредитация до 1 октября: Анна Пробная, pr@council.example\nЗаказ экскурсий: +7 (343) 000-10-30 (вт–вс, 11:00–19:00)\nАдрес: Екатеринбург, ул. Пробная, 26": "Анна Пробная|||phone Заказ экскурсий: +7 (343) 000-10-30 (вт–вс, 11:00–19:00)|pr@council.example|\ntext: Адрес: Екатеринбург, ул. Пробная, 26\nnotes: Аккредитация до 1 октября:",
		"По вопросам интервью обращайтесь к PR-директору Марине Пробной: +7 985 000-11-09.":                                                                           "Марина Пробная|PR-директор||phone +7 985 000-11-09||\nnotes: По вопросам интервью обращайтесь к",
		"**\nПресс-служба Городского совета\nул. Пробная, 12\nтел. 000-11-15\nчасы работы: пн.–чт. 9.00–18.00, пт. 9.00–17.00":                                        "|Пресс-служба|Городского совета|phone 000-11-15||\ntext: ул. Пробная, 12\nnotes: часы работы: пн.–чт. 9.00–18.00, пт. 9.00–17.00",
		"Остались вопросы? Звоните: 8 800 000-11-16\nДиректор Иван Пробный":                                                                                           "Иван Пробный|Директор||phone 8 800 000-11-16||\nnotes: Остались вопросы? Звоните:",
		"Kontakt\nStadtmuseum Kassel\nPresse- und Öffentlichkeitsarbeit\nUwe Muster\nT +49 561 000-1312":                                                              "Uwe Muster|Presse- und Öffentlichkeitsarbeit|Stadtmuseum Kassel|phone +49 561 000-1312||\nnotes: Kontakt",
		"Контакты организаторов\nМузей камня\nТелефон: 000-20-22":                                                                                                     "||Музей камня|phone 000-20-22||\nnotes: Контакты организаторов",
		"Пресс-служба завода\nТел.: 000-20-10\nПресс-секретарь: Ольга Пробная":                                                                                        "Ольга Пробная|Пресс-секретарь|Пресс-служба завода|phone 000-20-10||",
		"Пресс-служба ООО «Луч»: Вологодская область, г. Череповец, ул. Пробная, 8; тел. (8202) 00-20-16":                                                             "|Пресс-служба|ООО «Луч»|phone (8202) 00-20-16||\nnotes: Вологодская область, г. Череповец, ул. Пробная, 8",
		"Пресс-служба Городского совета Самары\nтел. 000-20-15":                                                                                                       "|Пресс-служба|Городского совета Самары|phone 000-20-15||",
		"Пресс-служба городского совета Самары\nтел. 000-20-15":                                                                                                       "|Пресс-служба|городского совета Самары|phone 000-20-15||",
		"По вопросам съёмки: Злата Пробная, пресс-секретарь музея,\n000-40-17, zlata@museum.example\nГрупповые заявки: 8 (343) 000-40-18":                             "Злата Пробная|пресс-секретарь музея||phone 000-40-17|phone Групповые заявки: 8 (343) 000-40-18|zlata@museum.example|\nnotes: По вопросам съёмки:",
		"Всего доброго,\nДина Пробная,\nпресс-служба администрации Рыбинска":                                                                                          "Дина Пробная|пресс-служба|администрации Рыбинска||\nnotes: Всего доброго,",
		"Тамос:\nСухангӯ: Зебо Намунаева, тел. 900-00-41-06":                                                                                                          "Зебо Намунаева|Сухангӯ||phone 900-00-41-06||\nnotes: Тамос:",
		"Pressekontakt\nStadt Kassel, Pressestelle\nJule Beispiel\nTelefon: 0561 000-1212":                                                                            "Jule Beispiel|Pressestelle|Stadt Kassel|phone 0561 000-1212||\nnotes: Pressekontakt",
		"Media Contact:\nName: Nora Sample\nTitle: Press Lead\nPhone: 020 7946 0206\nAvailable: Mon–Fri, 9am–5pm":                                                     "Nora Sample|Press Lead||phone 020 7946 0206||\nnotes: Media Contact:\nAvailable: Mon–Fri, 9am–5pm",
	} {
		if got := contactBlock(t, block); got != want {
			t.Errorf("%s\n got  %q\n want %q", block, got, want)
		}
	}
}

// TestAnOrganisationOverAName is that of whoever is named below it, in whatever language, and though somebody above is of it too; an office is his post.
func TestAnOrganisationOverAName(t *testing.T) {
	for block, want := range map[string]string{
		"Контакт:\nСекретариат Совета\nАнна Пробная\nтел. 000-00-11":                                                     "Анна Пробная||Секретариат Совета|phone 000-00-11||\nnotes: Контакт:",
		"Контакт:\nСовета содружества\nАнна Пробная\nтел. 000-00-11":                                                     "Анна Пробная||Совета содружества|phone 000-00-11||\nnotes: Контакт:",
		"Контакт:\nПресс-служба завода\nАнна Пробная\nтел. 000-00-11":                                                    "Анна Пробная|Пресс-служба завода||phone 000-00-11||\nnotes: Контакт:",
		"Байланыш:\nДарыялар кеңеши\nБакыт Үлгүлүев\nтел. 000-00-11":                                                     "Бакыт Үлгүлүев||Дарыялар кеңеши|phone 000-00-11||\nnotes: Байланыш:",
		"Тамос:\nШӯрои дарёҳо Дилноза Намунавӣ\nтел. 000-00-11":                                                          "Дилноза Намунавӣ||Шӯрои дарёҳо|phone 000-00-11||\nnotes: Тамос:",
		"Aloqa:\nMatbuot kotibi, Daryolar kengashi, Anvar Sinovov\ntel. 000-00-11":                                       "Anvar Sinovov|Matbuot kotibi|Daryolar kengashi|phone 000-00-11||\nnotes: Aloqa:",
		"Contact:\nNorthwind Energy Ltd\nAnn Sample\n+1 937 555 0111\nNorthwind Energy Ltd\nJoe Sample\n+1 937 555 0112": "Ann Sample||Northwind Energy Ltd|phone +1 937 555 0111||\nJoe Sample||Northwind Energy Ltd|phone +1 937 555 0112||\nnotes: Contact:",
	} {
		if got := contactBlock(t, block); got != want {
			t.Errorf("%s\n got  %q\n want %q", block, got, want)
		}
	}
}
