package clipboard

import "fmt"

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
