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

// drawing is a picture that stands in a line.
type drawing struct {
	number            int    // its own in the document
	target            string // the file, under word/
	name, description string // the description is read out to who does not see it
	width, height     float64
}

// xml returns the picture as a run. Sizes are in EMU, 12,700 to the point.
func (d drawing) xml(links *relationships) string {
	const emu = 12700
	return strings.NewReplacer(
		"{id}", links.part("image", d.target), "{number}", strconv.Itoa(d.number), "{name}", escape(d.name), "{description}", escape(d.description),
		"{size}", fmt.Sprintf(`cx="%d" cy="%d"`, int(math.Ceil(d.width*emu)), int(math.Ceil(d.height*emu))),
	).Replace(inline)
}

const inline = `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>` +
	`<wp:docPr id="{number}" name="{name}" descr="{description}"/>` +
	`<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>` +
	`<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>` +
	`<pic:nvPicPr><pic:cNvPr id="{number}" name="{name}" descr="{description}"/><pic:cNvPicPr/></pic:nvPicPr>` +
	`<pic:blipFill><a:blip r:embed="{id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
	`<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>` +
	`</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
