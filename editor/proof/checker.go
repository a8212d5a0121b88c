package proof

import (
	"cmp"
	"slices"
	"sync"
	"time"

	"communique/editor/release"
	"communique/editor/typography"
	"communique/editor/words"
)

// Params are what the checks know beside the release. Without something, the checks
// that need it find nothing.
type Params struct {
	// Lost are the hashes of pictures whose files cannot be had or read: the release
	// does not say so itself.
	Lost []string
	// Now is the time by which an embargo is past; zero for no such check.
	Now time.Time
	// Typography is how the office sets its texts: a repair puts the dash that the command
	// for typography would.
	Typography typography.House
	// Registers are the office's people, places and organisations; nil for none.
	Registers *Registers
	// Levels are the levels of checks that the office wants otherwise.
	Levels map[string]Level
	// Accepted is what the office accepts in each of its releases.
	Accepted []release.Accepted
	// More are checks of single texts from other rooms: spelling, typography. The same
	// slice has to be given from one check of a release to the next.
	More []Source
}

// Source is a check of single texts that another room makes.
type Source struct {
	Code  string
	Level Level
	// Find returns what it finds in a text that is written in a language.
	Find func(language, text string) []Spot
}

// Spot is what a Source finds, in bytes of the text.
type Spot struct {
	Start, End int
	// Put is what takes the place of the piece where Mends is set.
	Put   string
	Mends bool
	Other string // what it does not agree with, or might be; "" for nothing
}

// Check runs every check and returns the findings in the order of the page, Most of a kind, before
// them what intake did that has no place there or stands in the notes. Its time is linear in the length of the text.
func Check(r release.Release, p Params) []Finding { return NewChecker().Check(r, p) }

// Checker checks one release again and again, and keeps what it found in the texts
// that stay the same. It may be used by several goroutines.
type Checker struct {
	mutex sync.Mutex
	kept  map[textKey]*passage
	made  Params // by which kept was found
}

// textKey is all that a check of one text sees.
type textKey struct {
	release.TextID
	kind                 release.BlockKind
	language, text, dash string
	english              release.English
}

// NewChecker returns a Checker that has kept nothing yet.
func NewChecker() *Checker { return &Checker{} }

// Check is the package's Check.
func (c *Checker) Check(r release.Release, p Params) []Finding {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if c.kept == nil || !sameSources(c.made.More, p.More) {
		c.kept = nil
	}
	return c.check(r, p, Rules())
}

// Blockers are the findings of Check that keep a release in the office: no other checks are made.
func Blockers(r release.Release, p Params) []Finding {
	if len(p.More) > 0 { // which leave out what other checks say more of
		return Blocking(Check(r, p))
	}
	return Blocking(NewChecker().check(r, p, slices.DeleteFunc(Rules(), func(rule Rule) bool {
		return cmp.Or(p.Levels[rule.Code], rule.Level) != Blocks
	})))
}

func (c *Checker) check(r release.Release, p Params, rules []Rule) []Finding {
	c.made = p
	w := &whole{release: r, params: p, texts: c.read(r, rules)}
	findings := repairs(r)
	for _, t := range w.texts {
		for _, f := range t.found {
			f.Index = t.index
			findings = append(findings, f)
		}
	}
	for i := range rules {
		rule := &rules[i]
		if rule.whole == nil || rule.Scope == WithRegisters && p.Registers == nil {
			continue
		}
		out := report{rule: rule}
		rule.whole(w, &out)
		findings = append(findings, out.all()...)
	}
	findings = judged(toldOnce(findings, p.More), r, p)
	slices.SortStableFunc(findings, inPageOrder)
	return limited(findings)
}

// toldOnce leaves out what other rooms find in a word of which the checks say more, a guess that is left to be filled in,
// and the space that a piece of code lacks: one at which a text is cut off is no word, and one that is spelt in two ways need not be known.
func toldOnce(findings []Finding, more []Source) []Finding {
	said := map[release.TextID][]Finding{}
	for _, f := range findings {
		switch f.Code {
		case TextCutOff, NameDiffers, HTMLLeft, PlaceholderLeft, CapitalWithin:
			said[f.TextID] = append(said[f.TextID], f)
		}
	}
	saysLess := func(code string) bool {
		return code == SpaceMissing || code == release.FormGuessed || slices.ContainsFunc(more, func(s Source) bool { return s.Code == code })
	}
	return slices.DeleteFunc(findings, func(f Finding) bool {
		return f.More == 0 && saysLess(f.Code) &&
			slices.ContainsFunc(said[f.TextID], func(at Finding) bool { return f.Start < at.End && at.Start < f.End })
	})
}

