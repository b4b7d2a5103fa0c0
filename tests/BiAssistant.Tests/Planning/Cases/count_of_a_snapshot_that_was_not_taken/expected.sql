-- Nothing was counted in the second half of the year: that is no empty shelf.
SELECT NULL, (SELECT COUNT(*) FROM tickets WHERE opened_on >= '2024-07-01' AND opened_on < '2025-01-01')
