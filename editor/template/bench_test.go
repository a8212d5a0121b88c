package template

import (
	"fmt"
	"testing"
	"time"

	"communique/editor/register"
)

// BenchmarkFill fills a template as each key does in the window, beside
// registers of 10,000 people.
func BenchmarkFill(b *testing.B) {
	meeting, office, values := meetingOfMany(b)
	for b.Loop() {
		if _, err := meeting.Fill(office, values); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkFollow follows a draft of which one part was edited, and is therefore
// compared with every usage; it tells how many fillings that costs.
func BenchmarkFollow(b *testing.B) {
	meeting, office, values := meetingOfMany(b)
	made, err := meeting.Fill(office, values)
	if err != nil {
		b.Fatal(err)
	}
	made.Release.Headline = "Своё"
	start := time.Now()
	const fillings = 10
	for range fillings {
		if _, err := meeting.Fill(office, values); err != nil {
			b.Fatal(err)
		}
	}
	one := float64(time.Since(start).Nanoseconds()) / fillings
	b.ResetTimer()
	for b.Loop() {
		if _, _, err := meeting.Follow(office, made.Release, values); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/one, "fillings/op")
}

func meetingOfMany(b *testing.B) (Template, Office, map[string]Value) {
	b.Helper()
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
	return meeting, Office{Registers: known}, values
}
