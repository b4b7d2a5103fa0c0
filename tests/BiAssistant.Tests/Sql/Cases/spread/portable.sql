SELECT STDDEV(units) AS deviation, VARIANCE(units) AS squared
FROM sales
