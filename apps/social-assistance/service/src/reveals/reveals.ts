export const reveals = { entities: [], controllers: [], providers: [] }
