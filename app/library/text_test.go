package library

import (
	"bytes"
	"testing"

	"communique/editor/release"
)

// TestWhatWasReadIsProven: a text that was read stands for the proof that it can be, with a UUID that was given
// since or without one, and no other does.
func TestWhatWasReadIsProven(t *testing.T) {
	r := filled(t)
	named, err := r.Encode()
	if err != nil {
		t.Fatal(err)
	}
	line := "uuid = \"" + r.UUID + "\"\n"
	nameless := bytes.Replace(named, []byte(line), nil, 1)
	for name, tt := range map[string]struct {
		from   []byte
		proven bool
	}{
		"the text itself":         {named, true},
		"before it had a UUID":    {nameless, true},
		"none":                    {nil, false},
		"a letter more":           {append(bytes.Clone(named), 'a'), false},
		"a letter more, nameless": {append(bytes.Clone(nameless), 'a'), false},
		"a line less":             {nameless[bytes.IndexByte(nameless, '\n')+1:], false},
		"another of its length":   {bytes.Replace(nameless, []byte("2"), []byte("3"), 1), false},
		"another's end":           {append(bytes.Clone(nameless[:len(nameless)-1]), 'a'), false},
	} {
		t.Run(name, func(t *testing.T) {
			if got := isBut(named, tt.from, line); got != tt.proven {
				t.Errorf("proven: %t", got)
			}
			if text, err := EncodeRead(r, tt.from); err != nil || !bytes.Equal(text, named) {
				t.Errorf("%v\n%s", err, text)
			}
		})
	}
	bad := release.Release{Kind: "rumour"}
	if text, err := EncodeRead(bad, named); err == nil {
		t.Errorf("what cannot be read again was encoded:\n%s", text)
	}
}

// TestIdentities: of few words, every field tells releases apart; of more, the words and the day do.
func TestIdentities(t *testing.T) {
	of := func(r release.Release) string {
		t.Helper()
		_, mark := WordsOf(r)
		named, err := Identified(r, mark)
		if err != nil || named.UUID == "" {
			t.Fatal(named.UUID, err)
		}
		return named.UUID
	}
	short, long := release.New("ru"), release.New("ru")
	short.Headline = "План"
	long.Lead = "Совет принял план и обсудил дороги, мосты и школы города."
	for name, tt := range map[string]struct {
		change func(r *release.Release)
		of     release.Release
		same   bool
	}{
		"few words, another place":  {func(r *release.Release) { r.Place = "Озёрск" }, short, false},
		"few words, other words":    {func(r *release.Release) { r.Headline = "Отчёт" }, short, false},
		"many words, another place": {func(r *release.Release) { r.Place = "Озёрск" }, long, true},
		"many words, another day":   {func(r *release.Release) { r.Date = release.Date{Year: 2020, Month: 1, Day: 2} }, long, false},
		"nothing else":              {func(*release.Release) {}, short, true},
	} {
		other := tt.of
		if tt.change(&other); (of(other) == of(tt.of)) != tt.same {
			t.Errorf("%s: %s and %s", name, of(tt.of), of(other))
		}
	}
}
