package typography

import "slices"

// span is a piece of the text between two sets of edits, in code points.
type span struct {
	from, to int
	kind     Kind
	moved    int    // how far the first edits before it have moved it
	grown    int    // how much longer those in it have made it
	second   []Edit // those that come then
}

// composed are the edits that do at once what two sets do one after the other: first make
// between of the text, and second are those of that.
func composed(text string, first []Edit, between string, second []Edit) []Edit {
	var spans []span
	moved := 0
	for _, e := range first {
		grown := len([]rune(e.New)) - len([]rune(e.Old))
		at := e.At + moved
		spans = append(spans, span{from: at, to: at + len([]rune(e.New)), kind: e.Kind, grown: grown})
		moved += grown
	}
	for _, e := range second {
		spans = append(spans, span{from: e.At, to: e.End(), kind: e.Kind, second: []Edit{e}})
	}
	slices.SortStableFunc(spans, func(a, b span) int { return a.from - b.from })
	return written([]rune(text), []rune(between), together(spans))
}

// together joins the spans that touch each other, and tells each how far it has moved.
func together(spans []span) []span {
	var joined []span
	moved := 0
	for _, s := range spans {
		if n := len(joined); n > 0 && s.from <= joined[n-1].to {
			last := &joined[n-1]
			last.to, last.grown, last.second = max(last.to, s.to), last.grown+s.grown, append(last.second, s.second...)
		} else {
			s.moved = moved
			joined = append(joined, s)
		}
		moved += s.grown
	}
	return joined
}

// written makes edits of the text out of spans of what it became.
func written(text, between []rune, spans []span) []Edit {
	var edits []Edit
	for _, s := range spans {
		from, to := s.from-s.moved, s.to-s.moved-s.grown
		inner := slices.Clone(s.second)
		for i := range inner {
			inner[i].At -= s.from
		}
		e := Edit{s.kind, from, string(text[from:to]), Apply(string(between[s.from:s.to]), inner)}
		if e.Old != e.New {
			edits = append(edits, e)
		}
	}
	return edits
}
