/** What staff call each service of the platform. */
export const LINE_TITLES: Record<string, string> = {
  'social-assistance': '社会救助',
  'elderly-care': '养老服务',
  'social-organizations': '社会组织',
  'funeral-management': '社会事务',
  'place-names': '地名管理',
  portal: '规划门户',
  identity: '身份与权限',
}

export const lineTitle = (line: string): string => LINE_TITLES[line] ?? line
