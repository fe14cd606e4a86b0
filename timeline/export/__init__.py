"""One module per format of export."""
