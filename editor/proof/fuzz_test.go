package proof

import (
	"strings"
	"testing"
	"unicode/utf8"

	"communique/editor/document"
	"communique/editor/release"
)

// FuzzRepairs: no text makes a check panic or find something beside the text; each repair
// applies cleanly and ends its finding, and all of them together come to an end.
func FuzzRepairs(f *testing.F) {
	f.Add("Встреча  в в Пробном , 31 июня.", "ru")
	f.Add("\"Раз\" “два” «« »» ((( 5км 10-15 людей N 5&nbsp;<b>", "ru")
	f.Add("a official, an meeting  ..,, \u00ad\u200b", "en")
	f.Add("Сергея Лавров с Министр вопреки закона 5 государства В течении года", "ru")
	f.Fuzz(func(t *testing.T, text, language string) {
		if !utf8.ValidString(text) || len(text) > 2000 {
			t.Skip()
		}
		r := body(strings.ReplaceAll(text, "\r", ""))
		r.Language = language
		r.Blocks = release.Numbered(r.Blocks)
		found := Check(r, Params{})
		for _, one := range found {
			d := document.New(r)
			if one.Field == release.BlocksField {
				if piece, _ := d.Piece(one.TextID, one.Start, one.End); piece != one.Text {
					t.Fatalf("%+v: there stands %q", one, piece)
				}
			}
			ops, ok := one.Repair(d)
			if !ok {
				continue
			}
			if err := d.Apply(ops); err != nil {
				t.Fatal(err)
			}
			after := r.Clone()
			d.Write(&after)
			for _, left := range Check(after, Params{}) {
				if left.Code == one.Code && left.TextID == one.TextID && left.Start == one.Start && left.Text == one.Text && left.Put == one.Put {
					t.Fatalf("%+v is still found in %q", one, after.Blocks[0].Text)
				}
			}
		}
	})
}
