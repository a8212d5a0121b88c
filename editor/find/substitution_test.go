package find

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"communique/editor/document"
	"communique/editor/grammar"
	"communique/editor/register"
	"communique/editor/release"
)

// shownChanges shows changes in a text: ⟨before→after⟩, a guess as ⟨before→after|other?reason⟩.
func shownChanges(text string, changes []Change) string {
	letters := []rune(text)
	var b strings.Builder
	at := 0
	for _, c := range changes {
		b.WriteString(string(letters[at:c.Start]) + "⟨" + string(letters[c.Start:c.End]) + "→" + strings.Join(append([]string{c.After}, c.Others...), "|"))
		if c.Guess() {
			b.WriteString("?" + string(c.Reason))
		}
		b.WriteString("⟩")
		at = c.End
	}
	return b.String() + string(letters[at:])
}

var (
	obraztsov = Subject{Person: &register.Person{First: "Пётр", Patronymic: "Иванович", Last: "Образцов", Posts: []register.Post{{Title: "Министр обороны"}}}}
	probny    = Subject{Person: &register.Person{First: "Семён", Patronymic: "Львович", Last: "Пробный"}}
	ozerova   = Subject{Person: &register.Person{First: "Анна", Last: "Озерова", Posts: []register.Post{{Title: "Председатель Комитета"}}}}
	petrenko  = Subject{Person: &register.Person{First: "Олег", Last: "Петренко"}}
)

func place(name string) Subject { return Named(grammar.Place, name, register.Registers{}) }

