export * from './accounts'
export * from './divisions'
export * from './plan'
export * from './parameters'
