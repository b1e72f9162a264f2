"""Further measures of a population: business demography, status in employment, Presidential Regulation 2/2022."""
