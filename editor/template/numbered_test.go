package template

import "testing"

// TestNumberedParts has lists as people number them in a paper within a sentence.
func TestNumberedParts(t *testing.T) {
	for _, tt := range []struct{ language, pattern, text, want string }{
		{"ru", "рассмотрели {text.acc}.", "1. Итоги года. 2. План на 2029 год.", "рассмотрели итоги года и план на 2029 год."},
		{"ru", "В программе – {text}.", "1) переговоры 2) посещение завода 3) Концерт", "В программе – переговоры, посещение завода и концерт."},
		{"ru", "В программе – {text}.", "1) Переговоры, 2) встреча с ветеранами", "В программе – переговоры и встреча с ветеранами."},
		{"ru", "В программе – {text}.", "1) переговоры; 2) концерт", "В программе – переговоры и концерт."},
		{"ru", "В программе – {text}.", "1 концерт, 2 выставки", "В программе – 1 концерт, 2 выставки."},
		{"ru", "В программе – {text}.", "1) концерт", "В программе – 1) концерт."},
		{"ru", "рассмотрели {text.acc}.", "1. Министерство труда. 2. ООН и её задачи.", "рассмотрели Министерство труда, а также ООН и её задачи."},
		{"ru", "В программе – {text}.", "1. Пробск. 2. Большая Игра.", "В программе – Пробск и Большая Игра."},
		{"en", "They considered {text}.", "1. Results of the year. 2. Plan for 2029.", "They considered the results of the year and the plan for 2029."},
		{"ru", "В программе – {text}.", "1. Приём. 2. Посещение МТЗ.", "В программе – приём и посещение МТЗ."},
		{"en", "The programme: {text}.", "1. Talks with NATO. 2. US policy. 3. Moscow.", "The programme: talks with NATO, US policy and Moscow."},
		{"en", "The programme: {text}.", "1) talks 2) visit to a factory", "The programme: talks and visit to a factory."},
	} {
		f := filling{template: Template{Name: "try", Language: tt.language, Fields: []Field{{Name: "text", Kind: Text}}}, values: map[string]Value{"text": {Text: tt.text}}}
		if got := f.text(tt.pattern); got != tt.want {
			t.Errorf("%s, want %s", got, tt.want)
		}
	}
}
