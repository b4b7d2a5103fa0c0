SELECT id, amount / (units - 4) AS per_unit
FROM sales
ORDER BY id
