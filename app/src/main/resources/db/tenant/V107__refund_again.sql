-- A refund that the gateway has refused goes on by a person's word: tried once more, or paid back another way.
GRANT INSERT ON saga_move TO CURRENT_USER;
INSERT INTO saga_move (machine, from_state, to_state, step) VALUES
    ('refund', 'FAILED', 'PENDING', 'refund'),
    ('refund', 'FAILED', 'SUCCEEDED', 'refund');
REVOKE INSERT ON saga_move FROM ${role};
