//go:build linux || freebsd || openbsd || netbsd

package messagebox

import (
	"image/color"
	"strings"
	"testing"
)

func TestWrap(t *testing.T) {
	f, err := newFace()
	if err != nil {
		t.Fatal(err)
	}
	path := "/home/press/" + strings.Repeat("папка/", 40) + "library.db"
	for name, text := range map[string]string{
		"nothing":        "",
		"a word":         "Слово",
		"words":          strings.Repeat("Окно открыть нельзя. ", 20),
		"lines":          "Первая строка\n\nТретья строка",
		"a long path":    "Файл " + path + " лежит здесь.",
		"one wide break": strings.Repeat("Ж", 500),
	} {
		t.Run(name, func(t *testing.T) {
			lines := f.wrap(text, width-2*margin)
			for _, line := range lines {
				if f.wider(line, width-2*margin) {
					t.Errorf("too wide: %q", line)
				}
			}
			letters := func(s string) string { return strings.Join(strings.Fields(s), "") }
			if got, want := letters(strings.Join(lines, "")), letters(text); got != want {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
	if got := f.wrap("Первая\n\nТретья", width); len(got) != 3 || got[1] != "" {
		t.Errorf("an empty line is lost: %q", got)
	}
}

// TestPaint looks for ink where the text is, and for the button where it is said to be.
func TestPaint(t *testing.T) {
	f, err := newFace()
	if err != nil {
		t.Fatal(err)
	}
	sheet, button := f.paint("Окно открыть нельзя: нет OpenGL.", "Закрыть")
	if !button.In(sheet.Rect) || sheet.At(button.Min.X, button.Min.Y) != color.Color(accent) {
		t.Errorf("the button is not at %v", button)
	}
	dark := 0
	for x := margin; x < width-margin; x++ {
		for y := margin; y < margin+lineStep; y++ {
			if sheet.RGBAAt(x, y) == ink {
				dark++
			}
		}
	}
	if dark < 100 {
		t.Errorf("%d dots of ink: the text is not there", dark)
	}
}
