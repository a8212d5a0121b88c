package intake

import (
	"strings"
	"testing"
	"unicode"

	"communique/editor/release"
)

// TestGluedContacts: lines of contacts that a page ran together are lines again; what a form says of somebody's organisation
// is said of the person above.
func TestGluedContacts(t *testing.T) {
	const text = "Совет принял план дорог\n\n8 мая 2025 года в Бишкеке прошла сессия Совета.\n\nСтороны обсудили план.\n\n"
	phone := []release.PhoneNumber{{Number: "+7-000-000-00-01", Kind: release.Phone}}
	for last, want := range map[string]release.Contact{
		"Контакты для СМИТелефон: +7-000-000-00-01Почта: press@council.exampleСайт: council.example":                                                    {Phones: phone, Email: "press@council.example", Site: "council.example"},
		"Контактное лицо: Анна ПримероваТелефон: +7-000-000-00-01E-mail: press@council.example":                                                         {Name: "Анна Примерова", Phones: phone, Email: "press@council.example"},
		"Media Contact DetailsContact Name: Ann ExampleContact Email: ann@sample.exampleCompany Name: Sample Foods Ltd.Website: https://sample.example": {Name: "Ann Example", Organisation: "Sample Foods Ltd.", Email: "ann@sample.example", Site: "https://sample.example"},
		"Имя и фамилия: Анна Примерова\nТелефон: +7-000-000-00-01\nНазвание компании: ООО «Проба»":                                                      {Name: "Анна Примерова", Organisation: "ООО «Проба»", Phones: phone},
		"Name: Ann Example\nContact phone number: +7-000-000-00-01\nJob title: Press Secretary":                                                         {Name: "Ann Example", Post: "Press Secretary", Phones: phone},
	} {
		r := readSingle(t, text+last)
		if len(r.Contacts) != 1 || len(r.Blocks) != 1 || described(r.Contacts) != described([]release.Contact{want}) {
			t.Errorf("%s: %+v, %+v", last, r.Contacts, r.Blocks)
		}
	}
	for _, prose := range []string{"Совет пишет на адрес press@council.example, а не по телефону.", "План.Телефон: один на всех.", "Он сказал: «Сайт: council.example, почта: press@council.example»."} {
		if r := readSingle(t, text+prose+"\n\nСтороны довольны тем, как идут дела."); len(r.Contacts) != 0 || len(r.Blocks) != 3 {
			t.Errorf("%s: %+v, %+v", prose, r.Contacts, r.Blocks)
		}
	}
}

// TestAnAddressRunTogether with what stood beside it is nobody's: its words stay as they are.
func TestAnAddressRunTogether(t *testing.T) {
	for last, want := range map[string]string{
		"Media Contact: Ann ExampleAnn@sample.coSample.co":          "",
		"Media Contact: Ann Example press@sample.comSample.com":     "",
		"Media Contact: Ann Example, press@SampleFoods.co":          "press@SampleFoods.co",
		"Media Contact: Ann Example, press@mail.SampleFoods.co.uk":  "press@mail.SampleFoods.co.uk",
		"Media Contact: Ann Example, press@sample.co, Sample Foods": "press@sample.co",
	} {
		r := readSingle(t, "Council Adopts a Plan\n\nLONDON, May 8, 2025 – The council adopted a plan today.\n\nThe plan is for ten years.\n\n"+last)
		got := ""
		if len(r.Contacts) > 0 {
			got = r.Contacts[0].Email
		}
		if got != want || want == "" && !strings.Contains(strings.Join(append(r.Texts(), r.Notes), " "), last[len("Media Contact: "):]) {
			t.Errorf("%s: %q, %+v", last, got, r.Contacts)
		}
	}
}

// TestEndMarks: what says that nothing follows is no paragraph, also where the words about the office or a signature stood below it.
func TestEndMarks(t *testing.T) {
	for _, end := range []string{"###\n\nАнна Примерова\n+7-000-000-00-01", "###\n\nО компании\nКомпания создана в 2002 году.", "--\nС уважением,\nАнна Примерова\n+7-000-000-00-01", "-КОНЕЦ-\n\nДля справки: Совет создан в 2002 году."} {
		r := readSingle(t, "Совет принял план дорог\n\n8 мая 2025 года в Бишкеке прошла сессия Совета.\n\nСтороны обсудили план.\n\n"+end)
		if mark, _, _ := strings.Cut(end, "\n"); len(r.Blocks) != 1 || strings.ContainsFunc(mark, unicode.IsLetter) != strings.Contains(r.Notes, mark) || len(r.Contacts) == 0 && r.Boilerplate == "" {
			t.Errorf("%q: %+v, notes %q, contacts %+v, about %q", end, r.Blocks, r.Notes, r.Contacts, r.Boilerplate)
		}
	}
}
