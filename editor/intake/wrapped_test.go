package intake

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// wrap breaks paragraphs at a width, as mail programs do.
func wrap(text string, width int) string {
	var paragraphs []string
	for paragraph := range strings.SplitSeq(text, "\n\n") {
		var lines []string
		for line := range strings.SplitSeq(paragraph, "\n") {
			at := ""
			for _, word := range strings.Fields(line) {
				if at != "" && utf8.RuneCountInString(at)+1+utf8.RuneCountInString(word) > width {
					lines, at = append(lines, at), ""
				}
				at = strings.TrimSpace(at + " " + word)
			}
			lines = append(lines, at)
		}
		paragraphs = append(paragraphs, strings.Join(lines, "\n"))
	}
	return strings.Join(paragraphs, "\n\n")
}

const wrappedText = `Секретари советов безопасности обсудили итоги года и планы на следующий

8 мая 2025 года, Москва

В Бишкеке прошла встреча секретарей советов безопасности государств, в ходе которой стороны обсудили итоги года, планы на следующий год и порядок работы пресс-службы в дни учений.

Второй абзац начинается с новой строки и тоже продолжается дальше, пока не кончится. Он состоит из двух предложений, и второе из них длиннее первого.

– Мы рады тому, что наши планы исполнены в срок и что каждая из сторон сделала для этого всё, что обещала год назад.

Третий абзац короче.

______________________
Пресс-секретарь Анна Пробная
тел.: +7-495-000-00-10
press@council.example`

// TestWrappedTexts come back as they were before somebody broke their lines.
func TestWrappedTexts(t *testing.T) {
	whole := readSingle(t, wrappedText)
	for _, width := range []int{50, 60, 65, 72, 76, 80, 98} {
		r := readSingle(t, wrap(wrappedText, width))
		if r.Headline != whole.Headline || r.Lead != whole.Lead || r.Date != whole.Date || r.Place != whole.Place || len(r.Blocks) != len(whole.Blocks) || len(r.Contacts) != 1 {
			t.Errorf("%d: headline %q, lead %q, %s %s, %d contacts, %+v", width, r.Headline, r.Lead, r.Date, r.Place, len(r.Contacts), r.Blocks)
			continue
		}
		for i := range r.Blocks {
			if r.Blocks[i].Text != whole.Blocks[i].Text {
				t.Errorf("%d: %q", width, r.Blocks[i].Text)
			}
		}
	}
}

// TestWrappedCopies: no empty lines, and words that were broken.
func TestWrappedCopies(t *testing.T) {
	const text = "Встреча в Бишкеке\n11 сентября 2024 года в Бишкеке прошла встреча секретарей советов\nбезопасности государств, в ходе которой обсуждены итоги года и планы\nна следующий год.\nВторой абзац начинается с новой строки и тоже продолжается на сле-\nдующей строке, о чём сообщила пресс-служба.\n"
	r := readSingle(t, text)
	if r.Headline != "Встреча в Бишкеке" || r.Lead != "11 сентября 2024 года в Бишкеке прошла встреча секретарей советов безопасности государств, в ходе которой обсуждены итоги года и планы на следующий год." ||
		len(r.Blocks) != 1 || r.Blocks[0].Text != "Второй абзац начинается с новой строки и тоже продолжается на следующей строке, о чём сообщила пресс-служба." {
		t.Errorf("%q, %q, %+v", r.Headline, r.Lead, r.Blocks)
	}
}

// TestALongHeadlineAboveBrokenLines is not the width at which the lines below it were broken.
func TestALongHeadlineAboveBrokenLines(t *testing.T) {
	const title = "Капитальный ремонт в начальной и в средней школе Пробного района близится к концу"
	const lead = "Начальник управления образования по заданию главы города посетила оба здания, в которых уже стоит мебель и готовы классы."
	const body = "Участники обсудили итоги работы за год и назвали главные задачи на следующее полугодие. Подробности будут объявлены позже."
	r := readSingle(t, title+"\n\nПробный, 15 июня 2023 года\n\n"+wrap(lead+"\n\n"+body, 72))
	if r.Headline != title || r.Lead != lead || len(r.Blocks) != 1 || r.Blocks[0].Text != body {
		t.Errorf("%s | %s | %+v", r.Headline, r.Lead, r.Blocks)
	}
}

