SELECT
  STDDEV_SAMP(CAST(units AS DOUBLE)) AS deviation,
  VAR_SAMP(CAST(units AS DOUBLE)) AS squared
FROM sales
