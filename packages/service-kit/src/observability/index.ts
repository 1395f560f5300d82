export * from './measurements'
