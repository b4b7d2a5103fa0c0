using BiAssistant.Answers.Execution;
using BiAssistant.Answers.Narratives;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Sql.Writing;
using BiAssistant.Understanding;
using BiAssistant.Warehouses;

namespace BiAssistant.Answers;

/// <summary>The four outcomes of a question.</summary>
public enum AnswerStatus
{
    Answered,
    Clarify,
    Refused,
    Failed,
}

/// <summary>What understood the question.</summary>
public enum UnderstoodBy
{
    Nothing,
    Grammar,
    Model,
    VerifiedQuery,
}

/// <summary>What the product says to a question: the JSON object of the command line and the API is printed from it, and so are pages and messages.</summary>
public sealed record Answer
{
    /// <summary>The caller's own id for the question; null when none was given.</summary>
    public RequestId? Id { get; init; }

    public required AnswerStatus Status { get; init; }

    public string? Question { get; init; }

    /// <summary>The language of the words in this answer.</summary>
    public required string Language { get; init; }

    /// <summary>What was understood, in words.</summary>
    public string? Reading { get; init; }

    /// <summary>Canonical.</summary>
    public SemanticQuery? Query { get; init; }

    public double Confidence { get; init; }

    public UnderstoodBy UnderstoodBy { get; init; }

    /// <summary>Which words of the question meant what.</summary>
    public Seq<WordMeaning> Words { get; init; }

    public Seq<AnswerColumn> Columns { get; init; }

    /// <summary>Cells as in <c>ResultTable</c>, percentages already multiplied by 100.</summary>
    public Seq<Seq<object?>> Rows { get; init; }

    public bool Truncated { get; init; }

    public Seq<AnswerSql> Sql { get; init; }

    /// <summary>What each text of <c>Sql</c> gave, in the same order; empty where none ran because the rows were there already.</summary>
    public Seq<TextRun> Texts { get; init; }

    public string? Narrative { get; init; }

    public Chart? Chart { get; init; }

    public Seq<AnswerWarning> Warnings { get; init; }

    public Clarification? Clarification { get; init; }

    public Seq<Issue> Issues { get; init; }

    /// <summary>The outside failed: how; null where it did not.</summary>
    public WarehouseFaultKind? Fault { get; init; }

    /// <summary>After how long it is worth asking again; null where nothing is known that passes by itself.</summary>
    public TimeSpan? AskAgainIn { get; init; }

    /// <summary>The definitions that the numbers rest on.</summary>
    public Seq<MetricCard> Metrics { get; init; }

    public Receipt? Receipt { get; init; }

    public bool FromCache { get; init; }

    public Timing Timing { get; init; } = Timing.None;
}

/// <summary>What a column is for.</summary>
public enum ColumnRole
{
    Group,
    Time,
    Key,
    Measure,
}

/// <summary>A column of the answer. <c>Type</c> is <c>text</c>, <c>integer</c>, <c>number</c>, <c>date</c>, <c>timestamp</c>, <c>time</c> or <c>boolean</c>; <c>Grain</c> is set for periods.</summary>
public sealed record AnswerColumn(string Name, string Label, string Type, string? Unit, ColumnRole Role, string? Grain = null)
{
    /// <summary>What people call the coded values that stand in the rows; the rows hold them as stored.</summary>
    public Seq<ValueLabel> Labels { get; init; }

    /// <summary>What people call an empty cell; null when the catalog does not say.</summary>
    public string? NullLabel { get; init; }

    /// <summary>Of its periods, those that are not over yet, as their starts stand in the rows, as text.</summary>
    public Seq<string> Incomplete { get; init; }

    /// <summary>How its numbers are shown, as the catalog declares it.</summary>
    public NumberFormat Format { get; init; } = NumberFormat.None;
}

/// <summary>A value as it stands in the rows, as text, and what people call it.</summary>
public sealed record ValueLabel(string Value, string Label);

/// <summary>A text that ran, and where; the merge in the embedded engine has the warehouse <c>merge</c>.</summary>
public sealed record AnswerSql(string Warehouse, string Dialect, string Text, Seq<SqlArgument> Parameters);

/// <summary>Something that a reader of the number must know.</summary>
public sealed record AnswerWarning(string Code, string Message);

/// <summary>A question back, and the readings to choose from.</summary>
public sealed record Clarification(string Question, Seq<AnswerChoice> Choices);

/// <summary>A reading in the words of a person and the query that it stands for.</summary>
public sealed record AnswerChoice(string Label, SemanticQuery Query)
{
    /// <summary>How many rows choosing it agrees to have read (see <see cref="AskRequest.MayRead"/>); 0 where nothing has to be agreed to.</summary>
    public long MayRead { get; init; }
}

/// <summary>A metric's definition as shown beside the answer.</summary>
public sealed record MetricCard(string Name, string Label, string Definition, string? Description, string? Owner, string Status, int Version, string Hash);

/// <summary>Version of one metric that an answer rests on.</summary>
public sealed record MetricVersion(string Name, int Version, string Hash);

/// <summary>What was computed, under which versions; <c>Signature</c> is a keyed hash over everything else.</summary>
public sealed record Receipt(
    string Id,
    string CatalogVersion,
    Seq<MetricVersion> MetricVersions,
    string DataVersion,
    string PolicyVersion,
    string CompilerVersion,
    string Signature);

/// <summary>Milliseconds spent in each stage.</summary>
public sealed record Timing(double Understand, double Plan, double Validate, double Execute, double Compose, double Total)
{
    public static readonly Timing None = new(0, 0, 0, 0, 0, 0);
}
