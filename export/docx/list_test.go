package docx

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"communique/editor/release"
)

// TestNumbersOfLists: a list that counts far has room for its numbers, so that none
// reaches over the margin; any other keeps the indents of the style.
func TestNumbersOfLists(t *testing.T) {
	for name, c := range map[string]struct {
		first, items int
		style        string
		want         string // the left indents of the items, in twips
	}{
		"one digit":        {1, 9, "", ""},
		"two digits":       {90, 10, "", ""},
		"three at the end": {90, 11, "", "564"},
		"three digits":     {100, 2, "", "564"},
		"four digits":      {1990, 2, "", "701"},
		"a wide style":     {100, 2, "parts.list={left=17.5}", ""},
		"large type":       {10, 2, "text={size=20}", "740"},
		"dashes":           {0, 120, "", ""},
	} {
		r := release.New("ru")
		r.Blocks = []release.Block{{Kind: release.List, First: c.first, Text: strings.Repeat("пункт\n", c.items)}}
		data, err := Render(r, release.Organisation{}, nil, houseOf(t, c.style))
		if err != nil {
			t.Fatal(name, err)
		}
		files := open(t, data)
		checkPackage(t, files)
		var got []string
		parse(t, files["word/document.xml"]).walk(func(n node) {
			if n.XMLName.Local == "ind" {
				got = append(got, n.attr("left"))
			}
		})
		var want []string
		if c.want != "" {
			want = slices.Repeat([]string{c.want}, c.items)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
}

// TestLevelsStayOnNarrowPages: each level has room for words, as on the page.
func TestLevelsStayOnNarrowPages(t *testing.T) {
	r := release.New("ru")
	r.Blocks = []release.Block{{Kind: release.List, Text: "раз\n\tдва\n\t\tтри\n\t\t\tсто"}}
	data, err := Render(r, release.Organisation{}, nil, houseOf(t, "page={left=75,right=75}\nparts.list={left=40}"))
	if err != nil {
		t.Fatal(err)
	}
	files := open(t, data)
	for _, part := range []string{"word/document.xml", "word/numbering.xml"} {
		deepest := 0
		parse(t, files[part]).walk(func(n node) {
			if left, err := strconv.Atoi(n.attr("left")); n.XMLName.Local == "ind" && err == nil {
				deepest = max(deepest, left)
			}
		})
		if deepest <= margin(40) || deepest > margin(52) {
			t.Errorf("%s: the deepest level stands at %d twips of %d", part, deepest, margin(60))
		}
	}
}

// TestLevelsOfLists: items stand on the levels of numberings that are there, and further in
// the deeper they are; lists of one sort share a definition, and each begins anew.
func TestLevelsOfLists(t *testing.T) {
	r := release.New("ru")
	numbers := release.Block{Kind: release.List, First: 4, Text: "а\n\tб\n\t\tв\n\t\t\tг\nд"}
	r.Blocks = []release.Block{
		numbers, numbers,
		{Kind: release.List, Text: "а\n\tб"},
		{Kind: release.List, Mixed: true, Text: "а\n\tб"},
		{Kind: release.List, First: 1, Mixed: true, Text: "а\n\tб"},
		{Kind: release.List, Text: "а"},
		{Kind: release.List, First: 2, Text: "а"},
	}
	data, err := Render(r, release.Organisation{}, nil, houseOf(t, ""))
	if err != nil {
		t.Fatal(err)
	}
	files := open(t, data)
	checkPackage(t, files)
	type item struct{ style, level, list, left string }
	var got []item
	parse(t, files["word/document.xml"]).walk(func(n node) {
		if n.XMLName.Local != "pPr" {
			return
		}
		var i item
		n.walk(func(p node) {
			switch p.XMLName.Local {
			case "pStyle":
				i.style = p.attr("val")
			case "ilvl":
				i.level = p.attr("val")
			case "numId":
				i.list = p.attr("val")
			case "ind":
				i.left = p.attr("left")
			}
		})
		if strings.HasPrefix(i.style, "List") {
			got = append(got, i)
		}
	})
	deep := func(list string) []item {
		return []item{{"ListNumber", "0", list, "454"}, {"ListNumber", "1", list, "908"}, {"ListNumber", "2", list, "1362"}, {"ListNumber", "3", list, "1816"}, {"ListNumber", "0", list, "454"}}
	}
	want := slices.Concat(deep("3"), deep("4"), []item{
		{"ListBullet", "0", "5", "454"},
		{"ListBullet", "1", "5", "908"},
		{"ListBullet", "0", "6", "454"},
		{"ListNumber", "1", "6", "908"},
		{"ListNumber", "0", "7", "454"},
		{"ListBullet", "1", "7", "908"},
		{"ListBullet", "", "", ""},
		{"ListNumber", "0", "8", ""},
	})
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	defined, signs := map[string]string{}, map[string][]string{}
	parse(t, files["word/numbering.xml"]).walk(func(n node) {
		switch n.XMLName.Local {
		case "abstractNum":
			n.walk(func(l node) {
				if l.XMLName.Local == "numFmt" || l.XMLName.Local == "lvlText" {
					id := n.attr("abstractNumId")
					signs[id] = append(signs[id], l.attr("val"))
				}
			})
		case "num":
			start := ""
			n.walk(func(l node) {
				switch l.XMLName.Local {
				case "abstractNumId":
					defined[n.attr("numId")] = l.attr("val")
				case "startOverride":
					start = l.attr("val")
				}
			})
			defined[n.attr("numId")] += "/" + start
		}
	})
	for list, want := range map[string]string{"3": "3/4", "4": "3/4", "5": "2/1", "6": "4/1", "7": "5/1", "8": "1/2"} {
		if defined[list] != want {
			t.Errorf("list %s is %s, not %s", list, defined[list], want)
		}
	}
	for definition, want := range map[string]string{
		"2": "bullet – bullet • bullet – bullet •", "3": "decimal %1. russianLower %2) decimal %3) russianLower %4)",
		"4": "bullet – decimal %2) russianLower %3) decimal %4)", "5": "decimal %1. bullet – bullet • bullet –",
	} {
		if got := strings.Join(signs[definition], " "); got != want {
			t.Errorf("definition %s is %s, not %s", definition, got, want)
		}
	}
}
