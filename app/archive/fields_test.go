package archive

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"communique/editor/draft"
	"communique/editor/intake"
	"communique/editor/release"
	"communique/export"
	"communique/export/style"
	"communique/export/text"
)

// full is a release with something in each field that is for readers.
func full(t *testing.T) (release.Release, map[string][]byte) {
	t.Helper()
	bishkek, err := time.LoadLocation("Asia/Bishkek")
	if err != nil {
		t.Fatal(err)
	}
	r, pictures := allKinds(t)
	r.UUID, r.Number, r.Tags = "6f1c9a52-0f0e-4c7b-9d35-5a1f0a9c1e11", "15", []string{"дороги", "мосты"}
	r.Status, r.Kind, r.Template, r.OnePage = release.Issued, release.Meeting, "news", true
	r.Notes, r.Boilerplate = "Для редакции.", "Совет содружества – международная организация. Создан в 1992 году."
	r.Embargo = release.Embargo{At: time.Date(2027, 9, 12, 12, 0, 0, 0, bishkek), Zone: "Asia/Bishkek"}
	files := map[string][]byte{}
	for hash, p := range pictures {
		files[hash] = p.Data
	}
	return r, files
}

// fieldOf writes what a field of a release has.
func fieldOf(r release.Release, f release.Field) string {
	switch f {
	case release.BlocksField:
		var all []string
		for _, b := range r.Blocks {
			all = append(all, fmt.Sprintf("%s %d %s|%s|%s|%s", b.Kind, b.First, strings.TrimRight(b.Text, "\t"), b.Speaker, b.Author, b.Alternative))
		}
		return strings.Join(all, "\n")
	case release.ContactsField:
		return fmt.Sprintf("%+v", r.Contacts)
	case release.EmbargoField:
		return r.Embargo.At.UTC().Format(time.RFC3339)
	default:
		return draft.NewSession(r, nil).Text(f)
	}
}

// offices are the fields that only the office sees: the TOML file alone has them.
var offices = []release.Field{
	release.UUIDField, release.StatusField, release.TemplateField, release.EnglishField, release.NotesField, release.OnePageField, release.RepairsField, release.LeftoversField,
	release.ValuesField, release.UnreadField, release.AcceptedField, release.OverridesField,
}

// unshown are the fields that a form does not show: none but ninjs says kind, number and tags, and plain text
// has its words for lists that count, tables, pictures, subheadings and rules.
func unshown(f export.Form, page bool) (fields []release.Field) {
	switch {
	case f == export.NINJS:
		return nil
	case f == export.Text || f == export.Mail && !page:
		fields = append(fields, release.BlocksField)
	}
	return append(fields, release.KindField, release.NumberField, release.TagsField)
}

// TestEveryFieldComesBack: what a form shows of a release is read off it again, field by field, wrapped or not.
func TestEveryFieldComesBack(t *testing.T) {
	r, files := full(t)
	plain, err := style.Shipped(style.Plain)
	if err != nil {
		t.Fatal(err)
	}
	for _, form := range export.Forms() {
		r := r
		if form == export.PDF { // a rule is drawn there, and is no part of the text
			r.Blocks = slices.DeleteFunc(slices.Clone(r.Blocks), func(b release.Block) bool { return b.Kind == release.Rule })
		}
		for _, width := range []int{0, 72} {
			for _, page := range []bool{false, true} {
				office := export.Office{
					Organisation: release.Organisation{Name: "Совет содружества"}, Style: plain, Text: text.Options{Width: width},
					Mail: export.Mailing{WithoutPDF: true, WithHTML: page}, Pictures: func(hash string) ([]byte, error) { return files[hash], nil },
				}
				comesBack(t, fmt.Sprintf("%s, width %d, page %t", form, width, page), r, office, form, unshown(form, page))
			}
		}
	}
}

