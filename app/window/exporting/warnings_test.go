package exporting

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"communique/app/window/caption"
	"communique/assets/translations"
	"communique/editor/controls"
	"communique/editor/controls/controlstest"
	"communique/editor/proof"
	"communique/editor/release"
	"communique/export"
	"communique/export/exporttest"
)

// TestWarnings: what a person is told before a release leaves by export, printing or
// the clipboard, and when nothing stands in the way.
func TestWarnings(t *testing.T) {
	words, err := translations.New("ru")
	if err != nil {
		t.Fatal(err)
	}
	whole := release.New("ru")
	whole.Status, whole.Headline, whole.Lead = release.Issued, "Встреча в Пробном завершена", "11 сентября 2024 года в Пробном завершилась встреча."
	whole.Date = release.Date{Year: 2024, Month: time.September, Day: 11}
	embargo, err := release.NewEmbargo(whole.Date, 12, 0, "Asia/Bishkek")
	if err != nil {
		t.Fatal(err)
	}
	at := func(minutes int) time.Time { return embargo.At.Add(time.Duration(minutes) * time.Minute) }
	for name, tt := range map[string]struct {
		change func(r *release.Release)
		now    time.Time
		want   []string // a piece of each warning
	}{
		"nothing":          {func(*release.Release) {}, at(0), nil},
		"under embargo":    {func(r *release.Release) { r.Embargo = embargo }, at(-1), []string{"11.09.2024 12:00 Asia/Bishkek"}},
		"the embargo ends": {func(r *release.Release) { r.Embargo = embargo }, at(0), nil},
		"it is over":       {func(r *release.Release) { r.Embargo = embargo }, at(1), nil},
		"an unread embargo": {func(r *release.Release) {
			r.Unread = []release.Unread{{Field: release.EmbargoField, Text: "завтра"}}
		}, at(0), []string{words.Plural("export-blocked", 1), "завтра"}},
		"an unread date": {func(r *release.Release) {
			r.Date, r.Unread = release.Date{}, []release.Unread{{Field: release.DateField, Text: "вчера"}}
		}, at(0), []string{words.Plural("export-blocked", 1), "вчера"}},
		"a lost picture": {func(r *release.Release) {
			r.Blocks = []release.Block{{ID: 1, Kind: release.Picture, Picture: strings.Repeat("a", 64), Text: "Участники встречи"}}
		}, at(0), []string{words.Plural("export-blocked", 1), "«Участники встречи»"}},
		"a blank left":       {func(r *release.Release) { r.Lead += " ___" }, at(0), []string{words.Plural("export-blocked", 1)}},
		"embargo and blanks": {func(r *release.Release) { r.Embargo = embargo; r.Lead += " ___" }, at(-1), []string{words.Plural("export-blocked", 1), "11.09.2024 12:00"}},
	} {
		t.Run(name, func(t *testing.T) {
			r := whole.Clone()
			tt.change(&r)
			r.Status = release.Draft
			got := against(words, tt.now, r, proof.Check(r, proof.Params{Lost: []string{strings.Repeat("a", 64)}})).why
			if len(got) != len(tt.want) {
				t.Fatalf("got %q", got)
			}
			for i, piece := range tt.want {
				if !strings.Contains(got[i], piece) {
					t.Errorf("%q does not say %q", got[i], piece)
				}
			}
		})
	}
}

