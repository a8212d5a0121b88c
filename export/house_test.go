package export_test

import (
	"bytes"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"communique/assets/translations"
	"communique/editor/release"
	"communique/export"
	"communique/export/exporttest"
	"communique/export/style"
)

// everything is a house that shows all that a style can show.
var everything = map[string]string{
	"letterhead.kind": "true", "qr.content": `"{number}"`, "footer.text": `"тел. 1"`, "parts.headline.colour": `"accent"`,
}

var (
	unfollowed = []string{"base", "title"} // they say nothing of how a release is set
	// fixed are the keys of which a style has one value: what they would say, tables do not have.
	fixed = []string{"parts.table.indent", "parts.table.left", "parts.table_head.before", "parts.table_head.indent", "parts.table_head.left"}
)

// TestEveryKeyOfAStyle walks all keys of house styles: each changes the page in some way, and
// whatever changes the page changes the Word document. A key that nobody follows is named.
func TestEveryKeyOfAStyle(t *testing.T) {
	long, short := housed(t, 5000), exporttest.Release(7, 2300)
	short.OnePage = true
	presses := map[string]*export.Press{}
	press := func(settings map[string]string) (*export.Press, bool) {
		var source strings.Builder
		for _, key := range slices.Sorted(maps.Keys(settings)) {
			source.WriteString(key + " = " + settings[key] + "\n")
		}
		if presses[source.String()] == nil {
			s, err := style.Read("house", []byte(source.String()), fstest.MapFS{"logo.png": {Data: exporttest.Photograph(30, 30, 3)}})
			if err != nil {
				return nil, false
			}
			o := office(t)
			o.Style = s
			presses[source.String()] = export.NewPress(o)
		}
		return presses[source.String()], true
	}
	print := func(p *export.Press, f export.Form, r release.Release) []byte {
		c, err := p.Print(f, r)
		if err != nil {
			t.Fatal(err)
		}
		return c.Data
	}
	for _, key := range styleKeys(t) {
		house := maps.Clone(everything)
		switch {
		case strings.HasPrefix(key.name, "parts.contact_name"): // the embargo stands as it does, where it is no band
			house["embargo.show"] = "false"
		case key.name == "embargo.size" || key.name == "embargo.colour":
			house["embargo.show"] = "true"
		}
		r := long
		if strings.HasPrefix(key.name, "fit.") {
			r = short
		}
		before, _ := press(house)
		pdf, docx := print(before, export.PDF, r), print(before, export.DOCX, r)
		tried, followed := false, false
		for _, value := range key.values {
			if value == house[key.name] || followed && key.name != "numbers.from" { // one is enough
				continue
			}
			changed := maps.Clone(house)
			changed[key.name] = value
			after, good := press(changed)
			if !good || bytes.Equal(print(after, export.PDF, r), pdf) {
				tried = tried || good
				continue
			}
			tried, followed = true, true
			if bytes.Equal(print(after, export.DOCX, r), docx) {
				t.Errorf("%s = %s changes the page and not the Word document", key.name, value)
			}
		}
		if slices.Contains(fixed, key.name) == tried {
			t.Errorf("%s takes other values: %v", key.name, tried)
		}
		if !followed && tried {
			t.Errorf("%s changes nothing on the page, tried as %q", key.name, key.values)
		}
	}
}

// styleKey is a key of a style with values to try.
type styleKey struct {
	name   string
	values []string
}

// styleKeys are all keys of a style's file but its words, with other values than the plain style's.
func styleKeys(t *testing.T) []styleKey {
	t.Helper()
	plain, err := style.Shipped(style.Plain)
	if err != nil {
		t.Fatal(err)
	}
	var keys []styleKey
	var walk func(prefix string, v reflect.Value)
	walk = func(prefix string, v reflect.Value) {
		for i := range v.NumField() {
			tag := v.Type().Field(i).Tag.Get("toml")
			name, field := prefix+tag, v.Field(i)
			switch {
			case tag == "" || tag == "-" || tag == "words" || slices.Contains(unfollowed, name):
			case field.Type() == reflect.TypeFor[style.Ink]():
				keys = append(keys, styleKey{name, []string{`"#123456"`}})
			case field.Kind() == reflect.Struct:
				walk(name+".", field)
			default:
				keys = append(keys, styleKey{name, others(t, name, field)})
			}
		}
	}
	walk("", reflect.ValueOf(plain))
	return keys
}

