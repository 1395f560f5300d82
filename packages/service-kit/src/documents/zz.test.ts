import { writeFileSync } from 'node:fs'
import { it } from 'vitest'
import { approvalForm, postingSheet, refusalLetter } from './paper.example'
import { renderPdf } from './render-pdf'
import { renderWord } from './render-word'
it('x', async () => {
  for (const [name, paper] of Object.entries({ form: approvalForm, letter: refusalLetter, posting: postingSheet(70) })) {
    writeFileSync(`/tmp/docs/${name}.pdf`, await renderPdf(paper))
    writeFileSync(`/tmp/docs/${name}.docx`, await renderWord(paper))
  }
})
