package inserting_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"communique/app/window/inserting"
	"communique/app/window/screen/screentest"
	"communique/assets/translations"
	"communique/editor/grammar"
	"communique/editor/register"
	"communique/editor/release"
	"communique/editor/snippet"
)

// stage is the dialog over a text that nobody sees.
type stage struct {
	*screentest.Stage
	put   []string
	asked []int // how many names were asked for
}

// forms are a word's forms, one for each case.
func forms(word string) grammar.Forms {
	all := grammar.Forms{}
	for i, c := range grammar.Cases() {
		all[c] = fmt.Sprint(word, i+1)
	}
	return all
}

func hit(name, post string) register.Hit {
	h := register.Hit{Kind: grammar.Person, Name: name, Post: post, Forms: forms(name)}
	if post != "" {
		h.PostForms = forms(post)
	}
	return h
}

func show(t *testing.T, language string, found []register.Hit, snippets snippet.Set) *stage {
	t.Helper()
	s := &stage{Stage: screentest.New(t)}
	words, err := translations.New(language)
	if err != nil {
		t.Fatal(err)
	}
	s.Base.Words = words
	inserting.Show(inserting.Params{
		Base: s.Base, Now: func() time.Time { return time.Date(2024, 9, 30, 23, 0, 0, 0, time.UTC) },
		Find: func(_ string, limit int) []register.Hit {
			s.asked = append(s.asked, limit)
			return found[:min(limit, len(found))]
		},
		InWords:  func(d release.Date) string { return "<" + d.String() + ">" },
		Snippets: func(take func(snippet.Set)) { take(snippets) },
		Recent:   func(take func([]string)) { take([]string{"Проба", "никто", "Пробный"}) },
		Preview: func(s snippet.Snippet) release.Release {
			return release.Release{Lead: "as it stands: " + s.Text}
		},
		Put:        func(words string) { s.put = append(s.put, words) },
		PutSnippet: func(one snippet.Snippet) { s.put = append(s.put, "snippet "+one.Title) },
	})
	return s
}

// TestWhatIsPut types, presses keys, and compares what came into the text.
func TestWhatIsPut(t *testing.T) {
	person := []register.Hit{hit("Пробный", "Директор"), hit("Проба", "")}
	office := snippet.Set{{Title: "О партнёре", Text: "Партнёр."}}
	for _, c := range []struct {
		name, typed string
		keys        []fyne.KeyName
		then        string
		want        string // "" where the dialog stays, "-" where it is left without
	}{
		{"a digit is a case of post and name", "про", nil, "5", "Директор5 Пробный5"},
		{"Enter is the nominative", "про", []fyne.KeyName{fyne.KeyReturn}, "", "Директор1 Пробный1"},
		{"the name alone", "про", []fyne.KeyName{fyne.KeyDown}, "2", "Пробный2"},
		{"the post alone", "про", []fyne.KeyName{fyne.KeyDown, fyne.KeyDown}, "3", "Директор3"},
		{"who has no post", "про", []fyne.KeyName{fyne.KeyUp}, "6", "Проба6"},
		{"the first case", "про", nil, "1", "Директор1 Пробный1"},
		{"there are six cases", "про", nil, "7", ""},
		{"nought is none", "про", nil, "0", ""},
		{"Escape leaves all", "про", []fyne.KeyName{fyne.KeyEscape}, "", "-"},
		{"a snippet", "парт", []fyne.KeyName{fyne.KeyUp, fyne.KeyReturn}, "", "snippet О партнёре"},
		{"a snippet has no cases", "парт", []fyne.KeyName{fyne.KeyUp}, "2", ""},
		{"today", "сег", []fyne.KeyName{fyne.KeyReturn}, "", "<2024-09-30>"},
		{"tomorrow", "ЗАВ", []fyne.KeyName{fyne.KeyReturn}, "", "<2024-10-01>"},
		{"yesterday", "вчера", []fyne.KeyName{fyne.KeyEnter}, "", "<2024-09-29>"},
		{"a day has one form", "вчера", nil, "4", "<2024-09-29>"},
		{"digits of a date are signs", "12.09.2024", []fyne.KeyName{fyne.KeyReturn}, "", "<2024-09-12>"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := show(t, "ru", person, office)
			s.Type(c.typed)
			for _, key := range c.keys {
				s.Press(key, 0)
			}
			if c.then != "" {
				s.Type(c.then)
			}
			want := []string{c.want}
			if c.want == "" || c.want == "-" {
				want = nil
			}
			if !slices.Equal(s.put, want) || s.Open() != (c.want == "") {
				t.Errorf("put %q, want %q; the dialog is open: %v", s.put, want, s.Open())
			}
		})
	}
}

// TestNothingFoundIsSaid: letters that begin nothing are answered, until others do.
func TestNothingFoundIsSaid(t *testing.T) {
	s := show(t, "ru", nil, nil)
	said := func() bool { return strings.Contains(s.Texts(), s.Base.Text("registers-none-found")) }
	if said() {
		t.Error("said before anything is typed")
	}
	if s.Type("j,h"); !said() {
		t.Errorf("nothing is said of letters that begin nothing:\n%s", s.Texts())
	}
	s.Entries()[0].SetText("вчера")
	if said() {
		t.Error("said of a day that is found")
	}
}

