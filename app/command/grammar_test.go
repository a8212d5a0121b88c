package command

import (
	"strings"
	"testing"
)

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
