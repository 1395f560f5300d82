import { parentPort, workerData } from 'node:worker_threads'
import { loadChunks, type Share } from './load-chunks'

await loadChunks(workerData as Share, (loaded) => parentPort?.postMessage(loaded))
