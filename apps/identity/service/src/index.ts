export { loadDemonstrationAccounts, type ListedAccount } from './accounts/load-accounts'
export { service } from './service'
