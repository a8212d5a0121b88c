package sqlite

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"communique/app/library"
	"communique/editor/release"
)

func TestMatch(t *testing.T) {
	for query, want := range map[string]string{
		"":                    "",
		"год:2024":            "",
		`"два слова"`:         `({headline text} : ("два слова"))`,
		`"раз" "два"`:         `(("раз")) AND (("два"))`,
		`-"раз"`:              `((facets : all) NOT (("раз")))`,
		`"раз" -"два" -"три"`: `((((("раз"))) NOT (("два"))) NOT (("три")))`,
		"статус:issued":       `(facets : ("statusissued"))`,
		"covid":               `({headline text} : ("covid" OR "covids" OR "covided" OR "coviding" OR "covidded" OR "covidding"))`,
	} {
		if got := match(library.ParseQuery(query, false, nil)); got != want {
			t.Errorf("%s: %s\nnot %s", query, got, want)
		}
	}
	if got := match(library.ParseQuery("xylo", true, nil)); !strings.HasPrefix(got, `({headline text} : ("xylo"* OR "xylos" OR`) {
		t.Errorf("typing: %s", got)
	}
}

// TestWordsOfOtherColumns: a word that is looked for wherever it stands is found in what is said alone, and not in what the
// index has besides.
func TestWordsOfOtherColumns(t *testing.T) {
	l := fresh(t)
	r := headed("О встрече на том берегу", "2024-09-11")
	r.Place, r.Tags, r.Template, r.Status = "Озёрск", []string{"визит"}, "приём", release.Issued
	r.Blocks = []release.Block{
		{Kind: release.Quotation, Text: "Мы согласны.", Speaker: "Анна Пробнова"},
		{Kind: release.Paragraph, Text: "Она сказала: «Мы согласны подписать этот договор уже сегодня.» Борис Лесной молчал."},
	}
	save(t, l, r)
	for typed, want := range map[string]int{
		"Пробнова": 1, "Озёрск": 1, "визит": 1, "встрече": 1, `"Анна Пробнова"`: 1, "-Пробнова": 0, "-Озёрск": 0, "-приём": 1,
		`"сказала Борис"`: 0, "приём": 0, "all": 0, "statusissued": 0, "templateприём": 0, "-all": 1, "-statusissued": 1, `-"сказала Борис"`: 1,
	} {
		for _, typing := range []bool{false, true} {
			q := library.ParseQuery(typed, typing, nil)
			found, err := l.Find(ctx, q, 50)
			if n, uncounted := l.Count(ctx, q); err != nil || uncounted != nil || len(found) != want || n != want {
				t.Errorf("%s: %v and %d, %v, %v", typed, found, n, err, uncounted)
			}
		}
	}
}

// TestCommonWordsAreTakenAwayFirst: of the words that are not wanted those that most releases have, however they were typed.
func TestCommonWordsAreTakenAwayFirst(t *testing.T) {
	l := fresh(t)
	for n := range newestAsked + 10 {
		headline := "Встреча"
		if n%3 > 0 {
			headline += " стороны"
		}
		if n%9 == 0 {
			headline += " доклад"
		}
		save(t, l, headed(headline, "2024-09-11"))
	}
	for _, typed := range []string{`-"доклад" -"стороны" -"встреча"`, `-"стороны" -"встреча" -"доклад"`, `-"встреча" -"доклад" -"стороны"`} {
		q, err := l.commonFirst(ctx, library.ParseQuery(typed, false, nil))
		if want := `((((facets : all) NOT (("встреча"))) NOT (("стороны"))) NOT (("доклад")))`; err != nil || match(q) != want {
			t.Errorf("%s: %s, %v", typed, match(q), err)
		}
	}
}

