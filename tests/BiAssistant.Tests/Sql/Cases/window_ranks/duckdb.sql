SELECT
  id,
  ROW_NUMBER() OVER (PARTITION BY region ORDER BY amount DESC, id) AS place,
  RANK() OVER (ORDER BY units) AS ranked,
  DENSE_RANK() OVER (ORDER BY units DESC) AS dense
FROM sales
ORDER BY id
