export { ElInputNumber, ElOption, ElOptionGroup, ElRadio, ElRadioButton, ElRadioGroup, ElSelect, ElSwitch } from 'element-plus'
