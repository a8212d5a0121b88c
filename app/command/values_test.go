package command

import (
	"strings"
	"testing"
)

const unreadRelease = "format = 1\nlanguage = \"ru\"\nkind = \"news\"\nstatus = \"draft\"\nheadline = \"Встреча\"\nlead = \"Она состоялась.\"\n\n" +
	"[[unread]]\nfield = \"embargo\"\ntext = \"11.09.2027 12:00\"\n"

func TestAnUnreadEmbargoBlocksAndWarns(t *testing.T) {
	o := newOffice(t)
	source := o.write("unread.toml", unreadRelease)
	status, out, _ := o.run("check", source)
	if status != couldNot || !strings.Contains(out, "field-unread") || !strings.Contains(out, "11.09.2027 12:00 МСК") {
		t.Errorf("check: %d, %q", status, out)
	}
	for _, form := range []string{"txt", "html", "md", "pdf", "docx", "eml", "ninjs", "package"} {
		_, _, told := o.run("export", source, "--to", form, "-o", o.path("out"))
		if !strings.Contains(told, "не хватает часового пояса") {
			t.Errorf("%s: told %q", form, told)
		}
	}
	plain := o.write("plain.txt", raw)
	if _, _, told := o.run("export", plain, "--with", source, "--to", "pdf", "-o", o.path("with")); !strings.Contains(told, "не хватает часового пояса") {
		t.Errorf("a translation: told %q", told)
	}
}

// TestAnEmbargoWarnsUntilItIsOver compares with the office's clock.
func TestAnEmbargoWarnsUntilItIsOver(t *testing.T) {
	o := newOffice(t)
	for embargo, warned := range map[string]bool{
		"2099-01-01T12:00:00+06:00[Asia/Bishkek]": true, "2001-01-01T12:00:00+06:00[Asia/Bishkek]": false, "": false,
	} {
		text := strings.Replace(strings.Split(unreadRelease, "\n\n")[0]+"\n", "lead =", "embargo = \""+embargo+"\"\nlead =", 1)
		_, _, told := o.run("export", o.write("r.toml", text), "--to", "txt", "-o", o.path("out"), "--force")
		if strings.Contains(told, "ЭМБАРГО") != warned {
			t.Errorf("%q: told %q", embargo, told)
		}
	}
}

// TestTypedValuesAreMadePlain gives a field what a person copies from Word.
func TestTypedValuesAreMadePlain(t *testing.T) {
	o := newOffice(t)
	out := o.must("new", "--template", "meeting", "--language", "ru", "--set", "date=11.09.2024", "--set", "place=Бишкек\r\n",
		"--set", "host=Иван\u00ad Пробный", "--set", "guest=Анна Озерова", "--set", "topic=план\vработы\x07", "--set", "guest.ins=Анной\r\nОзеровой")
	for _, bad := range []string{"\\u0007", "\\r", "\u00ad", "\\u000b"} {
		if strings.Contains(out, bad) {
			t.Errorf("%s is left in\n%s", bad, out)
		}
	}
	if !strings.Contains(out, "с Анной Озеровой") {
		t.Errorf("the corrected form is not there:\n%s", out)
	}
}
