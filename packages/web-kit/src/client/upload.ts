interface Upload {
  method: string
  url: string
  headers: Headers
  body: string | FormData
  signal: AbortSignal | undefined
  onProgress: (percent: number) => void
}

const cancelled = () => new DOMException('The upload was cancelled', 'AbortError')

/** `fetch` cannot report how much of a body has left; XMLHttpRequest can. */
export function sendWithProgress({ method, url, headers, body, signal, onProgress }: Upload): Promise<Response> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(cancelled())
    const request = new XMLHttpRequest()
    request.open(method, url)
    headers.forEach((value, name) => request.setRequestHeader(name, value))
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? Math.round((loaded / total) * 100) : 0))
    request.addEventListener('load', () => {
      onProgress(100)
      const bodyless = request.status === 204 || request.status === 304
      resolve(new Response(bodyless ? null : request.responseText, { status: request.status, headers: { 'content-type': request.getResponseHeader('content-type') ?? '' } }))
    })
    request.addEventListener('error', () => reject(new TypeError('the connection broke')))
    request.addEventListener('abort', () => reject(cancelled()))
    signal?.addEventListener('abort', () => request.abort(), { once: true })
    request.send(body)
  })
}
