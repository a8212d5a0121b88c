package odt

import (
	"testing"

	"communique/editor/intake/layout/layouttest"
)

// TestConstructs reads what word processors write seldom: what hides itself is no text, and what is shown is one.
func TestConstructs(t *testing.T) {
	for name, c := range map[string]struct{ body, want string }{
		"hidden text":                               {`<text:p>Раз <text:hidden-text text:condition="ooow:1" text:string-value="тайна" text:is-hidden="true"></text:hidden-text>два</text:p>`, "Раз два hidden=1"},
		"hidden text that is shown":                 {`<text:p>Раз <text:hidden-text text:condition="ooow:0" text:string-value="видно" text:is-hidden="false">видно</text:hidden-text> два</text:p>`, "Раз видно два"},
		"a hidden paragraph":                        {`<text:p>Раз</text:p><text:p><text:hidden-paragraph text:condition="ooow:1" text:is-hidden="true"/>тайна</text:p><text:p>Два</text:p>`, "Раз|Два hidden=1"},
		"a paragraph that may be hidden and is not": {`<text:p>Раз</text:p><text:p><text:hidden-paragraph text:condition="ooow:0" text:is-hidden="false"/>видно</text:p>`, "Раз|видно"},
		"a section hidden by its condition":         {`<text:section text:name="s" text:condition="ooow:1" text:display="condition" text:is-hidden="true"><text:p>тайна</text:p></text:section><text:p>Раз</text:p>`, "Раз hidden=1"},
		"a section shown by its condition":          {`<text:section text:name="s" text:condition="ooow:0" text:display="condition"><text:p>видно</text:p></text:section><text:p>Раз</text:p>`, "видно|Раз"},
		"a variable set unseen":                     {`<text:p>Раз<text:variable-set text:name="x" text:display="none" office:value-type="string" office:string-value="тайна">тайна</text:variable-set> два</text:p>`, "Раз два hidden=1"},
		"controls of a form":                        {`<office:forms><form:form><form:checkbox form:id="c1" form:label="Согласен" form:current-state="checked"/></form:form></office:forms><text:p>Раз <draw:control draw:control="c1"/></text:p>`, "Раз objects=1"},
		"shapes with words":                         {`<text:p>Раз<draw:ellipse><text:p>в круге</text:p></draw:ellipse> два<draw:polygon><text:p>в углу</text:p></draw:polygon><draw:caption><text:p>выноска</text:p></draw:caption></text:p>`, "Раз два|{box}в круге|{box}в углу|{box}выноска"},
		"a hidden note":                             {`<text:p>Рост<text:span text:style-name="V"><text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>тайна</text:p></text:note-body></text:note></text:span> велик.</text:p>`, "Рост велик. hidden=1"},
		"a hidden box":                              {`<text:p>Раз<text:span text:style-name="V"><draw:frame><draw:text-box><text:p>тайна</text:p></draw:text-box></draw:frame></text:span></text:p>`, "Раз hidden=1"},
		"a page's number in the text":               {`<text:p>Всего страниц: <text:page-count>3</text:page-count>, эта <text:page-number>2</text:page-number></text:p>`, "Всего страниц: 3, эта 2"},
		"a paragraph with a number":                 {`<text:numbered-paragraph text:style-name="L1" text:level="1"><text:p>раз</text:p></text:numbered-paragraph><text:numbered-paragraph text:style-name="L1" text:level="1"><text:p>два</text:p></text:numbered-paragraph>`, "^1. раз|2. два"},
		"a script":                                  {`<text:p>Раз<text:script script:language="JavaScript">alert(1)</text:script> два</text:p>`, "Раз два objects=1"},
		"a control that asks":                       {`<text:p>Имя: <loext:content-control loext:showing-place-holder="true">Введите имя</loext:content-control></text:p>`, "Имя: questions=1"},
		"a caption in a box":                        {`<text:p>Раз<draw:frame><draw:text-box><text:p text:style-name="Caption"><draw:frame><draw:image xlink:href="https://a.example/b.png"/></draw:frame>Рис. <text:sequence>1</text:sequence>: Зал</text:p></draw:text-box></draw:frame></text:p>`, "Раз|{box}caption: Рис. 1: Зал pictures=1"},
		"a control with a choice":                   {`<text:p>Город: <loext:content-control loext:dropdown="true"><loext:list-item loext:display-text="Омск" loext:value="1"/><loext:list-item loext:display-text="Томск" loext:value="2"/>Томск</loext:content-control></text:p>`, "Город: Томск"},
		"an object with its picture":                {`<text:p>Раз<draw:frame><draw:object-ole/><draw:image xlink:href="Pictures/b.svm"/></draw:frame></text:p>`, "Раз objects=1"},
		"an object that is a picture":               {`<text:p>Раз<draw:frame><draw:object-ole/><draw:image xlink:href="Pictures/a.png"/></draw:frame></text:p>`, `Раз|(69 bytes, "")  objects=1`},
		"another page":                              {`<text:p>Раз<draw:frame><draw:floating-frame xlink:href="https://a.example"/></draw:frame></text:p>`, "Раз objects=1"},
		"an item that begins with nothing":          {`<text:list text:style-name="L1"><text:list-item><text:p/><text:p>раз</text:p></text:list-item></text:list>`, "^1. раз"},
		"a list that begins with a year":            {`<text:list text:style-name="L1"><text:list-item text:start-value="2024"><text:p>раз</text:p></text:list-item></text:list>`, "^2024. раз"},
		"a list that begins with more":              {`<text:list text:style-name="L1"><text:list-item text:start-value="99999999"><text:p>раз</text:p></text:list-item></text:list>`, "^1000000. раз"},
		"a picture with a title":                    {`<text:p>Раз<draw:frame><draw:image xlink:href="Pictures/a.png"/><svg:title>Зал</svg:title></draw:frame></text:p>`, `Раз|(69 bytes, "Зал") `},
		"a picture with both":                       {`<text:p>Раз<draw:frame><draw:image xlink:href="Pictures/a.png"/><svg:title>Зал</svg:title><svg:desc>Зал Совета</svg:desc></draw:frame></text:p>`, `Раз|(69 bytes, "Зал Совета") `},
		"a wide cell":                               {`<table:table><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>А</text:p></table:table-cell><table:covered-table-cell><text:p>тайна</text:p></table:covered-table-cell><table:table-cell><text:p>Б</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>в</text:p></table:table-cell><table:table-cell><text:p>г</text:p></table:table-cell><table:table-cell><text:p>д</text:p></table:table-cell></table:table-row></table:table>`, "table: А→→Б¶в→г→д"},
		"a variable set to nothing":                 {`<text:p>Раз<text:variable-set text:display="none"/></text:p>`, "Раз"},
		"a hidden paragraph with more":              {`<text:p>Раз<text:note><text:note-body><text:p>тайна</text:p></text:note-body></text:note><draw:frame><draw:text-box><text:p>тайна</text:p></draw:text-box></draw:frame><text:hidden-paragraph text:condition="ooow:1" text:is-hidden="true"/></text:p><text:p>Два<text:note><text:note-body><text:p>три</text:p></text:note-body></text:note></text:p>`, "Два[1]|{note}[1] три hidden=1"},
		"a hidden paragraph in a box":               {`<text:p>Раз<draw:frame><draw:text-box><text:p>тайна<text:hidden-paragraph text:condition="ooow:1" text:is-hidden="true"/></text:p></draw:text-box></draw:frame></text:p>`, "Раз hidden=1"},
	} {
		t.Run(name, func(t *testing.T) {
			d, err := read(t, c.body, "<a/>")
			got := layouttest.Write(d)
			if err != nil || got != c.want {
				t.Errorf("got %s, %v\nwant %s", got, err, c.want)
			}
		})
	}
}

