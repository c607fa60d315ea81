-- Invoices and credit notes as they were issued; never changed. The seller is the supplier: one invoice per seller's part,
-- numbered without gaps per marketplace.
CREATE TABLE order_document (
    id              uuid PRIMARY KEY,
    purchase_id     uuid NOT NULL REFERENCES purchase (id),
    seller_order_id uuid NOT NULL REFERENCES seller_order (id),
    seller_id       uuid NOT NULL,
    kind            text NOT NULL CHECK (kind IN ('INVOICE', 'CREDIT_NOTE')),
    number          bigint NOT NULL,
    refund_id       uuid REFERENCES order_refund (id),
    issued_at       timestamptz NOT NULL,
    content         jsonb NOT NULL,
    UNIQUE (kind, number),
    CHECK ((kind = 'CREDIT_NOTE') = (refund_id IS NOT NULL))
);
CREATE UNIQUE INDEX order_document_invoice ON order_document (seller_order_id) WHERE kind = 'INVOICE';
CREATE UNIQUE INDEX order_document_credit ON order_document (seller_order_id, refund_id) WHERE kind = 'CREDIT_NOTE';
CREATE INDEX order_document_purchase ON order_document (purchase_id, issued_at);
REVOKE UPDATE, DELETE, TRUNCATE ON order_document FROM ${role};
