package location

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestServices: the folders of programs that synchronise, by their names and by what lies in them.
func TestServices(t *testing.T) {
	for folder, want := range map[string]string{
		"Dropbox/Пресса": "Dropbox", "Dropbox (Совет содружества)/Пресса": "Dropbox", "Dropbox-Office": "Dropbox", "Dropbox(2)": "Dropbox", "dropboxes": "",
		"OneDrive": "OneDrive", "OneDrive - Совет содружества/Документы": "OneDrive", "CloudStorage/OneDrive-Personal": "OneDrive",
		"YandexDisk": "Яндекс Диск", "Yandex.Disk/Релизы": "Яндекс Диск", "Яндекс.Диск": "Яндекс Диск", "Яндекс Диск": "Яндекс Диск", "Yandex.Disk.localized": "Яндекс Диск",
		"Nextcloud": "Nextcloud", "ownCloud": "ownCloud", "iCloudDrive": "iCloud Drive", "Mobile Documents/com~apple~CloudDocs": "iCloud Drive",
		"Google Drive/Мой диск": "Google Drive", "CloudStorage/GoogleDrive-anna@example.com/My Drive": "Google Drive", "Google Диск": "Google Drive",
		"Syncthing": "Syncthing", "Resilio Sync": "Resilio Sync", "Облако Mail.ru": "Облако Mail",
		"Nextcloud2": "Nextcloud", "OneDrive_Совет": "OneDrive", "Dropbox (Пресс-служба)": "Dropbox", "СберДиск": "СберДиск", "SynologyDrive/Пресса": "Synology Drive",
		"Proton Drive/anna@example.com": "Proton Drive", "pCloud Drive": "pCloud", "Box Sync": "Box", "CloudStorage/Box-Box": "Box", "Box": "", "Boxen": "",
		"Документы/communique": "", "Дропбокс": "", "Mega": "",
	} {
		dir := filepath.Join(t.TempDir(), filepath.FromSlash(folder), "library")
		if got, network := Of(filepath.Join(dir, "library.db")); got != want || network != "" {
			t.Errorf("%s: %q, %q, not %q", folder, got, network, want)
		}
	}
	for left, want := range map[string]string{
		".dropbox": "Dropbox", ".dropbox.cache": "Dropbox", ".stfolder": "Syncthing", ".sync_0123456789ab.db": "Nextcloud", "._sync_0123456789ab.db": "ownCloud",
		".shortcut-targets-by-id": "Google Drive", ".SynologyWorkingDirectory": "Synology Drive",
		".nextcloudsync.log": "Nextcloud", ".tmp.driveupload": "Google Drive", ".sync": "Resilio Sync", ".synced": "", ".sync_.txt": "",
	} {
		dir := filepath.Join(t.TempDir(), "Общее", "Пресс-служба")
		if err := os.MkdirAll(dir, 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(filepath.Dir(dir), left), nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if got, _ := Of(filepath.Join(dir, "library.db")); got != want {
			t.Errorf("%s: %q, not %q", left, got, want)
		}
	}
}

// TestALinkIntoAService: where the folder is linked into one that is synchronised.
func TestALinkIntoAService(t *testing.T) {
	there, here := filepath.Join(t.TempDir(), "Nextcloud", "Пресса"), filepath.Join(t.TempDir(), "library")
	if err := os.MkdirAll(there, 0o700); err != nil {
		t.Fatal(err)
	}
	made := os.Symlink(there, here)
	if to, err := os.Readlink(here); err != nil || to == "" { // Windows lets few make a link, and wine makes none
		t.Skip("no links here:", made, err)
	}
	if got, _ := Of(filepath.Join(here, "library.db")); got != "Nextcloud" {
		t.Errorf("got %q", got)
	}
}

// TestNetworks reads Linux's list of mounts.
func TestNetworks(t *testing.T) {
	const mounts = `22 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda1 rw
30 22 0:5 / /proc rw shared:12 - proc proc rw
40 22 0:50 / /mnt/office rw,relatime shared:30 - nfs4 server:/office rw,vers=4.2
41 22 0:51 / /mnt/office\040press rw shared:31 - cifs //server/press rw
42 40 0:52 / /mnt/office/local rw - xfs /dev/vdb1 rw
43 22 0:53 / /home/anna/remote rw - fuse.sshfs anna@server:/home rw,user_id=1000
44 22 8:1 / /media/disk rw - fuseblk /dev/sda1 rw
45 22 0:54 / /mnt/c rw - 9p drvfs rw
46 22 0:55 / /home/anna/vault rw - fuse.gocryptfs /home/anna/.vault rw
47 22 0:56 / /srv rw - nfs server:/srv rw
48 22 8:2 / /srv rw - ext4 /dev/sdb1 rw
a line that says nothing
`
	for dir, want := range map[string]string{
		"/home/anna": "", "/mnt/office": "NFS", "/mnt/office/a/b": "NFS", "/mnt/office press/a": "SMB", "/mnt/officers": "", "/mnt/office/local/x": "",
		"/home/anna/remote/x": "SSHFS", "/media/disk": "", "/mnt/c/Users": "9P", "/home/anna/vault": "", "/srv/press": "",
	} {
		if got := networkIn(strings.NewReader(mounts), dir); got != want {
			t.Errorf("%s: %q, not %q", dir, got, want)
		}
	}
}

// TestUnmounted: the share of an office that is to be mounted and is not. A folder of this computer's
// disk may be looked into, whatever the list says.
func TestUnmounted(t *testing.T) {
	const planned = `# what the office has
UUID=0 / ext4 defaults 0 1
server:/office /mnt/office nfs4 defaults,nofail 0 0
//server/press /mnt/office\040press/ cifs credentials=/etc/press 0 0
server:/old /mnt/old nfs noauto
# server:/home /home/anna nfs
UUID=1 /media/disk ext4 noauto 0 0
a line
`
	const mounts = `22 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda1 rw
40 22 0:50 / /mnt/office rw,relatime shared:30 - nfs4 server:/office rw,vers=4.2
a line that says nothing
`
	for dir, want := range map[string]bool{
		"/": false, "/home/anna": false, "/mnt": false, "/mnt/office": false, "/mnt/office/a": false, "/mnt/office press": true, "/mnt/office press/a/b": true,
		"/mnt/old": true, "/mnt/older": false, "/media/disk": false,
	} {
		if got := unmountedIn(strings.NewReader(planned), strings.NewReader(mounts), dir); got != want {
			t.Errorf("%s: %v", dir, got)
		}
	}
	if Unmounted(filepath.Join(t.TempDir(), "library.db")) {
		t.Error("a folder of this computer's own")
	}
}
