"""Arranges the stages: order, batches, retries, dates. The only package that knows Prefect."""
