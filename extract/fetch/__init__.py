"""Pages from the network. The only place that knows HTTP."""
