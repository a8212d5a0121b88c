package draft

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"communique/editor/release"
)

type clock struct{ t time.Time }

func (c *clock) now() time.Time { return c.t }

func session(r release.Release) (*Session, *clock) {
	c := &clock{time.Date(2024, 9, 11, 14, 2, 0, 0, time.UTC)}
	return NewSession(r, c.now), c
}

func TestSessionKeepsAnUntouchedRelease(t *testing.T) {
	r := release.New("ru")
	r.Blocks = []release.Block{{ID: 1, Kind: release.Paragraph, Text: "без лида\n\nс пустой строкой"}}
	r.Embargo, _ = release.NewEmbargo(release.Date{Year: 2024, Month: 9, Day: 11}, 12, 0, "Asia/Bishkek")
	s, _ := session(r)
	if got := s.Release(); !reflect.DeepEqual(got, r) {
		t.Errorf("got %+v\nwant %+v", got, r)
	}
}

func TestUndo(t *testing.T) {
	tests := map[string]struct {
		do    func(s *Session, c *clock)
		undos int
		want  string
		caret int
	}{
		"a word typed at once":    {func(s *Session, _ *clock) { typeText(s, "слово") }, 1, "", 0},
		"two words are two steps": {func(s *Session, _ *clock) { typeText(s, "два слова") }, 1, "два ", 4},
		"a pause parts": {func(s *Session, c *clock) {
			typeText(s, "сло")
			c.t = c.t.Add(2 * time.Second)
			s.Set(release.HeadlineField, "слово")
		}, 1, "сло", 3},
		"a second is a pause": {func(s *Session, c *clock) {
			typeText(s, "сло")
			c.t = c.t.Add(time.Second)
			s.Set(release.HeadlineField, "слово")
		}, 1, "сло", 3},
		"erasing joins": {func(s *Session, c *clock) {
			typeText(s, "слово")
			c.t = c.t.Add(2 * time.Second)
			s.Set(release.HeadlineField, "слов")
			s.Set(release.HeadlineField, "сло")
		}, 1, "слово", 5},
		"letters that share a byte": {func(s *Session, c *clock) {
			s.Set(release.HeadlineField, "а")
			c.t = c.t.Add(2 * time.Second)
			s.Set(release.HeadlineField, "б")
		}, 1, "а", 1},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s, c := session(release.New("ru"))
			tt.do(s, c)
			after := s.Text(release.HeadlineField)
			var change Change
			for range tt.undos {
				change, _ = s.Undo()
			}
			if got := s.Text(release.HeadlineField); got != tt.want || change.Caret != tt.caret {
				t.Errorf("undo: got %q caret %d, want %q caret %d", got, change.Caret, tt.want, tt.caret)
			}
			for range tt.undos {
				s.Redo()
			}
			if got := s.Text(release.HeadlineField); got != after {
				t.Errorf("redo: got %q, want %q", got, after)
			}
		})
	}
}

func typeText(s *Session, text string) {
	typed := ""
	for _, r := range text {
		typed += string(r)
		s.Set(release.HeadlineField, typed)
	}
}

func TestUndoCrossesFields(t *testing.T) {
	s, c := session(release.New("ru"))
	s.Set(release.HeadlineField, "Заголовок")
	s.SetContacts([]release.Contact{{Name: "Пётр Образцов"}})
	c.t = c.t.Add(time.Minute)
	s.Set(release.LeadField, "Лид.")
	r := s.Release()
	if r.Lead != "Лид." || len(r.Contacts) != 1 {
		t.Fatalf("got %+v", r)
	}
	for _, want := range []release.Field{release.LeadField, release.ContactsField, release.HeadlineField} {
		if change, ok := s.Undo(); !ok || change.Field != want {
			t.Errorf("got %v %v, want %v", change, ok, want)
		}
	}
	if _, ok := s.Undo(); ok {
		t.Error("an undo of nothing")
	}
	if got := s.Release(); !got.IsBlank() || len(got.Contacts) != 0 {
		t.Errorf("not back at the start: %+v", got)
	}
}

