-- The registry as checks ask for it: every tenant has its schema and its role, and there are no others.
CREATE VIEW inv_tenant AS SELECT slug, schema_name, role_name, state FROM tenant;
