package pdf_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"communique/editor/intake/layout"
	"communique/editor/intake/layout/layouttest"
	"communique/editor/intake/pdf"
	"communique/editor/intake/pdf/objects"
)

// fonts are those of the pages of the tests: F is upright, B bold, I italic, W has letters of Windows, D of a
// list with differences, T a map to letters, X letters that nobody names, N a space that has no width.
const fonts = `<</F 20 0 R/B 21 0 R/I 22 0 R/W 23 0 R/D 24 0 R/T 25 0 R/X 27 0 R/N 28 0 R/U 29 0 R/S 33 0 R/TB 34 0 R/TI 35 0 R/TR 36 0 R/C 37 0 R>>`

const fontObjects = `20 0 obj<</Subtype/Type1/BaseFont/Any/FontDescriptor<<>>>>endobj
21 0 obj<</Subtype/Type1/BaseFont/ABCDEF+Any-Bold/FontDescriptor<<>>>>endobj
22 0 obj<</Subtype/Type1/BaseFont/Any/FontDescriptor<</Flags 64>>>>endobj
23 0 obj<</Subtype/TrueType/Encoding/WinAnsiEncoding>>endobj
24 0 obj<</Subtype/Type1/Encoding<</Differences[65/afii10017/afii10071/eacute/uni0416/u0436/T_h/fi/emdash/afii61352/nothing.alt/uni2010]>>>>endobj
25 0 obj<</Subtype/Type0/Encoding/Identity-H/ToUnicode 26 0 R/DescendantFonts[<</DW 500/W[1[600]5 6 700]>>]>>endobj
26 0 obj<<>>stream
1 begincodespacerange <0000> <ffff> endcodespacerange
2 beginbfchar <0001> <0410> <0002> <00660069> endbfchar
2 beginbfrange <0010> <0012> <0430> <0020> <0021> [<044d> <044e>] endbfrange
endstream endobj
27 0 obj<</Subtype/Type0/Encoding/Identity-H/DescendantFonts[<<>>]>>endobj
28 0 obj<</Subtype/Type1/FirstChar 32/Widths[0]>>endobj
33 0 obj<</Subtype/Type1/BaseFont/Helvetica>>endobj
34 0 obj<</Subtype/Type1/BaseFont/ABCDEF+CMBX10/FontDescriptor<<>>>>endobj
35 0 obj<</Subtype/Type1/BaseFont/SFTI1095/FontDescriptor<<>>>>endobj
36 0 obj<</Subtype/Type1/BaseFont/ABCDEF+CMR10/FontDescriptor<<>>>>endobj
29 0 obj<</Subtype/Type0/Encoding/UniGB-UTF16-H/DescendantFonts[<<>>]>>endobj
`

// file is a PDF of pages with contents; more are objects besides, and what the catalog has more.
func file(catalog, more string, pages ...string) []byte {
	var b strings.Builder
	kids := ""
	for i, contents := range pages {
		kids += fmt.Sprintf("%d 0 R ", 100+2*i)
		fmt.Fprintf(&b, "%d 0 obj<</Type/Page/Contents %d 0 R>>endobj\n%d 0 obj<</Length %d>>stream\n%s\nendstream endobj\n", 100+2*i, 101+2*i, 101+2*i, len(contents), contents)
	}
	return []byte(fmt.Sprintf("%%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R%s>>endobj\n2 0 obj<</Kids[%s]/MediaBox[0 0 500 800]/Resources<</Font%s/XObject<</P 30 0 R/M 31 0 R>>/Properties<</L 32 0 R>>>>>>endobj\n30 0 obj<</Subtype/Image>>stream\nx\nendstream endobj\n31 0 obj<</Subtype/Form/Matrix[1 0 0 1 100 0]>>stream\nBT /F 10 Tf 0 700 Td (form) Tj ET\nendstream endobj\n32 0 obj<</Type/OCG>>endobj\n%s%s%s", catalog, kids, fonts, fontObjects, more, b.String()))
}

// plain lays out a text as its paragraphs, with its lines as they are.
func plain(text string) layout.Document {
	var w layout.Writer
	for part := range strings.SplitSeq(text, "\n\n") {
		w.Add(layout.Paragraph{Kind: layout.Text, Text: part})
	}
	return w.Document()
}

func read(t *testing.T, data []byte) string {
	t.Helper()
	d, err := pdf.Read(pdf.Params{Data: data, Lines: plain})
	if err != nil {
		return err.Error()
	}
	return layouttest.Write(d)
}

// at shows words at a place.
func at(x, y, size int, words string) string {
	return fmt.Sprintf("BT /F %d Tf %d %d Td (%s) Tj ET\n", size, x, y, words)
}

// wide are words that fill a line of 50 letters, half as wide as high.
const wide = "aaaa bbbb cccc dddd eeee ffff gggg hhhh iiii jjjj"

