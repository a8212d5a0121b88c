package register

import (
	"reflect"
	"strings"
	"testing"

	"communique/editor/grammar"
)

// TestConflictsOfEveryKind: a card that two have changed is told as what it is, a person, an
// organisation or a place, and settled among its own kind.
func TestConflictsOfEveryKind(t *testing.T) {
	registers := func(english string) Registers {
		return Registers{
			People:        []Person{{First: "Анна", Last: "Озерова", English: english}},
			Organisations: []Organisation{{Name: "Совет", English: english}},
			Places:        []Place{{Name: "Пробный", English: english}},
		}
	}
	merged, conflicts := Merge(registers(""), registers("a"), registers("b"))
	if !reflect.DeepEqual(merged, registers("b")) {
		t.Errorf("merged %+v", merged)
	}
	mine := registers("a")
	want := []Conflict{
		{grammar.Person, "Анна Озерова", Registers{People: mine.People}},
		{grammar.Organisation, "Совет", Registers{Organisations: mine.Organisations}},
		{grammar.Place, "Пробный", Registers{Places: mine.Places}},
	}
	if !reflect.DeepEqual(conflicts, want) {
		t.Fatalf("told %+v", conflicts)
	}
	settled := merged
	for _, c := range conflicts {
		settled = settled.Settle(c)
	}
	if !reflect.DeepEqual(settled, mine) {
		t.Errorf("settled %+v", settled)
	}
	_, removed := Merge(registers(""), Registers{}, registers("b"))
	for i, c := range removed {
		if c.Kind != want[i].Kind || c.Name != want[i].Name || !reflect.DeepEqual(c.Mine, Registers{}) {
			t.Errorf("removed here: %+v", c)
		}
		merged = merged.Settle(c)
	}
	if len(removed) != 3 || len(merged.People)+len(merged.Organisations)+len(merged.Places) != 0 {
		t.Errorf("left %+v", merged)
	}
}

// TestPreviewKeepsTheOrder: guesses come first, and both they and the others stay as they
// were given.
func TestPreviewKeepsTheOrder(t *testing.T) {
	r := Registers{People: []Person{{First: "Анна", Last: "Озерова"}, {First: "Юрий", Last: "Кравец"}, {First: "Пётр", Last: "Образцов"}, {First: "Илья", Last: "Кравец"}}}
	var sure, guessed []string
	for _, hit := range r.Preview(grammar.House{}, on("2024-01-01")) {
		if hit.Guess {
			if len(sure) > 0 {
				t.Errorf("%s comes behind what is sure", hit.Name)
			}
			guessed = append(guessed, hit.Name)
			continue
		}
		sure = append(sure, hit.Name)
	}
	if !reflect.DeepEqual(guessed, []string{"Юрий Кравец", "Илья Кравец"}) || !reflect.DeepEqual(sure, []string{"Анна Озерова", "Пётр Образцов"}) {
		t.Errorf("got %q, then %q", guessed, sure)
	}
}

// TestChangedOfEveryKind: a card that is edited takes the place of what it was, be it renamed,
// and a new one comes behind the others, or in the place of its own name.
func TestChangedOfEveryKind(t *testing.T) {
	registers := func(first, second string) Registers {
		r := Registers{
			People:        []Person{{First: first, Last: "Озерова"}, {First: second, Last: "Озерова"}},
			Organisations: []Organisation{{Name: first}, {Name: second}},
			Places:        []Place{{Name: first}, {Name: second}},
		}
		if second == "" {
			r.People, r.Organisations, r.Places = r.People[:1], r.Organisations[:1], r.Places[:1]
		}
		return r
	}
	all := registers("Анна", "Мария")
	if got := all.Changed(registers("Мария", ""), registers("Марина", "")); !reflect.DeepEqual(got, registers("Анна", "Марина")) {
		t.Errorf("renamed: %+v", got)
	}
	if got := registers("Анна", "").Changed(Registers{}, registers("Мария", "")); !reflect.DeepEqual(got, all) {
		t.Errorf("new: %+v", got)
	}
	if got := all.Changed(Registers{}, registers("Анна", "")); !reflect.DeepEqual(got, all) {
		t.Errorf("of the same name: %+v", got)
	}
	if !reflect.DeepEqual(all, registers("Анна", "Мария")) {
		t.Errorf("the cards before: %+v", all)
	}
}

