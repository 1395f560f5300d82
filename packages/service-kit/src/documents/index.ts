export * from './fonts'
export * from './paper'
export * from './render-pdf'
