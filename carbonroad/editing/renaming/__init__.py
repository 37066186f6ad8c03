"""One id under another name, everywhere and nowhere else."""
