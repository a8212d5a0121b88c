package register

import "reflect"

// Changes is what became of registers.
type Changes struct {
	Added, Changed int
	Gone           Registers
}

// Since tells what became of the registers since they were before. A card of another name is
// another card.
func (r Registers) Since(before Registers) Changes {
	var c Changes
	c.Gone.People = since(&c, before.People, r.People, Person.Name)
	c.Gone.Organisations = since(&c, before.Organisations, r.Organisations, Organisation.title)
	c.Gone.Places = since(&c, before.Places, r.Places, Place.title)
	return c
}

// since counts what became of one list of cards, and returns those that are gone.
func since[T any](c *Changes, before, now []T, name func(T) string) (gone []T) {
	old, new := byName(before, name), byName(now, name)
	for i, key := range old.keys {
		card, is := new.cards[key]
		switch {
		case !is:
			gone = append(gone, before[i])
		case !reflect.DeepEqual(card, before[i]):
			c.Changed++
		}
	}
	c.Added += len(now) - (len(before) - len(gone))
	return gone
}

// Lacking are those of more of which the registers have no card of that name.
func (r Registers) Lacking(more Registers) Registers { return r.Since(more).Gone }

// CardNames are the names of all cards.
func (r Registers) CardNames() []string {
	var all []string
	for _, p := range r.People {
		all = append(all, p.Name())
	}
	for _, o := range r.Organisations {
		all = append(all, o.Name)
	}
	for _, p := range r.Places {
		all = append(all, p.Name)
	}
	return all
}
