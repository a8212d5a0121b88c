package register

import (
	_ "embed" // the table of places
	"strings"
	"sync"
)

//go:embed places.tsv
var placesTable string

// Shipped returns the states, capitals and larger cities that the program
// knows; it must not be changed.
var Shipped = sync.OnceValue(func() []Place {
	places := make([]Place, 0, 1000)
	for line := range strings.Lines(placesTable) {
		fields := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") || len(fields) != 6 {
			continue
		}
		places = append(places, Place{Name: fields[1], Country: fields[2], Zone: fields[3], English: fields[4], Official: fields[5]})
	}
	return places
})

// ShippedAreas are the names of the states and the regions among them, in Russian and in English.
var ShippedAreas = sync.OnceValue(func() map[string]bool {
	names := map[string]bool{}
	for line := range strings.Lines(placesTable) {
		fields := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(fields) == 6 && (fields[0] == "state" || fields[0] == "region") {
			names[fields[1]], names[fields[4]], names[fields[5]] = true, true, true
		}
	}
	return names
})
