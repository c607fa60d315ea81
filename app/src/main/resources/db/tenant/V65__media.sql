-- Uploaded pictures: re-encoded, named by their content, kept once however often they are used.
CREATE TABLE picture (
    -- the first 128 bits of the SHA-256 of what is stored, in hex
    content      text PRIMARY KEY CHECK (content ~ '^[0-9a-f]{32}$'),
    format       text NOT NULL CHECK (format IN ('jpg', 'png')),
    width        int NOT NULL CHECK (width > 0),
    height       int NOT NULL CHECK (height > 0),
    bytes        int NOT NULL CHECK (bytes > 0),
    uploaded_by  uuid NOT NULL,
    uploaded_at  timestamptz NOT NULL,
    -- since when nothing shows it
    unused_since timestamptz,
    -- its files are being deleted
    leaving      boolean NOT NULL DEFAULT false
);

-- The keys that were given out: a picture with a point that no crop may lose. Nothing is made of any other.
CREATE TABLE picture_key (
    key     text PRIMARY KEY,
    content text NOT NULL REFERENCES picture (content) ON DELETE CASCADE
);
CREATE INDEX picture_key_content ON picture_key (content);

-- Who shows an uploaded picture; the demo's own are drawn and never leave.
CREATE INDEX product_image_uploaded ON product_image (key) WHERE key LIKE 'photo:%';
CREATE INDEX variant_uploaded ON variant (image_key) WHERE image_key LIKE 'photo:%';
