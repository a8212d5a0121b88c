package grammar

import (
	"strings"
	"testing"
)

// Every form the program makes has ё where the house writes it: a phrase of each
// kind, certain and guessed, in the case that shows it.
func TestYo(t *testing.T) {
	for _, tt := range []struct {
		kind                       Kind
		gender                     Gender
		phrase                     string
		c                          Case
		everywhere, names, nowhere string
	}{
		{Post, "", "Генеральный секретарь", Instrumental, "Генеральным секретарём", "Генеральным секретарем", "Генеральным секретарем"},
		{Post, "", "СЕКРЕТАРЬ", Instrumental, "СЕКРЕТАРЁМ", "СЕКРЕТАРЕМ", "СЕКРЕТАРЕМ"},
		{Post, "", "Учёный секретарь", Nominative, "Учёный секретарь", "Ученый секретарь", "Ученый секретарь"},
		{Post, "", "мэр Кишинёва", Genitive, "мэра Кишинёва", "мэра Кишинёва", "мэра Кишинева"},
		{Post, "", "Председатель Счётной палаты", Dative, "Председателю Счётной палаты", "Председателю Счетной палаты", "Председателю Счетной палаты"},
		{Person, Masculine, "Фёдор Киселёв", Instrumental, "Фёдором Киселёвым", "Фёдором Киселёвым", "Федором Киселевым"},
		{Person, Masculine, "Фёдор Соловей", Instrumental, "Фёдором Соловьём", "Фёдором Соловьём", "Федором Соловьем"},
		{Person, Masculine, "Фёдор Пробёхин", Nominative, "Фёдор Пробёхин", "Фёдор Пробёхин", "Федор Пробехин"},
		{Place, "", "Орёл", Nominative, "Орёл", "Орёл", "Орел"},
		{Place, "", "посёлок Пробнёво", Genitive, "посёлка Пробнёво", "поселка Пробнёво", "поселка Пробнево"},
		{Place, "", "Кремль", Instrumental, "Кремлём", "Кремлём", "Кремлем"},
		{Organisation, "", "Объединённый штаб", Genitive, "Объединённого штаба", "Объединенного штаба", "Объединенного штаба"},
		{Phrase, "", "три документа", Genitive, "трёх документов", "трех документов", "трех документов"},
		{Organisation, "", "Завод имени Королёва", Genitive, "Завода имени Королёва", "Завода имени Королёва", "Завода имени Королева"},
		{Organisation, "", "«Счётный дом»", Genitive, "«Счётного дома»", "«Счетного дома»", "«Счетного дома»"},
		{Organisation, "", "пробнёвый синклит", Genitive, "пробнёвого синклита", "пробневого синклита", "пробневого синклита"},
	} {
		for yo, want := range map[Yo]string{YoAsWritten: tt.everywhere, YoEverywhere: tt.everywhere, YoInNames: tt.names, YoNowhere: tt.nowhere} {
			if got := (House{Yo: yo}).Decline(tt.kind, tt.gender, tt.phrase).Forms[tt.c]; got != want {
				t.Errorf("%s, %q: %s, want %s", tt.phrase, yo, got, want)
			}
		}
	}
	if got := (House{Yo: YoNowhere}).DeclinePlace("Могилёв").Where(); got != "в Могилеве" {
		t.Error(got)
	}
}

// In none of the forms of a house that writes no ё there is one, whatever is declined.
func TestNoYoAnywhere(t *testing.T) {
	for _, tt := range declensions {
		for c, form := range (House{Yo: YoNowhere}).Decline(tt.kind, tt.gender, tt.phrase).Forms {
			if strings.ContainsAny(form, "ёЁ") {
				t.Errorf("%s of %s: %s", c, tt.phrase, form)
			}
		}
	}
}

func TestSpell(t *testing.T) {
	const text = "Её слова Пётр Алёшин и Артёма Семёнова в Орле и Могилёве учёл; объединённый Учёный совет"
	for yo, want := range map[Yo]string{
		YoEverywhere: text,
		YoInNames:    "Ее слова Пётр Алёшин и Артёма Семёнова в Орле и Могилёве учел; объединенный Ученый совет",
		YoNowhere:    "Ее слова Петр Алешин и Артема Семенова в Орле и Могилеве учел; объединенный Ученый совет",
	} {
		if got := (House{Yo: yo}).Spell("", text); got != want {
			t.Errorf("%q: %s", yo, got)
		}
	}
}
