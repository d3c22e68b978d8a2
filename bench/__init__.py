"""Measures the reader against its budgets; never installed."""
