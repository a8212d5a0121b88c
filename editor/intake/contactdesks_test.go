package intake

import (
	"testing"
)

// TestDesksAndMessengers keeps whose a desk is, by which messenger a number answers, and what is no office out of that field.
func TestDesksAndMessengers(t *testing.T) {
	for name, c := range map[string]struct{ block, want string }{
		"whose a media line is":           {"Contact:\nNorthwind Energy Media Line: 937-555-0114\nmedia@northwind.example", "|Northwind Energy Media Line||phone 937-555-0114|media@northwind.example|\nnotes: Contact:"},
		"a media line alone":              {"Contact:\nMedia Line: 937-555-0114", "|Media Line||phone 937-555-0114||\nnotes: Contact:"},
		"an account with its network":     {"Media contact:\nAnn Sample\n937-555-0114\n@NorthwindEnergy on X", "Ann Sample|||phone 937-555-0114||\nnotes: Media contact:\n@NorthwindEnergy on X"},
		"a network in brackets":           {"Media contact:\nAnn Sample\n937-555-0114\n@northwind (Instagram)", "Ann Sample|||phone 937-555-0114||\nnotes: Media contact:\n@northwind (Instagram)"},
		"a heading that is no office":     {"For media enquiries\nUK: Ann Sample, +44 20 7946 0130\nJoe Sample, +41 22 000 01 32", "Ann Sample|||phone +44 20 7946 0130||\nJoe Sample|||phone +41 22 000 01 32||\nnotes: For media enquiries\nUK:"},
		"for help at once":                {"For Immediate Assistance: Call Ann Sample at (202) 555-0127 or email ann@sample.example.", "Ann Sample|||phone (202) 555-0127|ann@sample.example|\nnotes: For Immediate Assistance: Call"},
		"an office that is to be asked":   {"Contact the Marsh Trust press office: press@marsh.example, 020 7946 0125", "|Marsh Trust press office||phone 020 7946 0125|press@marsh.example|\nnotes: Contact the"},
		"one without whose it is":         {"Please contact our media team on 020 7946 0125", "|media team||phone 020 7946 0125||\nnotes: Please contact our"},
		"somebody, and no office":         {"Contact the Reverend Ann Sample: 020 7946 0125", "|||phone 020 7946 0125||\nnotes: Contact the Reverend Ann Sample:"},
		"whose press office":              {"Press Office of Senator Ann Sample\nDirksen Building, Washington, DC 20510\nPhone: (202) 555-0121", "||Press Office of Senator Ann Sample|phone (202) 555-0121||\ntext: Dirksen Building, Washington, DC 20510"},
		"a museum of the state":           {"Организатор: ГБУК «Музей камня»\nКонтакты: Рената Пробная, 8-912-000-11-25", "Рената Пробная||ГБУК «Музей камня»|phone 8-912-000-11-25||"},
		"a messenger of 2025":             {"Контакты для СМИ:\nРената Пробная\nMAX: 8-912-000-11-25", "Рената Пробная|||phone MAX: 8-912-000-11-25||\nnotes: Контакты для СМИ:"},
		"two messengers":                  {"Контакты для СМИ:\nРената Пробная\nWhatsApp, Max: 8-912-000-11-25\n8-912-000-11-27 (МАКС)", "Рената Пробная|||phone WhatsApp, Max: 8-912-000-11-25|phone 8-912-000-11-27 (МАКС)||\nnotes: Контакты для СМИ:"},
		"somebody who is called Max":      {"Contact: Max Sample: 937-555-0114", "Max Sample|||phone 937-555-0114||"},
		"a mobile that messengers answer": {"Media contact\nAnn Sample\n+44 7700 900126 (mobile and WhatsApp)", "Ann Sample|||mobile +44 7700 900126 (mobile and WhatsApp)||\nnotes: Media contact"},
	} {
		if got := contactBlock(t, c.block); got != c.want {
			t.Errorf("%s\n got  %q\n want %q", name, got, c.want)
		}
	}
}
