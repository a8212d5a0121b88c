package release

import (
	"strings"
	"testing"
)

func TestCount(t *testing.T) {
	r := Release{Headline: "Встреча в Бишкеке", Lead: "Совет – это\u00a0совет.", Notes: "не считать"}
	words, characters := r.Count()
	if words != 6 || characters != 17+18 {
		t.Errorf("got %d words, %d characters", words, characters)
	}
}

// TestLevelsAreNoCharacters: an item that goes a level deeper adds nothing to the text.
func TestLevelsAreNoCharacters(t *testing.T) {
	flat, deep := Release{Blocks: []Block{{Kind: List, Text: "а\nб"}}}, Release{Blocks: []Block{{Kind: List, Text: "а\n\tб"}}}
	_, want := flat.Count()
	if _, got := deep.Count(); got != want {
		t.Errorf("got %d characters, want %d", got, want)
	}
}

func TestWhatIsAWord(t *testing.T) {
	for text, want := range map[string]int{
		"": 0, " \n ": 0, "слово": 1, "а б": 2, "– — - •": 0, "вице-премьер": 1, "– Да, – сказал он": 3, "5 %": 2, "«»": 1, "-5": 1, "•пункт": 1,
	} {
		if got, _ := (Release{Lead: text}).Count(); got != want {
			t.Errorf("%q: %d words, want %d", text, got, want)
		}
	}
}

// What is published is counted, in the order of the page; the rest is not.
func TestTextsInTheOrderOfThePage(t *testing.T) {
	r := Release{
		Headline: "1", Subheadline: "2", Lead: "3", Boilerplate: "9", Notes: "x", Place: "x", Number: "x", Tags: []string{"x"}, Leftovers: []string{"x"},
		Blocks:   []Block{{Kind: Paragraph, Text: "4"}, {Kind: Quotation, Text: "5", Speaker: "6"}, {Kind: Picture, Text: "7", Author: "8", Alternative: "x"}},
		Contacts: []Contact{{Name: "x"}}, Values: []Value{{Field: "x", Text: "x"}}, Repairs: []Repair{{Code: "x", Text: "x"}},
	}
	if got := strings.Join(r.Texts(), " "); got != "1 2 3 4 5 6 7 8 9" {
		t.Errorf("got %q", got)
	}
	if words, characters := r.Count(); words != 9 || characters != 9 {
		t.Errorf("got %d words, %d characters", words, characters)
	}
}
