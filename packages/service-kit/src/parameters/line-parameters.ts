/** Injection token of what the line says of its parameters (`LineParameters`). */
export const LINE_PARAMETERS = Symbol('parameters of the line')
