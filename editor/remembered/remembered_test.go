package remembered

import (
	"strconv"
	"strings"
	"testing"
	"unsafe"
)

// TestAnswers: a word is looked up once for as long as it keeps its place, and no word gets what another shows.
func TestAnswers(t *testing.T) {
	var r Answers[bool]
	asked := 0
	find := func(word string) []bool {
		asked++
		n, err := strconv.Atoi(word)
		if err != nil {
			t.Fatal(err)
		}
		return make([]bool, n%5, 5)
	}
	words := 3 * len(r.places) // more than there are places
	for n := range words {
		for range 2 {
			if got := r.Of(strconv.Itoa(n), find); len(got) != n%5 || cap(got) != n%5 {
				t.Fatal(n, len(got), cap(got))
			}
		}
	}
	if asked != words {
		t.Errorf("%d words are looked up %d times", words, asked)
	}
}

// TestAnswersKeepNoWhole: what is remembered of a line does not keep the text that the line is a part of.
func TestAnswersKeepNoWhole(t *testing.T) {
	var r Answers[string]
	whole := strings.Repeat("строка ", 1000)
	line := whole[:20]
	got := r.Of(line, func(text string) []string { return []string{text} })
	if got[0] != line || unsafe.StringData(got[0]) == unsafe.StringData(whole) { //nolint:gosec // whether they share memory is what is asked
		t.Error("the whole is kept")
	}
}
