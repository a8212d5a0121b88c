package app_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// pressedMark begins the walker's lines of what was pressed.
const pressedMark = "PRESSED "

// setting is a person's computer, and the screens of which all that can be pressed is pressed there.
type setting struct {
	name     string
	settings string // "" is a first start
	prepare  func(d *desktop)
	scenes   []scene
}

// elsewhere are the screens that no scene leads to, and the journey that meets each.
var elsewhere = map[string]string{
	"a-fault-of-before":                      "TestJourneyFault",
	"a-shared-folder":                        "TestJourneyALibraryInASharedFolder",
	"an-issued-release-with-findings-leaves": "TestJourneyAnIssuedReleaseLeavesInSpiteOfFindings",
	"an-update":                              "TestJourneyAnUpdate",
	"copies-of-the-library":                  "TestJourneyMergeACopy",
	"damage":                                 "TestJourneyDamage",
	"lines-that-cannot-be-read":              "TestJourneyAWrongLine",
	"progress":                               "TestJourneyWorkThatWaits",
	"what-is-not-saved":                      "TestJourneyWhatIsNotSaved",
	"what-was-merged":                        "TestJourneyMergeACopy",
}

// TestEveryScreenIsLedTo: whatever the golden files of the window show, a scene leads there, or a
// journey is named. TestEverythingIsPressed presses what the scenes lead to.
func TestEveryScreenIsLedTo(t *testing.T) {
	led := map[string]bool{}
	for _, s := range settings {
		for _, scene := range s.scenes {
			led[scene.golden] = true
		}
	}
	files, err := filepath.Glob("window/testdata/ru/*.txt")
	if err != nil || len(files) < 50 {
		t.Fatal(files, err)
	}
	shown := map[string]bool{}
	for _, path := range files {
		file := screenOf(path)
		shown[file] = true
		if _, met := elsewhere[file]; led[file] == met {
			t.Errorf("%s: a scene leads there: %v; it is met elsewhere: %v", file, led[file], met)
		}
	}
	for file := range led {
		if !shown[file] {
			t.Errorf("%s: a scene leads to what nothing shows", file)
		}
	}
	for file, journey := range elsewhere {
		if !shown[file] || !isTest(t, journey) {
			t.Errorf("%s: met by %q, which is none, or shown no more", file, journey)
		}
	}
}

// screenOf is what the file of a screen is called; those of the window itself are one.
func screenOf(path string) string {
	file := strings.TrimSuffix(filepath.Base(path), ".txt")
	if strings.HasPrefix(file, mainScreen+"-") {
		return mainScreen
	}
	return file
}

// isTest reports whether a test of this package is called so.
func isTest(t *testing.T, name string) bool {
	t.Helper()
	files, err := filepath.Glob("*_test.go")
	if err != nil {
		t.Fatal(err)
	}
	return slices.ContainsFunc(files, func(path string) bool {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return strings.Contains(string(data), "func "+name+"(t *testing.T)")
	})
}

// settings lead to each screen that app/window/testdata lists, but those of elsewhere.
var settings = []setting{
	{name: "a first start", scenes: []scene{{golden: mainScreen}}},
	{name: "no release", settings: office, scenes: []scene{{golden: mainScreen}}},
	{name: "a release", settings: office, prepare: furnished, scenes: screenScenes},
	{name: "a release, written and sent", settings: office, prepare: furnished, scenes: releaseScenes},
	{name: "the office's own", settings: office, prepare: furnished, scenes: officeScenes},
	{name: "the settings", settings: office, prepare: furnished, scenes: settingScenes},
}

var (
	statesForm = regexp.MustCompile(` \[[a-z, ]+\]$`)
	iconForm   = regexp.MustCompile(` <[a-z-]+>$`)
	calledForm = regexp.MustCompile(`^.* \((.*)\)$`)
	digits     = regexp.MustCompile(`[0-9]+`)
	// countedForm ends what is counted before its ending, which depends on the number: «замечаний», «замечания».
	countedForm = regexp.MustCompile(`^(# \p{L}{4})\p{L}*`)
)

// toldKey is the kind and the name in what controlstest.Told tells of a control.
func toldKey(told string) string {
	told, _, _ = strings.Cut(told, "\n")
	told = iconForm.ReplaceAllString(statesForm.ReplaceAllString(told, ""), "")
	kind, name, _ := strings.Cut(told, " ")
	switch kind {
	case "tabs":
		name = ""
	case "entry", "choice":
		name, _, _ = strings.Cut(name, " = ")
	case "button", "pill", "link":
		if called := calledForm.FindStringSubmatch(name); called != nil && !strings.HasPrefix(called[1], "Ctrl+") {
			name = called[1]
		}
	}
	name, _, _ = strings.Cut(name, ": ")
	return kind + " " + countedForm.ReplaceAllString(digits.ReplaceAllString(name, "#"), "$1")
}

