package export_test

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"communique/editor/release"
	"communique/export"
	"communique/export/exporttest"
	"communique/export/mail"
	"communique/export/style"
	"communique/export/text"
)

func office(t testing.TB) export.Office {
	t.Helper()
	plain, err := style.Shipped(style.Plain)
	if err != nil {
		t.Fatal(err)
	}
	return export.Office{Organisation: organisation(t), Style: plain, Mail: export.Mailing{To: []string{"Редакция <desk@agency.example>"}, WithHTML: true}, Pictures: photographs}
}

func run(t testing.TB, ctx context.Context, jobs iter.Seq[export.Job]) ([]export.Result, error) {
	t.Helper()
	var all []export.Result
	err := export.Run(ctx, office(t), jobs, func(results []export.Result) { all = append(all, results...) })
	return all, err
}

func TestEveryFormIsWritten(t *testing.T) {
	dir := t.TempDir()
	job := export.Job{Name: "1", Release: full(t), Target: filepath.Join(dir, "release"), Forms: export.Forms()}
	results, err := run(t, context.Background(), slices.Values([]export.Job{job}))
	if err != nil || len(results) != len(export.Forms()) {
		t.Fatalf("%v, %v", results, err)
	}
	for _, r := range results {
		data, err := os.ReadFile(r.Path)
		if err != nil || r.Err != nil || len(data) == 0 {
			t.Errorf("%s: %v, %v", r.Form, r.Err, err)
		}
		for _, layer := range unpacked(t, r.Path, data) {
			for _, secret := range []string{"тайна", "044204300439043d0430"} { // as UTF-8, and as strings of a PDF
				if bytes.Contains(layer, []byte(secret)) {
					t.Errorf("%s: the notes leaked", r.Form)
				}
			}
		}
	}
}

// What a program left that died while it wrote into a job's folder is taken away, and nothing else.
func TestRunTakesAwayWhatWasLeft(t *testing.T) {
	dir := t.TempDir()
	left, own := filepath.Join(dir, ".communique-"+strings.Repeat("A", 26)), filepath.Join(dir, "own.txt")
	for _, path := range []string{left, own} {
		if err := errors.Join(os.WriteFile(path, nil, 0o600), os.Chtimes(path, time.Time{}, time.Now().Add(-2*time.Hour))); err != nil {
			t.Fatal(err)
		}
	}
	job := export.Job{Name: "1", Release: full(t), Target: filepath.Join(dir, "release"), Forms: []export.Form{export.Text}}
	if _, err := run(t, context.Background(), slices.Values([]export.Job{job})); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(left); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("what was left is there: %v", err)
	}
	if _, err := os.Stat(own); err != nil {
		t.Error(err)
	}
}

// What fails does not stop the rest, and all is told in the order it came.
func TestRunGoesOnAndKeepsTheOrder(t *testing.T) {
	dir := t.TempDir()
	taken := filepath.Join(dir, "taken.txt")
	if err := os.WriteFile(taken, []byte("своё"), 0o600); err != nil {
		t.Fatal(err)
	}
	var jobs []export.Job
	for i := range 40 {
		jobs = append(jobs, export.Job{Name: string(rune('a' + i)), Release: exporttest.Release(uint64(i), 100+i*300), Target: filepath.Join(dir, string(rune('a'+i))), Forms: []export.Form{export.PDF}})
	}
	jobs[3].Err = errors.New("cannot be read")
	jobs[7].Target, jobs[7].Forms = filepath.Join(dir, "taken"), []export.Form{export.Text}
	jobs[9].Target = filepath.Join(dir, "no", "such", "folder")
	results, err := run(t, context.Background(), slices.Values(jobs))
	if err != nil || len(results) != len(jobs) {
		t.Fatalf("%d results, %v", len(results), err)
	}
	for i, r := range results {
		if failed := i == 3 || i == 7 || i == 9; r.Name != jobs[i].Name || (r.Err != nil) != failed {
			t.Errorf("%d: %s, %v", i, r.Name, r.Err)
		}
	}
	if data, _ := os.ReadFile(taken); string(data) != "своё" || !errors.Is(results[7].Err, fs.ErrExist) {
		t.Errorf("a file was overwritten: %q, %v", data, results[7].Err)
	}
}

