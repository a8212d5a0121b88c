package editing

import "testing"

// TestTab goes between cells and texts, puts items deeper, and leaves paragraphs as they are.
func TestTab(t *testing.T) {
	runKeys(t, map[string]keyTest{
		"in a paragraph":                       {"p а|б", "Tab 'в' Shift+Tab", "p ав|б"},
		"over a selection":                     {"p а[бв|г", "Tab Shift+Tab", "p а[бв|г"},
		"from the headline":                    {"! а|\np б", "Tab Tab 'в'", "! а\n= в|\np б"},
		"back to the headline":                 {"! а\n? б|", "Shift+Tab 'в'", "! в|а\n? б"},
		"back before the first text":           {"! а|", "Shift+Tab 'б'", "! аб|"},
		"from the words of a speaker":          {"> а\n>> б|\np в", "Tab 'г'", "> а\n>> б\np г|в"},
		"in an item":                           {"- а|\n- б", "Tab 'в'", "- ав|\n- б"},
		"at the beginning of an item":          {"- а\n- |б", "Tab", "- а\n-- |б"},
		"back within an item":                  {"- а\n- б|в", "Shift+Tab", "- а\n- б|в"},
		"back at the beginning of an item":     {"- а\n- |б\n- в", "Shift+Tab 'г'", "- а\np г|б\n- в"},
		"that is numbered":                     {"1. а\n2. |б\n3. в", "Shift+Tab", "1. а\np |б\n2. в"},
		"the first one, undone":                {"p я\n- |а\n- б", "Shift+Tab Ctrl+Z", "p я\n- |а\n- б"},
		"the last one, undone and redone":      {"- а\n- |б", "Shift+Tab Ctrl+Z Ctrl+Y", "- а\np |б"},
		"back over items":                      {"- [а\n- б|\n- в", "Shift+Tab", "p [а\np б|\n- в"},
		"back over items, from within the one": {"- а[б\n- в|", "Shift+Tab", "- а[б\n- в|"},
		"a cell added by Tab, undone":          {"t а ; б|", "Tab Ctrl+Z", "t а ; б|"},
	})
}