// saidWords are the words of the interface, each to be compared with a name.
type saidWords struct{ whole *regexp.Regexp }

// saidNames reads the interface's words.
func saidNames(t testing.TB) saidWords {
	t.Helper()
	data, err := os.ReadFile("../assets/translations/window.ru.toml")
	if err != nil {
		t.Fatal(err)
	}
	var forms []string
	for _, text := range regexp.MustCompile(`= "((?:[^"\\]|\\.)*)"`).FindAllStringSubmatch(string(data), -1) {
		words, _, _ := strings.Cut(digits.ReplaceAllString(text[1], "#"), ": ")
		parts := regexp.MustCompile(`\{\{[^}]*\}\}`).Split(words, -1)
		for i := range parts {
			parts[i] = regexp.QuoteMeta(parts[i])
		}
		if form := strings.Join(parts, ".*"); strings.Trim(form, ".* ") != "" {
			forms = append(forms, form)
		}
	}
	return saidWords{regexp.MustCompile("^(?:" + strings.Join(forms, "|") + ")$")}
}

// line names what is pressed on a screen. A name that is none of the interface's is what
// somebody has written, another in each library: one of a kind stands for all.
func (s saidWords) line(file, what string) string {
	kind, name, ok := strings.Cut(what, " ")
	switch {
	case file == menuFile:
		if !s.whole.MatchString(digits.ReplaceAllString(what, "#")) {
			what = "…"
		}
	case ok && name != "" && strings.HasPrefix(name, "#"):
		what = kind + " #"
	case ok && name != "" && !s.whole.MatchString(name):
		what = kind + " …"
	}
	return file + "\t" + what
}

// furnished puts into a desktop what each command finds something to do with.
func furnished(d *desktop) {
	d.t.Helper()
	bin := filepath.Join(d.home, "bin")
	d.put("bin/xdg-open", "#!/bin/sh\n")
	if err := os.Chmod(filepath.Join(bin, "xdg-open"), 0o700); err != nil {
		d.t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(d.home, "Documents"), 0o700); err != nil {
		d.t.Fatal(err)
	}
	d.env = append(d.env, "PATH="+bin+":"+os.Getenv("PATH"))
	d.put("о встрече.txt", "Встреча с {person.ins} {place.in}.\n")
	d.communique("snippets", "add", "О встрече", filepath.Join(d.home, "о встрече.txt"))
	writePhotograph(d.t, filepath.Join(d.home, "photo.png"))
	d.put("mixed/one.txt", meetingText)
	d.put("mixed/two.txt", "\x00\x01\x02")
	d.communique("people", "add", "Посол Иван Пробный")
	d.communique("people", "export", filepath.Join(d.home, "people.csv"))
	d.put("Старые релизы/посол.txt", "Открытие выставки\n\n3 мая 2024 года в Бишкеке прошла беседа посла Ивана Пробного с Анной Озеровой.\n")
	d.put("Старые релизы/сбор.txt", "Открыт сбор связистов\n\n4 мая 2024 года в Душанбе сбор открыл XXX.\n")
	d.communique("import", d.oldReleases())
	for n := range 3 {
		d.communique("import", d.releaseFile(n), "--save")
	}
	for _, line := range strings.Split(strings.TrimSpace(string(d.communique("search", "номер"))), "\n")[:2] {
		id, _, _ := strings.Cut(line, "\t")
		d.communique("trash", id)
	}
}

// screenScenes are the states of the window itself, and its menus.
var screenScenes = []scene{
	{golden: menuFile}, // the bar
	{golden: mainScreen, way: []string{"F4", "=встреча", "Return", "Ctrl+T"}},
	{golden: mainScreen, way: []string{"Ctrl+1"}},
	{golden: mainScreen, way: []string{"Ctrl+2"}},
	{golden: mainScreen, way: []string{"Ctrl+3"}},
	{golden: mainScreen, way: []string{"Ctrl+4"}},
	{golden: mainScreen, way: []string{"F4", "=нет такого", "Return"}},
	{golden: mainScreen, way: []string{"F4", "Ctrl+A", "Delete", "Ctrl+Shift+A"}},
	{golden: mainScreen, way: []string{"Ctrl+H"}},
	{golden: menuFile, way: []string{"!Фильтр"}},
	{golden: menuFile, way: []string{"!Порядок"}},
	{golden: menuFile, way: []string{"!Запросы"}},
	{golden: menuFile, way: []string{"Ctrl+T", "Shift+F10"}},
	{golden: menuFile, way: []string{"F4", "Ctrl+A", "Delete", "!list Релизы", "Shift+F10"}}, // an item of the filters leaves nothing listed
}

