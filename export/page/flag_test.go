package page

import (
	"strings"
	"testing"

	"communique/assets/fonts"
	"communique/editor/release"
	"communique/export/style"
	"communique/export/typeface"
)

// TestFlags: two signs are a flag that bears their letters, which copies as the signs; one
// alone, or a third behind two, is a letter of its own.
func TestFlags(t *testing.T) {
	c := plainCompositor(t)
	flags := typeface.Embedded(fonts.Flags)
	named := func(letters string) string {
		var b strings.Builder
		for _, l := range letters {
			id, there := c.shaper.reader.Glyph(flags, l)
			if !there {
				t.Fatalf("the face lacks %c", l)
			}
			b.WriteRune(rune(id))
		}
		return b.String()
	}
	for content, want := range map[string]string{
		"🇰🇬":      "🇰G", // Kyrgyzstan
		"🇦🇿":      "🇦Z",
		"🇰🇬🇷🇺":    "🇰G🇷U",
		"🇰🇬 🇷🇺":   "🇰G🇷U",
		"🇰🇬🇷":     "🇰G",
		"🇰":       "",
		"🇰а🇬":     "",
		"KG":      "",
		"🇰🇬🇷а🇺🇦.": "🇰G🇺A",
	} {
		drawn, copied, tied := "", "", ""
		for _, l := range c.shaper.shape(content, c.style.Faces.Text, 10) {
			copied += string(l.Rune)
			if l.face == flags {
				drawn += string(rune(l.ID))
			}
			if l.tied {
				tied += string(l.Rune)
			}
		}
		if drawn != named(want) || copied != content || len([]rune(tied)) != len([]rune(want))/2 {
			t.Errorf("%q: drawn by %q, not by %q; copied as %q; tied are %q", content, drawn, named(want), copied, tied)
		}
	}
	if len(c.shaper.missing) > 0 {
		t.Errorf("missing: %q", string(c.shaper.missing))
	}
}

// TestNoLineEndsWithinAFlag, however many stand without a space between them.
func TestNoLineEndsWithinAFlag(t *testing.T) {
	r := release.New("ru")
	r.Lead = strings.Repeat("🇰🇬🇷🇺", 60)
	doc, err := plainCompositor(t).Layout(release.Organisation{}, nil, r)
	if err != nil {
		t.Fatal(err)
	}
	lines := 0
	for _, l := range doc.Pages[0].Lines {
		signs := 0
		for _, run := range l.Runs {
			for _, g := range run.Glyphs {
				if isSign(g.Rune) {
					signs++
				}
			}
		}
		if signs%2 != 0 {
			t.Errorf("a line has %d halves", signs)
		}
		if signs > 0 {
			lines++
		}
	}
	if lines < 2 {
		t.Errorf("%d lines: another text is needed", lines)
	}
}

func plainCompositor(t *testing.T) *Compositor {
	t.Helper()
	s, err := style.Shipped(style.Plain)
	if err != nil {
		t.Fatal(err)
	}
	return NewCompositor(s)
}
