package find

import (
	"strings"
	"testing"

	"communique/editor/grammar"
	"communique/editor/register"
	"communique/editor/release"
)

func TestLooks(t *testing.T) {
	alliance := Subject{Organisation: &register.Organisation{Name: "Содружество садов"}}
	council := Subject{Organisation: &register.Organisation{Name: "Совет садов"}}
	states := Named(grammar.Place, "Нидерланды", register.Registers{})
	for name, c := range map[string]struct {
		old, with Subject
		want      string // words to look at in ⟨⟩
	}{
		"a verb behind":             {obraztsov, ozerova, "Пётр Образцов ⟨заявил⟩, что встреча прошла хорошо."},
		"a verb before":             {obraztsov, ozerova, "Как ⟨сообщил⟩ Образцов, работа идёт."},
		"reflexive":                 {obraztsov, ozerova, "Образцов ⟨встретился⟩ с делегацией."},
		"without л":                 {obraztsov, ozerova, "Образцов ⟨достиг⟩ успеха и ⟨помог⟩ нам."},
		"a short adjective":         {obraztsov, ozerova, "Образцов ⟨готов⟩ помочь и ⟨уверен⟩ в успехе."},
		"adjectives before":         {obraztsov, ozerova, "⟨уважаемый⟩ Пётр Образцов, для ⟨нового⟩ Образцова"},
		"what a comma joins":        {obraztsov, ozerova, "встреча с Образцовым, ⟨который⟩ ждёт, и Образцову, с ⟨которым⟩ говорят"},
		"pronouns of two sentences": {obraztsov, ozerova, "Образцов приедет. ⟨Его⟩ ждут, ⟨он⟩ знает. Его здесь нет."},
		"a sentence of others":      {obraztsov, ozerova, "Семён заявил. Образцов молчит."},
		"initials end no sentence":  {obraztsov, ozerova, "Как ⟨отметил⟩ П. И. Образцов"},
		"an adjective of others":    {obraztsov, ozerova, "Про старую Образцов ⟨заявил⟩, у ⟨старого⟩ Образцова"},
		"one that fits both":        {obraztsov, ozerova, "у бывших Образцов ⟨заявил⟩"},
		"abbreviations end none":    {obraztsov, ozerova, "Как ⟨отметил⟩ д. н. Образцов"},
		"names are no verbs":        {obraztsov, ozerova, "Образцов, Масуд Жапаров, Краснов и ОДКБ ждут. "},
		"prepositions are no verbs": {obraztsov, ozerova, "Образцов из-за нас, из дома, до, об, под"},
		"nouns are no verbs":        {obraztsov, ozerova, "Образцов и стол дел"},
		"the same gender":           {obraztsov, probny, "Образцов заявил, он готов"},
		"a woman by a man":          {ozerova, obraztsov, "Озерова ⟨заявила⟩, что ⟨готова⟩ и ⟨её⟩ ждут. ⟨Она⟩ приедет"},
		"neuter by masculine":       {alliance, council, "Содружество садов ⟨провело⟩ встречу, ⟨оно⟩ растёт"},
		"many by one":               {states, place("Бельгия"), "Нидерланды ⟨подписали⟩ договор и ⟨поддерживают⟩ его"},
		"one by many":               {place("Бельгия"), states, "Бельгия ⟨подписала⟩ договор и ⟨поддерживает⟩ его, полагают соседи."},
		"many by many":              {states, place("Филиппины"), "Нидерланды подписали договор и поддерживают его."},
		"one by one":                {place("Бельгия"), place("Дания"), "Бельгия подписала договор и поддерживает его."},
		"every ending of many":      {states, place("Бельгия"), "Нидерланды ⟨пишут⟩ и ⟨читают⟩, ⟨дышат⟩ и ⟨хранят⟩, ⟨борются⟩ и ⟨учатся⟩, идёт и поёт."},
		"every ending of one":       {place("Бельгия"), states, "Бельгия ⟨поёт⟩ и ⟨читает⟩, ⟨дышит⟩ и ⟨борется⟩, пишут и учатся."},
		"before a preposition":      {place("Минск"), place("Астана"), "Дом старый в Минске и новый из Минска. Слух новый о Минске. Слух новый о\u00a0Минске."},
		"a place":                   {place("Минск"), place("Астана"), "Минск ⟨принял⟩ гостей"},
	} {
		t.Run(name, func(t *testing.T) {
			text := unmarked(c.want)
			s := NewSubstitution(grammar.House{}, release.Date{}, c.old, c.with)
			r := release.New("ru")
			r.Lead = text
			changes := s.Changes(r.Passages())
			if len(changes) == 0 {
				t.Fatal("nothing is found")
			}
			letters := []rune(text)
			var b strings.Builder
			at := 0
			for _, l := range s.Looks(r.Passages(), changes) {
				if string(letters[l.Start:l.End]) != l.Word {
					t.Errorf("%+v", l)
				}
				b.WriteString(string(letters[at:l.Start]) + "⟨" + l.Word + "⟩")
				at = l.End
			}
			if got := b.String() + string(letters[at:]); got != c.want {
				t.Errorf("\n got %s\nwant %s", got, c.want)
			}
		})
	}
}
