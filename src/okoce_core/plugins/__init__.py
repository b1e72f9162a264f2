"""Adapters of this project and of anyone else's, found through the same entry points; nothing is loaded until asked."""

from okoce_core.plugins.registry import PluginState, PluginStatus, Registry

__all__ = ["PluginState", "PluginStatus", "Registry"]
