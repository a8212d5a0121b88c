package register

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"communique/editor/grammar"
)

// TestHeadsOfOffices: columns are known as people call them, those that a card has no place for are told, and a
// whole name is parted.
func TestHeadsOfOffices(t *testing.T) {
	for name, tt := range map[string]struct{ table, want, told string }{
		"a whole name":      {"ФИО;Должность;Пол\nПробная Анна Петровна;посол;ж\n", "Анна/Петровна/Пробная/f/посол", ""},
		"with dots":         {"Ф.И.О.;Должность\nПробный Иван;посол\n", "Иван//Пробный/m/посол", ""},
		"parts":             {"Фамилия,Имя,Отчество,Пол\nПробный,Иван,Петрович,муж.\n", "Иван/Петрович/Пробный/m/", ""},
		"a name alone":      {"№;Имя\n1;Иван Пробный\n", "Иван//Пробный/m/", ""},
		"numbers of rows":   {"№ п/п;ФИО;№ дома\n1;Иван Пробный;5\n", "Иван//Пробный/m/", "№ дома"},
		"commas in a head":  {"Фамилия, имя, отчество;Занимаемая должность;Контакты\nПробный Иван;посол\n", "Иван//Пробный/m/посол", "Контакты"},
		"quotes in a head":  {"\"ФИО (полностью)\";Наименование должности\nПробный Иван;посол\n", "Иван//Пробный/m/посол", ""},
		"who they are":      {"Страна,Докладчик,Должность (рус.)\nАрмения,Пробный Иван,посол\n", "Иван//Пробный/m/посол", ""},
		"two of people":     {"ФИО сотрудника;Должность;ФИО руководителя\nПробный Иван;посол;Озеров Игорь\n", "Иван//Пробный/m/посол", "ФИО руководителя"},
		"a better head":     {"Руководитель;ФИО\nОзеров Игорь;Пробный Иван\n", "Иван//Пробный/m/", "Руководитель"},
		"a few of both":     {"ФИО;Организация, должность\nПробный Иван;Совет, посол\n", "Иван//Пробный/m/", "Организация, должность"},
		"a title":           {"Руководство Совета, 2026 год\n\n№;ФИО;Должность\n1;Иван Пробный;посол\n", "Иван//Пробный/m/посол", ""},
		"a title in cells":  {"Руководство;;\nна 1 мая;;\nФИО;Должность;\nИван Пробный;посол;\n", "Иван//Пробный/m/посол", ""},
		"our own":           {"first\nИван Пробный\n", "Иван Пробный////", ""},
		"tabs":              {"ФИО\tДолжность\tТелефон\nИван Пробный\tпосол, врач\t5\n", "Иван//Пробный/m/посол, врач", "Телефон"},
		"English":           {"Full Name,Job Title,Gender\nИван Пробный,посол,Male\n", "Иван//Пробный/m/посол", ""},
		"beside the parts":  {"ФИО;Имя;Фамилия\nПробный И.;Иван;Пробный\n", "Иван//Пробный//", ""},
		"capitals":          {"FIRST;Last_\nИван;Пробный\n", "Иван//Пробный//", ""},
		"an empty heading":  {"ФИО;\nИван Пробный;\n", "Иван//Пробный/m/", ""},
		"rows of nothing":   {"ФИО;Телефон\n;5\nИван Пробный;5\n", "Иван//Пробный/m/", "Телефон"},
		"a town is no name": {"ФИО;Город\nИван Пробный;Ош\n", "Иван//Пробный/m/", "Город"},
	} {
		people, skipped, err := ReadPeopleCSV([]byte(tt.table))
		if err != nil || len(people) != 1 {
			t.Errorf("%s: %+v, %v, %v", name, people, skipped, err)
			continue
		}
		p, post, told := people[0], "", []string{}
		if len(p.Posts) > 0 {
			post = p.Posts[0].Title
		}
		for _, err := range skipped {
			if column, is := errors.AsType[*ColumnError](err); is {
				told = append(told, column.Name)
			}
		}
		if got := strings.Join([]string{p.First, p.Patronymic, p.Last, string(p.Gender), post}, "/"); got != tt.want || strings.Join(told, ",") != tt.told || SkippedLines(skipped) > 0 {
			t.Errorf("%s: got %s, told %v", name, got, skipped)
		}
	}
	for heading, want := range map[string]string{"№ п/п": "", "П/П": "", "№п.п.": "", "№ пп": "", "П. п.": "Иване"} {
		people, _, err := ReadPeopleCSV([]byte(heading + ";ФИО\nИване;Иван Пробный\n"))
		if err != nil || len(people) != 1 || people[0].Forms[grammar.Prepositional] != want {
			t.Errorf("%s: %+v, %v", heading, people, err)
		}
	}
	places, skipped, err := ReadPlacesCSV([]byte("Населённый пункт;Часовой пояс\nОш;Asia/Bishkek\n;Asia/Bishkek\n"))
	if err != nil || len(places) != 1 || places[0].Zone != "Asia/Bishkek" || SkippedLines(skipped) != 1 {
		t.Errorf("places: %+v, %v, %v", places, skipped, err)
	}
	all, skipped, err := ReadOrganisationsCSV([]byte("Организация;Аббревиатура\nСовет дорог;СД\n"))
	if err != nil || len(skipped) > 0 || len(all) != 1 || all[0].Abbreviation != "СД" {
		t.Errorf("organisations: %+v, %v, %v", all, skipped, err)
	}
	_, skipped, _ = ReadPeopleCSV([]byte("ФИО;Пол\nИван Пробный;х\n"))
	if wrong, is := errors.AsType[*TableError](errors.Join(skipped...)); !is || wrong.Column != "Пол" || wrong.Line != 2 {
		t.Errorf("what the table calls the column: %v", skipped)
	}
	for name, table := range map[string]string{"no head": "Иван;Пробный\nАнна;Озерова\n", "no names": "Должность;Страна\nпосол;Армения\n", "a head too far": strings.Repeat("Руководство\n", maxTitles+1) + "ФИО\nИван Пробный\n", "quotes above": "Руководство\n\"Совета\" дорог\nФИО\nИван Пробный\n"} {
		if _, is := errors.AsType[*HeadError](tableErr(ReadPeopleCSV([]byte(table)))); !is {
			t.Errorf("%s: it was read", name)
		}
	}
}

