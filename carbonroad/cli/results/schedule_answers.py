"""The answers of `schedule`: each a page, or the same as JSON or CSV."""

from codecs import BOM_UTF8
from typing import TYPE_CHECKING

from carbonroad import __version__
from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.texts.said import say
from carbonroad.cli.console import Console
from carbonroad.cli.language import words as run_words
from carbonroad.cli.options.delays import AskedDelay
from carbonroad.cli.options.item_ids import find_item
from carbonroad.cli.results.showing import file_name, shown
from carbonroad.compute.scheduling.paths import Paths
from carbonroad.views.schedule.page import Choice, chosen
from carbonroad.views.shared.words import Words

if TYPE_CHECKING:
    from carbonroad.cli.roadmaps.ready import Ready
    from carbonroad.compute.delays.delayed_plan import Delayed
    from carbonroad.compute.forecasting.forecast import Forecasts
    from carbonroad.compute.forecasting.missed_chains import MissedChain
    from carbonroad.compute.shortfalls.shortfalls import Shortfall
    from carbonroad.export.json_values import Json
    from carbonroad.views.document import Document


class Question(NamedTuple):
    """What is asked, as typed."""

    form: str
    path_to: str | None
    delays: tuple[AskedDelay, ...]
    forecast: bool
    critical: bool


def answer(
    console: Console, ready: "Ready", question: Question, output: str | None
) -> tuple[str, str | bytes]:
    """Return the file name and the text or bytes of one roadmap's answer."""
    answerer = _Answerer(console, ready, question, Choice(ready.parts, question.critical))
    data: str | bytes
    if question.form == "json":
        data = answerer.json()
    elif question.form == "csv":
        # By the mark a spreadsheet knows that a file of Chinese words is UTF-8.
        data = (b"" if output is None else BOM_UTF8) + answerer.csv()
    else:
        data = shown(console, answerer.page(), question.form, to_file=output is not None)
    return file_name(f"{ready.project.system.name}-schedule", question.form), data


class _Answerer:
    """Answers one question about one roadmap."""

    def __init__(self, console: Console, ready: "Ready", question: Question, choice: Choice) -> None:
        self.console, self.question, self.choice = console, question, choice
        self.system, self.facts = ready.project.system, ready.project.facts
        self.words = Words(self.system, self.facts, run_words().tag or "en")
        self.paths = Paths(self.system, self.facts.due, self.facts.schedule)
        self.home = choice.parts[0] if len(choice.parts) == 1 else ""

    def page(self) -> "Document":
        """The answer for people."""
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
        from carbonroad.export.json_document import head_json, json_bytes
        from carbonroad.views.schedule.outside import outside

        schedule = self.facts.schedule
        data: Json = {**head_json(self.system, __version__), **made.network_json(schedule)}
        if self.question.path_to is not None:
            ref = self._item("--path-to", self.question.path_to)
            return json_bytes({**data, "path": made.path_json(self.paths.to(ref))})
        if self.question.delays:
            return json_bytes({**data, "what_if": made.delay_json(self._delayed())})
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
        return json_bytes({**data, "activities": made.activities_json(self.system, rows, found)})

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
        from carbonroad.compute.forecasting.missed_chains import missed_chains

        return missed_chains(self.system, self.facts.due, found)

    def _short(self) -> "list[Shortfall]":
        """What cannot be kept."""
        from carbonroad.compute.shortfalls.shortfalls import shortfalls

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
        from carbonroad.compute.delays.delayed_plan import Delay, delayed

        delays = [Delay(self._item("--delay", one.item), one.by) for one in self.question.delays]
        found = delayed(self.system, self.facts.due, self.facts.schedule, delays)
        if isinstance(found, Refusal):
            self.console.refuse(
                say("{option}: {problem}", option="--delay", problem=found.message), found.hint
            )
        return found
