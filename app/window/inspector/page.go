package inspector

import (
	"slices"

	"communique/editor/controls"
	"communique/editor/proof"
)

// mostFindings is how many are listed at once: a row of them takes a third of a millisecond.
const mostFindings = 30

// entry is a finding with what stands above it where its row is the first of those that are shown, or of its group or kind.
type entry struct {
	finding proof.Finding
	head    string          // of the group
	kind    []proof.Finding // all of its kind, and those behind them in the group
	begins  bool            // its group
	first   bool            // of its kind
}

// entries are all rows of the list, in order.
func (l *findingsList) entries() (all []entry) {
	group := func(head string, of []proof.Finding) {
		kind := 0
		for i, f := range of {
			if f.Code != of[kind].Code {
				kind = i
			}
			all = append(all, entry{finding: f, head: head, kind: of[kind:], begins: i == 0, first: i == kind})
		}
	}
	for _, level := range proof.Levels() {
		group("findings-"+string(level), l.listed(level))
	}
	group("findings-accepted", l.accepted())
	return all
}

func (l *findingsList) write() {
	l.rows.RemoveAll()
	l.lines, l.excerpts = nil, nil
	all := l.entries()
	if l.from >= len(all) {
		l.from = max(0, (len(all)-1)/mostFindings*mostFindings)
	}
	until := min(len(all), l.from+mostFindings)
	if l.from > 0 {
		l.addTurn("findings-before", all[:l.from], l.from-mostFindings)
	}
	for i, e := range all[l.from:until] {
		if i == 0 || e.begins {
			l.rows.Add(l.head(e.head))
		}
		if !e.finding.Accepted && (i == 0 || e.first) {
			l.addKind(e.kind)
		}
		l.rows.Add(l.row(e.finding))
	}
	if until < len(all) {
		l.addTurn("findings-more", all[until:], until)
	}
	l.layOut()
}

// addTurn adds a button that lists others, which it counts.
func (l *findingsList) addTurn(name string, others []entry, from int) {
	count := 0
	for _, e := range others {
		count += proof.Count([]proof.Finding{e.finding})
	}
	l.rows.Add(l.params.Keys.NewButton(l.params.Words.Plural(name, count), nil, func() { l.turn(from) }))
}

// turn lists findings from one on. The keyboard, where it turned the page, goes on at the first of them.
func (l *findingsList) turn(from int) {
	l.from = from
	l.list()
	l.scroll.ScrollToTop()
	if b, is := l.params.Focused().(*controls.Button); is && slices.Contains(buttonsIn(l.rows), b) {
		l.params.Focus(l.lines[0])
	}
}