func TestLetters(t *testing.T) {
	for name, tt := range map[string]struct{ contents, want string }{
		"one":                       {"/F 10 Tf 10 700 Td (one) Tj", "one"},
		"in pieces":                 {"/F 10 Tf 10 700 Td [(o)10(n)-20(e)-300(two)] TJ", "one two"},
		"a space shown":             {"/F 10 Tf 10 700 Td (one two) Tj", "one two"},
		"spaces shown":              {"/F 10 Tf 10 700 Td (one  two ) Tj", "one two"},
		"a space over letters":      {"/F 10 Tf 10 700 Td (fi) Tj [( )500(eld)] TJ", "field"},
		"a space with no width":     {"/N 10 Tf 10 700 Td (o ne) Tj", "one"},
		"a narrow space":            {"/F 10 Tf -4 Tw 10 700 Td (one two) Tj", "one two"},
		"a space apart":             {"/F 10 Tf 10 700 Td (one ) Tj 25 0 Td (two) Tj", "one two"},
		"spread letters":            {"/F 10 Tf 3 Tc 10 700 Td (one) Tj", "one"},
		"shown twice":               {"/F 10 Tf 10 700 Td (one) Tj 0.3 0 Td (one) Tj", "one"},
		"a page on its side":        {"/F 10 Tf 0 1 -1 0 100 50 Tm (one two) Tj 0 -12 Td (" + wide + ") Tj 0 -12 Td (" + wide + ") Tj", "one two|" + wide + " " + wide},
		"upside down":               {"/F 10 Tf -1 0 0 -1 300 700 Tm (one two) Tj", "one two"},
		"the same letter":           {"/F 10 Tf 10 700 Td (l) Tj 5 0 Td (l) Tj", "ll"},
		"operators of lines":        {"/F 10 Tf 12 TL 10 700 Td (" + wide + ") Tj T* (b) Tj (c) ' 1 2 (d) \"", wide + " b|c|d"},
		"TD":                        {"/F 10 Tf 10 700 Td (" + wide + ") Tj 0 -12 TD (b) Tj", wide + " b"},
		"a matrix":                  {"/F 1 Tf 10 0 0 10 10 700 Tm (one) Tj 10 0 0 10 30 700 Tm (two) Tj", "one two"},
		"narrow":                    {"/F 10 Tf 50 Tz 10 700 Td (one) Tj 7.5 0 Td (two) Tj", "onetwo"},
		"Windows":                   {"/W 10 Tf 10 700 Td (\\251\\227\\223\\177\\201) Tj", "©—“••"},
		"differences":               {"/D 10 Tf 10 700 Td (ABCDEFGHI) Tj", "АёéЖжThfi—№"},
		"a map":                     {"/T 10 Tf 10 700 Td <00010002001000110012002000210001> Tj", "АfiабвэюА"},
		"letters for codes":         {"/U 10 Tf 10 700 Td <04100431> Tj", "Аб"},
		"no names":                  {"/X 10 Tf 10 700 Td <00010002> Tj", (&pdf.UnreadError{}).Error()},
		"some without a name":       {"/F 10 Tf 10 700 Td (one\\200) Tj", "one\ufffd unread=1"},
		"unpainted":                 {"/F 10 Tf 10 700 Td (one two) Tj 3 Tr 0 -50 Td (six) Tj", "one two hidden=1"},
		"scanned":                   {"/F 10 Tf 3 Tr 10 700 Td (one) Tj ET /P Do BT", "one pictures=1"},
		"over the page's edge":      {"/F 10 Tf 480 700 Td (one two) Tj", "one two"},
		"narrow letters":            {"/S 10 Tf 10 700 Td (ill) Tj 9 0 Td (W) Tj", "illW"},
		"off the page":              {"/F 10 Tf 10 700 Td (one) Tj 900 0 Td (two) Tj", "one hidden=1"},
		"a layer off":               {"/F 10 Tf 10 700 Td (one) Tj /OC /L BDC (two) Tj EMC (x) Tj", "one x hidden=1"},
		"said otherwise":            {"/F 10 Tf 10 700 Td /Span<</ActualText<feff0041>>> BDC (xx) Tj (yy) Tj EMC ( z) Tj", "A z"},
		"the page's own":            {"/F 10 Tf 10 700 Td (one) Tj /Artifact BMC 0 80 Td (top) Tj 0 -770 Td (foot) Tj 23 0 Td (7) Tj EMC", "one|{head}top|{foot}foot 7"},
		"a page number of its own":  {"/F 10 Tf 10 700 Td (one) Tj /Artifact BMC 0 -690 Td (- 7 -) Tj EMC", "one"},
		"a form":                    {"/F 10 Tf 10 700 Td (one) Tj ET /M Do BT", "one form"},
		"saved":                     {"q /F 10 Tf 10 700 Td (one) Tj Q (two) Tj", "one"},
		"a picture within":          {"ET BI /W 1 ID (EI x) EI BT /F 10 Tf 10 700 Td (one) Tj", "one pictures=1"},
		"only a picture":            {"ET /P Do BT", pdf.ErrPictures.Error()},
		"nothing":                   {"", ""},
		"raised":                    {"/F 10 Tf 10 700 Td (10) Tj /F 6 Tf 10 4 Td (6) Tj /F 10 Tf 3 -4 Td (, H) Tj /F 6 Tf 15 -2 Td (2) Tj", "10⁶, H₂"},
		"strings where none belong": {"/F Tf (a) Td [(x)] Tm 1 Tj Tj TJ /F 10 Tf 10 700 Td (one) Tj", "one"},
	} {
		if got := read(t, file("/OCProperties<</D<</OFF[32 0 R]>>>>", "", "BT "+tt.contents+" ET")); got != tt.want {
			t.Errorf("%s: %s, want %s", name, got, tt.want)
		}
	}
}