// TestNamesInCells: names are parted from posts and courtesies that stand with them, and written as names are.
func TestNamesInCells(t *testing.T) {
	for cell, want := range map[string]string{
		"Министр Анна Озерова":          "Анна//Озерова/f/Министр",
		"Озерова Анна – министр":        "Анна//Озерова/f/министр",
		"Озерова Анна — Министр дорог":  "Анна//Озерова/f/Министр дорог",
		"Озерова Анна - врач":           "Анна//Озерова/f/врач",
		"Озерова Анна Петровна, врач":   "Анна/Петровна/Озерова/f/врач",
		"Озерова А.П. (и. о. министра)": "А.П.//Озерова/f/и. о. министра",
		"Озерова Анна Петровна, д.т.н.": "Анна Петровна, д.т.н.//Озерова/f/",
		"ПРОБНЫЙ Иван":                  "Иван//Пробный/m/",
		"ОЗЕРОВА-ПРОБНАЯ АННА":          "Анна//Озерова-Пробная/f/",
		"г-жа Пробуа":                   "//Пробуа/f/",
		"Господин ПРОБНЫЙ И.П.":         "И.П.//Пробный/m/",
		"Пробный":                       "//Пробный/m/",
	} {
		people, skipped, err := ReadPeopleCSV([]byte("ФИО;Страна\n\"" + cell + "\";\n"))
		if err != nil || len(people) != 1 || len(skipped) > 0 {
			t.Errorf("%s: %+v, %v, %v", cell, people, skipped, err)
			continue
		}
		p, post := people[0], ""
		if len(p.Posts) > 0 {
			post = p.Posts[0].Title
		}
		if got := strings.Join([]string{p.First, p.Patronymic, p.Last, string(p.Gender), post}, "/"); got != want {
			t.Errorf("%s: got %s, want %s", cell, got, want)
		}
	}
	for name, want := range map[string]string{"ИВАН XXIII": "Иван XXIII", "И. О.": "И. О.", "О'НИЛ": "О'Нил", "Я": "Я", "Ли ЖАН-ХО": "Ли Жан-Хо"} {
		if got := inSmall(name); got != want {
			t.Errorf("%s: %s", name, got)
		}
	}
	listed, _, err := ReadPeopleCSV([]byte("ФИО\nОзерова Анна Петровна\nПробный И.П.\nМин Аун Хлайн\n"))
	if err != nil || len(listed) != 3 || listed[0].Name() != "Анна Озерова" || listed[1].Name() != "И.П. Пробный" || listed[2].Name() != "Мин Аун Хлайн" {
		t.Errorf("how texts name them: %+v, %v", listed, err)
	}
	for head, want := range map[string]string{"Фамилия;Имя": "Иван Пробный", "last;first": "ИВАН ПРОБНЫЙ"} {
		if parts, _, err := ReadPeopleCSV([]byte(head + "\nПРОБНЫЙ;ИВАН\n")); err != nil || len(parts) != 1 || parts[0].Name() != want {
			t.Errorf("%s: %+v, %v", head, parts, err)
		}
	}
	endless := strings.Repeat("(МИД) ", 40_000)
	if all, _, err := ReadPeopleCSV([]byte("ФИО;Должность\n" + endless + ";посол\n")); err != nil || len(all) != 1 || all[0].Full != strings.TrimSpace(endless) || len(all[0].Posts) != 1 {
		t.Errorf("an endless name: %d, %v", len(all), err)
	}
	said, _, err := ReadPeopleCSV([]byte("ФИО;Должность\n\"Озерова Анна, Врач\";врач\n"))
	if err != nil || len(said) != 1 || said[0].Name() != "Анна Озерова" {
		t.Errorf("a post said twice: %+v, %v", said, err)
	}
	beside, _, err := ReadPeopleCSV([]byte("ФИО;Должность\n\"Озерова Анна, врач\";министр\n"))
	if err != nil || len(beside) != 1 || beside[0].Posts[0].Title != "министр" || beside[0].Full != "Озерова Анна, врач" || beside[0].Last != "Озерова" {
		t.Errorf("a post of its own column: %+v, %v", beside, err)
	}
}

