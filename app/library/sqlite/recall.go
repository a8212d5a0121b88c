package sqlite

import (
	"context"
	"encoding/json"
	"errors"
	"math"
	"slices"
	"strings"
	"sync"

	"communique/app/library"
)

// The index goes through all that has a word to find out that all but a few have another one too, which
// is not wanted, or that two words hardly ever stand side by side. The few are therefore remembered. A
// list of releases is searched again after each save, and while more is typed: then only those are
// looked at that have changed since, and what asks for more is looked for among the few.

const (
	// fewRemembered is how many releases, at most, are remembered of a query.
	fewRemembered = 100
	// askedLast is how many queries are remembered.
	askedLast = 64
	// fewAsked is how many releases, at most, are sooner looked at one by one than searched.
	fewAsked = 5
	// fewChanged is how many may have changed until a query is sooner asked anew.
	fewChanged = 20
)

// recollection is all that a query has found, as of a change or later.
type recollection struct {
	query     library.Query // as it is asked of the index
	must, not []string      // its terms
	from, end position      // its days
	change    int64
	all       []library.Position
}

func newRecollection(q library.Query) recollection {
	r := recollection{query: q, end: math.MaxInt64}
	if from, end, bounded := within(q); bounded {
		r.from, r.end = from, end
	}
	for _, t := range q.Must {
		r.must = append(r.must, terms([]library.Term{t}, ""))
	}
	for _, t := range q.Not {
		r.not = append(r.not, terms([]library.Term{t}, ""))
	}
	return r
}

// asksNoLess reports whether r asks for all that another asks for, and perhaps for more.
func (r recollection) asksNoLess(other recollection) bool {
	lacks := func(all []string) func(string) bool {
		return func(term string) bool { return !slices.Contains(all, term) }
	}
	return r.from >= other.from && r.end <= other.end && !slices.ContainsFunc(other.must, lacks(r.must)) && !slices.ContainsFunc(other.not, lacks(r.not))
}

func (r recollection) asksTheSame(other recollection) bool {
	return r.asksNoLess(other) && other.asksNoLess(r)
}

// recollections are those of the queries asked last, the last of them at the end.
type recollections struct {
	sync.Mutex
	all []recollection
}

func (r *recollections) keep(one recollection) {
	r.forget(one)
	r.Lock()
	defer r.Unlock()
	r.all = append(r.all, one)
	r.all = r.all[max(0, len(r.all)-askedLast):]
}

func (r *recollections) forget(one recollection) {
	r.Lock()
	defer r.Unlock()
	r.all = slices.DeleteFunc(r.all, one.asksTheSame)
}

// of returns what helps to answer a query: what has answered it, or else one that asks for less and found
// hardly anything.
func (r *recollections) of(asked recollection) (found recollection, there bool) {
	r.Lock()
	defer r.Unlock()
	i := slices.IndexFunc(r.all, asked.asksTheSame)
	if i < 0 {
		i = slices.IndexFunc(r.all, func(one recollection) bool { return len(one.all) <= fewAsked && asked.asksNoLess(one) })
	}
	if i < 0 {
		return recollection{}, false
	}
	return r.all[i], true
}

// remember keeps what a query has found in all, if it is little. It was asked after a change. Whether another
// release has the same words is none: a release that has not changed may become one of two.
func (l *Library) remember(q library.Query, change int64, all []library.Position) {
	if len(all) > fewRemembered || q.Twins || match(q) == "" {
		return
	}
	one := newRecollection(q)
	one.change, one.all = change, slices.Clone(all)
	l.recollections.keep(one)
}

// recall returns all that a query finds, in no order, where that is known.
func (l *Library) recall(ctx context.Context, q library.Query) (all []library.Position, known bool, err error) {
	if q.Twins {
		return nil, false, nil
	}
	asked := newRecollection(q)
	one, there := l.recollections.of(asked)
	if !there {
		return nil, false, nil
	}
	one, there, err = l.refresh(ctx, one)
	if err != nil || !there {
		return nil, false, err
	}
	all = slices.DeleteFunc(slices.Clone(one.all), func(p library.Position) bool { at := placeOf(p); return at < asked.from || at >= asked.end })
	if !asked.asksTheSame(one) {
		all, err = l.amongFew(ctx, q, all)
	}
	return all, true, err
}

