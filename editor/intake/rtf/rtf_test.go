package rtf

import (
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"communique/editor/intake/layout"
	"communique/editor/intake/layout/layouttest"
)

const head = `{\rtf1\ansi\ansicpg1251\deff0{\fonttbl{\f0\fcharset204 Times;}{\f1\fcharset0 Arial;}{\f2\fcharset2 Symbol;}{\f3\fcharset238 Times CE;}{\f4\fcharset161 Greek;}{\f5\cpg866 DOS;}{\f6\fnil\fcharset2 Wingdings;}{\f7\fcharset0 Arial CE;}{\f8 Arial Cyr;}{\f9\fcharset161 Old CYR;}{\f10\fcharset128 Gothic;}}` +
	`{\colortbl;\red0\green0\blue0;}{\stylesheet{\s0 Normal;}{\s1\b Title;}{\s2\b heading 2;}{\s3 \'d6\'e8\'f2\'e0\'f2\'e0;}{\*\cs10\b Strong;}{\s4 Subtitle;}}` +
	`{\info{\title T}{\author A}}{\*\generator G;}`

func TestRead(t *testing.T) {
	shows := hex.EncodeToString([]byte(layouttest.PNG))
	for name, c := range map[string]struct{ body, want string }{
		"paragraphs":                   {`\pard one\par two\par}`, "one|two"},
		"without a mark at the end":    {`\pard one\par two}`, "one|two"},
		"lines end anywhere":           {"\\pard o\r\nne\\par\n\ntwo\n}", "one|two"},
		"Russian":                      {`\pard \'cf\'f0\'e8\'e2\'e5\'f2}`, "Привет"},
		"Russian as it is":             {"\\pard \xcf\xf0\xe8\xe2\xe5\xf2}", "Привет"},
		"Unicode":                      {`\pard \u1055\'cf\u1088?\u1080?\uc0\u1074\u1077\u1090}`, "Привет"},
		"Unicode below zero":           {`\pard \u-10179?\u-8704?}`, "\U0001f600"},
		"a letter of two bytes":        {`\pard\uc2 \u1055\'cf\'cf x}`, "П x"},
		"another page":                 {`\pard {\f3 \'b3} {\f4 \'e1} {\f5 \'8f\'e0}}`, "ł α Пр"},
		"a font that says nothing":     {`\pard\f1 caf\'e9, \'cf\'f0\'e8\'e2\'e5\'f2}`, "café, Привет"},
		"signs":                        {`\pard a\~b\_c\-d\emdash\endash\bullet\lquote\rquote\ldblquote\rdblquote\{\}\\}`, "a\u00a0b-cd—–•‘’“”{}\\"},
		"what a font is called":        {`\pard{\f7 \'f8}{\f8 \'cf\'f0}{\f9 \'cf}}`, "řПрΟ"},
		"letters that are none":        {`\pard{\f10 \'82\'a0 \'ff\'ff}{\v\f10 \'ff}}`, "あ \uFFFD\uFFFD hidden=1 unread=2"},
		"bold and italic":              {`\pard a {\b b} \i c\i0  d \b e\plain  f}`, "a *b* /c/ d *e* f"},
		"a line's end":                 {`\pard one\line two\par}`, "one⏎two"},
		"a line's end by a backslash":  {"\\pard one\\\ntwo}", "one|two"},
		"a title":                      {`\pard\s1\b one\par\pard\plain two\par}`, "# !one|two"},
		"styles":                       {`\pard\s2\b one\par\pard\plain\s3 two\par\pard\plain\s4 three\par}`, "## !one|> two|subtitle: three"},
		"a level":                      {`\pard\outlinelevel1 one\par\pard two\par}`, "## one|two"},
		"bullets":                      {`\pard{\listtext\f2\'b7\tab}one\par{\listtext\u-3913 ?\tab}two\par}`, "- one|- two"},
		"the second bullet of Word":    {`\pard{\listtext o\tab}one\par{\listtext a.\tab}two\par}`, "- one|a. two"},
		"numbers":                      {`\pard{\listtext 1.\tab}one\par{\pntext 2)\tab}two\par{\listtext 2.1.\tab}three\par}`, "1. one|2. two|2.1. three"},
		"a numbered heading":           {`\pard\s2{\listtext 1.\tab}one\par}`, "## !1. one"},
		"hidden":                       {`\pard one {\v two} three\par}`, "one three hidden=1"},
		"a hidden mark":                {`\pard one{\v\par}two\par}`, "one two"},
		"taken out":                    {`\pard one {\deleted two\b  three} four{\deleted\par}five\par}`, "one four five deletions=2"},
		"struck":                       {`\pard one {\strike two} three\par}`, "one two three struck=1"},
		"raised":                       {`\pard 10{\super 6} H{\sub 2}O 10{\up6 3}\nosupersub}`, "10⁶ H₂O 10³"},
		"hardly raised":                {`\pard 10{\up2 6}{\dn3 7}\par}`, "1067"},
		"words with the last letter":   {`\pard one\zwj two\zwnj three\par}`, "onetwothree"},
		"a note":                       {`\pard one{\super\chftn{\footnote\pard\plain {\super\chftn} note {\b two}\par more}} end\par}`, "one[1] end|{note}[1] note *two*|{note}more"},
		"a heading in a note":          {`\pard one{\footnote\pard\plain\outlinelevel1 note\par}\par}`, "one[1]|{note}## [1] note"},
		"notes":                        {`\pard one{\footnote a}, two{\*\footnote\ftnalt b}\par}`, "one[1], two[2]|{note}[1] a|{note}[2] b"},
		"a hidden note":                {`\pard one{\v{\footnote a}}\par}`, "one"},
		"head and foot":                {`{\header\pard\plain top\par}{\headerf top\par}{\footer\pard page {\field{\*\fldinst PAGE}{\fldrslt 3}}\par}\pard one\par}`, "one|{head}top|{foot}page"},
		"a box":                        {`\pard one{\shp{\*\shpinst\shpleft0{\sp{\sn a}{\sv b}}{\shptxt\pard two\par}}{\shprslt{\pard two\par}}} three\par}`, "one three|{box}two"},
		"an old box":                   {`\pard one{\*\do\dobxcolumn{\dptxbxtext\pard two\par}\dpx0} three\par}`, "one three|{box}two"},
		"a table":                      {`\trowd\cellx1\cellx2\pard\intbl A\cell B\cell\row\trowd\cellx1\cellx2\pard\intbl {\b c}\cell d\par e\cell\row\pard end\par}`, "table: A→B¶*c*→d e|end"},
		"a covered cell":               {`\trowd\cellx1\cellx2\pard\intbl A\cell B\cell\row\trowd\clvmrg\cellx1\cellx2\pard\intbl x\cell d\cell\row\trowd\cellx1\cellx2\pard\intbl f\cell g\cell\row}`, "table: A→B¶→d¶f→g"},
		"a table at the end, cut off":  {`\trowd\cellx1\cellx2\pard\intbl A\cell B\cell\row\trowd\pard\intbl c\cell d`, "table: A→B¶c→d"},
		"a field that keeps words":     {`\pard a {\field{\*\fldinst SET x "b"}{\fldrslt b}}c\par}`, "a c hidden=1"},
		"a link":                       {`\pard a {\field{\*\fldinst HYPERLINK "https://a.example"}{\fldrslt{\ul here}}} b\par}`, "a [here](https://a.example) b"},
		"a field within a link":        {`\pard {\field{\*\fldinst HYPERLINK "https://a.example"}{\fldrslt a {\field{\*\fldinst DATE}{\fldrslt here}}}}\par}`, "[a here](https://a.example)"},
		"a link that leads nowhere":    {`\pard {\field{\*\fldinst{HYPERLINK "file:///c"}}{\fldrslt here}}\par}`, "here links=1"},
		"a place in the text":          {`\pard {\field{\*\fldinst{HYPERLINK \\l "x"}}{\fldrslt here}}\par}`, "here"},
		"the paper's own name":         {`{\header\pard Office{\field{\*\fldinst FILENAME}{\fldrslt a.rtf}}{\field{\*\fldinst SECTIONPAGES}{\fldrslt 7}}\par}\pard one\par`, "one|{head}Office"},
		"another field":                {`\pard {\field{\*\fldinst DATE}{\fldrslt 11.09.2024}}\par}`, "11.09.2024"},
		"a style of letters":           {`\pard one {\field{\*\fldinst DATE}{\fldrslt \*\cs12\ul{two}}} {\*\cs4 three} {\*\unknown no}\par}`, "one two three"},
		"a field of its code":          {`\pard one{\field{\*\fldinst EQ \\o(a)}{\fldrslt }} {\field{\*\fldinst{MACROBUTTON  M [Имя]}}}{\field{\*\fldinst TC "a"}}{\v{\field{\*\fldinst EQ a}}}{\field{\*\fldinst EQ a}{\fldrslt x}}\par}`, "one x objects=1 questions=1"},
		"a comment":                    {`\pard one{\*\atnid X}{\*\atnauthor Y}\chatn{\*\annotation\pard no\par} two\par}`, "one two comments=1"},
		"a picture":                    {`\pard one{\*\shppict{\pict{\*\picprop}\pngblip\picw1` + "\n" + shows + `}}{\nonshppict{\pict\wmetafile8 0102}}\par}`, "one|" + write(t, shows)},
		"a picture in bytes":           {`\pard{\pict\pngblip\bin` + itoa(len(layouttest.PNG)) + " " + layouttest.PNG + `} one\par}`, "one|" + write(t, shows)},
		"a metafile":                   {`\pard one{\pict\wmetafile8 ` + strings.Repeat("01", 100) + `}\par}`, "one pictures=1"},
		"an object":                    {`\pard one {\object\objemb{\*\objdata 0102}{\result two}}\par}`, "one two objects=1"},
		"a formula":                    {`\pard one {\mmath{\*\moMath x}}\par}`, "one objects=1"},
		"two forms of a word":          {`\pard {\upr{no}{\*\ud{yes}}}\par}`, "yes"},
		"a group of nobody's":          {`\pard one{\*\unknown two {three}} four\par}`, "one four"},
		"a border is a rule":           {`\pard\brdrb\brdrs one\par\pard two\par}`, "one|----|two"},
		"a border alone":               {`\pard one\par\pard\brdrt\brdrs\par\pard two\par}`, "one|----|two"},
		"a border that is none":        {`\pard\brdrb\brdrnone one\par\pard two\par}`, "one|two"},
		"a box around":                 {`\pard\brdrt\brdrs\brdrb\brdrs one\par\pard two\par}`, "one|two"},
		"a sign of a font of signs":    {`\pard one {\f6\'e0\'b7} two\par}`, "one • two objects=1"},
		"letters of Symbol":            {`\pard one {\f2 a\'b3W \'e5\'b7} two\par}`, "one α≥Ω ∑• two"},
		"letters of Symbol by number":  {`\pard one {\f2\u-3999?\u-3917?} two\par}`, "one α≥ two"},
		"a sign of Symbol is none":     {`\pard one {\f2\'be} two\par}`, "one two objects=1"},
		"the font behind Symbol":       {`\pard {\f2 a} a\par}`, "α a"},
		"pages":                        {`\pard one\page two\sec` + `t three\par}`, "one|two|three"},
		"cut off in a word":            {`\pard one\pa`, "one"},
		"cut off in a letter":          {`\pard one\'c`, "one"},
		"cut off behind a backslash":   {`\pard one\`, "one"},
		"no figures":                   {`\pard one\'zz two}`, "onezz two"},
		"brackets that do not match":   {`\pard one}} two}`, "one"},
		"what follows is no text":      {`\pard one}two`, "one"},
		"a wrong number of bytes":      {`\pard one\bin99999999999 two`, "one"},
		"a number below zero":          {`\pard\bin-5 one}`, "one"},
		"a picture that is cut off":    {`\pard one{\pict\pngblip 8950`, "one pictures=1"},
		"a letter's other half is off": {`\pard \u-10179?x\u-8704?y}`, "xy"},
		"a skip of no end":             {`\pard\uc99999 \u1055 abcdefgh ij}`, "П ij"},
	} {
		t.Run(name, func(t *testing.T) {
			d, err := Read([]byte(head + c.body))
			if got := layouttest.Write(d); err != nil || got != c.want {
				t.Errorf("got %s, %v; want %s", got, err, c.want)
			}
		})
	}
}

// TestPages: a page by its number; a font that says nothing is Russian only where most of the letters stand beside each other.
func TestPages(t *testing.T) {
	for text, want := range map[string]string{
		`{\rtf1\ansi\ansicpg28595\deff0{\fonttbl{\f0 A;}}\pard \'bf\'e0\'d8}`: "При",
		`{\rtf1\ansi\ansicpg20866\deff0{\fonttbl{\f0 A;}}\pard \'f0\'d2\'c9}`: "При",
		`{\rtf1\ansi\ansicpg10007\deff0{\fonttbl{\f0 A;}}\pard \'8f\'f0\'e8}`: "При",
	} {
		d, err := Read([]byte(text))
		if got := layouttest.Write(d); err != nil || got != want {
			t.Errorf("%s: %s, %v", text, got, err)
		}
	}
	if beside([]byte("\xe9a\xe9b\xe9c\xe9d\xe9\xe9")) || !beside([]byte("\xcf\xf0\xe8a")) {
		t.Error("accents that stand beside each other once are no Russian")
	}
}

// TestStyleOfAStyle: a name that says nothing is of the kind of the style it is based on, in a ring of none.
func TestStyleOfAStyle(t *testing.T) {
	for sheet, want := range map[string]string{
		`{\s1 Contact;}{\s2\sbasedon1 Contact First;}{\s3\sbasedon2 Other;}`:         "contact: one|contact: two",
		`{\s1\sbasedon222 heading 2;}{\s2\sbasedon1 Contact;}{\s3\sbasedon1 Other;}`: "contact: one|## two",
		`{\s2\sbasedon3 One;}{\s3\sbasedon2 Two;}`:                                   "one|two",
		`{\s2\sbasedon2 One;}{\s3\sbasedon222 Two;}`:                                 "one|two",
	} {
		d, err := Read([]byte(`{\rtf1\ansi{\stylesheet{\s0 Normal;}` + sheet + `}\pard\s2 one\par\pard\s3 two\par}`))
		if got := layouttest.Write(d); err != nil || got != want {
			t.Errorf("%s: %s, %v", sheet, got, err)
		}
	}
}

// TestBeforeAnyGroup: words that say something of the group around them say nothing where there is none.
func TestBeforeAnyGroup(t *testing.T) {
	for _, text := range []string{`\ud`, `\upr`, `\*\ud`, `\field\fldrslt`, `\footnote`, `\header`, `\shptxt`, `\listtext`, `\pict`, `}`} {
		if _, err := Read([]byte(text + " a")); err != nil {
			t.Errorf("%s: %v", text, err)
		}
	}
}

// TestPieces: paragraphs without the head of a document, one group behind the other.
func TestPieces(t *testing.T) {
	d, err := Read([]byte(`{\pard\ql one\par}` + "\n{\n" + `\trowd\cellx1\cellx2{{\pard\intbl A\par}\cell}{{\pard\intbl B\par}\cell}\row}{\trowd\cellx1\cellx2{{\pard\intbl c\par}\cell}{{\pard\intbl d\par}\cell}\row}` + "\n" + `{\pard \u1076?\u1074?\u1072?\par}`))
	if got := layouttest.Write(d); err != nil || got != "one|table: A→B¶c→d|два" {
		t.Errorf("got %s, %v", got, err)
	}
}

func itoa(n int) string {
	return string([]byte{byte('0' + n/100%10), byte('0' + n/10%10), byte('0' + n%10)})
}

func write(t *testing.T, shows string) string {
	file, err := hex.DecodeString(shows)
	if err != nil {
		t.Fatal(err)
	}
	var w layout.Writer
	w.Picture(file, "")
	return layouttest.Write(w.Document())
}

func TestIs(t *testing.T) {
	for text, want := range map[string]bool{`{\rtf1 a}`: true, "\ufeff{\\rtf1}": true, "\r\n {\\rtf": true, `{\rt`: false, `{\pard\ql a\par}`: true, `{\par}`: false, "": false, `text {\rtf1}`: false} {
		if Is([]byte(text)) != want {
			t.Errorf("%q: %t", text, !want)
		}
	}
}

// TestBombs are told, or read, in the time that a text takes.
func TestBombs(t *testing.T) {
	const long = 6 << 20 // bytes
	for name, c := range map[string]struct {
		data string
		err  error
	}{
		"groups within one another": {head + strings.Repeat("{", long), ErrTooLarge},
		"groups beside each other":  {head + strings.Repeat(`{\b x}`, long/6), ErrTooLarge},
		"empty paragraphs":          {head + strings.Repeat(`\par `, long/5), nil},
		"notes":                     {head + strings.Repeat(`{\footnote}`, long/11), ErrTooLarge},
		"rows":                      {head + strings.Repeat(`\trowd\row`, long/10), nil},
		"cells":                     {head + `\trowd` + strings.Repeat(`\cell`, long/5), nil},
		"paragraphs":                {head + strings.Repeat(`a\par `, layout.MaxParagraphs+2), ErrTooLarge},
		"rows of empty cells":       {head + strings.Repeat(`\trowd\cell\row`, layout.MaxParagraphs+2), ErrTooLarge},
		"letters":                   {head + strings.Repeat(`\u1055?`, long/7), nil},
		"more than any text":        {head + strings.Repeat("a", maxText+1), ErrTooLarge},
		"boxes in a box":            {head + strings.Repeat(`{\shptxt `, 900), nil},
		"styles":                    {`{\rtf1{\stylesheet` + strings.Repeat(`{\s1 a;}`, long/8), ErrTooLarge},
	} {
		t.Run(name, func(t *testing.T) {
			before := layouttest.Used()
			_, err := Read([]byte(c.data))
			if took := layouttest.Used() - before; took > 5*time.Second || !errors.Is(err, c.err) {
				t.Errorf("%v after %v", err, took)
			}
		})
	}
}

// FuzzRead reads anything without a fault, and loses no letter of plain words.
func FuzzRead(f *testing.F) {
	f.Add([]byte(head + `\pard one {\b two}\par\trowd\cellx1\cellx2\pard\intbl A\cell B\cell\row{\footnote a}{\shptxt b}{\pict\pngblip 8950}\u-10179?}`))
	files, _ := filepath.Glob("testdata/*.rtf")
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		_, _ = Read(data)
		d, err := Read(append([]byte(`{\rtf1 ПроБа\par `), data...))
		if err == nil && len(data) < 1000 && len(d.Paragraphs) == 0 {
			t.Error("the first paragraph is lost")
		}
	})
}
