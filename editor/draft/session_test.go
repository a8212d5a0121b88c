package draft

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"
	"unicode/utf8"

	"communique/editor/document"
	"communique/editor/release"
)

// snapshot is all that a person sees of a draft.
type snapshot struct {
	release  release.Release
	texts    map[release.Field]string
	problems map[release.Field]bool
	contacts []release.Contact
}

func look(s *Session) snapshot {
	seen := snapshot{release: s.Release(), texts: map[release.Field]string{}, problems: map[release.Field]bool{}, contacts: s.Contacts()}
	for _, f := range fields() {
		seen.texts[f], seen.problems[f] = s.Text(f), s.Problem(f) != nil
	}
	return seen
}

// editing makes random changes and remembers what each number of steps looked like.
type editing struct {
	*testing.T
	*Session
	clock  *clock
	random *rand.Rand
	seen   []snapshot // by the number of steps that can be undone
}

func (e *editing) pick(texts ...string) string { return texts[e.random.IntN(len(texts))] }

// text changes what stands in a field somewhere.
func (e *editing) text(f release.Field) string {
	letters := []rune(e.Text(f))
	from := e.random.IntN(len(letters) + 1)
	to := min(len(letters), from+e.random.IntN(3))
	put := e.pick("", "а", " ", "\n", "Слово", "\r\n", "\v", "\x00", "# ", `\`, ",", "и\u0306", "11.09.2027 12:00", " Asia/Bishkek", "31.06.2024", "📰")
	return string(letters[:from]) + put + string(letters[to:])
}

func (e *editing) contacts() []release.Contact {
	now := e.Contacts()
	switch e.random.IntN(3) {
	case 0:
		return append(now, release.Contact{Name: e.pick("Анна", "Пётр"), Phones: []release.PhoneNumber{{Number: "1", Kind: release.Phone}}})
	case 1:
		slices.Reverse(now)
		return now
	default:
		return now[:len(now)/2]
	}
}

func (e *editing) other() release.Release {
	r := release.New(e.pick("ru", "en"))
	r.Headline, r.Tags = e.pick("Заголовок", ""), []string{e.pick("а, б", "в")}
	r.Blocks = release.Numbered(randomBlocks(e.random))
	r.Unread = []release.Unread{{Field: release.EmbargoField, Text: "потом"}}
	r.Repairs, r.Leftovers = []release.Repair{{Code: "date-glued", Text: "1"}}, []string{"Минск", "3 мая"}
	return r
}

// edit puts letters into the lead, and sometimes a block behind it.
func (e *editing) edit() {
	lead := release.Position{TextID: release.TextID{Field: release.LeadField}}
	lead.Offset = e.random.IntN(e.Document().Length(lead.TextID) + 1)
	e.Edit(Step(e.random.IntN(3)), Selection{Caret: lead}, func(apply func(document.Op)) Selection {
		words := e.pick("а", "б ", "")
		if words != "" {
			apply(document.Insert{At: lead, Words: words, Marks: e.Document().Inherited(lead, words)})
		}
		if e.random.IntN(3) == 0 {
			apply(document.Add{Block: release.Block{ID: e.Document().NewID(), Kind: release.Paragraph, Text: "# а"}})
		}
		lead.Offset += utf8.RuneCountInString(words)
		return Selection{Caret: lead}
	})
}

func (e *editing) change() {
	steps := len(e.undo)
	if e.random.IntN(2) == 0 {
		e.clock.t = e.clock.t.Add(time.Minute)
	}
	switch n := e.random.IntN(21); {
	case n < 12:
		f := fields()[e.random.IntN(len(fields()))]
		e.Set(f, e.text(f))
	case n == 12:
		e.Set(release.StatusField, e.pick("draft", "approved", "rumour"))
	case n == 13:
		e.Set(release.EmbargoField, e.pick("11.09.2027 12:00 Asia/Bishkek", "завтра", ""))
	case n == 14:
		e.SetContacts(e.contacts())
	case n == 15:
		e.Accept(release.Accepted{Code: e.pick("a", "b")})
	case n == 16:
		e.Withdraw(release.Accepted{Code: e.pick("a", "b")})
	case n == 17:
		e.Replace(e.other())
	case n == 18:
		e.SetOnePage(e.random.IntN(2) == 0)
	case n == 19:
		e.edit()
	default:
		e.Set(release.LeadField, e.text(release.LeadField))
	}
	if len(e.undo) != steps || len(e.redo) == 0 {
		e.seen = append(e.seen[:len(e.undo)], look(e.Session))
	}
}

func (e *editing) compare(what string) {
	e.Helper()
	if want, got := e.seen[len(e.undo)], look(e.Session); !reflect.DeepEqual(want, got) {
		e.Fatalf("after %s\ngot  %#v\nwant %#v", what, got, want)
	}
}

// TestEveryUndoIsExact makes thousands of changes in any order. Each step back and
// forth shows exactly what was there, in the release and in every field; what can
// be saved is read back the same.
func TestEveryUndoIsExact(t *testing.T) {
	for seed := range uint64(40) {
		start := (&editing{random: rand.New(rand.NewPCG(seed, 1))}).other()
		s, c := session(start)
		e := &editing{T: t, Session: s, clock: c, random: rand.New(rand.NewPCG(seed, 2)), seen: []snapshot{look(s)}}
		for range 120 {
			switch e.random.IntN(5) {
			case 0:
				if _, ok := e.Undo(); ok {
					e.compare("an undo")
				}
			case 1:
				if _, ok := e.Redo(); ok {
					e.compare("a redo")
				}
			default:
				e.change()
			}
			reread(t, e.Release())
		}
		for _, ok := e.Undo(); ok; _, ok = e.Undo() {
			e.compare("an undo")
		}
		if got := e.Release(); !reflect.DeepEqual(got, start) {
			t.Fatalf("at the start\ngot  %#v\nwant %#v", got, start)
		}
		for _, ok := e.Redo(); ok; _, ok = e.Redo() {
			e.compare("a redo")
		}
	}
}

// reread stores a release and edits what was stored: nothing that was typed is lost.
func reread(t *testing.T, r release.Release) {
	t.Helper()
	data, err := r.Encode()
	if err != nil {
		t.Fatal(err)
	}
	stored, err := release.Parse(data)
	if err != nil {
		t.Fatalf("%v in\n%s", err, data)
	}
	s, _ := session(stored)
	again, err := s.Release().Encode()
	if err != nil || string(again) != string(data) {
		t.Fatalf("%v\ngot  %s\nwant %s", err, again, data)
	}
	for _, u := range r.Unread {
		if s.Text(u.Field) != u.Text || s.Problem(u.Field) == nil {
			t.Fatalf("%s shows %q, typed was %q", u.Field, s.Text(u.Field), u.Text)
		}
	}
}

func TestAnUnreadFieldHasNoValue(t *testing.T) {
	r := release.New("ru")
	r.Embargo, _ = release.NewEmbargo(release.Date{Year: 2027, Month: 9, Day: 11}, 12, 0, "Asia/Bishkek")
	r.Date = release.Date{Year: 2027, Month: 9, Day: 10}
	s, _ := session(r)
	s.Set(release.EmbargoField, "11.09.2027 12:00")
	s.Set(release.DateField, "31.06.2027")
	got := s.Release()
	if !got.Embargo.IsZero() || !got.Date.IsZero() || got.UnreadText("embargo") != "11.09.2027 12:00" || got.UnreadText("date") != "31.06.2027" {
		t.Errorf("got %+v", got)
	}
	s.Set(release.EmbargoField, "11.09.2027 12:00 UTC")
	if got = s.Release(); got.Embargo.String() != "2027-09-11T12:00:00Z[Etc/UTC]" || got.UnreadText("embargo") != "" || len(got.Unread) != 1 {
		t.Errorf("read again: %+v", got)
	}
	s.Set(release.EmbargoField, "")
	s.Set(release.DateField, "")
	if got = s.Release(); !got.Embargo.IsZero() || got.Unread != nil {
		t.Errorf("emptied: %+v", got)
	}
}

// TestAnUntouchedFieldKeepsWhatATextCannotSay edits one field of releases whose
// other fields hold more than they show.
func TestAnUntouchedFieldKeepsWhatATextCannotSay(t *testing.T) {
	r := release.New("tg")
	r.Tags = []string{"Встреча, Душанбе", " "}
	r.Embargo = release.Embargo{At: time.Date(2027, 9, 11, 12, 0, 30, 0, time.UTC)}
	r.Headline, r.Number = "а\nб", "1\t2"
	r.Date = release.Date{Year: 24, Month: 9, Day: 11}
	r.Blocks = []release.Block{}
	s, c := session(r)
	s.Set(release.NotesField, "заметка")
	want := r.Clone()
	want.Notes = "заметка"
	if got := s.Release(); !reflect.DeepEqual(got, want) {
		t.Errorf("got  %#v\nwant %#v", got, want)
	}
	c.t = c.t.Add(time.Minute)
	s.Set(release.LeadField, "Лид.")
	s.Undo()
	if got := s.Release(); !reflect.DeepEqual(got, want) {
		t.Errorf("after undo\ngot  %#v\nwant %#v", got, want)
	}
}

func TestWhatCanBeReadByNowIsRead(t *testing.T) {
	r := release.New("ru")
	r.Unread = []release.Unread{{Field: release.EmbargoField, Text: "11.09.2027 12:00 МСК"}}
	s, _ := session(r)
	if got := s.Release(); got.Embargo.String() != "2027-09-11T12:00:00+03:00[Europe/Moscow]" || got.Unread != nil || s.Text(release.EmbargoField) != "11.09.2027 12:00 МСК" {
		t.Errorf("got %+v", got)
	}
}

func TestOnlyWhatIsOfferedIsChosen(t *testing.T) {
	s, _ := session(release.New("ru"))
	for f, text := range map[release.Field]string{release.KindField: "rumour", release.StatusField: "", release.LanguageField: "", All: "x", release.ContactsField: "x"} {
		if s.Set(f, text) || s.Release().Validate() != nil {
			t.Errorf("%s became %q", f, text)
		}
	}
	if !s.Set(release.LanguageField, "tg") || s.Release().Language != "tg" {
		t.Error("a language that is not offered can be set")
	}
}

// TestPastedTextIsMadePlain pastes as people do: what was there stays as it was.
func TestPastedTextIsMadePlain(t *testing.T) {
	for name, tt := range map[string]struct {
		field        release.Field
		before, text string
		want         string
	}{
		"paragraphs of Word":      {release.LeadField, "", "Первый.\r\nВторой.\r\n", "Первый.\nВторой.\n"},
		"a soft return of Word":   {release.LeadField, "", "первая\vвторая", "первая\nвторая"},
		"control characters":      {release.LeadField, "а", "а\x07\x01\x00", "а"},
		"lines in a headline":     {release.HeadlineField, "", "Встреча\r\nв Бишкеке", "Встреча в Бишкеке"},
		"lines in a place":        {release.PlaceField, "", "Нур-\nСултан", "Нур- Султан"},
		"a space in a headline":   {release.HeadlineField, "", " ", " "},
		"two spaces in it":        {release.HeadlineField, "а", "а  ", "а  "},
		"paragraphs in the notes": {release.NotesField, "", "а\r\nб\vв", "а\nб\nв"},
		"what stood there before": {release.NotesField, "а\rб\vв", "а\rб\vв\r\nг", "а\rб\vв\nг"},
	} {
		t.Run(name, func(t *testing.T) {
			r := release.New("ru")
			switch tt.field {
			case release.NotesField:
				r.Notes = tt.before
			case release.HeadlineField:
				r.Headline = tt.before
			default:
				r.Lead = tt.before
			}
			s, _ := session(r)
			changed := s.Set(tt.field, tt.text)
			if got := s.Text(tt.field); got != tt.want || changed != (tt.before != tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
			s.Undo()
			if got := s.Text(tt.field); got != tt.before {
				t.Errorf("after undo %q", got)
			}
		})
	}
}

func TestANewChangeEndsRedo(t *testing.T) {
	s, c := session(release.New("ru"))
	for _, text := range []string{"а", "б", "в"} {
		c.t = c.t.Add(time.Minute)
		s.Set(release.HeadlineField, text)
	}
	s.Undo()
	s.Undo()
	s.Set(release.HeadlineField, "аг") // without a pause: it must not join a step of before the undo
	if _, ok := s.Redo(); ok || s.Text(release.HeadlineField) != "аг" {
		t.Errorf("redone to %q", s.Text(release.HeadlineField))
	}
	s.Undo()
	if s.Text(release.HeadlineField) != "а" {
		t.Errorf("undone to %q", s.Text(release.HeadlineField))
	}
	s.Redo()
	s.SetContacts([]release.Contact{{Name: "Анна"}})
	if _, ok := s.Redo(); ok {
		t.Error("redo after new contacts")
	}
}

func TestContactsAreSharedWithNobody(t *testing.T) {
	given := []release.Contact{{Name: "Анна", Phones: []release.PhoneNumber{{Number: "1", Kind: release.Phone}}}}
	s, _ := session(release.New("ru"))
	s.SetContacts(given)
	given[0].Phones[0].Number = "2"
	s.Contacts()[0].Phones[0].Number = "3"
	r := s.Release()
	r.Contacts[0].Phones[0].Number = "4"
	if got := s.Release().Contacts[0].Phones[0].Number; got != "1" {
		t.Errorf("the number became %s", got)
	}
}
