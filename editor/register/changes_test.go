package register

import (
	"reflect"
	"testing"
)

func TestWhatBecameOfRegisters(t *testing.T) {
	before := Registers{
		People:        []Person{{First: "Иван", Last: "Пробный"}, {First: "Анна", Last: "Озерова"}, {First: "Анна", Last: "Озерова", Posts: []Post{{Title: "посол"}}}},
		Organisations: []Organisation{{Name: "Совет"}},
		Places:        []Place{{Name: "Пробный"}},
	}
	now := Registers{
		People:        []Person{{First: "Иван", Last: "Пробный", English: "Ivan"}, {First: "Анна", Last: "Озерова"}, {First: "Юрий", Last: "Кравец"}},
		Organisations: []Organisation{{Name: "Совет"}, {Name: "Палата"}},
	}
	want := Changes{Added: 2, Changed: 1, Gone: Registers{People: before.People[2:], Places: before.Places}}
	if got := now.Since(before); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v", got)
	}
	if got := before.Since(before); !reflect.DeepEqual(got, Changes{}) {
		t.Errorf("nothing became of them: %+v", got)
	}
	if got := want.Gone.CardNames(); !reflect.DeepEqual(got, []string{"Анна Озерова", "Пробный"}) {
		t.Errorf("named %q", got)
	}
}
