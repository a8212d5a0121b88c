package layout

import "testing"

// TestPageNumbers: what counts pages, in the words of any language of releases, with its numbers or without.
func TestPageNumbers(t *testing.T) {
	for line, is := range map[string]bool{
		"": true, "стр. 1 из 2": true, "стр. из": true, "Page 12 of 30": true, "PAGE 3": true, "1/2": true, "– 7 –": true, "14": true, "с. 3": true,
		"5 беттин 2-бети": true, "беттин -бети": true, "5 беттің 2-беті": true, "стар. 1 з 2": true, "էջ 1 / 2": true, "Seite 1 von 2": true,
		"2 sahifadan 1-sahifa": true, "第1页，共2页": true, "صفحة 1 من 2": true,
		"2024 год": false, "1 из шести": false, "страница дела": false, "12 345": false, "20245": false, "page 1 of the plan": false,
	} {
		if IsPageNumber(line) != is {
			t.Errorf("%q: not %t", line, is)
		}
	}
}
