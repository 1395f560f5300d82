import { writeFileSync } from 'node:fs'
import { it } from 'vitest'
import { findFonts } from './fonts'
import { approvalForm, postingSheet, refusalLetter } from './paper.example'
import { renderPdf } from './render-pdf'
it('x', async () => {
  for (const [name, paper] of Object.entries({ form: approvalForm, letter: refusalLetter, posting: postingSheet(70) })) {
    const t = performance.now()
    const b = await renderPdf(paper)
    console.log(name, b.length, performance.now() - t)
    writeFileSync(`/tmp/docs/${name}.pdf`, b)
  }
  writeFileSync(`/tmp/docs/fallback.pdf`, await renderPdf(approvalForm, findFonts([])))
})
