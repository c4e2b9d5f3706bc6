"""What is near in meaning, in whatever words and language?"""
