package command

import (
	"os"
	"strings"
	"testing"
)

func TestDecline(t *testing.T) {
	o := newOffice(t)
	var all []declension
	o.json(&all, "decline", "--json", "Министр", "обороны", "Иван", "Пробный")
	if len(all) != 1 || all[0].Kind != "person" || all[0].Gender != "m" || all[0].Forms["ins"] != "Министром обороны Иваном Пробным" || all[0].Guess {
		t.Errorf("got %+v", all)
	}
	if out := o.must("decline", "--kind", "place", "--case", "пр", "Бишкек"); out != "Бишкеке\n" {
		t.Errorf("got %q", out)
	}
	if out := o.must("decline", "--kind", "person", "--gender", "f", "Женя", "Коваль"); out != "Женя Коваль\tЖени Коваль\tЖене Коваль\tЖеню Коваль\tЖеней Коваль\tЖене Коваль\n" {
		t.Errorf("got %q", out)
	}
	o.in = "Иван Пробный\n\nАнна Озерова\n"
	if out := o.must("decline", "--case", "dat"); out != "Ивану Пробному\nАнне Озеровой\n" {
		t.Errorf("got %q", out)
	}
	if _, _, told := o.run("decline", "Юрий", "Кравец"); !strings.Contains(told, "догадка") {
		t.Errorf("a guess is not told: %q", told)
	}
	for _, args := range [][]string{{"--kind", "animal"}, {"--gender", "x"}, {"--case", "voc"}} {
		if status, _, told := o.run(append([]string{"decline", "Иван"}, args...)...); status != couldNot || !strings.Contains(told, args[1]) {
			t.Errorf("%v: %d, %q", args, status, told)
		}
	}
}

func TestRegistersOnTheCommandLine(t *testing.T) {
	o := newOffice(t)
	o.must("people", "add", "Министр", "обороны", "Иван", "Пробный")
	if out := o.must("people", "list"); out != "Иван Пробный\tМинистр обороны\n" {
		t.Errorf("got %q", out)
	}
	table := o.must("people", "export")
	table = strings.Replace(table, ";Министр обороны;", ";Министр юстиции;", 1)
	o.must("people", "import", o.write("people.csv", table))
	if out := o.must("people", "list"); out != "Иван Пробный\tМинистр юстиции\n" {
		t.Errorf("got %q", out)
	}
	if headline := o.must("new", "--template", "meeting", "--set", "host=Иван Пробный"); !strings.Contains(headline, "Встреча Министра юстиции Ивана Пробного с") {
		t.Errorf("the register is not used: %s", headline)
	}
	o.must("places", "add", "Пробный")
	o.must("places", "export", o.path("places.toml"))
	if data, err := os.ReadFile(o.path("places.toml")); err != nil || !strings.Contains(string(data), `name = "Пробный"`) {
		t.Errorf("%s, %v", data, err)
	}
	if status, _, _ := o.run("places", "export", o.path("places.toml")); status != couldNot {
		t.Error("an existing file was written over")
	}
	if out := o.must("places", "list", "--all"); !strings.Contains(out, "Бишкек\tв Бишкеке\tKG\tAsia/Bishkek\n") {
		t.Error("the shipped places are missing")
	}
	o.must("organisations", "add", "Совет", "пробных", "государств")
	if out := o.must("organisations", "list", "--json"); !strings.Contains(out, `"Совет пробных государств"`) {
		t.Errorf("got %s", out)
	}
	if status, _, told := o.run("people", "import", o.write("bad.csv", "colour\nred\n")); status != couldNot || !strings.Contains(told, "colour") {
		t.Errorf("%d, %q", status, told)
	}
}

func TestTemplatesOnTheCommandLine(t *testing.T) {
	o := newOffice(t)
	if out := o.must("templates", "list"); !strings.HasPrefix(out, "meeting\tВстреча\n") || strings.Count(out, "\n") != 17 {
		t.Errorf("got %s", out)
	}
	text := o.must("templates", "show", "call", "--language", "en")
	if !strings.Contains(text, `title = "Telephone call"`) {
		t.Errorf("got %s", text)
	}
	good := o.write("good.toml", text)
	o.must("templates", "check", good)
	bad := o.write("bad.toml", strings.Replace(text, "{guest.full}", "{guest.weekday}", 1))
	if status, _, told := o.run("templates", "check", good, bad); status != couldNot || !strings.Contains(told, "bad.toml") || !strings.Contains(told, "{guest.short}") || strings.Contains(told, "good.toml") {
		t.Errorf("%d, %s", status, told)
	}
}

// How a table will be declined can be seen before it is taken in.
func TestPreviewOfATable(t *testing.T) {
	o := newOffice(t)
	table := o.write("people.csv", "first,last,post\nАнна,Озерова,министр обороны\nЮрий,Кравец,\n")
	out := o.must("people", "import", table, "--preview")
	lines := strings.Split(out, "\n")
	if len(lines) != 3 || !strings.HasPrefix(lines[0], "?\tЮрий Кравец\tЮрия Кравца\t") || !strings.HasPrefix(lines[1], "\tминистр обороны Анна Озерова\tминистра обороны Анны Озеровой\t") {
		t.Errorf("got %q", out)
	}
	if list := o.must("people", "list"); list != "" {
		t.Errorf("taken in: %q", list)
	}
}

// Whom a saved release names for the first time is known the next, with the
// forms that were given.
func TestTheRegistersLearn(t *testing.T) {
	o := newOffice(t)
	set := []string{
		"new", "--template", "meeting", "--save", "--set", "date=11.09.2024", "--set", "place=Бишкек", "--set", "topic=подготовка к сессии",
		"--set", "host=Президент Республики Пётр Образцов", "--set", "guest=посол Юрий Кравец", "--set", "guest.ins=послом Юрием Кравецом",
	}
	_, _, told := o.run(set...)
	if !strings.Contains(told, "Запомнено в картотеке: ") || !strings.Contains(told, "Пётр Образцов") {
		t.Errorf("told %q", told)
	}
	if out := o.must("new", "--template", "meeting", "--set", "date=12.09.2024", "--set", "place=Ош", "--set", "topic=мир", "--set", "host=Пётр Образцов", "--set", "guest=Юрий Кравец"); !strings.Contains(out, "Президента Республики Петра Образцова с послом Юрием Кравецом") {
		t.Errorf("got %s", out)
	}
}
