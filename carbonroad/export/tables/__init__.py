"""The rows of all tables, typed; csv, xlsx and docx write them."""
