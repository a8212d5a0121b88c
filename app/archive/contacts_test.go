package archive

import (
	"fmt"
	"slices"
	"testing"

	"communique/editor/intake"
	"communique/editor/release"
	"communique/export"
	"communique/export/style"
	"communique/export/text"
)

// TestContactsComeBack: whatever a contact has, every form that is read again has each field of it. ninjs alone has no word for a
// number that is a telephone and a fax.
func TestContactsComeBack(t *testing.T) {
	phone := func(numbers ...string) (all []release.PhoneNumber) {
		for _, n := range numbers {
			all = append(all, release.PhoneNumber{Number: n, Kind: release.Phone})
		}
		return all
	}
	plain, err := style.Shipped(style.Plain)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		language string
		contacts []release.Contact
	}{
		{"ru", []release.Contact{{Name: "Анна Примерова", Phones: phone("+7 000 000-00-01")}}},
		{"ru", []release.Contact{{Name: "Анна Примерова", Email: "anna@council.example"}, {Name: "Иван Пробный", Email: "ivan@council.example"}}},
		{"ru", []release.Contact{{Organisation: "Фонд «Живая вода»", Phones: phone("+7 000 000-00-01")}}},
		{"ru", []release.Contact{{Post: "Пресс-служба", Organisation: "Совета содружества", Phones: phone("+7 000 000-00-01, доб. 131"), Site: "council.example"}}},
		{"ru", []release.Contact{{Post: "Отдел информации", Phones: []release.PhoneNumber{{Number: "+7 000 000-00-01", Kind: release.PhoneFax}, {Number: "+7 000 000-00-02", Kind: release.Mobile}}}}},
		{"ru", []release.Contact{{Name: "Анна Примерова", Post: "руководитель пресс-службы", Organisation: "ООО «Проба»", Phones: phone("+7 000 000-00-01 (будни с 9 до 18)", "8 800 000-00-02 (бесплатно)"), Email: "anna@council.example"}}},
		{"ru", []release.Contact{{Name: "Анна Примерова", Post: "пресс-секретарь, редактор", Phones: phone("WhatsApp: +7 000 000-00-01"), Site: "t.me/council"}}},
		{"ru", []release.Contact{{Name: "Озёрная Л. Д.", Post: "консультант", Phones: phone("2-41-40")}, {Name: "Айсулуу Асан кызы", Phones: phone("0555 000 001")}}},
		{"ru", []release.Contact{{Email: "press@council.example"}}},
		{"en", []release.Contact{{Name: "Ann Example", Post: "Head of News", Phones: phone("+1 202 555 0100, ext. 5"), Email: "ann@northwind.example", Site: "www.northwind.example"}}},
		{"en", []release.Contact{{Name: "Jane O’Neil", Phones: phone("+1 202 555 0100")}, {Name: "John Sample", Post: "Press Officer", Phones: []release.PhoneNumber{{Number: "+1 202 555 0101", Kind: release.Mobile}}}}},
	} {
		r := release.New(tt.language)
		r.Headline, r.Place, r.Date, r.Contacts = "Совет принял план дорог", "Бишкек", release.Date{Year: 2027, Month: 3, Day: 11}, tt.contacts
		r.Lead = "В Бишкеке состоялось заседание Совета."
		if tt.language == "en" {
			r.Headline, r.Place, r.Lead = "Council adopts the plan of roads", "Bishkek", "The Council has met in Bishkek."
		}
		r.Blocks = release.Numbered([]release.Block{{Kind: release.Paragraph, Text: "Стороны обсудили план."}})
		for _, form := range export.Forms() {
			if form == export.PDF || form == export.NINJS && slices.ContainsFunc(tt.contacts, isFaxToo) { // the first is refused by name
				continue
			}
			for _, page := range []bool{false, true} {
				office := export.Office{Style: plain, Text: text.Options{}, Mail: export.Mailing{WithoutPDF: true, WithHTML: page}}
				printed, err := export.NewPress(office).Print(form, r)
				if err != nil {
					t.Fatal(form, err)
				}
				found, err := intake.Read(intake.Source{Data: printed.Data})
				if err != nil || len(found.Releases) != 1 {
					t.Fatalf("%s: %v, %d releases", form, err, len(found.Releases))
				}
				if got, want := fmt.Sprintf("%+v", found.Releases[0].Contacts), fmt.Sprintf("%+v", r.Contacts); got != want {
					t.Errorf("%s, page %t:\n got %s\nwant %s", form, page, got, want)
				}
			}
		}
	}
}

func isFaxToo(c release.Contact) bool {
	return slices.ContainsFunc(c.Phones, func(p release.PhoneNumber) bool { return p.Kind == release.PhoneFax })
}
