package export_test

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"communique/editor/release"
	"communique/export"
	"communique/export/fingerprint"
)

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
		Headline string `json:"headline"`
		Number   string `json:"number"`
		Status   string `json:"status"`
		Content  string `json:"content_sha256"`
		Files    []struct {
			Name        string `json:"name"`
			SHA256      string `json:"sha256"`
			Caption     string `json:"caption"`
			Author      string `json:"author"`
			Alternative string `json:"alternative"`
		} `json:"files"`
	}
	if err := json.Unmarshal(data, &contents); err != nil {
		t.Fatal(err)
	}
	hash := fingerprint.Hash(r)
	if contents.Number != r.Number || r.Status == "" || contents.Status != string(r.Status) || contents.Content != hash || len(contents.Files) != len(export.Forms())+1 {
		t.Errorf("got %+v", contents)
	}
	for i, f := range contents.Files {
		ending := "-1.jpg" // the picture stands behind the forms
		if i < len(export.Forms()) {
			ending = export.Forms()[i].Ending()
		} else if f.Caption != "Зал заседаний" || f.Author != "Иван Пробный" || f.Alternative != "Девять человек за столом" {
			t.Errorf("of the picture is said %+v", f)
		}
		if f.Name != export.PackageName(r)+ending || contents.Headline != r.Headline {
			t.Errorf("%s is file %d of %q", f.Name, i, contents.Headline)
		}
		if data, err := os.ReadFile(filepath.Join(job.Target, f.Name)); err != nil || fmt.Sprintf("%x", sha256.Sum256(data)) != f.SHA256 {
			t.Errorf("%s is not what %s says, %v", f.Name, export.ContentsName, err)
		}
		if !strings.Contains(f.Name, "-n15-2024-"+hash[:8]) {
			t.Errorf("%s does not bear number and hash", f.Name)
		}
		if _, err := os.Stat(filepath.Join(job.Target, f.Name)); err != nil {
			t.Error(err)
		}
	}
	job.Forms, job.Release.Lead = []export.Form{export.Text}, "Иначе."
	if again, _ := run(t, context.Background(), slices.Values([]export.Job{job})); !errors.Is(again[0].Err, fs.ErrExist) {
		t.Errorf("a package was overwritten: %v", again[0].Err)
	}
	job.Replace = true
	if again, _ := run(t, context.Background(), slices.Values([]export.Job{job})); again[0].Err != nil {
		t.Error(again[0].Err)
	}
	onlyThese(t, dir, "комплект")
	onlyThese(t, job.Target, export.PackageName(job.Release)+"-1.jpg", export.PackageName(job.Release)+".txt", export.ContentsName)
}

// TestAPackageThatFailsLeavesTheOldOne: whatever goes wrong with the new one, the
// old one is there as it was, and nothing else.
func TestAPackageThatFailsLeavesTheOldOne(t *testing.T) {
	dir := t.TempDir()
	job := export.Job{Release: full(t), Target: filepath.Join(dir, "комплект"), Forms: []export.Form{export.Text, export.HTML}, Package: true, Replace: true}
	if results, err := run(t, context.Background(), slices.Values([]export.Job{job})); err != nil || results[0].Err != nil {
		t.Fatal(results, err)
	}
	before := everyFile(t, job.Target)
	broken := office(t)
	broken.Organisation.Logo = []byte("rubbish")
	job.Forms = []export.Form{export.Text, export.PDF}
	var got export.Result
	if err := export.Run(context.Background(), broken, slices.Values([]export.Job{job}), func(r []export.Result) { got = r[0] }); err != nil {
		t.Fatal(err)
	}
	if got.Err == nil || got.Path != job.Target || got.Form != "" {
		t.Errorf("got %+v", got)
	}
	if after := everyFile(t, job.Target); !maps.Equal(before, after) {
		t.Errorf("got %q, want %q", after, before)
	}
	onlyThese(t, dir, "комплект")
}

