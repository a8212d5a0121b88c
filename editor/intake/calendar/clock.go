package calendar

import (
	"communique/editor/regexp"
)

// Clock is a time of day, with its zone.
var Clock = regexp.MustCompile(`^[\[(]?(?:(?i:at|в|о|у|сағат|саат|соат|soat|saat|à|um|ore|alle|las)[\s\x{00a0}]+)?\d{1,2}:\d{2}(?::\d{2})?(?:[\s\x{00a0}]*(?i:[ap]\.?m\.?))?(?:\s[+-]\d{4})?(?:[\s\x{00a0}]*(?i:мск|msk|gmt|utc|cest|cet|eest|eet|bst|[ecmp][sd]t|[ecmp]t|ist|jst|sgt|pkt|eat|ae[sd]t|nz[sd]t|(?:eastern|central|mountain|pacific)(?:\s(?:daylight|standard))?\stime|local time|ч\.|час(?:ов|а)?\.?))?[\])]?` +
	`|^(?i:(?:à|às|a)\s)?\d{1,2}\s?(?i:h)\s?\d{2}(?:[\s,.)|–—-]|$)|^(?i:à|às)\s\d{1,2}\s?(?i:h)(?:[\s,.)|–—-]|$)`)
