"""From outcomes and expectations to a verdict: pure functions and structured findings."""