// Of one release, too: a form that fails is named, and the others are written.
func TestAFormThatFailsDoesNotStopTheOthers(t *testing.T) {
	dir := t.TempDir()
	o := office(t)
	o.Text.Windows1251 = true
	o.Mail.To = []string{"никто"}
	job := export.Job{
		Name: "7", Target: filepath.Join(dir, "r"), Release: release.Release{Headline: "Қазақстан 漢", Language: "kk"},
		Forms: []export.Form{export.Text, export.PDF, "odt", export.Mail, export.HTML},
	}
	var results []export.Result
	if err := export.Run(context.Background(), o, slices.Values([]export.Job{job}), func(r []export.Result) { results = append(results, r...) }); err != nil {
		t.Fatal(err)
	}
	var encoding *text.EncodingError
	var form *export.FormError
	var address *mail.AddressError
	if len(results) != 5 || !errors.As(results[0].Err, &encoding) || !errors.As(results[2].Err, &form) || !errors.As(results[3].Err, &address) {
		t.Fatalf("got %+v", results)
	}
	for i, want := range []export.Result{
		{Name: "7", Path: job.Target + ".txt", Form: export.Text},
		{Name: "7", Path: job.Target + ".pdf", Form: export.PDF, Missing: []rune("漢")},
		{Name: "7", Path: job.Target + ".odt", Form: "odt"},
		{Name: "7", Path: job.Target + ".eml", Form: export.Mail, Missing: []rune("漢")},
		{Name: "7", Path: job.Target + ".html", Form: export.HTML},
	} {
		got := results[i]
		if (got.Err != nil) != (i%2 == 0 && i < 4 || i == 3) {
			t.Errorf("%d: %v", i, got.Err)
		}
		got.Err = nil
		if !reflect.DeepEqual(got, want) {
			t.Errorf("got %+v, want %+v", got, want)
		}
	}
	onlyThese(t, dir, "r.html", "r.pdf")
}

// The same release gives the same bytes: from a press that printed others before,
// and from a fresh one.
func TestTheSameBytesTwice(t *testing.T) {
	used := export.NewPress(office(t))
	for _, form := range export.Forms() {
		if _, err := used.Print(form, exporttest.Release(3, 3000)); err != nil {
			t.Fatal(err)
		}
		first, err := used.Print(form, full(t), exporttest.Release(2, 500))
		if err != nil {
			t.Fatal(err)
		}
		again, err := export.NewPress(office(t)).Print(form, full(t), exporttest.Release(2, 500))
		if err != nil || !bytes.Equal(first.Data, again.Data) {
			t.Errorf("%s: the same release gave other bytes, %v", form, err)
		}
	}
}

func TestForms(t *testing.T) {
	forms, err := export.ParseForms([]string{"txt", "ninjs", "txt", "pdf"})
	if err != nil || !slices.Equal(forms, []export.Form{export.Text, export.NINJS, export.PDF}) {
		t.Errorf("got %q, %v", forms, err)
	}
	var endings []string
	for _, f := range export.Forms() {
		endings = append(endings, f.Ending())
	}
	if got := strings.Join(endings, " "); got != ".pdf .docx .txt .html .md .eml .json" {
		t.Errorf("got %q", got)
	}
	forms, err = export.ParseForms([]string{"txt", "odt"})
	var unknown *export.FormError
	if forms != nil || !errors.As(err, &unknown) || unknown.Error() != `no form "odt"` {
		t.Fatalf("got %q, %v", forms, err)
	}
	if name, args := unknown.Fact(); name != "export-form" || args["Form"] != "odt" || args["Known"] != "pdf, docx, txt, html, md, eml, ninjs" {
		t.Errorf("got %s, %v", name, args)
	}
}

