SELECT count(*), sum(minutes) FROM calls LEFT JOIN customers USING (customer_id) WHERE country IS NULL OR (minutes > 5 AND country = 'FI')