// TestCodes reads letters by the maps that PDF has names for, and tells by name which codes nobody can read.
func TestCodes(t *testing.T) {
	named := func(encoding, system string) string {
		return "37 0 obj<</Subtype/Type0/Encoding/" + encoding + "/DescendantFonts[<<" + system + ">>]>>endobj\n"
	}
	for name, tt := range map[string]struct{ font, codes, want string }{
		"Unicode":                  {named("UniGB-UCS2-H", ""), "4e2d65870041", "中文A"},
		"pairs":                    {named("UniJIS-UTF16-H", ""), "d842dfb74e2d", "𠮷中"},
		"four bytes":               {named("UniJIS-UTF32-V", ""), "00004e2d", "中"},
		"UTF-8":                    {named("UniCNS-UTF8-H", ""), "e4b8ad41", "中A"},
		"GBK":                      {named("GBK-EUC-H", ""), "d6d0cec441", "中文A"},
		"GB 18030":                 {named("GBK2K-V", ""), "8139ef30d6d0", "㐁中"},
		"Big5":                     {named("ETen-B5-H", ""), "a4a4a4e541", "中文A"},
		"Shift JIS":                {named("90ms-RKSJ-H", ""), "93fa967b4142b6", "日本ABｶ"},
		"EUC of Japan":             {named("EUC-H", ""), "c6fccbdc", "日本"},
		"JIS":                      {named("H", ""), "467c4b5c", "日本"},
		"UHC":                      {named("KSCms-UHC-H", ""), "c7d1b1db", "한글"},
		"a name in the file":       {"37 0 obj<</Subtype/Type0/Encoding/GBK-EUC-H/ToUnicode 38 0 R/DescendantFonts[<<>>]>>endobj 38 0 obj<<>>stream\n<d6d0> <0416> endbfchar\nendstream endobj\n", "d6d0cec4", "Ж文"},
		"no letter of the charset": {named("GBK-EUC-H", ""), "d6d0d6d0ffff", "中中\ufffd unread=1"},
		"numbers of a set":         {named("Identity-H", "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)>>"), "00010002", (&pdf.UnreadError{Codes: "Adobe-GB1"}).Error()},
		"numbers of the font":      {named("Identity-H", "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)>>"), "00010002", (&pdf.UnreadError{}).Error()},
		"another map":              {named("CNS-EUC-H", ""), "c4e3", (&pdf.UnreadError{Codes: "CNS-EUC-H"}).Error()},
		"drawn":                    {"37 0 obj<</Subtype/Type3/Encoding<</Differences[65/A 67/g3]>>>>endobj\n", "4141414243", "AAA\ufffd\ufffd unread=2"},
	} {
		if got := read(t, file("", tt.font, "BT /C 10 Tf 10 700 Td <"+tt.codes+"> Tj ET")); got != tt.want {
			t.Errorf("%s: %s, want %s", name, got, tt.want)
		}
	}
}

// TestEmphasis reads bold and italics by the name of a font, its descriptor, and what a program does to letters whose font is neither.
func TestEmphasis(t *testing.T) {
	for name, tt := range map[string]struct{ contents, want string }{
		"bold":              {"/F 10 Tf 10 700 Td (one ) Tj /B 10 Tf 20 0 Td (two) Tj", "one *two*"},
		"italic":            {"/F 10 Tf 10 700 Td (one ) Tj /I 10 Tf 20 0 Td (two) Tj", "one /two/"},
		"of TeX":            {"/TB 10 Tf 10 700 Td (one ) Tj /TI 10 Tf 20 0 Td (two) Tj", "*one* /two/"},
		"upright of TeX":    {"/TR 10 Tf 10 700 Td (one) Tj", "one"},
		"outlined":          {"/F 10 Tf 10 700 Td (one ) Tj 2 Tr 20 0 Td (two) Tj", "one *two*"},
		"leaning":           {"/F 10 Tf 10 700 Td (one ) Tj 1 0 0.3 1 30 700 Tm (two) Tj", "one /two/"},
		"on its side":       {"/F 10 Tf 0 1 -1 0 100 50 Tm (one) Tj", "one"},
		"leaning back":      {"/F 10 Tf 1 0 -0.3 1 30 700 Tm (one) Tj", "one"},
		"over a line's end": {"/B 10 Tf 10 700 Td (" + wide + ") Tj 0 -12 Td (b) Tj /F 10 Tf 10 0 Td (c d) Tj", "*" + wide + " b* c d"},
		"of an item":        {"/F 10 Tf 10 700 Td (- one) Tj /B 10 Tf 40 0 Td (two) Tj /F 10 Tf -40 -30 Td (three) Tj", "- one *two*|three"},
		"said again":        {"/F 10 Tf 10 700 Td (one) Tj /B 10 Tf 0 -30 Td (one) Tj", "one|*one*"},
		"of a cell":         {"/F 10 Tf 10 700 Td (A) Tj 100 0 Td (B) Tj 100 0 Td (C) Tj -200 -12 Td (d) Tj /B 10 Tf 100 0 Td (e) Tj /F 10 Tf 100 0 Td (f) Tj", "table: A→B→C¶d→*e*→f"},
	} {
		if got := read(t, file("", "", "BT "+tt.contents+" ET")); got != tt.want {
			t.Errorf("%s: %s, want %s", name, got, tt.want)
		}
	}
}

