package mail

import (
	"encoding/base64"
	"strconv"
	"strings"
	"testing"

	"communique/editor/intake/layout/layouttest"
)

// TestConstructs reads what programs write seldom, or wrongly.
func TestConstructs(t *testing.T) {
	part := func(head, body string) string { return "--x\n" + head + "\n\n" + body + "\n" }
	several := func(kind string, all ...string) string {
		return "Content-Type: multipart/" + kind + "; boundary=x\n\n" + strings.Join(all, "") + "--x--"
	}
	plain, page := part("Content-Type: text/plain", "раз"), part("Content-Type: text/html", "<p>раз</p>")
	const flows = "Content-Type: text/plain; format=flowed"
	for name, c := range map[string]struct{ letter, want string }{
		"lines that flow together":         {flows + "; delsp=yes\n\nправи \nтельство  \nРоссии\n From here", "правительство России|From here"},
		"lines that flow as they are":      {flows + "\n\nправительство \nРоссии", "правительство России"},
		"a quotation that flows":           {flows + "\n\n> раз \n> два\n>> три \nпять", "> раз два|>> три|пять"},
		"alternatives that are not read":   {several("alternative", plain, part("Content-Type: text/x-amp-html", "<p>раз</p>"), page, part("Content-Type: text/calendar", "BEGIN:VCALENDAR")), "раз"},
		"nothing of the alternatives":      {several("alternative", part("Content-Type: text/calendar", "BEGIN:VCALENDAR")), " attachments=1"},
		"alternatives with a file":         {several("alternative", plain, "--x\nContent-Type: multipart/mixed; boundary=y\n\n--y\nContent-Type: text/html\n\n<p>раз</p>\n--y\nContent-Type: application/pdf\n\n%PDF\n--y--\n"), "раз attachments=1"},
		"a page that says nothing":         {several("alternative", plain, part("Content-Type: text/html", "<html><body><p>&nbsp;</p></body></html>")), "раз"},
		"signed":                           {several("signed", plain, part("Content-Type: application/pkcs7-signature", "x")), "раз"},
		"signed by PGP":                    {several("signed", plain, part("Content-Type: application/pgp-signature", "x")), "раз"},
		"a parameter given twice":          {"Content-Type: text/html; charset=utf-8; charset=koi8-r\n\n<p>раз</p>", "раз"},
		"a parameter without a name":       {"Content-Type: TEXT/HTML; charset = \"koi8-r\"; charset=utf-8\n\n<p>\xd2\xc1\xda</p>", "раз"},
		"an old kind":                      {"Content-Type: text\n\nраз", "раз"},
		"an old kind of page":              {"Content-Type: html\n\n<p>раз</p>", "раз"},
		"a file written out":               {"Content-Type: text/plain\n\nраз\n\nbegin 644 a.doc\n#9&%Y\n`\nend\n\nдва", "раз|два attachments=1"},
		"a picture written out":            {"Content-Type: text/plain\n\nраз\nbegin 644 a.png\n" + uu(layouttest.PNG) + "`\nend", `раз|(69 bytes, "") `},
		"a text that is written out":       {"Content-Type: text/plain\nContent-Transfer-Encoding: x-uuencode\n\nbegin 644 a\n" + uu("раз и ещё раз, чтобы строк было две") + "`\nend", "раз и ещё раз, чтобы строк было две"},
		"words that begin":                 {"Content-Type: text/plain\n\nbegin 644 a\nраз\nend", "begin 644 a|раз|end"},
		"base64 with spaces at the ends":   {"Content-Type: text/plain; charset=koi8-r\nContent-Transfer-Encoding: base64\n\n8sHa \n\t8sHa\n", "РазРаз"},
		"base64 in pieces":                 {"Content-Type: text/plain; charset=koi8-r\nContent-Transfer-Encoding: base64\n\n8sHaIA==\n8sHa\n", "Раз Раз"},
		"base64 without its end":           {"Content-Type: text/plain; charset=koi8-r\nContent-Transfer-Encoding: base64\n\n8sHaIA", "Раз"},
		"base64 broken in a piece":         {"Content-Type: text/plain; charset=koi8-r\nContent-Transfer-Encoding: base64\n\n8sHaI=\n8sHa", "Раз cut=1"},
		"parts that nothing parts":         {"Content-Type: multipart/mixed\n\nlong\n--b\nContent-Type: text/plain\n\nраз\n--b\n\nдва\n--b--", "раз|два"},
		"enriched text":                    {"Content-Type: text/enriched\n\n<bold>раз</bold> <color><param>red</param>два</color>\nтри << пять\n\nшесть", "раз два три < пять|шесть"},
		"a letter that Apple's Mail keeps": {"", "раз"},
	} {
		t.Run(name, func(t *testing.T) {
			letter := head + c.letter
			if c.letter == "" {
				letter = head + "Content-Type: text/plain\n\nраз\n"
				letter = strconv.Itoa(len(letter)+strings.Count(letter, "\n")) + "       \n" + letter + `<?xml version="1.0"?><plist/>`
			}
			if !Is([]byte(letter)) {
				t.Error("it is no letter")
			}
			d, err := Read(params(letter))
			_, got, _ := strings.Cut(layouttest.Write(d), "Subject: Раз")
			if got = strings.TrimPrefix(got, "|"); err != nil || got != c.want {
				t.Errorf("got %s, %v\nwant %s", layouttest.Write(d), err, c.want)
			}
		})
	}
}

// uu writes a file out as old programs do.
func uu(data string) string {
	var b strings.Builder
	for len(data) > 0 {
		n := min(len(data), 45)
		line := data[:n] + "\x00\x00"
		b.WriteByte(byte(' ' + n))
		for at := 0; at < n; at += 3 {
			bits := int(line[at])<<16 | int(line[at+1])<<8 | int(line[at+2])
			for shift := 18; shift >= 0; shift -= 6 {
				b.WriteByte(byte(' ' + bits>>shift&0x3f))
			}
		}
		b.WriteByte('\n')
		data = data[n:]
	}
	return b.String()
}

// TestBrokenBase64 is read as far as it goes.
func TestBrokenBase64(t *testing.T) {
	long := base64.StdEncoding.EncodeToString([]byte(strings.Repeat("а", 1000)))
	if data, err := fromBase64([]byte(long[:600] + "!" + long[600:])); err == nil || len(data) != 450 {
		t.Errorf("%d bytes, %v", len(data), err)
	}
}
