package sqlite

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"communique/app/library"
	"communique/app/library/librarytest"
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
		if _, err := l.SaveNew(ctx, some); err != nil {
			t.Fatal(err)
		}
	}
	for _, text := range []string{"протокол", "делегации государств", "вопросы -протокол", "протокол с:2010", "встреча", "совет", `"о переговорах"`, "курсанты", "повтор:да", "место:пробный"} {
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

func head(all []library.Position) string { return fmt.Sprint(all[:min(3, len(all))]) }
