# The guide

guide-title = Guide
guide-print = Print the guide
