package intake

import (
	"testing"
)

// TestReleasesOfOtherLanguages: what stands above a headline, days with their weekday, and places by the word for a town, as offices
// elsewhere write them.
func TestReleasesOfOtherLanguages(t *testing.T) {
	const (
		kk = "Қалада жаңа мектеп ашылды\n\nҚала әкімі бүгін 900 орындық жаңа мектептің ашылу рәсіміне қатысты.\n\nМектепте спорт залы бар."
		uz = "Shaharda yangi maktab ochildi\n\nShahar hokimi bugun yangi maktabning ochilish marosimida ishtirok etdi.\n\nMaktab ikki yilda qurildi."
		az = "Yeni məktəb açılıb\n\nNazirliyin yaratdığı yeni məktəb şəhərdə fəaliyyətə başlayıb.\n\nMəktəbdə 800 şagird oxuyacaq."
		pl = "Minister otworzył nową szkołę\n\nMinister edukacji otworzył w czwartek nową szkołę w mieście.\n\nSzkoła powstała w dwa lata."
		fr = "La ministre ouvre une école\n\nLa ministre a ouvert ce mardi une nouvelle école dans la ville.\n\nElle compte dix salles."
		es = "La ministra abre una escuela\n\nLa ministra abrió este jueves una nueva escuela en la ciudad.\n\nTiene diez salas."
		uk = "В області відремонтують лікарні\n\nОбласна адміністрація затвердила перелік лікарень, які відремонтують.\n\nРоботи розпочнуться навесні."
		hy = "Բացվել է նոր դպրոց\n\nՄարզպետը մասնակցել է նոր դպրոցի բացման արարողությանը։\n\nԴպրոցում կսովորի 300 երեխա։"
		tg = "Дар шаҳр мактаби нав кушода шуд\n\nВазири маориф имрӯз дар шаҳр мактаби навро кушод.\n\nМактаб барои 600 нафар аст."
		be = "Адкрылася новая школа\n\nМіністр адукацыі Рэспублікі Беларусь адкрыў новую школу ў горадзе.\n\nШкола пабудавана за два гады."
	)
	for _, tt := range []struct{ text, headline, date, place string }{
		{"БАСПАСӨЗ ХАБАРЛАМАСЫ\n2025 жылғы 14 ақпан, жұма\nҮлгікент қ.\n\n" + kk, "Қалада жаңа мектеп ашылды", "2025-02-14", "Үлгікент"},
		{kk + "\n\nҮлгікент қаласы\n14.02.2025 ж.", "Қалада жаңа мектеп ашылды", "2025-02-14", "Үлгікент қаласы"},
		{"MATBUOT XABARI\n15.01.2025-y.\n\n" + uz, "Shaharda yangi maktab ochildi", "2025-01-15", ""},
		{"MƏTBUAT RELİZİ\n22 noyabr 2024-cü il, cümə\nNümunə şəhəri\n\n" + az, "Yeni məktəb açılıb", "2024-11-22", "Nümunə şəhəri"},
		{"Bakı, cümə axşamı, 21 noyabr 2024-cü il\n\n" + az, "Yeni məktəb açılıb", "2024-11-21", "Bakı"},
		{"Warszawa, dnia 5 grudnia 2024 r.\n\nINFORMACJA PRASOWA\n\n" + pl, "Minister otworzył nową szkołę", "2024-12-05", "Warszawa"},
		{"COMMUNIQUÉ DE PRESSE\nParis, le mardi 4 mars 2025\n\n" + fr, "La ministre ouvre une école", "2025-03-04", "Paris"},
		{"Comunicado No. 112\nCiudad de México, a 10 de abril de 2025\n\n" + es, "La ministra abre una escuela", "2025-04-10", "Ciudad de México"},
		{"Івано-Франківськ, середа, 29 січня 2025 р.\n\n" + uk, "В області відремонтують лікарні", "2025-01-29", "Івано-Франківськ"},
		{"ՇԻՐԱԿԻ ՄԱՐԶՊԵՏԱՐԱՆ\nՄԱՄՈՒԼԻ ՀԱՂՈՐԴԱԳՐՈՒԹՅՈՒՆ\n28.10.2024\nք. Գյումրի\n\n" + hy, "Բացվել է նոր դպրոց", "2024-10-28", "Գյումրի"},
		{"Вазорати маорифи Ҷумҳурии Тоҷикистон\nПанҷшанбе, 20 феврали 2025\nш. Душанбе\n\n" + tg, "Дар шаҳр мактаби нав кушода шуд", "2025-02-20", "Душанбе"},
		{"Аграгарадок Узорны, Прыкладны раён, 6 ліпеня 2024 г.\n\n" + be, "Адкрылася новая школа", "2024-07-06", "Узорны, Прыкладны раён"},
		{"Сешанбе, 15 апрели 2025\nш. Бохтар, вилояти Хатлон\n\n" + tg, "Дар шаҳр мактаби нав кушода шуд", "2025-04-15", "Бохтар, вилояти Хатлон"},
		{"2025-yil 24-iyun, seshanba\n\nShaharda yangi maktab ochildi\n\nFargʻona sh. – Fargʻona shahrida yangi maktab ochildi.\n\nMaktab ikki yilda qurildi.", "Shaharda yangi maktab ochildi", "2025-06-24", "Fargʻona"},
		{"УЗІРСЬКА МИТНИЦЯ\nПрес-служба\n\n27 лютого 2025 р.   м. Луцьк\n\n" + uk, "В області відремонтують лікарні", "2025-02-27", "Луцьк"},
		{"Communiqué de presse\nDépartement fédéral des écoles publiques\n\nGenève, 11.09.2025\n\n" + fr, "La ministre ouvre une école", "2025-09-11", "Genève"},
		{"NOTA DE PRENSA N.° 214-2024\n\nMinisterio abre escuela en Lima\n\nLima, martes 15 de octubre de 2024.- El Ministerio abrió una escuela.\n\nTiene diez salas.", "Ministerio abre escuela en Lima", "2024-10-15", "Lima"},
		{"Ministerstwo Edukacji Narodowej\nWarszawa, 5 grudnia 2024 r.\n\n" + pl, "Minister otworzył nową szkołę", "2024-12-05", "Warszawa"},
		{"Ministerio lanza una campaña\n\nLima, 15 de octubre de 2024. El Ministerio de Salud inició una campaña.\n\nEl país espera.", "Ministerio lanza una campaña", "2024-10-15", "Lima"},
		{"T.C. ENERJİ BAKANLIĞI\nBasın Müşavirliği\nİzmir, 01.10.2025\n\nBakanlar okul açtı\n\nBakanlar bugün şehirde yeni bir okul açtı.\n\nOkul iki yılda yapıldı.", "Bakanlar okul açtı", "2025-10-01", "İzmir"},
		{"14.02.2025 ж.\n\nҚалада жаңа мектеп ашылды\n\nҮлгікент қ. – Қала әкімі бүгін жаңа мектептің ашылу рәсіміне қатысты.\n\nМектепте спорт залы бар.", "Қалада жаңа мектеп ашылды", "2025-02-14", "Үлгікент"},
		{"Прикладна митниця передала громадам шість автомобілів\n\nНаступні машини отримають навесні\n\nЛуцьк, 27 лютого 2025 року. Митниця передала громадам автомобілі.\n\nЇх конфіскували за рішенням суду.", "Прикладна митниця передала громадам шість автомобілів", "2025-02-27", "Луцьк"},
		{"Ministère de la santé annonce un plan\n\nDix mille élèves concernés\n\nParis, 4 mars 2025. Le ministère a présenté un plan.\n\nIl compte dix mesures.", "Ministère de la santé annonce un plan", "2025-03-04", "Paris"},
		{"3 Eylül 2024, İstanbul\n\nBakanlar okul açtı\n\nBakanlar bugün şehirde yeni bir okul açtı.\n\nOkul iki yılda yapıldı.", "Bakanlar okul açtı", "2024-09-03", "İstanbul"},
		{"Almaty, 2025 jylǵy 21 mamyr. Búgіn Almatyda on ekіnshі halyqaralyq kіtap kórmesі óz jumysyn bastady.\n\nKórmege 14 elden 120 baspa qatysýda.", "", "2025-05-21", "Almaty"},
	} {
		r := readSingle(t, tt.text)
		if r.Headline != tt.headline || r.Date.String() != tt.date || r.Place != tt.place {
			t.Errorf("%s: got %q, %s, %q", tt.text[:60], r.Headline, r.Date, r.Place)
		}
	}
}
