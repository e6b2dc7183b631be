"""Layer 5: what a project sets for the tool. Holds no law."""

from checker.project.config import CONFIG_NAME, Config, find_config, read_config

__all__ = ["CONFIG_NAME", "Config", "find_config", "read_config"]
