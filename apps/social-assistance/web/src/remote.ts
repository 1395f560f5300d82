import { contract } from '@xishan/social-assistance-contract'
import { defineRemote } from '@xishan/web-kit'

export default defineRemote({
  id: 'social-assistance',
  title: '社会救助',
  contract,
  menu: [],
  routes: [],
})
