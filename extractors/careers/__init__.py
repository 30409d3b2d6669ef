"""Studies, posts, appraisals, training, service and insurance: the lists, tables and sentences of their papers."""
