package html

import (
	"encoding/base64"
	"strings"
	"testing"
	"time"

	"communique/editor/intake/layout"
	"communique/editor/intake/layout/layouttest"
)

// files are beside the page.
func files(address string) []byte {
	return map[string][]byte{"фото.png": []byte(layouttest.PNG), "cid:1@a": []byte(layouttest.PNG), "b.gif": []byte("GIF89a")}[address]
}

// A page's article is its text; what stands around it and what nobody sees is none.
func TestRead(t *testing.T) {
	data := "data:image/png;base64," + base64.StdEncoding.EncodeToString([]byte(layouttest.PNG))
	for name, tt := range map[string]struct{ html, want string }{
		"an article":        {"<html><body><p>меню</p><article><p>раз</p></article><p>подвал</p></body></html>", "раз"},
		"a main part":       {"<html><body><p>меню</p><main><p>раз</p></main></body></html>", "раз"},
		"article in main":   {"<html><body><main><p>меню</p><article>раз</article></main></body></html>", "раз"},
		"article in a cell": {"<html><table><tr><td>меню</td><td><article><p>раз</p></article></td></tr></table></html>", "раз"},
		"neither":           {"<!DOCTYPE HTML><HTML><body><p>раз</p></body></HTML>", "раз"},
		"XHTML":             {"<?xml version='1.0'?><html><p>раз</p></html>", "раз"},
		"a piece":           {"<p>раз</p>два", "раз|два"},
		"headings":          {"<h1>Раз</h1><h2>Два <b>и</b></h2><h3>Три</h3><h6>Пять</h6>", "# Раз|## Два *и*|### Три|###### Пять"},
		"lists":             {"<ul><li>раз<li>два</ul><ul><li>три</ul>", "^- раз|- два|^- три"},
		"numbers":           {"<ol start=5><li>раз</li><li value=9>два</li><li>три</li></ol><ol type=a><li>раз</ol><ol start=0><li>ноль<li>раз</ol>", "^5. раз|9. два|10. три|a. раз|0. ноль|1. раз"},
		"nested lists":      {"<ol><li>раз<ul><li>а<li>б</ul></li><li><p>два</p><p>и ещё</p></li></ol>", "^1. раз|>- а|>- б|2. два|и ещё"},
		"an item alone":     {"<li>раз", "- раз"},
		"blocks": {
			"0<p>1</p><div>2</div>3<br>4<section>8</section><header>9</header><address>10</address><hr><figure>11</figure><dl><dt>12<dd>13</dl><pre>14\n15</pre><footer>16</footer>17<ol></ol>18",
			"0|1|2|3|4|8|9|contact: 10|----|11|12|13|14⏎15|16|17|18",
		},
		"paragraphs that end themselves": {"<p>раз<p>два<div>три</p>пять", "раз|два|три|пять"},
		"line breaks":                    {"<p>раз<br>два<br><br>три<br/></p><div>пять<br>шесть</div>", "раз⏎два|три|пять|шесть"},
		"long lines":                     {"<p>" + strings.Repeat("слово ", 20) + "раз.<br>" + strings.Repeat("слово ", 20) + "два.<br>" + strings.Repeat("слово ", 20) + "три.</p>", strings.TrimSuffix(strings.Repeat("слово ", 20)+"раз.|"+strings.Repeat("слово ", 20)+"два.|"+strings.Repeat("слово ", 20)+"три.", "|")},
		"runs":                           {"<p>раз <b>два</b><i>три</i> <a href='x'>пять</a></p>", "раз *два*/три/ пять links=1"},
		"marks":                          {"<p><strong>раз</strong> <em>два <b>три</b></em> <span style='font-weight:700; font-style: italic'>пять</span>", "*раз* /два /*/три пять/*"},
		"crossed marks":                  {"<b>раз<p>два</b> три</p><p><i>пять</p><p>шесть</i> семь</p>", "*раз*|*два* три|/пять/|/шесть/ семь"},
		"bold that is none":              {"<b style='font-weight:normal'><p>раз <span style='font-weight:bold'>два</span></p></b>", "раз *два*"},
		"looks end with a cell":          {"<table><tr><td>а<td>б<tr><td><b>раз<td>два<tr><td>три<td>пять</table>", "table: а→б¶*раз*→два¶три→пять"},
		"fonts":                          {"<font size=7 color=red face=Comic>раз</font><span style='font-family:x;color:red;background:yellow'> два</span><u>три</u><big>пять</big>", "раз дватрипять"},
		"links":                          {"<p><a href='https://a.example/x'>раз <b>два</b></a> <a href='mailto:a@b.example'>почта</a> <a href='javascript:x()'>три</a> <a href='#низ'>вниз</a> <a href='tel:+70000000001'>звонок</a> <a name=x>якорь</a>", "[раз ](https://a.example/x)[*два*](https://a.example/x) [почта](mailto:a@b.example) три вниз звонок якорь links=1"},
		"a link in another":              {"<a href='https://a.example'>раз <a href='https://b.example'>два</a> три</a>", "[раз](https://a.example) [два](https://b.example) три"},
		"raised":                         {"<p>10<sup>6</sup> км<sup>2</sup>, H<sub>2</sub>O, сноска<sup>а</sup>", "10⁶ км², H₂O, сноскаа"},
		"quotations in a line":           {"<p>Он <q>за <q>мир</q></q>. <q>Раз<p>два", `Он "за "мир"". "Раз"|два`},
		"a dialog of the site":           {"<dialog><p>примите</dialog><p>раз", "раз"},
		"taken out":                      {"<p>раз <del>не</del><ins>два</ins> <s>три</s><strike> пять</strike>", "раз два три пять deletions=1 struck=1"},
		"hidden things":                  {"<html><head><title>т</title></head><script>1</script><style>2</style><nav>3</nav><form>4</form><noscript>5</noscript><template>6</template><iframe>7</iframe><svg><text>8</text></svg><button>9</button><p hidden>10</p><p style='color:red; display : none'>11<span>12</span></p><!-- 12 --><p style='color:red'>раз</p><select><option>13</select>", "раз hidden=2"},
		"the margins of LibreOffice":     {"<html><body><div title=\"header\"><p>верх</div><p>раз</p><div title=footer><p>стр. 1</p></div><p>два<div title=other><p>три</div>", "{head}верх|раз|{foot}стр. 1|два|три"},
		"a head without end":             {"<!DOCTYPE html><html><head><title>т</title><body><h1>Раз</h1><p>два", "# Раз|два"},
		"neither head nor body":          {"<!DOCTYPE html><title>т</title><meta charset=utf-8><p>раз", "раз"},
		"a website's own":                {"<p>раз</p><div class='share-buttons'><p>Поделиться</p></div><div class=\"news__related\"><ul><li>два</ul></div><p id=cookie-banner>Печенье</p><div role=navigation>Меню</div><p>три с половиной, и ещё пять, и семь, и восемь слов здесь</p>", "раз|{site}Поделиться|{site}^- два|{site}Печенье|{site}Меню|три с половиной, и ещё пять, и семь, и восемь слов здесь"},
		"mostly a website's own":         {"<p>раз</p><div class=comments><p>Это длинный текст, который и есть статья.</p></div>", "раз|Это длинный текст, который и есть статья."},
		"words behind a remark":          {`<p>раз<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup> два</p>`, "раз два comments=1"},
		"concealed by its look":          {`<p>раз <b style="display:none">тайна <i>глубже</i> снова</b><i>два</i> <a hidden href="https://a.example">тайна</a>три</p>`, "раз /два/ три hidden=2"},
		"a remark of Google Docs":        {`<p>раз<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup></p><div class="c9"><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>проверить</span></p><p>снова</p></div><p>два</p>`, "раз|два comments=1"},
		"sites' kits":                    {`<p>раз</p><div class="t-menu"><p>О нас</p></div><div class="sharedaddy"><p>Твит</p></div><div class="widget-area"><p>Записи</p></div><div class="t-tildalabel">Made</div><div class="pull_right date details">10:00</div><p>три с половиной, и ещё пять, и семь, и восемь слов здесь</p>`, "раз|{site}О нас|{site}Твит|{site}Записи|{site}Made|три с половиной, и ещё пять, и семь, и восемь слов здесь"},
		"a class that only sounds so":    {"<p class=shareholders>раз</p><div class=menuhin>два</div>", "раз|два"},
		"entities":                       {"<p>«раз» &amp; два&nbsp;три &mdash; &#8470;5 &lt;p&gt;", "«раз» & два\u00a0три — №5 <p>"},
		"empty ones":                     {"<p> </p><p>&nbsp;</p><p>раз</p><ul><li></ul><h1></h1><blockquote></blockquote>", "раз"},
		"quotations":                     {"<blockquote><p>раз</p><p>два</p></blockquote><figure><blockquote>три</blockquote><figcaption>— <cite>Анна Примерова</cite></figcaption></figure><blockquote>пять<footer>Пётр</footer></blockquote>", "> раз|> два|> три|>> — Анна Примерова|> пять|>> Пётр"},
		"pictures":                       {"<figure><img src='" + data + "' alt='Вид'><figcaption>Подпись</figcaption></figure><p>раз <img src='cid:1@a'> два</p><img src=фото.png width=1>", "(69 bytes, \"Вид\") |caption: Подпись|раз два|(69 bytes, \"\") "},
		"pictures that cannot be":        {"<p>раз<img src='https://a.example/a.png'><img src='b.gif'><img src='data:image/png;base64,!!'><img>", "раз pictures=4"},
		"objects":                        {"<p>раз</p><object><p>два</p></object><embed src=x>", "раз objects=2"},
		"a table":                        {"<table><caption>Итоги</caption><thead><tr><th>Год<th>Учения</thead><tr><td>2024<td><p>5</p><p>больших</p></table>", "Итоги|table: Год→Учения¶2024→5 больших"},
		"merged cells":                   {"<table><tr><th colspan=2>а<th>б<tr><td rowspan=2>в<td>г<td>д<tr><td>е<td>ё</table>", "table: а→→б¶в→г→д¶→е→ё"},
		"a table of one row":             {"<table><tr><td>герб<td>адрес</table>", "герб|адрес"},
		"a table of no role":             {"<table role=none><tr><td>а<td>б<tr><td>в<td>г</table>", "а|б|в|г"},
		"a table for looks":              {"<table role=presentation><tr><td>а<td>б<tr><td>в<td>г</table>", "а|б|в|г"},
		"tables in a table":              {"<table><tr><td>меню<td><table><tr><th>а<th>б<tr><td>в<td>г<tr><td>д<td>е</table></table>", "меню|table: а→б¶в→г¶д→е"},
		"a small table in one":           {"<table><tr><th>а<th>б<tr><td>в<td><table><tr><td>г<td>д</table></table>", "table: а→б¶в→г д"},
		"a cell of no table":             {"<td>раз<td>два", "раз|два"},
		"notes":                          {"<p>раз<a href='#fn1' class='footnote-ref' role='doc-noteref'><sup>1</sup></a></p><section class='footnotes' role='doc-endnotes'><hr><ol><li><p>сноска<a href='#x' role='doc-backlink'>↩︎</a></p></li></ol></section><p>два</p>", "раз[1]|{note}[1] сноска|два"},
		"Word's paragraphs":              {"<p class=MsoTitle>Раз<o:p></o:p></p><p class=MsoNormal>два<o:p>&nbsp;</o:p></p><p class=MsoQuote>три</p><p class=MsoCaption>пять</p>", "# Раз|два|> три|caption: пять"},
		"Word's lists":                   {"<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>раз</p><p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>4.<span>&nbsp; </span></span>два</p><p style='mso-list:l1 level2 lfo2'><span style='mso-list:Ignore'>4.1.</span>три</p><p class=MsoListParagraph>пять</p>", "- раз|4. два|4.1. три|пять"},
		"Word's remarks":                 {"<p>раз<span class=MsoCommentReference>[А1]</span></p><div style='mso-element:comment-list'><p class=MsoCommentText>тайна<span class=MsoCommentReference>[А1]</span></p></div><!--[if gte mso 9]><xml>два</xml><![endif]--><span style='display:none;mso-hide:all'>тайна</span>", "раз comments=1 hidden=1"},
	} {
		t.Run(name, func(t *testing.T) {
			d, err := Read(Params{Text: tt.html, File: files})
			if got := layouttest.Write(d); err != nil || got != tt.want {
				t.Errorf("got  %s\nwant %s\n%v", got, tt.want, err)
			}
		})
	}
}

