SELECT units / 3 AS thirds, amount / 3 AS thirds_of_amount, 7 / 2 AS half, amount / 2.5 AS parts
FROM sales
WHERE id IN (1, 3)
ORDER BY id
