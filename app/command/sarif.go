package command

import (
	"path/filepath"

	"communique/editor/proof"
)

// SARIF 2.1.0 (OASIS, 2020), as far as editors and CI read it. A release is no lines of a
// file, so a place is named by its field and block, and the code points in that.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool       sarifTool     `json:"tool"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name  string      `json:"name"`
		Rules []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID string `json:"id"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifResult struct {
		RuleID     string          `json:"ruleId"`
		Level      string          `json:"level"`
		Message    sarifText       `json:"message"`
		Locations  []sarifLocation `json:"locations"`
		Properties finding         `json:"properties"`
	}
	sarifLocation struct {
		Physical sarifPhysical  `json:"physicalLocation"`
		Logical  []sarifLogical `json:"logicalLocations"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
	}
	sarifArtifact struct {
		URI string `json:"uri"`
	}
	sarifLogical struct {
		Name string `json:"fullyQualifiedName"`
	}
)

func (k *checking) sarif() sarifLog {
	run := sarifRun{Tool: sarifTool{sarifDriver{Name: "communique"}}, ColumnKind: "unicodeCodePoints", Results: []sarifResult{}}
	for _, r := range proof.Rules() {
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRule{r.Code})
	}
	for _, more := range k.more {
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRule{more.Code})
	}
	levels := map[proof.Level]string{proof.Blocks: "error", proof.Warns: "warning", proof.Hints: "note"}
	for _, f := range k.found {
		run.Results = append(run.Results, sarifResult{
			RuleID: f.Code, Level: levels[f.Level], Message: sarifText{f.Message}, Properties: f,
			Locations: []sarifLocation{{Physical: sarifPhysical{sarifArtifact{filepath.ToSlash(f.Source)}}, Logical: []sarifLogical{{f.Field}}}},
		})
	}
	return sarifLog{"https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", []sarifRun{run}}
}
