-- A file of products on its way into the catalog: looked through first, then brought in batch by batch. The checkpoint is
-- written in the transaction of each batch, so that whoever goes on after a crash goes on behind it.
CREATE TABLE product_import (
    id           uuid PRIMARY KEY,
    account_id   uuid NOT NULL,
    actor        text NOT NULL,
    -- null: for the whole marketplace
    seller_id    uuid,
    file_name    text NOT NULL,
    bytes        bigint NOT NULL,
    charset      text NOT NULL,
    -- false: nothing in the file says so, it was concluded from its bytes
    charset_sure boolean NOT NULL,
    separator    char(1) NOT NULL,
    shopify      boolean NOT NULL,
    header       jsonb NOT NULL,
    -- what each column is taken for, in the order of the header; empty for nothing
    mapping      jsonb NOT NULL,
    category     text,
    seller       text,
    state        text NOT NULL CHECK (state IN ('CHECKING', 'CHECKED', 'REFUSED', 'RUNNING', 'DONE', 'CANCELED', 'UNDOING', 'UNDONE')),
    -- run at once when it has been checked
    at_once      boolean NOT NULL DEFAULT false,
    cancel       boolean NOT NULL DEFAULT false,
    -- lines of the file until it has been read, then its rows
    row_total    int NOT NULL,
    checkpoint   int NOT NULL DEFAULT 0,
    fresh        int NOT NULL DEFAULT 0,
    changed      int NOT NULL DEFAULT 0,
    unchanged    int NOT NULL DEFAULT 0,
    wrong        int NOT NULL DEFAULT 0,
    skipped      int NOT NULL DEFAULT 0,
    restored     int NOT NULL DEFAULT 0,
    kept         int NOT NULL DEFAULT 0,
    failure      text,
    failure_row  int,
    worker       uuid,
    lease_until  timestamptz,
    created_at   timestamptz NOT NULL DEFAULT now(),
    ordered_at   timestamptz NOT NULL DEFAULT now(),
    began_at     timestamptz,
    ended_at     timestamptz
);
CREATE INDEX product_import_open ON product_import (ordered_at) WHERE state IN ('CHECKING', 'RUNNING', 'UNDOING');
CREATE INDEX product_import_created ON product_import (created_at DESC, id);

-- What becomes of a row, as the check foresees it and then as it was; rows that change nothing are only counted.
CREATE TABLE product_import_row (
    import_id uuid NOT NULL REFERENCES product_import (id) ON DELETE CASCADE,
    row_no    int NOT NULL,
    outcome   text NOT NULL CHECK (outcome IN ('NEW', 'CHANGED', 'WRONG')),
    sku       text NOT NULL,
    -- [{"column", "value", "code", "values"}]: what is wrong, or what changes
    details   jsonb NOT NULL,
    PRIMARY KEY (import_id, row_no)
);
CREATE INDEX product_import_row_outcome ON product_import_row (import_id, outcome, row_no);

-- What an import has touched: how it was before (null: it was not there) and what stands for how it was left.
CREATE TABLE product_import_touch (
    import_id  uuid NOT NULL REFERENCES product_import (id) ON DELETE CASCADE,
    product_id uuid NOT NULL,
    title      text NOT NULL,
    before     jsonb,
    left_as    text NOT NULL,
    -- [{"offer", "warehouse", "before", "after"}]
    stock      jsonb NOT NULL,
    -- RESTORED, or why it was kept
    undone     text,
    PRIMARY KEY (import_id, product_id)
);
CREATE INDEX product_import_touch_left ON product_import_touch (import_id, product_id) WHERE undone IS NULL;
