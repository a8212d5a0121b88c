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
