//go:build linux || freebsd || netbsd || openbsd || dragonfly

package appearance

import (
	"context"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"

	"communique/app/chooser/portaltest"
)

type told map[string]map[string]dbus.Variant

// TestThePortal: what desktops say of contrast and motion, in their old names and the new.
func TestThePortal(t *testing.T) {
	address := portaltest.Bus(t)
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", address)
	if got := Read(t.Context()); got != (Preferences{}) {
		t.Errorf("without a portal: %+v", got)
	}
	conn, err := dbus.Connect(address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	type answer struct {
		says    told
		refuses *dbus.Error
	}
	answers := make(chan answer, 1)
	methods := map[string]any{"ReadAll": func([]string) (told, *dbus.Error) {
		a := <-answers
		return a.says, a.refuses
	}}
	if err := conn.ExportMethodTable(methods, portalPath, "org.freedesktop.portal.Settings"); err != nil {
		t.Fatal(err)
	}
	if _, err := conn.RequestName(portalName, dbus.NameFlagDoNotQueue); err != nil {
		t.Fatal(err)
	}
	one := func(space, key string, value any) told {
		return told{space: {key: dbus.MakeVariant(value), "font-name": dbus.MakeVariant("Cantarell 11")}}
	}
	for name, c := range map[string]struct {
		says told
		want Preferences
	}{
		"nothing":              {told{}, Preferences{}},
		"the usual contrast":   {one(common, "contrast", uint32(0)), Preferences{}},
		"high contrast":        {one(common, "contrast", uint32(1)), Preferences{HighContrast: true}},
		"an answer of its own": {one(common, "contrast", "high"), Preferences{}},
		"GNOME's contrast":     {one(gnomeA11y, "high-contrast", true), Preferences{HighContrast: true}},
		"GNOME's without":      {one(gnomeA11y, "high-contrast", false), Preferences{}},
		"less motion":          {one(common, "reduced-motion", uint32(1)), Preferences{ReducedMotion: true}},
		"the usual motion":     {one(common, "reduced-motion", uint32(0)), Preferences{}},
		"GNOME's animations":   {one(gnome, "enable-animations", true), Preferences{}},
		"none of them":         {one(gnome, "enable-animations", false), Preferences{ReducedMotion: true}},
	} {
		answers <- answer{says: c.says}
		if got := Read(t.Context()); got != c.want {
			t.Errorf("%s: %+v", name, got)
		}
	}
	answers <- answer{refuses: dbus.NewError("org.freedesktop.DBus.Error.UnknownMethod", nil)}
	if got := Read(t.Context()); got != (Preferences{}) {
		t.Errorf("a portal without settings: %+v", got)
	}
	defer close(answers)
	ctx, stop := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer stop()
	if got := Read(ctx); got != (Preferences{}) {
		t.Errorf("a portal that is silent: %+v", got)
	}
}
