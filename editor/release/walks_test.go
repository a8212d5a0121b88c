package release

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"
)

// English spans of days: United Nations Editorial Manual; The Associated Press Stylebook.
func TestEnglishSpans(t *testing.T) {
	day := func(year int, month time.Month, day int) Date { return Date{year, month, day} }
	for _, tt := range []struct {
		from, until    Date
		dates, apDates string
		days, apDays   string
	}{
		{day(2024, 9, 11), day(2024, 9, 11), "11 September 2024", "Sept. 11, 2024", "11 September", "Sept. 11"},
		{day(2024, 9, 11), day(2024, 9, 12), "11–12 September 2024", "Sept. 11-12, 2024", "11–12 September", "Sept. 11-12"},
		{day(2024, 9, 30), day(2024, 10, 2), "30 September – 2 October 2024", "Sept. 30 – Oct. 2, 2024", "30 September – 2 October", "Sept. 30 – Oct. 2"},
		{day(2024, 12, 31), day(2025, 1, 2), "31 December 2024 – 2 January 2025", "Dec. 31, 2024 – Jan. 2, 2025", "", ""},
	} {
		if un, ap := EnglishUN.Dates(tt.from, tt.until), EnglishAP.Dates(tt.from, tt.until); un != tt.dates || ap != tt.apDates {
			t.Errorf("%v to %v: %q, %q", tt.from, tt.until, un, ap)
		}
		if un, ap := EnglishUN.Days(tt.from, tt.until), EnglishAP.Days(tt.from, tt.until); tt.days != "" && (un != tt.days || ap != tt.apDays) {
			t.Errorf("%v to %v without the year: %q, %q", tt.from, tt.until, un, ap)
		}
	}
}

// English spans in a sentence: the same manuals.
func TestEnglishFromTo(t *testing.T) {
	for _, tt := range []struct {
		from, until Date
		un, ap      string
	}{
		{Date{2024, 9, 9}, Date{2024, 9, 9}, "on 9 September 2024", "on Sept. 9, 2024"},
		{Date{2024, 9, 9}, Date{2024, 9, 13}, "from 9 to 13 September 2024", "from Sept. 9 to 13, 2024"},
		{Date{2024, 9, 30}, Date{2024, 10, 2}, "from 30 September to 2 October 2024", "from Sept. 30 to Oct. 2, 2024"},
		{Date{2024, 12, 31}, Date{2025, 1, 2}, "from 31 December 2024 to 2 January 2025", "from Dec. 31, 2024, to Jan. 2, 2025"},
		{Date{2024, 9, 30}, Date{2025, 9, 1}, "from 30 September 2024 to 1 September 2025", "from Sept. 30, 2024, to Sept. 1, 2025"},
	} {
		if un, ap := EnglishUN.FromTo(tt.from, tt.until), EnglishAP.FromTo(tt.from, tt.until); un != tt.un || ap != tt.ap {
			t.Errorf("%v to %v: %q, %q", tt.from, tt.until, un, ap)
		}
	}
}

// TestPassagesCarryTheirMarks: the one walk gives each text its own marks, and stops
// when it is told to.
func TestPassagesCarryTheirMarks(t *testing.T) {
	bold := []Mark{{0, 2, Bold, ""}}
	r := New("ru")
	r.Headline, r.Subheadline, r.Lead, r.LeadMarks, r.Notes = "Заголовок", "Подзаголовок", "Лид", bold, "Заметки"
	r.Boilerplate, r.BoilerplateMarks = "О нас", bold
	r.Blocks = []Block{
		{ID: 1, Kind: Paragraph, Text: "Абзац", Marks: bold},
		{ID: 2, Kind: Quotation, Text: "Слова", Speaker: "Анна", Marks: bold},
		{ID: 3, Kind: Picture, Text: "Подпись", Author: "Иван", Alternative: "Двое", Marks: bold},
	}
	marked := map[string]bool{"Лид": true, "О нас": true, "Абзац": true, "Слова": true, "Подпись": true}
	want := "Заголовок Подзаголовок Лид Абзац Слова Анна Подпись Иван Двое О нас Заметки"
	var texts []string
	for p := range r.Passages() {
		texts = append(texts, p.Text)
		if (len(p.Marks) > 0) != marked[p.Text] {
			t.Errorf("%s has the marks %v", p.Text, p.Marks)
		}
	}
	if got := strings.Join(texts, " "); got != want {
		t.Errorf("the walk goes %s", got)
	}
	for stop := range texts {
		var seen []string
		for p := range r.Passages() {
			if seen = append(seen, p.Text); len(seen) > stop {
				break
			}
		}
		if !reflect.DeepEqual(seen, texts[:stop+1]) {
			t.Errorf("stopped at %d: %v", stop, seen)
		}
	}
}

