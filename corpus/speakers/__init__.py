"""Who speaks in the articles? Names, titles and roles within an article; one person across articles."""
