"""Foreign files to drafts of a roadmap: spreadsheets, schedules, calendars, policy texts."""