func TestIs(t *testing.T) {
	for text, want := range map[string]bool{
		"<!DOCTYPE html><html>": true, " <html><body>раз": true, "<?xml version='1.0'?>\n<html>": true, "<p>раз</p>": true, "<!-- \n --><div class=a>раз</div>": true,
		"<h1>Раз</h1>": true, "раз<br>два": false, "слово <html>": false, "<!doctype html> и всё": false, "<?xml version='1.0'?><rss/>": false, "": false,
		"<имя> прибыл": false, "<p> в начале": false, "<b>Важно</b>: раз": true,
		"<dl><dt>раз</dt><dd>два</dd></dl>": true, "<i>раз</i> и два": true, "<q>раз</q>, – сказал он": true, "<del>раз</del>": true, "<details><summary>раз</summary></details>": true, "<img src=a.png alt=раз>": true, "<hr/>раз": true,
		"<script>" + strings.Repeat("a; ", 2000) + "</script>\n<html><body>раз</body></html>": true, "<style>p{}</style><p>раз</p>": true, "<link rel=x><p>раз</p>": true, "<script><a1>раз</a1></script>": false,
		"<i> раз": false, "<summit>раз</summit>": false, "<image>раз</image>": false,
	} {
		if Is(text) != want {
			t.Errorf("%q: %t", text, !want)
		}
	}
}

