"""Calls that run beside each other."""
