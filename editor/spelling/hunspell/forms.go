package hunspell

import (
	"iter"
	"maps"
	"slices"
)

// Forms goes through every word that the dictionary has by its entries and affixes,
// without compounds. A word may come more than once.
func (d *Dictionary) Forms() iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, word := range slices.Sorted(maps.Keys(d.words)) {
			for _, entry := range d.words[word] {
				if entry.has(d.rules.forbidden) || entry.has(d.rules.compound.only) {
					continue
				}
				if !d.formsOf(word, entry, yield) {
					return
				}
			}
		}
	}
}

// formsOf puts on an entry what it takes.
func (d *Dictionary) formsOf(word string, entry flags, yield func(string) bool) bool {
	give := func(form string) bool {
		return slices.ContainsFunc(d.words[form], func(other flags) bool { return other.has(d.rules.forbidden) }) || yield(form)
	}
	with := func(form string, t taken) bool {
		if d.fits(entry, t, alone) && !give(form) {
			return false
		}
		for _, f := range slices.Concat(entry, moreOf(t.inner)) {
			for _, x := range d.rules.prefixes.byFlag[f] {
				t.prefix = x
				if prefixed, ok := x.onStart(form); ok && d.fits(entry, t, alone) && !give(prefixed) {
					return false
				}
			}
		}
		return true
	}
	if !with(word, taken{}) {
		return false
	}
	return d.suffixed(word, entry, func(inner *affix, form string) bool {
		return with(form, taken{inner: inner}) && d.suffixed(form, inner.more, func(outer *affix, longer string) bool {
			return with(longer, taken{inner: inner, outer: outer})
		})
	})
}

func moreOf(x *affix) flags {
	if x == nil {
		return nil
	}
	return x.more
}

// suffixed goes through a word with each of the suffixes that flags name.
func (d *Dictionary) suffixed(word string, list flags, visit func(*affix, string) bool) bool {
	for _, f := range list {
		for _, x := range d.rules.suffixes.byFlag[f] {
			if form, ok := x.onEnd(word); ok && !visit(x, form) {
				return false
			}
		}
	}
	return true
}
