# The guide

guide-title = Guide
guide-print = Imprimer le guide
