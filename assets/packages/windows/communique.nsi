; The installer for one person, who need be no administrator. Which files it installs and
; removes, .ci/packages-windows writes into install.nsh and remove.nsh; the library and the
; settings lie elsewhere and are not touched.
;
; makensis -DOUT=... communique.nsi; /S installs in silence, /D=... where.
; In silence nobody can be asked: where the program is open, the status is 2.
Unicode true
!ifdef TARGET
  Target ${TARGET}
!endif
!include MUI2.nsh
!include FileFunc.nsh
!include WordFunc.nsh

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\@NAME@"
!define RELEASE "@NAME@.Release"

Name "@NAME@"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\@NAME@"
InstallDirRegKey HKCU "Software\@NAME@" "InstallDir"
RequestExecutionLevel user
SetCompressor /SOLID lzma
SetDateSave on
ManifestDPIAware true
ManifestLongPathAware true
BrandingText "@NAME@ @VERSION@"
VIProductVersion "@VERSION@.0"
VIAddVersionKey ProductName "@NAME@"
VIAddVersionKey ProductVersion "@VERSION@"
VIAddVersionKey FileDescription "@NAME@ Setup"
VIAddVersionKey FileVersion "@VERSION@"
VIAddVersionKey LegalCopyright "MIT"

!define MUI_ICON "communique.ico"
!define MUI_UNICON "communique.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\communique.exe"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Russian"

LangString RUNNING ${LANG_ENGLISH} "@NAME@ is open. What is written is saved. Close it now and go on?"
LangString RUNNING ${LANG_RUSSIAN} "@NAME@ открыт. Всё написанное сохранено. Закрыть его и продолжить?"
LangString NEWER ${LANG_ENGLISH} "A newer version is installed: $0. An older one may not be able to open its library. Put version @VERSION@ in its place?"
LangString NEWER ${LANG_RUSSIAN} "Установлена версия новее: $0. Более старая может не открыть её библиотеку. Поставить вместо неё версию @VERSION@?"
LangString TYPE ${LANG_ENGLISH} "Press release"
LangString TYPE ${LANG_RUSSIAN} "Пресс-релиз"
LangString KEPT ${LANG_ENGLISH} "The library and the settings stay where they are."
LangString KEPT ${LANG_RUSSIAN} "Библиотека и настройки остаются на месте."

; CLOSED goes on once no program runs from the folder: such a file cannot be written to.
; One that is just being closed is given two seconds before anybody is asked.
!macro CLOSED
  StrCpy $1 8
  ${Do}
    ${IfNot} ${FileExists} "$INSTDIR\communique.exe"
      ${Break}
    ${EndIf}
    ClearErrors
    FileOpen $2 "$INSTDIR\communique.exe" a
    ${IfNot} ${Errors}
      FileClose $2
      ${Break}
    ${EndIf}
    ${If} $1 = 0
      ${IfNot} ${Cmd} `MessageBox MB_OKCANCEL|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDCANCEL IDOK`
        SetErrorLevel 2
        Quit
      ${EndIf}
      ; The program is asked, not killed, and saves what it has.
      nsExec::Exec 'taskkill /IM communique.exe'
      Pop $2
      StrCpy $1 40
    ${EndIf}
    Sleep 250
    IntOp $1 $1 - 1
  ${Loop}
!macroend

Function .onInit
  ReadRegStr $0 HKCU "${UNINSTALL}" "DisplayVersion"
  ${If} $0 != ""
    ${VersionCompare} "$0" "@VERSION@" $1
    ${If} $1 = 1
      ${IfNot} ${Cmd} `MessageBox MB_YESNO|MB_ICONQUESTION "$(NEWER)" /SD IDNO IDYES`
        SetErrorLevel 1
        Quit
      ${EndIf}
    ${EndIf}
  ${EndIf}
FunctionEnd

Section
  !insertmacro CLOSED
  SetOutPath "$INSTDIR"
  !include install.nsh
  SetOutPath "$INSTDIR\opengl"
  File "files/opengl/opengl32.dll"
  File "files/opengl/licences.txt"
  SetOutPath "$INSTDIR" ; where the shortcut starts the program
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\@NAME@.lnk" "$INSTDIR\communique.exe"
  WriteRegStr HKCU "Software\@NAME@" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "Software\Microsoft\Windows\CurrentVersion\App Paths\communique.exe" "" "$INSTDIR\communique.exe"

  ; A release opens with a double click where no other program has TOML, and is offered elsewhere.
  WriteRegStr HKCU "Software\Classes\${RELEASE}" "" "$(TYPE)"
  WriteRegStr HKCU "Software\Classes\${RELEASE}\DefaultIcon" "" "$INSTDIR\communique.exe,0"
  WriteRegStr HKCU "Software\Classes\${RELEASE}\shell\open\command" "" '"$INSTDIR\communique.exe" "%1"'
  WriteRegStr HKCU "Software\Classes\.toml\OpenWithProgids" "${RELEASE}" ""
  WriteRegStr HKCU "Software\Classes\Applications\communique.exe\shell\open\command" "" '"$INSTDIR\communique.exe" "%1"'
  ReadRegStr $0 HKCR ".toml" ""
  ${If} $0 == ""
    WriteRegStr HKCU "Software\Classes\.toml" "" "${RELEASE}"
  ${EndIf}

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "@NAME@"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "@VERSION@"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\communique.exe"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "@NAME@"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "Comments" "$(KEPT)"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" "$0"
  ${RefreshShellIcons}
SectionEnd

Section Uninstall
  !insertmacro CLOSED
  !include remove.nsh ; deletes each file that was installed, and no other
  Delete "$INSTDIR\opengl\opengl32.dll"
  Delete "$INSTDIR\opengl\licences.txt"
  RMDir "$INSTDIR\opengl"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\@NAME@.lnk"
  ReadRegStr $0 HKCU "Software\Classes\.toml" ""
  ${If} $0 == "${RELEASE}"
    DeleteRegValue HKCU "Software\Classes\.toml" ""
  ${EndIf}
  DeleteRegValue HKCU "Software\Classes\.toml\OpenWithProgids" "${RELEASE}"
  DeleteRegKey HKCU "Software\Classes\${RELEASE}"
  DeleteRegKey HKCU "Software\Classes\Applications\communique.exe"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\Microsoft\Windows\CurrentVersion\App Paths\communique.exe"
  DeleteRegKey HKCU "Software\@NAME@"
  ${RefreshShellIcons}
SectionEnd
