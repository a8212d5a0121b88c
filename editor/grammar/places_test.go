package grammar

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// TestPlaces compares the forms of the places in testdata, and where something
// is; «?» marks a guess. The file names the places too: whoever adds a line
// writes its name and a colon.
func TestPlaces(t *testing.T) {
	declineFile(t, "places", func(name string) string {
		d := house.DeclinePlace(name)
		return fmt.Sprintf("%s; %s%s", d.Where(), forms(d), map[bool]string{true: " ?"}[d.Guess])
	})
}

// TestTwoPlaces has places that an «и» joins, each with its preposition where it is another; «?» marks a guess.
func TestTwoPlaces(t *testing.T) {
	for name, want := range map[string]string{
		"порт и прибрежные воды":     "в порту и прибрежных водах",
		"стадион и окрестные дороги": "на стадионе и окрестных дорогах",
		"музей леса и воды":          "в музее леса и водах ?",
		"школа и завод":              "в школе и на заводе",
	} {
		d := house.DeclinePlace(name)
		if got := d.Where() + map[bool]string{true: " ?"}[d.Guess]; got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

func TestPlacesInO(t *testing.T) {
	for _, tt := range [][3]string{
		{"Домодедово", "в Домодедове", "в Домодедово"},
		{"Ново-Огарёво", "в Ново-Огарёве", "в Ново-Огарёво"},
		{"Орехово-Зуево", "в Орехове-Зуеве", "в Орехово-Зуево"},
		{"Внуково-2", "во Внукове-2", "во Внуково-2"},
		{"Люблино и Москва", "в Люблине и Москве", "в Люблино и Москве"},
		{"Куликово поле", "на Куликовом поле", "на Куликовом поле"},
		{"Красное Село", "в Красном Селе", "в Красном Селе"},
		{"Иваново (Россия)", "в Иванове (Россия)", "в Иваново (Россия)"},
		{"Королёв", "в Королёве", "в Королёве"},
	} {
		for i, usage := range UsagesOfPlacesInO() {
			if got := (House{PlacesInO: usage}).DeclinePlace(tt[0]).Where(); got != tt[i+1] {
				t.Errorf("%q: %s, want %s", usage, got, tt[i+1])
			}
		}
	}
}

// TestOrganisations compares the forms of the organisations in testdata.
func TestOrganisations(t *testing.T) {
	declineFile(t, "organisations", func(name string) string {
		d := house.DeclineOrganisation(name)
		return forms(d) + map[bool]string{true: " ?"}[d.Guess]
	})
}

// TestCounted compares the forms of what is counted and spoken of.
func TestCounted(t *testing.T) {
	declineFile(t, "counted", func(phrase string) string {
		d := house.DeclinePhrase(phrase)
		return forms(d) + map[bool]string{true: " ?"}[d.Guess]
	})
}

// declineFile compares the lines of a golden file, «name: forms», with what is
// made of each name.
func declineFile(t *testing.T, file string, decline func(name string) string) {
	t.Helper()
	data, err := os.ReadFile("testdata/" + file + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for line := range strings.Lines(string(data)) {
		name, _, isEntry := strings.Cut(strings.TrimSpace(line), ":")
		switch {
		case strings.HasPrefix(line, "#") || !isEntry:
			got.WriteString(line)
		default:
			fmt.Fprintf(&got, "%s: %s\n", name, decline(name))
		}
	}
	golden(t, file, got.String())
}
