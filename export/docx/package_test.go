package docx

import (
	"path"
	"slices"
	"strings"
	"testing"

	"communique/editor/release"
	"communique/export/picture"
)

// sequences are the orders in which ECMA-376 (wml.xsd) lets children stand,
// as far as this package could write them. Word refuses a file that has others.
var sequences = map[string][]string{
	"pPr": {
		"pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers",
		"pBdr", "shd", "tabs", "suppressAutoHyphens", "bidi", "spacing", "ind", "contextualSpacing", "mirrorIndents", "jc",
		"textDirection", "textAlignment", "outlineLvl", "rPr", "sectPr",
	},
	"rPr": {
		"rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "vanish", "color", "spacing", "w",
		"kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "vertAlign", "rtl", "cs", "em", "lang",
	},
	"pBdr":        {"top", "left", "bottom", "right", "between", "bar"},
	"style":       {"name", "aliases", "basedOn", "next", "link", "uiPriority", "semiHidden", "unhideWhenUsed", "qFormat", "locked", "pPr", "rPr", "tblPr"},
	"styles":      {"docDefaults", "latentStyles", "style"},
	"docDefaults": {"rPrDefault", "pPrDefault"},
	"numbering":   {"abstractNum", "num"},
	"abstractNum": {"nsid", "multiLevelType", "tmpl", "name", "styleLink", "numStyleLink", "lvl"},
	"lvl":         {"start", "numFmt", "lvlRestart", "pStyle", "isLgl", "suff", "lvlText", "lvlPicBulletId", "lvlJc", "pPr", "rPr"},
	"settings": {
		"zoom", "removePersonalInformation", "removeDateAndTime", "mirrorMargins", "defaultTabStop", "autoHyphenation",
		"characterSpacingControl", "footnotePr", "endnotePr", "compat", "themeFontLang", "decimalSymbol", "listSeparator",
	},
	"sectPr":      {"headerReference", "footerReference", "type", "pgSz", "pgMar", "pgBorders", "pgNumType", "cols", "titlePg", "docGrid"},
	"p":           {"pPr", "r", "fldSimple", "hyperlink", "AlternateContent"},
	"Choice":      {"r"},
	"Fallback":    {"r", "fldSimple"},
	"r":           {"rPr", "t", "br", "tab", "fldChar", "instrText", "drawing"},
	"body":        {"p", "tbl", "sectPr"},
	"numPr":       {"ilvl", "numId"},
	"tr":          {"trPr", "tc"},
	"trPr":        {"cantSplit", "tblHeader"},
	"lvlOverride": {"startOverride", "lvl"},
	"tblBorders":  {"top", "left", "bottom", "right", "insideH", "insideV"},
	"hdr":         {"p", "tbl"},
	"ftr":         {"p"},
	"tbl":         {"tblPr", "tblGrid", "tr"},
	"tblPr":       {"tblStyle", "bidiVisual", "tblW", "jc", "tblInd", "tblBorders", "tblLayout", "tblCellMar", "tblLook"},
	"tblCellMar":  {"top", "left", "bottom", "right"},
	"tc":          {"tcPr", "p"},
	"tcPr":        {"tcW", "gridSpan", "vMerge", "tcBorders", "shd", "noWrap", "tcMar", "textDirection", "vAlign"},
	"inline":      {"extent", "effectExtent", "docPr", "cNvGraphicFramePr", "graphic"},
	"anchor":      {"simplePos", "positionH", "positionV", "extent", "effectExtent", "wrapSquare", "docPr", "cNvGraphicFramePr", "graphic"},
	"pic":         {"nvPicPr", "blipFill", "spPr"},
	"blipFill":    {"blip", "srcRect", "stretch"},
	"spPr":        {"xfrm", "prstGeom"},
}

// choices are the elements whose children, after their properties, may come in
// any order.
var choices = []string{"p", "r", "hdr", "body", "Fallback"}

func TestElementsStandInTheOrderOfTheSchema(t *testing.T) {
	arabic, late := full(t), houseOf(t, "numbers.from = 3\nfonts.bold = 'PT Sans'")
	arabic.Language = "ar"
	for _, r := range []release.Release{full(t), arabic} {
		data, err := Render(r, organisation(t), photographs(t), late)
		if err != nil {
			t.Fatal(err)
		}
		for _, data := range [][]byte{render(t, r, organisation(t)), data} {
			checkOrder(t, open(t, data))
		}
	}
}

// checkOrder asks that the elements of all parts stand where they may.
func checkOrder(t *testing.T, files map[string]string) {
	t.Helper()
	for name, content := range files {
		if !strings.HasPrefix(name, "word/") || !strings.HasSuffix(name, ".xml") {
			continue
		}
		parse(t, content).walk(func(n node) {
			order, known := sequences[n.XMLName.Local]
			if !known {
				return
			}
			last := 0
			for _, child := range n.Children {
				at := slices.Index(order, child.XMLName.Local)
				free := slices.Contains(choices, n.XMLName.Local) && !strings.HasSuffix(child.XMLName.Local, "Pr")
				if at < 0 || at < last && !free {
					t.Errorf("%s: %s does not stand where it may in %s", name, child.XMLName.Local, n.XMLName.Local)
				}
				last = max(last, at)
			}
		})
	}
}