// TestBadMarksAreNamed by the text that has them.
func TestBadMarksAreNamed(t *testing.T) {
	bad := []Mark{{0, 99, Bold, ""}}
	for field, r := range map[string]Release{
		"lead_marks":         {Lead: "Лид", LeadMarks: bad},
		"boilerplate_marks":  {Boilerplate: "О нас", BoilerplateMarks: bad},
		"blocks.marks":       {Blocks: []Block{{ID: 1, Kind: Paragraph, Text: "Абзац", Marks: bad}}},
		"blocks.kind":        {Blocks: []Block{{ID: 1, Kind: "rumour"}}},
		"blocks.speaker":     {Blocks: []Block{{ID: 1, Kind: Paragraph, Speaker: "x"}}},
		"blocks.first":       {Blocks: []Block{{ID: 1, Kind: Paragraph, First: 3}}},
		"blocks.author":      {Blocks: []Block{{ID: 1, Kind: Paragraph, Author: "x"}}},
		"blocks.alternative": {Blocks: []Block{{ID: 1, Kind: Paragraph, Alternative: "x"}}},
		"blocks.picture":     {Blocks: []Block{{ID: 1, Kind: Picture, Picture: strings.Repeat("0A", 32)}}},
		"blocks.text":        {Blocks: []Block{{ID: 1, Kind: Rule, Text: "x"}}},
		"blocks.id":          {Blocks: []Block{{ID: 1, Kind: Paragraph, Text: "а"}, {ID: 1, Kind: Paragraph, Text: "б"}}},
	} {
		fresh := New("ru")
		r.Language, r.Status, r.Kind, r.UUID = fresh.Language, fresh.Status, fresh.Kind, fresh.UUID
		var wrong *ValueError
		if err := r.Validate(); !errors.As(err, &wrong) || wrong.Field != field {
			t.Errorf("%s: %v", field, err)
		}
	}
}

// TestBlocksAreNumberedAsTheyAreWritten, and only there.
func TestBlocksAreNumberedAsTheyAreWritten(t *testing.T) {
	r := New("ru")
	r.Blocks = []Block{{ID: 7, Kind: Paragraph, Text: "а"}, {Kind: Paragraph, Text: "б"}}
	data, err := r.Encode()
	if err != nil || !strings.Contains(string(data), "id = 8\n") || r.Blocks[1].ID != 0 {
		t.Errorf("%v, %v:\n%s", err, r.Blocks, data)
	}
}

// TestPicturesOfARelease are each named once, in the order of the text.
func TestPicturesOfARelease(t *testing.T) {
	a, b := strings.Repeat("0a", 32), strings.Repeat("1b", 32)
	r := Release{Blocks: []Block{{Kind: Picture, Picture: b}, {Kind: Paragraph, Picture: "x"}, {Kind: Picture, Picture: a}, {Kind: Picture, Picture: b}}}
	if got := r.Pictures(); !reflect.DeepEqual(got, []string{b, a}) {
		t.Errorf("got %v", got)
	}
	if got := (Release{}).Pictures(); got != nil {
		t.Errorf("of none: %v", got)
	}
}

// TestWhatAPictureIsCalled: its caption, what it shows, who took it, whichever is said first.
func TestWhatAPictureIsCalled(t *testing.T) {
	for want, b := range map[string]Block{
		"Зал в Пробном": {Text: " Зал\nв  Пробном ", Alternative: "Двое", Author: "Анна"}, "Двое": {Text: " \n", Alternative: "Двое", Author: "Анна"}, "Анна": {Author: "Анна"}, "": {Text: "\n"},
	} {
		if got := b.Called(); got != want {
			t.Errorf("%+v is called %q", b, got)
		}
	}
}