func TestSubstitution(t *testing.T) {
	ministry := Subject{Organisation: &register.Organisation{Name: "Министерство лесов", Short: "Минлес", Abbreviation: "МЛ"}}
	committee := Subject{Organisation: &register.Organisation{Name: "Комитет садов", Abbreviation: "КС"}}
	for name, c := range map[string]struct {
		old, with  Subject
		text, want string
	}{
		"each case of a full name": {
			obraztsov, probny, "Пётр Образцов, Петра Образцова, Петру Образцову, с Петром Образцовым, о Петре Образцове",
			"⟨Пётр Образцов→Семён Пробный⟩, ⟨Петра Образцова→Семёна Пробного⟩, ⟨Петру Образцову→Семёну Пробному⟩, с ⟨Петром Образцовым→Семёном Пробным⟩, о ⟨Петре Образцове→Семёне Пробном⟩",
		},
		"the ways of writing a name": {
			obraztsov, probny, "П. Образцов, П.И. Образцова, Образцову П. И., Образцовым Петром Ивановичем, Петре Ивановиче Образцове, Петра Ивановича и Образцов Пётр",
			"⟨П. Образцов→С. Пробный⟩, ⟨П.И. Образцова→С.Л. Пробного⟩, ⟨Образцову П. И.→Пробному С. Л.⟩, ⟨Образцовым Петром Ивановичем→Пробным Семёном Львовичем⟩, ⟨Петре Ивановиче Образцове→Семёне Львовиче Пробном⟩, ⟨Петра Ивановича→Семёна Львовича⟩ и ⟨Образцов Пётр→Пробный Семён⟩",
		},
		"a surname alone": {
			obraztsov, probny, "Слова Образцова. Образцов заявил. Поддержали Образцова.",
			"Слова ⟨Образцова→Пробного⟩. ⟨Образцов→Пробный⟩ заявил. Поддержали ⟨Образцова→Пробного⟩.",
		},
		"a surname of a namesake": {
			obraztsov, probny, "Анна Образцова, И. Образцов, Образцов Н. Н., Образцов-Дальний и Иваном Образцовым",
			"Анна Образцова, И. Образцов, Образцов Н. Н., Образцов-Дальний и Иваном Образцовым",
		},
		"a namesake by other parts": {
			obraztsov, probny, "Образцов Пётр Семёнович, Пётр Семёнович Образцов, Образцов П. С., П. С. Образцов, Петру Ивановичу Дальнему и Пётр Иванович",
			"Образцов Пётр Семёнович, Пётр Семёнович Образцов, Образцов П. С., П. С. Образцов, Петру Ивановичу Дальнему и ⟨Пётр Иванович→Семён Львович⟩",
		},
		"a patronymic that the card does not tell": {
			ozerova, obraztsov, "Анна Львовна Озерова, А. Л. Озеровой, Озерову Анну Львовну, Озерова А.Л.",
			"⟨Анна Львовна Озерова→Пётр Иванович Образцов?other⟩, ⟨А. Л. Озеровой→П. И. Образцова|П. И. Образцову|П. И. Образцовым?case⟩, ⟨Озерову Анну Львовну→Образцова Петра Ивановича?other⟩, ⟨Озерова А.Л.→Образцов П.И.?other⟩",
		},
		"a dear one": {obraztsov, probny, "Уважаемый Пётр Иванович!", "Уважаемый ⟨Пётр Иванович→Семён Львович⟩!"},
		"a first name of two parts": {
			Subject{Person: &register.Person{First: "Анна-Мария", Last: "Озерова"}},
			obraztsov, "с А.-М. Озеровой, к Озеровой А.-М., А. Озерова, Анне-Марии Озеровой",
			"с ⟨А.-М. Озеровой→П. Образцовым|П. Образцова?case⟩, к ⟨Озеровой А.-М.→Образцову П.⟩, ⟨А. Озерова→П. Образцов⟩, ⟨Анне-Марии Озеровой→Петру Образцову⟩",
		},
		"an abbreviation read as a word": {
			Subject{Organisation: &register.Organisation{Name: "МИД"}}, committee, "из МИДа, с МИДом, мида", "из ⟨МИДа→Комитета садов⟩, с ⟨МИДом→Комитетом садов⟩, мида",
		},
		"a sign before a place":     {place("Минск"), place("Астана"), "в г. Минске, о г. Минске, из г.\u00a0Сочи", "в г. ⟨Минске→Астане⟩, о г. ⟨Минске→Астане⟩, из г.\u00a0Сочи"},
		"a sign before a fixed one": {place("Сочи"), place("Казань"), "из г. Сочи", "из г. ⟨Сочи→Казани⟩"},
		"an English name": {
			Subject{Person: &register.Person{First: "Пётр", Last: "Образцов", English: "Pyotr Obraztsov"}},
			Subject{Person: &register.Person{First: "Анна", Last: "Озерова", English: "Anna Ozerova"}},
			"Pyotr Obraztsov’s words", "⟨Pyotr Obraztsov→Anna Ozerova⟩’s words",
		},
		"an owner before a place": {
			place("Россия"), place("Казахстан"), "Министр обороны России, Банком России, граждан России, МЧС России, в России, помощь России",
			"Министр обороны ⟨России→Казахстана⟩, Банком ⟨России→Казахстана⟩, граждан ⟨России→Казахстана⟩, МЧС ⟨России→Казахстана⟩, в ⟨России→Казахстане⟩, помощь ⟨России→Казахстана|Казахстану|Казахстане?case⟩",
		},
		"beside a name that nobody knows": {obraztsov, probny, "Беседа Абырвалга Образцова", "Беседа Абырвалга ⟨Образцова→Пробного?other⟩"},
		"a place of that name": {
			probny, obraztsov, "В Пробном прошла встреча, из Пробного и на Пробном, в городе Пробном, г. Пробный; о Пробном, на Пробного, от Пробного, в новом Пробном",
			"В ⟨Пробном→Образцове?place⟩ прошла встреча, из ⟨Пробного→Образцова?place⟩ и на ⟨Пробном→Образцове?place⟩, в городе ⟨Пробном→Образцове?place⟩, г. ⟨Пробный→Образцов?place⟩; ⟨о Пробном→об Образцове⟩, на ⟨Пробного→Образцова⟩, от ⟨Пробного→Образцова⟩, в новом ⟨Пробном→Образцове?place⟩",
		},
		"behind a post that nobody knows":  {obraztsov, probny, "Глава ведомства Образцов и Директор Образцов", "Глава ведомства ⟨Образцов→Пробный⟩ и Директор ⟨Образцов→Пробный⟩"},
		"a post stays where none is known": {obraztsov, probny, "с Министром обороны Петром Образцовым", "с Министром обороны ⟨Петром Образцовым→Семёном Пробным⟩"},
		"a post and a name": {
			obraztsov, ozerova, "с министром обороны Петром Образцовым и для Министра обороны П. Образцова",
			"с ⟨министром обороны Петром Образцовым→председателем Комитета Анной Озеровой⟩ и для ⟨Министра обороны П. Образцова→Председателя Комитета А. Озеровой⟩",
		},
		"the preposition changes": {
			obraztsov, Named(grammar.Person, "Станислав Иванов", register.Registers{}), "с Петром Образцовым, С Образцовым, об Образцове, о П. Образцове",
			"⟨с Петром Образцовым→со Станиславом Ивановым⟩, С ⟨Образцовым→Ивановым⟩, об ⟨Образцове→Иванове⟩, о ⟨П. Образцове→С. Иванове⟩",
		},
		"all capitals":           {obraztsov, ozerova, "ПЁТР ОБРАЗЦОВ ЗАЯВИЛ", "⟨ПЁТР ОБРАЗЦОВ→АННА ОЗЕРОВА⟩ ЗАЯВИЛ"},
		"without ё":              {obraztsov, probny, "Петр Образцов", "⟨Петр Образцов→Семён Пробный⟩"},
		"no-break spaces":        {obraztsov, probny, "П.\u00a0И.\u00a0Образцов, П.И.\u00a0Образцов, П.\u00a0Образцов", "⟨П.\u00a0И.\u00a0Образцов→С.\u00a0Л.\u00a0Пробный⟩, ⟨П.И.\u00a0Образцов→С.Л.\u00a0Пробный⟩, ⟨П.\u00a0Образцов→С.\u00a0Пробный⟩"},
		"a small letter":         {Subject{Person: &register.Person{First: "Пётр", Last: "Роза"}}, probny, "роза и Роза", "роза и ⟨Роза→Пробный⟩"},
		"a patronymic she lacks": {obraztsov, ozerova, "Пётр Иванович сообщил", "⟨Пётр Иванович→Анна Озерова?counterpart⟩ сообщил"},
		"two cases of a man, one form each of a woman": {
			obraztsov, ozerova, "Слова Образцова. Поздравили Образцова. От Образцова. Через Образцова. Без нового Образцова.",
			"Слова ⟨Образцова→Озеровой|Озерову?case⟩. Поздравили ⟨Образцова→Озерову|Озеровой?case⟩. От ⟨Образцова→Озеровой⟩. Через ⟨Образцова→Озерову⟩. Без нового ⟨Образцова→Озеровой⟩.",
		},
		"a woman by a man": {
			ozerova, obraztsov, "Анна Озерова, для Анны Озеровой, к Озеровой, с Озеровой, об Озеровой, Озерову",
			"⟨Анна Озерова→Пётр Образцов⟩, для ⟨Анны Озеровой→Петра Образцова⟩, к ⟨Озеровой→Образцову⟩, с ⟨Озеровой→Образцовым|Образцова?case⟩, об ⟨Озеровой→Образцове⟩, ⟨Озерову→Образцова⟩",
		},
		"a name without cases": {
			petrenko, obraztsov, "с Петренко, к Олегу Петренко, с министром Петренко, На встрече с министром Петренко заявил",
			"с ⟨Петренко→Образцовым|Образцова?case⟩, к ⟨Олегу Петренко→Петру Образцову⟩, с министром ⟨Петренко→Образцовым⟩, На встрече с министром ⟨Петренко→Образцовым|Образцов|Образцова|Образцову|Образцове?case⟩ заявил",
		},
		"the name of a place": {
			place("Минск"), place("Астана"), "в Минске, из Минска, о Минске, к Минску, за Минском, через Минск, в Минск",
			"в ⟨Минске→Астане⟩, из ⟨Минска→Астаны⟩, ⟨о Минске→об Астане⟩, к ⟨Минску→Астане⟩, за ⟨Минском→Астаной⟩, через ⟨Минск→Астану⟩, в ⟨Минск→Астану⟩",
		},
		"a place that nothing tells the case of": {
			place("Минск"), place("Астана"), "Минск принял. Гости посетили Минск. Новый Минск растёт.",
			"⟨Минск→Астана|Астану?case⟩ принял. Гости посетили ⟨Минск→Астану|Астана?case⟩. Новый ⟨Минск→Астана|Астану?case⟩ растёт.",
		},
		"another preposition": {
			place("Крым"), place("Куба"), "в Крыму, В Крым, из Крыма, о Крыме, по Крыму", "⟨в Крыму→на Кубе⟩, ⟨В Крым→На Кубу⟩, ⟨из Крыма→с Кубы⟩, о ⟨Крыме→Кубе⟩, по ⟨Крыму→Кубе⟩",
		},
		"another preposition back": {
			place("Куба"), place("Крым"), "на Кубе, на Кубу, с Кубы, с Кубой, о Кубе", "⟨на Кубе→в Крыму⟩, ⟨на Кубу→в Крым⟩, ⟨с Кубы→из Крыма⟩, с ⟨Кубой→Крымом⟩, о ⟨Кубе→Крыме⟩",
		},
		"во before a name":         {place("Москва"), place("Владивосток"), "в Москве", "⟨в Москве→во Владивостоке⟩"},
		"a place of several parts": {place("Ростов"), place("Казань"), "в Ростове и в Ростове-на-Дону", "в ⟨Ростове→Казани⟩ и в Ростове-на-Дону"},
		"a place without cases": {
			place("Сочи"), place("Казань"), "в городе Сочи, к Сочи, в Сочи, из Сочи",
			"в городе ⟨Сочи→Казани⟩, к ⟨Сочи→Казани⟩, в ⟨Сочи→Казань|Казани?case⟩, из ⟨Сочи→Казани⟩",
		},
		"an organisation": {
			ministry, committee, "Министерство лесов, в министерстве лесов, МЛ и Минлес",
			"⟨Министерство лесов→Комитет садов⟩, в ⟨министерстве лесов→комитете садов⟩, ⟨МЛ→КС⟩ и ⟨Минлес→Комитет садов?counterpart⟩",
		},
		"in quotation marks": {
			Subject{Organisation: &register.Organisation{Name: "Газета «Пробные вести»"}}, committee, "в газете \"Пробные вести\", «Пробные вести»", "в ⟨газете \"Пробные вести\"→комитете садов⟩, «Пробные вести»",
		},
		"a person by an organisation": {obraztsov, committee, "к Петру Образцову", "к ⟨Петру Образцову→Комитету садов?counterpart⟩"},
	} {
		t.Run(name, func(t *testing.T) {
			s := NewSubstitution(grammar.House{}, release.Date{}, c.old, c.with)
			p := passage(release.Paragraph, c.text)
			if got := shownChanges(c.text, s.in(p)); got != c.want {
				t.Errorf("\n got %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestASpeakerIsNamed(t *testing.T) {
	s := NewSubstitution(grammar.House{}, release.Date{}, petrenko, obraztsov)
	p := passage(release.Quotation, "Петренко, министр")
	p.Part = release.SpeakerPart
	if got := shownChanges(p.Text, s.in(p)); got != "⟨Петренко→Образцов⟩, министр" {
		t.Error(got)
	}
}

func TestCorrectedFormsCount(t *testing.T) {
	old := obraztsov
	with := Subject{Person: &register.Person{First: "Мухриддин", Last: "Зась", Gender: grammar.Masculine, Forms: grammar.Forms{grammar.Instrumental: "Мухриддином Засем"}}}
	s := NewSubstitution(grammar.House{}, release.Date{}, old, with)
	if got := shownChanges("с П. Образцовым", s.in(passage(release.Paragraph, "с П. Образцовым"))); !strings.Contains(got, "М. Засем") {
		t.Error(got)
	}
}

// TestCorrectedFormsWithAPatronymic: forms that were corrected with the patronymic are not taken for
// first name and surname alone.
func TestCorrectedFormsWithAPatronymic(t *testing.T) {
	with := Subject{Person: &register.Person{First: "Семён", Patronymic: "Львович", Last: "Зась", Gender: grammar.Masculine, Forms: grammar.Forms{grammar.Instrumental: "Семёном Львовичем Засем"}}}
	s := NewSubstitution(grammar.House{}, release.Date{}, obraztsov, with)
	for text, want := range map[string]string{"с П. Образцовым": "С. ", "с Петром Ивановичем": "Семёном Львовичем"} {
		got := shownChanges(text, s.in(passage(release.Paragraph, text)))
		if !strings.Contains(got, "→"+want) || strings.Contains(got, "Львовичем Зас") && !strings.Contains(want, "Зас") {
			t.Errorf("%s: %s", text, got)
		}
	}
}

// TestAnInitialIsNotInCapitals: one capital letter says nothing of how a name is set.
func TestAnInitialIsNotInCapitals(t *testing.T) {
	for before, want := range map[string]string{"П": "Семён", "ПЁТР": "СЕМЁН", "пётр": "семён", "Пётр": "Семён"} {
		if got := dressed(before, "Пётр", "Семён"); got != want {
			t.Errorf("%s became %s, not %s", before, got, want)
		}
	}
}

// made is a text with changes made by a transaction, which is then taken back.
func made(t *testing.T, r release.Release, changes []Change) release.Release {
	t.Helper()
	d := document.New(r)
	done := Transaction(d, changes)
	if err := d.Apply(done); err != nil {
		t.Fatal(err)
	}
	var after release.Release
	d.Write(&after)
	if err := d.Apply(done.Inverse()); err != nil {
		t.Fatal(err)
	}
	var back release.Release
	d.Write(&back)
	if back.Lead != r.Lead || len(back.LeadMarks) != len(r.LeadMarks) {
		t.Errorf("taken back: %q %v", back.Lead, back.LeadMarks)
	}
	return after
}

// FuzzSubstitution proposes changes in any text: each says what stands there, none
// overlaps another, and what a transaction makes of them is taken back exactly.
func FuzzSubstitution(f *testing.F) {
	for _, seed := range []string{
		"с министром обороны Петром Образцовым", "П.\u00a0И. Образцова и в Крыму", "ОБРАЗЦОВ, Пётр", "об\u00ad Образцове", "Минлес «МЛ» и\nМинистерство лесов", "Пе\u0308тр Образцо\u00adв", "о  Крыме", "В.Образцов",
	} {
		f.Add(seed)
	}
	var all []*Substitution
	for _, pair := range [][2]Subject{
		{obraztsov, ozerova},
		{ozerova, obraztsov},
		{place("Крым"), place("Куба")},
		{place("Сочи"), place("Астана")},
		{Subject{Organisation: &register.Organisation{Name: "Министерство лесов", Abbreviation: "МЛ"}}, Subject{Organisation: &register.Organisation{Name: "Комитет садов"}}},
	} {
		all = append(all, NewSubstitution(grammar.House{}, release.Date{}, pair[0], pair[1]))
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return
		}
		r := release.New("ru")
		r.Lead = text
		letters := []rune(text)
		for _, s := range all {
			changes, last := s.Changes(r.Passages()), 0
			for _, c := range changes {
				if c.Start < last || c.End > len(letters) || string(letters[c.Start:c.End]) != c.Before || c.After == "" {
					t.Fatalf("%q: %+v", text, c)
				}
				last = c.End
			}
			for _, l := range s.Looks(r.Passages(), changes) {
				if string(letters[l.Start:l.End]) != l.Word {
					t.Fatalf("%q: %+v", text, l)
				}
			}
			made(t, r, changes)
		}
	})
}

// BenchmarkSubstitution proposes changes in 30 KB and 3 MB. The baseline is a plain query.
func BenchmarkSubstitution(b *testing.B) {
	for _, size := range []int{30_000, 3_000_000} {
		b.Run(fmt.Sprintf("%dKB", size/1000), func(b *testing.B) {
			r := prose(size)
			start := time.Now()
			New("Образцов", Options{}).Hits(r.Passages())
			baseline := time.Since(start)
			var changes []Change
			for b.Loop() {
				changes = NewSubstitution(grammar.House{}, release.Date{}, obraztsov, ozerova).Changes(r.Passages())
			}
			each := b.Elapsed() / time.Duration(b.N)
			b.ReportMetric(float64(each.Microseconds())/1000, "ms/substitution")
			b.ReportMetric(float64(each)/float64(baseline), "x-of-plain-query")
			b.ReportMetric(float64(len(changes)), "changes")
		})
	}
}
