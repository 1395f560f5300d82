/** A file as the service named it. */
export interface Download {
  blob: Blob
  name: string
}

/** The name in a Content-Disposition header; RFC 5987 form first, since our names are Chinese. */
export function fileName(disposition: string | null, fallback: string): string {
  const extended = disposition?.match(/filename\*=UTF-8''([^;]+)/i)?.[1]
  if (extended) return decodeURIComponent(extended)
  return disposition?.match(/filename="?([^";]+)"?/i)?.[1] ?? fallback
}

/** Hands a file to the browser's own download. */
export function saveFile({ blob, name }: Download): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** Opens a file in a tab of its own: a notice or a form to look at and print. */
export function openFile({ blob }: Download): void {
  const url = URL.createObjectURL(blob)
  window.open(url, '_blank', 'noopener')
  setTimeout(() => URL.revokeObjectURL(url), 600_000)
}
