"""The known sites: one TOML file each."""