func TestLines(t *testing.T) {
	line := func(y int, words string) string { return at(50, y, 10, words) }
	for name, tt := range map[string]struct {
		pages []string
		want  string
	}{
		"a paragraph":              {[]string{line(700, wide) + line(688, "kkkk")}, wide + " kkkk"},
		"two":                      {[]string{line(700, wide) + line(688, "kkkk") + line(676, wide)}, wide + " kkkk|" + wide},
		"space between":            {[]string{line(700, wide) + line(688, wide) + line(660, wide)}, wide + " " + wide + "|" + wide},
		"set in":                   {[]string{line(700, wide) + at(70, 688, 10, wide)}, wide + "|" + wide},
		"a short line":             {[]string{line(700, "aaaa") + line(688, wide)}, "aaaa|" + wide},
		"a broken word":            {[]string{line(700, wide[:45]+"sto-") + line(688, "ry kkkk")}, wide[:45] + "story kkkk"},
		"a hyphen of Unicode":      {[]string{strings.ReplaceAll(line(700, wide[:45]+"stoK"), "/F", "/D") + line(688, "ry kkkk")}, wide[:45] + "story kkkk"},
		"a hyphen of its own":      {[]string{line(700, wide[:43]+"press-") + line(688, "Office")}, wide[:43] + "press-Office"},
		"a soft hyphen":            {[]string{strings.ReplaceAll(line(700, wide[:45]+"sto\\255"), "/F", "/W") + line(688, "ry")}, wide[:45] + "story"},
		"an item's second line":    {[]string{line(712, "- x") + line(700, "- "+wide[:47]) + at(60, 688, 10, "kkkk") + line(676, "- two")}, "- x⏎- " + wide[:47] + " kkkk⏎- two"},
		"under a mark apart":       {[]string{at(50, 700, 10, "*") + at(80, 700, 10, wide) + at(80, 688, 10, "kkkk") + at(50, 676, 10, wide)}, "* " + wide + " kkkk|" + wide},
		"under a mark behind":      {[]string{at(65, 700, 10, wide) + at(65, 688, 10, "kkkk") + at(50, 700, 10, "*")}, "* " + wide + " kkkk"},
		"a dash goes on":           {[]string{strings.ReplaceAll(line(700, wide[:48]+",")+line(688, "\227 kkkk")+line(676, wide)+line(664, "\227 kkkk"), "/F", "/W")}, wide[:48] + ", — kkkk|" + wide + "|— kkkk"},
		"a headline":               {[]string{at(50, 750, 16, "One headline of") + at(50, 732, 16, "two lines") + line(700, wide) + line(688, wide)}, "# One headline of two lines|" + wide + " " + wide},
		"two headlines":            {[]string{at(50, 750, 16, "One") + line(700, wide) + line(688, wide) + at(50, 650, 16, "Two")}, "One|" + wide + " " + wide + "|Two"},
		"items":                    {[]string{line(700, "- one") + line(688, "- two") + line(676, "1. three")}, "- one⏎- two|1. three"},
		"deeper items":             {[]string{line(700, "- one") + at(70, 688, 10, "- two") + line(676, "- three")}, "- one⏎  - two⏎- three"},
		"marks shown behind all":   {[]string{at(70, 700, 10, "one") + at(70, 688, 10, "two") + at(50, 700, 10, "*") + at(50, 688, 10, "*")}, "* one⏎* two"},
		"a mark alone":             {[]string{line(700, "one") + line(600, "-")}, "one|-"},
		"a mark far away":          {[]string{at(350, 700, 10, "one") + line(700, "-")}, "one|-"},
		"a mark of another line":   {[]string{at(70, 700, 10, "one") + line(696, "-")}, "one|-"},
		"columns":                  {[]string{at(50, 700, 10, wide[:39]) + at(50, 688, 10, wide[:39]) + at(300, 700, 10, wide[:39]) + at(300, 688, 10, "jjjj")}, wide[:39] + " " + wide[:39] + "|" + wide[:39] + " jjjj"},
		"a table":                  {[]string{line(700, wide) + at(50, 680, 10, "A") + at(150, 680, 10, "B") + at(250, 680, 10, "C") + at(50, 668, 10, "d") + at(150, 668, 10, "e") + at(250, 668, 10, "f") + line(640, "end")}, wide + "|table: A→B→C¶d→e→f|end"},
		"lines of cells":           {[]string{line(700, wide) + at(50, 680, 10, "A") + at(150, 680, 10, "B") + at(250, 685, 10, "for-") + at(250, 673, 10, "ty") + at(50, 650, 10, "long") + at(50, 638, 10, "words") + at(150, 644, 10, "b") + at(250, 644, 10, "c") + line(620, "d") + at(250, 620, 10, "f") + line(600, "end")}, wide + "|table: A→B→forty¶long words→b→c¶d→→f|end"},
		"a table within a text":    {[]string{line(700, "one") + at(50, 680, 10, "A") + at(150, 680, 10, "B") + at(250, 680, 10, "C") + at(50, 668, 10, "d") + at(150, 668, 10, "e") + at(250, 668, 10, "f") + line(650, wide)}, "one|table: A→B→C¶d→e→f|" + wide},
		"a row of one cell":        {[]string{at(50, 680, 10, "A") + at(150, 680, 10, "B") + at(250, 680, 10, "C") + at(50, 660, 10, "d") + at(50, 640, 10, "e") + at(150, 640, 10, "f") + at(250, 640, 10, "g")}, "table: A→B→C¶d¶e→f→g"},
		"words far apart":          {[]string{at(50, 680, 10, "aaa") + at(100, 680, 10, "bbb") + at(150, 680, 10, "ccc") + at(50, 668, 10, "ddd") + at(100, 668, 10, "eee") + at(150, 668, 10, "fff")}, "aaa bbb ccc|ddd eee fff"},
		"few words in columns":     {[]string{at(50, 680, 10, "aaa") + at(150, 680, 10, "bbb") + at(250, 680, 10, "ccc") + at(50, 668, 10, "ddd") + at(300, 668, 10, "eee") + at(50, 656, 10, "fff") + at(180, 656, 10, "ggg") + at(220, 656, 10, "h") + at(300, 656, 10, "iii")}, "aaa bbb ccc ddd eee fff ggg h iii"},
		"a narrow column":          {[]string{line(700, "aaaa bbb sto-") + line(688, "ries kkkk ba-") + line(676, "llet jjj bbbb") + line(664, "jjj kkkk sto-") + line(652, "ry")}, "aaaa bbb stories kkkk ballet jjj bbbb jjj kkkk story"},
		"a label":                  {[]string{at(50, 680, 10, "A") + at(150, 680, 10, "B") + at(50, 668, 10, "c") + at(150, 668, 10, "d")}, "A B|c d"},
		"over a page's end":        {[]string{line(700, wide), line(700, "kkkk")}, wide + " kkkk"},
		"a new paragraph":          {[]string{line(700, wide[:48]+"."), line(700, "Kkkk")}, wide[:48] + ".|Kkkk"},
		"running lines":            {[]string{at(50, 780, 8, "Office news") + line(700, "one") + at(250, 20, 8, "1"), at(50, 780, 8, "Office news") + line(700, "two") + at(250, 20, 8, "2")}, "one|two|{head}Office news"},
		"the pages' own":           {[]string{line(700, "one") + "/Artifact BMC " + at(50, 780, 8, "Office news") + "EMC", line(700, "two") + "/Artifact BMC " + at(50, 780, 8, "Office news") + at(50, 20, 8, "one") + "EMC"}, "one|two|{head}Office news"},
		"numbers in the text":      {[]string{line(700, "Article 1") + line(600, "one"), line(700, "Article 2") + line(600, "two")}, "Article 1|one|Article 2|two"},
		"the count of pages":       {[]string{line(700, "one") + at(250, 20, 8, "Page 1 of 1")}, "one"},
		"one number at a page end": {[]string{line(700, "one two") + at(250, 20, 8, "112")}, "one two|112"},
	} {
		if got := read(t, file("", "", tt.pages...)); got != tt.want {
			t.Errorf("%s:\n%s, want\n%s", name, got, tt.want)
		}
	}
}

