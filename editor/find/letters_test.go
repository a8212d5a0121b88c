package find

import (
	"reflect"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"communique/editor/release"
)

// TestNoPlaceIsPassedOver: whatever folds to a letter is a place where a match of that letter may begin.
func TestNoPlaceIsPassedOver(t *testing.T) {
	for _, f := range []folding{{}, {exact: true}, {quotes: true}} {
		letters := map[rune][]string{}
		for r := range rune(0x3000) {
			for _, text := range []string{string(r), string(r) + "\u0301", string(r) + "\u0306", string(r) + "\u0308"} {
				if !utf8.ValidRune(r) || unicode.Is(unicode.Mn, r) {
					continue
				}
				if folded, end := f.letter(text, 0); folded != nothing && end == len(text) {
					letters[folded] = append(letters[folded], text)
				}
			}
		}
		for _, letter := range "aZzкКеЕиИйѐѓџѿ'\"- ñéàß1" {
			s := startsOf(f, letter)
			for _, text := range letters[letter] {
				if at := s.next(text+"я", 0); at != 0 {
					t.Errorf("%+v: %q is passed over for %q", f, text, letter)
				}
			}
		}
	}
}

// TestPlacesThatArePassedOver: others are not, or a search would look at every letter.
func TestPlacesThatArePassedOver(t *testing.T) {
	s := startsOf(folding{}, 'м', 'm')
	for text, want := range map[string]int{
		"": 0, "а": 2, "абв": 6, "абм": 4, "abm": 2, "M": 0, "М": 0, "рМ": 2, "р": 2, "Ѐм": 2, "џ": 2, "\xd0": 0, "a\xd1": 1, "аж€": 4, "ѐҗ": 2,
	} {
		if got := s.next(text, 0); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
	for r := range rune(0x480) {
		one := startsOf(folding{exact: true}, (folding{exact: true}).rune(r))
		if got := one.next(string(r), 0); got != 0 {
			t.Errorf("%U is passed over for itself", r)
		}
	}
}

// TestLettersAtAPlace: marks and signs that nobody sees are looked through, to either side.
func TestLettersAtAPlace(t *testing.T) {
	for text, want := range map[string][2]rune{ // before and behind the |
		"|": {0, 0}, "а|": {'а', 0}, "|б": {0, 'б'}, "а|б": {'а', 'б'},
		"а\u0301\u00ad|\u200b\u0301б": {'а', 'б'}, "\u00ad|\u00ad": {0, 0}, "\u0301|\u0301": {0, 0}, "а |.": {' ', '.'}, "👍|🏽": {'👍', '🏽'}, "а\u200d|\u200dб": {'\u200d', '\u200d'},
	} {
		before, behind, _ := strings.Cut(text, "|")
		if got := [2]rune{runeBefore(before+behind, len(before)), runeBehind(before+behind, len(before))}; got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestSignsThatAreCut: a piece that begins or ends within one sign is none.
func TestSignsThatAreCut(t *testing.T) {
	for text, cuts := range map[string]bool{
		"|👍": false, "👍|": false, "👍|👍": false, "👍|🏻": true, "👍|🏽": true, "👍|🏿": true, "👍|🏺": false, "👩|\u200d🚀": true, "👩\u200d|🚀": true, "а|б": false, "👍|а": false, "а|👍": false,
		"🇰|🇬": true, "🇰🇬|🇷🇺": false, "🇰🇬🇷|🇺": true, "🇰🇬🇷🇺|": false, "а🇰|🇬": true, "🇦|🇿": true, "а|🇰🇬": false, "🇰🇬|а": false, "\u200d|": false, "|\u200d": false, "а\u200d|б": true, "а|\u200dб": true,
	} {
		before, behind, _ := strings.Cut(text, "|")
		if got := cutsSign(before+behind, len(before)); got != cuts {
			t.Errorf("%q: %t", text, got)
		}
		for _, piece := range [][2]int{{len(before), len(before + behind)}, {0, len(before)}} {
			if got := cutsGrapheme(before+behind, piece[0], piece[1]); got != cuts {
				t.Errorf("%q: a piece from %d to %d: %t", text, piece[0], piece[1], got)
			}
		}
	}
}

// TestCapitalsOf: what is no letter does not count, and letters without capitals are mixed with those that have them.
func TestCapitalsOf(t *testing.T) {
	for text, want := range map[string]capitals{
		"": mixed, "1-2": mixed, "дом": small, "1-й": small, "Дом": capitalised, "«Дом-2»": capitalised, "ДОМ": allCapital, "ДОМ-2": allCapital, "Д": capitalised, "МИД": allCapital,
		"МИДа": mixed, "доМ": mixed, "Дом-Музей": mixed, "дОМ": mixed, "中": mixed, "中а": mixed, "А中": capitalised, "中А": mixed, "ǅ": capitalised,
	} {
		if got := capitalsOf(text); got != want {
			t.Errorf("%s: %d, want %d", text, got, want)
		}
	}
}

// TestWordsAndWhatIsBetween: parted, nothing is lost.
func TestWordsAndWhatIsBetween(t *testing.T) {
	for text, want := range map[string][]string{
		"": {""}, "дом": {"дом"}, " дом": {" ", "дом"}, "дом ": {"дом", " "}, "«Дом-2», сад": {"«", "Дом", "-2», ", "сад"},
	} {
		if got := spacedWords(text); !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %q", text, got)
		}
	}
	for text, want := range map[string]string{"Министр МИД": "министр МИД", "А И Б": "а и б", "МИДа и Совета": "МИДа и совета", "": ""} {
		if got := lowered(text); got != want {
			t.Errorf("%q: %q", text, got)
		}
	}
	for text, want := range map[string]string{"«дом»": "«Дом»", "1 – й": "1 – Й", "123": "123", "": "", "ёж": "Ёж"} {
		if got := withFirst(text, unicode.ToUpper); got != want {
			t.Errorf("%q: %q", text, got)
		}
	}
}

// TestSentences: where one begins and ends around a place.
func TestSentences(t *testing.T) {
	for text, want := range map[string]string{ // the place stands at |, the sentence in ⟨⟩
		"До|м.":                    "⟨Дом.⟩",
		"|":                        "⟨⟩",
		"Дом.| Сад. Лес.":          "Дом.⟨ Сад.⟩ Лес.",
		"Дом. Са|д. Лес.":          "Дом.⟨ Сад.⟩ Лес.",
		"Дом! Са|д? Лес":           "Дом!⟨ Сад?⟩ Лес",
		"Дом… Са|д… Лес":           "Дом…⟨ Сад…⟩ Лес",
		"Дом\nСа|д\nЛес":           "Дом\n⟨Сад\n⟩Лес",
		"по ст. 5 и А. Б. Са|д":    "⟨по ст. 5 и А. Б. Сад⟩",
		"по стр. 5 Са|д":           "по стр.⟨ 5 Сад⟩",
		"к 5. Са|д":                "к 5.⟨ Сад⟩",
		"к 5.5 Са|д":               "⟨к 5.5 Сад⟩",
		"«Дом.» Са|д.» Лес":        "«Дом.⟨» Сад.⟩» Лес",
		"(Дом.) Са|д.) Лес.” Пруд": "(Дом.⟨) Сад.⟩) Лес.” Пруд",
		"Дом.” Са|д":               "Дом.⟨” Сад⟩",
		"Дом, Са|д; Лес":           "⟨Дом, Сад; Лес⟩",
	} {
		before, behind, _ := strings.Cut(text, "|")
		whole, at := before+behind, len(before)
		start, end := sentenceStart(whole, at), sentenceEnd(whole, at)
		if got := whole[:start] + "⟨" + whole[start:end] + "⟩" + whole[end:]; got != want {
			t.Errorf("%q: %s", text, got)
		}
	}
}

// TestWordsBeside: spaces alone part a piece from the words beside it, and no line's end in a list.
func TestWordsBeside(t *testing.T) {
	for _, tt := range []struct {
		text   string // the piece stands in ⟨⟩
		kind   release.BlockKind
		before []string
		behind string
	}{
		{"новый и старый ⟨дом⟩ стоит здесь", release.Paragraph, []string{"старый", "и", "новый"}, "стоит"},
		{"один два три четыре пять шесть ⟨дом⟩", release.Paragraph, []string{"шесть", "пять", "четыре", "три", "два"}, ""},
		{"кто-то, по-старому ⟨дом⟩ кое-где", release.Paragraph, []string{"по-старому"}, "кое-где"},
		{"новый,⟨дом⟩, стоит", release.Paragraph, nil, ""},
		{"новый⟨дом⟩стоит", release.Paragraph, nil, ""},
		{"новый\u00a0⟨дом⟩\u2009стоит", release.Paragraph, []string{"новый"}, "стоит"},
		{"но\u00adвый ⟨дом⟩ сто\u00adит", release.Paragraph, []string{"новый"}, "стоит"},
		{"новый\n⟨дом⟩\nстоит", release.Paragraph, []string{"новый"}, "стоит"},
		{"новый\n⟨дом⟩\nстоит", release.List, nil, ""},
		{"новый \n ⟨дом⟩", release.Table, nil, ""},
		{"⟨дом⟩ ", release.Paragraph, nil, ""},
		{" ⟨дом⟩ .", release.Paragraph, nil, ""},
		{"a. б ⟨дом⟩ 5", release.Paragraph, []string{"б"}, "5"},
	} {
		before, rest, _ := strings.Cut(tt.text, "⟨")
		piece, behind, _ := strings.Cut(rest, "⟩")
		a := around{release.Passage{Kind: tt.kind, Text: before + piece + behind}, len(before), len(before + piece)}
		var words []string
		for _, w := range a.before(5) {
			words = append(words, w.text)
			if a.passage.Text[w.start:w.end] != w.text && !strings.ContainsRune(a.passage.Text[w.start:w.end], '\u00ad') {
				t.Errorf("%q: %+v", tt.text, w)
			}
		}
		next, ok := a.behind()
		if !reflect.DeepEqual(words, tt.before) || next.text != tt.behind || ok != (tt.behind != "") {
			t.Errorf("%q as %s: before %q, behind %q, %t", tt.text, tt.kind, words, next.text, ok)
		}
	}
}
