# Reading, marking, searching evidence and taking it out.

review-done-highlight = Highlighted, page { $p }{ $colour }.
review-done-underline = Underlined, page { $p }{ $colour }.
review-done-bookmark = Bookmark set, page { $p }.
review-selected = Selection: { $text }
review-selection-cut = A passage stands on one page: only the words of page { $p } are kept.
review-mark-begin = { $what }:
review-mark-end = (end of the passage)
review-colour = Colour
review-colour-in = Highlight: { $colour }
review-colour-now = Colour: { $colour }.
colour-none = no colour
colour-for = For
colour-against = Against
colour-unclear = Unclear
colour-method = Method
review-style = Style
style-highlight = Highlight
style-underline = Underline
style-bookmark = Bookmark
review-note-markdown = Plain text or Markdown: **important**, lists with a dash.
review-copy = Copy with its reference
passage-copy = Copy the passage with its reference: { $quote }
passage-copy-short = Copy with the reference
copy-marked = Text selected: Ctrl+C copies it.
copy-refused = The clipboard refused. Nothing was copied.
review-copied = Passage copied with its reference.
review-reference = { $title }, p. { $p }; { $solution }, version { $version }, dossier { $number }
review-reference-known = { $reference }; { $solution }, version { $version }, dossier { $number }
review-reference-copy = Copy the reference
review-reference-copied = Reference copied.
review-reference-none = This reference cannot be put in form: it has its title only.
review-reference-alone = The publisher cites this publication and did not enclose it. Open it at its source, or read it where you have access.
review-reference-title = Reference of this file
review-reference-open = Open { $name } in the browser…
review-reference-warning = Sceau makes this address from the identifier. The site will see that you open it.
review-study = Kind of study: { $study }
review-find-none = Not found
review-find-reading = Reading…
review-find-of = { $a } of { $b }
review-find-at = { $a } of { $b }, page { $p }.
review-find-count = { $n ->
    [0] Not found in this file.
    [one] Found in one place.
   *[other] Found in { $n } places.
  }
review-find-previous = Previous
review-find-next = Next
review-contents = Contents and pages
review-contents-outline = Outline
review-contents-pages = Pages
review-contents-remarks = Publisher
review-contents-reading = Reading…
review-outline-none = This file has no outline.
review-remarks-none = This file carries no annotation.
review-remarks-lede = Annotations that the file came with. They are not the board's.
review-remark = Publisher's annotation: { $text }
review-remark-title = Publisher's annotation
review-remark-from = In the file, page { $p }
review-remark-by = { $author }, page { $p }
review-remark-attached = A file is attached here: { $name }. Sceau names it and never opens it.
review-attached = File attached by the publisher: { $name }
review-attachments = Attached files
review-attachments-closed = Sceau names them and does not open them.
review-link = Link to { $address }
review-link-inside = Link within this file
review-link-title = This link leads out of Sceau
review-link-warning = The address comes from the publisher's file. The site will see that you open it.
review-link-closed = Sceau opens addresses of the web only. This one stays closed.
review-link-open = Open in the browser
review-link-stay = Stay here
review-view = View
review-turn-left = Turn left
review-turn-right = Turn right
review-turned = Pages turned by { $n } degrees.
review-spread = Two pages side by side
review-night = Dark paper
review-night-hint = Light letters on a dark ground; photographs and images keep their colours.
review-as-text = The page as text
review-as-text-hint = Headings and paragraphs, in the size of your settings. For screen readers too.
review-text-lede = Headings are guessed from their size.
review-text-tagged = Headings, lists and tables follow the tags of the file.
review-text-figure = Figure: { $text }
review-back = Back to page { $n }
review-ahead = Forward to page { $n }
review-search-missed = { $n ->
    [one] One file could not be read by the search: { $files }.
   *[other] { $n } files could not be read by the search: { $files }.
}
act-underline = Underline
act-bookmark = Bookmark this page
act-colour = Next colour
act-aloud = Read aloud
aloud-stop = Stop reading
aloud-reading = Reading aloud
aloud-end = End of reading.
aloud-nothing = This page has no text to read.
aloud-no-voice = This system has no voice. Add one in its settings for speech, or read the page as text with your screen reader.
error-speech-absent = This system has no voice. Install speech-dispatcher and a voice (espeak-ng), or read the page as text with your screen reader.
error-link-kind = This address does not lead to the web. Copy it if you know what it opens.
error-link-browser = No browser answered. Copy the address.
review-other = Cited by { $who } for { $c }, { $mark }
review-other-title = Cited for criterion { $c }
review-other-torn = { $n } sheets cite this passage and do not give the same mark.
review-other-discuss = Compare and discuss
review-own-talk = Your passage for { $c }
review-others-show = Show the passages that others cited
passages-all = All my passages
passages-title = { $n ->
    [0] No passage
    [one] One passage of yours
   *[other] { $n } passages of yours
  }
passages-count = { $n ->
    [0] No passage.
    [one] One passage.
   *[other] { $n } passages.
  }
passages-none = Nothing marked yet
passages-none-text = What you cite, highlight, note or bookmark in the evidence is gathered here, over all dossiers.
passages-no-match = No passage fits these filters.
passages-filter = Filters
passages-dossier = Dossier
passages-criterion = Criterion
passages-kind = Kind
passages-any = All
passages-cited = Cited
passages-highlight = Highlighted
passages-underline = Underlined
passages-note = Note
passages-bookmark = Bookmark