// TestHeadsOfLanguages: names and posts in other languages stand in columns that are called in many ways.
func TestHeadsOfLanguages(t *testing.T) {
	table := "ФИО;Должность;Английское имя;Английская должность;Имя на кыргызском языке;Должность по-казахски;Name in Tajik;Узбекский;Кыргызский телефон\n" +
		"Иван Пробный;посол;Ivan Probny;Ambassador;Иван Пробный уулу;елші;Иван Пробнӣ;x;5\n"
	people, skipped, err := ReadPeopleCSV([]byte(table))
	if err != nil || len(people) != 1 || len(people[0].Posts) != 1 {
		t.Fatalf("%+v, %v, %v", people, skipped, err)
	}
	p := people[0]
	if got := strings.Join([]string{p.English, p.Posts[0].English, p.In("ky"), p.Posts[0].In("kk"), p.In("tg")}, "/"); got != "Ivan Probny/Ambassador/Иван Пробный уулу/елші/Иван Пробнӣ" {
		t.Errorf("got %s", got)
	}
	if len(skipped) != 2 {
		t.Errorf("told %v", skipped)
	}
	for heading, want := range map[string]string{"Должность (англ.)": "post_english", "ФИО англ.": "english", "Пост, каз.": "post_kk", "Имя (kg)": "", "Name EN": "english"} {
		if got := columnOf(append(slices.Clone(personColumns), wholeColumn), heading); got != want {
			t.Errorf("%s: %q", heading, got)
		}
	}
	for heading, want := range map[string]string{"Название по-армянски": "name_hy", "Наименование на английском": "english", "Должность на английском": ""} {
		if got := columnOf(organisationColumns, heading); got != want {
			t.Errorf("%s: %q", heading, got)
		}
	}
}

// TestOneNameInTwoPosts: rows of one name are taken for one person, which is told where they may be of two.
func TestOneNameInTwoPosts(t *testing.T) {
	const heads = "ФИО;Должность;с;по;beside;card\n"
	for name, tt := range map[string]struct {
		rows  string
		cards int
		told  string
	}{
		"two posts":             {"Анна Озерова;посол\nАнна Озерова;министр\n", 1, "3 Анна Озерова министр"},
		"one post twice":        {"Анна Озерова;посол\nАнна Озерова;посол\n", 1, ""},
		"one ended":             {"Анна Озерова;посол;;01.02.2020\nАнна Озерова;министр\n", 1, ""},
		"one began":             {"Анна Озерова;посол\nАнна Озерова;министр;01.02.2020\n", 1, ""},
		"beside the other":      {"Анна Озерова;посол\nАнна Озерова;министр;;;yes\n", 1, ""},
		"no post":               {"Анна Озерова;посол\nАнна Озерова;\n", 1, ""},
		"of one card":           {"Анна Озерова;посол;;;;1\nАнна Озерова;министр;;;;1\n", 1, ""},
		"of two cards":          {"Анна Озерова;посол;;;;1\nАнна Озерова;министр;;;;2\n", 2, ""},
		"another name":          {"Анна Озерова;посол\nИван Озеров;министр\n", 2, ""},
		"another patronymic":    {"Озерова Анна Петровна;посол\nОзерова Анна Ильинична;министр\n", 2, ""},
		"a third, told as well": {"Анна Озерова;посол\nАнна Озерова;министр\nАнна Озерова;врач\n", 1, "3 Анна Озерова министр, 4 Анна Озерова врач"},
	} {
		people, skipped, err := ReadPeopleCSV([]byte(heads + tt.rows))
		var told []string
		for _, e := range skipped {
			if shared, is := errors.AsType[*SharedNameError](e); is {
				told = append(told, fmt.Sprint(shared.Line, " ", shared.Name, " ", shared.Post))
			}
		}
		if err != nil || len(people) != tt.cards || strings.Join(told, ", ") != tt.told || SkippedLines(skipped) > 0 {
			t.Errorf("%s: %d cards, told %q, %v", name, len(people), told, err)
		}
		table, err := PeopleCSV(people)
		if err != nil {
			t.Fatal(err)
		}
		if again, told, err := ReadPeopleCSV(table); err != nil || len(told) > 0 || !reflect.DeepEqual(again, people) {
			t.Errorf("%s: written and read again: %+v, told %v, %v", name, again, told, err)
		}
	}
}
