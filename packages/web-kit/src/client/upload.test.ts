import { expect, it } from 'vitest'
import { localServer } from '../testing/local-server'
import { sendWithProgress } from './upload'

const OPEN = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' }

async function upload(signal?: AbortSignal) {
  const origin = await localServer((request, response) => {
    if (request.method === 'OPTIONS') return void response.writeHead(204, OPEN).end()
    return void request.resume().on('end', () => response.writeHead(422, { ...OPEN, 'content-type': 'application/problem+json' }).end('{"code":"file-too-large"}'))
  })
  const percents: number[] = []
  const body = new FormData()
  body.append('file', new File(['x'.repeat(5000)], '照片.png'))
  const response = await sendWithProgress({ method: 'POST', url: `${origin}/`, headers: new Headers(), body, signal, onProgress: (percent) => percents.push(percent) })
  return { response, percents }
}

it('ends at a hundred percent with the service’s answer, refusals included', async () => {
  const { response, percents } = await upload()
  expect(response.status).toBe(422)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(await response.json()).toEqual({ code: 'file-too-large' })
  expect(percents.at(-1)).toBe(100)
})

it('does not begin when it has been cancelled', async () => {
  await expect(upload(AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' })
})
