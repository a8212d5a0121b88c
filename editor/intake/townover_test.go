package intake

import (
	"testing"

	"communique/editor/intake/layout"
)

// TestTownOverLead: a place alone between the headline and the lead is where the release is from, also below a subheadline; one of several is
// part of a list of towns.
func TestTownOverLead(t *testing.T) {
	const head, lead, rest = "Совет открыл выставку", "Выставка открыта для всех жителей и гостей.", "Она продлится до осени и покажет работы детей."
	for name, tt := range map[string]struct{ text, place, subheadline, lead string }{
		"known":               {head + "\n\nМинск\n\n" + lead + "\n\n" + rest, "Минск", "", lead},
		"with its country":    {"Council opens an exhibition\n\nTartu, Estonia\n\nThe exhibition is open to all people and guests.\n\nIt will last until autumn.", "Tartu, Estonia", "", "The exhibition is open to all people and guests."},
		"below a subheadline": {head + "\n\nЕё покажут в трёх залах\n\nМинск\n\n" + lead + "\n\n" + rest, "Минск", "Её покажут в трёх залах", lead},
		"of a village":        {head + "\n\nЕё покажут в трёх залах\n\nс. Пробное\n\n" + lead + "\n\n" + rest, "Пробное", "Её покажут в трёх залах", lead},
		"of a list":           {head + "\n\nМинск\n\n" + lead + "\n\nБрест\n\n" + rest, "", "", ""},
		"over no sentence":    {head + "\n\nМинск\n\nчерез три дня\n\n" + rest, "", "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			r := readSingle(t, tt.text)
			if r.Place != tt.place || r.Subheadline != tt.subheadline || tt.lead != "" && r.Lead != tt.lead || tt.lead == "" && r.Lead == lead {
				t.Errorf("place %q, subheadline %q, lead %q", r.Place, r.Subheadline, r.Lead)
			}
		})
	}
}

// TestTownOverAPicture: a picture without words is no town of a list.
func TestTownOverAPicture(t *testing.T) {
	lines := []layout.Paragraph{{Kind: layout.Text, Text: "Минск"}, {Kind: layout.Text, Text: "Выставка открыта для всех.", Apart: true}, {Kind: layout.Picture}}
	if !isTownOver(lines) {
		t.Error("the picture is taken for a place")
	}
}
