export * from '@xishan/domain'
