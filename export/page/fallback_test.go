package page

import (
	"strings"
	"testing"
	"unicode"

	"communique/assets/fonts"
	"communique/export/style"
	"communique/export/typeface"
)

// alphabets are the letters that languages add to the Latin and the Russian ones, and signs
// that their releases have.
const alphabets = "әғқңөұүһі ӘҒҚҢӨҰҮҺІ ӣӯҳҷ ў ґєії ə Ə ğışçöü ăâîșț ʻʼ äýňž" +
	"աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև՝՞՛։ ԱԲԳԴԵԶԷԸԹԺԻԼԽԾԿՀՁՂՃՄՅՆՇՈՉՊՋՌՍՎՏՐՑՒՓՔՕՖ" +
	"აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ αβγδε ΑΒΓ" +
	"₸₽₴₾₼€£₺₹₿֏ ⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ ₀₁₂ ﬁﬂﬀ ≈ ∞ √ ∑ ½ ⅓ ← → ℃ ● ■ № ★ ☆ ✓ ✔ ✗ ① ⑩ ᵗʰ ► ◆ ☎ ❶ ➤ □ ☐ ☑"

// TestLettersOfEveryLanguage: in every face of a style each letter is drawn, in the weight of
// its face, and slanted where the face of its kind is.
func TestLettersOfEveryLanguage(t *testing.T) {
	plain, err := style.Shipped(style.Plain)
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{
		fonts.Serif, fonts.SerifBold, fonts.SerifItalic, fonts.SerifBoldItalic, fonts.Sans, fonts.SansBold, fonts.SansItalic, fonts.SansBoldItalic,
	} {
		face := typeface.Embedded(file)
		s := newShaper(plain.Fallbacks)
		for _, r := range alphabets {
			drawn := s.letter(r, face, 10).face
			if strings.Contains(drawn.Name, "Bold") != strings.Contains(face.Name, "Bold") {
				t.Errorf("%c in %s is drawn by %s", r, face.Name, drawn.Name)
			}
			letter := unicode.In(r, unicode.Lu, unicode.Ll)
			if letter && strings.Contains(face.Name, "Serif") && strings.Contains(face.Name, "Italic") != strings.Contains(drawn.Name, "Italic") {
				t.Errorf("%c in %s is drawn by %s", r, face.Name, drawn.Name)
			}
		}
		if len(s.missing) > 0 {
			t.Errorf("%s: no face has %s", face.Name, Describe(s.missing))
		}
	}
}

// TestFallbacksOfAnOfficesFace: letters that an office's own face lacks are drawn by PT, in
// its weight, before any other.
func TestFallbacksOfAnOfficesFace(t *testing.T) {
	house, err := style.Shipped(style.Plain)
	if err != nil {
		t.Fatal(err)
	}
	own, err := typeface.Parse(fonts.Data(fonts.Emoji)) // a face that has no letters
	if err != nil {
		t.Fatal(err)
	}
	house.Faces.SansBold = own
	s := newShaper(house.Fallbacks)
	for r, want := range map[rune]string{'қ': fonts.SansBold, 'Հ': fonts.FallbackSansBold, '₾': fonts.SignsBold, '😀': fonts.Emoji} {
		if got := s.letter(r, own, 10).face.Name; got != typeface.Embedded(want).Name {
			t.Errorf("%c is drawn by %s", r, got)
		}
	}
}
