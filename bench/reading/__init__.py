"""How fast and how right pages are read, against pdfplumber, plain rapidocr and tesseract, in one run."""
