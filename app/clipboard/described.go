package clipboard

import (
	"fmt"
	"strconv"
	"strings"
)

// described wraps a piece of HTML as Windows wants it: behind a header that tells
// where page and fragment begin and end, in bytes, each number of ten digits.
func described(html string) string {
	const (
		header = "Version:0.9\r\nStartHTML:%010d\r\nEndHTML:%010d\r\nStartFragment:%010d\r\nEndFragment:%010d\r\n"
		before = "<html><body><!--StartFragment-->"
		after  = "<!--EndFragment--></body></html>"
	)
	start := len(fmt.Sprintf(header, 0, 0, 0, 0))
	fragment := start + len(before)
	end := fragment + len(html)
	return fmt.Sprintf(header, start, end+len(after), fragment, end) + before + html + after
}

// page takes the page out of what described makes, or another program wrote: some
// count wrongly, some leave out the page, and then the markers in it tell the fragment.
// Without a header all of it is the page.
func page(described string) string {
	places := map[string]int{}
	rest := described
	for {
		line, after, ok := strings.Cut(rest, "\n")
		name, value, named := strings.Cut(strings.TrimRight(line, "\r"), ":")
		if !ok || !named || strings.Contains(name, "<") {
			break
		}
		if n, err := strconv.Atoi(strings.TrimSpace(value)); err == nil {
			places[name] = n
		}
		rest = after
	}
	for _, ends := range [][2]string{{"StartHTML", "EndHTML"}, {"StartFragment", "EndFragment"}} {
		start, end := places[ends[0]], places[ends[1]]
		if start > 0 && start <= end && end <= len(described) {
			return described[start:end]
		}
	}
	return rest
}
