package intake

import (
	"errors"
	"testing"

	"communique/editor/intake/layout/layouttest"
)

// TestFormatsOfOfficesAreNamed: what other programs of an office write is refused by its name, not as a text with
// letters that are none, and not as an archive.
func TestFormatsOfOfficesAreNamed(t *testing.T) {
	packed := func(parts map[string]string) string { return string(layouttest.Pack(parts)) }
	for name, tt := range map[string]struct{ data, reason, format string }{
		"Word for Windows 1":   {"\x9b\xa5\x21\x00text", "doc", ""},
		"Word 6 by itself":     {"\xdc\xa5\x2d\x00text", "doc", ""},
		"winmail.dat":          {"\x78\x9f\x3e\x22\x2f\x0e\x01\x06", "tnef", ""},
		"Outlook's folder":     {"!BDN\x84\x0b\x01\x00", "other", "PST"},
		"notes":                {"\xe4\x52\x5c\x7b\x8c\xd8\xa7\x4d\xae\xb1\x00\x00", "other", "OneNote"},
		"a page of Safari":     {"bplist00\xd2\x01\x02_\x10\x0fWebMainResource", "other", "webarchive, plist"},
		"help":                 {"ITSF\x03\x00\x00\x00", "other", "CHM"},
		"DjVu":                 {"AT&TFORM\x00\x00\x00MDJVM", "other", "DjVu"},
		"InDesign":             {"\x06\x06\xed\xf5\xd8\x1d\x46\xe5\xbd\x31", "other", "InDesign"},
		"FrameMaker":           {"<MIFFile 2019> # Generated\n<Units Ucm>", "other", "FrameMaker"},
		"a database":           {"\x00\x01\x00\x00Standard ACE DB\x00", "other", "Access"},
		"signed":               {"\x30\x82\x05\x2c\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02 Совет принял план", "other", "PKCS #7 (P7M)"},
		"signed, of no length": {"\x30\x80\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x03 Совет принял план", "other", "PKCS #7 (P7M)"},
		"a WEBP":               {"RIFF\x00\x00\x00\x00WEBPVP8 ", "picture", ""},
		"a sound":              {"RIFF\x00\x00\x00\x00WAVEfmt ", "other", "WAV, AVI"},
		"a short one":          {"RIFF", "other", "WAV, AVI"},
		"Photoshop":            {"8BPS\x00\x01", "picture", ""},
		"a metafile":           {"\xd7\xcd\xc6\x9a\x00\x00", "picture", ""},
		"of a telephone":       {"\x00\x00\x00\x18ftypheic\x00", "picture", ""},
		"of another":           {"\x00\x00\x00\x18ftypmif1\x00", "picture", ""},
		"AVIF":                 {"\x00\x00\x00\x20ftypavif\x00", "picture", ""},
		"a film":               {"\x00\x00\x00\x20ftypisom\x00", "other", "MP4"},
		"MP3":                  {"ID3\x03\x00\x00", "other", "MP3"},
		"Ogg":                  {"OggS\x00\x02", "other", "Ogg"},
		"a book":               {packed(map[string]string{"mimetype": "application/epub+zip", "OPS/1.html": "<p>раз</p>"}), "other", "EPUB"},
		"a layout":             {packed(map[string]string{"mimetype": "application/vnd.adobe.indesign-idml-package", "designmap.xml": "<a/>"}), "other", "InDesign"},
		"Pages":                {packed(map[string]string{"Index/Document.iwa": "\x00"}), "apple", ""},
		"Pages 2009":           {packed(map[string]string{"index.xml": "<a/>", "buildVersionHistory.plist": "<a/>"}), "apple", ""},
		"XPS": {packed(map[string]string{
			"_rels/.rels": `<Relationships><Relationship Type="http://schemas.microsoft.com/xps/2005/06/fixedrepresentation" Target="/FixedDocSeq.fdseq"/></Relationships>`,
		}), "other", "XPS"},
		"OpenOffice.org 1": {packed(map[string]string{
			"content.xml": `<office:document-content xmlns:office="o" xmlns:text="t" office:class="text"><office:body><text:p>Совет принял план</text:p></office:body></office:document-content>`,
		}), "other", "OpenOffice.org 1"},
		"a presentation": {packed(map[string]string{"ppt/presentation.xml": "<a/>"}), "packed", ""},
	} {
		_, err := Read(Source{Data: []byte(tt.data)})
		if own := (*Error)(nil); !errors.As(err, &own) || own.Reason != tt.reason || own.Name != tt.format {
			t.Errorf("%s: %+v", name, err)
		}
	}
	for _, text := range []string{"0 рублей", "ID 3: план", "RIF принял план", "OggS", "!BD принял план"} {
		if _, err := Read(Source{Data: []byte(text)}); err != nil {
			t.Errorf("%s: %v", text, err)
		}
	}
}
