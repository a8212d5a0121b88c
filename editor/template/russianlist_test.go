package template

import (
	"testing"

	"communique/editor/grammar"
)

// TestRussianLists joins people and bodies as a sentence does, whatever commas and dashes they have within.
func TestRussianLists(t *testing.T) {
	for _, tt := range []struct{ name, pattern, who, want string }{
		{"bodies without an «и»", "{text:участвует/участвуют} {text}.", "ВОЗ, ЮНИСЕФ, Красный Крест", "участвуют ВОЗ, ЮНИСЕФ и Красный Крест."},
		{"bodies and an «и»", "{text:участвует/участвуют} {text}.", "ВОЗ, ЮНИСЕФ и Красный Крест", "участвуют ВОЗ, ЮНИСЕФ и Красный Крест."},
		{"a body and what it is", "Гость: {text}.", "Фонд «Проба», победитель конкурса", "Гость: Фонд «Проба», победитель конкурса."},
		{"some of whom are named", "{text:участвует/участвуют} {text}.", "исполнители из 40 стран, в том числе народная артистка Мавлюда Пробаева", "участвуют исполнители из 40 стран, в том числе народная артистка Мавлюда Пробаева."},
		{"one team, and who is in it", "{text:участвовал/участвовала/участвовало/участвовали} {text}.", "команда Пробии, включая чемпионов мира", "участвовала команда Пробии, включая чемпионов мира."},
		{"for their sides, behind the name", "подписали {people}.", "Иван Пробный – от Пробии; Анна Озерова – от Озерии", "подписали Иван Пробный – от Пробии, Анна Озерова – от Озерии."},
		{"for their sides, before the name", "подписали {people}.", "от Пробии – Иван Пробный, от Озерии – Анна Озерова", "подписали от Пробии – Иван Пробный, от Озерии – Анна Озерова."},
		{"of states with a dash", "участвовали {people}.", "послы государств – членов; представители СМИ", "участвовали послы государств – членов и представители СМИ."},
		{"three with commas within", "участвовали {people.full}.", "министр труда, профессор Иван Пробный\nпосол Анна Озерова\nректор Пётр Образцов", "участвовали министр труда, профессор Иван Пробный; посол Анна Озерова; ректор Пётр Образцов."},
		{"two with commas within", "участвовали {people.full}.", "министр труда, профессор Иван Пробный\nпосол Анна Озерова", "участвовали министр труда, профессор Иван Пробный и посол Анна Озерова."},
		{"many with commas within, and one", "участвовали {people.full}.", "представители ЕС, США, Китая; наблюдатель от Ватикана", "участвовали представители ЕС, США, Китая, а также наблюдатель от Ватикана."},
		{"one meets three", "встреча с {one.ins.full}.", "министр труда, профессор Иван Пробный; посол Анна Озерова; ректор Пётр Образцов", "встреча с министром труда, профессором Иваном Пробным, послом Анной Озеровой и ректором Петром Образцовым."},
	} {
		f := filling{template: Template{Name: "try", Language: "ru", Fields: []Field{{Name: "text", Kind: Text}, {Name: "people", Kind: People}, {Name: "one", Kind: Person}}}, values: map[string]Value{"text": {Text: tt.who}, "people": {Text: tt.who}, "one": {Text: tt.who}}, house: grammar.House{}}
		if got := f.text(tt.pattern); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}
