package find

import (
	"slices"
	"testing"

	"communique/editor/grammar"
	"communique/editor/register"
	"communique/editor/release"
)

// TestSubstitutionOfOthers: what few names and few texts have.
func TestSubstitutionOfOthers(t *testing.T) {
	day := func(text string) (d release.Date) {
		if err := d.UnmarshalText([]byte(text)); err != nil {
			t.Fatal(err)
		}
		return d
	}
	fund := func(name, short, abbreviation, english string) Subject {
		return Subject{Organisation: &register.Organisation{Name: name, Short: short, Abbreviation: abbreviation, English: english}}
	}
	nick := Subject{Person: &register.Person{First: "Пётр", Last: "Образцов", Short: "П. Обр.", EnglishShort: "P. Obraztsov"}}
	two := Subject{Person: &register.Person{First: "Пётр", Last: "Образцов", Posts: []register.Post{{Title: "министр"}, {Title: "член Совета", Beside: true}}}}
	for name, c := range map[string]struct {
		old, with  Subject
		text, want string
	}{
		"prepositions with a hyphen":        {place("Минск"), place("Астана"), "из-за Минска, из-под Минска, ИЗ-ПОД Минска", "из-за ⟨Минска→Астаны⟩, из-под ⟨Минска→Астаны⟩, ИЗ-ПОД ⟨Минска→Астаны⟩"},
		"prepositions that are adverbs":     {place("Минск"), place("Астана"), "встреча около Минска, жизнь внутри Минска, решение вопреки Минску, согласно Минску", "встреча около ⟨Минска→Астаны⟩, жизнь внутри ⟨Минска→Астаны⟩, решение вопреки ⟨Минску→Астане⟩, согласно ⟨Минску→Астане⟩"},
		"adverbs":                           {obraztsov, ozerova, "Накануне Образцов заявил. После Образцова выступил он. Вокруг Образцова", "Накануне ⟨Образцов→Озерова⟩ заявил. После ⟨Образцова→Озеровой|Озерову?case⟩ выступил он. Вокруг ⟨Образцова→Озеровой|Озерову?case⟩"},
		"alone in its text":                 {place("Минск"), place("Астана"), "  Минск  ", "  ⟨Минск→Астана⟩  "},
		"another name with a hyphen":        {place("Минск"), place("Астана"), "Нью-Минск, Минск-Арена, новый-Минск, Минск-", "Нью-Минск, Минск-Арена, новый-Минск, ⟨Минск→Астана|Астану?case⟩-"},
		"an organisation's own ways":        {fund("Фонд садов", "Садфонд", "ФС", "Fund of Gardens"), fund("Совет лесов", "", "", "Council of Forests"), "Фонд садов, в Фонде садов, в фонде садов, Садфондом, о ФС, Fund of Gardens", "⟨Фонд садов→Совет лесов⟩, в ⟨Фонде садов→Совете лесов⟩, в ⟨фонде садов→совете лесов⟩, ⟨Садфондом→Советом лесов?counterpart⟩, о ⟨ФС→Совет лесов|Совете лесов?case⟩, ⟨Fund of Gardens→Council of Forests⟩"},
		"an abbreviation that is a word":    {fund("ВУЗ", "", "", ""), fund("Академия", "", "", ""), "в ВУЗе, ВУЗа и ВУЗ", "в ⟨ВУЗе→Академии⟩, ⟨ВУЗа→Академии⟩ и ⟨ВУЗ→Академия|Академию?case⟩"},
		"an abbreviation ending in a vowel": {fund("АНО", "", "", ""), fund("Академия", "", "", ""), "в АНО, АНОа", "в ⟨АНО→Академию|Академии?case⟩, АНОа"},
		"an abbreviation in Latin":          {fund("BBC", "", "", ""), fund("Академия", "", "", ""), "для BBC, BBCа", "для ⟨BBC→Академии⟩, BBCа"},
		"no name in English":                {fund("Фонд", "", "", "The Fund"), fund("Совет", "", "", ""), "The Fund и Фонд", "The Fund и ⟨Фонд→Совет⟩"},
		"a short name of its own":           {nick, probny, "с П. Обр., P. Obraztsov", "с ⟨П. Обр.→С. Пробным|С. Пробного?case⟩, P. Obraztsov"},
		"two posts at once":                 {two, ozerova, "с министром, членом Совета Петром Образцовым и с министром Петром Образцовым", "с ⟨министром, членом Совета Петром Образцовым→Председателем Комитета Анной Озеровой⟩ и с ⟨министром Петром Образцовым→Председателем Комитета Анной Озеровой⟩"},
		"a surname of one word":             {Subject{Person: &register.Person{Full: "Авиценна"}}, probny, "Труды Авиценны. Иван Авиценна.", "Труды ⟨Авиценны→Семёна Пробного⟩. Иван Авиценна."},
		"by a name of one word":             {obraztsov, Subject{Person: &register.Person{Full: "Авиценна"}}, "с Петром Образцовым, П. Образцов, Образцову", "с ⟨Петром Образцовым→Авиценной⟩, ⟨П. Образцов→Авиценна?counterpart⟩, ⟨Образцову→Авиценне?counterpart⟩"},
		"behind an initial":                 {Subject{Person: &register.Person{Last: "Образцов"}}, probny, "И. Образцов, Ивана Образцова, кв. Образцова, В. Образцов", "И. Образцов, Ивана Образцова, кв. ⟨Образцова→Семёна Пробного⟩, В. Образцов"},
		"a place of many":                   {place("Нидерланды"), place("Филиппины"), "в Нидерландах, для Нидерландов, Нидерланды", "⟨в Нидерландах→на Филиппинах⟩, для ⟨Нидерландов→Филиппин⟩, ⟨Нидерланды→Филиппины⟩"},
		"a place in capitals":               {place("США"), place("Россия"), "в США, для США, Из США", "в ⟨США→Россию|России?case⟩, для ⟨США→России⟩, Из ⟨США→России⟩"},
		"a capital of one letter":           {place("Минск"), place("астрал"), "МИНСК и Минск", "⟨МИНСК→АСТРАЛ?form⟩ и ⟨Минск→астрал?form⟩"},
		"a speaker":                         {obraztsov, ozerova, "Пётр Образцов", "⟨Пётр Образцов→Анна Озерова⟩"},
		"with a stress mark":                {place("Минск"), place("Астана"), "из Ми\u0301нска, из Мин\u00adска, а\u0301Минск", "из ⟨Ми́нска→Астаны⟩, из ⟨Мин\u00adска→Астаны⟩, а\u0301Минск"},
		"over a line's end":                 {obraztsov, probny, "Петра\nОбразцова, с\nОбразцовым", "⟨Петра\nОбразцова→Семёна\nПробного⟩, с\n⟨Образцовым→Пробным⟩"},
		"an ending in brackets":             {obraztsov, probny, "(Образцов) «Образцов» Образцов…", "(⟨Образцов→Пробный⟩) «⟨Образцов→Пробный⟩» ⟨Образцов→Пробный⟩…"},
		"a first name beside another":       {obraztsov, probny, "Абай Пётр Иванович сообщил, Пётр Иванович Абай сообщил", "Абай ⟨Пётр Иванович→Семён Львович⟩ сообщил, Пётр Иванович Абай сообщил"},
		"a whole name beside another":       {obraztsov, probny, "Анна Пётр Образцов", "Анна ⟨Пётр Образцов→Семён Пробный⟩"},
		"a capital letter behind":           {obraztsov, probny, "Образцов В Москве, Образцов А. В Москве", "⟨Образцов→Пробный⟩ В Москве, Образцов А. В Москве"},
		"a place behind a post":             {place("Россия"), place("Казахстан"), "Президент республики Россия и Глава республики России", "Президент республики ⟨Россия→Казахстан⟩ и Глава республики ⟨России→Казахстана⟩"},
		"counted":                           {fund("министерство", "", "", ""), fund("ведомство", "", "", ""), "5 министерств, 2 министерства", "5 министерств, 2 ⟨министерства→ведомства?case⟩"},
	} {
		t.Run(name, func(t *testing.T) {
			s := NewSubstitution(grammar.House{}, day("2024-05-05"), c.old, c.with)
			changes := s.Changes(slices.Values([]release.Passage{passage(release.Paragraph, c.text)}))
			if got := shownChanges(c.text, changes); got != c.want {
				t.Errorf("%q", got)
			}
			for _, change := range changes {
				if stands := string([]rune(c.text)[change.Start:change.End]); change.Before != stands {
					t.Errorf("before it is %q, there stands %q", change.Before, stands)
				}
			}
		})
	}
}

