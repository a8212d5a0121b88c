package template

import (
	"fmt"
	"testing"

	"communique/editor/register"
)

// BenchmarkFill fills a template as each key does in the window, beside
// registers of 10,000 people.
func BenchmarkFill(b *testing.B) {
	set, err := Embedded()
	if err != nil {
		b.Fatal(err)
	}
	meeting, err := set.Find("meeting", "ru")
	if err != nil {
		b.Fatal(err)
	}
	var known register.Registers
	for i := range 10_000 {
		known.People = append(known.People, register.Person{First: "Иван", Last: fmt.Sprintf("Пробный%d", i), Posts: []register.Post{{Title: fmt.Sprintf("начальник отдела %d", i)}}})
	}
	values := map[string]Value{
		"date": {Text: "11.09.2024"}, "place": {Text: "Бишкек"}, "topic": {Text: "подготовка к сессии Совета и ход учений"},
		"host": {Text: "начальник отдела 5 Иван Пробный5"}, "guest": {Text: "Министр иностранных дел Республики Пётр Образцов"},
		"present": {Text: "Иван Пробный7\nАнна Озерова\nпосол Мария Тихая"}, "agreed": {Text: "Стороны условились."},
	}
	for b.Loop() {
		if _, err := meeting.Fill(Office{Registers: known}, values); err != nil {
			b.Fatal(err)
		}
	}
}
