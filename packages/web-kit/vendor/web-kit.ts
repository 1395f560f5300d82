export * from '@xishan/web-kit'
