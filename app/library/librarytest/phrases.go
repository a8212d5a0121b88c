package librarytest

import (
	"math/rand/v2"
	"strings"
	"testing"

	"communique/app/library"
	"communique/editor/release"
)

// phrases: words are found that stand side by side, be they short and in every text, and in those
// texts only.
func phrases(_ *testing.T, d *desk) {
	random := rand.New(rand.NewPCG(5, 3)) //nolint:gosec // a test that fails must fail again
	some := func(n int) string {
		all := make([]string, n)
		for i := range all {
			all[i] = pick(writer{random}, []string{"и", "в", "на", "план", "том", "to", "совет", "be"})
		}
		return strings.Join(all, " ")
	}
	type text struct{ headline, lead string }
	texts := map[int64]text{}
	entries := map[int64]library.Entry{}
	save := func(id int64) {
		is := text{some(3), some(9)}
		e := d.save(id, entries[id].Revision, release.Release{Headline: is.headline, Lead: is.lead, Status: release.Draft, Kind: release.News, Language: "ru"})
		texts[e.ID], entries[e.ID] = is, e
	}
	for range 40 {
		save(0)
	}
	for id := range entries {
		if id%3 == 0 {
			save(id)
		}
	}
	for range 300 {
		phrase, other := some(2+random.IntN(3)), some(2)
		query, want := `"`+phrase+`" -"`+other+`"`, 0
		has := func(of text, phrase string) bool {
			return strings.Contains(" "+of.headline+" ", " "+phrase+" ") || strings.Contains(" "+of.lead+" ", " "+phrase+" ")
		}
		for _, is := range texts {
			if has(is, phrase) && !has(is, other) {
				want++
			}
		}
		if n, err := d.store.Count(ctx, library.ParseQuery(query, false, nil)); err != nil || n != want {
			d.Errorf("%s finds %d, not %d, %v", query, n, want, err)
		}
	}
}
