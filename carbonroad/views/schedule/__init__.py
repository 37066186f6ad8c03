"""The schedule as a document: dates and floats, chains, delays, the forecast."""

from carbonroad.views.schedule.delay_page import delay_document
from carbonroad.views.schedule.forecast_page import forecast_document
from carbonroad.views.schedule.page import schedule_document
from carbonroad.views.schedule.path_page import path_document

__all__ = ["delay_document", "forecast_document", "path_document", "schedule_document"]
