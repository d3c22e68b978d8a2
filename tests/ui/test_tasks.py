import threading
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from pytestqt.qtbot import QtBot

from reader.model.errors import BugError, KnownError
from reader.ui.tasks import Answer, Worker


@dataclass
class File:
    """Stands for a library; notes on which thread it was used."""

    threads: set[int] = field(default_factory=set)
    closed: bool = False

    def close(self) -> None:
        self.closed = True


@dataclass
class Desk:
    worker: Worker[File]
    file: File
    answers: list[Answer]

    def take(self, answer: Answer) -> None:
        self.answers.append(answer)


@pytest.fixture
def desk(qapp: object) -> Iterator[Desk]:
    del qapp
    file = File()
    worker = Worker[File](lambda: file, "the test")
    made = Desk(worker, file, [])
    worker.answered.connect(made.take)
    yield made
    worker.close()


def test_an_answer_comes_back_to_the_asking_thread(desk: Desk, qtbot: QtBot) -> None:
    def question(file: File) -> int:
        file.threads.add(threading.get_ident())
        return 42

    with qtbot.waitSignal(desk.worker.answered):
        number = desk.worker.ask("lane", question)
    assert desk.answers == [Answer("lane", number, 42)]
    assert threading.get_ident() not in desk.file.threads


def test_only_the_newest_question_of_a_lane_is_answered(
    desk: Desk, qtbot: QtBot
) -> None:
    gate = threading.Event()
    asked: list[int] = []

    def question(number: int) -> int:
        gate.wait(5)
        asked.append(number)
        return number

    with qtbot.waitSignal(desk.worker.answered):
        desk.worker.ask("lane", lambda _file: question(1))
        desk.worker.ask("lane", lambda _file: question(2))
        desk.worker.ask("lane", lambda _file: question(3))
        desk.worker.ask("lane", lambda _file: question(4))
        gate.set()
    assert [answer.value for answer in desk.answers] == [4]
    assert 2 not in asked
    assert 3 not in asked


def test_lanes_do_not_overtake_one_another(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignals([desk.worker.answered] * 2):
        desk.worker.ask("one", lambda _file: 1)
        desk.worker.ask("two", lambda _file: 2)
    assert [answer.lane for answer in desk.answers] == ["one", "two"]


def test_every_job_is_done_but_a_cancelled_one_is_not_reported(
    desk: Desk, qtbot: QtBot
) -> None:
    gate = threading.Event()
    started = threading.Event()

    def slow(_file: File) -> str:
        started.set()
        gate.wait(5)
        return "slow"

    under_way = desk.worker.run(slow)
    waiting = desk.worker.run(lambda _file: "waiting")
    started.wait(5)
    desk.worker.cancel(under_way)
    desk.worker.cancel(waiting)
    with qtbot.waitSignal(desk.worker.answered):
        last = desk.worker.run(lambda _file: "last")
        gate.set()
    assert desk.answers == [Answer("", last, "last")]


def test_a_known_failure_comes_back_as_itself(desk: Desk, qtbot: QtBot) -> None:
    error = KnownError("The disk is full.", "Free some space.")

    def question(_file: File) -> None:
        raise error

    with qtbot.waitSignal(desk.worker.answered):
        desk.worker.ask("lane", question)
    assert desk.answers[0].error is error


class PanicException(BaseException):
    """A panic of Rust, as PyO3 names it: no `Exception`."""


@pytest.mark.parametrize("mistake", [ZeroDivisionError(), PanicException()])
def test_a_mistake_of_ours_is_logged_and_the_worker_goes_on(
    desk: Desk, qtbot: QtBot, expect_log: object, mistake: BaseException
) -> None:
    assert callable(expect_log)
    expect_log("ERROR reader.ui.tasks: work on the test failed")

    def question(_file: File) -> int:
        raise mistake

    with qtbot.waitSignal(desk.worker.answered):
        desk.worker.ask("lane", question)
    assert isinstance(desk.answers[0].error, BugError)
    with qtbot.waitSignal(desk.worker.answered):
        desk.worker.ask("lane", lambda _file: 2)
    assert desk.answers[1].value == 2


def test_closing_finishes_jobs_drops_questions_and_ends_the_thread(
    desk: Desk, qtbot: QtBot
) -> None:
    done: list[str] = []
    with qtbot.waitSignal(desk.worker.answered):
        desk.worker.ask("lane", lambda _file: None)
    gate = threading.Event()
    desk.worker.run(lambda _file: gate.wait(5))
    desk.worker.run(lambda _file: done.append("job"))
    desk.worker.ask("lane", lambda _file: done.append("question"))
    gate.set()
    desk.worker.close()
    assert "job" in done
    assert desk.file.closed
    assert "the test" not in [thread.name for thread in threading.enumerate()]
    desk.worker.close()


def test_a_file_that_cannot_be_opened_is_tried_again_for_the_next_question(
    qtbot: QtBot,
) -> None:
    tries: list[int] = []

    def opener() -> File:
        tries.append(1)
        if len(tries) == 1:
            raise KnownError("It is locked.")
        return File()

    worker = Worker[File](opener, "the test")
    answers: list[Answer] = []
    worker.answered.connect(answers.append)
    for _ in range(2):
        with qtbot.waitSignal(worker.answered):
            worker.ask("lane", lambda _file: "open")
    worker.close()
    assert isinstance(answers[0].error, KnownError)
    assert answers[1].value == "open"
