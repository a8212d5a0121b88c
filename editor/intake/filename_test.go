package intake

import (
	"testing"

	"communique/editor/intake/repair"
	"communique/editor/release"
)

// The day of a file's name is the release's where its text says none, and told as a guess.
func TestTheDateOfTheFilesName(t *testing.T) {
	const undated = "Совет принял план\n\nСостоялось заседание Совета, на котором обсудили план дорог.\n\nОн принят.\n"
	for name, want := range map[string]string{
		"2024-05-12.txt": "2024-05-12", "2024-05-12 релиз.docx": "2024-05-12", "Релиз_2024_05_12_итог.txt": "2024-05-12", "релиз 2024.05.12.txt": "2024-05-12", "20240512.txt": "2024-05-12", "IMG-20240512-1830.txt": "2024-05-12",
		"12.05.2024.txt": "2024-05-12", "релиз 12.05.2024 (2).docx": "2024-05-12", "12-05-2024_релиз.txt": "2024-05-12", "12_05_2024.txt": "2024-05-12", "релиз от 2.5.2024.txt": "2024-05-02", "12.05.24 релиз.txt": "2024-05-12",
		"12 мая 2024.txt": "2024-05-12", "12_мая_2024_релиз.txt": "2024-05-12", "Релиз от 12 мая 2024 г..docx": "2024-05-12", "12 мая 2024 года.txt": "2024-05-12", "release-12-may-2024.txt": "2024-05-12", "May 12, 2024.txt": "2024-05-12", "May_12_2024.md": "2024-05-12", "en-015-12May2024Example176.txt": "2024-05-12", "12Max2024.txt": "",
		"папка/2023-01-01/релиз.txt": "", "релиз.txt": "", "31.02.2024.txt": "", "2024-13-01.txt": "", "05-13-2024.txt": "", "20241301.txt": "", "2024.txt": "", "1234567890.txt": "", "+7-495-12-05-2024-11.txt": "", "12-05-24.txt": "", "v1.12.05.2024.txt": "",
		"2024-05-12 и 2024-05-13.txt": "", "2024-05-12 (12.05.2024).txt": "2024-05-12", "12.05.1024.txt": "", "№ 12-05.txt": "", "11-12 мая 2024.txt": "",
	} {
		found, err := Read(Source{Data: []byte(undated), Name: name})
		if err != nil || len(found.Releases) != 1 {
			t.Fatal(err)
		}
		r := found.Releases[0]
		if got := r.Date.String(); got != want || (len(r.Repairs) == 1 && r.Repairs[0].Code == repair.DateGuessed) != (want != "") {
			t.Errorf("%s: %q, not %q, %v", name, got, want, r.Repairs)
		}
	}
	dated := "Совет принял план\n\n11 сентября 2024 года в Бишкеке состоялось заседание Совета.\n\nОн принят.\n"
	found, err := Read(Source{Data: []byte(dated), Name: "2024-05-12.txt"})
	if err != nil || found.Releases[0].Date != (release.Date{Year: 2024, Month: 9, Day: 11}) || len(found.Releases[0].Repairs) != 0 {
		t.Errorf("a text that says its day: %+v, %v", found.Releases, err)
	}
}
