"""Linimasa: Indonesian news articles become a cited chronology.

Data flows one way: article → recogniser → normaliser → claim → event → chronology → views → app.
"""

__version__ = "0.1.0"
