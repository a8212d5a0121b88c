package pdf

import (
	"cmp"
	"fmt"
	"html"
	"strings"
	"unicode/utf16"

	"communique/export/page"
)

const producer = "Communique"

// textString writes text as PDF does: in UTF-16 with its mark, as a
// hexadecimal string.
func textString(text string) string {
	var b strings.Builder
	b.WriteString("<FEFF")
	for _, unit := range utf16.Encode([]rune(text)) {
		fmt.Fprintf(&b, "%04X", unit)
	}
	b.WriteString(">")
	return b.String()
}

// language writes a BCP 47 tag; where there is none, that it is not known.
func language(tag string) string { return textString(cmp.Or(tag, "und")) }

// infoDictionary writes the metadata that old readers look for. The date is the
// release's own, so that the clock does not get into the bytes.
func infoDictionary(doc page.Document) string {
	entries := "/Producer (" + producer + ") /Title " + textString(doc.Title)
	if doc.Author != "" {
		entries += " /Author " + textString(doc.Author)
	}
	if len(doc.Keywords) > 0 {
		entries += " /Keywords " + textString(strings.Join(doc.Keywords, ", "))
	}
	if !doc.Date.IsZero() {
		day := doc.Date.Time().Format("20060102")
		entries += fmt.Sprintf(" /CreationDate (D:%s000000Z) /ModDate (D:%s000000Z)", day, day)
	}
	return "<<" + entries + ">>"
}

// xmp writes the same metadata as an XMP packet (ISO 16684-1), with the claims
// to PDF/A-2a and PDF/UA-1.
func xmp(doc page.Document) []byte {
	var b strings.Builder
	b.WriteString("<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n" +
		"<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" " +
		"xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\" " +
		"xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n" +
		"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>\n" +
		"<dc:format>application/pdf</dc:format>\n")
	element := func(name, open, text, closing string) {
		if text != "" {
			b.WriteString("<" + name + ">" + open + html.EscapeString(text) + closing + "</" + name + ">\n")
		}
	}
	element("dc:title", "<rdf:Alt><rdf:li xml:lang=\"x-default\">", doc.Title, "</rdf:li></rdf:Alt>")
	element("dc:creator", "<rdf:Seq><rdf:li>", doc.Author, "</rdf:li></rdf:Seq>")
	element("dc:language", "<rdf:Bag><rdf:li>", doc.Language, "</rdf:li></rdf:Bag>")
	element("pdf:Keywords", "", strings.Join(doc.Keywords, ", "), "")
	element("pdf:Producer", "", producer, "")
	if !doc.Date.IsZero() {
		element("xmp:CreateDate", "", doc.Date.String()+"T00:00:00Z", "")
		element("xmp:ModifyDate", "", doc.Date.String()+"T00:00:00Z", "")
	}
	b.WriteString(uaSchema)
	b.WriteString("</rdf:Description>\n</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return []byte(b.String())
}

// uaSchema describes the claim to PDF/UA, which PDF/A-2 does not know and wants
// explained (ISO 19005-2, 6.6.2.3.2).
const uaSchema = "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">" +
	"<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>" +
	"<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>" +
	"<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>" +
	"<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">" +
	"<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>" +
	"<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>PDF/UA version</pdfaProperty:description>" +
	"</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>\n"