// marked are words on the page with a mark of the structure, each on a line of its own.
func marked(words ...string) string {
	var b strings.Builder
	for n, word := range words {
		fmt.Fprintf(&b, "/P<</MCID %d>>BDC %s EMC\n", n, at(50, 700-20*n, 10, word))
	}
	return b.String()
}

func TestStructure(t *testing.T) {
	for name, tt := range map[string]struct {
		kids     string // of the tree
		contents string
		want     string
	}{
		"in its order":             {"[<</S/P/K 1>><</S/P/K 0>>]", marked("one", "two"), "two|one"},
		"headings":                 {"[<</S/H1/K 0>><</S/H2/K 1>><</S/Title/K 2>>]", marked("one", "two", "three"), "# one|## two|# three"},
		"a role of its own":        {"[<</S/Standard/K 0>><</S/Heading_20_1/K 1>>]", marked("one", "two"), "one|# two"},
		"words of a paragraph":     {"<</S/P/K[0<</S/Span/K 1>><</Type/MCR/MCID 2>>]>>", marked("one", "two", "three"), "one two three"},
		"what counts for nothing":  {"<</S/P/K[0<</S/NonStruct/K<</S/Span/K 1>>>>]>>", marked("one", "two"), "one two"},
		"within others":            {"<</S/Document/K<</S/Sect/K[<</S/P/K 0>>1]>>>>", marked("one", "two"), "one|two"},
		"a list":                   {"<</S/L/K[<</S/LI/K[<</S/Lbl/K 0>><</S/LBody/K 1>>]>><</S/LI/K[<</S/Lbl/K 2>><</S/LBody/K<</S/P/K 3>>>>]>>]>>", marked("1.", "one", "2.", "two"), "^1. one|2. two"},
		"bullets":                  {"<</S/L/K[<</S/LI/K[<</S/Lbl/K 0>><</S/LBody/K[1<</S/L/K<</S/LI/K<</S/LBody/K 2>>>>>>]>>]>>]>>", marked("*", "one", "two"), "^- one|^>- two"},
		"a mark among the words":   {"<</S/L/K<</S/LI/K<</S/LBody/K[0 1]>>>>>>", marked("-", "one"), "^- one"},
		"letters":                  {"<</S/L/K<</S/LI/K[<</S/Lbl/K 0>><</S/LBody/K 1>>]>>>>", marked("a\\)", "one"), "^- a) one"},
		"a table":                  {"<</S/Table/K[<</S/THead/K<</S/TR/K[<</S/TH/K 0>><</S/TH/K 1>>]>>>><</S/TR/K[<</S/TD/K<</S/P/K 2>>>><</S/TD/K 3>>]>>]>>", marked("A", "B", "c", "d"), "table: A→B¶c→d"},
		"a wide cell":              {"<</S/Table/K[<</S/TR/K[<</S/TH/A<</O/Table/ColSpan 2>>/K 0>><</S/TH/K 1>>]>><</S/TR/K[<</S/TD/K 2>><</S/TD/K 3>><</S/TD/K 4>>]>>]>>", marked("A", "B", "c", "d", "e"), "table: A→→B¶c→d→e"},
		"a quotation":              {"<</S/BlockQuote/K[<</S/P/K 0>><</S/P/K 1>>]>>", marked("one", "two"), "> one|> two"},
		"a note":                   {"[<</S/P/K[0<</S/Note/K 1>>2]>><</S/P/K 3>>]", marked("one", "note", "two", "three"), "one two|three|{note}note"},
		"a link":                   {"<</S/P/K[0<</S/Link/K[1<</Type/OBJR/Obj 40 0 R>>]>>]>>", marked("one", "two"), "one [two](https://a.example)"},
		"a link elsewhere":         {"<</S/P/K[0<</S/Link/K[1<</Type/OBJR/Obj 41 0 R>>]>>]>>", marked("one", "two"), "one two links=1"},
		"a picture":                {"[<</S/P/K 0>><</S/Figure/Alt(x)>>]", marked("one"), "one pictures=1"},
		"said otherwise":           {"<</S/P/K[0<</S/Span/ActualText(2)/K 1>>2]>>", marked("one", "two", "three"), "one 2 three"},
		"an artifact":              {"[<</S/P/K 0>><</S/Artifact/K 1>>]", marked("one two three", "no"), "one two three|no"},
		"a part that has no tag":   {"<</S/P/K 0>>", marked("one two three") + at(50, 100, 10, "no"), "one two three|no"},
		"most has no tag":          {"<</S/P/K 0>>", marked("one") + at(50, 100, 10, "two three"), "one|two three"},
		"a broken word":            {"<</S/P/K 0>>", "/P<</MCID 0>>BDC " + at(50, 700, 10, "sto") + "EMC /Artifact BMC " + at(65, 700, 10, "-") + "EMC /P<</MCID 0>>BDC " + at(50, 688, 10, "ry") + "EMC", "story"},
		"an artifact beside":       {"<</S/P/K 0>>", "/P<</MCID 0>>BDC " + at(50, 700, 10, "one two three") + "EMC /Artifact BMC " + at(120, 700, 10, "7") + "EMC /P<</MCID 0>>BDC " + at(50, 688, 10, "four") + "EMC", "one two three four"},
		"a dash elsewhere":         {"<</S/P/K 0>>", "/P<</MCID 0>>BDC " + at(50, 700, 10, "one two three") + "EMC /Artifact BMC " + at(65, 100, 10, "-") + "EMC /P<</MCID 0>>BDC " + at(50, 688, 10, "four") + "EMC", "one two three four"},
		"the end of a line":        {"<</S/P/K[0 1]>>", "/P<</MCID 0>>BDC " + at(50, 700, 10, wide) + at(50, 688, 10, "kkkk") + "EMC /P<</MCID 1>>BDC " + at(50, 676, 10, wide) + "EMC", wide + " kkkk⏎" + wide},
		"a line in the middle":     {"[<</S/P/K 0>><</S/P/K 1>>]", "/P<</MCID 0>>BDC " + at(50, 700, 10, wide) + "EMC /P<</MCID 1>>BDC " + at(150, 680, 10, "one") + at(145, 668, 10, "four") + "EMC", wide + "|one four"},
		"lines of a cell":          {"[<</S/P/K 0>><</S/Table/K[<</S/TR/K[<</S/TH/K 1>><</S/TH/K 2>>]>><</S/TR/K[<</S/TD/K 3>><</S/TD/K 4>>]>>]>>]", "/P<</MCID 0>>BDC " + at(50, 750, 10, wide) + "EMC /P<</MCID 1>>BDC " + at(50, 700, 10, "one") + at(50, 688, 10, "two") + "EMC" + " /P<</MCID 2>>BDC " + at(150, 700, 10, "B") + "EMC /P<</MCID 3>>BDC " + at(50, 670, 10, "c") + "EMC /P<</MCID 4>>BDC " + at(150, 670, 10, "d") + "EMC", wide + "|table: one two→B¶c→d"},
		"two texts":                {"<</S/Document/K[<</S/Sect/Lang(ru)/K<</S/P/K 0>>>><</S/Sect/Lang(en)/K<</S/P/K 1>>>>]>>", marked("one", "two"), "^one|^two"},
		"parts of a text":          {"<</S/Document/K[<</S/Sect/K<</S/P/K 0>>>><</S/Sect/K<</S/P/K 1>>>>]>>", marked("one", "two"), "one|two"},
		"an element in itself":     {"50 0 R", marked("one"), "one"},
		"no page":                  {"<</S/P/Pg 99 0 R/K 0>>", marked("one"), "one"},
		"bold and italic":          {"<</S/P/K[0 1]>>", strings.Replace(strings.Replace(marked("one", "two"), "/F", "/B", 1), "/F", "/I", 1), "*one* /two/"},
		"a number that is nowhere": {"[<</S/P/K 0>><</S/P/K 7>><</S/P/K -1>>]", marked("one"), "one"},
	} {
		more := "40 0 obj<</A<</URI(https://a.example)>>>>endobj 41 0 obj<</A<</URI(javascript:x)>>>>endobj 50 0 obj<</S/Sect/Pg 100 0 R/K[50 0 R<</S/P/K 0>>]>>endobj 60 0 obj<</Type/StructTreeRoot/Pg 100 0 R/RoleMap<</Standard/P/Heading_20_1/H1>>/K " + tt.kids + ">>endobj\n"
		if got := read(t, file("/StructTreeRoot 60 0 R", more, tt.contents)); got != tt.want {
			t.Errorf("%s: %s, want %s", name, got, tt.want)
		}
	}
}

