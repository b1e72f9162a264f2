"""Ends that hold whatever the truth is: unions where partners gave only totals or samples, or links are doubtful."""
