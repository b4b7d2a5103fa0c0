SELECT
  id,
  N'it''s "quoted" \ `and` 서울' AS said
FROM sales
WHERE word = 'it''s'
