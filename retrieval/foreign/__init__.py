"""How are questions read that are not in English?"""
