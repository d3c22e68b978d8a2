"""Windows and macOS as far as they can be tried on any system.

Nothing here was run on those systems: packaging/README.md says so, and what to try
there. Paths are asked of platformdirs' own classes for them; what their disks refuse is
refused here by hand.
"""

import ast
import logging
import os
import plistlib
import re
import tomllib
from pathlib import Path

import pytest
from platformdirs.macos import MacOS
from platformdirs.windows import Windows

from reader.cli.opening import FILE_SUFFIX, SCHEME
from reader.handout import files
from reader.model.errors import KnownError
from reader.notebook.durable import flush_folder, write_whole
from reader.notebook.store import Notebook
from reader.ui.logbook import close_logbook, open_logbook

CHECKOUT = Path(__file__).parents[2]
PACKAGING = CHECKOUT / "packaging"
APPLICATION = "evidence-reader"
ID = "org.evidence_reader.EvidenceReader"
MEDIA_TYPE = "application/vnd.evidence-reader.notebook+json"


def read(name: str) -> str:
    return (CHECKOUT / name).read_text("utf-8")


# ---- where data lie ---------------------------------------------------------------


def test_on_windows_data_do_not_travel_with_a_roaming_profile(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    local = r"C:\Users\Zoë Müller\AppData\Local"
    known = {"CSIDL_LOCAL_APPDATA": local, "CSIDL_APPDATA": r"\\server\Zoë"}
    monkeypatch.setattr("platformdirs.windows.get_win_folder", known.__getitem__)
    dirs = Windows(APPLICATION, appauthor=False)
    assert dirs.user_data_dir.startswith(local)
    assert dirs.user_log_dir.startswith(local)
    assert dirs.user_data_dir.endswith(APPLICATION)


def test_on_macos_data_lie_in_the_library_of_the_person() -> None:
    dirs = MacOS(APPLICATION, appauthor=False)
    home = str(Path.home())
    assert dirs.user_data_dir == f"{home}/Library/Application Support/{APPLICATION}"
    assert dirs.user_log_dir == f"{home}/Library/Logs/{APPLICATION}"


@pytest.mark.parametrize(
    "name", ["Zoë Müller", "ישראל", "山田 太郎", "O'Neil & Söhne #1 100%"]
)
def test_a_notebook_opens_below_a_name_in_any_letters(
    tmp_path: Path, name: str
) -> None:
    folder = tmp_path / name / "reader"
    with Notebook.open(folder) as notebook:
        notebook.bookmarks.add("als", title="ALS")
    with Notebook.open(folder) as notebook:
        assert len(notebook.bookmarks.shelf().bookmarks) == 1


def test_a_notebook_opens_below_more_folders_than_windows_once_allowed(
    tmp_path: Path,
) -> None:
    folder = tmp_path.joinpath(*["a-folder-with-a-long-name"] * 12)
    assert len(str(folder)) > 260
    with Notebook.open(folder) as notebook:
        assert notebook.writable


# ---- what their disks refuse --------------------------------------------------------


def refuse(*_arguments: object) -> None:
    raise PermissionError(13, "Permission denied")


def test_a_file_that_another_program_has_open_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "kept.evidence-notebook"
    target.write_bytes(b"before")
    # So Windows answers while Word, a virus scanner or OneDrive holds the file.
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(PermissionError):
        write_whole(target, b"after")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        target.name: b"before"
    }


def test_a_handout_over_an_open_one_is_refused_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "heart.pdf"
    target.write_bytes(b"before")
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(KnownError, match="could not be written"):
        files.write_whole(target, b"after")
    assert [path.name for path in tmp_path.iterdir()] == [target.name]
    assert target.read_bytes() == b"before"


def test_a_folder_that_cannot_be_flushed_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "open", refuse)
    flush_folder(tmp_path)


def test_a_full_log_that_cannot_be_moved_is_written_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = tmp_path / "evidence-reader.log"
    log.write_text("old\n" * 200_000, "utf-8")
    monkeypatch.setattr(Path, "replace", refuse)
    handler = open_logbook(tmp_path)
    try:
        record = logging.LogRecord("reader", logging.ERROR, "", 0, "news", None, None)
        handler.handle(record)
    finally:
        close_logbook(handler)
    assert log.read_text("utf-8").endswith("news\n")


