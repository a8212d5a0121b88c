package intake

import (
	"fmt"
	"strings"
	"testing"
)

// contactBlock writes what was read of a contact block: contacts, blocks left in the text, notes.
func contactBlock(t *testing.T, block string) string {
	t.Helper()
	r := readSingle(t, "Совет принял план дорог\n\nБишкек, 11 сентября 2024 года. Совет содружества принял план дорог на пять лет.\n\nСтороны рады, что план принят в срок.\n\n"+block)
	var said []string
	for _, c := range r.Contacts {
		parts := []string{c.Name, c.Post, c.Organisation}
		for _, p := range c.Phones {
			parts = append(parts, fmt.Sprintf("%s %s", p.Kind, p.Number))
		}
		said = append(said, strings.Join(append(parts, c.Email, c.Site), "|"))
	}
	for _, b := range r.Blocks[1:] {
		said = append(said, "text: "+b.Text)
	}
	if r.Notes != "" {
		said = append(said, "notes: "+r.Notes)
	}
	return strings.Join(said, "\n")
}

// TestContactsAtTheEnd stand at the end of a release, in the ways of offices: several people, second
// numbers, extensions, hours, messengers. No line of theirs is lost.
func TestContactsAtTheEnd(t *testing.T) {
	for _, tt := range []struct{ block, want string }{
		{"__________\nАнна Примерова, пресс-секретарь, тел. +7 (495) 000-00-01 (доб. 131), моб. +7 916 000-00-02, anna@example.org\nИван Пробный, помощник, тел. +7 (495) 000-00-01 доб. 132, ivan@example.org", "Анна Примерова|пресс-секретарь||phone +7 (495) 000-00-01 (доб. 131)|mobile +7 916 000-00-02|anna@example.org|\nИван Пробный|помощник||phone +7 (495) 000-00-01 доб. 132|ivan@example.org|"},
		{"Контактное лицо: Анна Примерова\nтел. +7 (495) 000-00-01, доб. 131\nфакс +7 (495) 000-00-03\ne-mail: anna@example.org", "Анна Примерова|||phone +7 (495) 000-00-01, доб. 131|fax +7 (495) 000-00-03|anna@example.org|"},
		{"Контакты для СМИ:\nАнна Примерова\n+7-495-000-00-01 (тел./факс)\n+7-916-000-00-02 (WhatsApp, Telegram)\nanna@example.org\nПн–Пт с 9:00 до 18:00", "Анна Примерова|||phone-fax +7-495-000-00-01|phone +7-916-000-00-02 (WhatsApp, Telegram)|anna@example.org|\nnotes: Контакты для СМИ:\nПн–Пт с 9:00 до 18:00"},
		{"По вопросам аккредитации: Анна Примерова, +7-495-000-00-01, anna@example.org\nПо вопросам участия: Иван Пробный, +7-495-000-00-02", "Анна Примерова|||phone +7-495-000-00-01|anna@example.org|\nИван Пробный|||phone +7-495-000-00-02||\nnotes: По вопросам аккредитации:\nПо вопросам участия:"},
		{"С уважением,\nАнна Примерова\nпресс-секретарь Совета содружества\nтел. +7-495-000-00-01\nanna@example.org", "Анна Примерова|пресс-секретарь|Совета содружества|phone +7-495-000-00-01|anna@example.org|\nnotes: С уважением,"},
		{"С уважением, пресс-служба Совета содружества\nтел.: +7-495-000-00-01; факс: +7-495-000-00-03", "|пресс-служба|Совета содружества|phone +7-495-000-00-01|fax +7-495-000-00-03||\nnotes: С уважением,"},
		{"***\nПресс-служба Совета содружества\nТел.: +7 495 000-00-01, +7 495 000-00-02\nФакс: +7 495 000-00-03\nСайт: www.example.org\nЭл. почта: press@example.org", "|Пресс-служба|Совета содружества|phone +7 495 000-00-01|phone +7 495 000-00-02|fax +7 495 000-00-03|press@example.org|www.example.org"},
		{"###\nMedia contact:\nAnn Example, Press Officer\nTel: +44 20 7946 0001 ext. 55\nMob: +44 7700 900001\nann@example.org", "Ann Example|Press Officer||phone +44 20 7946 0001 ext. 55|mobile +44 7700 900001|ann@example.org|\nnotes: Media contact:"},
		{"Дополнительная информация:\nОтдел по связям с общественностью\nтел. 8 (495) 000-00-01 вн. 12-34", "|Отдел по связям с общественностью||phone 8 (495) 000-00-01 вн. 12-34||\nnotes: Дополнительная информация:"},
		{"Пресс-секретарь\nАнна Примерова\n+7 495 000 00 01\nanna@example.org", "Анна Примерова|Пресс-секретарь||phone +7 495 000 00 01|anna@example.org|"},
		{"Контакты:\nТелефон: +7-495-000-00-01\nПочта: press@example.org\nTelegram: @example_press\nVK: vk.com/example", "|||phone +7-495-000-00-01|press@example.org|t.me/example_press\n||||vk.com/example\nnotes: Контакты:"},
		{"Пресс-центр: +7-495-000-00-01 (с 9 до 18 по московскому времени)\npress@example.org", "|Пресс-центр||phone +7-495-000-00-01 (с 9 до 18 по московскому времени)|press@example.org|"},
		{"Контакт для СМИ: Анна Примерова (пресс-секретарь), тел.: +7-495-000-00-01; Иван Пробный (помощник), тел.: +7-495-000-00-02", "Анна Примерова|пресс-секретарь||phone +7-495-000-00-01||\nИван Пробный|помощник||phone +7-495-000-00-02||"},
		{"За дополнительной информацией обращайтесь: Анна Примерова, тел. +7-495-000-00-01, e-mail anna@example.org", "Анна Примерова|||phone +7-495-000-00-01|anna@example.org|\nnotes: За дополнительной информацией обращайтесь:"},
		{"За дополнительной информацией обращаться в пресс-службу Совета содружества по телефону +7-495-000-00-01 или по почте press@example.org.", "text: За дополнительной информацией обращаться в пресс-службу Совета содружества по телефону +7-495-000-00-01 или по почте press@example.org."},
		{"___________\nПресс-секретарь Анна Примерова\nтел. 8-900-000-00-00, Анна Примерова\nмоб. 8-900-000-00-01, Анна Примерова", "Анна Примерова|Пресс-секретарь||phone 8-900-000-00-00|mobile 8-900-000-00-01||"},
		{"Исп. Примерова А.И.\nтел. 000-00-01", "Примерова А.И.|||phone 000-00-01||"},
		{"Исполнитель: Примерова Анна, +7-495-000-00-01", "Примерова Анна|||phone +7-495-000-00-01||"},
		{"For further information, please contact:\nAnn Example\nHead of Communications\n+44 20 7946 0001\nann@example.org\n\nBob Sample\nPress Officer\n+44 20 7946 0002\nbob@example.org", "Ann Example|Head of Communications||phone +44 20 7946 0001|ann@example.org|\nBob Sample|Press Officer||phone +44 20 7946 0002|bob@example.org|\nnotes: For further information, please contact:"},
		{"Press contacts:\nAnn Example | Council of Example | +44 20 7946 0001 | ann@example.org\nBob Sample | Council of Example | +44 20 7946 0002 | bob@example.org", "Ann Example||Council of Example|phone +44 20 7946 0001|ann@example.org|\nBob Sample||Council of Example|phone +44 20 7946 0002|bob@example.org|\nnotes: Press contacts:"},
		{"Контакты:\nАнна Примерова, Совет содружества, пресс-секретарь\nРабочий: +7-495-000-00-01, мобильный: +7-916-000-00-02\nanna@example.org, press@example.org", "Анна Примерова|пресс-секретарь|Совет содружества|phone +7-495-000-00-01|mobile +7-916-000-00-02|anna@example.org|\n|||press@example.org|\nnotes: Контакты:"},
		{"-- \nАнна Примерова\nПресс-секретарь\nСовет содружества\nт. +7-495-000-00-01\nм. +7-916-000-00-02\nanna@example.org", "Анна Примерова|Пресс-секретарь|Совет содружества|phone +7-495-000-00-01|mobile +7-916-000-00-02|anna@example.org|"},
		{"Контактная информация\nПресс-служба Совета\nТел/факс: (495) 000-00-01\nE-mail: press@example.org", "|Пресс-служба|Совета|phone-fax (495) 000-00-01|press@example.org|\nnotes: Контактная информация"},
		{"Телефон для СМИ: +7 (495) 000-00-01\nГорячая линия: 8-800-000-00-01", "|||phone +7 (495) 000-00-01||\n|Горячая линия||phone 8-800-000-00-01||"},
		{"Контактные телефоны: +7-495-000-00-01, +7-495-000-00-02 (факс), +7-916-000-00-03 (моб.)", "|||phone +7-495-000-00-01|fax +7-495-000-00-02|mobile +7-916-000-00-03||"},
		{"Анна Примерова\nСовет содружества\nпресс-секретарь\n+7-495-000-00-01 доб. 12\nанна@пример.рф", "Анна Примерова|пресс-секретарь|Совет содружества|phone +7-495-000-00-01 доб. 12|анна@пример.рф|"},
		{"МЕДИА-КОНТАКТЫ\n\nАнна Примерова\nменеджер по связям с общественностью\nООО «Пример»\nТел.: +7 (495) 000-00-01\nE-mail: anna@example.org", "Анна Примерова|менеджер по связям с общественностью|ООО «Пример»|phone +7 (495) 000-00-01|anna@example.org|\nnotes: МЕДИА-КОНТАКТЫ"},
		{"___________\nКонтакты пресс-службы:\nАнна Примерова — руководитель пресс-службы, +7-495-000-00-01\nИван Пробный — главный специалист, +7-495-000-00-02", "Анна Примерова|руководитель пресс-службы||phone +7-495-000-00-01||\nИван Пробный|главный специалист||phone +7-495-000-00-02||\nnotes: Контакты пресс-службы:"},
		{"Ведущий специалист пресс-службы\nИ. И. Пробный\n(495) 000-00-01", "И. И. Пробный|Ведущий специалист пресс-службы||phone (495) 000-00-01||"},
		{"Notes to editors:\nThe Council was founded in 1999.\n\nContact: Ann Example, +44 20 7946 0001", "Ann Example|||phone +44 20 7946 0001||\ntext: Notes to editors:\ntext: The Council was founded in 1999."},
		{"__________\nПресс-центр Совета\n+7-495-000-00-01\n+7-495-000-00-02, факс", "|Пресс-центр|Совета|phone +7-495-000-00-01|fax +7-495-000-00-02||"},
		{"Контакты для СМИ:\nАнна Примерова\n+7-495-000-00-01\n\nСледующая сессия Совета назначена на осень.", "Анна Примерова|||phone +7-495-000-00-01||\ntext: Следующая сессия Совета назначена на осень.\nnotes: Контакты для СМИ:"},
		{"Контакты для СМИ:\nАнна Примерова\n+7-495-000-00-01\nСледующая сессия Совета назначена на осень.", "text: Контакты для СМИ:\ntext: Анна Примерова\ntext: +7-495-000-00-01\ntext: Следующая сессия Совета назначена на осень."},
		{"КОНТАКТЫ ДЛЯ ПРЕССЫ\nАнна Примерова, +7-495-000-00-01 (круглосуточно)", "Анна Примерова|||phone +7-495-000-00-01 (круглосуточно)||\nnotes: КОНТАКТЫ ДЛЯ ПРЕССЫ"},
	} {
		if got := contactBlock(t, tt.block); got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.block, got, tt.want)
		}
	}
}