// TestWhatHoldsAnIssuedRelease: findings that block it, and letters that a form lacks, want a
// reason; a draft leaves, and so does what was issued in spite of them.
func TestWhatHoldsAnIssuedRelease(t *testing.T) {
	whole := exporttest.Release(1, 300)
	whole.Status = release.Issued
	blank := func(r *release.Release) { r.Lead += " ___" }
	letter := func(r *release.Release) { r.Lead += " 漢." }
	inSpite := func(r *release.Release, found ...release.Accepted) {
		r.Overrides = append(r.Overrides, release.Override{Findings: found})
	}
	noBlank, noLetter := release.Accepted{Code: proof.PlaceholderLeft, Text: "___", Field: release.LeadField}, export.Seen([]rune("漢"))[0]
	for name, tt := range map[string]struct {
		form   export.Form
		change func(r *release.Release)
		want   []release.Accepted
	}{
		"whole":                    {export.PDF, func(*release.Release) {}, nil},
		"a blank":                  {export.Text, blank, []release.Accepted{noBlank}},
		"a blank in a draft":       {export.Text, func(r *release.Release) { blank(r); r.Status = release.Draft }, nil},
		"issued with a blank":      {export.Text, func(r *release.Release) { blank(r); inSpite(r, noBlank) }, nil},
		"a letter":                 {export.PDF, letter, []release.Accepted{noLetter}},
		"a letter in the mail":     {export.Mail, letter, []release.Accepted{noLetter}},
		"a letter in a text":       {export.Text, letter, nil},
		"a letter in a draft":      {export.PDF, func(r *release.Release) { letter(r); r.Status = release.Draft }, nil},
		"let go without a letter":  {export.PDF, func(r *release.Release) { letter(r); inSpite(r, noLetter) }, nil},
		"a blank, and let go once": {export.PDF, func(r *release.Release) { letter(r); blank(r); inSpite(r, noLetter) }, []release.Accepted{noBlank}},
		"another letter":           {export.PDF, func(r *release.Release) { letter(r); r.Headline += " 字"; inSpite(r, noLetter) }, export.Seen([]rune("字"))},
		"all that was seen":        {export.PDF, func(r *release.Release) { letter(r); blank(r) }, []release.Accepted{noBlank, noLetter}},
		"of an older file": {export.PDF, func(r *release.Release) {
			letter(r)
			blank(r)
			r.Overrides = []release.Override{{Codes: []string{export.LettersMissing, proof.PlaceholderLeft}}}
		}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			r := whole.Clone()
			tt.change(&r)
			s := newStage(t, r)
			Export(s.params, tt.form, r)
			s.Wait("a question", s.Open)
			if len(s.held) != min(len(tt.want), 1) || len(tt.want) > 0 && !slices.Equal(s.held[0][OnScreen], tt.want) {
				t.Errorf("got %+v", s.held)
			}
			s.Press(fyne.KeyEscape, 0)
			s.held = nil
			s.params.ForPackage = func(goOn func(export.Office, []export.Form)) { goOn(s.office, []export.Form{tt.form}) }
			packed := false
			PackMany(s.params, []int64{1}, func() { packed = true })
			s.Wait("many", func() bool { return packed || strings.Contains(s.Texts(), s.Base.Text("export-warning")) })
			if len(s.held) != min(len(tt.want), 1) || len(tt.want) > 0 && (len(s.held[0]) != 1 || !slices.Equal(s.held[0][1], tt.want)) {
				t.Errorf("of many: %+v", s.held)
			}
		})
	}
}

// TestTheWayToWhatBlocks is offered where something does, and what would leave stays.
func TestTheWayToWhatBlocks(t *testing.T) {
	r := exporttest.Release(1, 300)
	r.Status = release.Draft
	embargo, err := release.NewEmbargo(r.Date, 12, 0, "Asia/Bishkek")
	if err != nil {
		t.Fatal(err)
	}
	embargo.At = clock().Add(time.Hour)
	held := r.Clone()
	held.Embargo = embargo
	s := newStage(t, held)
	Export(s.params, export.Text, held)
	s.Wait("the question", s.Open)
	if strings.Contains(s.Texts(), s.Base.Text("to-findings")) {
		t.Error("an embargo alone is in no list of findings")
	}
	s.Press(fyne.KeyEscape, 0)
	r.Lead += " ___"
	Export(s.params, export.Text, r)
	s.Wait("the question", s.Open)
	s.Tap(s.Base.Text("to-findings"))
	s.Wait("the findings", func() bool { return s.led == 1 })
	if s.Open() || len(s.saved) > 0 {
		t.Errorf("it is asked on, or left: %q", s.saved)
	}
}

