"""Tables of what is known of schools, offices and journals, each row with its source and how sure it is."""
