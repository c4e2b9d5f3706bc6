"""The query log as a web page, for the operator: look, judge, change, look again."""