// TestAnnotations counts what lies on a page: links that lead where the text does not say, fields filled in, remarks.
func TestAnnotations(t *testing.T) {
	const all = "[<</Subtype/Link/A<</URI(https://a.example/b)>>>><</Subtype/Link/A<</URI(https://www.c.example/)>>>><</Subtype/Link/Dest[0]>><</Subtype/Widget/V(x)>><</Subtype/Widget>><</Subtype/Text/Contents(Why?)>><</Subtype/Popup/Contents(Why?)>><</Subtype/Highlight>>]"
	page := "100 0 obj<</Type/Page/Contents 101 0 R/Annots" + all + ">>endobj"
	data := append(file("", "", at(50, 700, 10, "see c.example")), page...)
	if got, want := read(t, data), "see c.example comments=1 links=1 objects=1"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestIs(t *testing.T) {
	for data, want := range map[string]bool{"%PDF-1.7": true, "\n\n%PDF-2.0 1 0 obj endobj": true, "A file begins with %PDF-.": false, "PDF": false, "": false, strings.Repeat(" ", 2000) + "%PDF-1.7": false} {
		if pdf.Is([]byte(data)) != want {
			t.Errorf("%.10q: %t", data, !want)
		}
	}
}

// artifacts are so many lines of a page's own, each another.
func artifacts(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "/Artifact BMC %sEMC\n", at(10, 20+i%700, 10, fmt.Sprint("aaaaaaaaaaaaaaaa a", i)))
	}
	return b.String()
}

