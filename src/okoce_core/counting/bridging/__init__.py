"""From one rulebook to another: the ordered steps, what each removed and why, and a split that asks for no order."""
