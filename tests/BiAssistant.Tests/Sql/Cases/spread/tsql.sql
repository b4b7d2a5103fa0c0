SELECT
  STDEV(units) AS deviation,
  VAR(units) AS squared
FROM sales
