"""One module per document type; each is found by looking in this folder."""
