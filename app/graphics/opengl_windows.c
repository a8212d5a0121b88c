// go-gl imports one function of opengl32.dll by name. Windows would load the system's library
// for it before the program begins, and none could be put in its place. So the import is
// defined here, and the library is loaded when it is first asked for something.
#include <windows.h>

static PROC WINAPI ask(LPCSTR name) {
	static PROC(WINAPI * asked)(LPCSTR);
	if (asked == NULL) {
		HMODULE library = LoadLibraryW(L"opengl32.dll");
		if (library == NULL) return NULL;
		asked = (PROC(WINAPI *)(LPCSTR))(void *)GetProcAddress(library, "wglGetProcAddress");
	}
	return asked == NULL ? NULL : asked(name);
}

PROC(WINAPI *__imp_wglGetProcAddress)(LPCSTR) = ask;
