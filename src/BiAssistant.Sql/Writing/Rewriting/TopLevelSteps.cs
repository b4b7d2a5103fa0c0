using System.Collections.Immutable;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Writing.Rewriting;

/// <summary>
/// WITH inside a query, moved to the top for engines that know it only there. A step whose name is another step's or a table's gets a free one, and what
/// reads it reads that, by the alias of its old name.
/// </summary>
internal static class TopLevelSteps
{
    public static SqlQuery Rewrite(SqlQuery query, Action<string> unsayable)
    {
        if (!query.DescendantsAndSelf().OfType<SqlQuery>().Any(part => !part.With.IsEmpty))
        {
            return query;
        }

        // The first pass finds the tables that are no steps, the second keeps away from their names.
        var seen = new Pass([], unsayable);
        seen.Whole(query);
        return new Pass(seen.Tables, unsayable).Whole(query);
    }

    private sealed class Pass(HashSet<string> taken, Action<string> unsayable)
    {
        private static readonly ImmutableDictionary<string, string> None = ImmutableDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase);

        private readonly List<SqlCommonTable> _steps = [];
        private readonly HashSet<string> _taken = new(taken, StringComparer.OrdinalIgnoreCase);

        public HashSet<string> Tables { get; } = new(StringComparer.OrdinalIgnoreCase);

        public SqlQuery Whole(SqlQuery query)
        {
            var body = Query(query, None, isInExpression: false);
            return body with { With = _steps.ToSeq() };
        }

        private SqlQuery Query(SqlQuery query, ImmutableDictionary<string, string> visible, bool isInExpression)
        {
            foreach (var step in query.With)
            {
                if (isInExpression && SelectRewriting.ReadsOutside(step.Query))
                {
                    unsayable("A step of WITH that reads columns of the query around it");
                }

                var body = Query(step.Query, visible, isInExpression);
                var name = Free(step.Name);
                _steps.Add(step with { Name = name, Query = body });
                visible = visible.SetItem(step.Name, name);
            }

            return (SqlQuery)SqlTree.MapChildren(query with { With = [] }, child => Node(child, visible, isInExpression));
        }

        private SqlNode Node(SqlNode node, ImmutableDictionary<string, string> visible, bool isInExpression) => node switch
        {
            SqlQuery query => Query(query, visible, isInExpression),
            SqlTable { Name: [var name] } table => Table(table, name, visible),
            _ => SqlTree.MapChildren(node, child => Node(child, visible, isInExpression || node is SqlExpression)),
        };

        private SqlTable Table(SqlTable table, string name, ImmutableDictionary<string, string> visible)
        {
            if (!visible.TryGetValue(name, out var step))
            {
                Tables.Add(name);
                return table;
            }

            return step == name ? table : new SqlTable([step], table.Alias ?? name);
        }

        private string Free(string name)
        {
            var free = name;
            for (var i = 2; !_taken.Add(free); i++)
            {
                free = $"{name}_{i}";
            }

            return free;
        }
    }
}
