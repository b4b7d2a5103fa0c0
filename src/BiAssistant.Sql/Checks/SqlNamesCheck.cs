using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Checks;

/// <summary>Names that the engine could give another meaning than the tree does: told apart by case or not, and steps of WITH that see themselves.</summary>
internal static class SqlNamesCheck
{
    public static IEnumerable<Issue> Of(SqlQuery query, SqlDialect dialect)
    {
        if (!ReferenceEquals(dialect.NameComparer, StringComparer.Ordinal))
        {
            foreach (var issue in Spellings(query, dialect))
            {
                yield return issue;
            }
        }

        if (dialect.StepsSeeThemselves)
        {
            foreach (var step in SelfReading(query, dialect))
            {
                yield return new Issue("sql_ambiguous", $"The step '{step}' reads a table of its own name, and could be meant to read itself; give it another name.");
            }
        }
    }

    /// <summary>One relation is spelled in one way: <c>WITH Users AS (…) SELECT … FROM users</c> reads the step on one server and the table on another.</summary>
    private static IEnumerable<Issue> Spellings(SqlQuery query, SqlDialect dialect)
    {
        var spelled = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in query.DescendantsAndSelf().SelectMany(Relations))
        {
            if (!spelled.TryAdd(name, name) && !dialect.TableNameComparer.Equals(spelled[name], name))
            {
                yield return new Issue("sql_ambiguous", $"'{spelled[name]}' and '{name}' differ in case only; some servers tell them apart.");
            }
        }
    }

    private static IEnumerable<string> Relations(SqlNode node) => node switch
    {
        SqlCommonTable step => [step.Name],
        SqlDerivedTable derived => [derived.Alias],
        SqlTable { Name: [var only], Alias: { } alias } => [only, alias],
        SqlTable table => [table.Alias ?? table.Name[^1]],
        SqlColumn { Table: { } table } => [table],
        SqlStar { Table: { } table } => [table],
        _ => [],
    };

    private static IEnumerable<string> SelfReading(SqlQuery query, SqlDialect dialect)
    {
        foreach (var steps in query.DescendantsAndSelf().OfType<SqlQuery>().Select(inner => inner.With).Where(steps => !steps.IsEmpty))
        {
            var unseen = new HashSet<string>(dialect.NameComparer);
            foreach (var step in steps.Reverse())
            {
                unseen.Add(step.Name);
                foreach (var table in step.Query.DescendantsAndSelf().OfType<SqlTable>().Where(table => table.Name is [var only] && unseen.Contains(only)))
                {
                    yield return table.Name[0];
                }
            }
        }
    }
}
