/**
 * A paper of the bureau, said once and rendered as PDF and as Word: what stands on it, not how it is drawn.
 * Text may hold line breaks. An empty value leaves an empty box to be filled by hand.
 */
export interface Paper {
  title: string
  /** Number of the case or of the document, e.g. `西民低保〔2025〕12号`. */
  number?: string
  /** `form`: a ruled approval form, small print. `letter`: a notice that is read, larger print. */
  format?: 'form' | 'letter'
  orientation?: 'portrait' | 'landscape'
  sections: readonly Section[]
  /** Small print at the foot of every page: who printed it and when. */
  footer?: string
  /** Across every page, e.g. `演示数据`. */
  watermark?: string
}

export type Section = Heading | Paragraph | Fields | Table | Opinion | Closing | Photo

export interface Heading {
  kind: 'heading'
  text: string
}

export interface Paragraph {
  kind: 'paragraph'
  text: string
  /** `address`: the addressee's line, not indented. */
  style?: 'body' | 'address' | 'centre' | 'note'
}

export interface Field {
  label: string
  value: string
  /** Takes a whole row. */
  wide?: boolean
}

/** Labels and values in ruled boxes. Joins the boxed sections before and after it to one form. */
export interface Fields {
  kind: 'fields'
  /** Stands upright at the left, beside all rows. */
  group?: string
  fields: readonly Field[]
  perRow?: 1 | 2 | 3
}

export interface TableColumn {
  title: string
  /** Share of the width, relative to the other columns. */
  width: number
  align?: 'left' | 'centre' | 'right'
}

/** A ruled table. With a group it joins the form around it; without, it stands alone and repeats its head on every page. */
export interface Table {
  kind: 'table'
  group?: string
  columns: readonly TableColumn[]
  rows: readonly (readonly string[])[]
  /** Shown instead of rows when there are none. */
  empty?: string
  /** Printed as on a form, in a letter too: an annex. */
  small?: boolean
}

export interface Signature {
  /** Who signs, e.g. `经办人`. */
  role: string
  name?: string
}

/** A box with an opinion and, at its lower right, the signatures, the seal's place and the date. Joins the form around it. */
export interface Opinion {
  kind: 'opinion'
  label: string
  text?: string
  signatures?: readonly Signature[]
  sealed?: boolean
  /** ISO business date; without it the date is left to be written. */
  date?: string
}

/** How a letter ends: who issues it, and its date, at the right. */
export interface Closing {
  kind: 'closing'
  issuer: string
  /** ISO business date. */
  date?: string
}

/** JPEG or PNG. */
export interface Photo {
  kind: 'photo'
  image: Buffer
  caption?: string
}