// manyPages is a file of so many pages.
func manyPages(n int) []byte {
	return fmt.Appendf(nil, "%%PDF-1.7 1 0 obj<</Pages 2 0 R>>endobj 2 0 obj<</Kids[%s]>>endobj trailer<</Root 1 0 R>>", strings.Repeat("<</Type/Page>>", n))
}

// chained is a file whose pages stand below so many nodes, one below the other.
func chained(n int) []byte {
	b := []byte("%PDF-1.7 1 0 obj<</Pages 2 0 R>>endobj ")
	for i := range n {
		b = fmt.Appendf(b, "%d 0 obj<</Kids[%d 0 R]>>endobj ", i+2, i+3)
	}
	return fmt.Appendf(b, "%d 0 obj<</Type/Page>>endobj trailer<</Root 1 0 R>>", n+2)
}

// TestDirectPages reads pages that are no objects of their own.
func TestDirectPages(t *testing.T) {
	data := []byte("%PDF-1.7 1 0 obj<</Pages<</Resources<</Font" + fonts + ">>/Kids[<</Contents 7 0 R>><</Contents 8 0 R>>]>>>>endobj 7 0 obj<<>>stream\n" + at(50, 700, 10, "one") + "endstream endobj 8 0 obj<<>>stream\n" + at(50, 700, 10, "two") + "endstream endobj\n" + fontObjects + "trailer<</Root 1 0 R>>")
	if got, want := read(t, data), "one|two"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// wideFont is a font of many widths.
const wideFont = "<</Subtype/Type0/Encoding/UniGB-UCS2-H/DescendantFonts[<</W[0 65535 1]>>]>>"

// withFonts is a page with so many fonts, each an object of the page's own, that are asked for a thousand times in all.
func withFonts(n int, font string) []byte {
	var fonts, contents strings.Builder
	for i := range n {
		fmt.Fprintf(&fonts, "/W%d %s", i, font)
	}
	for i := range 1000 {
		fmt.Fprintf(&contents, "BT /W%d 10 Tf 10 700 Td <0041> Tj ET ", i%n)
	}
	return append(file("", "", contents.String()), "100 0 obj<</Type/Page/Contents 101 0 R/Resources<</Font<<"+fonts.String()+">>>>>>endobj"...)
}

// TestHostile: what would never end is told, or read as far as it goes.
func TestHostile(t *testing.T) {
	refused := []string{"operators without end", "numbers without end", "numbers in an object", "letters without end", "a string without end", "pages without end", "nodes without end", "fonts without end", "widths without end", "codes without end"}
	allowed := []string{"a font at every word", "choices without end"}
	for name, data := range map[string][]byte{
		"a form in itself":        file("", "31 0 obj<</Subtype/Form>>stream\n/M Do /M Do BT /F 10 Tf 10 700 Td (x) Tj ET\nendstream endobj", "/M Do"),
		"pages in a circle":       []byte("%PDF-1.7 1 0 obj<</Pages 2 0 R>>endobj 2 0 obj<</Kids[2 0 R 2 0 R 3 0 R]>>endobj 3 0 obj<</Type/Page>>endobj trailer<</Root 1 0 R>>"),
		"operators without end":   file("", "", strings.Repeat("q ", 4_000_000)),
		"streams without end":     []byte("%PDF-1.7" + strings.Repeat("1 0 obj<<>>stream ", 200_000)),
		"numbers without end":     file("", "", "["+strings.Repeat("0 ", 12_000_000)+"]TJ"),
		"numbers in an object":    []byte("%PDF-1.7 1 0 obj[" + strings.Repeat("0 ", 12_000_000)),
		"letters without end":     file("", "", "BT /F 1 Tf 10 700 Td "+strings.Repeat("(a)Tj ", 1_000_000)+"ET"),
		"a string without end":    file("", "", "BT /F 1 Tf 10 700 Td ("+strings.Repeat("a", 12_000_000)+") Tj (a) Tj ET"),
		"words without end":       file("", "", "BT /F 10 Tf 10 700 Td "+strings.Repeat("(aaa a)Tj ", 200_000)+"ET"),
		"a paragraph with no end": file("/StructTreeRoot 60 0 R", "60 0 obj<</Pg 100 0 R/K<</S/P/K 0>>>>endobj", "/P<</MCID 0>>BDC BT /F 10 Tf 10 700 Td "+strings.Repeat("(aaa a)Tj 0 -1 Td ", 200_000)+"ET EMC"),
		"spans without end":       file("/StructTreeRoot 60 0 R", "60 0 obj<</Pg 100 0 R/K<</S/P/K["+strings.Repeat("<</S/Span/ActualText(a b)/K 0>>", 100_000)+"]>>>>endobj", "/P<</MCID 0>>BDC "+at(10, 700, 10, "one")+"EMC"),
		"artifacts without end":   file("", "", "BT /F 10 Tf "+strings.Repeat("1 0 0 1 10 700 Tm (aaaaaaaaaaaaaaaa a)Tj 1 0 0 1 10 600 Tm (aaaaaaaaaaaaaaaa b)Tj ", 95_000)+"ET "+artifacts(20_000)),
		"nodes without end":       chained(300),
		"fonts without end":       withFonts(300, wideFont),
		"a font at every word":    withFonts(1, wideFont),
		"choices without end":     annotated("", "9 0 obj["+strings.Repeat("[(a)(b)]", 100_000)+"]endobj", at(50, 700, 10, "one"), strings.Repeat("<</Subtype/Widget/FT/Ch/V(a)/Opt 9 0 R/Rect[1 1 100 20]>>", 20_000)),
		"pages without end":       manyPages(3000),
		"strings without end":     []byte("%PDF-1.7" + strings.Repeat("1 0 obj ( ", 200_000)),
		"trailers without end":    []byte("%PDF-1.7" + strings.Repeat("trailer<<", 200_000)),
		"codes without end":       file("", "26 0 obj<<>>stream\n"+strings.Repeat("<0000> <ffff> <0000> ", 10_000)+"endbfrange\nendstream endobj", "BT /T 10 Tf 10 700 Td <0001> Tj ET"),
		"widths without end":      file("", "25 0 obj<</Subtype/Type0/DescendantFonts[<</W["+strings.Repeat("0 65535 1 ", 10_000)+"]>>]>>endobj", "BT /T 10 Tf 10 700 Td <0001> Tj ET"),
		"elements in each other":  file("/StructTreeRoot 60 0 R", "60 0 obj<</K 60 0 R/S/P>>endobj", at(50, 700, 10, "one")),
	} {
		before := layouttest.Used()
		_, err := pdf.Read(pdf.Params{Data: data, Lines: plain})
		if took := layouttest.Used() - before; took.Seconds() > 20 { // under the race detector, on a busy machine
			t.Errorf("%s: %v, %v", name, took, err)
		}
		if slices.Contains(refused, name) && !errors.Is(err, objects.ErrTooLarge) || slices.Contains(allowed, name) && err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(file("/StructTreeRoot 60 0 R", "60 0 obj<</K[<</S/P/K 0>><</S/L/K<</S/LI/K<</S/LBody/K 1>>>>>>]>>endobj", marked("one", "two")))
	f.Add(file("", "", at(50, 700, 10, wide)+at(50, 688, 10, wide), "BT /T 10 Tf 10 700 Td <00010002> Tj ET"))
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := pdf.Read(pdf.Params{Data: data, Lines: plain})
		if err != nil {
			return
		}
		for _, p := range d.Paragraphs {
			if strings.TrimSpace(p.Text) == "" && p.Kind != layout.Table {
				t.Errorf("an empty paragraph: %+v", p)
			}
		}
	})
}

// TestBrokenWordsOfCells are told as those of paragraphs.
func TestBrokenWordsOfCells(t *testing.T) {
	rows := at(50, 680, 10, "A") + at(150, 680, 10, "B") + at(250, 680, 10, "for-") + at(250, 668, 10, "ty") + at(50, 650, 10, "d") + at(150, 650, 10, "e") + at(250, 650, 10, "f")
	d, err := pdf.Read(pdf.Params{Data: file("", "", at(50, 700, 10, wide)+rows), Lines: plain})
	if err != nil || len(d.Repairs) != 1 || d.Repairs[0].Text != "for-ty" || d.Repairs[0].Put != "forty" || d.Repairs[0].Paragraph != 2 {
		t.Errorf("%+v, %v", d.Repairs, err)
	}
}