// A package that could not be made is told by its own name.
func TestAPackageNamesItsPlace(t *testing.T) {
	target := filepath.Join(t.TempDir(), "no", "such")
	job := export.Job{Name: "9", Release: full(t), Target: target, Forms: []export.Form{export.Text}, Package: true}
	results, err := run(t, context.Background(), slices.Values([]export.Job{job}))
	var pathErr *fs.PathError
	if err != nil || !errors.As(results[0].Err, &pathErr) || pathErr.Path != target || pathErr.Op == "" || !errors.Is(pathErr, fs.ErrNotExist) || results[0].Name != "9" {
		t.Errorf("got %+v, %v", results, err)
	}
}

// The letters that a package's forms lack are told with it.
func TestAPackageNamesItsMissingLetters(t *testing.T) {
	job := export.Job{
		Release: release.Release{Headline: "漢"}, Target: filepath.Join(t.TempDir(), "p"), Forms: []export.Form{export.PDF, export.Text}, Package: true,
	}
	if results, err := run(t, context.Background(), slices.Values([]export.Job{job})); err != nil || results[0].Err != nil || string(results[0].Missing) != "漢" {
		t.Errorf("got %+v, %v", results, err)
	}
}

// TestAPackageTellsLinesOver: of a release that is to be one page, as its PDF alone does,
// and again where the package stands there already.
func TestAPackageTellsLinesOver(t *testing.T) {
	r := release.Release{Language: "ru", Headline: "Итоги", OnePage: true}
	for range 20 {
		r.Blocks = append(r.Blocks, release.Block{Kind: release.Paragraph, Text: strings.Repeat("Стороны обсудили ход учений. ", 12)})
	}
	dir := t.TempDir()
	for name, c := range map[string]struct {
		forms   []export.Form
		onePage bool
		over    bool
	}{
		"a PDF":          {[]export.Form{export.Text, export.PDF}, true, true},
		"mail with one":  {[]export.Form{export.Mail, export.PDF, export.DOCX}, true, true},
		"text alone":     {[]export.Form{export.Text}, true, false},
		"as many sheets": {[]export.Form{export.PDF}, false, false},
	} {
		r.OnePage = c.onePage
		alone, err := run(t, context.Background(), slices.Values([]export.Job{{Release: r, Target: filepath.Join(dir, name+" alone"), Forms: c.forms}}))
		if err != nil {
			t.Fatal(name, err)
		}
		want := 0
		for _, result := range alone {
			want = max(want, result.Over)
		}
		if (want > 0) != c.over {
			t.Errorf("%s: %d lines over in the files", name, want)
		}
		job := export.Job{Release: r, Target: filepath.Join(dir, name), Forms: c.forms, Package: true}
		for _, same := range []bool{false, true} {
			if packed, err := run(t, context.Background(), slices.Values([]export.Job{job})); err != nil || packed[0].Err != nil || packed[0].Over != want || packed[0].Same != same {
				t.Errorf("%s: %+v, %v, want %d lines over", name, packed, err, want)
			}
		}
	}
}

// A release whose number or headline points elsewhere stays in its folder.
func TestAPackageStaysInItsFolder(t *testing.T) {
	for _, evil := range []string{"../../x", "/etc/passwd", "C:\\con", "..", "nul", "a/b\\c", "x."} {
		name := export.PackageName(release.Release{Headline: evil, Number: evil})
		if !filepath.IsLocal(name) || strings.ContainsAny(name, `/\:.`) {
			t.Errorf("%q is called %q", evil, name)
		}
	}
	if got := export.PackageName(release.Release{Headline: "Да"}); strings.Contains(got, "-n") || !strings.HasPrefix(got, "da-") || len(got) != len("da-")+8 {
		t.Errorf("without a number: %q", got)
	}
}

// everyFile returns the files of a folder by their names.
func everyFile(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		files[e.Name()] = string(data)
	}
	return files
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
