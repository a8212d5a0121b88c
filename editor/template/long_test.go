package template

import (
	"strings"
	"testing"
	"time"
)

// TestLongTextsInFields: what somebody pastes into a field by mistake, a whole paragraph of it, costs what its letters do: a
// list of people was sought in every way in which its commas may part it, twice as long with each further one.
func TestLongTextsInFields(t *testing.T) {
	set, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	for _, unit := range []string{"подготовка к сессии Совета и вопросы дорог и ", "посол Иван Речной, дороги, ", "Анна Озерова, а также дороги, и мосты, "} {
		text := strings.Repeat(unit, 40)
		for _, tp := range set.In("ru") {
			begun := time.Now()
			for _, field := range tp.Fields {
				if field.Kind == Text || field.Kind == Person || field.Kind == People {
					_, _ = tp.Fill(Office{}, map[string]Value{field.Name: {Text: text}})
				}
			}
			if took := time.Since(begun); took > 20*time.Second {
				t.Fatalf("%s: %d bytes took %v", tp.Title, len(text), took)
			}
		}
	}
}

// TestAListOfPeopleIsNoLongerThan what people write in one line: its bounds leave a long list apart.
func TestAListOfPeopleIsNoLongerThan(t *testing.T) {
	one := strings.Repeat("чрезвычайный и полномочный ", 8) + "посол Пробной Республики Иван Речной"
	list := strings.TrimSuffix(strings.Repeat("Министр обороны Анна Озерова, ", 60), ", ")
	f := newFilling(Office{}, Template{Language: "ru"}, nil)
	for text, want := range map[string]int{one + ", Анна Озерова": 2, list: 60, list + list + list: 1} {
		if got := len(f.persons(text)); got != want {
			t.Errorf("%d bytes: %d people", len(text), got)
		}
	}
}
