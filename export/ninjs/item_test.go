package ninjs

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"time"

	"communique/editor/release"
	"communique/export/fingerprint"
	"communique/export/picture"
)

func itemOf(t *testing.T, r release.Release, org release.Organisation) item {
	t.Helper()
	var got item
	if err := json.Unmarshal(check(t, schema(t), r, org), &got); err != nil {
		t.Fatal(err)
	}
	return got
}

var standard30 = standard{"ninjs", "3.0", "http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json#"}

// TestItem compares all that is told of a release, and of one that says nothing.
func TestItem(t *testing.T) {
	r := release.Release{
		Language: "ru\u200b", Kind: release.Statement, Status: release.Issued, Number: " 5/1\n", Headline: "а\nб", Subheadline: "в\u00ad", Place: "Бишкек ",
		Date: release.Date{Year: 2024, Month: 9, Day: 11}, Lead: "г\nд", Tags: []string{"е\n", "\u200b", "ж"}, Notes: "тайна",
		Blocks: []release.Block{{Kind: release.Paragraph, Text: "з & <и>"}},
		Contacts: []release.Contact{
			{},
			{
				Post: "Пресс-секретарь\n", Organisation: "Совета", Name: "Пётр", Email: " a@b.example", Site: "b.example",
				Phones: []release.PhoneNumber{
					{Number: "1", Kind: release.Phone}, {Number: "2", Kind: release.Mobile}, {Number: "3", Kind: release.Fax}, {Number: "4", Kind: release.PhoneFax}, {Number: " "},
				},
			},
			{Email: "c@d.example"},
		},
	}
	var err error
	if r.Embargo, err = release.NewEmbargo(r.Date, 12, 30, "Asia/Bishkek"); err != nil {
		t.Fatal(err)
	}
	org := release.Organisation{Name: "Совет\nсодружества", Site: "совет.example", Address: "ул. 1\n\n г. 2 "}
	hash := fingerprint.Hash(r)
	const plain, rich = "г\nд\n\nз & <и>", "<p>г<br>\nд</p>\n<p>з &amp; &lt;и&gt;</p>\n"
	want := item{
		URI: "tag:xn--b1agzli.example,2024-09-11:5%2F1/ru", Standard: standard30, Type: "text", Version: hash[:8],
		FirstCreated: "2024-09-11T00:00:00Z", VersionCreated: "2024-09-11T00:00:00Z", EmbargoedUntil: "2024-09-11T12:30:00+06:00", PubStatus: "usable",
		CopyrightHolder: "Совет содружества", Language: "ru", Title: "а б",
		Headlines: []valued{{"main", "а б"}, {"sub", "в"}}, Descriptions: []valued{{"summary", "г д"}},
		Bodies:   []body{{"main", "text/plain", 12, 5, plain}, {"richtext", "text/html", 12, 5, rich}},
		Subjects: []named{{"е"}, {"ж"}}, Located: "Бишкек",
		InfoSources: []source{
			{"Совет содружества", "publisher", []contact{{Type: "web", Value: "совет.example"}, {Type: "address", Address: &address{[]string{"ул. 1", "г. 2"}}}}},
			{"Пресс-секретарь Совета Пётр", "contact", []contact{
				{Type: "phone", Value: "1"},
				{Type: "mobile", Value: "2"},
				{Type: "fax", Value: "3"},
				{Type: "phone", Value: "4"},
				{Type: "fax", Value: "4"},
				{Type: "email", Value: "a@b.example"},
				{Type: "web", Value: "b.example"},
			}},
			{"", "contact", []contact{{Type: "email", Value: "c@d.example"}}},
		},
		AltIDs: []valued{{"number", "5/1"}, {"sha256", hash}}, Genres: []named{{"statement"}},
	}
	if got := itemOf(t, r, org); !reflect.DeepEqual(got, want) {
		t.Errorf("got\n%+v\nwant\n%+v", got, want)
	}
	hash = fingerprint.Hash(release.Release{})
	want = item{Standard: standard30, Type: "text", Version: hash[:8], PubStatus: "withheld", AltIDs: []valued{{"sha256", hash}}}
	got := itemOf(t, release.Release{}, release.Organisation{})
	if !strings.HasPrefix(got.URI, "ni:///sha-256;") || len(got.URI) != len("ni:///sha-256;")+43 {
		t.Errorf("URI %q", got.URI)
	}
	if got.URI = ""; !reflect.DeepEqual(got, want) {
		t.Errorf("got\n%+v\nwant\n%+v", got, want)
	}
}

// A name for good needs a site, a day and a number: without one of them the content
// names itself.
func TestIdentifier(t *testing.T) {
	whole := release.Release{Language: "ru", Number: "5", Date: release.Date{Year: 2024, Month: 9, Day: 11}}
	undated, unnumbered := whole, whole
	undated.Date, unnumbered.Number = release.Date{}, ""
	for name, c := range map[string]struct {
		release release.Release
		org     release.Organisation
		tag     bool
	}{
		"whole": {whole, office, true}, "no day": {undated, office, false}, "no number": {unnumbered, office, false},
		"no site": {whole, release.Organisation{Name: "а"}, false}, "a site that is none": {whole, release.Organisation{Site: "javascript:x"}, false},
	} {
		got := itemOf(t, c.release, c.org).URI
		if strings.HasPrefix(got, "tag:") != c.tag || strings.HasPrefix(got, "ni:///sha-256;") == c.tag {
			t.Errorf("%s: got %q", name, got)
		}
	}
	changed := unnumbered
	changed.Lead = "Иначе."
	if itemOf(t, unnumbered, office).URI == itemOf(t, changed, office).URI {
		t.Error("two texts have one name")
	}
}

