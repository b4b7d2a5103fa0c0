SELECT
  STDDEV_SAMP(units) AS deviation,
  VAR_SAMP(units) AS squared
FROM sales
