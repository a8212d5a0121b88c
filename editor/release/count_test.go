package release

import "testing"

func TestCount(t *testing.T) {
	r := Release{Headline: "Встреча в Бишкеке", Lead: "Совет – это\u00a0совет.", Notes: "не считать"}
	words, characters := r.Count()
	if words != 6 || characters != 17+18 {
		t.Errorf("got %d words, %d characters", words, characters)
	}
}
