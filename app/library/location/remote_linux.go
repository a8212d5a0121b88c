package location

import "os"

func remote(dir string) string {
	mounts, err := os.Open("/proc/self/mountinfo")
	if err != nil {
		return ""
	}
	defer func() { _ = mounts.Close() }() // it was only read
	return networkIn(mounts, dir)
}

func unmounted(dir string) bool {
	planned, err := os.Open("/etc/fstab")
	if err != nil {
		return false
	}
	defer func() { _ = planned.Close() }() // it was only read
	mounts, err := os.Open("/proc/self/mountinfo")
	if err != nil {
		return false
	}
	defer func() { _ = mounts.Close() }() // it was only read
	return unmountedIn(planned, mounts, dir)
}
