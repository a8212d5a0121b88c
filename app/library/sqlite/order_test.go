package sqlite

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"communique/app/library"
	"communique/app/library/librarytest"
	"communique/editor/release"
)

// TestTheFirstOfManyInOrder asks for the first fifty of more releases than are sorted, and
// compares them with all of them in order.
func TestTheFirstOfManyInOrder(t *testing.T) {
	l := fresh(t)
	random := rand.New(rand.NewPCG(7, 7))
	at := now()
	l.now = func() time.Time { return at }
	for some := range slices.Chunk(slices.Collect(librarytest.Releases(2*sortable)), 200) {
		at = now().Add(time.Duration(random.IntN(1_000_000)) * time.Second)
		if _, err := l.SaveNew(ctx, library.IncomingOf(some...)); err != nil {
			t.Fatal(err)
		}
	}
	oldest, newest := release.New("ru"), release.New("ru")
	oldest.Headline, oldest.Lead, oldest.Date = "Небывальщина", "Подписан протокол.", release.Date{Year: 1999, Month: 1, Day: 1}
	newest.Headline, newest.Lead, newest.Date = "Встреча", "Подписан протокол и небывальщина.", release.Date{Year: 2050, Month: 1, Day: 1}
	if _, err := l.SaveNew(ctx, library.IncomingOf(oldest, newest)); err != nil {
		t.Fatal(err)
	}
	weighed := library.ParseQuery("протокол небывальщина", true, nil)
	weighed.Sort = library.Best
	if found, err := l.Find(ctx, weighed, 50); err != nil || len(found) != 2 || found[0].Day() != oldest.Date {
		t.Errorf("the rare word in the headline does not come first: %v, %v", found, err)
	}
	for _, text := range []string{"протокол небывальщина", "протокол", "делегации государств", "вопросы -протокол", "протокол с:2010", "протокол с:2001 до:2019", "год:2015", "с:2001-05-17 до:2019", "до:2003-02-01", "с:2044", "встреча", "совет", `"о переговорах"`, "курсанты", "повтор:да", "место:пробный"} {
		for _, order := range library.Orders() {
			q := library.ParseQuery(text, true, nil)
			q.Sort = order
			all, err := l.Find(ctx, q, 0)
			if err != nil {
				t.Fatal(err)
			}
			for _, limit := range []int{1, 50, 333} {
				first, err := l.Find(ctx, q, limit)
				if err != nil || !slices.Equal(first, all[:min(limit, len(all))]) {
					t.Errorf("%s, %s: the first %d of %d are %v, %v", text, order, limit, len(all), head(first), err)
				}
			}
			if n, err := l.Count(ctx, q); err != nil || n != len(all) {
				t.Errorf("%s, %s: %d, not %d, %v", text, order, len(all), n, err)
			}
		}
	}
}

// TestTheFirstOfFewThatAreKnown: what is remembered of two words, each of which very many have, is put in
// its order as anything else is, and no more is given than was asked for.
func TestTheFirstOfFewThatAreKnown(t *testing.T) {
	l := fresh(t)
	var all []release.Release
	for n := range 2 * (sortable + 1) {
		r := headed(fmt.Sprint("Заметка ", n), "2024-09-11")
		r.Lead = []string{"совет", "план"}[n%2]
		all = append(all, r)
	}
	for n := range 5 {
		all = append(all, headed(fmt.Sprint("Совет и план ", n), fmt.Sprintf("2024-09-%d", 12+n)))
	}
	if _, err := l.SaveNew(ctx, library.IncomingOf(all...)); err != nil {
		t.Fatal(err)
	}
	q := library.ParseQuery("совет план", true, nil)
	q.Sort = library.Best
	for _, limit := range []int{0, 5, 2} { // the first asks for all, which is remembered
		found, err := l.Find(ctx, q, limit)
		want := cmp.Or(limit, 5)
		if err != nil || len(found) != want || found[0].Day().Day != 16 || found[want-1].Day().Day != 17-want {
			t.Errorf("the first %d: %v, %v", limit, found, err)
		}
	}
}

func head(all []library.Position) string { return fmt.Sprint(all[:min(3, len(all))]) }