// TestLinesThatStay: what only looks like broken lines.
func TestLinesThatStay(t *testing.T) {
	for name, text := range map[string]string{
		"a list of people": "Участники заседания Совета\n\nСтороны обсудили план.\n\nАнна Ивановна Пробная, министр транспорта и связи\nИван Петрович Примеров, министр иностранных дел\nПётр Сергеевич Образцов, министр образования, науки\n",
		"sentences":        "Совет принял план\n\nСтороны обсудили план дорог и мостов на следующий год.\nОни довольны тем, что план принят единогласно сегодня.\nСледующая встреча пройдёт осенью в столице республики.\n",
		"long paragraphs":  "Совет принял план\n\n" + strings.Repeat("Стороны обсудили план дорог и мостов ", 5) + "\n" + strings.Repeat("Стороны обсудили план дорог и мостов ", 4) + "\n",
		"verses":           "Гимн Совета содружества\n\nМы идём вперёд\nпо дороге большой\nи поём о том,\nчто увидим зимой\n",
	} {
		r := readSingle(t, text)
		lines := strings.Count(strings.TrimSpace(strings.ReplaceAll(text, "\n\n", "\n")), "\n")
		got := len(r.Blocks)
		if r.Lead != "" {
			got++
		}
		if got != lines {
			t.Errorf("%s: %d lines of %d, %q, %+v", name, got, lines, r.Lead, r.Blocks)
		}
	}
}

// TestTitlesInLines: a headline that was set in lines of its own, whatever the width of the text below; and what only looks like one.
func TestTitlesInLines(t *testing.T) {
	const text = "В Пробном открылась выставка. Участники осмотрели экспозицию и обсудили подготовку к саммиту.\n\nДиректор музея отметил, что экспозиция будет работать до конца года.\n"
	for name, c := range map[string]struct{ above, headline, sub string }{
		"two lines":              {"В Пробном открылась выставка\nдостижений стран Совета\n\n", "В Пробном открылась выставка достижений стран Совета", ""},
		"three lines":            {"О проведении в Пробном\nвыставки достижений стран\nи народов Совета\n\n", "О проведении в Пробном выставки достижений стран и народов Совета", ""},
		"behind a preposition":   {"В Пробном открылась выставка об\nИмангали Пробнове\n\n", "В Пробном открылась выставка об Имангали Пробнове", ""},
		"a word that was broken": {"В Пробном открылась выставка дости-\nжений стран Совета\n\n", "В Пробном открылась выставка достижений стран Совета", ""},
		"the day below":          {"В Пробном открылась выставка\nдостижений стран Совета\n11 сентября 2026 года\n\n", "В Пробном открылась выставка достижений стран Совета", ""},
		"English":                {"Exhibition of the members\nof the Council opens\n\n", "Exhibition of the members of the Council opens", ""},
		"one line":               {"В Пробном открылась выставка\n\n", "В Пробном открылась выставка", ""},
		"a town of small letter": {"В Пробном открылась выставка\nг. Пробный\n\n", "В Пробном открылась выставка", ""},
	} {
		r := readSingle(t, c.above+text)
		if r.Headline != c.headline || r.Subheadline != c.sub || !strings.HasPrefix(r.Lead, "В Пробном открылась выставка.") || len(r.Blocks) != 1 {
			t.Errorf("%s: %q, %q, lead %q, %+v", name, r.Headline, r.Subheadline, r.Lead, r.Blocks)
		}
	}
	const lead = "В Пробном открылась выставка\nв ней участвуют все страны Совета.\n\nДиректор музея отметил, что экспозиция будет работать до конца года.\n"
	if r := readSingle(t, lead); r.Headline != "В Пробном открылась выставка" || r.Lead != "в ней участвуют все страны Совета." {
		t.Errorf("a lead right below: %q, %q", r.Headline, r.Lead)
	}
	const verses = "Мы идём вперёд\nпо дороге большой\nи поём о том\nчто увидим зимой\n"
	if r := readSingle(t, verses); r.Headline != "Мы идём вперёд" {
		t.Errorf("verses alone: %q", r.Headline)
	}
}
