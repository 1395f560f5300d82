export * from './log'
export * from './measurements'
export * from './scrub'
