package librarytest

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"communique/app/library"
	"communique/editor/release"
)

// askedAgain: what was asked before is answered as anew, whatever has changed since, here or at another
// desk; words that all but a few releases have among it, asked for or not wanted.
func askedAgain(t *testing.T, d *desk) {
	for n, releases := range []int{3, 70} {
		d := &desk{T: t, open: d.open, dir: fmt.Sprint(d.dir, n), at: d.at}
		d.reopen()
		model := &desk{T: t, store: NewComputer(nil).Open("", d.now)}
		r := again{
			desk: d, other: &desk{T: t, store: d.open(t, d.dir, d.now)}, model: model, writer: writer{rand.New(rand.NewPCG(8, uint64(releases)))}, //nolint:gosec // a test that fails must fail again
			here: map[int]library.Entry{}, there: map[int]library.Entry{}, said: map[int]release.Release{}, trashed: map[int]bool{},
		}
		for range releases {
			r.save(0)
		}
		asked := []string{"повтор:да", "протокол повтор:да", "небывальщина", "небывальщина повтор:да", "-совета", "-совета год:2024", "до:2024-06-30 -первая -совета"}
		for range 5 {
			asked = append(asked, r.question())
		}
		for range 100 {
			for range pick(r.writer, []int{0, 1, 0, 1, 0, 30}) {
				r.change()
			}
			typed := pick(r.writer, asked)
			if r.random.IntN(3) == 0 {
				typed += " " + r.term()
			}
			r.ask(typed)
		}
		if r.manyFound == 0 || r.fewFound == 0 || r.noneFound == 0 {
			t.Errorf("of %d: many found %d times, few %d, none %d", releases, r.manyFound, r.fewFound, r.noneFound)
		}
		for _, one := range []*desk{d, r.other} {
			if err := one.store.Close(); err != nil {
				t.Error(err)
			}
		}
	}
}

// again asks a store and a model the same, and changes both alike. It knows releases by their numbers.
type again struct {
	*desk
	other, model *desk
	writer
	number                         int
	here, there                    map[int]library.Entry // of the store, and of the model
	said                           map[int]release.Release
	trashed                        map[int]bool
	noneFound, fewFound, manyFound int
}

// change does what changes what is found.
func (r *again) change() {
	at := r.desk
	if r.random.IntN(3) == 0 {
		at = r.other
	}
	numbers := make([]int, 0, len(r.here))
	for n := range r.here {
		numbers = append(numbers, n)
	}
	slices.Sort(numbers)
	if len(numbers) == 0 {
		r.save(0)
		return
	}
	n := numbers[r.random.IntN(len(numbers))]
	switch by := r.random.IntN(100); {
	case by < 2: // as many as are not told one by one
		r.bring(at, 130)
	case by < 6:
		r.erase(at, n)
	case by < 20:
		r.turn(at, n)
	case by < 40:
		r.saveAt(at, 0)
	default:
		if r.trashed[n] {
			r.turn(at, n)
		}
		r.saveAt(at, n)
	}
}

func (r *again) save(n int) { r.saveAt(r.desk, n) }

// saveAt saves a release at a desk, a new one where n is 0.
func (r *again) saveAt(at *desk, n int) {
	r.at = r.at.Add(time.Second)
	is := r.release()
	if n == 0 {
		r.number++
		n = r.number
	}
	is.Number = fmt.Sprint("н", n)
	r.here[n], r.there[n], r.said[n] = at.save(r.here[n].ID, r.here[n].Revision, is), r.model.save(r.there[n].ID, r.there[n].Revision, is), is
}

// release has nearly all common words, in any order; or says what another does.
func (r *again) release() release.Release {
	date := release.Date{Year: 2023 + r.random.IntN(3), Month: time.Month(1 + r.random.IntN(12)), Day: 1 + r.random.IntN(28)}
	if r.random.IntN(12) == 0 {
		date = release.Date{}
	}
	if other, there := r.said[1+r.random.IntN(r.number+1)]; there && r.random.IntN(4) == 0 {
		other.Date = date
		return other
	}
	var all []string
	for _, word := range commonWords {
		if r.random.IntN(20) > 0 {
			all = append(all, word)
		}
	}
	r.random.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	is := draft(strings.Join(all[:1], " "), strings.Join(all[1:], " "))
	is.Date, is.Status = date, pick(r.writer, release.Statuses())
	if r.random.IntN(4) == 0 {
		is.Place = pick(r.writer, cities).name
	}
	if r.random.IntN(2) == 0 {
		is.Tags = []string{pick(r.writer, twoWords)}
	}
	if r.random.IntN(6) == 0 {
		is.Lead += " " + pick(r.writer, rareWords)
	}
	return is
}

var (
	commonWords = []string{"протокол", "стороны", "доклад", "встреча", "на", "очередном", "заседании", "совета", "и", "в", "прибыли", "первая", "протестует", "протоиерей"}
	twoWords    = []string{"первая встреча", "на заседании", "протокол совета"}
	rareWords   = []string{"небывальщина", "курсанты", "протокольный"}
)

