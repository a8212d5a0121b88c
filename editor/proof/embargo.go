package proof

import (
	"communique/editor/release"
)

// embargoPast finds an embargo that has run out before the release was issued.
func embargoPast(w *whole, out *report) {
	e := w.release.Embargo
	if !e.IsZero() && !w.params.Now.IsZero() && e.At.Before(w.params.Now) && w.release.Status != release.Issued {
		out.in(release.EmbargoField, e.String())
	}
}

// embargoUnset finds a text that speaks of an embargo which the release does not have:
// nothing would hold it back.
func embargoUnset(w *whole, out *report) {
	if !w.release.Embargo.IsZero() || w.release.UnreadText(release.EmbargoField) != "" {
		return
	}
	for _, p := range w.texts {
		if !p.body() {
			continue
		}
		for i := range p.tokens {
			if last := p.asksToWait(i); last >= 0 {
				out.add(p, p.tokens[i].start, p.tokens[last].end)
			}
		}
	}
}

// asksToWait is the last token of what asks to hold a text back, by the token where it
// begins: «эмбарго до», "embargoed until", «не публиковать до»; -1 for none.
func (p *passage) asksToWait(i int) int {
	switch p.folded[i] {
	case "эмбарго":
		if p.piece(i+1) == ":" || p.wordFollows(i) && p.folded[i+2] == "до" {
			return i
		}
	case "embargo", "embargoed":
		if p.piece(i+1) == ":" && p.folded[min(i+3, len(p.folded)-1)] == "until" || p.wordFollows(i) && (p.folded[i+2] == "until" || p.folded[i+2] == "till") {
			return i
		}
	case "не", "not":
		return p.notToPublish(i)
	}
	return -1
}

// notToPublish is the word behind which «не публиковать до», "not for release before"
// says until when.
func (p *passage) notToPublish(i int) int {
	const farthest = 3 // words
	published := false
	for j := i + 2; j <= i+2*farthest && p.is(j, word) && p.is(j-1, space); j += 2 {
		switch text := p.folded[j]; text {
		case "публиковать", "публикации", "распространять", "распространения", "разглашать", "release", "publication", "publish":
			published = true
		case "до", "ранее", "раньше", "before", "until":
			if published {
				return j
			}
			return -1
		}
	}
	return -1
}
