package appearance

// scheme tells whether a colour as Windows writes it, 0x00BBGGRR, is a light or a dark one.
func scheme(colour uint32) string {
	red, green, blue := colour&0xff, colour>>8&0xff, colour>>16&0xff
	if 299*red+587*green+114*blue < 1000*128 { // as bright as an eye has it
		return "dark"
	}
	return "light"
}
