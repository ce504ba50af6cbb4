/** Reasons that are being typed: a dialog that was closed by mistake gives them back, until they are signed. */
const typed = new Map<string, string>()

interface About {
  dossier: string
  member: string
}

const place = ({ dossier, member }: About) => `${dossier} ${member}`

export const kept = (of: About): string => typed.get(place(of)) ?? ''
export const keep = (of: About, words: string): void => void typed.set(place(of), words)
export const forget = (of: About): void => void typed.delete(place(of))
