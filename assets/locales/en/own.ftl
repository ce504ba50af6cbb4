# What this computer holds, and what the registry can know

own-title = Your data
own-folder = Everything lies encrypted in:
own-size = { $size }, with { $files ->
    [0] no file of evidence
    [one] one file of evidence
   *[other] { $files } files of evidence
} on this computer.
own-export = Take my work away (JSON)…
own-export-text = Your marks, reasons, passages, notes and declarations, in clear, in a file that you keep. Nothing of anybody else.
own-exported = Your work is saved
own-known = What the registry knows about me
own-known-text = The registry reads neither your name nor your texts, marks or choices. It keeps in clear:
own-known-member = An identifier drawn at random
own-known-computers = Computers
own-known-roles = Roles
own-known-declarations = Declarations of interests
own-known-links = of which “I have a link”, without saying which
own-known-recusals = Recusals
own-known-assignments = Dossiers assigned
own-known-sheets = Sheets submitted, sealed
own-known-ballots = Ballots received, sealed
own-known-first = First thing received
own-known-last = Last thing received
own-known-never = It also sees addresses and hours of connection, and the size of what is sent, in steps.
