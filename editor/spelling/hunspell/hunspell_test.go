package hunspell

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/charmap"
)

func read(t testing.TB, aff, dic string) *Dictionary {
	t.Helper()
	d, err := Read(strings.NewReader(aff), strings.NewReader(dic))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// In each the words before the dash are right, those behind it are not. The cases are
// those of hunspell(5), in words of our own.
func TestHas(t *testing.T) {
	for name, c := range map[string]struct{ aff, dic, words string }{
		"plain words":            {"SET UTF-8", "2\nмир\nсоюз", "мир Мир МИР союз — мира мИр"},
		"the count may be wrong": {"SET UTF-8", "900\nмир", "мир — 900"},
		"a suffix":               {"SET UTF-8\nSFX A Y 2\nSFX A 0 а [^а]\nSFX A а ы [^гк]а", "2\nмир/A\nвода/A", "мир мира вода воды — миры водаа"},
		"a condition": {
			"SET UTF-8\nSFX P Y 2\nSFX P y ies [^aeiou]y\nSFX P 0 s [aeiou]y", "2\nparty/P\nday/P", "parties days party — daies partys",
		},
		"a prefix":              {"SET UTF-8\nPFX R Y 1\nPFX R 0 re .", "1\nread/R", "read reread — rereread"},
		"a cross product":       {"SET UTF-8\nPFX R Y 1\nPFX R 0 re .\nSFX S Y 1\nSFX S 0 s .", "1\nread/RS", "reads rereads — readsre"},
		"no cross product":      {"SET UTF-8\nPFX R N 1\nPFX R 0 re .\nSFX S Y 1\nSFX S 0 s .", "1\nread/RS", "reads reread — rereads"},
		"two suffixes":          {"SET UTF-8\nSFX Y Y 1\nSFX Y 0 able/S .\nSFX S Y 1\nSFX S 0 s .", "1\ndrink/Y", "drinkable drinkables — drinks drinksable"},
		"a prefix of a suffix":  {"SET UTF-8\nPFX U Y 1\nPFX U 0 un .\nSFX Y Y 1\nSFX Y 0 able/U .", "1\ndrink/Y", "drinkable undrinkable — undrink"},
		"long flags":            {"SET UTF-8\nFLAG long\nSFX Aa Y 1\nSFX Aa 0 s .\nSFX Ab Y 1\nSFX Ab 0 ed .", "1\nend/AaAb", "ends ended — endes"},
		"numbered flags":        {"SET UTF-8\nFLAG num\nSFX 101 Y 1\nSFX 101 0 s .\nSFX 7 Y 1\nSFX 7 0 ed .", "1\nend/101,7", "ends ended —"},
		"Russian flags":         {"SET UTF-8\nFLAG UTF-8\nSFX Ж Y 1\nSFX Ж 0 а .", "1\nмир/Ж", "мира —"},
		"aliases of flags":      {"SET UTF-8\nAF 2\nAF A\nAF AB\nSFX A Y 1\nSFX A 0 s .\nSFX B Y 1\nSFX B 0 ed .", "2\nend/2\nact/1", "ends ended acts — acted"},
		"a need of affixes":     {"SET UTF-8\nNEEDAFFIX X\nSFX A Y 1\nSFX A 0 а .", "1\nвод/XA", "вода — вод"},
		"an affix that needs":   {"SET UTF-8\nNEEDAFFIX X\nSFX A Y 1\nSFX A 0 an/XB .\nSFX B Y 1\nSFX B 0 s .", "1\npolic/A", "polic policans — polican"},
		"a forbidden word":      {"SET UTF-8\nFORBIDDENWORD X\nSFX A Y 1\nSFX A 0 s .", "2\nend/A\nends/X", "end — ends Ends"},
		"a kept case":           {"SET UTF-8\nKEEPCASE K", "2\ncm/K\nend", "cm end End — Cm CM"},
		"a capital that stays":  {"SET UTF-8", "1\nБишкек", "Бишкек БИШКЕК — бишкек"},
		"around a word":         {"SET UTF-8\nCIRCUMFIX X\nPFX G Y 1\nPFX G 0 ge/X .\nSFX T Y 2\nSFX T 0 t/XG .\nSFX T 0 st .", "1\nlieb/T", "lieb liebst geliebt — liebt gelieb geliebst"},
		"the whole stripped":    {"SET UTF-8\nFULLSTRIP\nSFX A Y 1\nSFX A go went go", "1\ngo/A", "go went —"},
		"compounds":             {"SET UTF-8\nCOMPOUNDFLAG C\nCOMPOUNDMIN 3", "3\nwork/C\nshop/C\nend", "workshop shopwork — workend endwork"},
		"compounds in order":    {"SET UTF-8\nCOMPOUNDBEGIN B\nCOMPOUNDEND E", "2\nwork/B\nshop/E", "workshop — shopwork workwork"},
		"compounds of three":    {"SET UTF-8\nCOMPOUNDBEGIN B\nCOMPOUNDMIDDLE M\nCOMPOUNDEND E", "3\nair/B\nwork/M\nshop/E", "airshop airworkshop airworkworkshop — airwork workshop"},
		"no more than two":      {"SET UTF-8\nCOMPOUNDFLAG C\nCOMPOUNDWORDMAX 2", "2\nwork/C\nshop/C", "workshop — workshopwork"},
		"pieces only":           {"SET UTF-8\nCOMPOUNDFLAG C\nONLYINCOMPOUND O", "2\nwork/CO\nshop/C", "workshop shop — work"},
		"bent at the end alone": {"SET UTF-8\nCOMPOUNDFLAG C\nSFX S Y 1\nSFX S 0 s .", "2\nwork/CS\nshop/CS", "workshops — worksshop"},
		"bent where permitted":  {"SET UTF-8\nCOMPOUNDFLAG C\nCOMPOUNDPERMITFLAG P\nSFX S Y 1\nSFX S 0 s/P .", "2\nwork/CS\nshop/C", "worksshop —"},
		"bent where forbidden":  {"SET UTF-8\nCOMPOUNDFLAG C\nCOMPOUNDFORBIDFLAG F\nSFX S Y 1\nSFX S 0 s/F .", "2\nwork/C\nshop/CS", "workshop shops — workshops"},
		"no piece twice":        {"SET UTF-8\nCOMPOUNDFLAG C\nCHECKCOMPOUNDDUP", "2\nwork/C\nshop/C", "workshop — workwork"},
		"no capital within":     {"SET UTF-8\nCOMPOUNDFLAG C\nCHECKCOMPOUNDCASE", "2\nwork/C\nShop/C", "Shop — workShop"},
		"no letter three times": {"SET UTF-8\nCOMPOUNDFLAG C\nCHECKCOMPOUNDTRIPLE", "2\nfree/C\neel/C", "eelfree — freeeel"},
		"no mistake":            {"SET UTF-8\nCOMPOUNDFLAG C\nCHECKCOMPOUNDREP\nREP 1\nREP szi sí", "3\nszer/C\nvíz/C\nszervsíz", "szervíz —"},
		"rules": {
			"SET UTF-8\nCOMPOUNDMIN 1\nONLYINCOMPOUND c\nCOMPOUNDRULE 2\nCOMPOUNDRULE n*1t\nCOMPOUNDRULE n*mp", "6\n0/nm\n1/n1\n2/nm\n0th/pt\n1th/tc\n2nd/p", "22nd 10th 11th 2nd — 1th 12nd 22 0nd1",
		},
		"rules with long flags": {"SET UTF-8\nFLAG long\nCOMPOUNDMIN 1\nCOMPOUNDRULE 1\nCOMPOUNDRULE (aa)(bb)?(cc)", "3\nx/aa\ny/bb\nz/cc", "xz xyz — xy xyyz"},
		"letters put in":        {"SET UTF-8\nICONV 1\nICONV ’ '", "1\ndon't", "don't don’t —"},
		"letters ignored":       {"SET UTF-8\nIGNORE \u0301", "1\nзамок", "за\u0301мок —"},
		"parted at hyphens":     {"SET UTF-8", "2\nвице\nпремьер", "вице-премьер премьер- — вице-примьер"},
		"parted at other signs": {"SET UTF-8\nBREAK 1\nBREAK _", "2\nвице\nпремьер", "вице_премьер — вице-премьер"},
		"parted nowhere":        {"SET UTF-8\nBREAK 0", "2\nвице\nпремьер", "вице — вице-премьер"},
		"morphology":            {"SET UTF-8", "2\nмир po:noun is:m\nсоюз\tpo:noun", "мир союз —"},
		"a slash of its own":    {"SET UTF-8\nSFX A Y 1\nSFX A 0 s .", "1\nkm\\/h/A", "km/h km/hs —"},
		"marks and line ends":   {"\ufeffSET UTF-8\r\nSFX A Y 1\r\nSFX A 0 а .\r\n", "\ufeff1\r\nмир/A\r\n", "мир мира —"},
	} {
		t.Run(name, func(t *testing.T) {
			d := read(t, c.aff, c.dic)
			right, wrong, _ := strings.Cut(c.words, "—")
			for word := range strings.FieldsSeq(right) {
				if !d.Has(word) {
					t.Errorf("does not have %s", word)
				}
			}
			for word := range strings.FieldsSeq(wrong) {
				if d.Has(word) {
					t.Errorf("has %s", word)
				}
			}
			for form := range d.Forms() {
				if !d.Has(form) {
					t.Errorf("lists %s and does not have it", form)
				}
			}
		})
	}
}

func TestEncodings(t *testing.T) {
	for name, page := range map[string]*charmap.Charmap{
		"KOI8-R": charmap.KOI8R, "microsoft-cp1251": charmap.Windows1251, "windows-1251": charmap.Windows1251, "ISO8859-5": charmap.ISO8859_5, "CP1251": charmap.Windows1251,
	} {
		aff, err1 := page.NewEncoder().String("SET " + name + "\nSFX Ы Y 1\nSFX Ы 0 а .\n")
		dic, err2 := page.NewEncoder().String("1\nмир/Ы\n")
		if err := errors.Join(err1, err2); err != nil {
			t.Fatal(err)
		}
		if d := read(t, aff, dic); !d.Has("мира") || d.Has("миру") {
			t.Errorf("%s is not read", name)
		}
	}
	var unknown *EncodingError
	if _, err := Read(strings.NewReader("SET KLINGON"), strings.NewReader("")); !errors.As(err, &unknown) || unknown.Name != "KLINGON" {
		t.Errorf("got %v", err)
	}
	if d := read(t, "", "1\ncaf\xe9"); !d.Has("café") {
		t.Error("without a name the encoding is ISO 8859-1")
	}
}

func TestSuggest(t *testing.T) {
	aff := "SET UTF-8\nTRY еаоирт\nREP 2\nREP цца$ тся\nREP алот а_лот\nMAP 1\nMAP оа\nNOSUGGEST !\nOCONV 1\nOCONV ё е\nBREAK 0"
	d := read(t, aff, "9\nмир\nнравится\nмолоко\nворота\nа\nлот\nпёс\nхам/!\nтри")
	for word, want := range map[string]string{
		"нравицца": "нравится", "малоко": "молоко", "алот": "а лот", "мри": "мир", "мирр": "мир", "мр": "мир", "мит": "мир", "пес": "", "пёр": "", "хат": "", "тримир": "три мир",
	} {
		got := d.Suggest(word, 3)
		if want == "" && len(got) > 0 || want != "" && !slices.Contains(got, want) {
			t.Errorf("%s: %v, not %s", word, got, want)
		}
	}
	if got := d.Suggest("пёсс", 1); len(got) != 1 || got[0] != "пес" {
		t.Errorf("what is proposed is written by OCONV: %v", got)
	}
}

// Lines that make no sense are counted, and the rest is read.
func TestSkipped(t *testing.T) {
	d := read(t, "SET UTF-8\nSFX A\nSFX A Y 1\nSFX A 0 а [\nREP 1\nREP x\nlower case\nSFX B Y 1\nSFX B 0 у .", "3\nмир/B\n/\n")
	if d.Skipped != 4 || !d.Has("миру") {
		t.Errorf("skipped %d, has миру: %t", d.Skipped, d.Has("миру"))
	}
}

// A question to a dictionary made to be slow ends in its time.
func TestTimeIsBounded(t *testing.T) {
	var aff, dic strings.Builder
	aff.WriteString("SET UTF-8\nCOMPOUNDFLAG C\nCOMPOUNDMIN 1\nCOMPOUNDRULE 1\nCOMPOUNDRULE " + strings.Repeat("C*", 500) + "\nSFX S Y 20000\nPFX P Y 20000\n")
	for range 20_000 {
		aff.WriteString("SFX S a a/S a\nPFX P a a/P a\n")
	}
	for range 5000 {
		dic.WriteString("a/CSP\naa/SC\n")
	}
	start := time.Now()
	d := read(t, aff.String(), dic.String())
	for _, word := range []string{strings.Repeat("a", 90), strings.Repeat("a", 90) + "b", strings.Repeat("a-", 45) + "b"} {
		d.Has(word)
	}
	if took := time.Since(start); took > 20*time.Second {
		t.Errorf("took %s", took)
	}
	if d.Has(strings.Repeat("a", maxLetters+1)) {
		t.Error("has a word longer than any")
	}
}

// FuzzRead: whatever a dictionary says, it is read and asked without harm; what it
// lists, it has.
func FuzzRead(f *testing.F) {
	f.Add("SET UTF-8\nFLAG long\nSFX Aa Y 1\nSFX Aa 0 s/Bb .\nPFX Bb Y 1\nPFX Bb 0 un .\n", "1\nend/AaBb\n", "unends")
	f.Add("SET KOI8-R\nCOMPOUNDRULE 1\nCOMPOUNDRULE a*b?\nREP 1\nREP a b\nMAP 1\nMAP ab\nTRY ab\n", "2\nx/a\ny/b", "xxy")
	f.Add("SET UTF-8\nCIRCUMFIX X\nNEEDAFFIX N\nKEEPCASE K\nFORBIDDENWORD F\nBREAK 1\nBREAK ^-\nICONV 1\nICONV a b\nFULLSTRIP\nAF 1\nAF XNKF\n", "1\na/1\n", "-A")
	f.Fuzz(func(t *testing.T, aff, dic, word string) {
		if len(aff) > 2000 || len(dic) > 2000 || len(word) > 200 {
			return
		}
		d, err := Read(strings.NewReader(aff), strings.NewReader(dic))
		if err != nil {
			return
		}
		d.Has(word)
		d.Suggest(word, 5)
		n := 0
		for range d.Forms() {
			if n++; n > 5000 {
				break
			}
		}
	})
}
