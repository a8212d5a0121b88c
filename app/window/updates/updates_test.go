package updates_test

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"communique/app/update"
	"communique/app/window/screen"
	"communique/app/window/screen/screentest"
	"communique/app/window/updates"
	"communique/assets/translations"
)

// stage tells of updates, to a program of version 1.2.3.
type stage struct {
	*screentest.Stage
	params   updates.Params
	proposed string
	lead     func()
	opened   []string
}

func newStage(t *testing.T) *stage {
	s := &stage{Stage: screentest.New(t)}
	s.params = updates.Params{
		Base: s.Base, From: t.TempDir(), Version: "1.2.3", Kinds: []string{"a-kind"}, Downloads: filepath.Join(t.TempDir(), "updates"),
		Propose: func(text, _ translations.Sentence, way func()) screen.Told {
			s.proposed, s.lead = text(s.Base.Words), way
			return nil
		},
		OpenFile: func(path string) { s.opened = append(s.opened, path) },
	}
	return s
}

// offer lays a version into the folder that is looked at.
func (s *stage) offer(t *testing.T, version, kind, content string) {
	t.Helper()
	notice := fmt.Sprintf("format = 1\nversion = %q\n[news]\nru = \"Новое окно.\"\n[[packages]]\nkind = %q\nfile = \"setup-%s.exe\"\nsize = 7\nsha256 = \"%x\"\n", version, kind, version, sha256.Sum256([]byte("package")))
	for name, text := range map[string]string{"communique-update.toml": notice, "setup-" + version + ".exe": content} {
		if err := os.WriteFile(filepath.Join(s.params.From, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

func TestANewerVersionIsInstalledWhenAskedFor(t *testing.T) {
	s := newStage(t)
	s.offer(t, "1.3.0", "a-kind", "package")
	s.params.Check()
	s.Wait("the dialog", s.Open)
	if texts := s.Texts(); !strings.Contains(texts, "Есть версия 1.3.0. У вас 1.2.3.") || !strings.Contains(texts, "Новое окно.") ||
		!strings.Contains(texts, filepath.Join(s.params.From, "setup-1.3.0.exe")) {
		t.Errorf("on the screen:\n%s", texts)
	}
	s.Tap("Показать папку")
	if len(s.opened) != 1 || s.opened[0] != s.params.From {
		t.Errorf("opened %v", s.opened)
	}
	if entries, _ := os.ReadDir(s.params.Downloads); len(entries) > 0 {
		t.Error("a package was fetched before anybody asked")
	}
	old := filepath.Join(s.params.Downloads, "setup-1.2.9.exe")
	if err := errors.Join(os.MkdirAll(s.params.Downloads, 0o700), os.WriteFile(old, nil, 0o600)); err != nil {
		t.Fatal(err)
	}
	s.Press(fyne.KeyReturn, fyne.KeyModifierControl)
	s.Wait("the package", func() bool { return len(s.opened) == 2 })
	if s.opened[1] != filepath.Join(s.params.Downloads, "setup-1.3.0.exe") || s.Open() || len(s.Failed) > 0 || s.Told != "" {
		t.Errorf("opened %v, failed %v, told %q", s.opened, s.Failed, s.Told)
	}
	if _, err := os.Stat(old); err == nil {
		t.Error("the package of before is still there")
	}
}

// TestWhatLiesWhereAPackageIsPut: one of before by the same name makes way; where versions are
// offered in that very folder, all of it stays.
func TestWhatLiesWhereAPackageIsPut(t *testing.T) {
	install := func(s *stage) {
		s.offer(t, "1.3.0", "a-kind", "package")
		s.params.Check()
		s.Wait("the dialog", s.Open)
		s.Tap("Установить…")
		s.Wait("the package", func() bool { return len(s.opened) == 1 || len(s.Failed) > 0 })
		path := filepath.Join(s.params.Downloads, "setup-1.3.0.exe")
		if data, err := os.ReadFile(path); err != nil || string(data) != "package" || len(s.Failed) > 0 || s.opened[0] != path {
			t.Errorf("%q, %v, failed %v, opened %q", data, err, s.Failed, s.opened)
		}
	}
	s := newStage(t)
	if err := errors.Join(os.MkdirAll(s.params.Downloads, 0o700), os.WriteFile(filepath.Join(s.params.Downloads, "setup-1.3.0.exe"), []byte("before!"), 0o600)); err != nil {
		t.Fatal(err)
	}
	install(s)
	s = newStage(t)
	s.params.From = s.params.Downloads
	others := filepath.Join(s.params.From, "other.msi")
	if err := errors.Join(os.MkdirAll(s.params.From, 0o700), os.WriteFile(others, nil, 0o600)); err != nil {
		t.Fatal(err)
	}
	install(s)
	for _, path := range []string{others, filepath.Join(s.params.From, "communique-update.toml")} {
		if _, err := os.Stat(path); err != nil {
			t.Error(err)
		}
	}
}

func TestWhatIsNotInstalled(t *testing.T) {
	s := newStage(t)
	s.offer(t, "1.3.0", "a-kind", "PACKAGE")
	s.params.Check()
	s.Wait("the dialog", s.Open)
	s.Tap("Установить…")
	s.Wait("what is wrong", func() bool { return len(s.Failed) == 1 })
	var wrong *update.WrongError
	if !errors.As(s.Failed[0], &wrong) || len(s.opened) > 0 {
		t.Errorf("failed %v, opened %v", s.Failed, s.opened)
	}
	s.offer(t, "1.3.0", "another-kind", "package")
	s.params.Check()
	s.Wait("the dialog", s.Open)
	if texts := s.Texts(); !strings.Contains(texts, "пакета версии 1.3.0 там нет") || strings.Contains(texts, "Установить…") {
		t.Errorf("on the screen:\n%s", texts)
	}
	s.Press(fyne.KeyEscape, 0)
	for version, want := range map[string]string{"1.2.3": "Новее ничего нет", "1.2.2": "Ставить её не нужно"} {
		s.offer(t, version, "a-kind", "package")
		s.params.Check()
		s.Wait(version, func() bool { return strings.Contains(s.Told, want) })
		if s.Open() {
			t.Errorf("%s: a dialog:\n%s", version, s.Texts())
		}
	}
	s.params.From = ""
	s.params.Check()
	s.Wait("where to look", func() bool { return len(s.Failed) == 2 })
	var unset *update.AddressError
	if !errors.As(s.Failed[1], &unset) || s.Told != "" {
		t.Errorf("failed %v, told %q", s.Failed, s.Told)
	}
}

// TestTheDailyLook is at folders alone, and says nothing unless there is something newer.
func TestTheDailyLook(t *testing.T) {
	s := newStage(t)
	looks := 0
	// look does the daily look, and waits until it has had its time.
	look := func() {
		t.Helper()
		done := make(chan struct{})
		p := s.params
		was := looks
		p.Go = func(f func()) {
			if looks > was { // what is read of the folder
				go f()
				return
			}
			looks++
			go func() { f(); close(done) }()
		}
		p.Daily()
		if looks > was {
			<-done
		}
		tick := false
		s.Base.Do(func() { tick = true })
		s.Wait("the answer", func() bool { return tick })
	}
	look() // there is nothing
	for _, version := range []string{"1.2.2", "1.2.3"} {
		s.offer(t, version, "a-kind", "package")
		look()
	}
	if looks != 3 || s.proposed != "" || len(s.Failed) > 0 || s.Told != "" {
		t.Errorf("%d looks: proposed %q, failed %v, told %q", looks, s.proposed, s.Failed, s.Told)
	}
	s.offer(t, "2.0.0", "a-kind", "package")
	look()
	if s.proposed != "Есть версия 2.0.0. У вас 1.2.3." || s.Open() {
		t.Errorf("proposed %q", s.proposed)
	}
	s.lead()
	if !s.Open() || !strings.Contains(s.Texts(), "Установить…") {
		t.Errorf("on the screen:\n%s", s.Texts())
	}
	for _, from := range []string{"", "https://127.0.0.1:1/"} {
		s.params.From = from
		look()
	}
	if looks != 4 {
		t.Error("the network was asked, unasked")
	}
}
