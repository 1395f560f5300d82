import { defineStore } from 'pinia'
import { ref, watchEffect } from 'vue'

const KEY = 'xs:large-type'

/** 大字版: larger letters and controls by Element Plus's own variables, remembered in this browser. */
export const useLargeType = defineStore('large-type', () => {
  const isOn = ref(localStorage.getItem(KEY) === 'yes')
  watchEffect(() => {
    document.documentElement.classList.toggle('large-type', isOn.value)
    localStorage.setItem(KEY, isOn.value ? 'yes' : 'no')
  })
  return { isOn }
})
