package release

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func bold(start, end int) Mark   { return Mark{Start: start, End: end, Style: Bold} }
func italic(start, end int) Mark { return Mark{Start: start, End: end, Style: Italic} }
func link(start, end int, address string) Mark {
	return Mark{Start: start, End: end, Style: Link, Address: address}
}

func TestNormalize(t *testing.T) {
	for name, tt := range map[string]struct{ marks, want []Mark }{
		"none":             {nil, nil},
		"in order":         {[]Mark{italic(0, 2), bold(4, 5), bold(0, 2)}, []Mark{bold(0, 2), italic(0, 2), bold(4, 5)}},
		"touching":         {[]Mark{bold(0, 2), bold(2, 4)}, []Mark{bold(0, 4)}},
		"overlapping":      {[]Mark{bold(0, 3), bold(1, 2), bold(2, 5)}, []Mark{bold(0, 5)}},
		"apart":            {[]Mark{bold(0, 2), bold(3, 4)}, []Mark{bold(0, 2), bold(3, 4)}},
		"of two styles":    {[]Mark{bold(0, 3), italic(1, 5)}, []Mark{bold(0, 3), italic(1, 5)}},
		"past the end":     {[]Mark{bold(8, 99), bold(-3, 1), bold(11, 12)}, []Mark{bold(0, 1), bold(8, 10)}},
		"of nothing":       {[]Mark{bold(3, 3), bold(4, 2)}, nil},
		"one link":         {[]Mark{link(0, 2, "a"), link(2, 4, "a")}, []Mark{link(0, 4, "a")}},
		"two links":        {[]Mark{link(0, 2, "a"), link(2, 4, "b")}, []Mark{link(0, 2, "a"), link(2, 4, "b")}},
		"links in a link":  {[]Mark{link(0, 8, "a"), link(2, 4, "b")}, []Mark{link(0, 2, "a"), link(2, 4, "b")}},
		"links of a start": {[]Mark{link(0, 8, "a"), link(0, 4, "b")}, []Mark{link(0, 8, "a")}},
	} {
		t.Run(name, func(t *testing.T) {
			before := slices.Clone(tt.marks)
			if got := Normalize(tt.marks, 10); !reflect.DeepEqual(got, tt.want) {
				t.Errorf("got %v", got)
			}
			if !slices.Equal(tt.marks, before) {
				t.Error("the marks it was given are changed")
			}
		})
	}
}

func TestRuns(t *testing.T) {
	for name, tt := range map[string]struct {
		text  string
		marks []Mark
		want  string
	}{
		"nothing":      {"", nil, ""},
		"plain":        {"слово", nil, "слово"},
		"bold":         {"одно слово", []Mark{bold(5, 10)}, "одно |*слово"},
		"whole":        {"слово", []Mark{bold(0, 5)}, "*слово"},
		"both":         {"абвг", []Mark{bold(0, 3), italic(1, 4)}, "*а|*/бв|/г"},
		"link":         {"см. 😀 сайт", []Mark{link(4, 5, "https://a")}, "см. |😀<https://a>| сайт"},
		"past its end": {"аб", []Mark{bold(1, 9)}, "а|*б"},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, r := range Runs(tt.text, tt.marks) {
				got = append(got, map[bool]string{true: "*"}[r.Bold]+map[bool]string{true: "/"}[r.Italic]+r.Text+map[bool]string{true: "<" + r.Address + ">"}[r.Address != ""])
			}
			if strings.Join(got, "|") != tt.want {
				t.Errorf("got %q", got)
			}
		})
	}
}

func TestLinesAndCells(t *testing.T) {
	text, marks := "Год\tЧисло\n2024\tсемь", []Mark{bold(0, 9), link(10, 19, "https://a")}
	var got []string
	for _, row := range Lines(text, marks) {
		for _, cell := range Cells(row) {
			got = append(got, fmt.Sprintf("%s%v", cell.Text, cell.Marks))
		}
	}
	want := []string{"Год[{0 3 bold }]", "Число[{0 5 bold }]", "2024[{0 4 link https://a}]", "семь[{0 4 link https://a}]"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

func FuzzMarks(f *testing.F) {
	f.Add("Привет, мир", "0-6 bold", "3-9 link https://example.org", 2, 7)
	f.Add("😀", "0-1 italic", "-1-4 bold", 0, 1)
	f.Fuzz(func(t *testing.T, text, one, other string, start, end int) {
		var marks []Mark
		for _, written := range []string{one, other} {
			var m Mark
			if m.UnmarshalText([]byte(written)) != nil {
				continue
			}
			if again, err := m.MarshalText(); err != nil || string(again) != written {
				t.Fatalf("%q is written as %q, %v", written, again, err)
			}
			marks = append(marks, m)
		}
		length := utf8.RuneCountInString(text)
		marks = Normalize(marks, length)
		if again := Normalize(marks, length); !slices.Equal(again, marks) {
			t.Fatalf("%v becomes %v", marks, again)
		}
		var runs strings.Builder
		for _, r := range Runs(text, marks) {
			runs.WriteString(r.Text)
		}
		if runs.String() != string([]rune(text)) {
			t.Fatalf("%q in %v is set as %q", text, marks, runs.String())
		}
		piece, own := Piece(text, marks, start, end)
		if err := checkMarks("", piece, own); err != nil && checkMarks("", text, marks) == nil {
			t.Fatalf("%v of %q from %d to %d: %v", own, text, start, end, err)
		}
	})
}