// A clipboard marks what of its page was copied.
func TestFragments(t *testing.T) {
	for name, tt := range map[string]struct{ html, want string }{
		"no marks":             {"<article>раз</article><p>два</p>", "раз|два"},
		"marks":                {"Version:0.9\r\nStartHTML:000\r\n<html><body><b>до <!--StartFragment-->раз</b> <p>два</p><!--EndFragment--> после</body></html>", "*раз*|два"},
		"a cell":               {"<html><body><table><!--StartFragment--><tr><td>а</td><td>б</td></tr><tr><td>в</td><td>г</td></tr><!--EndFragment--></table></body></html>", "table: а→б¶в→г"},
		"one word":             {"<meta charset='utf-8'><span style='font-size:72px'>раз</span>", "раз"},
		"Word's notes":         {"<p>раз<a style='mso-footnote-id:ftn1' href='#_ftn1'><span class=MsoFootnoteReference>[1]</span></a></p><div style='mso-element:footnote-list'><br clear=all><hr align=left size=1><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText>[1] два</p></div></div>", "раз[1]|{note}[1] два"},
		"for screen readers":   {"<p>раз<span style='position: absolute; clip: rect(1px, 1px, 1px, 1px); width: 1px'> тайна</span><span style='clip:rect(0 0 0 0)'>тайна</span><span style='clip-path: inset(50%)'>тайна</span></p><p style='clip: rect(0px, 60px, 200px, 0px)'>два</p>", "раз|два hidden=3"},
		"emoji":                {"<p>раз <img class=emoji alt='😀' src='data:image/gif;base64,R0lG'><img alt='👨‍👩‍👧' src='x.png'> <img alt='❤️'></p>", "раз 😀👨‍👩‍👧 ❤️"},
		"lists in lists":       {"<ul><li>раз<ul><li>два<ul><li>три</li></ul></li></ul></li><li>пять</li></ul><ul><li>шесть</li></ul>", "^- раз|>- два|>>- три|- пять|^- шесть"},
		"a list in Google's":   {"<ul><li><p>раз</p></li><ul><li><p>два</p></li></ul><li><p>три</p></li></ul>", "^- раз|>- два|- три"},
		"numbers in bullets":   {"<ul><li>раз<ol><li>два</li></ol></li><li>три</li></ul>", "^- раз|>1. два|- три"},
		"bullets in numbers":   {"<ol><li>раз<ul><li>два</li></ul></li><li>три</li></ol>", "^1. раз|>- два|2. три"},
		"a head without heads": {"<table><thead><tr><td>а<td>б</thead></table>", "table: а→б"},
		"rows that are unseen": {"<table><tr><td>а<td>б</tr><tr style='display:none'><td>тайна<td>тайна</tr><tr><td>в<td>г<td style='display:none'>тайна</td></tr><![if !supportMisalignedColumns]><tr height=0><td width=100></td><td></td></tr><![endif]></table>", "table: а→б¶в→г hidden=2"},
		"rows without height":  {"<table><tr height=0><td>а<td>б</tr><tr><td>в<td>г</tr></table>", "table: а→б¶в→г"},
		"a message":            {"<meta charset='utf-8'><span style=\"color: rgb(0, 0, 0); white-space: pre-wrap; display: inline !important;\">раз\nдва\n\nтри</span>", "раз|два|три"},
		"a message's lines":    {"<p style='white-space: pre-line'>раз\nдва <b>три\nпять</b></p><p>шесть\nсемь</p>", "раз⏎два *три⏎пять*|шесть семь"},
		"a new browser's":      {"<div style='white-space-collapse: preserve; text-wrap-mode: wrap'>раз\r\nдва<div style='white-space: normal'>три\nпять</div></div>", "раз|два|три пять"},
		"Google's spans":       {"<p><span style='white-space:pre;white-space:pre-wrap;'>раз </span><span style='white-space:pre-wrap'>два</span></p>", "раз два"},
		"spaces between lines": {"<div style='white-space:pre-wrap'>\n  <p>раз</p>\n  <p>два</p>\n</div>", "раз|два"},
		"said aloud alone":     {"<h1 class=visually-hidden>раз</h1><p>два<span class='a sr-only'>тайна</span><span class=sr-only-not>три</span></p>", "# раз|дватри hidden=1"},
		"hidden in":            {"<!--StartFragment--><p>раз<span style='display:none'>тайна</span></p><!--EndFragment-->", "раз hidden=1"},
	} {
		t.Run(name, func(t *testing.T) {
			d, err := Read(Params{Text: tt.html, Fragment: true})
			if got := layouttest.Write(d); err != nil || got != tt.want {
				t.Errorf("got  %s\nwant %s\n%v", got, tt.want, err)
			}
		})
	}
}

