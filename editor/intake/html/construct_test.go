package html

import (
	"strings"
	"testing"

	"communique/editor/intake/layout/layouttest"
)

// TestFormulas: what MathML says is read in a line, once; what says nothing in letters is told.
func TestFormulas(t *testing.T) {
	checkPages(t, map[string]construct{
		"a formula in a line":       {`<p>Энергия <math><mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup></math> велика</p>`, "Энергия E=mc² велика"},
		"a formula with its source": {"<p>Доля <math alttext=\"\\frac{a}{b}\"><semantics><mrow>\n <mfrac><mi>a</mi><mi>b</mi></mfrac></mrow><annotation encoding=\"application/x-tex\">\\frac{a}{b}</annotation></semantics></math>.</p>", "Доля a/b."},
		"a formula with an index":   {`<p><math><msub><mi>H</mi><mn>2</mn></msub><mi>O</mi></math> и <math><msqrt><mi>x</mi></msqrt></math></p>`, "H₂O и √x"},
		"a sum":                     {`<math><munderover><mo>∑</mo><mn>1</mn><mn>9</mn></munderover><msubsup><mi>x</mi><mn>2</mn><mn>3</mn></msubsup></math>`, "∑₁⁹x₂³"},
		"a root":                    {`<math><mroot><mi>x</mi><mn>3</mn></mroot><mphantom><mi>y</mi></mphantom></math>`, "³√x"},
		"a matrix":                  {`<p>A = <math><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr><mtr><mtd><mn>3</mn></mtd></mtr></mtable></math>.</p>`, "A = 1 2 3 ."},
		"one that is not ended":     {`<p>раз <math><mfrac><mi>a</mi><mi>b</mi></p><p>два</p>`, "раз a/b|два"},
		"one at the end":            {`<p>раз <math><mi>a`, "раз a"},
		"an end of another":         {`<p>раз <math></b><mi>a</mi></math> два</p>`, "раз a два"},
		"one without letters":       {`<p>раз <math><mspace/></math></p>`, "раз objects=1"},
		"a hidden one":              {`<p>раз <span hidden><math><mi>a</mi></math></span></p>`, "раз hidden=1"},
		"one shown again":           {`<p>раз <span class="katex"><span class="katex-mathml"><math><mi>a</mi></math></span><span class="katex-html" aria-hidden="true"><span>a</span></span></span></p>`, "раз a"},
		"one of no end":             {`<p>раз <math><mi>` + strings.Repeat("aaaaa ", 2000) + `</mi></math></p>`, "раз objects=1"},
		"one deeper than any":       {`<p>раз <math>` + strings.Repeat("<mrow>", 1000) + "<mi>a</mi>" + strings.Repeat("</mrow>", 1000) + `</math></p>`, "раз a"},
	})
}

// TestNobodySees: letters of no size or in no height, and those over others.
func TestNobodySees(t *testing.T) {
	checkPages(t, map[string]construct{
		"letters over others":            {`<p><ruby>раз<rp>(</rp><rt>над</rt><rp>)</rp></ruby> два</p>`, "раз (над) два"},
		"no height":                      {`<div style="max-height:0;overflow:hidden">тайна</div><p>раз</p>`, "раз hidden=1"},
		"letters of no size":             {`<p>раз <span style="font-size:0px">тайна</span>два</p>`, "раз два hidden=1"},
		"no size around letters of one":  {`<table><tr><td style="font-size:0px;padding:10px"><div style="font-size:13px">раз</div></td></tr></table>`, "раз"},
		"a row of no height with a loss": {`<table><tr><th>А<th>Б<tr><td>в<td>г<tr height=0><td><del>т</del><td></tr></table>`, "table: А→Б¶в→г deletions=1"},
		"a page within a page":           {`<p>раз</p><iframe srcdoc="<p>два</p>"></iframe>`, "раз objects=1"},
		"letters over others, not ended": {`<p><ruby>раз<rt>над<rp>)</ruby> два</p>`, "раз (над) два"},
		"a page's number":                {`<div title="header"><p>верх <sdfield type=PAGE>0</sdfield></p></div><p>раз <sdfield type=PAGE>7</sdfield></p>`, "{head}верх|раз 7"},
		"an item in a cell of a list":    {`<ul><li>раз<table><tr><th>А<th>Б<tr><td><li>два<td>г</table>три</ul>`, "^- раз|table: А→Б¶два→г|три"},
		"some height":                    {`<div style="max-height:0.5em;overflow:hidden">раз</div><div style="max-height:0">два</div>`, "раз|два"},
		"some size":                      {`<p style="font-size:0.9em">раз</p>`, "раз"},
		"a row of no height with words":  {`<table><tr><th>А<th>Б<tr height=0><td>в<td>г</table>`, "table: А→Б¶в→г"},
		"a frame of another page":        {`<p>раз</p><iframe src="https://a.example"></iframe>`, "раз"},
	})
}

