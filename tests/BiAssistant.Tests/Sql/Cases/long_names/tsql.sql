SELECT id AS a_name_of_sixty_three_characters_that_is_what_postgresql_keeps
FROM sales
WHERE id = 1