// turn moves a release into the trash or out of it.
func (r *again) turn(at *desk, n int) {
	r.at = r.at.Add(time.Second)
	for store, id := range map[Store]int64{at.store: r.here[n].ID, r.model.store: r.there[n].ID} {
		move := store.Trash
		if r.trashed[n] {
			move = store.Restore
		}
		if err := move(ctx, id); err != nil {
			r.Fatal(err)
		}
	}
	r.trashed[n] = !r.trashed[n]
}

func (r *again) erase(at *desk, n int) {
	if !r.trashed[n] {
		r.turn(at, n)
	}
	for store, id := range map[Store]int64{at.store: r.here[n].ID, r.model.store: r.there[n].ID} {
		if err := store.Erase(ctx, id); err != nil {
			r.Fatal(err)
		}
	}
	delete(r.here, n)
	delete(r.there, n)
	delete(r.said, n)
	delete(r.trashed, n)
}

// fewKept is how many stay of many that are brought in.
const fewKept = 3

// bring brings releases in at once, and throws all but a few of them away.
func (r *again) bring(at *desk, many int) {
	r.at = r.at.Add(time.Second)
	all := make([]release.Release, many)
	for i := range all {
		r.number++
		all[i] = r.release()
		all[i].Number = fmt.Sprint("н", r.number)
	}
	for store, entries := range map[Store]map[int]library.Entry{at.store: r.here, r.model.store: r.there} {
		brought, err := store.SaveNew(ctx, library.IncomingOf(all...))
		if err != nil {
			r.Fatal(err)
		}
		var spare []int64
		for i, one := range brought {
			n := r.number - many + 1 + i
			entries[n], r.trashed[n] = one.Entry, i >= fewKept
			if r.trashed[n] {
				spare = append(spare, one.ID)
			}
		}
		if err := store.Trash(ctx, spare...); err != nil {
			r.Fatal(err)
		}
	}
}

// question asks for some of the words, or not for them.
func (r *again) question() string {
	var all []string
	for range 1 + r.random.IntN(4) {
		all = append(all, r.term())
	}
	return strings.Join(all, " ")
}

func (r *again) term() string {
	word := func() string { return commonWords[r.random.IntN(len(commonWords))] }
	switch r.random.IntN(12) {
	case 11:
		return pick(r.writer, []string{"", "-"}) + `тег:"` + pick(r.writer, twoWords) + `"`
	case 0:
		return `"` + word() + " " + word() + `"`
	case 1:
		return word() + "-" + string([]rune(word())[:1+r.random.IntN(2)])
	case 2:
		return pick(r.writer, []string{"повтор:да", "статус:draft", "-статус:draft", "про"})
	case 3:
		return pick(r.writer, rareWords)
	case 4:
		return word()
	case 5:
		return `-"` + word() + " " + word() + `"`
	case 6:
		return pick(r.writer, []string{"год:2024", "до:2024-06-30", "с:2025"})
	default:
		return "-" + word()
	}
}

// ask compares what is found, and how much.
func (r *again) ask(typed string) {
	q := library.ParseQuery(typed, r.random.IntN(2) == 0, nil)
	q.Sort = library.Orders()[r.random.IntN(len(library.Orders()))]
	limit := []int{0, 2, 50}[r.random.IntN(3)]
	want, got := r.found(r.model, q, 0), r.found(r.desk, q, limit)
	whole := got
	if limit > 0 {
		whole = r.found(r.desk, q, 0)
	}
	if !slices.Equal(got, whole[:min(len(whole), max(limit, len(got)))]) {
		r.Errorf("%s, %s: the first %d are %v of %v", typed, q.Sort, limit, got, whole)
	}
	if q.Sort == library.Best { // what is best each store weighs in its own way
		slices.Sort(want)
		slices.Sort(whole)
	}
	if !slices.Equal(whole, want) {
		r.Errorf("%s, %s: %v, not %v", typed, q.Sort, whole, want)
	}
	if n, err := r.store.Count(ctx, q); err != nil || n != len(want) {
		r.Errorf("%s: %d, not %d, %v", typed, n, len(want), err)
	}
	switch n := len(want); {
	case n == 0:
		r.noneFound++
	case n < 6:
		r.fewFound++
	default:
		r.manyFound++
	}
}

// found are the numbers of what a query finds.
func (r *again) found(at *desk, q library.Query, limit int) (numbers []string) {
	positions, err := at.store.Find(ctx, q, limit)
	if err != nil {
		r.Fatal(err)
	}
	entries, err := at.store.Entries(ctx, positions)
	if err != nil || len(entries) != len(positions) {
		r.Fatalf("%d of %d, %v", len(entries), len(positions), err)
	}
	for _, e := range entries {
		numbers = append(numbers, e.Number)
	}
	return numbers
}
