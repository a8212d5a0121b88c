package wording

import (
	"strings"
	"testing"
)

func TestLanguages(t *testing.T) {
	for text, want := range map[string]string{
		"Встреча в Бишкеке": "ru", "A meeting in Bishkek": "en", "Հանդիպում Երևանում": "hy", "შეხვედრა თბილისში": "ka", "": "ru", "2024": "ru",
		"Мулоқот дар шаҳри Душанбе": "tg", "Вохӯрӣ": "tg", "Кездесу Қазақстанда өтті": "kk", "Жолугушуу өттү": "ky", "Сустрэча ў Мінску": "be", "Зустріч у Києві, її підсумки": "uk",
		strings.Repeat("Встреча прошла в городе и завершилась подписанием. ", 3) + "Қ": "ru", // a name in a Russian text
		"A meeting with Հանդիպում": "en", "A meeting with თბილისი": "en",
		"Meeting: встреча в городе": "ru", "Meeting in the city: встреча": "en", "Встреча Հանդիպում Երևանում": "hy",
	} {
		if got := LanguageOf(text); got != want {
			t.Errorf("%s: %s, not %s", text, got, want)
		}
	}
}
