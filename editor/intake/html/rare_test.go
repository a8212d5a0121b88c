package html

import (
	"encoding/base64"
	"errors"
	"strings"
	"testing"

	"communique/editor/intake/layout"
	"communique/editor/intake/layout/layouttest"
)

// TestRarely reads what few pages have.
func TestRarely(t *testing.T) {
	png := base64.StdEncoding.EncodeToString([]byte(layouttest.PNG))
	for name, c := range map[string]struct{ html, want string }{
		"hidden by its class":         {"<style>/* .б{} */ .а, p.б {color: red; display : none} #в{visibility:hidden}</style><p class='х а'>раз</p><p class=б>два</p><p id=в>три</p><p>да<span class=а>нет</span>", "да hidden=4"},
		"shown on a screen":           {"<style>.а{display:none} @media screen and (min-width:600px){p.а{display:block}}</style><p class=а>раз", "раз"},
		"shown on a telephone":        {"<style>.а{display:none} @media (max-width:600px){.а{display:block}}</style><p>раз<p class=а>два", "раз hidden=1"},
		"shown on paper":              {"<style>.а{display:none} @media print{.а{display:block}}</style><p>раз<p class=а>два", "раз hidden=1"},
		"hidden on paper":             {"<style>@media print{p{margin:0} .а{display:none}} .б{color:red}</style><p class=а>раз", "раз"},
		"hidden at first":             {"<style>.а{display:none} .а.open{display:block}</style><p class=а>раз", "раз"},
		"hidden in another element":   {"<style>.б .а{display:none}</style><p class=а>раз", "раз"},
		"shown by a program":          {"<style>.а{display:none}</style><script>f()</script><p class=а>раз", "раз"},
		"drawings without a title":    {"<p>раз<svg><title/><path d='M0'/></svg></p><p>два<svg><title /></svg> три</p>", "раз|два три"},
		"hidden looks in another":     {"<p>раз<b hidden>тайна <b>и</b> тайна</b> два</p>", "раз два hidden=1"},
		"a subtitle":                  {"<h1>раз</h1><p class=subtitle>два</p><div class=subtitle>три</div>", "# раз|subtitle: два|три"},
		"raised by its style":         {"<p>10<span style='vertical-align: super'>6</span> H<span style='vertical-align:SUB'>2</span>O", "10⁶ H₂O"},
		"a picture with spaces in it": {"<img src='data:image/png;base64," + png[:20] + "\n " + png[20:] + "'>", "(69 bytes, \"\") "},
		"a picture escaped":           {"<img src='data:image/png;base64," + strings.NewReplacer("+", "%2B", "=", "%3D", "/", "%2F").Replace(png) + "'>", "(69 bytes, \"\") "},
		"a picture escaped wrongly":   {"<p>раз<img src='data:image/png;base64," + png + "%'>", "раз pictures=1"},
		"a picture not in base64":     {"<p>раз<img src='data:image/png," + png + "'>", "раз pictures=1"},
		"an end of a line as an end":  {"<p>раз</br>два</p>", "раз⏎два"},
		"an end of no paragraph":      {"раз</p>два", "раз|два"},
		"an end of what is not open":  {"<p>раз</section>два</p>", "раздва"},
		"an end across a cell":        {"<div><table><tr><td>а</div><td>б<tr><td>в<td>г</table>", "table: а→б¶в→г"},
		"a cell without its row":      {"<table><td>а<td>б<tr><td>в<td>г</table>", "table: а→б¶в→г"},
		"cells without any row":       {"<p>0</p><table><td>а<td>б<thead><td>в<td>г<tbody><tr><td>д<td>е</table>", "0|table: а→б→в→г¶д→е"},
		"hidden lines and pictures":   {"<p>раз</p><div hidden>два<br>три<hr><img src=фото.png></div>", "раз hidden=1"},
		"a line's end that is hidden": {"<p>раз<span hidden><br></span>два<span style='display:none'><br></span></p>", "раздва hidden=2"},
		"notes by their class":        {"<p>раз</p><div class=footnotes><hr><p>сноска</p></div><p>два</p>", "раз|{note}сноска|два"},
		"notes by their role":         {"<p>раз</p><div role=doc-footnotes><hr><p>сноска</p></div><div role=doc-endnotes><p>ещё</p></div><p>два</p>", "раз|{note}сноска|{note}ещё|два"},
		"an item in a paragraph":      {"<ol><p>раз<li>два</ol>", "раз|^1. два"},
		"an item of a list's item":    {"<ol><li>раз<div><li>два</div></ol>", "^1. раз|2. два"},
	} {
		t.Run(name, func(t *testing.T) {
			d, err := Read(Params{Text: c.html, File: files})
			if got := layouttest.Write(d); err != nil || got != c.want {
				t.Errorf("got %s, %v", got, err)
			}
		})
	}
}

// A page of more paragraphs than any text has is not read to its end.
func TestAPageIsNotReadWithoutEnd(t *testing.T) {
	for more, want := range map[int]error{0: nil, 3: ErrTooLarge} {
		page := "<html><body>" + strings.Repeat("<p>а</p>", layout.MaxParagraphs-1+more)
		if _, err := Read(Params{Text: page}); !errors.Is(err, want) {
			t.Errorf("%d paragraphs more: %v", more, err)
		}
	}
}
