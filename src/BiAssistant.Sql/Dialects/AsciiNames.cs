namespace BiAssistant.Sql.Dialects;

/// <summary>Names of which only the letters of ASCII have no case: ID is id, and É is not é.</summary>
internal sealed class AsciiNames : StringComparer
{
    public static readonly AsciiNames Instance = new();

    private AsciiNames()
    {
    }

    public override int Compare(string? x, string? y) => string.CompareOrdinal(x is null ? null : SqlWords.Upper(x), y is null ? null : SqlWords.Upper(y));

    public override bool Equals(string? x, string? y) => Compare(x, y) == 0;

    public override int GetHashCode(string obj) => SqlWords.Upper(obj).GetHashCode(StringComparison.Ordinal);
}
