package editing

import "testing"

// TestTables makes tables and changes their rows and columns.
func TestTables(t *testing.T) {
	runKeys(t, map[string]keyTest{
		"a new one":                        {"p а|\np я", "NewTable 'б' Tab 'в' Tab 'г'", "p а\nt б ; в\nt г| ; \np я"},
		"a new one in an empty paragraph":  {"p а\np |\np я", "NewTable 'б'", "p а\nt б| ; \nt  ; \np я"},
		"a new one, undone":                {"p а|", "NewTable Ctrl+Z", "p а|"},
		"a row":                            {"t а ; б|\nt в ; г", "Row 'д'", "t а ; б\nt д| ; \nt в ; г"},
		"a row at the end":                 {"t а ; б\nt в| ; г\np я", "Row", "t а ; б\nt в ; г\nt | ; \np я"},
		"a row outside":                    {"p а|", "Row Column NoRow NoColumn", "p а|"},
		"a column":                         {"t а| ; б\nt в ; г", "Column 'д'", "t а ; д| ; б\nt в ;  ; г"},
		"a column within a cell":           {"t а|б ; в\nt г ; д", "Column 'е'", "t аб ; е| ; в\nt г ;  ; д"},
		"a column at the end":              {"t а ; б\nt в ; г|", "Column", "t а ; б ; \nt в ; г ; |"},
		"a column over a shorter row":      {"t а ; б|\nt в\np я", "Column 'д'", "t а ; б ; д|\nt в ;  ; \np я"},
		"a column, undone":                 {"t а| ; б\nt в ; г", "Column Ctrl+Z", "t а| ; б\nt в ; г"},
		"no row":                           {"t а ; б|\nt в ; г", "NoRow", "t |в ; г"},
		"no last row":                      {"t а ; б\nt в ; г|", "NoRow", "t |а ; б"},
		"no middle row":                    {"t а ; б\nt в ; г|\nt д ; е", "NoRow", "t |а ; б\nt д ; е"},
		"no only row":                      {"p я\nt а ; б|", "NoRow", "p я|"},
		"no row, undone":                   {"t а ; б|\nt в ; г", "NoRow Ctrl+Z", "t а ; б|\nt в ; г"},
		"no first column":                  {"t а| ; б\nt в ; г", "NoColumn", "t |б\nt г"},
		"no last column":                   {"t а ; б\nt в ; г|", "NoColumn", "t а\nt в|"},
		"no middle column":                 {"t а ; б| ; в\nt г ; д ; е", "NoColumn", "t а| ; в\nt г ; е"},
		"no column that one row alone has": {"t а ; б|\nt в", "NoColumn", "t а|\nt в"},
		"no only column":                   {"p я\nt а|\nt б", "NoColumn", "p я|"},
		"no column, undone":                {"t а| ; б\nt в ; г", "NoColumn Ctrl+Z", "t а| ; б\nt в ; г"},
	})
}
