package command

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"communique/editor/proof"
	"communique/editor/release"
)

// letter is a release file with things to mend, and one that only a person can.
func letter(t *testing.T, o *office, name, text string) string {
	t.Helper()
	r := release.New("ru")
	r.Headline, r.Place, r.Lead = "Встреча в Пробном", "Пробный", "11 сентября в Пробном прошла встреча."
	r.Date, _ = release.NewDate(2024, 9, 11)
	r.Blocks = []release.Block{{ID: 1, Kind: release.Paragraph, Text: text}}
	r.Contacts = []release.Contact{{Email: "press@council.example"}}
	data, err := r.Encode()
	if err != nil {
		t.Fatal(err)
	}
	return o.write(name, string(data))
}

func TestCheckMends(t *testing.T) {
	o := newOffice(t)
	path := letter(t, o, "a.release.toml", "Стороны  обсудили ход ход работ ХХХ.")
	status, out, told := o.run("check", "--fix", "--json", path)
	if status != couldNot {
		t.Errorf("status %d: %s", status, told)
	}
	var found []finding
	if err := json.Unmarshal([]byte(out), &found); err != nil || len(found) != 1 || found[0].Code != "placeholder-left" || found[0].Repair != nil {
		t.Errorf("%v: %s", err, out)
	}
	if data, err := os.ReadFile(path); err != nil || !strings.Contains(string(data), "Стороны обсудили ход работ ХХХ.") {
		t.Errorf("%v: %s", err, data)
	}
	wire := o.write("wire.txt", raw+"  и  ещё\n")
	if status, _, told := o.run("check", "--fix", wire); status != couldNot || !strings.Contains(told, "Исправить можно только файл релиза") {
		t.Errorf("status %d: %s", status, told)
	}
}

