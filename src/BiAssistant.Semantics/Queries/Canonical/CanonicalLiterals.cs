using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Queries.Canonical;

/// <summary>One form and one order for values that are the same: 1.50 is 1.5.</summary>
internal static class CanonicalLiterals
{
    internal static SqlLiteral Of(SqlLiteral literal) => literal is SqlNumber number ? new SqlNumber(Of(number.Value)) : literal;

    /// <summary>A number without zeros at the end of its fraction.</summary>
    internal static decimal Of(decimal number) => number / 1.0000000000000000000000000000m;

    internal static Seq<SqlLiteral> Sorted(IEnumerable<SqlLiteral> literals) =>
        literals.Select(Of).Distinct()
            .OrderBy(Rank)
            .ThenBy(l => l is SqlNumber number ? number.Value : 0)
            .ThenBy(Text, StringComparer.Ordinal)
            .ToSeq();

    private static int Rank(SqlLiteral literal) => literal switch
    {
        SqlBoolean => 0,
        SqlNumber => 1,
        SqlText => 2,
        SqlDate => 3,
        SqlTimestamp => 4,
        _ => 5,
    };

    private static string Text(SqlLiteral literal) => literal switch
    {
        SqlText text => text.Value,
        SqlDate date => date.Value.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        SqlTimestamp timestamp => timestamp.Value.ToString("yyyy-MM-ddTHH:mm:ss.fffffff", System.Globalization.CultureInfo.InvariantCulture),
        _ => literal.ToString(),
    };
}
