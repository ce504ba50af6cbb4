/** A small PDF of plain text, written by hand: invented evidence for looking at the review desk in a browser. */

const body = [
  ['#4. Résultats'],
  ['#4.1 Critère de jugement principal'],
  [
    'Entre mars 2024 et juin 2025, 312 patients ont été répartis au hasard dans 14',
    'centres (156 par bras). À six mois, le taux d’hospitalisations non programmées',
    'était de 21,2 % dans le bras OncoSuivi contre 33,1 % dans le bras suivi habituel,',
    'soit une différence absolue de 11,9 points (IC à 95 % : 2,1 à 21,4 ; p = 0,018).',
  ],
  [
    'Chaque événement a été examiné par un comité d’adjudication indépendant,',
    'composé de trois cliniciens n’ayant pas connaissance du bras de traitement.',
    'La concordance entre relecteurs était élevée.',
  ],
  [
    'Les données manquantes concernaient 14 patients du bras intervention',
    '(9,0 %) et 6 patients du bras témoin (3,8 %), perdus de vue avant le sixième',
    'mois. L’analyse de sensibilité, qui compte une hospitalisation pour chaque perdu',
    'de vue, ne change pas le sens du résultat.',
  ],
  ['#4.2 Évolution des hospitalisations'],
  [
    'La séparation des courbes apparaît dès le deuxième mois et se maintient',
    'jusqu’au terme du suivi (figure 2).',
  ],
]

/** Windows-1252 bytes as octal escapes, which is what `WinAnsiEncoding` reads. */
function escape(text: string): string {
  const special: Record<string, number> = { '’': 0x92, '–': 0x96, '«': 0xab, '»': 0xbb, œ: 0x9c, '…': 0x85 }
  return [...text]
    .map((char) => {
      const code = special[char] ?? char.charCodeAt(0)
      return code > 126 || '()\\'.includes(char) ? '\\' + code.toString(8).padStart(3, '0') : char
    })
    .join('')
}

function page(title: string, number: number): string {
  const out: string[] = ['BT']
  const line = (font: string, size: number, x: number, y: number, text: string) =>
    out.push(`/${font} ${size} Tf 1 0 0 1 ${x} ${y} Tm (${escape(text)}) Tj`)
  line(
    'F1',
    9,
    70,
    800,
    `${title}, page ${number}. Document de démonstration : produit, essai et chiffres inventés.`,
  )
  let y = 760
  for (let round = 0; round < 2; round++) {
    for (const paragraph of body) {
      for (const text of paragraph) {
        if (text.startsWith('#')) line('F2', text.startsWith('#4. ') ? 16 : 12, 70, (y -= 10), text.slice(1))
        else line('F1', 11.5, 70, y, text)
        y -= 17
      }
      y -= 8
    }
  }
  out.push('ET')
  return out.join('\n')
}

export function textPdf(title: string, pages: number): Uint8Array {
  const objects: string[] = []
  const kids = Array.from({ length: pages }, (_, i) => `${5 + 2 * i} 0 R`).join(' ')
  objects[1] = '<< /Type /Catalog /Pages 2 0 R >>'
  objects[2] = `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`
  objects[3] = '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>'
  objects[4] = '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Bold /Encoding /WinAnsiEncoding >>'
  for (let i = 0; i < pages; i++) {
    const stream = page(title, i + 1)
    objects[5 + 2 * i] =
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${6 + 2 * i} 0 R ` +
      `/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>`
    objects[6 + 2 * i] = `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`
  }
  let text = '%PDF-1.4\n'
  const offsets: number[] = []
  for (let i = 1; i < objects.length; i++) {
    offsets[i] = text.length
    text += `${i} 0 obj\n${objects[i]}\nendobj\n`
  }
  const table = offsets.slice(1).map((at) => `${String(at).padStart(10, '0')} 00000 n \n`)
  const size = objects.length
  text += `xref\n0 ${size}\n0000000000 65535 f \n${table.join('')}`
  text += `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.lastIndexOf('xref\n0')}\n%%EOF\n`
  return Uint8Array.from(text, (char) => char.charCodeAt(0))
}
