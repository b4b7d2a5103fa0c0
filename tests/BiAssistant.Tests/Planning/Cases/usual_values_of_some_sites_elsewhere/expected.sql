WITH north AS (SELECT minutes, customer_id FROM calls JOIN sites USING (site_id) WHERE region = 'North'),
     ends AS (SELECT QUANTILE_CONT(minutes, 0.25) AS low, QUANTILE_CONT(minutes, 0.75) AS high FROM north)
SELECT country, AVG(minutes)
FROM north LEFT JOIN customers USING (customer_id), ends
WHERE minutes BETWEEN low - 0.2 * (high - low) AND high + 0.2 * (high - low)
GROUP BY country
