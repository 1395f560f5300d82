export * from './contract'
export * from './parameters'
export * from './reveals/reveal'
