import type * as C from '../contract'

type Answer = <T>(command: keyof C.Desk, make: () => T) => Promise<T>

/** Versions of the invented files: none is replaced until somebody files another. */
export function versions(answer: Answer, files: C.EvidenceFile[], now: number) {
  let view: C.VersionsView = {
    open: true,
    files: files.map(({ file, number, version, title, bytes }) => ({
      file,
      number,
      version,
      title,
      name: `${file}.pdf`,
      bytes,
      filed_at: now - 9 * 86_400_000,
      change: null,
      newest: true,
    })),
  }
  return {
    review_versions: () => answer('review_versions', (): C.Replaced[] => []),
    evidence_versions: () => answer('evidence_versions', () => view),
    evidence_replace: ({ file, change }: { file: string; change: string }) =>
      answer('evidence_replace', () => {
        view = {
          ...view,
          files: view.files.flatMap((one) => {
            if (one.file !== file) return [one]
            const next = { ...one, file: `${file}-2`, version: one.version + 1, filed_at: now, change }
            return [next, { ...one, newest: false }]
          }),
        }
        return view
      }),
  }
}
