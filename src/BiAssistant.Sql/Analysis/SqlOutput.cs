using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Analysis;

/// <summary>
/// A column that a relation or a query offers: its name (empty where the query gives none), its type and whether it can be null as far as is known, and
/// where it comes from. In <c>SELECT SUM(o.amount) FROM o WHERE o.status = 'paid'</c> the amount makes the value and the status only chooses rows.
/// </summary>
public sealed record SqlOutput(string Name)
{
    public SqlType Type { get; init; } = SqlType.Unknown;

    /// <summary>Null where it is not known.</summary>
    public bool? Nullable { get; init; }

    /// <summary>The columns that the value is made of, those that decide a CASE among them.</summary>
    public Seq<SqlSource> Sources { get; init; }

    /// <summary>The other columns that matter: they filter, join, group or order the rows that the value is made of.</summary>
    public Seq<SqlSource> RowSources { get; init; }
}

/// <summary>The output columns of a query, in order.</summary>
public sealed record SqlOutputs(Seq<SqlOutput> Columns);
