import type { DataSource } from 'typeorm'

/** @throws Error when the service's role could get round row security: superuser, BYPASSRLS, or owner of its tables. */
export async function requireOrdinaryRole(source: DataSource): Promise<void> {
  const [role]: { name: string; superuser: boolean; bypass: boolean; owned: number }[] = await source.query(
    `select rolname as name, rolsuper as superuser, rolbypassrls as bypass,
            (select count(*)::int from pg_class join pg_namespace n on n.oid = relnamespace where relkind in ('r', 'p') and nspname = current_schema() and pg_has_role(relowner, 'member')) as owned
     from pg_roles where rolname = current_user`,
  )
  if (!role || role.superuser || role.bypass || role.owned > 0)
    throw new Error(`数据库角色 ${role?.name ?? ''} 的权限过大（超级用户、BYPASSRLS 或表的所有者），服务拒绝启动。请为服务配置 *_app 角色。`)
}
