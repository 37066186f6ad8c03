"""The answers of `schedule`: each a page, or the same as JSON or CSV."""

from codecs import BOM_UTF8
from typing import TYPE_CHECKING

from carbonroad import __version__
from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.texts.said import say
from carbonroad.cli.console import Console
from carbonroad.cli.language import words as run_words
from carbonroad.cli.options.item_ids import find_item
from carbonroad.cli.options.lists import check_word
from carbonroad.cli.schedule_delays import Asked
from carbonroad.compute.scheduling.paths import Paths
from carbonroad.views.schedule.page import Choice, chosen
from carbonroad.views.words import Words

if TYPE_CHECKING:
    from carbonroad.cli.rendering.ready import Ready
    from carbonroad.compute.delays.delays import Delayed
    from carbonroad.compute.delays.shortfalls import Shortfall
    from carbonroad.compute.forecasting.chains import MissedChain
    from carbonroad.compute.forecasting.forecast import Forecasts
    from carbonroad.export.json_values import Json
    from carbonroad.views.document import Document

_ENDINGS = {"table": "txt", "csv": "csv", "json": "json", "md": "md"}


class Question(NamedTuple):
    """What is asked, as typed."""

    form: str
    path_to: str | None
    delays: tuple[Asked, ...]
    forecast: bool
    critical: bool
    industries: tuple[str, ...]


def answer(
    console: Console, ready: "Ready", question: Question, output: str | None
) -> tuple[str, str | bytes]:
    """Return the file name and the text or bytes of one roadmap's answer."""
    system = ready.project.system
    for name in question.industries:
        check_word(console, "--industry", name, [part.id for part in system.parts])
    parts = question.industries or ready.parts
    answerer = _Answerer(console, ready, question, Choice(parts, question.critical))
    made = {"json": answerer.json, "csv": answerer.csv}.get(question.form)
    data: str | bytes = answerer.shown(output) if made is None else made()
    if question.form == "csv" and output is not None and isinstance(data, bytes):
        data = BOM_UTF8 + data  # by which a spreadsheet knows that a file of Chinese words is UTF-8
    return f"{system.name}-schedule.{_ENDINGS[question.form]}", data


class _Answerer:
    """Answers one question about one roadmap."""

    def __init__(self, console: Console, ready: "Ready", question: Question, choice: Choice) -> None:
        self.console, self.question, self.choice = console, question, choice
        self.system, self.facts = ready.project.system, ready.project.facts
        self.words = Words(self.system, self.facts, run_words().tag or "en")
        self.paths = Paths(self.system, self.facts.due, self.facts.schedule)
        self.home = choice.parts[0] if len(choice.parts) == 1 else ""

    def shown(self, output: str | None) -> str:
        """The page, for a terminal or as Markdown."""
        page = self._page()
        if self.question.form == "md":
            from carbonroad.render.markdown.alone import render_markdown_alone

            return render_markdown_alone(page)
        from carbonroad.cli.showing import columns_of
        from carbonroad.render.terminal.document import render_terminal

        if output is not None:
            return render_terminal(page, columns=None, colour=False)
        return render_terminal(page, columns=columns_of(self.console), colour=self.console.colour)

    def _page(self) -> "Document":
        from carbonroad.views import schedule as views

        if self.question.path_to is not None:
            return views.path_document(
                self.words, self.paths.to(self._item("--path-to", self.question.path_to))
            )
        if self.question.delays:
            return views.delay_document(self.words, self._delayed())
        if self.question.forecast:
            found = self.facts.forecast
            return views.forecast_document(self.words, found, self._missed(found), self.choice.parts)
        return views.schedule_document(self.words, self.paths, self._short(), self.choice)

    def json(self) -> bytes:
        """The answer for programs."""
        from carbonroad.export import json_schedule as made
        from carbonroad.export.json_export import to_bytes
        from carbonroad.views.schedule.outside import outside

        schedule = self.facts.schedule
        data: Json = {**made.head_json(self.system, __version__), **made.network_json(schedule)}
        if self.question.path_to is not None:
            ref = self._item("--path-to", self.question.path_to)
            return to_bytes({**data, "path": made.path_json(self.paths.to(ref))})
        if self.question.delays:
            return to_bytes({**data, "what_if": made.delay_json(self._delayed())})
        rows = chosen(schedule.activities.values(), self.choice)
        data["outside"] = outside(self.system, schedule, self.choice.parts)
        found = self.facts.forecast if self.question.forecast else None
        if found is not None:
            missed = [one for one in found.missed if self._is_chosen(one.ref)]
            chains = [one for one in self._missed(found) if self._is_chosen(one.item.ref)]
            data["forecast"] = made.forecast_json(found, schedule, missed, chains)
        else:
            data["shortfalls"] = made.shortfalls_json(
                [one for one in self._short() if self._is_chosen(one.ref)]
            )
            data |= self._orders()
        return to_bytes({**data, "activities": made.activities_json(self.system, rows, found)})

    def csv(self) -> bytes:
        """The answer for spreadsheets."""
        from carbonroad.export.csv_schedule import delay_csv, path_csv, schedule_csv

        lang = self.words.lang
        if self.question.path_to is not None:
            path = self.paths.to(self._item("--path-to", self.question.path_to))
            return path_csv(self.system, path, lang)
        if self.question.delays:
            return delay_csv(self.system, self._delayed(), lang)
        rows = chosen(self.facts.schedule.activities.values(), self.choice)
        if not self.facts.schedule.activities:
            self.console.note(
                say("No work states how long it takes: there are no rows. --path-to ID gives the order.")
            )
        return schedule_csv(self.system, rows, self.facts.forecast if self.question.forecast else None, lang)

    def _missed(self, found: "Forecasts") -> "list[MissedChain]":
        """What a forecast misses, by its chains."""
        from carbonroad.compute.forecasting.chains import missed_chains

        return missed_chains(self.system, self.facts.due, found)

    def _short(self) -> "list[Shortfall]":
        """What cannot be kept."""
        from carbonroad.compute.delays.shortfalls import shortfalls

        return shortfalls(self.system, self.facts.due, self.facts.schedule, self.paths)

    def _orders(self) -> "Json":
        """The controlling orders and the days between deadlines, where there is no network."""
        from carbonroad.export.json_schedule import orders_json

        return {} if self.facts.schedule.activities else orders_json(self.paths, self.choice.parts)

    def _is_chosen(self, ref: str) -> bool:
        return not self.choice.parts or ref.partition(".")[0] in self.choice.parts

    def _item(self, option: str, typed: str) -> str:
        return find_item(self.console, option, typed, self.system, self.home)

    def _delayed(self) -> "Delayed":
        """The what-if; what cannot be delayed ends the run."""
        from carbonroad.compute.delays.delays import Delay, delayed

        delays = [Delay(self._item("--delay", typed), by) for typed, by in self.question.delays]
        found = delayed(self.system, self.facts.due, self.facts.schedule, delays)
        if isinstance(found, Refusal):
            self.console.refuse(
                say("{option}: {problem}", option="--delay", problem=found.message), found.hint
            )
        return found
