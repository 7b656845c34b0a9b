"""One widget for each way of answering a question, and what is said once it is answered."""
