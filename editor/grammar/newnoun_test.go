package grammar

import "testing"

// TestNewNouns declines what no list has: by its ending, by the noun that it is made of, and the few of the table.
func TestNewNouns(t *testing.T) {
	for _, tt := range []struct {
		phrase string
		c      Case
		want   string
	}{
		{"цифровизация государственных услуг", Genitive, "цифровизации государственных услуг"},
		{"о деоккупации", Accusative, "деоккупацию"},
		{"о медиаграмотности", Instrumental, "медиаграмотностью"},
		{"о волонтёрстве", Genitive, "волонтёрства"},
		{"водосбережение", Prepositional, "водосбережении"},
		{"о чипировании", Genitive, "чипирования"},
		{"контртерроризм", Instrumental, "контртерроризмом"},
		{"о майнинге", Genitive, "майнинга"},
		{"этногеография", Accusative, "этногеографию"},
		{"криптовалюта", Instrumental, "криптовалютой"},
		{"кибербезопасность", Genitive, "кибербезопасности"},
		{"о нейросетях", Accusative, "нейросети"},
		{"гидроэнергетика", Genitive, "гидроэнергетики"},
		{"гидроэнергетика", Instrumental, "гидроэнергетикой"},
		{"наркотрафик", Genitive, "наркотрафика"},
		{"о хакатоне", Genitive, "хакатона"},
		{"маркетплейсы", Instrumental, "маркетплейсами"},
		{"высадка на Луну", Genitive, "высадки на Луну"},
		{"о высадке на Луну", Instrumental, "высадкой на Луну"},
		{"о высадке на Луну", Prepositional, "о высадке на Луну"},
		{"о санкциях", Prepositional, "о санкциях"},
		{"энергетика", Genitive, "энергетики"},
		{"Пробтелерадиокомпания", Genitive, "Пробтелерадиокомпании"},
		{"Пробгазкомпания", Instrumental, "Пробгазкомпанией"},
		{"о пробгазкомпаниях", Instrumental, "пробгазкомпаниями"},
		{"Секретариат Совета и Армения", Instrumental, "Секретариатом Совета и Арменией"},
	} {
		if got, sure := (House{}).InCase(tt.phrase, tt.c); got != tt.want || !sure {
			t.Errorf("%s, %s: %s %t", tt.phrase, tt.c, got, sure)
		}
	}
	for _, phrase := range []string{"пробнуть", "поставки газа", "банка", "о пробле"} {
		if got, sure := (House{}).InCase(phrase, Genitive); sure {
			t.Errorf("%s is sure: %s", phrase, got)
		}
	}
	if n := len(newEndings()); n != 11 {
		t.Errorf("of 11 endings the list has %d", n)
	}
}
