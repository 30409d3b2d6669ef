"""Application forms: what is asked, and the rows in which awards, papers, projects and patents are claimed."""