// TestInFormOfOthers: typed with spaces, in capitals, and where there is no such form.
func TestInFormOfOthers(t *testing.T) {
	for name, c := range map[string]struct {
		old, with  string
		likeCase   bool
		text, want string
	}{
		"typed with spaces":        {" министр ", " отец ", false, "о министре", "⟨о министре→об отце⟩"},
		"a verb in capitals":       {"заявить", "сообщить", true, "ЗАЯВИЛ, Заявил", "⟨ЗАЯВИЛ→СООБЩИТЬ?none⟩, ⟨Заявил→Сообщить?none⟩"},
		"a form that there is not": {"министр", "человечество", false, "министры, министрами, министром", "⟨министры→человечества⟩, ⟨министрами→человечествами⟩, ⟨министром→человечеством⟩"},
		"nothing in its place":     {"министр", "", false, "с министром", "с ⟨министром→?none⟩"},
		"a place by a thing":       {"Москва", "столица", false, "в Москве, Москву", "в ⟨Москве→столице⟩, ⟨Москву→столицу⟩"},
		"two words by one":         {"пробный район", "район", false, "в пробном районе", "в ⟨пробном районе→районе⟩"},
		"a person's surname":       {"Образцов", "Пробный", false, "Образцову, с Образцовым", "⟨Образцову→Пробному⟩, с ⟨Образцовым→Пробным⟩"},
	} {
		t.Run(name, func(t *testing.T) {
			changes := New(c.old, Options{Forms: true}).InForm(slices.Values([]release.Passage{passage(release.Paragraph, c.text)}), grammar.House{}, Replacement{Words: c.with, LikeCase: c.likeCase})
			if got := shownChanges(c.text, changes); got != c.want {
				t.Errorf("%q", got)
			}
			for _, change := range changes {
				if stands := string([]rune(c.text)[change.Start:change.End]); change.Before != stands {
					t.Errorf("before it is %q, there stands %q", change.Before, stands)
				}
			}
		})
	}
}

