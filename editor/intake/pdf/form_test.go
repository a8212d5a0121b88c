package pdf_test

import (
	"fmt"
	"strings"
	"testing"

	"communique/editor/intake/layout/layouttest"
	"communique/editor/intake/pdf"
)

// annotated is a file of one page with annotations, and further objects.
func annotated(catalog, more, contents, annotations string) []byte {
	return append(file(catalog, more, contents), "100 0 obj<</Type/Page/Contents 101 0 R/Annots["+annotations+"]>>endobj"...)
}

// TestFields reads what was typed into the fields of a form, or chosen in them, where it stands; what is no words is
// counted, and what nobody was to see, too.
func TestFields(t *testing.T) {
	const labels = "BT /F 10 Tf 50 700 Td (Name:) Tj 0 -20 Td (Post:) Tj ET"
	field := func(of string) string { return "<</Subtype/Widget/Rect[100 697 300 711]" + of + ">>" }
	for name, tt := range map[string]struct{ more, annotations, want string }{
		"a text":              {"", field("/FT/Tx/V(Ann)"), "Name: Ann|Post:"},
		"the lower of two":    {"", "<</Subtype/Widget/Rect[100 677 300 691]/FT/Tx/V(Ann)>>", "Name:|Post: Ann"},
		"below its label":     {"", "<</Subtype/Widget/Rect[50 685 300 699]/FT/Tx/V(Ann)>>", "Name:|Ann|Post:"},
		"above all":           {"", "<</Subtype/Widget/Rect[50 750 300 764]/FT/Tx/V(Ann)>>", "Ann|Name:|Post:"},
		"behind another":      {"", field("/FT/Tx/V(Ann)") + "<</Subtype/Widget/Rect[130 697 300 711]/FT/Tx/V(Lee)>>", "Name: Ann Lee|Post:"},
		"nothing":             {"", field("/FT/Tx") + field("/FT/Tx/V( )"), "Name:|Post:"},
		"of its parent":       {"50 0 obj<</FT/Tx/V(Ann)>>endobj", field("/Parent 50 0 R"), "Name: Ann|Post:"},
		"a parent in itself":  {"50 0 obj<</Parent 50 0 R>>endobj", field("/Parent 50 0 R"), "Name:|Post:"},
		"a large size":        {"", field("/FT/Tx/DA(/H 900 Tf)/V(Ann)"), "Name: Ann|Post:"},
		"lines":               {"", "<</Subtype/Widget/FT/Tx/Ff 4096/Rect[50 500 450 600]/V(Ann\\rand Lee\\r\\nand May)>>", "Name:|Post:|Ann|and Lee|and May"},
		"a long line":         {"", "<</Subtype/Widget/FT/Tx/Ff 4096/DA(/H 10 Tf)/Rect[50 500 300 600]/V(" + wide + "\\r" + wide + ")>>", "Name:|Post:|" + wide + "|" + wide},
		"chosen":              {"", field("/FT/Ch/V(a)/Opt[[(b)(Lee)][(a)(Ann)]]"), "Name: Ann|Post:"},
		"chosen as it is":     {"", field("/FT/Ch/V(Ann)/Opt[(Ann)(Lee)]"), "Name: Ann|Post:"},
		"several":             {"", field("/FT/Ch/V[(Ann)(Lee)]"), "Name: Ann, Lee|Post:"},
		"a password":          {"", field("/FT/Tx/Ff 8192/V(Ann)"), "Name:|Post: objects=1"},
		"a box ticked":        {"", field("/FT/Btn/V/Yes"), "Name:|Post: objects=1"},
		"a box not ticked":    {"", field("/FT/Btn/V/Off"), "Name:|Post:"},
		"hidden":              {"", field("/FT/Tx/F 2/V(Ann)"), "Name:|Post: hidden=1"},
		"not on a screen":     {"", field("/FT/Tx/F 32/V(Ann)"), "Name:|Post: hidden=1"},
		"typed onto the page": {"", "<</Subtype/FreeText/IT/FreeTextTypewriter/DA(/H 10 Tf)/Rect[100 697 300 711]/Contents(Ann)>>", "Name: Ann|Post:"},
		"typed and hidden":    {"", "<</Subtype/FreeText/F 2/IT/FreeTextTypewriter/Rect[100 697 300 711]/Contents(Ann)>>", "Name:|Post: comments=1"},
		"a remark":            {"", "<</Subtype/FreeText/Rect[100 697 300 711]/Contents(Ann)>>", "Name:|Post: comments=1"},
	} {
		if got := read(t, annotated("", tt.more, labels, tt.annotations)); got != tt.want {
			t.Errorf("%s: %s, want %s", name, got, tt.want)
		}
	}
}

// TestFieldBelow reads a field behind the line right above it, whichever line was shown first.
func TestFieldBelow(t *testing.T) {
	contents := at(50, 600, 10, "Post:") + at(50, 700, 10, "Name:")
	if got, want := read(t, annotated("", "", contents, "<</Subtype/Widget/FT/Tx/Rect[50 585 300 599]/V(Ann)>>")), "Post:|Ann|Name:"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// TestFieldOfStructure reads a field where the structure has it.
func TestFieldOfStructure(t *testing.T) {
	more := "50 0 obj<</Subtype/Widget/FT/Tx/Rect[100 697 300 711]/V(Ann)>>endobj 60 0 obj<</Pg 100 0 R/K[<</S/P/K 1>><</S/P/K[0<</S/Form/K<</Type/OBJR/Obj 50 0 R>>>>]>>]>>endobj\n"
	if got, want := read(t, annotated("/StructTreeRoot 60 0 R", more, marked("Name:", "Form"), "50 0 R")), "Form|Name: Ann"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// TestManyFields counts those that there is no time to find a place for.
func TestManyFields(t *testing.T) {
	var fields strings.Builder
	for range 20_000 {
		fmt.Fprint(&fields, "<</Subtype/Widget/FT/Tx/Rect[100 697 300 711]/V(Ann)>>")
	}
	before := layouttest.Used()
	d, err := pdf.Read(pdf.Params{Data: annotated("", "", at(50, 700, 10, "Name:"), fields.String()), Lines: plain})
	if err != nil || d.Count("objects") == 0 {
		t.Errorf("%v, %v", d.Lost, err)
	}
	if took := layouttest.Used() - before; took.Seconds() > 20 { // under the race detector, on a busy machine
		t.Error(took)
	}
}
