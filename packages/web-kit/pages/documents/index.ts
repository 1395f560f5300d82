export { default as DeliveryDialog } from './DeliveryDialog.vue'
export { default as MaterialsPanel } from './MaterialsPanel.vue'
export { default as PapersPanel } from './PapersPanel.vue'
export { default as PaperUpload } from './PaperUpload.vue'
