package register

import (
	"fmt"
	"maps"
	"reflect"
	"slices"

	"communique/editor/grammar"
)

// Conflict is a card that two have changed, each in a way of their own. The
// merged registers hold it as it is stored.
type Conflict struct {
	Kind grammar.Kind
	Name string
	// Mine is the card as it was wanted; without a card where it was removed.
	Mine Registers
}

// Merge brings together what was done to the registers here and elsewhere:
// known is how they were when both began, wanted how they are to be, stored
// how they are by now. A card that was changed on one side only is as that
// side has it; one that was removed there and changed here stays, changed.
func Merge(known, wanted, stored Registers) (Registers, []Conflict) {
	var all []Conflict
	note := func(kind grammar.Kind, name string, mine Registers) {
		all = append(all, Conflict{kind, name, mine})
	}
	merged := Registers{
		People: MergeCards(known.People, wanted.People, stored.People, Person.Name, func(name string, mine []Person) {
			note(grammar.Person, name, Registers{People: mine})
		}),
		Organisations: MergeCards(known.Organisations, wanted.Organisations, stored.Organisations, Organisation.title, func(name string, mine []Organisation) {
			note(grammar.Organisation, name, Registers{Organisations: mine})
		}),
		Places: MergeCards(known.Places, wanted.Places, stored.Places, Place.title, func(name string, mine []Place) {
			note(grammar.Place, name, Registers{Places: mine})
		}),
	}
	return merged, all
}

func (o Organisation) title() string { return o.Name }

func (p Place) title() string { return p.Name }

// Settle puts the card of a conflict into the registers as it was wanted.
func (r Registers) Settle(c Conflict) Registers {
	if len(c.Mine.People)+len(c.Mine.Organisations)+len(c.Mine.Places) == 0 {
		return r.Without(c.Kind, c.Name, "")
	}
	return r.With(c.Mine)
}

// MergeCards merges one list of cards, which are known by their names. It tells
// of each card that was changed on both sides, with the one that was wanted,
// or none where it was removed. Where only one side did anything, that is told at
// once of lists that are one in memory, however long they are.
func MergeCards[T any](known, wanted, stored []T, name func(T) string, conflict func(name string, mine []T)) []T {
	if reflect.DeepEqual(known, wanted) {
		return stored
	}
	if reflect.DeepEqual(known, stored) {
		return wanted
	}
	return mergeChanged(known, wanted, stored, name, conflict)
}

// mergeChanged is MergeCards of lists that both sides changed.
func mergeChanged[T any](known, wanted, stored []T, name func(T) string, conflict func(name string, mine []T)) []T {
	before, mine, now := byName(known, name), byName(wanted, name), byName(stored, name)
	var merged []T
	for i, card := range stored {
		key := now.keys[i]
		want, isWanted := mine.cards[key]
		old, wasKnown := before.cards[key]
		changed := !wasKnown || !reflect.DeepEqual(card, old) // there
		here := isWanted != wasKnown || isWanted && !reflect.DeepEqual(want, old)
		switch {
		case !here || isWanted && reflect.DeepEqual(want, card):
			merged = append(merged, card)
		case changed:
			merged = append(merged, card)
			conflict(name(card), mine.only(key))
		case isWanted:
			merged = append(merged, want)
		}
	}
	for i, card := range wanted {
		old, wasKnown := before.cards[mine.keys[i]]
		_, isStored := now.cards[mine.keys[i]]
		if !isStored && (!wasKnown || !reflect.DeepEqual(card, old)) {
			merged = append(merged, card)
		}
	}
	return merged
}

// cards are cards by their names; several of one name are told apart by their order.
type cards[T any] struct {
	keys  []string
	cards map[string]T
}

// only is the card of a key, or none.
func (c cards[T]) only(key string) []T {
	if card, ok := c.cards[key]; ok {
		return []T{card}
	}
	return nil
}

func byName[T any](all []T, name func(T) string) cards[T] {
	c := cards[T]{cards: make(map[string]T, len(all))}
	seen := map[string]int{}
	for _, card := range all {
		n := seen[name(card)]
		seen[name(card)]++
		key := fmt.Sprintf("%s\x00%d", name(card), n)
		c.keys = append(c.keys, key)
		c.cards[key] = card
	}
	return c
}

// Add returns the registers with more cards; one that is there already takes
// from the new what it does not say itself, and loses nothing.
func (r Registers) Add(more Registers) Registers {
	return r.With(r.joined(more, Person.with, func(old, o Organisation) Organisation { return o.completing(old) }, func(old, p Place) Place { return p.completing(old) }))
}

// Complete returns cards as a file has them, with what they leave open and the cards of the
// registers tell: a table seldom has the forms that somebody corrected.
func (r Registers) Complete(more Registers) Registers {
	return r.joined(more, Person.completing, Organisation.completing, Place.completing)
}

