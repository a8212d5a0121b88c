package command

import (
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"communique/app/library/librarytest"
	"communique/editor/release"
)

// A release's own file is read from standard input as from the disk: what only
// it can say (embargo, number, contacts) comes through.
func TestTOMLOnStandardInput(t *testing.T) {
	r := release.New("ru")
	r.Headline, r.Lead, r.Number, r.Place = "Совет принял план", "Стороны обсудили план.", "14-с", "Бишкек"
	r.Date, _ = release.NewDate(2024, 9, 11)
	r.Contacts = []release.Contact{{Name: "Иван Пробный", Phones: []release.PhoneNumber{{Number: "+7-000-000-00-01", Kind: release.Phone}}}}
	text, err := r.Encode()
	if err != nil {
		t.Fatal(err)
	}
	for name, in := range map[string]string{
		"as it is written": string(text),
		"without spaces":   strings.Replace(string(text), "format = 1", "\n  format=1", 1),
		"by hand":          "# заметка\r\n" + strings.ReplaceAll(string(text), "\n", "\r\n"),
	} {
		o := newOffice(t)
		o.in = strings.NewReader(in)
		var all []release.Release
		o.json(&all, "import", "-", "--json")
		if len(all) != 1 || all[0].Headline != r.Headline || all[0].Number != r.Number || all[0].Date != r.Date || len(all[0].Contacts) != 1 || all[0].Contacts[0].Phones[0] != r.Contacts[0].Phones[0] {
			t.Errorf("%s: %+v", name, all)
		}
		o.in = strings.NewReader(in)
		path := strings.TrimSpace(o.must("export", "-", "--to", "txt", "-o", o.path("out")))
		if !strings.Contains(path, "2024-09-11-sovet-prinyal-plan") {
			t.Errorf("%s: exported as %s", name, path)
		}
	}
	o := newOffice(t)
	o.in = strings.NewReader(strings.Replace(string(text), "news", "rumour", 1))
	if status, out, told := o.run("import", "-"); status != couldNot || out != "" || !strings.Contains(told, "rumour") {
		t.Errorf("a bad value: %d, %q, %q", status, out, told)
	}
}

// A --set gives a field its text or a form, an empty one too; what stands
// behind the first equals sign is the value, whatever it is.
func TestParseSets(t *testing.T) {
	for name, tt := range map[string]struct {
		sets []string
		want string // "" where they are refused
	}{
		"a text":             {[]string{"guest=Иван"}, "guest Иван []"},
		"equals signs in it": {[]string{"topic=а=б="}, "topic а=б= []"},
		"full stops in it":   {[]string{"date=11.09.2024"}, "date 11.09.2024 []"},
		"an empty text":      {[]string{"guest="}, "guest  []"},
		"a form":             {[]string{"guest.ins=Иваном"}, "guest  [ins:Иваном]"},
		"a Russian case":     {[]string{"guest.тв=Иваном"}, "guest  [ins:Иваном]"},
		"an empty form":      {[]string{"guest.ins="}, "guest  [ins:]"},
		"a text and forms":   {[]string{"guest.ins=Иваном", "guest=Иван", "guest.gen=Ивана"}, "guest Иван [gen:Ивана ins:Иваном]"},
		"the last one holds": {[]string{"guest=Иван", "guest=Пётр", "guest.ins=а", "guest.ins=б"}, "guest Пётр [ins:б]"},
		"spaces":             {[]string{" guest = Иван "}, "guest  Иван  []"},
		"two fields":         {[]string{"a=1", "b=2"}, "a 1 []; b 2 []"},
		"nothing":            {nil, "none"},
		"no equals sign":     {[]string{"guest"}, ""},
		"no field":           {[]string{"=Иван"}, ""},
		"no field, a case":   {[]string{".ins=Иван"}, ""},
		"no such case":       {[]string{"guest.voc=Иван"}, ""},
		"an empty case":      {[]string{"guest.=Иван"}, ""},
		"a bad one of two":   {[]string{"a=1", "b"}, ""},
	} {
		values, err := parseSets(tt.sets)
		var own *setError
		if tt.want == "" {
			if !errors.As(err, &own) || own.text != tt.sets[len(tt.sets)-1] || values != nil {
				t.Errorf("%s: %v, %v", name, values, err)
			}
			continue
		}
		var got []string
		for _, field := range slices.Sorted(maps.Keys(values)) {
			var forms []string
			for _, c := range slices.Sorted(maps.Keys(values[field].Forms)) {
				forms = append(forms, fmt.Sprintf("%s:%s", c, values[field].Forms[c]))
			}
			got = append(got, fmt.Sprintf("%s %s [%s]", field, values[field].Text, strings.Join(forms, " ")))
		}
		if told := strings.Join(got, "; "); err != nil || told != tt.want && (tt.want != "none" || told != "") {
			t.Errorf("%s: %s, %v", name, told, err)
		}
	}
}

// A form that is set stands in the text; one that is set to nothing leaves the
// form that the grammar makes.
func TestFormsFromTheCommandLine(t *testing.T) {
	for form, want := range map[string]string{"guest.ins=Иваном-свет Пробным": "с Иваном-свет Пробным", "guest.ins=": "с Иваном Пробным"} {
		o := newOffice(t)
		out := o.must("new", "--template", "meeting", "--set", "date=11.09.2024", "--set", "place=Бишкек", "--set", "host=Анна Озерова", "--set", "guest=Иван Пробный", "--set", form, "--set", "topic=план дорог")
		if !strings.Contains(out, want) {
			t.Errorf("%s: %s", form, out)
		}
	}
}

// TestStandardInputLiesNowhere: what a text from there shows is not taken from the folder
// that one happens to stand in.
func TestStandardInputLiesNowhere(t *testing.T) {
	o := newOffice(t)
	o.write("зал.png", string(librarytest.Picture(1)))
	text := "# Совет принял план\n\nСтороны обсудили план дорог и приняли его в Бишкеке.\n\n![Зал](зал.png)\n"
	path := o.write("план.md", text)
	t.Chdir(filepath.Dir(path))
	pictures := func(source string) (n int) {
		o.in = strings.NewReader(text)
		var all []release.Release
		o.json(&all, "import", source, "--json")
		for _, r := range all {
			n += len(r.Pictures())
		}
		return n
	}
	if got := pictures(path); got != 1 {
		t.Errorf("of the file: %d pictures", got)
	}
	if got := pictures("-"); got != 0 {
		t.Errorf("of standard input: %d pictures", got)
	}
}
