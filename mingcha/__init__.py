"""The application that wires the rooms: command line, pipeline, batch, cases."""