// TestEdgesOfPages: those of left pages are told where they have words of their own.
func TestEdgesOfPages(t *testing.T) {
	for shown, want := range map[string]string{"": "раз|{head}Правая|{head}Левая|{foot}низ", ` style:display="true"`: "раз|{head}Правая|{head}Левая|{foot}низ", ` style:display="false"`: "раз|{head}Правая"} {
		d, err := read(t, "<text:p>раз</text:p>", `<a><style:header><text:p>Правая</text:p></style:header><style:header-left`+shown+`><text:p>Левая</text:p></style:header-left><style:footer-left`+shown+`><text:p>низ <text:page-number>1</text:page-number></text:p></style:footer-left></a>`)
		if got := layouttest.Write(d); err != nil || got != want {
			t.Errorf("%s: got %s, %v", shown, got, err)
		}
	}
}

// TestEdgesOnce: what stands on the first page as on the others is told once.
func TestEdgesOnce(t *testing.T) {
	d, err := read(t, "<text:p>раз</text:p>", `<a><style:header><text:p>верх</text:p></style:header><style:header-first><text:p>верх</text:p><text:p>первая</text:p></style:header-first></a>`)
	if got := layouttest.Write(d); err != nil || got != "раз|{head}верх|{head}первая" {
		t.Errorf("got %s, %v", got, err)
	}
}
