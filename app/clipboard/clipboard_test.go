package clipboard

import (
	"fmt"
	"testing"
)

func TestDescribed(t *testing.T) {
	const html = "<p>Да</p>"
	got := described(html)
	var numbers [4]int
	if _, err := fmt.Sscanf(got, "Version:0.9\r\nStartHTML:%d\r\nEndHTML:%d\r\nStartFragment:%d\r\nEndFragment:%d\r\n", &numbers[0], &numbers[1], &numbers[2], &numbers[3]); err != nil {
		t.Fatal(err)
	}
	if got[numbers[2]:numbers[3]] != html || numbers[1] != len(got) || got[numbers[0]:numbers[0]+6] != "<html>" {
		t.Errorf("got %q", got)
	}
}

// TestPage reads the header that Windows' programs write, rightly or wrongly.
func TestPage(t *testing.T) {
	for name, c := range map[string]struct{ given, want string }{
		"as described":    {described("<p>Да</p>"), "<html><body><!--StartFragment--><p>Да</p><!--EndFragment--></body></html>"},
		"a piece of it":   {"Version:0.9\r\nStartHTML:-1\r\nEndHTML:-1\r\nStartFragment:76\r\nEndFragment:79\r\n<b><p></b>", "<p>"},
		"no page, as -1":  {"Version:0.9\r\nStartHTML:-1\r\nEndHTML:-1\r\nStartFragment:74\r\nEndFragment:77\r\n<p>", "<p>"},
		"counted wrongly": {"Version:0.9\r\nStartHTML:0000000010\r\nEndHTML:0000099999\r\n<p>Да", "<p>Да"},
		"a source":        {"Version:1.0\r\nSourceURL:https://example.org/?a:b\r\n<html><p>Да", "<html><p>Да"},
		"no header":       {"<p style=\"a:b\">\nДа", "<p style=\"a:b\">\nДа"},
		"nothing":         {"", ""},
	} {
		if got := page(c.given); got != c.want {
			t.Errorf("%s: got %q", name, got)
		}
	}
}

func FuzzPage(f *testing.F) {
	f.Add(described("<p>Да</p>"))
	f.Add("StartHTML:5\nEndHTML:3\nStartFragment:-2\n")
	f.Fuzz(func(_ *testing.T, given string) { page(given) })
}
