"""The shared grammar of Chinese office papers: one idea a module, none of them knows a document type."""