// TestXHTML: elements end with their own tag, and letters stand as they are, where a page says that it is XHTML.
func TestXHTML(t *testing.T) {
	checkPages(t, map[string]construct{
		"XHTML with elements that are closed at once": {`<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x"><html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="a.js"/></head><body><p>раз</p><div/><p>два</p></body></html>`, "раз|два"},
		"XHTML with data":          {`<html xmlns="http://www.w3.org/1999/xhtml"><body><p><![CDATA[раз & два]]></p></body></html>`, "раз & два"},
		"a list's item of nothing": {`<?xml version="1.0"?><html><body><ul><li/><li>раз</li></ul><p/><b/>два</body></html>`, "- раз|два"},
		"a page that says nothing": {`<html><body><div/>раз<p>два</p></body></html>`, "раз|два"},
	})
}

// TestNotesOfEditors: Google Docs and LibreOffice write notes at the end, which lead back to the text.
func TestNotesOfEditors(t *testing.T) {
	checkPages(t, map[string]construct{
		"Google Docs":          {`<p><span>Раз</span><sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup> два</p><hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span> Оценка.</span></p></div><p>три</p>`, "Раз[1] два|----|{note}[1] Оценка.|три"},
		"notes of LibreOffice": {`<p>Рост<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a> велик<a class="sdendnoteanc" name="sdendnote1anc" href="#sdendnote1sym"><sup>i</sup></a>.</p><div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>Оценка.</p></div><div id="sdendnote1"><p class="sdendnote"><a class="sdendnotesym" name="sdendnote1sym" href="#sdendnote1anc">i</a>Концевая.</p></div>`, "Рост[1] велик[i].|{note}[1] Оценка.|{note}[i] Концевая."},
		"a group's name":       {`<body><fieldset><legend>Раздел</legend>Текст</fieldset></body>`, "Раздел|Текст"},
		"old elements":         {`<dir><li>раз</dir><xmp><b>два</b></xmp><center>три</center><marquee>пять</marquee>`, "^- раз|<b>два</b>|три|пять"},
	})
}

// TestXHTMLOfLibreOffice: the numbers and bullets of items, notes, remarks and raised letters are as its filter writes them.
func TestXHTMLOfLibreOffice(t *testing.T) {
	label := func(text string) string {
		return `<span class="ListLabel_20_1" style="display:block;float:left;min-width:0cm;">` + text + `</span>`
	}
	checkPages(t, map[string]construct{
		"notes":                {`<div>Рост<span title="Footnote: а"><a href="#ftn1" id="body_ftn1">1</a></span> велик<span title="Endnote: б"><a href="#ftn2" id="body_ftn2">i</a></span>.</div><p><span class="footnodeNumber"><a id="ftn1" href="#body_ftn1">1</a></span> Оценка.</p><p><span class="footnodeNumber"><a id="ftn2" href="#body_ftn2">i</a></span> Концевая.</p>`, "Рост[1] велик[i].|{note}[1] Оценка.|{note}[i] Концевая."},
		"a remark":             {`<div><span title="annotation" class="annotation_style_by_filter"><br/>[ANNOTATION:<br/><span>BY 'А'</span><br/><span>NOTE: 'тайна'</span>]</span>раз</div>`, "раз comments=1"},
		"numbers":              {`<ol><li><p>` + label("3.") + `раз</p><p>два</p></li></ol><ol><li><p>` + label("4.") + `три</p></li></ol>`, "^3. раз|два|^4. три"},
		"bullets":              {`<ul><li><p>` + label("•") + `раз</p><ul><li><p>` + label("–") + `два</p></li></ul></li><li><p>` + label("•") + `три</p></li></ul>`, "^- раз|>- два|- три"},
		"a number of several":  {`<ol><li><p>` + label("1.1") + `раз</p><p>два</p></li></ol>`, "1.1 раз|два"},
		"raised by its class":  {"<style>.T1, .T3 { font-size:58%; vertical-align:super;} .T2 { vertical-align:sub; } .T4 {vertical-align:bottom}</style><p>10<span class=T1>6</span> H<span class=T2>2</span>O <span class=T4>3</span>м<span class=T3>2</span></p><div class=T1>5</div>", "10⁶ H₂O 3м²|5"},
		"no label of any item": {`<ul><li><p><span class="Label">раз</span></p></li></ul>`, "^- раз"},
	})
}

// construct is a page, and how it is read.
type construct struct{ text, want string }

func checkPages(t *testing.T, all map[string]construct) {
	t.Helper()
	for name, c := range all {
		t.Run(name, func(t *testing.T) {
			d, err := Read(Params{Text: c.text})
			if got := layouttest.Write(d); err != nil || got != c.want {
				t.Errorf("got %s, %v\nwant %s", got, err, c.want)
			}
		})
	}
}
