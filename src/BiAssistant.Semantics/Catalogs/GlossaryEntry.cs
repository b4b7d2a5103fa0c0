using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Catalogs;

/// <summary>A business term and what it stands for.</summary>
public abstract record GlossaryEntry
{
    private protected GlossaryEntry()
    {
    }

    public required LocalText Term { get; init; }

    public LocalText Synonyms { get; init; } = LocalText.Empty;

    public LocalText Description { get; init; } = LocalText.Empty;

    /// <summary>Said with every answer that uses the term.</summary>
    public LocalText Assumption { get; init; } = LocalText.Empty;
}

/// <summary>A term for a condition on the rows of one dataset (over its logical fields).</summary>
public sealed record FilterTerm(Dataset Dataset, SqlExpression Filter) : GlossaryEntry;

/// <summary>Another word for a field.</summary>
public sealed record FieldTerm(Field Field) : GlossaryEntry;

/// <summary>A word for one metric or a set of them, by name.</summary>
public sealed record MetricsTerm(Seq<string> Metrics) : GlossaryEntry;

/// <summary>A word for a period: texts of its ends, relative to now; a null end is now.</summary>
public sealed record PeriodTerm(string From, string? To) : GlossaryEntry;

/// <summary>A word for a whole question.</summary>
public sealed record QueryTerm(SemanticQuery Query) : GlossaryEntry;
