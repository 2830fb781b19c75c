# Builds the program's folder and the set-up on Windows; run it in the checkout:
#   powershell -ExecutionPolicy Bypass -File installer\windows\build.ps1
# Needs Python 3.11 or newer (64 bits) and NSIS 3 (https://nsis.sourceforge.io).
param(
    [string] $Python = "py",
    [string] $Makensis = "${env:ProgramFiles(x86)}\NSIS\makensis.exe"
)
$ErrorActionPreference = "Stop"
$checkout = Resolve-Path (Join-Path $PSScriptRoot "..\..")
Set-Location $checkout

function Invoke-Checked([string] $Program, [string[]] $Words) {
    & $Program @Words
    if ($LASTEXITCODE -ne 0) { throw "$Program ended with exit code $LASTEXITCODE" }
}

$venv = Join-Path $checkout ".venv-package"
$inside = Join-Path $venv "Scripts\python.exe"
if (-not (Test-Path $inside)) { Invoke-Checked $Python @("-m", "venv", $venv) }
Invoke-Checked $inside @("-m", "pip", "install", "--quiet", "--require-hashes", "-r", "requirements-package.lock")

# the folder, its files and its self-test
Invoke-Checked $inside @("-m", "installer.build", "--folder-only")

$version = & $inside -c "import desktop; print(desktop.__version__)"
$folder = Join-Path $checkout "build\package\pingyi"
$files = Join-Path $checkout "build\package\files.nsh"
$dist = Join-Path $checkout "dist"
$setup = Join-Path $dist "pingyi-$version-setup.exe"
New-Item -ItemType Directory -Force $dist | Out-Null
Invoke-Checked $inside @("-m", "installer.windows.file_list", $folder, $files)
Invoke-Checked $Makensis @(
    "/INPUTCHARSET", "UTF8", "/WX", "/DVERSION=$version", "/DFILES=$files",
    "/DICON=$checkout\resources\icons\pingyi.ico", "/DOUT=$setup", "installer\windows\pingyi.nsi"
)
Write-Output "$setup"
