import type { DataSource } from 'typeorm'

interface Role {
  name: string
  mighty: boolean
  owned: number
}

/**
 * @throws Error when the service's role could get round row security: superuser, BYPASSRLS, CREATEROLE or REPLICATION, by itself or as
 * member of another role, or owner of its tables
 */
export async function requireOrdinaryRole(source: DataSource): Promise<void> {
  const [role]: Role[] = await source.query(
    `select current_user as name,
            exists (select from pg_roles r where (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolreplication) and pg_has_role(current_user, r.oid, 'member')) as mighty,
            (select count(*)::int from pg_class join pg_namespace n on n.oid = relnamespace where relkind in ('r', 'p') and nspname = current_schema() and pg_has_role(relowner, 'member')) as owned`,
  )
  if (!role || role.mighty || role.owned > 0)
    throw new Error(`数据库角色 ${role?.name ?? ''} 的权限过大（超级用户、BYPASSRLS、CREATEROLE、REPLICATION 或表的所有者），服务拒绝启动。请为服务配置 *_app 角色。`)
}