func TestFieldsAreUnderstood(t *testing.T) {
	tests := map[string]struct {
		field release.Field
		text  string
		want  string // the value's own form; what is not read in "‹›"
	}{
		"date with points":     {release.DateField, "11.09.2024", "2024-09-11"},
		"date in words":        {release.DateField, "11 сентября 2024 года", "2024-09-11"},
		"no such day":          {release.DateField, "31.06.2024", "‹31.06.2024›"},
		"date half typed":      {release.DateField, "11.09", "‹11.09›"},
		"no date":              {release.DateField, " ", ""},
		"embargo in a zone":    {release.EmbargoField, "11.09.2024 12:00 Asia/Bishkek", "2024-09-11T12:00:00+06:00[Asia/Bishkek]"},
		"embargo by offset":    {release.EmbargoField, "11.09.2024 12:00 +03:00", "2024-09-11T12:00:00+03:00"},
		"embargo without zone": {release.EmbargoField, "11.09.2024 12:00", "‹11.09.2024 12:00›"},
		"embargo in words":     {release.EmbargoField, "завтра в полдень", "‹завтра в полдень›"},
		"12 pm":                {release.EmbargoField, "11.09.2027 12 pm GMT", "‹11.09.2027 12 pm GMT›"},
		"an hour alone":        {release.EmbargoField, "11.09.2027 12", "‹11.09.2027 12›"},
		"a skipped hour":       {release.EmbargoField, "30.03.2025 01:30 Europe/London", "‹30.03.2025 01:30 Europe/London›"},
		"tags":                 {release.TagsField, " визит, ,учение ", "визит|учение"},
		"a tag with a comma":   {release.TagsField, `Астана\, июнь, C:\\, a\b, c\`, `Астана, июнь|C:\|a\b|c\`},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s, _ := session(release.New("ru"))
			s.Set(tt.field, tt.text)
			r := s.Release()
			got := map[release.Field]string{release.DateField: r.Date.String(), release.EmbargoField: r.Embargo.String(), release.TagsField: strings.Join(r.Tags, "|")}[tt.field]
			if unread := r.UnreadText(tt.field); unread != "" {
				got += "‹" + unread + "›"
			}
			if got != tt.want || (s.Problem(tt.field) != nil) != strings.Contains(got, "‹") {
				t.Errorf("got %q (%v), want %q", got, s.Problem(tt.field), tt.want)
			}
		})
	}
}

func FuzzSession(f *testing.F) {
	f.Add("ааб", "аб", "бб")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		s, clock := session(release.New("ru"))
		for _, text := range []string{a, b, c} {
			clock.t = clock.t.Add(time.Minute)
			s.Set(release.NotesField, text)
		}
		last := s.Text(release.NotesField)
		for _, ok := s.Undo(); ok; _, ok = s.Undo() {
		}
		if got := s.Text(release.NotesField); got != "" {
			t.Errorf("undone to %q", got)
		}
		for _, ok := s.Redo(); ok; _, ok = s.Redo() {
		}
		if got, want := s.Text(release.NotesField), last; got != want {
			t.Errorf("redone to %q, want %q", got, want)
		}
	})
}

func TestOnePage(t *testing.T) {
	s := NewSession(release.New("ru"), time.Now)
	var heard []Change
	s.Listen(func(c Change) { heard = append(heard, c) })
	s.SetOnePage(false) // no step
	s.SetOnePage(true)
	s.SetOnePage(true) // no step
	if !s.Release().OnePage || len(heard) != 1 || heard[0].Field != release.OnePageField {
		t.Errorf("got %v, heard %+v", s.Release().OnePage, heard)
	}
	s.Undo()
	if _, more := s.Undo(); more || s.Release().OnePage {
		t.Errorf("after undo: %v, another step %v", s.Release().OnePage, more)
	}
	if s.Redo(); !s.Release().OnePage {
		t.Error("not done again")
	}
}

func TestWhatIsAccepted(t *testing.T) {
	a, b := release.Accepted{Code: "a", Text: "x"}, release.Accepted{Code: "b", Field: release.LeadField}
	s := NewSession(release.New("ru"), time.Now)
	accepted := func(want ...release.Accepted) {
		t.Helper()
		if got := s.Release().Accepted; !slices.Equal(got, want) {
			t.Errorf("got %+v, want %+v", got, want)
		}
	}
	s.Accept(a)
	s.Accept(a, b)
	s.Accept(b) // no step
	accepted(a, b)
	s.Withdraw(a)
	s.Withdraw(a) // no step
	accepted(b)
	s.Override(release.Override{Who: "Анна", Why: "срочно", Codes: []string{"a"}})
	if got := s.Release(); len(got.Overrides) != 1 || len(got.Accepted) != 1 {
		t.Errorf("got %+v", got)
	}
	for _, want := range [][]release.Accepted{{b}, {a, b}, {a}, nil} {
		s.Undo()
		accepted(want...)
	}
	if _, more := s.Undo(); more {
		t.Error("what changed nothing is a step")
	}
}

func TestReplace(t *testing.T) {
	r := release.New("ru")
	r.Headline, r.Lead = "Старый", "Лид."
	s := NewSession(r, time.Now)
	other := r
	other.Headline, other.Blocks = "Новый", []release.Block{{Kind: release.Paragraph, Text: "Абзац."}}
	s.Replace(other)
	if got := s.Release(); got.Headline != "Новый" || s.Text(release.LeadField) != "Лид." || len(got.Blocks) != 1 {
		t.Errorf("got %+v", got)
	}
	s.Undo()
	if got := s.Release(); got.Headline != "Старый" || len(got.Blocks) != 0 {
		t.Errorf("after undo %+v", got)
	}
	s.Redo()
	if got := s.Release(); got.Headline != "Новый" {
		t.Errorf("after redo %+v", got)
	}
}

// A draft is the release it is, whatever is put in its place and taken back; told that it
// goes on as another it stays that one.
func TestADraftKeepsItsUUID(t *testing.T) {
	r := release.New("ru")
	r.UUID, r.Headline = "one", "Встреча"
	s := NewSession(r, time.Now)
	other := release.New("ru")
	other.UUID, other.Headline = "other", "Иначе"
	own := func(step, want string) {
		t.Helper()
		if got := s.Release().UUID; got != want {
			t.Errorf("%s: it is %q, not %q", step, got, want)
		}
	}
	s.Replace(other)
	own("replaced", "one")
	s.Undo()
	own("undone", "one")
	s.Identify("copy")
	s.Redo()
	own("made again", "copy")
	s.Undo()
	own("undone as a copy", "copy")
}
