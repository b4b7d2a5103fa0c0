using BiAssistant.Sql.Tree;

namespace BiAssistant.Planning.Lowering;

/// <summary>Names the parameters of a text <c>p1</c>, <c>p2</c>… in order of appearance; equal values share one.</summary>
internal static class Parameters
{
    public static SqlQuery Named(SqlQuery query)
    {
        var names = new Dictionary<SqlLiteral, string>();
        return query.Rewrite(e =>
        {
            if (e is not SqlParameter { Value: { } value })
            {
                return null;
            }

            if (!names.TryGetValue(value, out var name))
            {
                names[value] = name = $"p{names.Count + 1}";
            }

            return new SqlParameter(name, value);
        });
    }
}
