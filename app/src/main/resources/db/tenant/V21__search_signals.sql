-- What was shown in listings (weighted by place, in thousandths) and followed from there. Counts only: nobody is named.
CREATE TABLE search_day (
    product_id uuid NOT NULL,
    day        date NOT NULL,
    seen       bigint NOT NULL DEFAULT 0 CHECK (seen >= 0),
    clicked    int NOT NULL DEFAULT 0 CHECK (clicked >= 0),
    PRIMARY KEY (day, product_id)
);

-- What was looked for, how often, and how much was found the last time.
CREATE TABLE search_term (
    day    date NOT NULL,
    locale text NOT NULL,
    words  text NOT NULL,
    asked  int NOT NULL CHECK (asked > 0),
    found  int NOT NULL CHECK (found >= 0),
    PRIMARY KEY (day, locale, words)
);

-- Units sold by day, from which sales of late are summed up.
CREATE TABLE product_sold (
    product_id uuid NOT NULL,
    day        date NOT NULL,
    units      int NOT NULL CHECK (units > 0),
    PRIMARY KEY (day, product_id)
);

-- How much each factor of the ranking weighs here; what is not named weighs what it does by default.
CREATE TABLE search_weight (
    factor text PRIMARY KEY CHECK (factor IN
           ('TEXT', 'RATING', 'REVIEWS', 'SELLER', 'AVAILABILITY', 'RECENCY', 'SALES', 'CLICKS')),
    weight int NOT NULL CHECK (weight BETWEEN 0 AND 100)
);
