//go:build linux || freebsd || netbsd || openbsd || dragonfly

package appearance

import (
	"context"

	"github.com/godbus/dbus/v5"
)

// The names of the portal, from its documentation at
// https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Settings.html
// and what desktops kept before it had names for them.
const (
	portalName = "org.freedesktop.portal.Desktop"
	portalPath = "/org/freedesktop/portal/desktop"
	readAll    = "org.freedesktop.portal.Settings.ReadAll"

	common    = "org.freedesktop.appearance"
	gnome     = "org.gnome.desktop.interface"
	gnomeA11y = "org.gnome.desktop.a11y.interface"
)

// Read asks the desktop's portal. Where there is none, or it does not know of contrast and
// motion, nothing is asked for.
func Read(ctx context.Context) Preferences {
	conn, err := dbus.SessionBusPrivateNoAutoStartup(dbus.WithContext(ctx))
	if err != nil {
		return Preferences{}
	}
	defer func() { _ = conn.Close() }() // only asked
	if conn.Auth(nil) != nil || conn.Hello() != nil {
		return Preferences{}
	}
	var told map[string]map[string]dbus.Variant
	call := conn.Object(portalName, portalPath).CallWithContext(ctx, readAll, 0, []string{common, gnome, gnomeA11y})
	if call.Store(&told) != nil {
		return Preferences{}
	}
	is := func(space, key string, value any) bool { return told[space][key].Value() == value }
	return Preferences{
		HighContrast:  is(common, "contrast", uint32(1)) || is(gnomeA11y, "high-contrast", true),
		ReducedMotion: is(common, "reduced-motion", uint32(1)) || is(gnome, "enable-animations", false),
	}
}
