export * from './read-sheet'
export * from './sheet'
export * from './write-sheet-stream'
