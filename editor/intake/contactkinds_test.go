package intake

import (
	"testing"
)

// TestContactsOfFurtherKinds keeps in its field what forms of offices say in their own words: extensions, kinds of numbers, for whom, and whose office.
func TestContactsOfFurtherKinds(t *testing.T) {
	for block, want := range map[string]string{
		"Контакт:\nАнна Пробная, с.т. 8-927-000-20-04, р.т. 8 (846) 000-20-05":                  "Анна Пробная|||mobile 8-927-000-20-04|phone 8 (846) 000-20-05||\nnotes: Контакт:",
		"Контакт:\nАнна Пробная\nТел.: 8(343)000-22-06, доп. 112":                               "Анна Пробная|||phone 8(343)000-22-06, доп. 112||\nnotes: Контакт:",
		"Байланыш: Айжан Сынокова\nТел.: +996 312 00 24 03, ички 7":                             "Айжан Сынокова|||phone +996 312 00 24 03, ички 7||",
		"Кантакт: Алеся Пробкіна\nТэл.: +375 17 000-25-01, унутр. 12":                           "Алеся Пробкіна|||phone +375 17 000-25-01, унутр. 12||",
		"Контакт:\nАнна Пробная\nТел.: +7 846 000-20-15 #203":                                   "Анна Пробная|||phone +7 846 000-20-15 #203||\nnotes: Контакт:",
		"Пресс-служба завода\nтелефон: (8202) 00-21-03\nдля экстренной связи: +7-921-000-21-04": "|Пресс-служба завода||phone (8202) 00-21-03|phone для экстренной связи: +7-921-000-21-04||",
		"Контакт:\nАнна Пробная\nOut-of-hours: 07700 900142":                                    "Анна Пробная|||phone Out-of-hours: 07700 900142||\nnotes: Контакт:",
		"***\nМузей камня\nКасса: (343) 000-22-02":                                              "|Касса|Музей камня|phone (343) 000-22-02||",
		"Контакты:\n\nДепартамент коммуникаций\nАнна Пробная\nтел. +7 (495) 000-21-07\n\nОтношения с инвесторами\nГлеб Пробный\nтел. 000-21-08": "Анна Пробная|Департамент коммуникаций||phone +7 (495) 000-21-07||\nГлеб Пробный|Отношения с инвесторами||phone 000-21-08||\nnotes: Контакты:",
		"Аккредитация СМИ: до 1 октября, 18:00, по адресу press@council.example":                                                                "|||press@council.example|\nnotes: Аккредитация СМИ:\nдо 1 октября, 18:00",
		"For media: Ann Sample, 937.555.0133\nFor investors: Joe Sample, 937.555.0134":                                                          "Ann Sample|||phone 937.555.0133||\nJoe Sample|||phone 937.555.0134||\nnotes: For investors:",
		"Contacts\nFor the Marsh Trust:\nAnn Sample, +44 20 7946 0144":                                                                          "Ann Sample||Marsh Trust|phone +44 20 7946 0144||\nnotes: Contacts",
		"Contacts:\nMedia\nAnn Sample\nSenior Manager\n+1-937-555-0161":                                                                         "Ann Sample|Senior Manager||phone +1-937-555-0161||\nnotes: Contacts:\nMedia",
		"Контакт:\nАнна Пробная\nтел. 000-21-08\nЗвонки из области: 000-21-09\npress@council.example":                                           "Анна Пробная|||phone 000-21-08|phone Звонки из области: 000-21-09|press@council.example|\nnotes: Контакт:",
		"Для СМИ\nАнна Пробная, директор по связям\nтел. 000-41-01\nДля инвесторов\nГлеб Пробный, менеджер\nтел. 000-41-03":                     "Анна Пробная|директор по связям||phone 000-41-01||\nГлеб Пробный|менеджер||phone 000-41-03||\nnotes: Для СМИ\nДля инвесторов",
		"Куратор: Глеб Пробный\nПресс-служба: Анна Пробная\nЕдиный телефон: (343) 000-42-04":                                                    "Глеб Пробный|Куратор|||\nАнна Пробная|Пресс-служба||phone (343) 000-42-04||",
		"Пресс-служба\nул. Пробная, 5\n443000 Самара\nт. 000-40-05":                                                                             "|Пресс-служба||phone 000-40-05||\ntext: ул. Пробная, 5\ntext: 443000 Самара",
		"Басма сөз катчысы: Эрмек Сыноков\nБайланыш телефону: 0312 00-44-01 (кошумча 12)\nМобилдик: 0555 00-44-02":                              "Эрмек Сыноков|Басма сөз катчысы||phone 0312 00-44-01 (кошумча 12)|mobile 0555 00-44-02||\nnotes: Байланыш телефону:",
		"Press Contact\nJoe Sample\nCommunications Director | Office of Senator Ann Sample\nO: 202-555-0147":                                    "Joe Sample|Communications Director|Office of Senator Ann Sample|phone 202-555-0147||\nnotes: Press Contact",
		"Подробности у координатора проекта Петра Пробного по тел. 8-902-000-22-09 и в группе vk.com/muz_example":                               "Пётр Пробный|координатор проекта||phone 8-902-000-22-09||vk.com/muz_example\nnotes: Подробности у",
		"Press office: press@council.example, +32 2 000 00 01 (Mon–Fri, 9.00–17.00)":                                                            "|Press office||phone +32 2 000 00 01|press@council.example|\nnotes: (Mon–Fri, 9.00–17.00)",
		"Press office: press@council.example, +32 2 000 00 01 (9.00–17.00)":                                                                     "|Press office||phone +32 2 000 00 01|press@council.example|\nnotes: (9.00–17.00)",
		"Press enquiries:\nTel: 020 7946 0102\nEmail: news@council.example\nSwitchboard: 020 7946 0100":                                         "|||phone 020 7946 0102|phone 020 7946 0100 (Switchboard)|news@council.example|\nnotes: Press enquiries:",
		"Contacto de prensa\nMaría Muestra\nTfno.: 91 000 00 01\nMóvil: 600 000 001":                                                            "María Muestra|||phone 91 000 00 01|mobile 600 000 001||\nnotes: Contacto de prensa",
		"Lisätietoja:\nviestintäjohtaja Mika Koe, puh. 040 000 0001":                                                                            "Mika Koe|viestintäjohtaja||phone 040 000 0001||\nnotes: Lisätietoja:",
		"Assessoria de Imprensa\nCarla Exemplo\n(11) 0000-0001\nimprensa@exemplo.example":                                                       "Carla Exemplo|||phone (11) 0000-0001|imprensa@exemplo.example|\nnotes: Assessoria de Imprensa",
		"Mais informações:\nRui Modelo, assessor de imprensa\nTlm. 910 000 001":                                                                 "Rui Modelo|assessor de imprensa||mobile 910 000 001||\nnotes: Mais informações:",
		"Contatti per la stampa\nGiulia Prova, responsabile comunicazione, +39 06 000001":                                                       "Giulia Prova|responsabile comunicazione||phone +39 06 000001||\nnotes: Contatti per la stampa", //nolint:misspell // Italian
		"Sajtókapcsolat:\nKovács Próba, kommunikációs igazgató\nTelefon: +36 1 000 0001":                                                        "Kovács Próba|kommunikációs igazgató||phone +36 1 000 0001||\nnotes: Sajtókapcsolat:",
		"Basın iletişim:\nAyşe Deneme, Basın Danışmanı\nTel: +90 312 000 00 01":                                                                 "Ayşe Deneme|Basın Danışmanı||phone +90 312 000 00 01||\nnotes: Basın iletişim:",
		"Pentru informații suplimentare:\nIon Probă, purtător de cuvânt\nTel.: 021 000 00 01":                                                   "Ion Probă|purtător de cuvânt||phone 021 000 00 01||\nnotes: Pentru informații suplimentare:",
		"Contact: Communications Unit, Probe Programme, P.O. Box 30000, Nairobi, Kenya. Tel: +254 20 000 0001":                                  "|Communications Unit|Probe Programme|phone +254 20 000 0001||\nnotes: P.O. Box 30000, Nairobi, Kenya",
		"Contact: Communications Unit, Paris Sample, Nairobi. Tel: +254 20 000 0001":                                                            "Paris Sample|Communications Unit|Nairobi|phone +254 20 000 0001||",
		"Contact: Communications Unit, Florence. Tel: +254 20 000 0001":                                                                         "Florence|Communications Unit||phone +254 20 000 0001||",
		"Contacto: Departamento de Comunicación, Laura Prueba, tel. 93 000 00 01":                                                               "Laura Prueba|Departamento de Comunicación||phone 93 000 00 01||\nnotes: Contacto:",
		"Медиаконтакты:\nМарина Пробная\nм.: +7 985 000 00 01\nwa: +7 985 000 00 02":                                                            "Марина Пробная|||mobile +7 985 000 00 01|phone wa: +7 985 000 00 02||\nnotes: Медиаконтакты:",
	} {
		if got := contactBlock(t, block); got != want {
			t.Errorf("%s\n got  %q\n want %q", block, got, want)
		}
	}
}

