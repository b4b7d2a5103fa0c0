namespace BiAssistant.Tests.Evaluation.Generated.Worlds;

/// <summary>What the cells of a column are: numbers are decimals, days and instants date times, texts and truths themselves; any may be null.</summary>
internal enum Kind
{
    Whole,
    Decimal,
    Text,
    Date,
    Timestamp,
    Truth,
}

/// <summary>A column of a table, which is a field of the same name.</summary>
internal sealed record Column(string Name, Kind Kind, bool IsKey = false)
{
    public bool IsNumber => Kind is Kind.Whole or Kind.Decimal;

    public bool IsTime => Kind is Kind.Date or Kind.Timestamp;
}
