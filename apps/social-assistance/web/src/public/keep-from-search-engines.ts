import { onScopeDispose } from 'vue'

/** While the page is open it asks search engines to leave it out and to keep no copy: a posting must not outlive its period. */
export function keepFromSearchEngines(): void {
  const robots = document.createElement('meta')
  robots.name = 'robots'
  robots.content = 'noindex, nofollow, noarchive'
  document.head.append(robots)
  onScopeDispose(() => robots.remove())
}
