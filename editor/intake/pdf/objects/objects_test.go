package objects

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestLexer(t *testing.T) {
	for given, want := range map[string]string{
		"1 -2 +3 .5 4. --5 1e5":                       "1 -2 3 0.5 4 -5 100000",
		"true false null":                             "true false <nil>",
		"/Name /A#20B /#zz /":                         "/Name /A B /#zz /",
		`(a(b)c) (\n\\\)\101\7x\` + "\n" + `y) (open`: "(a(b)c) (\n\\)A\x07xy) (open)",
		"<41 4 2> <4> <zz41>":                         "(AB) (@) (A)",
		"[1 [/A] (b)] []":                             "[1 [/A] (b)] []",
		"<</A 1/B<</C[2]>>>>":                         "{A:1 B:{C:[2]}}",
		"<</A 1 2 /B 3>> x":                           "{A:1 B:3} !x",
		"<</A 1 endobj 7":                             "{A:1} 7",
		"[1 2 endobj 7":                               "[1 2] 7",
		"% comment\n1%x\r2":                           "1 2",
		"BT T* ' \" ]":                                "!BT !T* !' !\" !]",
		"5 0 R":                                       "5 0 !R",
		"":                                            "",
		strings.Repeat("[", 100) + "1":                nested(deepest),
	} {
		var all []string
		l := NewLexer([]byte(given))
		for o, more := l.Next(); more; o, more = l.Next() {
			all = append(all, shown(o))
		}
		if got := strings.Join(all, " "); got != want {
			t.Errorf("%q: %q, want %q", given, got, want)
		}
	}
}

func nested(n int) string { return strings.Repeat("[", n+1) + strings.Repeat("]", n+1) }

// shown writes an object, with its kind.
func shown(o any) string {
	switch o := o.(type) {
	case Name:
		return "/" + string(o)
	case String:
		return "(" + string(o) + ")"
	case Keyword:
		return "!" + string(o)
	case Array:
		all := make([]string, len(o))
		for i := range o {
			all[i] = shown(o[i])
		}
		return "[" + strings.Join(all, " ") + "]"
	case Dict:
		var all []string
		for _, name := range []Name{"A", "B", "C"} {
			if v, has := o[name]; has {
				all = append(all, string(name)+":"+shown(v))
			}
		}
		return "{" + strings.Join(all, " ") + "}"
	}
	return fmt.Sprint(o)
}

// catalog is the least that a file has.
const catalog = "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Kids[]>>endobj\n"

func TestOpen(t *testing.T) {
	object := func(file string) string {
		t.Helper()
		f, err := Open([]byte(file))
		if err != nil {
			return err.Error()
		}
		if f.Dict(f.Trailer["Root"])["Pages"] == nil {
			return "no pages"
		}
		text, _ := f.Text(Ref{Number: 9})
		return text
	}
	for name, tt := range map[string]struct{ file, want string }{
		"a table":                  {catalog + "9 0 obj(one)endobj xref trailer<</Root 1 0 R>>startxref 0", "one"},
		"no table":                 {catalog + "9 0 obj(one)endobj", "one"},
		"saved again":              {catalog + "9 0 obj(one)endobj trailer<</Root 1 0 R>> 9 0 obj(two)endobj trailer<</Root 1 0 R>>", "two"},
		"a generation":             {catalog + "9 5 obj (one) endobj", "one"},
		"no end":                   {catalog + "9 0 obj(one)", "one"},
		"not an object":            {catalog + "9 0 obj(one)endobj x9 0 objective 9 0obj(two)", "two"},
		"UTF-16":                   {catalog + "9 0 obj<feff04100431>endobj", "Аб"},
		"UTF-8":                    {catalog + "9 0 obj<efbbbfd090>endobj", "А"},
		"one byte":                 {catalog + "9 0 obj<e997>endobj", "é—"},
		"within a stream":          {catalog + "9 0 obj(one)endobj 8 0 obj<</Length 16>>stream\n9 0 obj(two)    \nendstream endobj", "one"},
		"a length that is not one": {catalog + "8 0 obj<</Length 3>>stream\nabcdef\nendstream endobj 9 0 obj(one)endobj", "one"},
		"packed":                   {catalog + "8 0 obj<</Type/ObjStm/N 2/First 8/Length 18>>stream\n7 0 9 2 1 (one)\nendstream endobj", "one"},
		"packed behind":            {catalog + "9 0 obj(old)endobj 8 0 obj<</Type/ObjStm/N 1/First 4>>stream\n9 0 (one)\nendstream endobj", "one"},
		"packed before":            {catalog + "8 0 obj<</Type/ObjStm/N 1/First 4>>stream\n9 0 (old)\nendstream endobj 9 0 obj(one)endobj", "one"},
		"a stream for a table":     {"%PDF-1.5 1 0 obj<</Pages 2 0 R>>endobj 2 0 obj<<>>endobj 9 0 obj(one)endobj 3 0 obj<</Type/XRef/Root 1 0 R>>stream\nx\nendstream", "one"},
		"cut off":                  {catalog + "9 0 obj(one)endobj 8 0 obj<", "one"},
		"cut off in a string":      {catalog + "9 0 obj(one)endobj 8 0 obj(\\", "one"},
		"no catalog":               {"%PDF-1.7 9 0 obj(one)endobj", ErrDamaged.Error()},
		"nothing":                  {"%PDF-", ErrDamaged.Error()},
		"another lock":             {catalog + "5 0 obj<</Filter/Other/V 4>>endobj trailer<</Root 1 0 R/Encrypt 5 0 R>>", ErrPassword.Error()},
	} {
		if got := object(tt.file); got != tt.want {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
}

func TestReferencesInACircle(t *testing.T) {
	f, err := Open([]byte(catalog + "8 0 obj 9 0 R endobj 9 0 obj 8 0 R endobj"))
	if err != nil || f.Resolve(Ref{Number: 8}) != nil {
		t.Error(err)
	}
}

func deflated(text string) []byte {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	_, _ = w.Write([]byte(text)) // to memory
	_ = w.Close()
	return b.Bytes()
}

func TestData(t *testing.T) {
	flate := string(deflated("Hello"))
	for name, tt := range map[string]struct {
		dict      string
		raw, want string
	}{
		"none":             {"", "Hello", "Hello"},
		"Flate":            {"/Filter/FlateDecode", flate, "Hello"},
		"cut off":          {"/Filter/FlateDecode", flate[:len(flate)-6], "Hello"},
		"no Flate":         {"/Filter/FlateDecode", "Hello", ""},
		"hex":              {"/Filter/ASCIIHexDecode", "48 65 6C 6c6F>", "Hello"},
		"base 85":          {"/Filter/ASCII85Decode", "87cURDZ~>", "Hello"},
		"two":              {"/Filter[/AHx/Fl]", fmt.Sprintf("%x>", flate), "Hello"},
		"runs":             {"/Filter/RunLengthDecode", "\x01He\xffl\x00o\x80x", "Hello"},
		"LZW":              {"/Filter/LZWDecode", "\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01", "-----A---B"},
		"rows, up":         {"/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 2>>", string(deflated("\x02ab\x02\x01\x01")), "abbc"},
		"rows, left":       {"/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns 3>>", string(deflated("\x01a\x01\x01\x00xyz")), "abcxyz"},
		"rows, both":       {"/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns 2>>", string(deflated("\x00ab\x03\x00\x00\x04\x01\x00")), "ab0I1I"},
		"TIFF":             {"/Filter/FlateDecode/DecodeParms<</Predictor 2/Columns 3>>", string(deflated("a\x01\x01x\x01\x00")), "abcxyy"},
		"a picture's own":  {"/Filter/DCTDecode", "Hello", ""},
		"a row cut off":    {"/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 4>>", string(deflated("\x02ab")), "ab"},
		"an endless width": {"/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 99999999999>>", string(deflated("\x02a\x02\x01")), "ab"},
	} {
		f := &File{}
		dict, _ := NewLexer([]byte("<<" + tt.dict + ">>")).Next()
		got, err := f.Data(&Stream{Dict: dict.(Dict), raw: []byte(tt.raw)})
		if err != nil || string(got) != tt.want {
			t.Errorf("%s: %q, want %q, %v", name, got, tt.want, err)
		}
	}
}

func TestWhatUnpacksToTooMuch(t *testing.T) {
	zeros := deflated(strings.Repeat("\x00", 1<<20))
	file := []byte(catalog)
	for n := range 70 {
		file = append(file, fmt.Sprintf("%d 0 obj<</Type/ObjStm/Filter/FlateDecode/Length %d>>stream\n%s\nendstream endobj\n", n+10, len(zeros), zeros)...)
	}
	if _, err := Open(file); !errors.Is(err, ErrTooLarge) {
		t.Error(err)
	}
	f := &File{}
	if _, err := f.Data(&Stream{Dict: Dict{"Filter": Name("RunLengthDecode")}, raw: bytes.Repeat([]byte{129, 0}, maxUnpacked/128+1)}); !errors.Is(err, ErrTooLarge) {
		t.Error(err)
	}
}

// TestLocked reads files that everybody may read, in each way of locking them against changes; and
// none that has a password.
func TestLocked(t *testing.T) {
	files, err := filepath.Glob("testdata/locked-*.pdf")
	if err != nil || len(files) != 7 {
		t.Fatal(files, err)
	}
	for _, path := range files {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		f, err := Open(data)
		if strings.Contains(path, "password") {
			if !errors.Is(err, ErrPassword) {
				t.Errorf("%s: %v", path, err)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		title, _ := f.Text(f.Dict(f.Trailer["Info"])["Title"])
		contents := ""
		for _, o := range f.objects {
			if s, is := o.(*Stream); is {
				data, _ := f.Data(s)
				contents += string(data)
			}
		}
		if title != "Locked" || !strings.Contains(contents, "(Hello) Tj") {
			t.Errorf("%s: %q, %q", path, title, contents)
		}
	}
}

func FuzzOpen(f *testing.F) {
	f.Add([]byte(catalog + "9 0 obj<</Length 3/Filter/FlateDecode>>stream\nabc\nendstream endobj trailer<</Root 1 0 R>>"))
	f.Fuzz(func(_ *testing.T, data []byte) {
		file, err := Open(data)
		if err != nil {
			return
		}
		for _, o := range file.objects {
			if s, is := o.(*Stream); is {
				_, _ = file.Data(s) // whatever it says, it ends
			}
		}
	})
}
