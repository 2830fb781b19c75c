; The Windows set-up: for one user, without an administrator. Compiled by build.ps1 with
;   makensis /INPUTCHARSET UTF8 /DVERSION=… /DFILES=…\files.nsh /DICON=…\pingyi.ico /DOUT=…\pingyi-setup.exe pingyi.nsi

Unicode true
ManifestSupportedOS Win10
ManifestDPIAware true
RequestExecutionLevel user
SetCompressor /SOLID lzma

!include "LogicLib.nsh"
!include "MUI2.nsh"
!include "WinVer.nsh"
!include "x64.nsh"
!include "${FILES}"

!define CLASSES "Software\Classes"
; one name in both languages: the uninstaller may run in another than the set-up did
!define SHORTCUT "评议计票 Pingyi.lnk"
!define FILE_TYPE "Pingyi.Survey"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Pingyi"

Name "$(ProgramName)"
OutFile "${OUT}"
; keys of stations lie in $LOCALAPPDATA\pingyi and must outlive the program: never install there
InstallDir "$LOCALAPPDATA\Programs\Pingyi"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
BrandingText "Pingyi ${VERSION}"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\pingyi-window.exe"
!define MUI_FINISHPAGE_RUN_TEXT "$(StartNow)"

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES

; the pages speak the user's language, and the first of these where it is neither
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "English"

LangString ProgramName ${LANG_SIMPCHINESE} "评议计票"
LangString ProgramName ${LANG_ENGLISH} "Pingyi"
LangString StartNow ${LANG_SIMPCHINESE} "立即打开评议计票"
LangString StartNow ${LANG_ENGLISH} "Open Pingyi now"
LangString FileType ${LANG_SIMPCHINESE} "评议活动文件"
LangString FileType ${LANG_ENGLISH} "Pingyi survey"
LangString TooOld ${LANG_SIMPCHINESE} "评议计票需要 64 位的 Windows 10（1809）或更新的系统。"
LangString TooOld ${LANG_ENGLISH} "Pingyi needs Windows 10 (1809) or newer, 64 bits."
LangString IsOpen ${LANG_SIMPCHINESE} "评议计票正在运行。请先关闭它，再点“重试”。"
LangString IsOpen ${LANG_ENGLISH} "Pingyi is running. Close it first, then choose Retry."

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=${LANG_SIMPCHINESE} "ProductName" "评议计票"
VIAddVersionKey /LANG=${LANG_SIMPCHINESE} "FileDescription" "评议计票安装程序"
VIAddVersionKey /LANG=${LANG_SIMPCHINESE} "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_SIMPCHINESE} "LegalCopyright" "The Pingyi authors"
VIAddVersionKey /LANG=${LANG_ENGLISH} "ProductName" "Pingyi"
VIAddVersionKey /LANG=${LANG_ENGLISH} "FileDescription" "Pingyi set-up"
VIAddVersionKey /LANG=${LANG_ENGLISH} "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_ENGLISH} "LegalCopyright" "The Pingyi authors"

; Windows lets nobody write a program file that is running.
!macro WaitUntilClosed PROGRAM
  ${If} ${FileExists} "$INSTDIR\${PROGRAM}"
    ${Do}
      ClearErrors
      FileOpen $0 "$INSTDIR\${PROGRAM}" a
      ${IfNot} ${Errors}
        FileClose $0
        ${ExitDo}
      ${EndIf}
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(IsOpen)" /SD IDCANCEL IDRETRY +2
      Abort
    ${Loop}
  ${EndIf}
!macroend

!macro TellDesktop
  ; SHCNE_ASSOCCHANGED: icons and file types have changed
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "$(TooOld)" /SD IDOK
    Abort
  ${EndIf}
FunctionEnd

Section
  SetShellVarContext current
  !insertmacro WaitUntilClosed "pingyi.exe"
  !insertmacro WaitUntilClosed "pingyi-window.exe"
  Call RemoveEarlier
  !insertmacro InstallFiles
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${SHORTCUT}" "$INSTDIR\pingyi-window.exe"

  WriteRegStr HKCU "${CLASSES}\${FILE_TYPE}" "" "$(FileType)"
  WriteRegStr HKCU "${CLASSES}\${FILE_TYPE}\DefaultIcon" "" "$INSTDIR\pingyi-window.exe,0"
  WriteRegStr HKCU "${CLASSES}\${FILE_TYPE}\shell\open\command" "" '"$INSTDIR\pingyi-window.exe" window "%1"'
  WriteRegStr HKCU "${CLASSES}\.pingyi" "" "${FILE_TYPE}"
  WriteRegStr HKCU "${CLASSES}\.pingyi\OpenWithProgids" "${FILE_TYPE}" ""

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "$(ProgramName)"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\pingyi-window.exe"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "The Pingyi authors"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  !insertmacro TellDesktop
SectionEnd

; An earlier version is removed by its own list, so that no file of it stays behind.
Function RemoveEarlier
  ReadRegStr $0 HKCU "${UNINSTALL}" "InstallLocation"
  ${If} $0 != ""
  ${AndIf} ${FileExists} "$0\uninstall.exe"
    ; _?= makes it wait, and keeps it from removing itself
    ExecWait '"$0\uninstall.exe" /S _?=$0' $1
    ${If} $1 <> 0
      Abort
    ${EndIf}
    Delete "$0\uninstall.exe"
    RMDir "$0"
  ${EndIf}
FunctionEnd

Section "Uninstall"
  SetShellVarContext current
  !insertmacro WaitUntilClosed "pingyi.exe"
  !insertmacro WaitUntilClosed "pingyi-window.exe"
  !insertmacro RemoveFiles
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${SHORTCUT}"

  DeleteRegKey HKCU "${CLASSES}\${FILE_TYPE}"
  DeleteRegValue HKCU "${CLASSES}\.pingyi\OpenWithProgids" "${FILE_TYPE}"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.pingyi\OpenWithProgids"
  ; another program may have taken the type over since
  ReadRegStr $0 HKCU "${CLASSES}\.pingyi" ""
  ${If} $0 == "${FILE_TYPE}"
    DeleteRegValue HKCU "${CLASSES}\.pingyi" ""
  ${EndIf}
  DeleteRegKey /ifempty HKCU "${CLASSES}\.pingyi"
  DeleteRegKey HKCU "${UNINSTALL}"
  !insertmacro TellDesktop
SectionEnd
