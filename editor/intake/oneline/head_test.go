package oneline

import (
	"strings"
	"testing"
)

// What several people say in a page of one line is paragraphs.
func TestSpeechesInOneLine(t *testing.T) {
	got := strings.Join(spoken("Вступительное слово И.Пробный: Добрый день! П.Примерный Примерный Пётр Иванович губернатор Области : Спасибо. Он сказал И.Пробный: да. Вопрос: Когда? И.Пробный: Завтра. <…>"), "|")
	want := "Вступительное слово|И.Пробный: Добрый день!|П.Примерный Примерный Пётр Иванович губернатор Области : Спасибо. Он сказал И.Пробный: да.|Вопрос: Когда?|И.Пробный: Завтра. <…>"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
