package ninjs

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"communique/editor/release"
	"communique/export/exporttest"
	"communique/export/text"
)

var update = flag.Bool("update", false, "rewrite golden files")

var office = release.Organisation{Name: "Совет содружества", Site: "совет.example", Address: "ул. Пробная, 1\nг. Пробный"}

// schema holds the limits that version 3.0 sets to the fields we write.
func schema(t testing.TB) *jsonschema.Schema {
	t.Helper()
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	s, err := compiler.Compile("testdata/ninjs-3.0.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func check(t testing.TB, s *jsonschema.Schema, r release.Release, org release.Organisation) []byte {
	t.Helper()
	data, err := Render(r, org, nil, time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	valid(t, s, data)
	return data
}

func valid(t testing.TB, s *jsonschema.Schema, data []byte) {
	t.Helper()
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Validate(value); err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
}

func TestGolden(t *testing.T) {
	r := exporttest.Release(1, 400)
	r.Subheadline, r.Tags, r.Notes = "Итоги", []string{"встреча"}, "тайна"
	var err error
	if r.Embargo, err = release.NewEmbargo(r.Date, 12, 0, "Asia/Bishkek"); err != nil {
		t.Fatal(err)
	}
	got := check(t, schema(t), r, office)
	if *update {
		if err := os.WriteFile("testdata/full.json", got, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/full.json")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if bytes.Contains(got, []byte("тайна")) {
		t.Error("the notes are in the file")
	}
}

func TestIdentifierAndStatus(t *testing.T) {
	issued := exporttest.Release(1, 100)
	draft := issued.Clone()
	draft.Status, draft.Number = release.Draft, " \u200b"
	translated := issued.Clone()
	translated.Language, translated.Number = "en", "5/1"
	strange := issued.Clone()
	strange.Language = "ru/Latn x"
	for _, c := range []struct {
		name     string
		release  release.Release
		org      release.Organisation
		uri, pub string
	}{
		{"a tag", issued, office, "tag:xn--b1agzli.example,2024-09-11:2/ru", "usable"},
		{"its translation", translated, office, "tag:xn--b1agzli.example,2024-09-11:5%2F1/en", "usable"},
		{"a language that is no word", strange, office, "tag:xn--b1agzli.example,2024-09-11:2/ru%2FLatn%20x", "usable"},
		{"no number", draft, office, "ni:///sha-256;", "withheld"},
		{"no site", issued, release.Organisation{}, "ni:///sha-256;", "usable"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got item
			if err := json.Unmarshal(check(t, schema(t), c.release, c.org), &got); err != nil {
				t.Fatal(err)
			}
			if !strings.HasPrefix(got.URI, c.uri) || got.PubStatus != c.pub {
				t.Errorf("got %q, %q", got.URI, got.PubStatus)
			}
		})
	}
}

func TestHostileText(t *testing.T) {
	s := schema(t)
	for _, content := range []string{"", `<script>`, "\x00\u202eа", "\xff\xfe", strings.Repeat("слово ", 7000), "😀 \u2028", `"},{"x":"`} {
		r := release.Release{
			Language: content, Headline: content, Lead: content, Number: content, Place: content, Tags: []string{content}, Kind: release.Kind(content),
			Blocks: []release.Block{{Kind: release.Paragraph, Text: content}}, Contacts: []release.Contact{{Name: content, Email: content, Phones: []release.PhoneNumber{{Number: content}}}},
			Date: release.Date{Year: 2024, Month: 9, Day: 11},
		}
		var got item
		if err := json.Unmarshal(check(t, s, r, release.Organisation{Name: content, Site: content}), &got); err != nil {
			t.Fatal(err)
		}
		r.Headline = "" // it stands among the headlines
		if want := strings.ToValidUTF8(text.Website(r), "\ufffd"); want != "" && got.Bodies[0].Value != want {
			t.Errorf("%.40q: got %.80q", content, got.Bodies[0].Value)
		}
	}
}

func BenchmarkRender(b *testing.B) {
	r := exporttest.Release(1, exporttest.OnePage)
	for b.Loop() {
		if _, err := Render(r, office, nil, time.Time{}); err != nil {
			b.Fatal(err)
		}
	}
}

// TestAnUnreadEmbargoIsWithheld: nobody knows when the text may be used.
func TestAnUnreadEmbargoIsWithheld(t *testing.T) {
	r := exporttest.Release(1, 400)
	r.Status, r.Unread = release.Issued, []release.Unread{{Field: release.EmbargoField, Text: "завтра"}}
	if got := check(t, schema(t), r, office); !bytes.Contains(got, []byte(`"pubStatus": "withheld"`)) {
		t.Errorf("got\n%s", got)
	}
}
