package intake

import (
	"testing"
)

// TestPreformatted: a page that is nothing but a text with its own lines, as programs write one, is read by its lines.
func TestPreformatted(t *testing.T) {
	const text = "Совет принял план дорог\n\nБишкек, 11 сентября 2024 года. Совет содружества принял план дорог.\n\nСтороны рады.\n____________\nАнна Пробная\n+7-495-000-00-01\n"
	plain, err := Read(Source{Data: []byte(text)})
	if err != nil {
		t.Fatal(err)
	}
	for _, page := range []string{"<html><body><pre>" + text + "</pre></body></html>", "<!DOCTYPE html><html><head><title></title></head><body><pre>" + text + "</pre></body></html>"} {
		found, err := Read(Source{Data: []byte(page)})
		if err != nil || len(found.Releases) != 1 {
			t.Fatalf("%d releases, %v", len(found.Releases), err)
		}
		r, want := found.Releases[0], plain.Releases[0]
		if r.Headline != want.Headline || r.Lead != want.Lead || len(r.Blocks) != len(want.Blocks) || described(r.Contacts) != described(want.Contacts) {
			t.Errorf("%q, %q, %d blocks, %s", r.Headline, r.Lead, len(r.Blocks), described(r.Contacts))
		}
	}
	found, err := Read(Source{Data: []byte("<html><body><pre>один <b>два</b>\nтри</pre></body></html>")})
	if err != nil || len(found.Releases) != 1 || len(found.Releases[0].LeadMarks)+len(found.Releases[0].Blocks) == 0 {
		t.Errorf("a text with marks: %+v, %v", found.Releases, err)
	}
}
