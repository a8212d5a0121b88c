package sqlite

import (
	"fmt"
	"slices"
	"testing"

	"communique/app/library"
	"communique/editor/release"
)

// TestWhatIsKnownIsNotSearched: what little a query has found is known until much has changed.
func TestWhatIsKnownIsNotSearched(t *testing.T) {
	l, number := fresh(t), 0
	protocols := func(n int) (all []release.Release) {
		for range n {
			number++
			r := headed(fmt.Sprint("Подписан протокол ", number), "2024-09-11")
			r.Lead = "Состоялась встреча."
			all = append(all, r)
		}
		return all
	}
	bring := func(all ...release.Release) {
		t.Helper()
		if _, err := l.SaveNew(ctx, library.IncomingOf(all...)); err != nil {
			t.Fatal(err)
		}
	}
	bring(protocols(3 * fewRemembered)...)
	apart := headed("Подписан протокол", "2024-09-12")
	first := save(t, l, apart)
	ask := func(typed string, known bool, want ...int64) {
		t.Helper()
		q, err := l.complete(ctx, library.ParseQuery(typed, false, nil))
		if err != nil {
			t.Fatal(err)
		}
		if _, is, err := l.recall(ctx, q); err != nil || is != known {
			t.Errorf("%s is known: %t, %v", typed, is, err)
		}
		var got []int64
		for _, p := range find(t, l, q) {
			got = append(got, p.ID())
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s finds %v", typed, got)
		}
	}
	ask("протокол -встреча", false, first.ID)
	ask("протокол -встреча", true, first.ID)
	second := save(t, l, apart)
	ask("протокол -встреча", true, second.ID, first.ID)
	ask("протокол -встреча -заседание", true, second.ID, first.ID)
	ask("протокол -встреча с:2024-09-12 до:2024-09-12", true, second.ID, first.ID)
	ask("протокол -встреча с:2024-09-13", true)
	ask("протокол -встреча до:2024-09-11", true)
	ask("-встреча", false, second.ID, first.ID)
	bring(protocols(fewChanged)...)
	ask("протокол -встреча", true, second.ID, first.ID)
	bring(protocols(fewChanged + 1)...)
	ask("протокол -встреча", false, second.ID, first.ID)
	apart.Lead = "Об этом сообщили."
	bring(append(protocols(manyChanges), apart)...)
	third := find(t, l, library.ParseQuery("сообщили", false, nil))[0].ID()
	ask("протокол -встреча", false, third, second.ID, first.ID)
	for i := range askedLast {
		ask(fmt.Sprint("протокол слово", i), false)
	}
	ask("протокол -встреча", false, third, second.ID, first.ID)
	if n, err := l.Count(ctx, library.ParseQuery("протокол встреча", false, nil)); err != nil || n != 3*fewRemembered+2*fewChanged+1+manyChanges {
		t.Error(n, err)
	}
	ask("протокол встреча -подписан", false)
	ask("протокол встреча -подписан -заседание", true)
	if got := find(t, l, library.ParseQuery("протокол встреча", false, nil)); len(got) <= fewRemembered {
		t.Errorf("found %d", len(got))
	}
	q, err := l.complete(ctx, library.ParseQuery("протокол встреча", false, nil))
	if _, is, err2 := l.recall(ctx, q); err != nil || err2 != nil || is {
		t.Errorf("of many, all are remembered: %t, %v, %v", is, err, err2)
	}
}

// TestWhatIsKnownWhenChangesAreForgotten: where changes are no longer told one by one, nothing is known.
func TestWhatIsKnownWhenChangesAreForgotten(t *testing.T) {
	l := fresh(t)
	first := save(t, l, headed("Подписан протокол", "2024-09-11"))
	q := library.ParseQuery("протокол", false, nil)
	find(t, l, q)
	second := save(t, l, headed("Подписан ещё один протокол", "2024-09-12"))
	save(t, l, headed("Встреча", "2024-09-13"))
	do(t, l, `DELETE FROM change WHERE number < (SELECT max(number) FROM change)`)
	if got := find(t, l, q); len(got) != 2 || got[0].ID() != second.ID || got[1].ID() != first.ID {
		t.Errorf("found %v", got)
	}
}

func find(t *testing.T, l *Library, q library.Query) []library.Position {
	t.Helper()
	found, err := l.Find(ctx, q, 0)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// TestAPhraseIsReadInWhatHasChanged: what was saved since a phrase was asked is found by what it says, wherever that
// stands, as the index finds it.
func TestAPhraseIsReadInWhatHasChanged(t *testing.T) {
	for _, typed := range []string{`"совет дела"`, `-"совет дела"`, "совет-де", `тег:"совет дела"`, `место:"совет дела"`, `"и в"`, `-"и в"`, "совет-дел"} {
		l := fresh(t)
		q := library.ParseQuery(typed, true, nil)
		for range fewAsked {
			save(t, l, headed("Другое и о другом", "2024-09-11"))
		}
		find(t, l, q)
		said := map[string]release.Release{}
		for _, words := range []string{
			"Совет дела", "Совет дела и в нём", "О совет делах", "Совет и дела", "Городсовет дела", "Совета дела", "Совет деламибы", "И ведомство", "Или в", "Совет де", "Совет", "дела",
		} {
			r := headed("Заголовок", "2024-09-11")
			r.Lead = words
			said["in the lead: "+words] = r
			r = headed(words, "2024-09-11")
			r.Lead = "Лид"
			said["in the headline: "+words] = r
			r = headed("Заголовок", "2024-09-11")
			r.Tags = []string{words}
			said["a tag: "+words] = r
			r = headed("Заголовок", "2024-09-11")
			r.Place = words
			said["a place: "+words] = r
		}
		for name, r := range said {
			e := save(t, l, r)
			has := func() bool {
				return slices.ContainsFunc(find(t, l, q), func(p library.Position) bool { return p.ID() == e.ID })
			}
			got := has()
			l.recollections.all = nil
			if want := has(); got != want {
				t.Errorf("%s, %s: found %t, anew %t", typed, name, got, want)
			}
		}
	}
}
