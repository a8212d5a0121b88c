// Package regexp has the standard library's regular expressions, each compiled when a text
// is first met that may match it. The program knows some hundreds; to compile them all takes
// longer than to set a page, and most lines of a text begin like no match of most of them.
package regexp

import (
	"regexp"
	"slices"
	"sync"
)

// Regexp is an expression, with the methods of the standard library's. It is for any
// number of goroutines.
type Regexp struct {
	expression string
	parse      sync.Once
	opening    *opening
	compile    sync.Once
	standard   *regexp.Regexp
}

// MustCompile returns an expression. One that cannot be parsed panics at its first use.
// It is so short that the compiler lays a package's expressions out itself: they cost a
// start nothing.
func MustCompile(expression string) *Regexp { return &Regexp{expression: expression} }

func (e *Regexp) compiled() *regexp.Regexp {
	e.compile.Do(func() { e.standard = regexp.MustCompile(e.expression) })
	return e.standard
}

// mayMatch reports whether a match may be in s, by the letters that matches begin with.
func (e *Regexp) mayMatch(s string) bool {
	e.parse.Do(func() { e.opening = openingOf(e.expression) })
	return e.opening.in(s)
}

// String returns the expression as it is written.
func (e *Regexp) String() string { return e.expression }

// Match reports whether b has a match.
func (e *Regexp) Match(b []byte) bool { return e.compiled().Match(b) }

// MatchString reports whether s has a match.
func (e *Regexp) MatchString(s string) bool { return e.mayMatch(s) && e.compiled().MatchString(s) }

// FindSubmatch returns the first match with its groups.
func (e *Regexp) FindSubmatch(b []byte) [][]byte { return e.compiled().FindSubmatch(b) }

// FindAllSubmatch returns the first n matches with their groups, all for n below 0.
func (e *Regexp) FindAllSubmatch(b []byte, n int) [][][]byte {
	return e.compiled().FindAllSubmatch(b, n)
}

// FindString returns the first match.
func (e *Regexp) FindString(s string) string {
	if !e.mayMatch(s) {
		return ""
	}
	return e.compiled().FindString(s)
}

// FindStringIndex returns where the first match begins and ends.
func (e *Regexp) FindStringIndex(s string) []int {
	if !e.mayMatch(s) {
		return nil
	}
	return e.compiled().FindStringIndex(s)
}

// FindStringSubmatch returns the first match with its groups.
func (e *Regexp) FindStringSubmatch(s string) []string {
	if !e.mayMatch(s) {
		return nil
	}
	return e.compiled().FindStringSubmatch(s)
}

// FindStringSubmatchIndex returns where the first match and its groups begin and end.
func (e *Regexp) FindStringSubmatchIndex(s string) []int {
	if !e.mayMatch(s) {
		return nil
	}
	return e.compiled().FindStringSubmatchIndex(s)
}

// FindAllString returns the first n matches, all for n below 0.
func (e *Regexp) FindAllString(s string, n int) []string {
	if !e.mayMatch(s) {
		return nil
	}
	return e.compiled().FindAllString(s, n)
}

// FindAllStringIndex returns where the first n matches begin and end.
func (e *Regexp) FindAllStringIndex(s string, n int) [][]int {
	if !e.mayMatch(s) {
		return nil
	}
	return e.compiled().FindAllStringIndex(s, n)
}

// FindAllStringSubmatch returns the first n matches with their groups.
func (e *Regexp) FindAllStringSubmatch(s string, n int) [][]string {
	if !e.mayMatch(s) {
		return nil
	}
	return e.compiled().FindAllStringSubmatch(s, n)
}

// FindAllStringSubmatchIndex returns where the first n matches and their groups begin and
// end.
func (e *Regexp) FindAllStringSubmatchIndex(s string, n int) [][]int {
	if !e.mayMatch(s) {
		return nil
	}
	return e.compiled().FindAllStringSubmatchIndex(s, n)
}

// ReplaceAllString puts a template in the place of each match.
func (e *Regexp) ReplaceAllString(s, with string) string {
	if !e.mayMatch(s) {
		return s
	}
	return e.compiled().ReplaceAllString(s, with)
}

// ReplaceAllStringFunc puts in the place of each match what a function makes of it.
func (e *Regexp) ReplaceAllStringFunc(s string, with func(string) string) string {
	if !e.mayMatch(s) {
		return s
	}
	return e.compiled().ReplaceAllStringFunc(s, with)
}

// Split parts s at the first n-1 matches, at all for n below 0.
func (e *Regexp) Split(s string, n int) []string { return e.compiled().Split(s, n) }

// Any are expressions of which one is to match: each is passed over by its own beginning.
type Any []*Regexp

// MatchString reports whether s has a match.
func (a Any) MatchString(s string) bool {
	return slices.ContainsFunc(a, func(e *Regexp) bool { return e.MatchString(s) })
}

// QuoteMeta returns the expression that matches a text letter by letter.
func QuoteMeta(text string) string { return regexp.QuoteMeta(text) }
