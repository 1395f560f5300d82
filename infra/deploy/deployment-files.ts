import { schemaOf } from '@xishan/service-kit'

const FIRST_PORT = 8101
const CONTAINER_PORT = 8080

const portOf = (line: string, lines: readonly string[]): number => FIRST_PORT + lines.indexOf(line)
const others = (line: string, lines: readonly string[]): string[] => lines.filter((other) => other !== line)
const peers = (line: string, lines: readonly string[], origin: (other: string) => string): string => others(line, lines).map((other) => `${other}=${origin(other)}/api/${other}`).join(',')

function serviceEnv(line: string, lines: readonly string[]): string {
  const origin = (other: string) => `http://127.0.0.1:${portOf(other, lines)}`
  return `# ${line}: copy to ${line}.env (compose) or /etc/xishan/${line}.env (systemd), readable by its reader only. Nothing has a secret default.
# Under compose PORT, IDENTITY_URL, PEERS, SEALS_FILE and TRUSTED_PROXIES are set by compose.yaml.
MODE=production
# The role that owns nothing; the service refuses any other. Under compose the host is \`postgres\`. Use letters, digits, - and _ in the password.
DATABASE_URL=postgres://${schemaOf(line)}_app:<password>@127.0.0.1:5432/xishan
PORT=${portOf(line, lines)}
# What stands in the browser's address line.
PUBLIC_ORIGINS=https://minzheng.example
IDENTITY_URL=${origin('identity')}/api/identity
PEERS=${peers(line, lines, origin)}
# \`id:64 hex\`, the first one is current: openssl rand -hex 32. The same ring in every service; lost keys are lost data.
DATA_KEYS=
# Signs payment files: \`id:64 hex\`, an SM2 private key: openssl rand -hex 32. Left empty, they carry their digest and say that they are unsigned.
SIGNING_KEY=
# 32 characters or more, another one for each service: openssl rand -base64 36
SERVICE_SECRET=
# Appended to only; copy it to another machine, it is what the audit is checked against.
SEALS_FILE=/var/lib/xishan/${line}/seals.jsonl
SECURE_COOKIES=true
# Whose word about the address of a visitor is believed: the gateway's.
TRUSTED_PROXIES=loopback
# Means nothing in production.
DEMONSTRATION_START=2025-09-30
LOG_LEVEL=info
${line === 'identity' ? identityEnv(lines) : ''}`
}

const identityEnv = (lines: readonly string[]): string => `# The SERVICE_SECRET of each other service.
SERVICE_SECRETS=${others('identity', lines).map((line) => `${line}=`).join(',')}
# Sign-in by an outside OpenID Connect issuer beside the password: all three or none.
#OIDC_ISSUER=
#OIDC_CLIENT_ID=
#OIDC_CLIENT_SECRET=
#OIDC_TITLE=
`

const migrateEnv = (line: string): string => `# ${line}: for \`migrate\` and \`verify-audit\` only; the running service never sees it. Copy to ${line}.migrate.env or /etc/xishan/${line}.migrate.env.
# Under compose the host is \`postgres\`.
MIGRATOR_DATABASE_URL=postgres://${schemaOf(line)}_migrator:<password>@127.0.0.1:5432/xishan
SEALS_FILE=/var/lib/xishan/${line}/seals.jsonl
`

const provisionEnv = (lines: readonly string[]): string => `# PGPASSWORD is POSTGRES_PASSWORD; the others stand again in the DATABASE_URL of each service. Letters, digits, - and _.
PGPASSWORD=
${lines.flatMap((line) => ['APP', 'MIGRATOR'].map((role) => `${schemaOf(line).toUpperCase()}_${role}_PASSWORD=\n`)).join('')}`

const upstreams = (head: string, lines: readonly string[], origin: (line: string) => string): string =>
  `${head}
map $line $xishan_service {
${lines.map((line) => `  ${line} ${origin(line)};\n`).join('')}  default "";
}
`

const composeMigration = (line: string): string => `  ${line}-migrate:
    <<: *once
    image: xishan/${line}:\${XISHAN_VERSION:-0.1.0}
    env_file: [env/${line}.migrate.env]

`

const composeService = (line: string, lines: readonly string[]): string => `  ${line}:
    <<: *service
    image: xishan/${line}:\${XISHAN_VERSION:-0.1.0}
    build: { context: ../.., dockerfile: infra/deploy/Dockerfile, target: service, args: { SERVICE: ${line}, XISHAN_VERSION: '\${XISHAN_VERSION:-0.1.0}' } }
    env_file: [env/${line}.env]
    environment:
      PORT: '${CONTAINER_PORT}'
      IDENTITY_URL: http://identity:${CONTAINER_PORT}/api/identity
      PEERS: ${peers(line, lines, inCompose)}
      SEALS_FILE: /var/lib/xishan/seals.jsonl
      TRUSTED_PROXIES: uniquelocal
    volumes: ['${line}-seals:/var/lib/xishan']
    depends_on: { ${line}-migrate: { condition: service_completed_successfully }${line === 'identity' ? '' : ', identity: { condition: service_healthy }'} }

`

const inCompose = (line: string): string => `http://${line}:${CONTAINER_PORT}`

/** Puts the lines' own parts into compose.yaml, between the marks that stand there. @throws RangeError when a mark is missing */
function composeFile(present: string, lines: readonly string[]): string {
  const parts: [mark: string, text: string][] = [
    ['services', lines.map(composeMigration).join('') + lines.map((line) => composeService(line, lines)).join('')],
    ['volumes', lines.map((line) => `  ${line}-seals:\n`).join('')],
  ]
  const filled = parts.reduce((file, [mark, text]) => between(file, mark, text), present)
  return filled.replace(/(SCHEMAS: )[a-z_ ]+(?= })/, (_, name: string) => name + lines.map(schemaOf).join(' '))
}

function between(file: string, mark: string, text: string): string {
  const begin = `  # ${mark} of the lines, written by deployment-files\n`
  const end = `  # end of the ${mark} of the lines\n`
  const [from, to] = [file.indexOf(begin), file.indexOf(end)]
  if (from < 0 || to < from) throw new RangeError(`compose.yaml has no place for the ${mark} of the lines`)
  return file.slice(0, from + begin.length) + text + file.slice(to)
}

/**
 * Every file of the deployment that names the lines, by its path in infra/deploy. A line is entered in infra/host/lines.ts, in the order of
 * its port, and nowhere here.
 */
export function deploymentFiles(lines: readonly string[], compose: string): Map<string, string> {
  return new Map([
    ...lines.map((line): [string, string] => [`env/${line}.env.example`, serviceEnv(line, lines)]),
    ...lines.map((line): [string, string] => [`env/${line}.migrate.env.example`, migrateEnv(line)]),
    ['env/provision.env.example', provisionEnv(lines)],
    [
      'gateway/services.compose.conf',
      upstreams('# Where the services are in compose: asked again and again, because a container that was made anew has another address.\nresolver 127.0.0.11 valid=10s ipv6=off;', lines, inCompose),
    ],
    ['gateway/services.systemd.conf', upstreams("# Where the services are when systemd runs them on the gateway's machine; another machine's address does as well.", lines, (line) => `http://127.0.0.1:${portOf(line, lines)}`)],
    ['monitoring/services.json', `${JSON.stringify(lines.map((line) => ({ targets: [`127.0.0.1:${portOf(line, lines)}`], labels: { __metrics_path__: `/api/${line}/metrics` } })), null, 2)}\n`],
    ['compose.yaml', composeFile(compose, lines)],
  ])
}