// releaseScenes are what is done with a release.
var releaseScenes = []scene{
	{golden: "a-name", way: []string{"F4", "Ctrl+A", "=учение", "Return", "Ctrl+T", "Ctrl+G"}},
	{golden: "a-new-release", way: []string{"Ctrl+N"}},
	{golden: "the-fields", way: []string{"Ctrl+N", "Ctrl+Return", "Ctrl+Shift+F"}},
	{golden: "a-link", way: []string{"Ctrl+T", "Ctrl+A", "Ctrl+L"}},
	{golden: "a-photograph", way: []string{"Ctrl+T", "Ctrl+Shift+I", "Ctrl+A", "=~/photo.png", "Return"}},
	{golden: "inserting", way: []string{"Ctrl+T", "Ctrl+Space", "=пробн"}},
	{golden: "mentions", way: []string{"Ctrl+M", "=Пробный"}},
	{golden: "history", way: []string{"Ctrl+R"}},
	{golden: "a-substitution", way: []string{"Ctrl+Shift+U"}},
	{golden: "proposals", way: []string{"F4", "Ctrl+A", "=посол", "Return", "Ctrl+T", "Ctrl+Z", "Ctrl+Shift+U", "!entry Кого или что", "=Иван Пробный", "!entry На кого или что", "=Анна Примерная", "Ctrl+Return"}},
	{golden: "an-issue-in-spite-of-findings", way: []string{"F4", "Ctrl+A", "=сбор", "Return", "Ctrl+4", "!choice Состояние", "Down", "Down", "Down", "Down", "Return"}},
	{golden: "a-question", way: []string{"F4", "Ctrl+A", "=встреча", "Return", "Ctrl+Shift+Delete"}},
}

// officeScenes are what an office has of its own: cards, snippets, templates.
var officeScenes = []scene{
	{golden: "a-person", way: []string{"Ctrl+Shift+P", "!Новая карточка…"}},
	{golden: "a-place", way: []string{"Ctrl+Shift+P", "!choice Справочник", "Down", "Down", "Return", "!Новая карточка…"}},
	{golden: "an-organisation", way: []string{"Ctrl+Shift+P", "!choice Справочник", "Down", "Down", "Down", "Return", "!Новая карточка…"}},
	{golden: "registers", way: []string{"Ctrl+Shift+P"}},
	{golden: "a-register-that-was-read", way: []string{"Ctrl+Shift+P", "!Загрузить из файла…", "Ctrl+A", "=~/people.csv", "Return"}},
	{golden: "a-snippet", way: []string{"F4", "Ctrl+A", "=встреча", "Return", "Ctrl+T", "Ctrl+A", "Ctrl+Shift+Space"}},
	{golden: "blanks-of-a-snippet", way: []string{"Ctrl+T", "Ctrl+Shift+R", "Down", "!Вставить в текст"}},
	{golden: "snippets", way: []string{"Ctrl+Shift+R"}},
	{golden: "templates", way: []string{"Ctrl+Shift+L"}},
	{golden: "a-template", way: []string{"Ctrl+Shift+L", "!Править…"}},
}

// settingScenes are settings, files, and what is told of the program.
var settingScenes = []scene{
	{golden: "choosing-a-file", way: []string{"Ctrl+O"}},
	{golden: "a-report", way: []string{"Ctrl+Shift+O", "Ctrl+A", "=~/mixed", "Ctrl+Return"}},
	{golden: "backups", way: []string{"Ctrl+Shift+B"}},
	{golden: "trash", way: []string{"Ctrl+Shift+T"}},
	{golden: "settings-organisation", way: []string{"Ctrl+,"}},
	{golden: "settings-contacts", way: []string{"Ctrl+,", "Ctrl+Tab"}},
	{golden: "settings-export", way: []string{"Ctrl+,", "Ctrl+Tab", "Ctrl+Tab"}},
	{golden: "settings-usage", way: []string{"Ctrl+,", "Ctrl+Tab", "Ctrl+Tab", "Ctrl+Tab"}},
	{golden: "settings-interface", way: []string{"Ctrl+,", "Ctrl+Tab", "Ctrl+Tab", "Ctrl+Tab", "Ctrl+Tab"}},
	{golden: "about", way: []string{"@О программе…"}},
	{golden: "licences", way: []string{"@О программе…", "!Лицензии…"}},
	{golden: "shortcuts", way: []string{"Ctrl+/"}},
	{golden: "export", way: []string{"Ctrl+E"}},
	{golden: "export-of-text", way: []string{"Ctrl+Shift+E"}},
	{golden: "replacing-a-file", way: []string{"Ctrl+E", "Ctrl+Return"}},
	{golden: "trouble", way: []string{"Ctrl+E", "!entry Папка", "Ctrl+A", "=/proc/none", "Ctrl+Return"}},
}
