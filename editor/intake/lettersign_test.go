package intake

import (
	"strings"
	"testing"
)

// TestWhatStandsBelowALetter goes to the notes, and is neither text nor a contact.
func TestWhatStandsBelowALetter(t *testing.T) {
	const text = "Совет принял план дорог\n\nБишкек, 11 сентября 2024 года. Совет содружества принял план дорог на пять лет.\n\nСтороны рады, что план принят в срок."
	const asked = "\n\nКонтакт для СМИ: Анна Пробная, тел. +7 495 000-00-01"
	for name, c := range map[string]struct{ below, notes, contact string }{
		"a motto":                  {"\n\n--\nБудьте здоровы", "Будьте здоровы", ""},
		"a program":                {"\n\n--\nОтправлено с iPhone", "Отправлено с iPhone\n--", ""},
		"a program alone":          {"\n\nSent from my iPhone", "Sent from my iPhone", ""},
		"a disclaimer":             {asked + "\n\nЭто письмо конфиденциально и предназначено только адресату.\n\nЕсли вы получили его по ошибке, удалите его.", "Это письмо конфиденциально и предназначено только адресату.\nЕсли вы получили его по ошибке, удалите его.", "Анна Пробная"},
		"one in English":           {asked + "\n\nThis email and any attachments are confidential and intended for the addressee.", "This email and any attachments are confidential and intended for the addressee.", "Анна Пробная"},
		"somebody else signs":      {asked + "\n\nС уважением,\nГлеб Примеров\nредактор рассылки", "С уважением,\nГлеб Примеров\nредактор рассылки", "Анна Пробная"},
		"who signs, with a number": {asked + "\n\nС уважением,\nГлеб Примеров\nтел. +7 495 000-00-02", "С уважением,", "Анна ПробнаяГлеб Примеров"},
		"all the best":             {"\n\nВсего доброго!\nАнна Пробная\nпресс-секретарь", "Всего доброго!", "Анна Пробная"},
		"ever yours":               {"\n\nИскренне ваша,\nпресс-секретарь фонда «Реки»\nАнна Пробная", "Искренне ваша,", "Анна Пробная"},
		"with hope":                {"\n\nС уважением и надеждой на сотрудничество,\nАнна Пробная", "С уважением и надеждой на сотрудничество,", "Анна Пробная"},
		"thanks for it":            {"\n\nЗаранее благодарим за публикацию!\nАнна Пробная\n+7 8172 00-05-13", "Заранее благодарим за публикацию!", "Анна Пробная"},
		"a mail of a machine":      {asked + "\n\nЭто письмо отправлено автоматически, отвечать на него не нужно.", "Это письмо отправлено автоматически, отвечать на него не нужно.", "Анна Пробная"},
		"yours sincerely":          {"\n\nYours sincerely,\nHazel Sample (she/her)\n0117 496 0516", "Yours sincerely,\nshe/her", "Hazel Sample"},
		"best":                     {"\n\nBest,\nTim Testing\nPress Officer\n0117 496 0315", "Best,", "Tim Testing"},
		"who signs":                {"\n\nС уважением,\nАнна Пробная\nпресс-секретарь", "С уважением,", "Анна Пробная"},
	} {
		r := readSingle(t, text+c.below)
		contact := ""
		for _, one := range r.Contacts {
			contact += one.Name
		}
		if len(r.Blocks) != 1 || r.Notes != c.notes || contact != c.contact {
			t.Errorf("%s: notes %q, contact %q, blocks %v", name, r.Notes, contact, r.Blocks)
		}
	}
	if r := readSingle(t, "Совет принял план дорог\n\nЭто письмо конфиденциально и предназначено только адресату."); r.Lead == "" {
		t.Errorf("no text is left: %q", r.Notes)
	}
	for name, below := range map[string]string{
		"the end of speech": "Всего доброго!",
		"a long text":       "--\n" + strings.Repeat("Стороны обсудили план дорог. ", 9),
		"many lines":        "--\n" + strings.Repeat("Раз\n\n", 5) + "Два",
		"a letter told of":  "Если вы получили подозрительное письмо, сообщите о нём в полицию.",
		"a message told of": "This message reached all who had been invited.",
	} {
		if r := readSingle(t, text+"\n\n"+below); r.Notes != "" {
			t.Errorf("%s: notes %q", name, r.Notes)
		}
	}
}
