# Installs the new installer for this person, tries the program, and takes it away again.
# Not yet run.
$ErrorActionPreference = 'Stop'
$setup = Get-ChildItem dist\*-setup.exe | Select-Object -First 1
$app = "$env:LOCALAPPDATA\Programs\Evidence Reader"
$env:EVIDENCE_READER_HOME = "$env:TEMP\Zoë Müller\reader"

function Expect([bool]$holds, [string]$what) {
    if (-not $holds) { throw "not so: $what" }
    Write-Output "so it is: $what"
}

Start-Process $setup.FullName '/VERYSILENT /SUPPRESSMSGBOXES /NORESTART' -Wait
Expect (Test-Path "$app\evidence-reader.exe") 'it is installed without an administrator'

$reader = "$app\evidence-reader-cli.exe"
& $reader library verify | Out-Null
Expect ($LASTEXITCODE -eq 0) 'the library is whole'
$hits = & $reader --json search breathing mask | ConvertFrom-Json
Expect ($hits.hits.Count -gt 0) 'it finds something'
& $reader handout heart-failure --out "$env:TEMP\heart.pdf" | Out-Null
Expect ((Get-Item "$env:TEMP\heart.pdf").Length -gt 10000) 'it makes a handout'

$window = Start-Process "$app\evidence-reader.exe" 'evidence-reader:heart-failure' -PassThru
Start-Sleep -Seconds 10
Expect (-not $window.HasExited) 'the window stays open'
$window.CloseMainWindow() | Out-Null
$window.WaitForExit(20000) | Out-Null
Expect (Test-Path "$env:EVIDENCE_READER_HOME\notebook.db") 'a notebook lies where it shall'

$key = 'HKCU:\Software\Classes\evidence-reader\shell\open\command'
Expect (Test-Path $key) 'links are registered'
Start-Process "$app\unins000.exe" '/VERYSILENT /SUPPRESSMSGBOXES /NORESTART' -Wait
Start-Sleep -Seconds 5
Expect (-not (Test-Path "$app\evidence-reader.exe")) 'it is gone'
Expect (-not (Test-Path $key)) 'links are no longer registered'
Expect (Test-Path "$env:EVIDENCE_READER_HOME\notebook.db") 'what a person keeps is still there'
