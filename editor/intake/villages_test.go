package intake

import (
	"testing"
)

// TestVillagesCalledByCommonNouns are the places of datelines; other nouns, and newspapers, are none.
func TestVillagesCalledByCommonNouns(t *testing.T) {
	const head, lead = "Открыт мост через реку", "Глава района открыл мост через реку, который ждали восемь лет.\n\nЖители поблагодарили строителей."
	for text, place := range map[string]string{
		head + "\n\nд. Глушь, 12 мая 2025 года. " + lead:             "Глушь",
		head + "\n\nДеревня Весна, 12 мая 2025 года\n\n" + lead:      "Весна",
		head + "\n\nЗаречье, 12 мая 2025 года – " + lead:             "Заречье",
		head + "\n\nНОВОСЁЛКИ, 12 мая 2025 года. " + lead:            "Новосёлки",
		"12 мая 2025 года\nКлючи\n\n" + head + "\n\n" + lead:         "Ключи",
		head + "\n\nДубрава, Пробная область, 12.05.2025\n\n" + lead: "Дубрава, Пробная область",
		head + "\n\n" + lead + "\n\nВыселки, 12 мая 2025 года":       "Выселки",
		head + "\n\nТруд, 12 мая 2025 года – " + lead:                "",
	} {
		if r := readSingle(t, text); r.Place != place || r.Date.String() != "2025-05-12" {
			t.Errorf("%q: %q, %s", text[:60], r.Place, r.Date)
		}
	}
}
