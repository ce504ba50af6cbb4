# Searching everything that may be read

search-title = Search
search-field = Search all evidence and your own writing
search-help = Evidence, notes, reasons, cited passages and criteria of your dossiers. Accents do not matter; "in quotes" looks for the phrase. Arrows to choose, Enter to open.
search-places = Passages found
search-count = { $n ->
    [one] One passage
   *[other] { $n } passages
} in { $d ->
    [one] one dossier
   *[other] { $d } dossiers
}.
search-more = The { $n } best passages, in { $d ->
    [one] one dossier
   *[other] { $d } dossiers
}. Add a word to narrow it down.
search-none = Nothing found.
search-none-text = Try fewer words, or the beginning of a word. A file without text, or one that is not read yet, cannot be found.
search-dossier = { $number } · { $solution }
search-hit-page = { $title }, page { $p }
search-hit-note = Your note, { $title }, page { $p }
search-hit-passage = Cited for { $c }, { $title }, page { $p }
search-hit-reason = Your reason, criterion { $c }
search-hit-criterion = Criterion { $c }
search-texts = Text read: { $a ->
    [0] no file
    [one] one file
   *[other] { $a } files
} of { $b }.
search-texts-stop = Stop reading
search-texts-resume = Go on reading
search-texts-silent = { $n ->
    [one] One file has no text: cite regions of it and note what they show.
   *[other] { $n } files have no text: cite regions of them and note what they show.
}
act-search-all = Search all dossiers
