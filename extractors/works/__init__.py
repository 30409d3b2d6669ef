"""What papers, books, patents and prizes print: their numbers, headers, author lines and sentences."""
