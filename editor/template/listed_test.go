package template

import (
	"testing"

	"communique/editor/release"
)

// TestListed has lists of events as people type them.
func TestListed(t *testing.T) {
	for name, tt := range map[string][2]string{
		"one event with a mark of more":       {"28 февраля: заседание;", "28 февраля: заседание"},
		"several with semicolons":             {"28 февраля: заседание;\n1 марта: приём;", "28 февраля: заседание;\n1 марта: приём."},
		"several with commas, the last too":   {"заседание,\nприём,", "заседание,\nприём"},
		"several without marks":               {"заседание\nприём", "заседание\nприём"},
		"with a full stop":                    {"заседание;\nприём.", "заседание;\nприём."},
		"a full stop behind one of three":     {"1 марта: приём\n2 марта: концерт.\n3 марта: обед", "1 марта: приём\n2 марта: концерт\n3 марта: обед"},
		"a full stop behind all":              {"1 марта: приём.\n2 марта: концерт.", "1 марта: приём.\n2 марта: концерт."},
		"a year behind one":                   {"приём в 2027 г.\nконцерт", "приём в 2027 г.\nконцерт"},
		"sentences behind one":                {"1 марта: приём. Вход свободный.\n2 марта: обед", "1 марта: приём. Вход свободный.\n2 марта: обед"},
		"a semicolon behind all but the last": {"1 марта: приём;\n2 марта: концерт", "1 марта: приём;\n2 марта: концерт."},
		"a semicolon behind one of three":     {"1 марта: приём\n2 марта: концерт;\n3 марта: обед.", "1 марта: приём;\n2 марта: концерт;\n3 марта: обед."},
		"in one line, each with its day":      {"1 марта, 10.00: пресс-тур; 3 марта, 15.00: концерт", "1 марта, 10.00: пресс-тур\n3 марта, 15.00: концерт"},
		"in one line, each with its weekday":  {"вторник, 1 декабря – приём; среда, 2 декабря – встречи", "вторник, 1 декабря – приём\nсреда, 2 декабря – встречи"},
		"in one line, each with its month":    {"Sept. 18, 9 a.m.: opening; Sept. 19, 2 p.m.: talks", "Sept. 18, 9 a.m.: opening\nSept. 19, 2 p.m.: talks"},
		"in one line, no month before it":     {"part 1: opening; part 2: talks", "part 1: opening; part 2: talks"},
		"in one line, of one day":             {"1 марта: пресс-тур; концерт", "1 марта: пресс-тур; концерт"},
		"in one line, and what a number says": {"1 марта: пресс-тур; 3 концерта", "1 марта: пресс-тур; 3 концерта"},
		"in two lines, one with a semicolon":  {"1 марта: пресс-тур; 2 марта: приём\n3 марта: концерт", "1 марта: пресс-тур; 2 марта: приём\n3 марта: концерт"},
	} {
		f := filling{template: Template{Name: "try", Language: "ru", Fields: []Field{{Name: "text", Kind: Text}}}, values: map[string]Value{"text": {Text: tt[0]}}}
		if got := f.block(release.Block{Kind: release.List, Text: "{text}"}); got != tt[1] {
			t.Errorf("%s: %q, want %q", name, got, tt[1])
		}
	}
}

// TestADeedForASentence marks what is to be done where a whole sentence was asked for.
func TestADeedForASentence(t *testing.T) {
	for _, tt := range []struct {
		language, pattern, text, want string
		guessed                       bool
	}{
		{"ru", "{text}", "создать рабочую группу", "Создать рабочую группу.", true},
		{"ru", "{text}", "Стороны создадут рабочую группу", "Стороны создадут рабочую группу.", false},
		{"ru", "Решили {text}.", "создать рабочую группу", "Решили создать рабочую группу.", false},
		{"ru", "{text} решено в Пробске.", "создать рабочую группу", "Создать рабочую группу решено в Пробске.", false},
		{"en", "{text}", "Create a working group", "Create a working group.", true},
		{"en", "{text}", "to create a working group", "To create a working group.", true},
		{"en", "{text}", "The sides created a working group", "The sides created a working group.", false},
		{"kk", "{text}", "to create a working group", "To create a working group", false},
	} {
		f := filling{template: Template{Name: "try", Language: tt.language, Fields: []Field{{Name: "text", Kind: Text}}}, values: map[string]Value{"text": {Text: tt.text}}}
		got := f.block(release.Block{Kind: release.Paragraph, Text: tt.pattern})
		if got != tt.want || len(f.guesses) > 0 != tt.guessed {
			t.Errorf("%s: %s, %v", tt.text, got, f.guesses)
		}
	}
	f := filling{template: Template{Name: "try", Language: "en", Fields: []Field{{Name: "text", Kind: Text}}}, values: map[string]Value{"text": {Text: "Thank you all"}}}
	if f.block(release.Block{Kind: release.Quotation, Text: "{text}"}); len(f.guesses) > 0 { // what is said may be anything
		t.Errorf("%v", f.guesses)
	}
}
