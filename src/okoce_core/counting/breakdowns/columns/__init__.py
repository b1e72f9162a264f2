"""The columns that figures are broken down by: what is said of each person and enterprise in one dimension."""
