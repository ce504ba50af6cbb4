# Officers: the common key, the shares that open.

officer-title = Waiting for the officers
officer-key = Make the board’s common key
officer-key-to-begin = No key is in force for the present officers: nothing can be sealed or opened.
officer-key-lost = The share of { $who } went with a computer. The others still open what is sealed; if another share were lost, nobody could. Make the key again together.
officer-key-turn = Your turn: step { $step } of { $steps }.
officer-key-waiting = Step { $step } of { $steps } done. Waiting for { $who }.
officer-key-do = Do my part…
officer-key-what = This key seals sheets and ballots. It will take { $n } of { $m } officers, together, to open; nobody ever holds the whole of it.
officer-key-officers = Officers: { $who }.
officer-step-1 = Everybody commits to a secret drawn here.
officer-step-2 = Everybody publishes what proves their part.
officer-step-3 = Everybody sends the others their part, sealed.
officer-step-4 = Everybody confirms that all have the same key.
officer-key-after = Nothing is opened by this. Between two steps you may close the program or switch the computer off: the rest will be offered here.
officer-key-go = Do step { $step }
officer-busy = One moment…
officer-open-sheets = Open the sheets: { $solution }
officer-open-ballots = Open the ballots: { $solution }
officer-open-do = Give my shares…
officer-open-go = Give my shares
officer-boxes-sheets = { $n ->
    [one] One sealed sheet counts.
   *[other] { $n } sealed sheets count.
  }
officer-boxes-ballots = { $n ->
    [one] One sealed ballot counts.
   *[other] { $n } sealed ballots count.
  }
officer-last-sheets = Your shares are the last that it takes: the board will read all sheets together, as soon as they reach the registry.
officer-last-ballots = Your shares are the last that it takes: all choices will be read together, with the names, as soon as they reach the registry.
officer-not-last = { $n ->
    [one] Nothing opens yet: it will then take one officer among { $who }.
   *[other] Nothing opens yet: it will then take { $n } officers among { $who }.
  }
officer-published = Shares already given by { $who }.
officer-no-return = Shares cannot be taken back. Each envelope is checked first; one that is not in order gets no share, and its author is named.
officer-no-quorum = No quorum: these ballots stay sealed.
officer-missing = { $n ->
    [one] One officer’s shares are missing.
   *[other] The shares of { $n } officers are missing.
  }
officer-mine-in = Your shares are given. Waiting for { $who }.
officer-faults = { $n ->
    [one] One envelope is not in order
   *[other] { $n } envelopes are not in order
  }
officer-faults-text = They got no share and will not be read. Tell the chair.
officer-said-key = The common key is in force.
officer-said-step = Your step is done.
officer-said-shares = Your shares are given.
