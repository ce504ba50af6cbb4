# Certificates and labels

nav-labels = Certificates
labels-title = Certificates
labels-title-waiting = { $n ->
    [one] One label awaits its certificate
   *[other] { $n } labels await their certificates
}
labels-title-issued = { $n ->
    [0] No published label
    [one] One published label
   *[other] { $n } published labels
}
labels-to-issue = To issue
labels-issued = Published
labels-decided-on = Decided on { $day }.
labels-number = Number
labels-solution = Solution
labels-state = State
labels-until = Until
labels-actions = Actions
labels-find = Number, solution or publisher
labels-find-none = No label matches this search.
labels-none-title = No published label
labels-none-text = A label appears here as soon as its certificate is signed. Its public page opens with the next synchronisation.
labels-public = Each label has its public page at the registry. A certificate can also be checked without a network, under “Verify”.
labels-word-none = No label
labels-word-not-yet-effective = Decided
labels-word-active = In force
labels-word-active-provisional = Provisional
labels-word-formal-notice = In force
labels-word-suspended = Suspended
labels-word-withdrawn = Withdrawn
labels-word-renounced = Given up
labels-word-superseded = Superseded
labels-word-lapsed = Lapsed
labels-word-expired = Expired
label-issue = Issue…
label-issue-of = Issue the label of { $solution }
label-issued = The label of { $solution } is issued. It will be public with the next synchronisation.
label-read = Read
label-read-of = Read certificate { $number }
label-save = Save…
label-save-of = Save certificate { $number }
label-saved = Certificate saved
label-certificate = Certificate no. { $number }
label-role-chair = Présidence du comité
label-role-other = { $code }
label-form-title = Certificate of { $solution }
label-form-opening = The certificate is being prepared.
label-form-number = Public number: { $number }
label-form-effective = Takes effect on
label-form-effective-hint = Not before { $day }, the day of the decision. The label lives { $months } months.
label-form-provisional = Provisional label
label-form-provisional-hint = It lives { $months } months; evidence is due within { $evidence } months.
label-form-signatories = In the name of
label-form-name = Name of signatory { $n }
label-form-role = Role of signatory { $n }
label-form-add = Add a signatory
label-form-remove = Remove { $name }
label-form-reasons = Reasons printed
label-form-improve = What remains to improve
label-form-agreement = The holder has signed the agreement.
label-agreement-missing = A label is issued once the agreement is signed. Tick the box if it is.
label-form-consequence = Signing publishes: the certificate bears the institute’s seal and the label’s page becomes public. A published certificate cannot be taken back.
label-form-go = Sign and publish
label-form-busy = Signing
label-preview = Preview
label-preview-unsigned = Preview without a seal: nothing is signed.
pages-opening = The document is opening.
pages-page = { $name }, page { $n } of { $of }