// A page that opens whatever it can costs what its letters cost.
func TestBombs(t *testing.T) {
	for name, text := range map[string]string{
		"looks":   strings.Repeat("<b><i>а<a href=https://a.example>", 150_000),
		"deep":    strings.Repeat("<div><blockquote>", 100_000) + "а",
		"tables":  strings.Repeat("<table><tr><td>", 100_000) + "а",
		"rows":    "<table>" + strings.Repeat("<tr><td colspan=1000 rowspan=1000>а<td>б", 30_000),
		"items":   "<ol>" + strings.Repeat("<li><b>а</b>", 100_000),
		"breaks":  "<p>" + strings.Repeat("<b>а</b><br>", 100_000),
		"tags":    strings.Repeat("<p>", 1_010_000),
		"ends":    strings.Repeat("<div>", 250) + strings.Repeat("</p></span></b>", 100_000),
		"one tag": "<p style='" + strings.Repeat("font-weight:x;", 500_000) + "'>а",
	} {
		t.Run(name, func(t *testing.T) {
			began := layouttest.Used()
			d, err := Read(Params{Text: text})
			if took := layouttest.Used() - began; took > 20*time.Second {
				t.Errorf("%v, %v, %d paragraphs", took, err, len(d.Paragraphs))
			}
		})
	}
}

func FuzzRead(f *testing.F) {
	f.Add("<table><tr><td><b>а<td><ol><li>б</table></b><article><p>в<figure><blockquote><figcaption>", false)
	f.Add("<!--StartFragment--><p style='mso-list:l0'><span style='mso-list:Ignore'>1.</span>а<!--EndFragment-->", true)
	f.Add("<td><tr></table></td><caption>а<p></caption><li></ul><dd></dl>", true)
	f.Fuzz(func(t *testing.T, text string, fragment bool) {
		d, err := Read(Params{Text: text, Fragment: fragment})
		for _, p := range d.Paragraphs {
			if err == nil && p.Kind != layout.Table && strings.ContainsAny(p.Text, "\t\r") {
				t.Errorf("a tab in %q", p.Text)
			}
		}
	})
}
