; The installer for Windows: for one person, without an administrator.
; Inno Setup 6.3 or newer:
;   iscc /DVersion=0.1.0 /DSource=C:\build\evidence-reader /DIcon=C:\build\evidence-reader.ico packaging\windows\installer.iss
;
; Silent:  evidence-reader-0.1.0-windows-x64-setup.exe /VERYSILENT /SUPPRESSMSGBOXES /NORESTART
; For all people of a computer (needs an administrator):  ... /VERYSILENT /ALLUSERS
; What a person keeps lies elsewhere (%LOCALAPPDATA%\evidence-reader) and is never touched.
; Not yet run: see packaging\README.md.

#ifndef Version
  #error Say /DVersion=
#endif
#ifndef Source
  #error Say /DSource=
#endif
#ifndef Icon
  #error Say /DIcon=
#endif

[Setup]
AppId={{6D1B1F2E-6B7A-4C55-9B8E-2E5B0C7D9A41}
AppName=Evidence Reader
AppVersion={#Version}
AppVerName=Evidence Reader {#Version}
AppPublisher=The Evidence Reader authors
VersionInfoVersion={#Version}
DefaultDirName={autopf}\Evidence Reader
DefaultGroupName=Evidence Reader
DisableProgramGroupPage=yes
DisableDirPage=auto
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=commandline
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
LicenseFile=..\..\LICENSE
SetupIconFile={#Icon}
UninstallDisplayIcon={app}\evidence-reader.exe
UninstallDisplayName=Evidence Reader
OutputBaseFilename=evidence-reader-{#Version}-windows-x64-setup
Compression=lzma2/ultra64
SolidCompression=yes
WizardStyle=modern
ChangesAssociations=yes
CloseApplications=yes
RestartApplications=no

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; GroupDescription: "{cm:AdditionalIcons}"; Flags: unchecked

[InstallDelete]
; An upgrade leaves nothing of the version before among the libraries.
Type: filesandordirs; Name: "{app}\program"

[Files]
Source: "{#Source}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs
Source: "{#Icon}"; DestDir: "{app}"; DestName: "evidence-reader.ico"; Flags: ignoreversion

[Icons]
Name: "{autoprograms}\Evidence Reader"; Filename: "{app}\evidence-reader.exe"; AppUserModelID: "org.evidence_reader.EvidenceReader"
Name: "{autodesktop}\Evidence Reader"; Filename: "{app}\evidence-reader.exe"; AppUserModelID: "org.evidence_reader.EvidenceReader"; Tasks: desktopicon

[Registry]
; HKA is HKCU for one person, HKLM for all.
; Links that begin with evidence-reader:
Root: HKA; Subkey: "Software\Classes\evidence-reader"; ValueType: string; ValueData: "URL:Evidence Reader"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\evidence-reader"; ValueType: string; ValueName: "URL Protocol"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\evidence-reader\DefaultIcon"; ValueType: string; ValueData: "{app}\evidence-reader.ico"
Root: HKA; Subkey: "Software\Classes\evidence-reader\shell\open\command"; ValueType: string; ValueData: """{app}\evidence-reader.exe"" ""%1"""
; Files of what a person keeps.
Root: HKA; Subkey: "Software\Classes\.evidence-notebook"; ValueType: string; ValueData: "EvidenceReader.Notebook"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.evidence-notebook"; ValueType: string; ValueName: "Content Type"; ValueData: "application/vnd.evidence-reader.notebook+json"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\EvidenceReader.Notebook"; ValueType: string; ValueData: "What a person keeps in Evidence Reader"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\EvidenceReader.Notebook\DefaultIcon"; ValueType: string; ValueData: "{app}\evidence-reader.ico"
Root: HKA; Subkey: "Software\Classes\EvidenceReader.Notebook\shell\open\command"; ValueType: string; ValueData: """{app}\evidence-reader.exe"" ""%1"""
; Win+R and the terminal find the program by its name.
Root: HKA; Subkey: "Software\Microsoft\Windows\CurrentVersion\App Paths\evidence-reader.exe"; ValueType: string; ValueData: "{app}\evidence-reader.exe"; Flags: uninsdeletekey

[Run]
Filename: "{app}\evidence-reader.exe"; Description: "{cm:LaunchProgram,Evidence Reader}"; Flags: nowait postinstall skipifsilent
