# Builds the installer for Windows from a checkout.
#   pwsh packaging\windows\build.ps1 -Python .venv\Scripts\python.exe
# Needs the locked packages of requirements.lock and requirements-package.lock in that
# Python, the library compiled, and Inno Setup 6.3 or newer (iscc). Not yet run.
param([Parameter(Mandatory)][string]$Python)

$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true
Set-Location (Join-Path $PSScriptRoot '..\..')

$version = & $Python -c "import tomllib; print(tomllib.load(open('pyproject.toml', 'rb'))['project']['version'])"
$commit = git rev-parse --short=10 HEAD
$date = git show --no-patch --format=%cs HEAD
$env:SOURCE_DATE_EPOCH = git show --no-patch --format=%ct HEAD
$env:PYTHONHASHSEED = '0'

# UTF-8 without the mark that Windows PowerShell would put before it.
$build = "{""version"": ""$version"", ""build"": ""g$commit"", ""date"": ""$date""}"
[IO.File]::WriteAllText("$PWD\src\reader\assets\build.json", $build)
try {
    & $Python packaging\icons\draw.py build\icons
    & $Python -m tools.make_icons build\icons build
    $env:EVIDENCE_READER_ICON = "$PWD\build\evidence-reader.ico"
    & $Python -m PyInstaller packaging\windows\reader.spec --noconfirm --distpath build\frozen --workpath build\work
} finally {
    Remove-Item src\reader\assets\build.json
}
$folder = "$PWD\build\frozen\evidence-reader"
& $Python -m tools.bundle.licences $folder
New-Item -ItemType Directory -Force dist | Out-Null
& $Python -m tools.bundle.sbom $folder --out "dist\evidence-reader-$version-windows-x64.cdx.json"
iscc "/DVersion=$version" "/DSource=$folder" "/DIcon=$env:EVIDENCE_READER_ICON" "/O$PWD\dist" packaging\windows\installer.iss
