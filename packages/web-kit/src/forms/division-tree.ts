export interface DivisionChoice {
  code: string
  name: string
}

export interface DivisionNode {
  value: string
  label: string
  disabled: boolean
  children: DivisionNode[]
}

const parentOf = (code: string): string | undefined => (code.length > 6 ? code.slice(0, code.length - 3) : undefined)

/** District over streets over communities, by the length of the code; a division whose parent is not given stands at the top. */
export function divisionTree(divisions: readonly DivisionChoice[], level?: number): DivisionNode[] {
  const nodes = new Map<string, DivisionNode>(
    divisions
      .toSorted((a, b) => (a.code < b.code ? -1 : 1))
      .map(({ code, name }) => [code, { value: code, label: name, disabled: level !== undefined && code.length !== level, children: [] }]),
  )
  const top: DivisionNode[] = []
  for (const [code, node] of nodes) {
    const parent = nodes.get(parentOf(code) ?? '')
    const siblings = parent?.children ?? top
    siblings.push(node)
  }
  return top
}