// TestCheckMendsWhatItReports: --fix makes the repairs that check lists, each in its place, and no other change; what it
// lists without one stays.
func TestCheckMendsWhatItReports(t *testing.T) {
	o := newOffice(t)
	const text = "Стороны  обсудили ход ход работ ,в течении года. Гости при\u200bбыли в 5 ч ; адрес: prеss@council.example, XXX и «\u00abречь»... Согласно приказа <b>всё</b> готово ."
	path := letter(t, o, "a.release.toml", text)
	_, out, _ := o.run("check", "--json", path)
	var found []finding
	if err := json.Unmarshal([]byte(out), &found); err != nil {
		t.Fatal(err, out)
	}
	want, repairs := []rune(text), 0
	for _, f := range slices.Backward(found) {
		if f.Repair == nil {
			continue
		}
		if got := string(want[f.Start:f.End]); f.Field != "blocks" || got != f.Text {
			t.Fatalf("%s at %d–%d is %q", f.Code, f.Start, f.End, got)
		}
		want = slices.Concat(want[:f.Start], []rune(*f.Repair), want[f.End:])
		repairs++
	}
	const least = 6
	if repairs < least {
		t.Fatalf("only %d repairs: %s", repairs, out)
	}
	_, out, told := o.run("check", "--json", "--fix", path)
	if !strings.Contains(told, fmt.Sprintf("устранено замечаний: %d", repairs)) {
		t.Errorf("%d repairs: %s", repairs, told)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	r, err := release.Decode(data)
	if err != nil || r.Blocks[0].Text != string(want) {
		t.Errorf("%v: %q, want %q", err, r.Blocks[0].Text, string(want))
	}
	left := found
	if err := json.Unmarshal([]byte(out), &left); err != nil || slices.ContainsFunc(left, func(f finding) bool { return f.Repair != nil }) {
		t.Errorf("%v: %s", err, out)
	}
}

// TestCheckMendsWhatOverlaps: of repairs that overlap each is made in its turn.
func TestCheckMendsWhatOverlaps(t *testing.T) {
	o := newOffice(t)
	path := letter(t, o, "a.release.toml", "Стороны обсудили ход ход  ход работ, в в  в течении года.")
	if status, out, told := o.run("check", "--fix", path); status != 0 || out != "" {
		t.Errorf("status %d: %s %s", status, out, told)
	}
	if data, err := os.ReadFile(path); err != nil || !strings.Contains(string(data), "Стороны обсудили ход работ, в течение года.") {
		t.Errorf("%v: %s", err, data)
	}
}

// TestCheckMendsVeryMany: also those findings are mended that are not listed.
func TestCheckMendsVeryMany(t *testing.T) {
	o := newOffice(t)
	path := letter(t, o, "a.release.toml", "Стороны"+strings.Repeat("  обсудили", 3*proof.Most)+" ход работ.")
	_, out, told := o.run("check", "--only", "space-twice", "--fix", path)
	if out != "" || !strings.Contains(told, "устранено замечаний: 3000") {
		t.Errorf("%.300s %.300s", out, told)
	}
	if data, err := os.ReadFile(path); err != nil || strings.Contains(string(data), "  обсудили") {
		t.Errorf("%v: some are left", err)
	}
}

func TestCheckOnlyAndWithout(t *testing.T) {
	o := newOffice(t)
	path := letter(t, o, "a.release.toml", "Стороны  обсудили ход ход работ ХХХ.")
	codes := func(args ...string) string {
		t.Helper()
		_, out, _ := o.run(append([]string{"check", "--json", path}, args...)...)
		var found []finding
		if err := json.Unmarshal([]byte(out), &found); err != nil {
			t.Fatal(err, out)
		}
		var all []string
		for _, f := range found {
			all = append(all, f.Code)
		}
		return strings.Join(all, " ")
	}
	if got := codes("--only", "word-twice,space-twice"); got != "space-twice word-twice" {
		t.Errorf("only: %s", got)
	}
	if got := codes("--without", "placeholder-left"); got != "space-twice word-twice" {
		t.Errorf("without: %s", got)
	}
	if status, _, told := o.run("check", "--only", "word-thrice", path); status != couldNot || !strings.Contains(told, "word-thrice") {
		t.Errorf("an unknown check: %d %s", status, told)
	}
	status, out, _ := o.run("check", "--sarif", path)
	var log sarifLog
	if err := json.Unmarshal([]byte(out), &log); err != nil || status != couldNot || len(log.Runs) != 1 || len(log.Runs[0].Results) != 3 || log.Runs[0].Results[0].Level != "warning" {
		t.Errorf("%d %v: %s", status, err, out)
	}
}

// TestCheckTellsHowManyMore: what is not listed is counted, in words, in JSON and in SARIF.
func TestCheckTellsHowManyMore(t *testing.T) {
	o := newOffice(t)
	path := letter(t, o, "a.release.toml", strings.Repeat("ХХХ и ", 3*proof.Most)+"конец.")
	_, out, _ := o.run("check", "--only", proof.PlaceholderLeft, path)
	if lines := strings.Split(strings.TrimSpace(out), "\n"); len(lines) != proof.Most+1 || !strings.HasSuffix(lines[proof.Most], "Не заполнено: ХХХ – и ещё 1999 такого рода, без списка") {
		t.Errorf("%d lines, the last %q", len(lines), lines[len(lines)-1])
	}
	_, out, _ = o.run("check", "--json", "--only", proof.PlaceholderLeft, path)
	var found []finding
	if err := json.Unmarshal([]byte(out), &found); err != nil || len(found) != proof.Most+1 || found[0].More != 0 || found[proof.Most].More != 1999 {
		t.Errorf("%v: %d findings", err, len(found))
	}
	_, out, _ = o.run("check", "--sarif", "--only", proof.PlaceholderLeft, path)
	var log sarifLog
	if err := json.Unmarshal([]byte(out), &log); err != nil || len(log.Runs) != 1 || len(log.Runs[0].Results) != proof.Most+1 {
		t.Fatalf("%v: %.300s", err, out)
	}
	if last := log.Runs[0].Results[proof.Most]; last.Properties.More != 1999 || !strings.Contains(last.Message.Text, "ещё 1999") {
		t.Errorf("%+v", last)
	}
}

func TestCheckSaysWhichReleasesAreFit(t *testing.T) {
	o := newOffice(t)
	letter(t, o, "dir/a.release.toml", "Стороны обсудили ход работ.")
	letter(t, o, "dir/b.release.toml", "Стороны обсудили ход ход работ.")
	letter(t, o, "dir/c.release.toml", "Стороны обсудили ХХХ.")
	o.write("dir/.hidden", "ХХХ")
	status, out, _ := o.run("check", o.path("dir"))
	lines := strings.Split(strings.TrimSpace(out), "\n")
	want := []string{"a.release.toml:1\tможно выпускать", "b.release.toml:1\tможно выпускать, но стоит посмотреть", "c.release.toml:1\tвыпускать нельзя"}
	if status != couldNot || len(lines) != 5 {
		t.Fatalf("status %d: %s", status, out)
	}
	for i, line := range want {
		if got := lines[len(lines)-3+i]; !strings.HasSuffix(got, line) {
			t.Errorf("got %s, want %s", got, line)
		}
	}
}
