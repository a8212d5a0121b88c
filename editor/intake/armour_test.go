package intake

import (
	"strings"
	"testing"

	"communique/editor/release"
)

// readOnly reads a file that has one release.
func readOnly(t *testing.T, text string) release.Release {
	t.Helper()
	found, err := Read(Source{Data: []byte(text)})
	if err != nil || len(found.Releases) != 1 {
		t.Fatalf("%d releases in %q: %v", len(found.Releases), text, err)
	}
	return found.Releases[0]
}

// TestSignedByPGP keeps what a signature puts around a text out of it, and tells it.
func TestSignedByPGP(t *testing.T) {
	const text = "Совет принял план дорог\n\nСтороны обсудили план дорог на пять лет.\n\n- -- так сказано в плане"
	for _, fields := range []string{"", "Version: GnuPG v2\nComment: sample\n"} {
		r := readOnly(t, "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n"+text+"\n-----BEGIN PGP SIGNATURE-----\n"+fields+"\niQEzBAEB\n=abcd\n-----END PGP SIGNATURE-----\n")
		if r.Headline != "Совет принял план дорог" || r.Lead != "Стороны обсудили план дорог на пять лет." || len(r.Blocks) != 1 || r.Blocks[0].Text != "-- так сказано в плане" {
			t.Errorf("got %q, %q, %v", r.Headline, r.Lead, r.Blocks)
		}
		if signature := "-----BEGIN PGP SIGNATURE-----\n" + fields + "iQEzBAEB\n=abcd\n-----END PGP SIGNATURE-----"; !strings.Contains(r.Notes, "Hash: SHA256") || !strings.Contains(r.Notes, signature) {
			t.Errorf("notes %q", r.Notes)
		}
	}
}

// TestTitleAboveAText is the headline of a text that a website is made of, where it has none itself.
func TestTitleAboveAText(t *testing.T) {
	const text = "Бишкек, 11 сентября 2024 года. Стороны обсудили план дорог на пять лет.\n\nРаботы начнутся весной.\n"
	for matter, want := range map[string]string{
		"---\ntitle: План дорог принят\nlayout: post\n---\n\n":                     "План дорог принят",
		"---\nlayout: post\ntitle: 'План дорог принят'\n---\n\n":                   "План дорог принят",
		"+++\ntitle = \"План дорог принят\"\ndate = 2024-09-11\n+++\n\n":           "План дорог принят",
		"---\ntitle: Другое\nlayout: post\n---\n\n# План дорог принят\n\n":         "План дорог принят",
		"---\nlayout: post\n---\n\nПлан дорог принят советом\n\n":                  "План дорог принят советом",
		"+++\ntitle = \"План дорог принят\"\n+++\nПлан дорог принят и одобрен\n\n": "План дорог принят и одобрен",
	} {
		r := readOnly(t, matter+text)
		if r.Headline != want || r.Place != "Бишкек" || len(r.Blocks) != 1 {
			t.Errorf("%q: headline %q, place %q, blocks %v", matter, r.Headline, r.Place, r.Blocks)
		}
	}
}

// TestJSONFeed has items with names of its own, and is none itself.
func TestJSONFeed(t *testing.T) {
	found, err := Read(Source{Data: []byte(`{"version":"https://jsonfeed.org/version/1.1","title":"Лента","items":[{"id":"1","title":"План дорог","date_published":"2024-09-11T00:00:00Z","content_html":"<p>Стороны обсудили план.</p><p>Работы начнутся весной.</p>"},{"id":"2","title":"План мостов","content_text":"Стороны обсудили мосты."},{"id":"3","title":"План рек","summary":"Стороны обсудили реки."}]}`)})
	if err != nil || len(found.Releases) != 3 {
		t.Fatalf("%d releases, %v", len(found.Releases), err)
	}
	var leads []string
	for _, r := range found.Releases {
		leads = append(leads, r.Headline+": "+r.Lead)
	}
	if got := strings.Join(leads, "|"); got != "План дорог: Стороны обсудили план.|План мостов: Стороны обсудили мосты.|План рек: Стороны обсудили реки." {
		t.Errorf("got %s", got)
	}
	if r := found.Releases[0]; r.Date.String() != "2024-09-11" || !strings.Contains(r.Notes, "Лента") {
		t.Errorf("date %v, notes %q", r.Date, r.Notes)
	}
}
