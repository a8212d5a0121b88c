package intake

import (
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"communique/editor/intake/layout/layouttest"
	"communique/editor/release"
)

// copied is what programs put on the clipboard, in the form each gives it.
func TestReadFragment(t *testing.T) {
	png := base64.StdEncoding.EncodeToString([]byte(layouttest.PNG))
	for name, tt := range map[string]struct{ html, want string }{
		"Word": {"Version:1.0\r\nStartHTML:0000000105\r\nEndHTML:0000001000\r\nStartFragment:0000000141\r\nEndFragment:0000000964\r\n\r\n" +
			"<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><head><style><!-- p.MsoNormal {font-size:72pt} --></style></head><body lang=RU>\r\n<!--StartFragment-->" +
			"<p class=MsoNormal><b><span style='font-family:\"Comic Sans MS\";color:red'>Совет</span></b> принял<span class=MsoCommentReference>[А1]</span> план<o:p></o:p></p>" +
			"<p class=MsoNormal><span style='display:none'>тайна</span>и всё</p><!--EndFragment--></body></html>", "paragraph: *Совет* принял план|paragraph: и всё lost-comments=1 lost-hidden=1"},
		"LibreOffice":    {"<!DOCTYPE html><html><head><meta http-equiv=\"content-type\" content=\"text/html; charset=utf-8\"/><title></title><style>p { margin: 0 }</style></head><body lang=\"ru-RU\"><p><font color=\"#ff0000\"><b>Совет</b></font> принял <a href=\"https://council.example/\">план</a></p><ol start=\"3\"><li><p>раз</p></li><li><p>два</p></li></ol></body></html>", "paragraph: *Совет* принял [план](https://council.example/)|list: 3. раз⏎два"},
		"Google":         {"<meta charset='utf-8'><b style=\"font-weight:normal;\" id=\"docs-internal-guid-1\"><p dir=\"ltr\"><span style=\"font-size:11pt;font-weight:400;\">Совет </span><span style=\"font-weight:700;font-style:italic\">принял</span></p></b><br class=\"Apple-interchange-newline\">", "paragraph: Совет */принял/*"},
		"a browser":      {"<html><body>\n<!--StartFragment--><h2>Решения</h2><ul><li>раз</li></ul><blockquote>Мы рады</blockquote><table><tr><th>Год</th><th>Дороги</th></tr><tr><td>2024</td><td>5</td></tr></table><hr><!--EndFragment-->\n</body></html>", "subheading: Решения|list: раз|quotation: Мы рады|table: Год→Дороги⏎2024→5|rule: "},
		"mail":           {"<div dir=\"ltr\"><div>Раз <i>два</i></div><div><br></div><div>три</div><blockquote class=\"gmail_quote\">пять</blockquote></div>", "paragraph: Раз /два/|paragraph: три|quotation: пять"},
		"one bold word":  {"<b>слово</b>", "paragraph: *слово*"},
		"a bold line":    {"<p>раз</p><p><b>О дорогах</b></p><p>два</p>", "paragraph: раз|paragraph: *О дорогах*|paragraph: два"},
		"a headline":     {"<h1>Раз</h1>", "subheading: Раз"},
		"pictures":       {"<img src=\"data:image/png;base64," + png + "\" alt=\"Вид\"><img src=\"file:///C:/clip_image001.png\">", "picture:  lost-pictures=1"},
		"mischief":       {"<script>alert(1)</script><p onclick=x>раз <a href=\"javascript:x\">два</a></p><iframe src=x></iframe>", "paragraph: раз два lost-links=1"},
		"a spreadsheet":  {"<html><body><table>\n<!--StartFragment-->\n<col width=64><tr><td height=20>а</td><td>1</td></tr><tr><td>б</td><td>2</td></tr><!--EndFragment--></table></body></html>", "table: а→1⏎б→2"},
		"nothing at all": {"<p></p>", ""},
	} {
		t.Run(name, func(t *testing.T) {
			var wide []byte
			for _, u := range utf16.Encode([]rune("\ufeff" + tt.html)) {
				wide = binary.LittleEndian.AppendUint16(wide, u)
			}
			for _, data := range [][]byte{[]byte(tt.html), wide} {
				f, err := ReadFragment(data, nil)
				if err != nil {
					t.Fatal(err)
				}
				var all []string
				for _, b := range f.Blocks {
					text := layouttest.Marked(b.Text, b.Marks)
					if b.First > 0 {
						text = fmt.Sprint(b.First) + ". " + text
					}
					all = append(all, string(b.Kind)+": "+text)
					if b.Kind == release.Picture && string(f.Pictures[b.Picture]) != layouttest.PNG {
						t.Error("the picture is not there")
					}
				}
				got := strings.Join(all, "|")
				for _, r := range f.Repairs {
					got += " " + r.Code + "=" + layouttest.Piece(r)
				}
				if got != tt.want {
					t.Errorf("got  %s\nwant %s", got, tt.want)
				}
			}
		})
	}
	if _, err := ReadFragment(make([]byte, MaxBytes+1), nil); err == nil {
		t.Error("too large, and read")
	}
}

func FuzzReadFragment(f *testing.F) {
	f.Add([]byte("<!--StartFragment--><p><b>а</b> <a href='https://a.example'>б</a></p><!--EndFragment-->"))
	f.Add([]byte("<table><tr><td rowspan=9><ol start=7><li>а<img src='data:image/png;base64,iVBORw0KGgo='></table><blockquote>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		fragment, err := ReadFragment(data, nil)
		if err != nil {
			return
		}
		r := release.New("ru")
		r.Blocks = fragment.Blocks
		encoded, err := r.Encode()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := release.Parse(encoded); err != nil {
			t.Fatalf("%v in\n%s", err, encoded)
		}
	})
}
