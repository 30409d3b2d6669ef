"""Measures the whole pipeline on drawn dossiers whose seeds, fonts and layouts nobody tuned on."""
