"""What parties do and say towards each other, week by week, and the network of all of them."""
