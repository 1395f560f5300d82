export { type TextEncoding } from './text-encoding'
export * from './delimited-fields'
export { readTextLines, writeTextLines, type TextFileFormat, type TextLine } from './text-lines'