// TestMailing: the settings choose what goes with the plain text.
func TestMailing(t *testing.T) {
	r, english := full(t), exporttest.Release(2, 900)
	r.Blocks = slices.DeleteFunc(r.Blocks, func(b release.Block) bool { return b.Kind == release.Picture })
	for name, c := range map[string]struct {
		mailing   export.Mailing
		want, not []string
	}{
		"the PDF":    {export.Mailing{}, []string{"application/pdf", "filename=\"2024-09-11-vstrecha-na-polyakh-sessii.pdf"}, []string{"text/html", "To:", "From:"}},
		"HTML alone": {export.Mailing{WithHTML: true, WithoutPDF: true}, []string{"text/html"}, []string{"application/pdf"}},
		"text alone": {export.Mailing{WithoutPDF: true}, []string{"text/plain"}, []string{"application/pdf", "multipart"}},
		"whom it is for": {
			export.Mailing{From: "a@b.example", To: []string{"c@d.example"}, Cc: []string{"e@f.example"}, Bcc: []string{"g@h.example"}},
			[]string{"From: a@b.example", "To: c@d.example", "Cc: e@f.example", "Bcc: g@h.example"},
			nil,
		},
	} {
		o := office(t)
		o.Mail = c.mailing
		got, err := export.NewPress(o).Print(export.Mail, r)
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range c.want {
			if !strings.Contains(string(got.Data), want) {
				t.Errorf("%s: no %q", name, want)
			}
		}
		for _, not := range c.not {
			if strings.Contains(string(got.Data), not) {
				t.Errorf("%s: %q", name, not)
			}
		}
		if both, err := export.NewPress(o).Print(export.Mail, r, english); err != nil || len(both.Data) > len(got.Data) == c.mailing.WithoutPDF {
			t.Errorf("%s: %d bytes with a translation, %d without, %v", name, len(both.Data), len(got.Data), err)
		}
	}
	o := office(t)
	o.Organisation.Logo = []byte("rubbish")
	if got, err := export.NewPress(o).Print(export.Mail, r); err == nil || got.Data != nil {
		t.Errorf("a mail without its PDF: %v", err)
	}
}

func TestWrite(t *testing.T) {
	path := filepath.Join(t.TempDir(), "r.txt")
	for _, c := range []struct {
		content string
		replace bool
		want    error
		there   string
	}{
		{"раз", false, nil, "раз"},
		{"два", false, fs.ErrExist, "раз"},
		{"три", true, nil, "три"},
	} {
		err := export.Write(path, []byte(c.content), c.replace)
		if data, _ := os.ReadFile(path); !errors.Is(err, c.want) || string(data) != c.there {
			t.Errorf("%s: %v, %q", c.content, err, data)
		}
	}
}

// What was asked for before the stop is told, each with the reason.
func TestAStoppedJobSaysSo(t *testing.T) {
	dir := t.TempDir()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	press := 0
	err := export.Run(ctx, office(t), func(yield func(export.Job) bool) {
		press++
		yield(export.Job{Release: full(t), Target: filepath.Join(dir, "x"), Forms: []export.Form{export.Text}})
	}, func(results []export.Result) {
		for _, r := range results {
			if !errors.Is(r.Err, context.Canceled) {
				t.Errorf("got %+v", r)
			}
		}
	})
	if !errors.Is(err, context.Canceled) || press != 1 {
		t.Errorf("%d, %v", press, err)
	}
	onlyThese(t, dir)
}

func TestRunIsStopped(t *testing.T) {
	dir := t.TempDir()
	ctx, cancel := context.WithCancel(context.Background())
	count := 0
	err := export.Run(ctx, office(t), func(yield func(export.Job) bool) {
		for i := 0; yield(export.Job{Release: exporttest.Release(1, 100), Target: filepath.Join(dir, "x"), Forms: []export.Form{export.Text}, Replace: true}); i++ {
			if i == 5 {
				cancel()
			}
		}
	}, func([]export.Result) { count++ })
	if !errors.Is(err, context.Canceled) || count > 20 {
		t.Errorf("%d jobs, %v", count, err)
	}
}