// TestWhatIsOfferedBeforeALetter: who was named lately and is in the registers, with their post, and the
// office's pieces. None is taken before the person has gone there.
func TestWhatIsOfferedBeforeALetter(t *testing.T) {
	person := []register.Hit{hit("Пробный", "Директор"), hit("Проба", "")}
	office := snippet.Set{{Title: "О партнёре", Text: "Партнёр."}}
	down, enter := fyne.KeyDown, fyne.KeyReturn
	for name, c := range map[string]struct {
		keys []fyne.KeyName
		then string
		want []string
	}{
		"nothing was chosen":  {[]fyne.KeyName{enter}, "", nil},
		"the first":           {[]fyne.KeyName{down, enter}, "", []string{"Проба1"}},
		"the post too":        {[]fyne.KeyName{down, down}, "3", []string{"Директор3 Пробный3"}},
		"a snippet":           {[]fyne.KeyName{down, down, down, enter}, "", []string{"snippet О партнёре"}},
		"a digit alone types": {nil, "1", nil},
	} {
		s := show(t, "ru", person, office)
		for _, key := range c.keys {
			s.Press(key, 0)
		}
		if c.then != "" {
			s.Type(c.then)
		}
		if !slices.Equal(s.put, c.want) || s.Open() != (c.want == nil) {
			t.Errorf("%s: put %q, the dialog is open: %v", name, s.put, s.Open())
		}
	}
}

// TestNothingIsFound: Enter and digits have nothing to put, and the dialog waits.
func TestNothingIsFound(t *testing.T) {
	s := show(t, "ru", nil, nil)
	if hint := s.Entries()[0].PlaceHolder; hint != s.Base.Text("insert-hint") {
		t.Errorf("it asks for %q", hint)
	}
	s.Type("ыыы3")
	if s.Press(fyne.KeyReturn, 0); len(s.put) > 0 || !s.Open() || s.Entries()[0].Text != "ыыы3" {
		t.Errorf("put %q, typed %q", s.put, s.Entries()[0].Text)
	}
}

// TestTheOrderOfWhatIsOffered: days near today, names, then snippets, three of them at
// most, for which names give way.
func TestTheOrderOfWhatIsOffered(t *testing.T) {
	var many []register.Hit
	for i := range 6 {
		many = append(many, hit(fmt.Sprint("town", i), ""))
	}
	var own snippet.Set
	for _, title := range []string{"to a", "to b", "to b", "to c", "to d"} {
		own = append(own, snippet.Snippet{Title: title, Language: "en", Text: "words"})
	}
	s := show(t, "en", many, own)
	s.Type("to")
	at := -1
	for _, row := range []string{"<2024-09-30>", "<2024-10-01>", "town0", "to a – snippet", "to b – snippet", "to c – snippet"} {
		next := strings.Index(s.Texts(), row)
		if next <= at {
			t.Errorf("%q is not next in\n%s", row, s.Texts())
		}
		at = next
	}
	for _, none := range []string{"town1", "to d"} {
		if strings.Contains(s.Texts(), none) {
			t.Errorf("%q is offered in\n%s", none, s.Texts())
		}
	}
	if strings.Count(s.Texts(), "to b – snippet") != 1 {
		t.Error("a snippet is offered twice")
	}
	if s.asked[len(s.asked)-1] != 6 {
		t.Errorf("%d names were asked for", s.asked)
	}
}

// TestWhatIsShownOfARow: the forms of a name with their cases, and that they are a guess;
// the words of a snippet, which has none.
func TestWhatIsShownOfARow(t *testing.T) {
	guess := hit("Про", "")
	guess.Guess = true
	office := snippet.Set{{Title: "про запас", Text: "Запас."}}
	s := show(t, "ru", []register.Hit{guess}, office)
	s.Type("про")
	for i, c := range grammar.Cases() {
		for _, words := range []string{fmt.Sprint("Про", i+1), fmt.Sprint(i+1, "  ", s.Base.Text("case-"+string(c)))} {
			if !strings.Contains(s.Texts(), words) {
				t.Errorf("no %q in\n%s", words, s.Texts())
			}
		}
	}
	if !strings.Contains(s.Texts(), s.Base.Text("new-guess")) || strings.Contains(s.Texts(), "as it stands") {
		t.Errorf("on the screen:\n%s", s.Texts())
	}
	s.Press(fyne.KeyDown, 0)
	if texts := s.Texts(); !strings.Contains(texts, "as it stands: Запас.") || strings.Contains(texts, "Про2") || strings.Contains(texts, s.Base.Text("new-guess")) {
		t.Errorf("of a snippet:\n%s", texts)
	}
	s.Press(fyne.KeyUp, 0)
	s.Tap("Про4")
	if !slices.Equal(s.put, []string{"Про4"}) || s.Open() {
		t.Errorf("put %q", s.put)
	}
}
