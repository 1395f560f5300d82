const LONGEST = 100
/** Control, bidirectional and other invisible characters, private use and lone surrogates: nothing a person typed on purpose. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Zl}\p{Zp}]/gu
const FORBIDDEN = /[<>:"|?*\\/]/g
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)$/i

/**
 * A name safe to store, show and send in a header: no path, nothing invisible, no reserved name, at most 100 characters,
 * ending in the extension of what the file really is.
 */
export function safeFileName(name: string, extension: string): string {
  const base = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const clean = base.replace(INVISIBLE, '').replace(FORBIDDEN, '').replace(/\s+/g, ' ')
  const dot = clean.lastIndexOf('.')
  const stem = trimmed([...trimmed(dot > 0 ? clean.slice(0, dot) : clean)].slice(0, LONGEST - extension.length - 1).join(''))
  return `${stem === '' ? '未命名' : DEVICES.test(stem) ? `_${stem}` : stem}.${extension}`
}

/** Windows drops dots and spaces at the end; a dot in front hides a file elsewhere. */
const trimmed = (stem: string): string => stem.replace(/^[. ]+|[. ]+$/g, '')

/** The extension of a name in lower case, '' when it has none. */
export const extensionOf = (name: string): string => /\.([^./\\]+)$/.exec(name.trim())?.[1]?.toLowerCase() ?? ''
