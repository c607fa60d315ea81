-- Whose account got a refund as credit is told by the account's own entry; nobody read it here.
ALTER TABLE refund DROP COLUMN credit_account;
