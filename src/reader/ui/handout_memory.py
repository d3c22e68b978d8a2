"""What is remembered of a handout: how it looked, its printer, the person's presets.

Never what is for one patient, and nothing at all where no trace is to be left.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QDialog

from reader.handout.options import HandoutOptions, Paper
from reader.notebook.settings import Paper as KeptPaper
from reader.ui.handout_choices import HandoutChoices
from reader.ui.handout_presets import (
    built_in,
    kept,
    last_as_text,
    last_from_text,
    preset_of,
    presets_as_text,
    presets_from_text,
)
from reader.ui.handout_printer import PrinterRow
from reader.ui.keeping import Keeper
from reader.ui.text_dialog import TextDialog

if TYPE_CHECKING:
    from reader.handout.clinic import Clinic, Preset


class HandoutMemory(QObject):
    """Recalls what was chosen last, and keeps it when a handout leaves."""

    def __init__(
        self,
        keeper: Keeper,
        choices: HandoutChoices,
        printer: PrinterRow,
        window: QDialog,
    ) -> None:
        super().__init__(window)
        self._keeper = keeper
        self._choices = choices
        self._printer = printer
        self._window = window
        self._clinic: Clinic | None = None
        self._forbidden = False
        choices.presets.keep_wanted.connect(self.ask_name)
        choices.presets.forget_wanted.connect(self.forget_preset)

    def forbid(self) -> None:
        """Remember nothing, for a public window."""
        self._forbidden = True
        self._choices.presets.withdraw_keeping()

    def recall(self) -> None:
        """Choose what was chosen last, or what the clinic prefers."""
        settings = self._keeper.settings
        otherwise = HandoutOptions(paper=Paper(settings.paper.value))
        self._printer.remembered = settings.printer
        self._offer()
        # The paper is set in the settings, too, and there it may be newer.
        last = last_from_text(settings.handout, otherwise)
        self._choices.show_options(replace(last, paper=otherwise.paper))

    @Slot(object)
    def show_clinic(self, clinic: "Clinic | None") -> None:
        """Offer the presets of a clinic; its paper and print where none was chosen."""
        self._clinic = clinic
        self._offer()
        if clinic is not None and not self._keeper.settings.handout:
            looks = self._choices.options
            self._choices.show_options(
                replace(
                    looks,
                    paper=clinic.paper or looks.paper,
                    print=clinic.print or looks.print,
                )
            )
        self._choices.show_clinic(clinic)

    @Slot()
    def remember(self) -> None:
        """Keep how the handout looks, and which printer it went to."""
        settings, looks = self._keeper.settings, self._choices.options
        if self._forbidden:
            return
        self._keeper.change_settings(
            replace(
                settings,
                handout=last_as_text(looks),
                paper=KeptPaper(looks.paper.value),
                printer=self._printer.chosen or settings.printer,
            )
        )

    # ---- presets -----------------------------------------------------------------

    @Slot()
    def ask_name(self) -> None:
        """Ask for a name for what is chosen now."""
        dialog = TextDialog(
            self._window,
            title=self.tr("Keep these choices"),
            label=self.tr("Name of the preset:"),
            text="",
            long=False,
        )
        dialog.answered.connect(self.keep_as)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def keep_as(self, name: str) -> None:
        """Keep what is chosen now under a name."""
        name = " ".join(name.split())
        if name and not self._forbidden:
            preset = preset_of(name, self._choices.looks)
            self._keep(presets_as_text(kept(self._own(), preset)))

    @Slot()
    def forget_preset(self) -> None:
        """Forget the preset that is chosen now."""
        current = self._choices.presets.current
        rest = [each for each in self._own() if each != current]
        self._keep(presets_as_text(rest))

    def _own(self) -> "tuple[Preset, ...]":
        return presets_from_text(self._keeper.settings.handout_presets)

    def _keep(self, presets: str) -> None:
        settings = replace(self._keeper.settings, handout_presets=presets)
        self._keeper.change_settings(settings)
        self._offer()
        self._choices.mark_preset()

    def _offer(self) -> None:
        own = self._own()
        clinics = self._clinic.presets if self._clinic is not None else ()
        names = [each.name for each in own]
        self._choices.presets.show_presets((*built_in(), *clinics, *own), names)
