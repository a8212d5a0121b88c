package odt

import (
	"strings"
	"testing"

	"communique/editor/intake/layout/layouttest"
	"communique/editor/intake/parts"
)

// What a text of LibreOffice is made of, as far as this reader looks at it.
var (
	elements = strings.Fields(`text:p text:p text:p text:h text:span text:span text:a text:s text:tab text:line-break text:list text:list-item text:list-header text:section text:note text:note-citation text:note-body
		text:tracked-changes text:changed-region text:deletion text:insertion text:change text:change-start text:change-end text:hidden-text text:hidden-paragraph text:conditional-text text:placeholder text:page-number text:page-count
		text:title text:ruby text:ruby-base text:ruby-text text:table-of-content text:index-body text:soft-page-break text:bookmark office:annotation office:annotation-end office:forms office:scripts text:variable-decls text:sequence-decls
		table:table table:table-row table:table-header-rows table:table-cell table:covered-table-cell table:table-column draw:frame draw:frame draw:image draw:text-box draw:custom-shape draw:rect draw:line draw:object draw:object-ole draw:plugin
		svg:desc svg:title style:style style:text-properties style:paragraph-properties text:list-style text:list-level-style-number text:list-level-style-bullet style:header style:footer style:header-first office:text`)
	attributes = strings.Fields(`text:style-name text:style-name table:style-name style:name style:family style:parent-style-name style:display-name text:outline-level style:default-outline-level xlink:href text:c text:display text:condition
		text:start-value text:continue-numbering text:continue-list table:number-columns-repeated table:number-columns-spanned text:level text:display-levels style:num-format style:num-prefix style:num-suffix text:note-class text:is-hidden
		fo:font-weight fo:font-style style:text-position style:text-line-through-style fo:border-top fo:border-bottom text:change-id text:id style:list-style-name`)
	values = append(strings.Fields(`P1 P2 P3 B I N S U X V L1 L2 L3 Standard Title Heading_20_2 Caption paragraph text true false none 0 1 2 5 100000 -1 a А i I footnote endnote bold normal italic solid . ) Pictures/a.png Pictures/b.svm
		https://council.example/ mailto:press@council.example condition`), "", "super 58%", "sub 58%", "0.5pt solid #000", "слово")
)

// FuzzElements: whatever elements stand within one another, what is read is whole.
func FuzzElements(f *testing.F) {
	f.Add([]byte{2, 0, 2, 4, 1, 0, 0}, []byte{2, 80})
	f.Add([]byte("\x02\x0a\x02\x0b\x02\x00\x01\x00\x00\x00\x02\x0e\x02\x0f\x01\x00\x00\x06\x00\x09\x07\x01"), []byte{})
	f.Fuzz(func(t *testing.T, body, styles []byte) {
		grown := func(program []byte) string { return layouttest.Grown(program, elements, attributes, values) }
		content := `<office:document-content><office:automatic-styles>` + automatic + grown(styles) + `</office:automatic-styles><office:body><office:text>` + grown(body) + `</office:text></office:body></office:document-content>`
		d, err := Read(parts.Of(map[string][]byte{"content.xml": []byte(content), "styles.xml": []byte(common), "Pictures/a.png": []byte(layouttest.PNG), "Pictures/b.svm": []byte("SVM")}))
		if err != nil {
			return
		}
		layouttest.Whole(t, d)
		if d, err = ReadFlat([]byte(`<office:document>` + strings.TrimSuffix(strings.TrimPrefix(content, "<office:document-content>"), "</office:document-content>") + `</office:document>`)); err == nil {
			layouttest.Whole(t, d)
		}
	})
}
