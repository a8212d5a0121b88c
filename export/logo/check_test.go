package logo

import (
	"errors"
	"strings"
	"testing"
)

// TestCheck: what a drawing says in elements that are not drawn is told before a form lacks it.
func TestCheck(t *testing.T) {
	const open = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">`
	for name, tt := range map[string]struct{ svg, want string }{
		"shapes":                  {open + `<title>Знак</title><g><path d="M0 0h10v10z"/><circle cx="5" cy="5" r="3"/></g></svg>`, ""},
		"a text":                  {open + `<rect width="9" height="9"/><text x="1" y="5">Совет<tspan>!</tspan></text></svg>`, "text, tspan"},
		"a script":                {open + `<rect width="9" height="9"/><script>alert(1)</script></svg>`, "script"},
		"a picture from outside":  {open + `<rect width="9" height="9"/><image href="https://council.example/a.png"/><image href="b.png"/></svg>`, "image"},
		"a filter and a mask":     {open + `<filter id="f"/><mask id="m"/><rect width="9" height="9"/></svg>`, "filter, mask"},
		"parts of the whole":      {open + `<rect width="50%" height="9"/><circle cx="5" cy="5" r="2"/></svg>`, `rect width="50%"`},
		"a gradient by a rule":    {open + `<style>.a{stop-color:red}</style><linearGradient id="g"><stop class="a"/></linearGradient><rect width="9" height="9" class="b"/></svg>`, `stop class="a"`},
		"an editor's own remarks": {`<svg xmlns="http://www.w3.org/2000/svg" xmlns:s="http://sodipodi.example" viewBox="0 0 9 9"><s:namedview/><metadata><rdf><text/></rdf></metadata><rect width="9" height="9"/></svg>`, ""},
	} {
		err := Check([]byte(tt.svg))
		var undrawn *UndrawnError
		switch {
		case tt.want == "" && err != nil, tt.want != "" && (!errors.As(err, &undrawn) || strings.Join(undrawn.Elements, ", ") != tt.want):
			t.Errorf("%s: %v", name, err)
		case undrawn != nil:
			if name, args := undrawn.Fact(); name != "logo-undrawn" || args["Elements"] != tt.want || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("%s, %v", name, args)
			}
		}
	}
	for name, data := range map[string]string{"rubbish": "rubbish", "nothing": "", "a drawing cut off": open + `<rect`, "a line": `<svg viewBox="0 0 900 1"></svg>`} {
		var broken *Error
		if err := Check([]byte(data)); !errors.As(err, &broken) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
