package register

import (
	"strings"
	"testing"
)

// TestListsThatEndWithNobody: what is left of a list is looked at once, though it may be parted in many ways before.
func TestListsThatEndWithNobody(t *testing.T) {
	text := strings.Repeat("Министр Анна Пробная, директор Иван Образцов и ", 40) + "слово"
	if all := (Registers{}).several(text); len(all) != 1 || all[0].text != text {
		t.Errorf("%d people", len(all))
	}
}
