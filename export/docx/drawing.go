package docx

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

const drawingNamespaces = ` xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"` +
	` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"` +
	` xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"`

// drawing is a picture that stands in a line, or apart from all lines.
type drawing struct {
	number            int    // its own in the document
	target            string // the file, under word/
	name, description string // the description is read out to who does not see it
	width, height     float64
	cornered          bool // it stands in the lower right corner of the page, text beside and above it
}

// xml returns the picture as a run. Sizes are in EMU, 12,700 to the point.
func (d drawing) xml(links *relationships) string {
	const emu = 12700
	frame := inline
	if d.cornered {
		frame = cornered
	}
	return strings.NewReplacer(
		"{id}", links.part("image", d.target), "{number}", strconv.Itoa(d.number), "{name}", escape(d.name), "{description}", escape(d.description),
		"{size}", fmt.Sprintf(`cx="%d" cy="%d"`, int(math.Ceil(d.width*emu)), int(math.Ceil(d.height*emu))),
	).Replace(frame)
}

const (
	inline = `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>` + graphic +
		`</wp:inline></w:drawing></w:r>`
	// The way to the text is 8 points, as on the page.
	cornered = `<w:r><w:drawing><wp:anchor distT="101600" distB="0" distL="101600" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">` +
		`<wp:simplePos x="0" y="0"/>` +
		`<wp:positionH relativeFrom="margin"><wp:align>right</wp:align></wp:positionH>` +
		`<wp:positionV relativeFrom="margin"><wp:align>bottom</wp:align></wp:positionV>` +
		`<wp:extent {size}/><wp:wrapSquare wrapText="left"/>` + graphic +
		`</wp:anchor></w:drawing></w:r>`
	graphic = `<wp:docPr id="{number}" name="{name}" descr="{description}"/>` +
		`<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>` +
		`<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>` +
		`<pic:nvPicPr><pic:cNvPr id="{number}" name="{name}" descr="{description}"/><pic:cNvPicPr/></pic:nvPicPr>` +
		`<pic:blipFill><a:blip r:embed="{id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
		`<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>` +
		`</pic:pic></a:graphicData></a:graphic>`
)
