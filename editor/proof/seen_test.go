package proof

import (
	"slices"
	"strings"
	"testing"

	"communique/editor/release"
)

func TestSignsThatNobodySees(t *testing.T) {
	for _, r := range "\u200e\u200f\u202a\u202e\u2066\u2069" {
		if !isHidden(r, 'а', false) || isHidden(r, 'а', true) {
			t.Errorf("%U is hidden in Russian, and means something beside Hebrew", r)
		}
	}
	for _, r := range "\u00ad\u200b\u2060\ufeff\u0007" {
		if !isHidden(r, 'а', false) {
			t.Errorf("%U is not hidden", r)
		}
	}
	for _, r := range "а \u00a0\n\t" {
		if isHidden(r, 'а', false) {
			t.Errorf("%U is hidden", r)
		}
	}
}

// TestWhatNobodySeesIsToldOnce: an invisible sign within a word, or a number, is one finding, and parts neither.
func TestWhatNobodySeesIsToldOnce(t *testing.T) {
	for line, places := range map[string]int{
		"В 20\u200b24 году до\u200bговор подписан.":                                  2,
		"Речь Аскара Тасма\u00adгамбетова. Аскар Тасмагамбетов ушёл.":                1,
		"Ему вручили 5\u20600 медалей и 1\u200b1\u200b0 грамот\u200b\u200b за труд.": 4,
	} {
		r, p := read(t, line)
		found := Check(r, p)
		if n := len(slices.DeleteFunc(slices.Clone(found), func(f Finding) bool { return f.Code != LetterInvisible })); n != places || len(found) != places {
			t.Errorf("%q: %+v", line, found)
		}
	}
}

// TestMessagesAreReadable: of a piece without an end a message repeats the beginning, in code points.
func TestMessagesAreReadable(t *testing.T) {
	word := strings.Repeat("ж", 100)
	for _, f := range []Finding{{Code: WordTwice}, {Code: "space-twice", Repaired: release.Repair{Code: "space-twice"}, TextID: release.TextID{Field: release.RepairsField}}} {
		for text, want := range map[string]string{word: word, word + "щщ": word + "…", "": ""} {
			f.Text, f.Put, f.Other, f.Repaired.Text, f.Repaired.Put = text, text, text, text, text
			_, args := f.Fact()
			for _, key := range []string{"Text", "Put", "Other"} {
				if got, is := args[key]; is && got != want {
					t.Errorf("%s of %s: %q", key, f.Code, got)
				}
			}
		}
	}
}

func TestLanguageOfAText(t *testing.T) {
	for _, c := range []struct{ language, text, want string }{
		{"ru", "Стороны обсудили работу", "ru"},
		{"ru", "The parties met", "en"},
		{"en-GB", "Стороны обсудили работу", "ru"},
		{"ru", "Déjà vu à la fin", ""},
		{"ru", "Café, Müller", "en"},
		{"en", "Der Minister und die Ministerin", ""},
		{"en", "He died in the war", "en"},
		{"kk", "Стороны обсудили", "kk"},
		{"ru", "12.05", "ru"},
	} {
		if got := languageOf(c.language, c.text); got != c.want {
			t.Errorf("%s %q: %q, want %q", c.language, c.text, got, c.want)
		}
	}
}

// Where a text is cut off only the finding of the cut word itself is left out.
func TestWhatIsToldBesideACut(t *testing.T) {
	source := Source{Code: "there", Level: Warns, Find: func(_, text string) []Spot {
		if !strings.HasSuffix(text, "рабо") {
			return nil
		}
		return []Spot{{Start: 0, End: len("Стороны")}, {Start: len(text) - len("рабо"), End: len(text)}}
	}}
	var told []string
	for _, f := range Check(body("Стороны обсудили ход рабо"), Params{More: []Source{source}}) {
		if f.Code == source.Code && f.Field == "blocks" {
			told = append(told, f.Text)
		}
	}
	if !slices.Equal(told, []string{"Стороны"}) {
		t.Errorf("told %q", told)
	}
}

// Of a name that is spelt in two ways nobody is told that it is unknown, too; of others he is.
func TestANameSpeltTwoWaysIsToldOnce(t *testing.T) {
	more := []Source{{Code: "name-unknown", Level: Hints, Find: func(_, text string) []Spot {
		var spots []Spot
		for _, name := range []string{"Джумагулов", "Джумогалов"} {
			if at := strings.Index(text, name); at >= 0 {
				spots = append(spots, Spot{Start: at, End: at + len(name)})
			}
		}
		return spots
	}}}
	var all []string
	for _, f := range Check(body("Выступил Рустам Джумагулов. Потом ушёл Джумогалов."), Params{More: more}) {
		all = append(all, f.Code+" "+f.Text)
	}
	if got := strings.Join(all, ", "); got != "name-unknown Джумагулов, name-differs Джумогалов" {
		t.Error(got)
	}
}