// TestEveryFieldComesBackInOtherLanguages: so does one in English or Kyrgyz, and of the numbers of its pages nothing.
func TestEveryFieldComesBackInOtherLanguages(t *testing.T) {
	plain, err := style.Shipped(style.Plain)
	if err != nil {
		t.Fatal(err)
	}
	phones := []release.PhoneNumber{{Number: "+7-000-000-00-01 ext. 12", Kind: release.Phone}, {Number: "+7-000-000-00-02", Kind: release.PhoneFax}}
	for _, r := range []release.Release{
		{
			Language: "en", Headline: "Trade Council adopts a road plan for 2030", Place: "Bishkek", Lead: "The Trade Council on Friday adopted a plan of roads that links six states by 2030.",
			Blocks:      []release.Block{{Kind: release.Paragraph, Text: "“Everybody needs roads,” Secretary General Anna Sample said."}},
			Boilerplate: "Founded in 2002, the Trade Council unites six states.",
			Contacts:    []release.Contact{{Name: "Anna Sample", Post: "Press Secretary", Organisation: "Trade Council", Phones: phones, Email: "press@council.example"}},
		},
		{
			Language: "ky", Headline: "Кеңеш жолдордун планын кабыл алды", Place: "Бишкек", Lead: "2026-жылдын 11-сентябрында Бишкекте Соода кеңешинин жыйыны өтүп, жолдордун планы кабыл алынды.",
			Blocks:      []release.Block{{Kind: release.Paragraph, Text: "«Жолдор баарына керек», – деди Кеңештин башкы катчысы Анна Примерова."}},
			Boilerplate: "Соода кеңеши – алты мамлекетти бириктирген эл аралык уюм.",
			Contacts:    []release.Contact{{Name: "Анна Примерова", Post: "Басма сөз катчысы", Phones: phones[1:], Email: "press@council.example"}},
		},
	} {
		r.Kind, r.Status, r.Date = release.News, release.Issued, release.Date{Year: 2026, Month: 9, Day: 11}
		unshown := []release.Field{release.KindField, release.NumberField, release.TagsField, release.SubheadlineField, release.EmbargoField}
		for _, form := range export.Forms() {
			unshown := unshown
			if form == export.NINJS { // a number that is a fax's, too, is a phone's there
				unshown = append(slices.Clone(unshown), release.ContactsField)
			}
			office := export.Office{Style: plain, Mail: export.Mailing{WithoutPDF: true}}
			back := comesBack(t, fmt.Sprintf("%s in %s", form, r.Language), r, office, form, unshown)
			if (form == export.PDF || form == export.DOCX) && back.Notes != "" {
				t.Errorf("%s in %s: set aside %q", form, r.Language, back.Notes)
			}
		}
	}
}

func comesBack(t *testing.T, name string, r release.Release, office export.Office, form export.Form, unshown []release.Field) release.Release {
	t.Helper()
	printed, err := export.NewPress(office).Print(form, r)
	if err != nil {
		t.Fatal(name, err)
	}
	found, err := intake.Read(intake.Source{Data: printed.Data})
	if err != nil || len(found.Releases) != 1 {
		t.Fatalf("%s: %v, %d releases", name, err, len(found.Releases))
	}
	back := found.Releases[0]
	for _, f := range release.Fields() {
		if slices.Contains(offices, f) || slices.Contains(unshown, f) {
			continue
		}
		if got, want := fieldOf(back, f), fieldOf(r, f); got != want || want == "" {
			t.Errorf("%s: %s is\n%s\nnot\n%s", name, f, got, want)
		}
	}
	if slices.Contains(unshown, release.BlocksField) {
		for _, b := range r.Blocks {
			for word := range strings.FieldsSeq(b.Text + " " + b.Speaker + " " + b.Author + " " + b.Alternative) {
				if !strings.Contains(fieldOf(back, release.BlocksField), strings.Trim(word, ".")) {
					t.Errorf("%s: %q does not come back", name, word)
				}
			}
		}
	}
	return back
}

// TestTheFileHasEveryField: the TOML file of a release has all of it.
func TestTheFileHasEveryField(t *testing.T) {
	r, _ := full(t)
	r.Repairs = []release.Repair{{Code: "hyphen-joined", Text: "пла-на", Put: "плана", Count: 2, Line: 3, Paragraph: 2, Field: release.BlocksField}}
	r.Leftovers, r.Values = []string{"Минск"}, []release.Value{{Field: "topic", Text: "план"}}
	r.Unread = []release.Unread{{Field: release.DateField, Text: "вчера"}}
	r.Accepted = []release.Accepted{{Code: "leftover", Text: "Минск", Field: release.BlocksField, Block: 1}}
	r.Overrides = []release.Override{{At: time.Date(2024, 9, 11, 0, 0, 0, 0, time.UTC), Who: "Анна", Why: "срочно"}}
	r.Language, r.English = "en", release.EnglishAP
	data, err := r.Encode()
	if err != nil {
		t.Fatal(err)
	}
	back, err := release.Decode(data)
	if err != nil {
		t.Fatal(err)
	}
	again, err := back.Encode()
	if err != nil || string(again) != string(data) {
		t.Errorf("%v: got\n%s\nwant\n%s", err, again, data)
	}
	for _, f := range release.Fields() {
		if !strings.Contains(string(data), "\n"+string(f)+" = ") && !strings.Contains(string(data), "[["+string(f)+"]]") {
			t.Errorf("the file has no %s", f)
		}
	}
	for _, repair := range back.Repairs {
		if repair != r.Repairs[0] {
			t.Errorf("a repair comes back as %+v", repair)
		}
	}
}
