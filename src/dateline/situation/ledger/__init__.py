"""The ledger of positions, and what came later that bears on them."""
