package export_test

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"communique/editor/release"
	"communique/export"
	"communique/export/exporttest"
	"communique/export/fingerprint"
	"communique/export/style"
)

func office(t testing.TB) export.Office {
	t.Helper()
	plain, err := style.Shipped(style.Plain)
	if err != nil {
		t.Fatal(err)
	}
	return export.Office{Organisation: organisation(t), Style: plain, Mail: export.Mailing{To: []string{"Редакция <desk@agency.example>"}, WithHTML: true}}
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
		if strings.Contains(string(data), "тайна") {
			t.Errorf("%s: the notes leaked", r.Form)
		}
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

func TestPackage(t *testing.T) {
	dir := t.TempDir()
	r := full(t)
	r.Number = "15/2024"
	job := export.Job{Release: r, Target: filepath.Join(dir, "комплект"), Forms: export.Forms(), Package: true}
	results, err := run(t, context.Background(), slices.Values([]export.Job{job}))
	if err != nil || results[0].Err != nil {
		t.Fatal(err, results)
	}
	data, err := os.ReadFile(filepath.Join(job.Target, export.ContentsName))
	if err != nil {
		t.Fatal(err)
	}
	var contents struct {
		Number  string `json:"number"`
		Content string `json:"content_sha256"`
		Files   []struct {
			Name string `json:"name"`
		} `json:"files"`
	}
	if err := json.Unmarshal(data, &contents); err != nil {
		t.Fatal(err)
	}
	hash := fingerprint.Hash(r)
	if contents.Number != r.Number || contents.Content != hash || len(contents.Files) != len(export.Forms()) {
		t.Errorf("got %+v", contents)
	}
	for _, f := range contents.Files {
		if !strings.Contains(f.Name, "-n15-2024-"+hash[:8]+".") {
			t.Errorf("%s does not bear number and hash", f.Name)
		}
		if _, err := os.Stat(filepath.Join(job.Target, f.Name)); err != nil {
			t.Error(err)
		}
	}
	if again, _ := run(t, context.Background(), slices.Values([]export.Job{job})); !errors.Is(again[0].Err, fs.ErrExist) {
		t.Errorf("a package was overwritten: %v", again[0].Err)
	}
	job.Replace = true
	if again, _ := run(t, context.Background(), slices.Values([]export.Job{job})); again[0].Err != nil {
		t.Error(again[0].Err)
	}
	onlyThese(t, dir, "комплект")
}

// A package that fails leaves nothing; a folder that is none is never replaced.
func TestPackageIsWholeOrNotAtAll(t *testing.T) {
	dir := t.TempDir()
	own := filepath.Join(dir, "own")
	if err := os.MkdirAll(own, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(own, "thesis.txt"), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	broken := office(t)
	broken.Organisation.Logo = []byte("rubbish")
	for name, job := range map[string]export.Job{
		"broken logo": {Target: filepath.Join(dir, "new"), Forms: []export.Form{export.Text, export.PDF}},
		"own folder":  {Target: own, Forms: []export.Form{export.Text}, Replace: true},
		"no folder":   {Target: filepath.Join(dir, "no", "such"), Forms: []export.Form{export.Text}},
	} {
		job.Release, job.Package = release.Release{Headline: "Да"}, true
		err := export.Run(context.Background(), broken, slices.Values([]export.Job{job}), func(results []export.Result) {
			if results[0].Err == nil {
				t.Errorf("%s: nothing is said", name)
			}
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	onlyThese(t, dir, "own")
	onlyThese(t, own, "thesis.txt")
}

func onlyThese(t *testing.T, dir string, names ...string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, e := range entries {
		found = append(found, e.Name())
	}
	if !slices.Equal(found, names) {
		t.Errorf("%s holds %q, want %q", dir, found, names)
	}
}
