package rtf

import (
	"encoding/hex"
	"testing"

	"communique/editor/intake/layout/layouttest"
)

// TestConstructs reads what word processors write seldom: what a form shows, words drawn, and nothing that nobody is to see.
func TestConstructs(t *testing.T) {
	for name, c := range map[string]struct{ body, want string }{
		"a ticked box of a form":           {`\pard {\field{\*\fldinst{ FORMCHECKBOX {\*\formfield{\fftype1\ffres1\ffhps20{\*\ffname a}\ffdefres0}}}}{\fldrslt}} \u1044?\u1072?\par`, "☒ Да"},
		"for who has no tables within":     {`\pard a\par{\nonesttables\pard b\par}\pard c\par`, "a|c"},
		"an open box of a form":            {`\pard {\field{\*\fldinst{ FORMCHECKBOX {\*\formfield{\fftype1\ffres25\ffhps20\ffdefres0}}}}{\fldrslt}} \u1053?\u1077?\u1090?\par`, "☐ Нет"},
		"a choice of a form":               {`\pard \u1057?\u1090?\u1072?\u1090?\u1091?\u1089?: {\field{\*\fldinst{ FORMDROPDOWN {\*\formfield{\fftype2\ffres1\ffdefres0{\*\ffl \u1095?\u1077?\u1088?\u1085?\u1086?\u1074?\u1080?\u1082?}{\*\ffl \u1082? \u1074?\u1099?\u1087?\u1091?\u1089?\u1082?\u1091?}}}}}{\fldrslt}}\par`, "Статус: к выпуску"},
		"moved away and to":                {`\pard {\mvf\mvauth1\mvdate0 \u1087?\u1077?\u1088?\u1077?\u1085?\u1086?\u1089? }\u1056?\u1072?\u1079? {\mvt\mvauth1 \u1087?\u1077?\u1088?\u1077?\u1085?\u1086?\u1089?}\par`, "Раз перенос"},
		"a picture of a shape":             {`\pard \u1056?\u1072?\u1079?{\shp{\*\shpinst{\sp{\sn shapeType}{\sv 75}}{\sp{\sn pib}{\sv {\pict\pngblip 89504e47}}}}}\par`, "Раз pictures=1"},
		"words drawn":                      {`\pard \u1056?\u1072?\u1079?{\shp{\*\shpinst{\sp{\sn gtextUNICODE}{\sv \u1055?\u1056?\u1045?\u1057?\u1057?-\u1056?\u1045?\u1051?\u1048?\u1047?}}{\sp{\sn gtextFont}{\sv Arial}}}}\par`, "Раз|{box}ПРЕСС-РЕЛИЗ"},
		"pictures of Apple":                {"\\pard \\u1056?\\u1072?\\u1079? {{\\NeXTGraphic 1.png \\width640 \\height400 \\appleattachmentpadding0\n}\\'ac}\\u1076?\\u1074?\\u1072?\\par", "Раз два pictures=1"},
		"a box that is deleted":            {`\pard \u1056?\u1072?\u1079?{\deleted{\shp{\*\shpinst{\shptxt\pard \u1090?\u1072?\u1081?\u1085?\u1072?\par}}}}\par`, "Раз deletions=1"},
		"a hidden box":                     {`\pard \u1056?\u1072?\u1079?{\v{\shp{\*\shpinst{\shptxt\pard \u1090?\u1072?\u1081?\u1085?\u1072?\par}}}}\par`, "Раз hidden=1"},
		"an object with its picture":       {`\pard \u1056?\u1072?\u1079? {\object\objemb{\*\objclass Excel.Sheet.8}{\*\objdata 0105}{\result{\pict\wmetafile8 0102}}}\par`, "Раз objects=1"},
		"a watermark":                      {`{\header\pard \u1057?\u1086?\u1074?\u1077?\u1090?\par{\shp{\*\shpinst{\sp{\sn gtextUNICODE}{\sv \u1063?\u1045?\u1056?\u1053?\u1054?\u1042?\u1048?\u1050?}}}}}\pard \u1056?\u1072?\u1079?\par`, "Раз|{head}Совет"},
		"boxes in a group":                 {`\pard \u1056?\u1072?\u1079?{\shpgrp{\*\shpinst{\sp{\sn groupLeft}{\sv 0}}{\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt\pard \u1086?\u1076?\u1080?\u1085?\par}}}{\shp{\*\shpinst{\shptxt\pard \u1076?\u1074?\u1072?\par}}}}{\shprslt{\pard \u1085?\u1077?\u1090?\par}}}\par`, "Раз|{box}один|{box}два"},
		"deleted as a paragraph":           {`\pard \u1056?\u1072?\u1079?\par\pard {\deleted\revauthdel1 \u1090?\u1072?\u1081?\u1085?\u1072?\par}\pard \u1044?\u1074?\u1072?\par`, "Раз|Два deletions=1"},
		"letters over others":              {`\pard a {\field{\*\fldinst EQ \\* jc3 \\o\\al(\\s\\up 11(b),c)}{\fldrslt }} d\par`, "a c d"},
		"a row whose last cell has no end": {`\trowd\cellx1\cellx2\pard\intbl A\cell b\row\trowd\cellx1\cellx2\pard\intbl c\cell d\cell\row\pard e\par`, "table: A→b¶c→d|e"},
		"a box as it was meant":            {`\pard{\field{\*\fldinst FORMCHECKBOX{\*\formfield{\fftype1\ffres25\ffdefres1}}}}a\par`, "☒a"},
		"a choice of nothing":              {`\pard a{\field{\*\fldinst FORMDROPDOWN{\*\formfield{\fftype2\ffres7{\*\ffl b}}}}}\par`, "a"},
		"a choice with words":              {`\pard a{\field{\*\fldinst FORMDROPDOWN{\*\formfield{\fftype2\ffres0{\*\ffl b}}}}{\fldrslt c}}\par`, "ac"},
		"a hidden box of a form":           {`\pard a{\v{\field{\*\fldinst FORMCHECKBOX{\*\formfield{\fftype1\ffres1}}}}}\par`, "a"},
		"a form of no field":               {`\pard a{\*\formfield{\fftype1\ffres1{\*\ffl b}}}\par`, "a"},
		"a mark moved away":                {`\pard a{\mvf b\par}c\par`, "a c"},
		"a note moved away":                {`\pard a{\mvf{\footnote b}}\par`, "a"},
		"a deletion with its mark":         {`\pard a{\deleted b\par}c\par`, "a c deletions=1"},
		"a mark alone":                     {`\pard a{\deleted\par}c\par`, "a c deletions=1"},
		"words drawn and hidden":           {`\pard a{\v{\shp{\*\shpinst{\sp{\sn gtextUNICODE}{\sv b}}}}}\par`, "a"},
		"a short picture":                  {`\pard a{\pict\pngblip 0102}b\par`, "ab pictures=1"},
		"an object that is a picture":      {`\pard a{\object\objemb{\result{\pict\pngblip ` + picture + `}}}\par`, `a|(69 bytes, "")  objects=1`},
		"a picture behind an object":       {`\pard a{\object\objemb{\result b}}{\pict\wmetafile8 0102}\par`, "ab pictures=1 objects=1"},
	} {
		t.Run(name, func(t *testing.T) {
			d, err := Read([]byte(head + c.body + "}"))
			if got := layouttest.Write(d); err != nil || got != c.want {
				t.Errorf("got %s, %v\nwant %s", got, err, c.want)
			}
		})
	}
}

var picture = hex.EncodeToString([]byte(layouttest.PNG))
