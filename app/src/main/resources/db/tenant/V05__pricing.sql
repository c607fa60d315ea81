-- Rates are facts with dates: a change is a new row. Basis points of a percent: 19 % is 190000 parts per million.
CREATE TABLE tax_rate (
    id         uuid PRIMARY KEY,
    country    char(2) NOT NULL,
    region     text NOT NULL DEFAULT '',
    tax_class  text NOT NULL,
    rate_ppm   int NOT NULL CHECK (rate_ppm BETWEEN 0 AND 1000000),
    valid_from date NOT NULL,
    UNIQUE (country, region, tax_class, valid_from)
);