func TestEveryFileHasItsContentType(t *testing.T) {
	files := open(t, render(t, full(t), organisation(t)))
	types := map[string]string{}
	for _, n := range parse(t, files["[Content_Types].xml"]).Children {
		types[n.attr("Extension")+n.attr("PartName")] = n.attr("ContentType")
		if part := n.attr("PartName"); part != "" && files[strings.TrimPrefix(part, "/")] == "" {
			t.Errorf("%s has a content type and is not there", part)
		}
	}
	for name := range files {
		extension := strings.TrimPrefix(path.Ext(name), ".")
		if extension == "xml" && name != "[Content_Types].xml" && types["/"+name] == "" || types[extension] == "" {
			t.Errorf("%s has no content type", name)
		}
	}
}

func TestEveryReferenceLeadsSomewhere(t *testing.T) {
	for title, r := range map[string]release.Release{"full": full(t), "empty": {}} {
		t.Run(title, func(t *testing.T) {
			checkPackage(t, open(t, render(t, r, organisation(t))))
		})
	}
}

// checkPackage asks that every part is XML, and all it refers to is there.
func checkPackage(t testing.TB, files map[string]string) {
	t.Helper()
	var styled []string
	parse(t, files["word/styles.xml"]).walk(func(n node) { styled = append(styled, n.attr("styleId")) })
	for name, content := range files {
		switch {
		case strings.HasPrefix(name, "word/media/"):
		case strings.HasSuffix(name, ".rels"):
			checkTargets(t, files, name, parse(t, content))
		default:
			checkReferences(t, files, name, parse(t, content), styled)
		}
	}
}

// checkTargets asks that every target of a part is a file of the package, or
// an address outside with a scheme that runs nothing.
func checkTargets(t testing.TB, files map[string]string, name string, list node) {
	t.Helper()
	folder := path.Dir(path.Dir(name))
	for _, n := range list.Children {
		target := n.attr("Target")
		if n.attr("TargetMode") == "External" {
			if scheme, _, _ := strings.Cut(target, ":"); !slices.Contains([]string{"https", "http", "mailto", "tel"}, scheme) {
				t.Errorf("%s leads to %s", name, target)
			}
		} else if files[path.Join(folder, target)] == "" {
			t.Errorf("%s: no file %s", name, target)
		}
	}
}

// checkReferences asks that every identifier a part uses is listed, once, and
// every style it names is there.
func checkReferences(t testing.TB, files map[string]string, name string, root node, styled []string) {
	t.Helper()
	var listed []string
	if links := files[path.Join("word/_rels", path.Base(name)+".rels")]; links != "" {
		for _, n := range parse(t, links).Children {
			if slices.Contains(listed, n.attr("Id")) {
				t.Errorf("%s: %s twice", name, n.attr("Id"))
			}
			listed = append(listed, n.attr("Id"))
		}
	}
	root.walk(func(n node) {
		for _, a := range n.Attrs {
			if strings.HasSuffix(a.Name.Space, "/officeDocument/2006/relationships") && !slices.Contains(listed, a.Value) {
				t.Errorf("%s: %s is not listed", name, a.Value)
			}
		}
		if slices.Contains([]string{"pStyle", "rStyle", "basedOn", "next"}, n.XMLName.Local) && !slices.Contains(styled, n.attr("val")) {
			t.Errorf("%s: there is no style %q", name, n.attr("val"))
		}
	})
}

func TestLinks(t *testing.T) {
	files := open(t, render(t, full(t), organisation(t)))
	want := map[string][]string{
		"word/_rels/header1.xml.rels": {"https://council.example"},
		"word/_rels/document.xml.rels": {
			"https://council.example/?a=1&b=2", "https://www.council.example",
			"tel:+70000000001", "tel:+70000000002", "mailto:press@council.example",
			"https://xn--b1agzli.example/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8?a=1&b=2",
		},
	}
	for name, addresses := range want {
		var got []string
		for _, n := range parse(t, files[name]).Children {
			if n.attr("TargetMode") == "External" {
				got = append(got, n.attr("Target"))
			}
		}
		if !slices.Equal(got, addresses) {
			t.Errorf("%s: got %q, want %q", name, got, addresses)
		}
	}
}

// TestPicturesHaveWords: and each a number of its own in the document.
func TestPicturesHaveWords(t *testing.T) {
	var got []string
	files := open(t, render(t, full(t), organisation(t)))
	for _, name := range []string{"word/header1.xml", "word/document.xml"} {
		parse(t, files[name]).walk(func(n node) {
			if n.XMLName.Local == "docPr" {
				got = append(got, n.attr("id")+" "+n.attr("descr"))
			}
		})
	}
	if !slices.Equal(got, []string{"1 Логотип: Совет «Содружества»", "2 Девять человек <за столом>", "3 Фото"}) {
		t.Errorf("got %q", got)
	}
	if len(files["word/media/picture1.jpg"]) == 0 || files["word/media/picture2.jpg"] != "" {
		t.Error("the picture is not there once")
	}
}

// TestPrintedSize: within the margins, 150 dots to the inch at least, and no higher than
// 0.6 of the page, as in the PDF.
func TestPrintedSize(t *testing.T) {
	for _, c := range []struct{ width, height, wantWidth, wantHeight int }{
		{100, 40, 48, 19}, {2000, 1000, 467, 233}, {1000, 2000, 216, 433}, {60000, 1, 467, 1},
	} {
		width, height := newHouse(plainStyle(t), "ru").printed(picture.Picture{Width: c.width, Height: c.height})
		if int(width) != c.wantWidth || int(height) != c.wantHeight {
			t.Errorf("%d × %d: got %v × %v", c.width, c.height, width, height)
		}
	}
}
