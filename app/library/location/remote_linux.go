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
