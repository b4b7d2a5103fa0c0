SELECT
  ID,
  'it''s "quoted" \\ `and` 서울' AS SAID
FROM SALES
WHERE WORD = 'it''s'