// TestWhoSignsAPaper is read with his post, which a gap parts from him, and may begin a line above; nobody else is.
func TestWhoSignsAPaper(t *testing.T) {
	for block, want := range map[string]string{
		"Начальник управления      А. А. Пробный":                                         "А. А. Пробный|Начальник управления|||",
		"Начальник управления\tА. А. Пробный":                                             "А. А. Пробный|Начальник управления|||",
		"Председатель правления А. А. Пробный":                                            "А. А. Пробный|Председатель правления|||",
		"Директор Департамента рек\nПробной области      А. А. Пробный":                   "А. А. Пробный|Директор|Департамента рек Пробной области||",
		"Председатель комитета      А. А. Пробный\n\nИсп. Образцова Е. Н.\nтел. 00-51-02": "А. А. Пробный|Председатель комитета|||\nОбразцова Е. Н.|||phone 00-51-02||",
		"Спасибо за внимание,\nАнна Пробная, фонд «Реки»":                                 "Анна Пробная||фонд «Реки»||\nnotes: Спасибо за внимание,",
		"Всего доброго!\nПётр\n\nПётр Пробный\nредактор сайта\nprobny@office.example":     "Пётр Пробный|редактор сайта||probny@office.example|\nnotes: Всего доброго!",
		"Председатель комитета      А. А. Пробный\n\nРаботы начнутся весной.":             "text: Председатель комитета      А. А. Пробный\ntext: Работы начнутся весной.",
	} {
		if got := contactBlock(t, block); got != want {
			t.Errorf("%s\n got  %q\n want %q", block, got, want)
		}
	}
	found, err := Read(Source{Data: []byte(plan + "Начальник управления\tА. А. Пробный\n")})
	if err != nil || len(found.Releases) != 1 || contactsIn(found.Releases[0]) != "А. А. Пробный;Начальник управления;;;;" {
		t.Errorf("a tab: %v %v", err, found.Releases)
	}
}
