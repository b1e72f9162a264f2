"""Why a figure, a cell, a person or an enterprise was counted or not: the clauses, and the rows they rest on."""
