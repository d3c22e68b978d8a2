"""Which voice this computer has.

Linux: speech-dispatcher, which says it with the voice that the person has chosen
for the whole desktop, else eSpeak. macOS: ``say``. Windows: its own speech, through
PowerShell. The tools are run; none of their libraries or sockets is touched.
"""

import base64
import json
import math
import os
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from reader.model.errors import NotFoundError
from reader.speech import LEASH_ARGUMENT
from reader.speech.child import ChildVoice
from reader.speech.voice import USUAL_SPEED, Utterance, Voice

_LEASH: Final = Path(__file__).with_name("leash.py")
_LANGUAGE: Final = "en"  # of the pages, whatever the computer speaks otherwise
_WORDS_A_MINUTE: Final = 175  # the usual speed of eSpeak and of macOS


@dataclass(frozen=True, slots=True)
class Tool:
    """A command that says what it gets on its standard input.

    Attributes:
        command: The program and its fixed arguments.
        speed: The arguments for a speed in per cent.
        hush: What silences it beside being killed; empty for nothing.
    """

    command: tuple[str, ...]
    speed: Callable[[int], tuple[str, ...]]
    hush: tuple[str, ...] = ()


def find_voice(
    platform: str = sys.platform, which: Callable[[str], str | None] = shutil.which
) -> Voice:
    """The voice of this computer; it is not started before it has to speak.

    Args:
        platform: The system, as `sys.platform` names it.
        which: Finds a program by its name.

    Raises:
        NotFoundError: There is none.
    """
    if platform == "win32":
        powershell = _powershell()
        if powershell.is_file():
            return ChildVoice((str(powershell), *_SCRIPTED), windows_line)
    else:
        found = find_tools(platform, which)
        if found:
            return on_leash(found)
    raise NotFoundError("This computer has no voice to read aloud with.")


def find_tools(platform: str, which: Callable[[str], str | None]) -> tuple[Tool, ...]:
    """The tools that are there, the best first."""
    makers = _ON_MACOS if platform == "darwin" else _ON_LINUX
    found = ((which(name), maker) for name, maker in makers)
    return tuple(maker(path) for path, maker in found if path is not None)


def on_leash(tools: Sequence[Tool]) -> Voice:
    """A voice of the first tool that works, held by a small program of ours."""

    def line(utterance: Utterance) -> bytes:
        return _order(tools, utterance)

    return ChildVoice(leash_command(), line)


def leash_command() -> tuple[str, ...]:
    """How the leash is started."""
    if getattr(sys, "frozen", False):
        return (sys.executable, LEASH_ARGUMENT)
    return (sys.executable, "-I", "-S", str(_LEASH))


def _order(tools: Sequence[Tool], utterance: Utterance) -> bytes:
    """A sentence as an order to the leash."""
    commands = [
        {"say": [*tool.command, *tool.speed(utterance.speed)], "hush": tool.hush}
        for tool in tools
    ]
    return json.dumps({"tools": commands, "text": utterance.text}).encode("ascii")


def _espeak(path: str) -> Tool:
    return Tool((path, "-v", _LANGUAGE, "--stdin"), _espeak_speed)


def _espeak_speed(speed: int) -> tuple[str, ...]:
    return "-s", str(_WORDS_A_MINUTE * speed // USUAL_SPEED)


def _say(path: str) -> Tool:
    return Tool((path, "-f", "-"), _say_speed)


def _say_speed(speed: int) -> tuple[str, ...]:
    return "-r", str(_WORDS_A_MINUTE * speed // USUAL_SPEED)


def _speech_dispatcher(path: str) -> Tool:
    """It only asks a service to speak, and the service talks on without it.

    Short options, since spd-say 0.11 takes its own ``--stop`` for one with a value.
    """
    # From a pipe, wait for the end, as text that gives way to messages.
    fixed = ("-e", "-w", "-P", "text", "-l", _LANGUAGE)
    return Tool((path, *fixed), _dispatcher_speed, hush=(path, "-S"))


# Its eSpeak module: -100, 0 and 100 are these many words a minute
# (speech-dispatcher 0.11, espeak-ng.conf).
_SLOWEST, _USUAL, _FASTEST = 80, 170, 449


def _dispatcher_speed(speed: int) -> tuple[str, ...]:
    words = _USUAL * speed / USUAL_SPEED
    reach = _USUAL - _SLOWEST if words < _USUAL else _FASTEST - _USUAL
    rate = round(100 * (words - _USUAL) / reach)
    return "-r", str(max(-100, min(100, rate)))


_ON_MACOS: Final = (("say", _say),)
_ON_LINUX: Final = (
    ("spd-say", _speech_dispatcher),
    ("espeak-ng", _espeak),
    ("espeak", _espeak),
)

# ---- Windows -------------------------------------------------------------------

# It reads by itself, since what PowerShell makes of its input waits for the end.
_SCRIPT: Final = """
$ErrorActionPreference = 'Stop'
Add-Type -AssemblyName System.Speech
$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer
$known = $voice.GetInstalledVoices() | Where-Object { $_.Enabled }
$english = @($known.VoiceInfo | Where-Object { $_.Culture.Name -like 'en*' })
$fits = $voice.Voice.Culture.Name -like 'en*'
if ($english -and -not $fits) { $voice.SelectVoice($english[0].Name) }
$lines = New-Object IO.StreamReader([Console]::OpenStandardInput())
$line = $lines.ReadLine()
while ($null -ne $line) {
  $rate, $words = $line.Split(' ')
  $voice.Rate = [int]$rate
  $bytes = [Convert]::FromBase64String($words)
  $said = $voice.SpeakAsync([Text.Encoding]::UTF8.GetString($bytes))
  $next = $lines.ReadLineAsync()
  while (-not $said.IsCompleted) { if ($next.Wait(20)) { exit } }
  [Console]::Out.WriteLine('0')
  $line = $next.Result
}
"""
_SCRIPTED: Final = (
    *("-NoLogo", "-NoProfile", "-NonInteractive", "-InputFormat", "None"),
    *("-Command", "; ".join(_SCRIPT.strip().splitlines()).replace("{;", "{")),
)
_SLOWEST_RATE, _FASTEST_RATE = -10, 10


def _powershell() -> Path:
    """PowerShell where Windows puts it, whatever lies in the folder of the day."""
    root = os.environ.get("SYSTEMROOT", r"C:\Windows")
    return Path(root, "System32", "WindowsPowerShell", "v1.0", "powershell.exe")


def windows_line(utterance: Utterance) -> bytes:
    """A sentence for the script: the rate from -10 to 10, and the words as base64.

    Ten steps of the rate make speech three times as fast (Microsoft, "SpVoice Rate").
    """
    rate = round(10 * math.log(utterance.speed / USUAL_SPEED, 3))
    rate = max(_SLOWEST_RATE, min(_FASTEST_RATE, rate))
    return b"%d %s" % (rate, base64.b64encode(utterance.text.encode()))
