"""The way of running on Linux: a fork server that keeps standby children ready, and the host's hold on them."""