// refresh looks at what has changed since, and forgets what may have changed too much.
func (l *Library) refresh(ctx context.Context, one recollection) (now recollection, known bool, err error) {
	changed, newest, known, err := l.changedSince(ctx, one.change)
	if err != nil || known && len(changed) == 0 {
		return one, known, err
	}
	if known {
		list, err := json.Marshal(changed)
		if err != nil {
			return one, false, err
		}
		there, err := l.positions(ctx, 0, `SELECT position FROM release WHERE trashed IS NULL AND id IN (SELECT value FROM json_each(?))`, string(list))
		if err == nil {
			there, err = l.amongFew(ctx, one.query, there)
		}
		if err != nil {
			return one, false, err
		}
		one.all = slices.DeleteFunc(slices.Clone(one.all), func(p library.Position) bool { return slices.Contains(changed, p.ID()) })
		one.all, one.change = append(one.all, there...), newest
	}
	if !known || len(one.all) > fewRemembered {
		l.recollections.forget(one)
		return one, false, nil
	}
	l.recollections.keep(one)
	return one, true, nil
}

// amongFew returns those of a few that a query finds but for its days. Each term is looked for by itself: the
// index goes to the first of all that it finds before it goes to where it is asked, and of terms that many have the first is near.
func (l *Library) amongFew(ctx context.Context, q library.Query, few []library.Position) ([]library.Position, error) {
	having := func(t library.Term) ([]library.Position, error) {
		if isPhrase(t) {
			return l.saying(ctx, t, few)
		}
		return l.having(ctx, library.Query{Must: []library.Term{t}}, slices.Clone(few))
	}
	must := q.Must
	if len(must) == 0 { // a text that cannot be read is in no index
		must = []library.Term{{In: shortPair, Rows: []string{facetAll}}}
	}
	for _, t := range must {
		has, err := having(t)
		if err != nil {
			return nil, err
		}
		few = has
	}
	for _, t := range q.Not {
		has, err := having(t)
		if err != nil {
			return nil, err
		}
		few = slices.DeleteFunc(slices.Clone(few), func(p library.Position) bool { return slices.Contains(has, p) })
	}
	return few, nil
}

// isPhrase reports whether t asks for words side by side, of which the first of all that have them may be far.
func isPhrase(t library.Term) bool {
	return !t.In.IsField() && slices.ContainsFunc(t.Rows, func(row string) bool { return strings.Contains(row, " ") })
}

// saying returns those of a few whose texts say what t asks for.
func (l *Library) saying(ctx context.Context, t library.Term, few []library.Position) (all []library.Position, err error) {
	for _, p := range few {
		r, _, err := l.Get(ctx, p.ID())
		var damaged *library.DamagedError
		var missing *library.MissingError
		if errors.As(err, &damaged) || errors.As(err, &missing) {
			continue // the index may have it still, but nobody can read it
		}
		if err != nil {
			return nil, err
		}
		in, _ := library.WordsOf(r)
		texts := map[library.Place][]string{library.InText: {in.Headline, in.Text}, library.InSpeakers: {in.Speakers}, library.InPlace: {in.Place}, library.InTags: {in.Tags}}
		if slices.ContainsFunc(texts[t.In], func(text string) bool { return says(text, t) }) {
			all = append(all, p)
		}
	}
	return all, nil
}

// says reports whether folded words, each followed by a space, say what t asks for.
func says(folded string, t library.Term) bool {
	folded = " " + folded
	for i, row := range t.Rows {
		row, more := strings.CutSuffix(row, goesOn)
		if mayGoOn := more || t.Begins && i == 0; !mayGoOn {
			row += " "
		}
		if strings.Contains(folded, " "+row) {
			return true
		}
	}
	return false
}

// changedSince returns the few releases that have changed since a change, and the newest change; known is
// false where any may have, or many.
func (l *Library) changedSince(ctx context.Context, change int64) (ids []int64, newest int64, known bool, err error) {
	var oldest int64
	var list []byte
	err = l.db.QueryRowContext(ctx, `SELECT coalesce((SELECT min(number) FROM change), 0), coalesce((SELECT max(number) FROM change), 0),
		(SELECT json_group_array(release) FROM (SELECT DISTINCT release FROM change WHERE number > ? LIMIT ?))`, change, fewChanged+1).Scan(&oldest, &newest, &list)
	if err == nil {
		err = json.Unmarshal(list, &ids)
	}
	return ids, newest, newest >= change && oldest <= change+1 && len(ids) <= fewChanged && !slices.Contains(ids, 0), err
}

// placesOf are where releases stand in the index.
func placesOf(all []library.Position) []position {
	places := make([]position, len(all))
	for i, p := range all {
		places[i] = placeOf(p)
	}
	return places
}

func placeOf(p library.Position) position { return positionOf(p.Day(), p.ID()) }