// TestNamed: the registers' card where they have one, or what was typed.
func TestNamed(t *testing.T) {
	known := register.Registers{
		People:        []register.Person{{First: "Анна", Last: "Озерова", English: "Anna Ozerova"}},
		Organisations: []register.Organisation{{Name: "Совет садов", Abbreviation: "СС"}},
		Places:        []register.Place{{Name: "Пробное", English: "Probnoye"}},
	}
	if s := Named(grammar.Organisation, " Совет  садов", known); s.Organisation == nil || s.Organisation.Abbreviation != "СС" || s.Person != nil || s.Place != nil {
		t.Errorf("got %+v", s)
	}
	if s := Named(grammar.Organisation, "Союз лесов", known); s.Organisation == nil || s.Organisation.Name != "Союз лесов" {
		t.Errorf("got %+v", s)
	}
	if s := Named(grammar.Place, "Пробное", known); s.Place == nil || s.Place.English != "Probnoye" {
		t.Errorf("got %+v", s)
	}
	if s := Named(grammar.Place, "Лесное", known); s.Place == nil || s.Place.Name != "Лесное" {
		t.Errorf("got %+v", s)
	}
	if s := Named(grammar.Person, "Анна Озерова", known); s.Person == nil || s.Person.English != "Anna Ozerova" {
		t.Errorf("got %+v", s)
	}
	if s := Named(grammar.Person, "секретарь Пётр Образцов", known); s.Person == nil || s.Person.Name() != "Пётр Образцов" || len(s.Person.Posts) != 1 {
		t.Errorf("got %+v", s)
	}
}

// TestLettersThatNobodySees stand within words and part none.
func TestLettersThatNobodySees(t *testing.T) {
	for _, r := range "\u00ad\u200b\u200c\u200e\u200f\u2060\ufeff\u202a\u202c\u2066\u2069" {
		text := "пре" + string(r) + "сс, прес" + string(r) + "са"
		hits := New("пресс", Options{Word: true}).InPassage(passage(release.Paragraph, text))
		if len(hits) != 1 || hits[0].Start != 0 || hits[0].End != 6 {
			t.Errorf("%U: %v", r, hits)
		}
	}
}