// TestNamesakesHaveNumbers: rows of people of one name say whose they are, counted from one.
func TestNamesakesHaveNumbers(t *testing.T) {
	anna := Person{First: "Анна", Last: "Озерова", Posts: []Post{{Title: "министр"}, {Title: "посол"}}}
	data, err := Registers{People: []Person{anna, {First: "Пётр"}, anna}}.Write(People, ".csv")
	if err != nil {
		t.Fatal(err)
	}
	var numbers []string
	for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n")[1:] {
		line = strings.TrimRight(line, "\r")
		numbers = append(numbers, line[strings.LastIndexAny(line, ",;")+1:])
	}
	if !reflect.DeepEqual(numbers, []string{"1", "1", "2", "3", "3"}) {
		t.Errorf("got %q", numbers)
	}
	other, err := Registers{People: []Person{{First: "Анна", Posts: anna.Posts[:1]}, {First: "Пётр"}}}.Write(People, ".csv")
	if err != nil {
		t.Fatal(err)
	}
	columns := func(table []byte) int {
		head, _, _ := strings.Cut(string(table), "\n")
		return strings.Count(head, ",") + strings.Count(head, ";")
	}
	if columns(other) != columns(data)-1 {
		t.Errorf("%d columns where all have names of their own, and %d", columns(other), columns(data))
	}
}

func TestMerge(t *testing.T) {
	ivan := Place{Name: "Пробный"}
	with := func(english string) Place { p := ivan; p.English = english; return p }
	anna := Place{Name: "Озёрный"}
	for name, c := range map[string]struct {
		known, wanted, stored []Place
		want                  string
		conflicts             string
	}{
		"nothing happened":             {[]Place{ivan}, []Place{ivan}, []Place{ivan}, "Пробный:", ""},
		"changed here":                 {[]Place{ivan}, []Place{with("a")}, []Place{ivan}, "Пробный:a", ""},
		"changed there":                {[]Place{ivan}, []Place{ivan}, []Place{with("b")}, "Пробный:b", ""},
		"changed alike":                {[]Place{ivan}, []Place{with("a")}, []Place{with("a")}, "Пробный:a", ""},
		"changed apart":                {[]Place{ivan}, []Place{with("a")}, []Place{with("b")}, "Пробный:b", "Пробный:a"},
		"added here and there":         {nil, []Place{ivan}, []Place{anna}, "Озёрный: Пробный:", ""},
		"added twice, alike":           {nil, []Place{ivan}, []Place{ivan}, "Пробный:", ""},
		"added twice, apart":           {nil, []Place{with("a")}, []Place{with("b")}, "Пробный:b", "Пробный:a"},
		"removed here":                 {[]Place{ivan, anna}, []Place{anna}, []Place{ivan, anna}, "Озёрный:", ""},
		"removed there":                {[]Place{ivan, anna}, []Place{ivan, anna}, []Place{anna}, "Озёрный:", ""},
		"removed here, changed there":  {[]Place{ivan}, nil, []Place{with("b")}, "Пробный:b", "Пробный removed"},
		"changed here, removed there":  {[]Place{ivan}, []Place{with("a")}, nil, "Пробный:a", ""},
		"removed here, added there":    {[]Place{ivan}, nil, []Place{ivan, anna}, "Озёрный:", ""},
		"two of one name, one changed": {[]Place{ivan, ivan}, []Place{ivan, with("a")}, []Place{ivan, ivan, anna}, "Пробный: Пробный:a Озёрный:", ""},
	} {
		t.Run(name, func(t *testing.T) {
			merged, conflicts := Merge(Registers{Places: c.known}, Registers{Places: c.wanted}, Registers{Places: c.stored})
			var got, told []string
			for _, p := range merged.Places {
				got = append(got, p.Name+":"+p.English)
			}
			for _, conflict := range conflicts {
				if len(conflict.Mine.Places) == 0 {
					told = append(told, conflict.Name+" removed")
				}
				for _, p := range conflict.Mine.Places {
					told = append(told, p.Name+":"+p.English)
				}
			}
			if strings.Join(got, " ") != c.want || strings.Join(told, " ") != c.conflicts {
				t.Errorf("got %q, told %q", got, told)
			}
		})
	}
}

func TestSettleAConflict(t *testing.T) {
	stored := Registers{Places: []Place{{Name: "Пробный", English: "b"}}}
	mine := stored.Settle(Conflict{grammar.Place, "Пробный", Registers{Places: []Place{{Name: "Пробный", English: "a"}}}})
	if len(mine.Places) != 1 || mine.Places[0].English != "a" {
		t.Errorf("got %+v", mine)
	}
	if gone := stored.Settle(Conflict{Kind: grammar.Place, Name: "Пробный"}); len(gone.Places) != 0 {
		t.Errorf("got %+v", gone)
	}
}
