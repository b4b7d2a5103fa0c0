namespace BiAssistant.Sql.Parsing;

internal enum SqlTokenKind
{
    Word,
    QuotedName,
    Text,
    Number,
    Parameter,
    Symbol,
    End,
}

/// <summary>A piece of SQL text: its value without quotes, and where it starts.</summary>
internal readonly record struct SqlToken(SqlTokenKind Kind, string Value, int Start)
{
    public bool IsWord(string word) => Kind == SqlTokenKind.Word && Value.Equals(word, StringComparison.OrdinalIgnoreCase);

    public bool IsSymbol(string symbol) => Kind == SqlTokenKind.Symbol && Value == symbol;

    public string Describe() => Kind switch
    {
        SqlTokenKind.End => "the end of the text",
        SqlTokenKind.Text => $"the text '{Shorten(Value)}'",
        SqlTokenKind.QuotedName => $"the name \"{Shorten(Value)}\"",
        _ => $"'{Shorten(Value)}'",
    };

    private static string Shorten(string value) => value.Length <= 40 ? value : value[..40] + "…";
}

/// <summary>Leaves the parser at the first thing that is wrong; it never leaves this room, where it becomes an issue.</summary>
internal sealed class SqlSyntaxException(string message, int position) : Exception(message)
{
    public int Position { get; } = position;

    public Seq<string> Suggestions { get; init; }

    public string Code { get; init; } = "sql_syntax";
}
