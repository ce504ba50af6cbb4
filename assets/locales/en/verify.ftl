# The verdict on a certificate: desktop, registry and sceau-check read these same sentences.

verdict-valid = Valid
verdict-valid-more = { $solution }, no. { $number }. This file is the one that the institute sealed.
verdict-invalid = Not valid
verdict-invalid-more = This file must not be used. Ask the publisher for the original certificate.
verdict-invalid-genuine = The certificate is genuine, but the label no longer stands: not to be relied on.
verdict-indeterminate = Indeterminate
verdict-indeterminate-more = Not everything could be checked here. Check again online before deciding.

verify-no-signature = This PDF carries no certificate signature.
verify-signature-broken = The signature is damaged, or is not of the form of a label certificate.
verify-changed = Changed after signing.
verify-added-after = Something was added after signing.
verify-unchanged = Document unchanged since signing.
verify-signer = Signed by { $name }, { $organisation }. Fingerprint of the seal: { $fingerprint }
verify-countersigned = Countersigned by { $name }.
verify-issuer-unknown = Signed by “{ $name }”, whose authority (“{ $issuer }”) is not among those that you trust.
verify-not-a-seal = The key of “{ $name }” is not an institute’s seal.
verify-seal-not-yet = The seal is valid only from { $date }.
verify-seal-expired = The seal expired on { $date }: without a time-stamp nobody can say when it was used.
verify-seal-revoked = The seal is revoked since { $date }.
verify-time = Signed on { $date }, as the signer states. Level reached: { $level }.
verify-time-future = The stated time of signing, { $date }, lies in the future.
verify-time-outside = The stated time of signing, { $date }, lies outside the life of the seal.
verify-credential-missing = The data of the certificate are missing or cannot be read.
verify-demonstration = Demonstration: institute, solution and decision are invented.
verify-other-institute = The certificate names { $institute }, the seal another organisation.
verify-label-not-yet = The label takes effect on { $date }.
verify-label-in-term = Label valid up to and including { $date }.
verify-label-expired = Label expired on { $date }.
verify-label-prolonged = The certificate ends on { $date }; the registry says that the label has been extended since.
verify-standing-unknown = Suspension or withdrawal not checked, for want of a network. Check at { $url }
verify-standing-good = Label in force, checked with the registry on { $checked }.
verify-standing-suspended = Label suspended since { $date }: not to be relied on.
verify-standing-ended = Label withdrawn or ended since { $date }.
verify-standing-superseded = Label replaced by another since { $date }.
verify-standing-unheard = The registry does not know this number.

verify-not-a-pdf = This file is not a PDF.
verify-too-large = This file is too large for a certificate (32 MB at most).
verify-no-file = This file cannot be read: { $error }
verify-no-anchor = The trust file cannot be read: the certificate of an authority is needed, in PEM or DER.
verify-anchor-none = The trust file holds no certificate: that of an authority is needed, in PEM or DER.
verify-anchor-no-authority = The trust file holds a certificate, but none of an authority.
verify-anchor-other-key = The key of this authority is not of a kind that this program can judge (P-256).
verify-anchor-too-large = The trust file is too large (4 MB at most).
verify-no-answer = This file is not the registry’s answer about this label.

verify-fact-label = Label
verify-fact-solution = Solution
verify-fact-holder = Holder
verify-fact-validity = Validity
verify-fact-validity-value = from { $from } up to and including { $until }
verify-fact-not = What this label is not: a CE mark, reimbursement by the national health insurance, an opinion of HAS, or a guarantee of safety or efficacy.
