using BiAssistant.Semantics.Binding;
using BiAssistant.Sql;
using BiAssistant.Warehouses;

namespace BiAssistant.Answers.Composition;

/// <summary>Checks that rows are what the query promised before anyone sees them: its columns in its order, and every group once.</summary>
public static class Verifier
{
    public static Seq<Issue> Verify(BoundQuery query, ResultTable result)
    {
        var promised = query.Groups.Select(g => g.Name).Concat(query.Measures.Select(m => m.Name)).ToList();
        if (!promised.SequenceEqual(result.Columns.Select(c => c.Name), StringComparer.Ordinal))
        {
            return [new Issue("verification_columns", $"The result has the columns {Names(result.Columns.Select(c => c.Name))}, not {Names(promised)}, so it is not shown.")];
        }

        if (query.Query.Listing is not null)
        {
            // Rows of a dataset without a key may be equal.
            return [];
        }

        if (query.Groups.IsEmpty)
        {
            return result.Rows.Count <= 1
                ? []
                : [new Issue("verification_rows", $"One row was expected and {result.Rows.Count} came, so the numbers are not shown.")];
        }

        var seen = new HashSet<Seq<object?>>();
        foreach (var row in result.Rows)
        {
            Seq<object?> group = [.. row.Take(query.Groups.Count)];
            if (!seen.Add(group))
            {
                return [new Issue("verification_groups", $"The group '{string.Join(", ", group)}' came more than once, so the numbers are not shown.")];
            }
        }

        return [];
    }

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(n => $"'{n}'"));
}