# ---- recipes that cannot be run here -----------------------------------------------


@pytest.mark.parametrize("name", ["windows/reader.spec", "macos/reader.spec"])
def test_a_recipe_shares_what_is_kept_and_left_out(name: str) -> None:
    tree = ast.parse((PACKAGING / name).read_text("utf-8"))
    used = {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "trim"
    }
    assert {"data_files", "own_modules", "EXCLUDED_MODULES", "keeps_binary"} <= used


def test_macos_is_told_of_our_links_and_files() -> None:
    info = plistlib.loads((PACKAGING / "macos" / "Info.plist").read_bytes())
    assert info["CFBundleURLTypes"][0]["CFBundleURLSchemes"] == [SCHEME]
    declared = info["UTExportedTypeDeclarations"][0]
    tags = declared["UTTypeTagSpecification"]
    assert tags["public.filename-extension"] == [FILE_SUFFIX.removeprefix(".")]
    assert tags["public.mime-type"] == [MEDIA_TYPE]
    document = info["CFBundleDocumentTypes"][0]
    assert document["LSItemContentTypes"] == [declared["UTTypeIdentifier"]]
    assert info["NSHighResolutionCapable"] is True


def test_what_the_hardened_runtime_allows_is_only_what_python_needs() -> None:
    allowed = plistlib.loads((PACKAGING / "macos" / "entitlements.plist").read_bytes())
    assert set(allowed) == {
        "com.apple.security.cs.allow-unsigned-executable-memory",
        "com.apple.security.cs.disable-library-validation",
    }
    assert not any("network" in name for name in allowed)


def test_windows_is_told_of_our_links_and_files_for_this_person_alone() -> None:
    script = read("packaging/windows/installer.iss")
    assert "PrivilegesRequired=lowest" in script
    roots = re.findall(r"^Root: (\w+);", script, re.MULTILINE)
    assert set(roots) == {"HKA"}
    assert f"Software\\Classes\\{SCHEME}\\shell\\open\\command" in script
    assert f"Software\\Classes\\{FILE_SUFFIX}" in script
    assert MEDIA_TYPE in script
    assert f'AppUserModelID: "{ID}"' in script


def test_nothing_that_windows_uninstalls_is_what_a_person_keeps() -> None:
    script = read("packaging/windows/installer.iss")
    assert "[UninstallDelete]" not in script
    deleted = re.findall(r'^Type: filesandordirs; Name: "(.*)"', script, re.MULTILINE)
    assert deleted == ["{app}\\program"]


def test_the_flatpak_asks_for_no_network_and_no_home() -> None:
    manifest = read(f"packaging/flatpak/{ID}.yml")
    assert f"id: {ID}\n" in manifest
    asked = re.findall(r"^  - --(\S+)$", manifest, re.MULTILINE)
    assert asked == [
        "socket=wayland",
        "socket=fallback-x11",
        "share=ipc",
        "socket=cups",
        "filesystem=host-etc:ro",
        "env=EVIDENCE_READER_MACHINE=/run/host/etc/evidence-reader",
    ]


def test_every_system_gets_the_same_name_for_what_a_person_keeps() -> None:
    assert MEDIA_TYPE in read("packaging/linux/evidence-reader.xml")
    assert f"<id>{ID}</id>" in read("packaging/linux/evidence-reader.metainfo.xml")


@pytest.mark.parametrize("name", ["ci.yml", "release.yml"])
def test_a_workflow_pins_what_it_uses_and_names_no_index(name: str) -> None:
    text = read(f".github/workflows/{name}")
    used = re.findall(r"uses: (\S+)", text)
    assert used
    assert [
        each for each in used if not re.fullmatch(r"actions/[\w-]+@v\d+", each)
    ] == []
    assert "://" not in text
    assert "index-url" not in text
    assert "permissions:\n  contents: read\n" in text


def test_the_packages_that_freeze_are_locked() -> None:
    extras = tomllib.loads(read("pyproject.toml"))["project"]["optional-dependencies"]
    assert any(each.startswith("pyinstaller") for each in extras["package"])
    assert "pyinstaller==" in read("requirements-package.lock")