// TestTheWayToEachOfMany: of many releases the name of each that something was found in leads there, whether
// they are issued or not, and nothing leaves; one under an embargo alone leads nowhere.
func TestTheWayToEachOfMany(t *testing.T) {
	for _, status := range []release.Status{release.Draft, release.Issued} {
		var all []release.Release
		for i := range 3 {
			r := exporttest.Release(uint64(i+1), 300)
			r.Status = status
			r.Lead += " ___"
			all = append(all, r)
		}
		embargo, err := release.NewEmbargo(all[1].Date, 12, 0, "Asia/Bishkek")
		if err != nil {
			t.Fatal(err)
		}
		embargo.At = clock().Add(time.Hour)
		all[1] = exporttest.Release(2, 300)
		all[1].Status, all[1].Embargo = release.Draft, embargo
		s := newStage(t, all...)
		var led []int64
		s.params.ToFindingsOf = func(id int64) { led = append(led, id) }
		PackMany(s.params, []int64{1, 2, 3}, func() { t.Error("they left") })
		s.Wait("the question", s.Open)
		var links []*controls.Link
		for _, o := range controlstest.Objects(s.Base.Canvas.Overlays().Top()) {
			if l, ok := o.(*controls.Link); ok {
				links = append(links, l)
			}
		}
		if len(links) != 2 || links[1].Text != caption.Name(all[2]) || !strings.Contains(s.Texts(), caption.Name(all[1])) {
			t.Fatalf("%s: %d of them lead somewhere in\n%s", status, len(links), s.Texts())
		}
		if b, ok := s.Base.Canvas.Focused().(*controls.Button); !ok || b.Text != s.Base.Text("button-cancel") {
			t.Errorf("%s: a key that is meant for a text goes to %T", status, s.Base.Canvas.Focused())
		}
		links[1].OnTapped()
		s.Wait("its findings", func() bool { return len(led) > 0 })
		if s.Open() || !slices.Equal(led, []int64{3}) {
			t.Errorf("%s: it is asked on: %v; led to %v", status, s.Open(), led)
		}
	}
}

// TestWhatBlocksADraftIsNamed before it leaves: each once, no more than a few, and all of them counted.
func TestWhatBlocksADraftIsNamed(t *testing.T) {
	for name, c := range map[string]struct {
		lead        string
		want        []string
		more, count int
	}{
		"one":              {" [укажите: место]", []string{"[укажите: место]"}, 0, 1},
		"the same twice":   {" [укажите: место] и [укажите: место]", []string{"[укажите: место]"}, 0, 2},
		"more than a few":  {" [укажите: а] [укажите: б] [укажите: в] [укажите: г] [укажите: д] [укажите: е]", []string{"[укажите: а]", "[укажите: д]"}, 1, 6},
		"as many as a few": {" [укажите: а] [укажите: б] [укажите: в] [укажите: г] [укажите: д]", []string{"[укажите: а]", "[укажите: д]"}, 0, 5},
	} {
		t.Run(name, func(t *testing.T) {
			r := exporttest.Release(1, 300)
			r.Status = release.Draft
			r.Lead += c.lead
			s := newStage(t, r)
			Export(s.params, export.Text, r)
			s.Wait("the question", s.Open)
			told := s.Texts()
			if !strings.Contains(told, s.Base.Words.Plural("export-blocked", c.count)) || strings.Count(told, "– …") != c.more {
				t.Errorf("told %s", told)
			}
			for _, want := range c.want {
				if strings.Count(told, want) != 1 {
					t.Errorf("%s is not named once in %s", want, told)
				}
			}
			if strings.Contains(told, "[укажите: е]") {
				t.Errorf("too much is named: %s", told)
			}
		})
	}
}
