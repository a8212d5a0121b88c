package registers

import (
	"slices"
	"testing"

	"communique/editor/register"
)

// TestATableLeavesWhatIsWrittenMeanwhile: a card that is kept while a table is compared away from the UI goroutine stays.
func TestATableLeavesWhatIsWrittenMeanwhile(t *testing.T) {
	s := newStage(t, people(register.Person{First: "Иван", Last: "Пробный"}))
	var waiting []func()
	s.params.Go = func(work func()) { waiting = append(waiting, work) }
	Preview(s.params, s.take(people(register.Person{First: "Анна", Last: "Озерова"}), nil), func() {})
	s.Tap("Загрузить")
	s.kept = people(register.Person{First: "Иван", Last: "Пробный"}, register.Person{First: "Юрий", Last: "Кравец"})
	for _, work := range waiting {
		go work()
	}
	s.Wait("the cards", func() bool { return s.Told != "" })
	if got := s.kept.CardNames(); len(got) != 3 || !slices.Contains(got, "Юрий Кравец") || !slices.Contains(got, "Анна Озерова") {
		t.Errorf("kept %q", got)
	}
}
