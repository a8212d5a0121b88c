package docx

import (
	"strings"
	"time"

	"golang.org/x/text/language"

	"communique/export/text"
)

// properties returns docProps/core.xml: what the release says of itself, and
// no author's name or clock.
func (d document) properties() string {
	r := d.release
	title := text.OneLine(r.Headline)
	if title == "" {
		title = text.OneLine(d.organisation.Name)
	}
	var tags []string
	for _, tag := range r.Tags {
		if tag = text.OneLine(tag); tag != "" {
			tags = append(tags, tag)
		}
	}
	var b strings.Builder
	b.WriteString(declaration + `<cp:coreProperties` +
		` xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"` +
		` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`)
	property := func(name, attributes, content string) {
		if content != "" {
			b.WriteString(`<` + name + attributes + `>` + escape(content) + `</` + name + `>`)
		}
	}
	property("dc:title", "", title)
	property("dc:creator", "", text.OneLine(d.organisation.Name))
	property("cp:keywords", "", strings.Join(tags, ", "))
	if name := languageName(r.Language); name != unknownLanguage {
		property("dc:language", "", name)
	}
	if !r.Date.IsZero() {
		day := r.Date.Time().Format(time.RFC3339)
		property("dcterms:created", ` xsi:type="dcterms:W3CDTF"`, day)
		property("dcterms:modified", ` xsi:type="dcterms:W3CDTF"`, day)
	}
	b.WriteString(`</cp:coreProperties>`)
	return b.String()
}

// unknownLanguage is Word's name for text that no speller should look at.
const unknownLanguage = "x-none"

// languageName returns the name by which Word knows a BCP 47 language: with
// its region, and with its script where Windows names the locale by it.
func languageName(code string) string {
	tag, err := language.Parse(code)
	if err != nil {
		return unknownLanguage
	}
	base, script, region := tag.Raw()
	switch short, _ := language.Compose(base, script, region); short.String() {
	case "und":
		return unknownLanguage
	case "az":
		return "az-Latn-AZ"
	case "en":
		return "en-GB"
	case "tg":
		return "tg-Cyrl-TJ"
	case "uz":
		return "uz-Latn-UZ"
	}
	if likely, _ := tag.Region(); likely.IsCountry() {
		region = likely
	}
	full, err := language.Compose(base, script, region)
	if err != nil {
		return unknownLanguage
	}
	return full.String()
}