func sameSources(a, b []Source) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}

// read returns the texts of a release with what is found in each of them alone.
func (c *Checker) read(r release.Release, rules []Rule) []*passage {
	kept := make(map[textKey]*passage, len(c.kept))
	texts := passages(r)
	dash := dashOf(c.made.Typography, r)
	for i, p := range texts {
		p.dash = dash
		p.english = r.English
		key := textKey{p.TextID, p.kind, p.language, p.text, dash, r.English}
		known := c.kept[key]
		if known == nil {
			known = p
			p.parse()
			p.check(rules, c.made.More)
		}
		if kept[key] == nil { // contacts may say a thing twice
			known.index = p.index
			kept[key], texts[i] = known, known
			continue
		}
		p.tokens, p.folded, p.dates, p.named, p.found = known.tokens, known.folded, known.dates, known.named, known.found
		p.unknown, p.people, p.countries, p.spelt, p.spelled, p.pairs = known.unknown, known.people, known.countries, known.spelt, known.spelled, known.pairs
	}
	c.kept = kept
	return texts
}

// parse makes what all checks of the text look at.
func (p *passage) parse() {
	p.tokens = tokens(p.text)
	p.folded = make([]string, len(p.tokens))
	for i, t := range p.tokens {
		if t.kind == word {
			p.folded[i] = words.Fold(withoutUnseen(p.piece(i)))
		}
	}
	p.dates = p.days()
	p.unknown = whenAsked(p.russian(), p.unknownNames)
	p.countries = whenAsked(p.body(), p.countriesNamed)
	p.spelled = whenAsked(p.language == "en" && p.body(), p.wordsSpelled)
	p.pairs = whenAsked(p.language == "en" && p.body(), p.namePairs)
	p.people = whenAsked(p.russian() && p.body(), p.names)
	p.spelt = whenAsked(p.russian() && (p.body() || p.Field == release.BoilerplateField), p.namesSpelt)
}

// whenAsked makes something once, when it is asked for; where there is none, it is nil.
func whenAsked[T any](is bool, found func() []T) func() []T {
	if !is {
		return func() []T { return nil }
	}
	return sync.OnceValue(found)
}

// check runs the checks of single texts.
func (p *passage) check(rules []Rule, more []Source) {
	for i := range rules {
		if rules[i].text == nil {
			continue
		}
		out := report{rule: &rules[i]}
		rules[i].text(p, &out)
		p.found = append(p.found, out.all()...)
	}
	for _, s := range more {
		out := report{rule: &Rule{Code: s.Code, Level: s.Level}}
		for _, spot := range s.Find(p.language, p.text) {
			p.noteUnknown(spot)
			f := out.add(p, spot.Start, spot.End)
			f.Put, f.Mends, f.Other = spot.Put, spot.Mends, spot.Other
		}
		p.found = append(p.found, out.all()...)
	}
}

// judged gives findings the office's levels, and tells which were accepted.
func judged(findings []Finding, r release.Release, p Params) []Finding {
	kept := findings[:0]
	for _, f := range findings {
		if level, ok := p.Levels[f.Code]; ok {
			f.Level = level
		}
		if f.Level == Off || p.Registers.vouches(f) {
			continue
		}
		f.Accepted = f.Acceptable() && (isAccepted(f, r.Accepted) || isAccepted(f, p.Accepted))
		kept = append(kept, f)
	}
	return kept
}

func isAccepted(f Finding, accepted []release.Accepted) bool {
	here := f.Acceptance()
	everywhere := release.Accepted{Code: here.Code, Text: here.Text}
	return slices.ContainsFunc(accepted, func(a release.Accepted) bool { return a == here || a == everywhere })
}

// whole is a release with all its texts, for checks that look at more than one.
type whole struct {
	release release.Release
	params  Params
	texts   []*passage
}
