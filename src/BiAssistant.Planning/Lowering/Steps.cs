using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Planning.Lowering;

/// <summary>The common tables of one text, in order; names are unique.</summary>
internal sealed class Steps
{
    private readonly List<SqlCommonTable> _tables = [];

    /// <summary>Texts that are equal to the engine are the same texts.</summary>
    public bool TellsTextsApart { get; init; } = true;

    /// <summary>Names that tables have which steps read, now or later.</summary>
    public IReadOnlySet<string> Taken { get; init; } = new HashSet<string>();

    public Seq<SqlCommonTable> ToSeq() => _tables.ToSeq();

    /// <summary>A step that others may have added already: an equal query is there once.</summary>
    public string Share(string name, SqlQuery query, string comment) =>
        _tables.Find(t => t.Query == query && t.Comment == comment) is { } known ? known.Name : Add(name, query, comment);

    /// <summary>Adds a step and gives its name, made unique; a step is never named like a table that it reads.</summary>
    public string Add(string name, SqlQuery query, string comment)
    {
        var unique = UniqueName.Of(ShortName.Of(name), free => !Taken.Contains(free) && !_tables.Any(t => t.Name == free) && !Sql.Analysis.SqlAnalysis.Tables(query).Any(t => t.Name[^1] == free));
        _tables.Add(new SqlCommonTable(unique, query, comment));
        return unique;
    }
}
