"""Training of the clause model, with scikit-learn; the product runs plain arrays (decision 16)."""
