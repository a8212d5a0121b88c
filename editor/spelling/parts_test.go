package spelling

import (
	"slices"
	"testing"

	"communique/editor/spelling/automaton"
)

// TestPartsOfWords: a word with hyphens is right where each of its parts is, at its place.
func TestPartsOfWords(t *testing.T) {
	c := New(Params{Words: Words{"кракозябр"}})
	for word, right := range map[string]bool{
		"чувашско-армянский": true, "чувашско-армянско": false, "чувашска-армянский": false, "внешне-армянский": true, "министр-армянин": true, "министр-кракозябр": true, "МИД-а": false, "ТАССК-министр": true,
		"пришёл-бы": false, "пришёл-же": false, "пришёл-ли": false, "пришёл-б": false, "пришёл-ж": false, "бы-министр": true, "же-министр": true,
		"не-министр": false, "ни-министр": false, "министр-не": true, "Не-министр": false, "пришёл-Бы": false,
		"-министр": false, "министр-": false, "министр--армянин": false, "по-этому": false, "что-бы": false, "агенство-министр": false, "министр-агенство": false,
		"pre-meeting": true, "meeting-pre": false, "Non-meeting": true, "agensy-meeting": false,
	} {
		in := cyrillic
		if word[len(word)-1] < 0x80 && word[0] < 0x80 && word != "-министр" {
			in = latin
		}
		if got := c.knowsParts(word, in); got != right {
			t.Errorf("%s is right: %t", word, got)
		}
	}
}

// TestPartsPutRight: where one part alone is wrong the whole is proposed with it put right.
func TestPartsPutRight(t *testing.T) {
	c := New(Params{})
	for word, want := range map[string]string{
		"агенство-министр": "агентство-министр", "министр-агенство": "министр-агентство", "чувашско-армяский": "чувашско-армянский", "рассийско-армянский": "российско-армянский",
		"рассийско-чувашско": "", "агенство-агенство": "",
	} {
		var all []string
		c.byParts(word, cyrillic, func(word string, _ int, _ automaton.Frequency) { all = append(all, word) })
		if want == "" && len(all) > 0 || want != "" && !slices.Contains(all, want) {
			t.Errorf("%s: %q", word, all)
		}
	}
}

// TestWhyAWordIsPassedOver: an abbreviation, a word of another language, one that a full
// stop cuts short; but what the other layout gives is told.
func TestWhyAWordIsPassedOver(t *testing.T) {
	c := New(Params{})
	for text, want := range map[string]Reason{ // the reason of the one unknown word; "" where it is told
		"встреча АБЫРВГ прошла": Abbreviation, "встреча АБЫРВГД прошла": "", "встреча ЬЩЫСЩЦ прошла": "", "встреча абырвг прошла": "",
		"встреча глв. прошла": Abbreviation, "встреча главн. прошла": "", "встреча глва. прошла": "", "встреча Глв. прошла": "", "встреча глв прошла": "",
		"встреча abyrvg прошла": Foreign, "встреча ghbdtn прошла": "", "meeting abyrvg passed": "", "встреча ғалым прошла": Foreign,
	} {
		r := c.Check(text)
		told := len(r.Misspelt) > 0
		if told != (want == "") || want != "" && r.Skipped[want] != 1 {
			t.Errorf("%s: %+v, told: %t", text, r.Skipped, told)
		}
	}
}

// TestTheOtherLayout: what is a frequent word by its keys in the other layout, and none as it stands.
func TestTheOtherLayout(t *testing.T) {
	c := New(Params{})
	for word, want := range map[string]string{
		"ghbdtn": "привет", "Ghbdtn": "Привет", "GHBDTN": "ПРИВЕТ", "ьууештп": "meeting", "ЬЩЫСЩЦ": "MOSCOW", "ns": "ты", "NS": "", "yf": "на", "z": "", "her": "", "the": "",
		"абырвг": "", "vjcrdf": "москва", "Vjcrdf": "Москва", "": "",
	} {
		if got := c.otherLayout(word); got != want {
			t.Errorf("%s: %q", word, got)
		}
	}
}

// TestNoVerbBehindAFirstPart: nouns and adjectives stand behind the first part of a word, and what somebody did does not.
func TestNoVerbBehindAFirstPart(t *testing.T) {
	c := New(Params{})
	for word, want := range map[string]bool{"росчистили": false, "росчистила": false, "медпосетили": false, "росреестры": true, "госзакупали": false, "госначала": false, "автодела": true, "горхозяйства": true, "взаимоуважительный": true, "горстоль": false} {
		if got := c.Has(word); got != want {
			t.Errorf("%s: %v", word, got)
		}
	}
}
