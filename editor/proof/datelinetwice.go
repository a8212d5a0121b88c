package proof

import (
	"communique/editor/release"
	"communique/editor/words"
)

// datelineTwice finds the release's own place and date at the beginning of its lead, as papers and
// agencies have them («Бишкек, 11 сентября 2024 года – Совет …»): every form that leaves has
// them above it already.
func datelineTwice(w *whole, out *report) {
	if isBlank(w.release.Place) {
		return
	}
	place := tokens(w.release.Place)
	for _, p := range w.texts {
		if p.Field != release.LeadField {
			continue
		}
		if end := p.behindDatelines(w.release, place); end > 0 {
			out.mend(p, 0, p.tokens[end].start, "")
		}
	}
}

// behindDatelines is the token at which a lead begins behind the release's place and date; 0 where
// they do not stand before it.
func (p *passage) behindDatelines(r release.Release, place []token) int {
	end := 0
	for {
		next := p.behindDateline(end, r, place)
		if next == 0 {
			return end
		}
		end = next
	}
}

// behindDateline is the token of a sentence behind one dateline at i, in either order; 0 where there
// is none.
func (p *passage) behindDateline(i int, r release.Release, place []token) int {
	if behind := p.behindPlace(i, r.Place, place); behind > 0 {
		return p.behindDash(p.behindDay(p.behindComma(behind), r.Date))
	}
	if behind := p.behindDay(i, r.Date); behind > 0 {
		return p.behindDash(p.behindPlace(p.behindComma(behind), r.Place, place))
	}
	return 0
}

// behindPlace is the token behind the words of the release's place at i, however they are
// capitalised, and behind «г.» before them; 0 where others stand there.
func (p *passage) behindPlace(i int, text string, place []token) int {
	if p.fold(i) == "г" && p.piece(i+1) == "." {
		i = p.skipSpaceBehind(i + 2)
	}
	for n, t := range place {
		if !p.is(i+n, t.kind) || t.kind != space && words.Fold(p.piece(i+n)) != words.Fold(text[t.start:t.end]) {
			return 0
		}
	}
	return i + len(place)
}

// behindDay is the token behind the release's date at i, with the word for the year; 0 where it does
// not stand there.
func (p *passage) behindDay(i int, date release.Date) int {
	d, ok := p.dayAt(i)
	if !ok || !d.mayBe(date) {
		return 0
	}
	behind := d.last + 1
	switch year := p.skipSpaceBehind(behind); {
	case p.fold(year) == "года":
		return year + 1
	case p.fold(year) == "г" && p.piece(year+1) == ".":
		return year + 2
	}
	return behind
}

// behindComma is the token that a comma, or a space alone, parts from the one before i.
func (p *passage) behindComma(i int) int {
	if p.piece(i) == "," {
		i++
	}
	return p.skipSpaceBehind(i)
}

// behindDash is the token of a sentence that a dash or a full stop parts from the dateline before i;
// 0 where it goes on otherwise.
func (p *passage) behindDash(i int) int {
	if i == 0 {
		return 0
	}
	stop := p.skipSpaceBehind(i)
	switch {
	case p.isDash(stop), p.piece(stop) == "-", stop == i && p.piece(stop) == ".":
		stop++
	case p.piece(i-1) != ".":
		return 0
	}
	begins := p.skipSpaceBehind(stop)
	if (begins > stop || stop > i && p.is(i, space)) && (startsUpper(p.piece(begins)) || p.is(begins, figure) || p.piece(begins) == "«" || p.piece(begins) == "“") {
		return begins
	}
	return 0
}