// TestManyWordsAreTakenAway: what lies in each other is bounded, and nothing is found that has any
// of the words, the last of them too.
func TestManyWordsAreTakenAway(t *testing.T) {
	l := fresh(t)
	typed := "протокол"
	for n := range inEachOther + 40 {
		typed += fmt.Sprint(" -слово", n)
	}
	save(t, l, headed("Протокол подписан", "2024-09-11"))
	for _, n := range []int{0, inEachOther - 1, inEachOther, inEachOther + 39} {
		save(t, l, headed(fmt.Sprint("Протокол слово", n), "2024-09-11"))
	}
	save(t, l, headed("Встреча", "2024-09-11"))
	q := library.ParseQuery(typed, false, nil)
	if found, err := l.Find(ctx, q, 50); err != nil || len(found) != 1 || found[0].ID() != 1 {
		t.Errorf("found %v, %v", found, err)
	}
	if nested := strings.Count(match(q), "NOT"); nested != inEachOther+1 {
		t.Errorf("%d lie in each other", nested)
	}
}

// TestBeginningsOfTwoLetters: the index has none of them as words, and is asked for those that
// are a letter longer; with what stands before, and without.
func TestBeginningsOfTwoLetters(t *testing.T) {
	l := fresh(t)
	for n := range fewWords + 1 {
		save(t, l, headed(fmt.Sprint("Привет прага при пр", n), "2024-09-11"))
	}
	for _, headline := range []string{"Пр", "Вице-премьер", "Вице-пр", "Пь", "Вице-консул"} {
		save(t, l, headed(headline, "2024-09-12"))
	}
	for typed, want := range map[string]int{"пр": fewWords + 4, "вице-пр": 2, "-пр": 2, "вице-к": 3, "пр -вице-пр": 1, `"пр"`: 2} {
		for _, order := range library.Orders() {
			q := library.ParseQuery(typed, true, nil)
			q.Sort = order
			if found, err := l.Find(ctx, q, 0); err != nil || len(found) != want {
				t.Errorf("%s, %s: %d, not %d: %v", typed, order, len(found), want, err)
			}
		}
	}
	q, err := l.complete(ctx, library.ParseQuery("пр вице-пр", true, nil))
	if asked := match(q); err != nil || !strings.Contains(asked, `"вице пре"*`) || strings.Contains(asked, `пр"*`) {
		t.Errorf("asked for %s, %v", asked, err)
	}
	q, err = l.complete(ctx, library.ParseQuery("пр", true, nil))
	if asked := match(q); err != nil || !strings.Contains(asked, `"при"*`) || strings.Contains(asked, `пр"*`) {
		t.Errorf("asked for %s, %v", asked, err)
	}
}

// A facet is one word of the index, whatever the value is.
func TestFacets(t *testing.T) {
	r := release.Release{Status: release.Issued, Kind: release.Meeting, Template: "visit-2", Language: "ru"}
	if got := facets(r, library.Words{Headline: "о встрече ", Text: "не на том и не на том о "}, true); got != "all statusissued kindmeeting templatevisit2 languageru twin \ue000о \ue000встрече и\ue000не на\ue000том не\ue000на том\ue000и том\ue000о" {
		t.Errorf("%q", got)
	}
}

// A position tells day and id, and positions are in the order of the two.
func TestPositions(t *testing.T) {
	days := []release.Date{{Year: 1, Month: 1, Day: 1}, {Year: 999, Month: 12, Day: 31}, {Year: 1969, Month: 12, Day: 31}, {Year: 1970, Month: 1, Day: 1}, {Year: 2024, Month: 2, Day: 29}, {Year: 9999, Month: 12, Day: 31}}
	ids := []int64{1, 2, 1 << 20, 1<<idBits - 1}
	var all []position
	for _, d := range days {
		for _, id := range ids {
			p := positionOf(d, id)
			if h := p.handle(); h.ID() != id || h.Day() != d || p <= 0 {
				t.Errorf("%v, %d: %d is %v, %d", d, id, p, h.Day(), h.ID())
			}
			if p <= firstOf(d) || p >= firstOf(release.DateOf(d.Time().AddDate(0, 0, 1))) {
				t.Errorf("%v, %d is outside its day", d, id)
			}
			all = append(all, p)
		}
	}
	if !slices.IsSorted(all) {
		t.Errorf("not in order: %v", all)
	}
	if p := positionOf(release.Date{}, 7); !p.handle().Day().IsZero() || p.handle().ID() != 7 || p <= all[len(all)-1] {
		t.Errorf("without a date: %v, %d", p.handle().Day(), p.handle().ID())
	}
}