// joined returns more cards, and in the place of each that the registers have already what becomes of the two.
func (r Registers) joined(more Registers, person func(old, p Person) Person, organisation func(old, o Organisation) Organisation, place func(old, p Place) Place) Registers {
	return Registers{
		replaced(r.People, more.People, Person.Name, r.same(more), person),
		replaced(r.Organisations, more.Organisations, Organisation.title, Organisation.is, organisation),
		replaced(r.Places, more.Places, Place.title, Place.is, place),
	}
}

func replaced[T any](known, more []T, name func(T) string, same func(T, T) bool, join func(old, card T) T) []T {
	more = slices.Clone(more)
	there := newCardIndex(known, name)
	for i, card := range more {
		if at := there.find(card, same); at >= 0 {
			more[i] = join(known[at], card)
		}
	}
	return more
}

// cardIndex is a list of cards in which the same as another is looked for among those of its name:
// a table of ten thousand is no rare thing.
type cardIndex[T any] struct {
	all  []T
	name func(T) string
	at   map[string][]int // by the name, in their order
}

func newCardIndex[T any](all []T, name func(T) string) *cardIndex[T] {
	d := &cardIndex[T]{name: name, at: make(map[string][]int, len(all))}
	for _, card := range all {
		d.add(card)
	}
	return d
}

func (d *cardIndex[T]) add(card T) {
	d.all = append(d.all, card)
	d.put(len(d.all)-1, card)
}

// put puts a card in the place of one, whose name may have been another.
func (d *cardIndex[T]) put(i int, card T) {
	d.all[i] = card
	if key := d.name(card); !slices.Contains(d.at[key], i) {
		d.at[key] = append(d.at[key], i)
	}
}

// find returns where the first card stands that is the same as one of its name; -1 for none.
func (d *cardIndex[T]) find(card T, same func(T, T) bool) int {
	for _, i := range d.at[d.name(card)] {
		if same(d.all[i], card) {
			return i
		}
	}
	return -1
}

// completing is a newer card of the person with what the old one tells besides; of posts only where the newer
// lists none, or has the same.
func (old Person) completing(p Person) Person {
	posts := slices.Clone(p.Posts)
	p = p.with(old)
	if len(posts) == 0 {
		return p
	}
	for i := range posts {
		for _, own := range old.Posts {
			if own.Title == posts[i].Title {
				takeOpen(open{&posts[i].English, &own.English})
				takeOpenMaps(&posts[i].Other, own.Other, &posts[i].Forms, own.Forms)
			}
		}
	}
	p.Posts = posts
	return p
}

func (old Organisation) completing(o Organisation) Organisation {
	takeOpen(open{&o.Short, &old.Short}, open{&o.Abbreviation, &old.Abbreviation}, open{&o.English, &old.English})
	takeOpenMaps(&o.Other, old.Other, &o.Forms, old.Forms)
	return o
}

func (old Place) completing(p Place) Place {
	takeOpen(open{&p.Official, &old.Official}, open{&p.Preposition, &old.Preposition}, open{&p.Country, &old.Country}, open{&p.Zone, &old.Zone}, open{&p.English, &old.English})
	takeOpenMaps(&p.Other, old.Other, &p.Forms, old.Forms)
	return p
}

// open is what a card may leave open, and what another card of the same has there.
type open struct{ own, other *string }

func takeOpen(fields ...open) {
	for _, field := range fields {
		if *field.own == "" {
			*field.own = *field.other
		}
	}
}

func takeOpenMaps(names *Other, otherNames Other, forms *grammar.Forms, otherForms grammar.Forms) {
	*names, *forms = withOpen(*names, otherNames), withOpen(*forms, otherForms)
}

// withOpen is what a card says in each language or case, and what another card of the same says in the others.
func withOpen[M ~map[K]string, K comparable](own, other M) M {
	if len(other) == 0 {
		return own
	}
	all := maps.Clone(other)
	maps.Copy(all, own)
	return all
}

// with returns the person with what another card of the same one adds.
func (p Person) with(more Person) Person {
	takeOpen(
		open{&p.First, &more.First},
		open{&p.Patronymic, &more.Patronymic},
		open{&p.Last, &more.Last},
		open{(*string)(&p.Gender), (*string)(&more.Gender)},
		open{&p.Country, &more.Country},
		open{&p.Organisation, &more.Organisation},
		open{&p.Short, &more.Short},
		open{&p.English, &more.English},
		open{&p.EnglishShort, &more.EnglishShort},
	)
	takeOpenMaps(&p.Other, more.Other, &p.Forms, more.Forms)
	p.Posts = slices.Clone(p.Posts)
	for _, post := range more.Posts {
		at := slices.IndexFunc(p.Posts, func(own Post) bool { return own.Title == post.Title && own.From == post.From })
		if at < 0 {
			p.Posts = append(p.Posts, post)
			continue
		}
		own := &p.Posts[at]
		takeOpen(open{&own.English, &post.English})
		takeOpenMaps(&own.Other, post.Other, &own.Forms, post.Forms)
	}
	return p
}