// others are values of a key that are not the plain style's. Not each is one that the key takes.
func others(t *testing.T, name string, field reflect.Value) []string {
	t.Helper()
	var values []string
	switch field.Kind() {
	case reflect.Bool:
		return []string{"false", "true"}
	case reflect.Int:
		return []string{"2", "3", "4"}
	case reflect.Slice:
		return []string{`["А"]`, `["А", "Б"]`}
	case reflect.Float64:
		for _, v := range []float64{field.Float() * 1.4, field.Float() * 0.7, field.Float() + 7, field.Float() - 7, 0.75, 2} {
			if v != field.Float() {
				values = append(values, fmt.Sprintf("%.3f", v))
			}
		}
		return values
	case reflect.String:
		last := name[strings.LastIndex(name, ".")+1:]
		words, known := map[string]string{
			"size": "A5, Letter", "align": "left, center, justify", "place": "top, none", "form": "number", "font": "italic, sans_bold_italic",
			"colour": "accent, muted", "logo": "logo.png", "address": "ул. Пробная", "text": "ул. Пробная", "content": "{date}",
		}[last]
		if strings.HasPrefix(name, "fonts.") {
			words, known = "PT Sans Italic, PT Serif Bold", true
		}
		if !known {
			t.Fatalf("no value is known for %s", name)
		}
		for _, word := range strings.Split(words, ", ") {
			values = append(values, fmt.Sprintf("%q", word))
		}
		return values
	}
	t.Fatalf("no value is known for %s", name)
	return nil
}

// housed is a release in which every part of a style is to be seen, with so many characters more.
func housed(t *testing.T, characters int) release.Release {
	t.Helper()
	r := full(t)
	r.Number = "15"
	r.Lead += " Жирно и криво, и то и другое."
	length := len([]rune(r.Lead))
	r.LeadMarks = []release.Mark{{Start: length - 12, End: length, Style: release.Bold}, {Start: length - 6, End: length, Style: release.Italic}}
	marked := release.Block{Kind: release.Paragraph, Text: "жирно оба криво сайт", Marks: []release.Mark{
		{Start: 0, End: 9, Style: release.Bold}, {Start: 6, End: 15, Style: release.Italic}, {Start: 16, End: 20, Style: release.Link, Address: "https://council.example"},
	}}
	r.Blocks = append(r.Blocks, release.Block{Kind: release.Picture, Picture: photograph}, marked, release.Block{Kind: release.Table, Text: marked.Text + "\t1\n" + marked.Text + "\t2", Marks: []release.Mark{
		{Start: 0, End: 9, Style: release.Bold}, {Start: 6, End: 15, Style: release.Italic}, {Start: 23, End: 32, Style: release.Bold}, {Start: 29, End: 38, Style: release.Italic},
	}})
	r.Blocks = append(r.Blocks, exporttest.Release(3, characters).Blocks...)
	r.Blocks = release.Numbered(r.Blocks)
	r.Contacts = append(r.Contacts, release.Contact{Name: "Анна Пробная", Post: "Референт", Phones: []release.PhoneNumber{{Number: "1", Kind: release.Mobile}, {Number: "2", Kind: release.Fax}, {Number: "3", Kind: release.PhoneFax}}})
	return r
}

// TestOwnWordsInEveryForm: what a house calls in its own way stands so in each form that calls
// it at all.
func TestOwnWordsInEveryForm(t *testing.T) {
	pages := []export.Form{export.PDF, export.DOCX}
	all := []export.Form{export.PDF, export.DOCX, export.Text, export.HTML, export.Markdown, export.Mail}
	where := map[string][]export.Form{
		"draft": all, "embargo": all, "embargo_until": all, "mobile": all, "fax": all, "phone_fax": all, "photo": all,
		"photo_credit": {export.PDF, export.DOCX, export.HTML, export.Markdown}, "photo_shows": {export.Text, export.Mail},
	}
	releases := []release.Release{housed(t, 0), housed(t, 0)}
	releases[1].Embargo, releases[1].Unread = release.Embargo{}, []release.Unread{{Field: release.EmbargoField, Text: "завтра"}}
	for _, kind := range release.Kinds() {
		r := release.New("ru")
		r.Kind, r.Number = kind, "15"
		releases = append(releases, r)
	}
	print := func(own string) map[export.Form]string {
		o := office(t)
		o.Mail = export.Mailing{WithoutPDF: true}
		var err error
		if o.Style, err = style.Read("house", []byte("letterhead.kind = true\n"+own), nil); err != nil {
			t.Fatal(err)
		}
		press, forms := export.NewPress(o), map[export.Form]string{}
		for _, r := range releases {
			for _, form := range all {
				c, err := press.Print(form, r)
				if err != nil {
					t.Fatal(err)
				}
				forms[form] += string(c.Data)
			}
		}
		return forms
	}
	usual := print("")
	for key, args := range translations.OwnWords() {
		own := print(fmt.Sprintf("words.ru.%s = %q", key, "наше "+strings.Join(args, " ")))
		want, known := where[key]
		if !known {
			want = pages
		}
		for _, form := range all {
			if got := own[form] != usual[form]; got != slices.Contains(want, form) {
				t.Errorf("%s: %s has the house's own: %v", key, form, got)
			}
		}
	}
}
