using BiAssistant.Semantics.Loading.Yaml;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Importing.Dbt;

/// <summary>A table or view that a project builds, and what it claims of its rows.</summary>
internal sealed record DbtModel(string Name, TextLocation At)
{
    /// <summary>The table's name where it is not the model's.</summary>
    public string? Alias { get; init; }

    public string? Schema { get; init; }

    public string? Database { get; init; }

    public string? Description { get; init; }

    /// <summary>The version that is meant where none is said; null for a model without versions.</summary>
    public string? LatestVersion { get; init; }

    public Seq<DbtColumn> Columns { get; init; }

    /// <summary>Claims about several columns.</summary>
    public Seq<DbtTest> Tests { get; init; }
}

/// <summary>A column of a model.</summary>
internal sealed record DbtColumn(string Name)
{
    public string? Description { get; init; }

    public string? DataType { get; init; }

    public Seq<DbtTest> Tests { get; init; }
}

/// <summary>A claim about every row of a model.</summary>
internal abstract record DbtTest(TextLocation At);

internal sealed record DbtNotNull(TextLocation At) : DbtTest(At);

/// <param name="Columns">Together; empty for the column that it stands at.</param>
internal sealed record DbtUnique(Seq<string> Columns, TextLocation At) : DbtTest(At);

/// <param name="AsWritten">Values are compared as they are written, and not as texts.</param>
internal sealed record DbtAcceptedValues(Seq<YamlScalar> Values, bool AsWritten, TextLocation At) : DbtTest(At);

internal sealed record DbtRelationshipTest(DbtReference To, string Column, TextLocation At) : DbtTest(At);

internal sealed record DbtRange(decimal? Least, decimal? Most, TextLocation At) : DbtTest(At);

/// <summary>A claim that catalogs have no words for.</summary>
internal sealed record DbtOtherTest(string Name, TextLocation At) : DbtTest(At);
