package filling_test

import (
	"strings"
	"testing"

	"communique/app/window/filling"
	"communique/editor/register"
	"communique/editor/release"
	"communique/editor/template"
)

// TestFormsAreThoseOfTheText: below a field stands what the text has, also of what is nobody's name.
func TestFormsAreThoseOfTheText(t *testing.T) {
	for name, tt := range map[string]struct{ guest, forms, with string }{
		"somebody":         {"посол Анна Озерова", "посла Анны Озеровой · послу Анне Озеровой · послом Анной Озеровой", "с послом Анной Озеровой"},
		"of the registers": {"Мария Тихая", "директора Марии Тихой · директору Марии Тихой · директором Марией Тихой", "с директором Марией Тихой"},
		"an organisation":  {"Секретариат Совета", "Секретариата Совета · Секретариату Совета · Секретариатом Совета", "с Секретариатом Совета"},
		"a delegation":     {"делегация Парламента", "делегации Парламента · делегации Парламента · делегацией Парламента", "с делегацией Парламента"},
		"many":             {"студенты и преподаватели института", "студентов и преподавателей института · студентам и преподавателям института · студентами и преподавателями института", "со студентами и преподавателями института"},
		"two":              {"Анна Озерова и Пётр Образцов", "Анны Озеровой и Петра Образцова · Анне Озеровой и Петру Образцову · Анной Озеровой и Петром Образцовым", "с Анной Озеровой и Петром Образцовым"},
		"nobody but posts": {"главы делегаций", "глав делегаций · главам делегаций · главами делегаций", "с главами делегаций"},
	} {
		t.Run(name, func(t *testing.T) {
			s := newStage(t, register.Person{First: "Мария", Last: "Тихая", Posts: []register.Post{{Title: "директор"}}})
			s.change(t, "ru", map[string]template.Value{"guest": {Text: tt.guest}})
			if got := s.Texts(); !strings.Contains(got, tt.forms) || !strings.Contains(got, tt.with) {
				t.Errorf("no %q or %q in\n%s", tt.forms, tt.with, got)
			}
		})
	}
}

// TestALanguageWithoutCases has no forms to be shown.
func TestALanguageWithoutCases(t *testing.T) {
	s := newStage(t)
	s.change(t, "en", map[string]template.Value{"guest": {Text: "Ambassador Anna Ozerova"}})
	if got := s.Texts(); !strings.Contains(got, "Anna Ozerova") || strings.Contains(got, " · ") {
		t.Errorf("the forms of an English name:\n%s", got)
	}
}

// change shows the values of a meeting in the form that it is filled with again.
func (s *stage) change(t *testing.T, language string, values map[string]template.Value) {
	t.Helper()
	meeting, err := templates(t).Find("meeting", language)
	if err != nil {
		t.Fatal(err)
	}
	filled, err := meeting.Fill(s.office, values)
	if err != nil {
		t.Fatal(err)
	}
	filling.Change(s.params, meeting, filling.Draft{Release: func() release.Release { return filled.Release }, Replace: func(release.Release) {}})
}
