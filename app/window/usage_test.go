package window

import (
	"testing"

	"communique/editor/controls"
	"communique/editor/controls/controlstest"
	"communique/editor/grammar"
	"communique/editor/register"
	"communique/editor/release"
)

// choose takes a choice of the dialog on top that has what is now chosen and what is to be.
func (s *stage) chooseUsage(now, wanted string) {
	s.t.Helper()
	for _, o := range controlstest.Objects(s.win.Canvas().Overlays().Top()) {
		if choice, ok := o.(*controls.Select); ok && choice.Selected == now {
			choice.SetSelected(wanted)
			return
		}
	}
	s.t.Fatalf("nothing has %q chosen", now)
}

// TestAUsageIsFollowedAtOnce declines names otherwise in the settings: what is offered and what is checked have the new
// forms without another start.
func TestAUsageIsFollowedAtOnce(t *testing.T) {
	s := newStage(t, settled)
	s.registers = register.Registers{
		People: []register.Person{{First: "Сухроб", Last: "Пробнозода", Gender: grammar.Masculine, Posts: []register.Post{{Title: "министр"}}}},
		Places: []register.Place{{Name: "Пробново"}},
	}
	offered := func(kind grammar.Kind, typed string) string {
		hits := s.lookup.Find(kind, typed, 1)
		if len(hits) == 0 {
			return ""
		}
		return hits[0].Full().Forms[grammar.Genitive]
	}
	s.lookup.Make(func() {})
	s.wait("the names by the usage of before", func() bool {
		return offered(grammar.Person, "пробноз") == "министра Сухроба Пробнозоды"
	})
	s.showSettings()
	s.turnTab(3)
	s.chooseUsage(s.text("house-zoda-"), s.text("house-zoda-stay"))
	s.chooseUsage(s.text("house-places-in-o-"), s.text("house-places-in-o-stay"))
	s.tap(t, "Сохранить")
	<-s.writes.Done()
	s.wait("the names by the new usage", func() bool {
		return offered(grammar.Person, "пробноз") == "министра Сухроба Пробнозода" && offered(grammar.Place, "пробнов") == "Пробново"
	})
	r := release.New("ru")
	r.Lead = "Состоялась встреча с министром Сухробом Пробнозода."
	for _, f := range s.check(r) {
		if f.Field == release.LeadField {
			t.Errorf("by the usage that is set: %+v", f)
		}
	}
}
