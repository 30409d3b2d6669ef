"""Opening dossiers safely and turning their files into pages of words with boxes, and provenance."""