// TestPhotos: each picture is a news object of its own, by the schema, whether its
// file is there or not.
func TestPhotos(t *testing.T) {
	hash := strings.Repeat("00", 31) + "ff"
	r := release.Release{Language: "ru", Status: release.Issued, Blocks: []release.Block{
		{Kind: release.Picture, Picture: hash, Text: "Зал\nзаседаний", Author: "Иван Пробный\n", Alternative: "Люди"},
		{Kind: release.Paragraph, Text: "а"},
		{Kind: release.Picture, Picture: hash},
	}}
	pictures := picture.Set{hash: {Data: []byte("\xff\xd8"), Type: "image/jpeg", Width: 3, Height: 2}}
	const uri = "ni:///sha-256;AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAP8"
	file := []rendition{{"main", "data:image/jpeg;base64,/9g=", "image/jpeg", 3, 2, 2}}
	want := []photo{
		{"picture-1", uri, "picture", "usable", "ru", "Иван Пробный", []valued{{"caption", "Зал заседаний"}, {"alternative", "Люди"}}, file},
		{"picture-2", uri, "picture", "usable", "ru", "", nil, file},
	}
	data, err := Render(r, office, pictures, time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	valid(t, schema(t), data)
	var got item
	if err := json.Unmarshal(data, &got); err != nil || !reflect.DeepEqual(got.Associations, want) {
		t.Errorf("got\n%+v\nwant\n%+v, %v", got.Associations, want, err)
	}
	want[0].Renditions, want[1].Renditions = nil, nil
	if got := itemOf(t, r, office).Associations; !reflect.DeepEqual(got, want) {
		t.Errorf("without files: got\n%+v", got)
	}
}

// People read the file: letters stand as they are.
func TestReadable(t *testing.T) {
	data, err := Render(release.Release{Headline: "а & <б>"}, release.Organisation{}, nil, time.Time{})
	if err != nil || !strings.Contains(string(data), "\n  \"title\": \"а & <б>\",\n") || !strings.HasSuffix(string(data), "}\n") {
		t.Errorf("got %s, %v", data, err)
	}
}

// What is left empty takes nothing else with it.
func TestWhatIsEmptyIsLeftOut(t *testing.T) {
	got := itemOf(t, release.Release{Headline: "а", Lead: "б", Number: "5", Subheadline: " "}, release.Organisation{})
	if !reflect.DeepEqual(got.Headlines, []valued{{"main", "а"}}) || !reflect.DeepEqual(got.Descriptions, []valued{{"summary", "б"}}) || got.AltIDs[0] != (valued{"number", "5"}) {
		t.Errorf("got %+v", got)
	}
	if got := itemOf(t, release.Release{Subheadline: "в"}, release.Organisation{}); !reflect.DeepEqual(got.Headlines, []valued{{"sub", "в"}}) {
		t.Errorf("a subheadline alone: %+v", got.Headlines)
	}
}

// TestAboutTheOffice: its words are the last paragraph of both bodies, with their marks,
// and the release that was given keeps its blocks.
func TestAboutTheOffice(t *testing.T) {
	r := release.Release{
		Language: "ru", Headline: "а", Lead: "б", Blocks: make([]release.Block, 0, 4), Boilerplate: "О Совете",
		BoilerplateMarks: []release.Mark{{Start: 2, End: 8, Style: release.Bold}},
	}
	r.Blocks = append(r.Blocks, release.Block{Kind: release.List, Text: "в"})
	got := itemOf(t, r, release.Organisation{}).Bodies
	if len(got) != 2 || !strings.HasSuffix(got[0].Value, "в\n\nО Совете") || !strings.HasSuffix(got[1].Value, "<p class=\"boilerplate\">О <strong>Совете</strong></p>\n") {
		t.Errorf("got %+v", got)
	}
	if spare := r.Blocks[:2][1]; !reflect.DeepEqual(spare, release.Block{}) {
		t.Errorf("the caller's blocks were written over: %+v", spare)
	}
}

// TestAVersionIsMadeWhenItWasSaved: one moment is said in one way, wherever it was saved.
func TestAVersionIsMadeWhenItWasSaved(t *testing.T) {
	saved := time.Date(2024, 9, 12, 1, 30, 5, 7, time.FixedZone("", 6*60*60))
	data, err := Render(release.Release{Date: release.Date{Year: 2024, Month: 9, Day: 11}}, release.Organisation{}, nil, saved)
	if err != nil {
		t.Fatal(err)
	}
	var got item
	if err := json.Unmarshal(data, &got); err != nil {
		t.Fatal(err)
	}
	if got.FirstCreated != "2024-09-11T00:00:00Z" || got.VersionCreated != "2024-09-11T19:30:05Z" {
		t.Errorf("%s, %s", got.FirstCreated, got.VersionCreated)
	}
}
