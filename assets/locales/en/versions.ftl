## A file has a newer version: what becomes of the passages

versions-chip = To confirm
versions-chip-followed = Newer version
versions-bar = File { $n }, “{ $title }”: a newer version has come in.
versions-bar-followed = { $n ->
    [0] No passage followed.
    [one] One identical passage followed.
   *[other] { $n } identical passages followed.
}
versions-bar-confirm = { $n ->
    [one] One passage is to be confirmed.
   *[other] { $n } passages are to be confirmed.
}
versions-compare = Compare
versions-title = Passages to confirm
versions-lede = Your marks rest on a version that was replaced. For each passage, keep the new words or take it away. The older version stays readable.
versions-what = What changes: { $change }
versions-filed = Filed on { $date }
versions-of = Criterion { $c }
versions-of-note = Your annotation
versions-of-bookmark = Your bookmark
versions-old = Older version, page { $p }
versions-new = Newer version, page { $p }
versions-nothing = Nothing of the kind stands in the newer version.
versions-region = A drawn region has no words to look for: look at it in the newer version.
versions-page = This page reads otherwise in the newer version, or has no text: see whether your bookmark still belongs there.
versions-unread = The text of this file is not read on this computer yet. Come back in a moment.
versions-why-words = The words have changed.
versions-why-surroundings = The words are the same; what stands around them has changed.
versions-why-repeated = These words come several times in the newer version: check that this is the passage.
versions-gone = removed: { $text }
versions-come = added: { $text }
versions-confirm = Confirm with the new words
versions-keep-here = Keep on this page
versions-remove = Take the passage away
versions-see-old = See the older
versions-see-new = See the newer
versions-see-followed = See the passages
versions-went = { $n ->
    [one] One identical passage followed
   *[other] { $n } identical passages followed
}
versions-went-same = page { $p }
versions-went-moved = from page { $a } to page { $b }
review-step-confirm = , passage to confirm
review-criterion-confirm = { $n ->
    [one] A cited passage changed or is gone in a new version: it is to be confirmed.
   *[other] { $n } cited passages changed or are gone in a new version: they are to be confirmed.
}
versions-confirmed = Passage confirmed in the newer version, page { $p }. { $n ->
    [0] None is left to confirm.
    [one] One is left to confirm.
   *[other] { $n } are left to confirm.
}
versions-removed = Passage taken away. { $n ->
    [0] None is left to confirm.
    [one] One is left to confirm.
   *[other] { $n } are left to confirm.
}
versions-done = Every passage rests on the newer version.
versions-locked = Your sheet is sealed: take it back to confirm these passages.
versions-close = Close
review-file-version = version { $n }
review-file-replaced = version { $n }, replaced
review-summary-confirm = To confirm

## Filing a newer version

replace-title = Files and versions
replace-lede = A newer version is filed beside the older one, which stays readable. Each member sees what becomes of their passages.
replace-version = Version { $n }, { $name }
replace-older = Earlier versions: { $n }
replace-do = File a newer version
replace-do-of = File a newer version of “{ $title }”
replace-ask = Newer version of “{ $title }”
replace-choose = Choose the file
replace-chosen = File: { $name }
replace-change = What changes, in one line
replace-cleared = I looked at this file: it holds no data of a patient
replace-consequence = The newer version goes to the members at the next exchange. The older one stays readable.
replace-go = File it
replace-said = Newer version filed.
replace-closed = The sheets are open: no version can be filed any more.
error-file-not-chosen = Choose the file first.

## Taking one's work away

take-title = Take my work away
take-lede = These files leave the encrypted desk: keep them with care.
take-picture = A picture carries no annotations: the regions that you cited are in the list of passages, with their descriptions.
take-annotated = Annotated copy of this file (PDF)
take-xfdf = Annotations of this file (XFDF)
take-markdown = Cited passages (Markdown)
take-csv = Cited passages (CSV table)
take-saved = File saved.
error-annotate-locked = This file is encrypted: it takes no annotations. Take the list of passages instead, or ask for a copy that is not encrypted.
error-annotate-unreadable = The structure of this file lets no annotation be added. Take the list of cited passages.
error-annotate-slow = This file takes too long to read for annotations. Take the list of cited passages.
error-annotate-page = One of your annotations stands on page { $page }, which this file does not have. Open it and take it away, then try again.
