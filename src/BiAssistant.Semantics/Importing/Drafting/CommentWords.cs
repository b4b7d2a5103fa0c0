using System.Buffers;
using System.Text.RegularExpressions;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Importing.Drafting;

/// <summary>A coded value as a comment explains it.</summary>
internal sealed record ExplainedCode(string Code, string Label);

/// <summary>
/// What a comment of a table or column says: a short one is what the thing is called, a longer one describes it, and one that lists codes explains them
/// ("주문상태(10:접수, 20:완료)").
/// </summary>
internal sealed partial record CommentWords(string? Label, string? Description, Seq<ExplainedCode> Codes, bool IsKorean)
{
    private const int LongestLabel = 30;
    private const int MostLabelWords = 4;

    private static readonly SearchValues<char> NotInLabels = SearchValues.Create(".,;:?!\"'()[]<>");

    private static readonly CommentWords Nothing = new(null, null, [], false);

    /// <summary>What the numbers are counted in.</summary>
    public string? Unit { get; private init; }

    /// <summary>The numbers are fractions of one that people say in percent.</summary>
    public bool IsFraction { get; private init; }

    public static CommentWords Of(string? comment)
    {
        var counted = CommentUnit.Of(Blanks().Replace(comment ?? "", " ").Trim());
        var text = counted.Rest;
        if (text.Length == 0 || Technical().IsMatch(text))
        {
            return Nothing with { Unit = counted.Unit, IsFraction = counted.IsFraction };
        }

        var korean = NameWords.HasHangul(text);
        var found = Code().Matches(text);
        var codes = found.Count < 2 ? [] : found.Select(m => new ExplainedCode(m.Groups["code"].Value, m.Groups["label"].Value.Trim())).DistinctBy(c => c.Code).ToSeq();
        var head = (codes.IsEmpty ? text : text[..found[0].Index]).Trim().TrimEnd('(', '[', '{', ':', '-', ',', '/', '=', ' ');
        head = Bracketed().Replace(head, "").Trim();
        var label = IsLabel(head) ? head : null;
        return new CommentWords(label, label is null || codes.Count > 0 || head != text ? text : null, codes, korean) { Unit = counted.Unit, IsFraction = counted.IsFraction };
    }

    private static bool IsLabel(string text) =>
        text.Length is > 0 and <= LongestLabel && text.Split(' ').Length <= MostLabelWords
        && !text.EndsWith('다') && !text.AsSpan().ContainsAny(NotInLabels) && !Rule().IsMatch(text);

    /// <summary>What every database says of keys says nothing of this one.</summary>
    [GeneratedRegex("^(pk|fk|primary key|foreign key|references|unique|auto[ _-]?increment|surrogate key|todo|deprecated$)", RegexOptions.IgnoreCase)]
    private static partial Regex Technical();

    /// <summary>A rule about the values is no name.</summary>
    [GeneratedRegex(@"\b(is|are|was|must|should|when|if|for|the|by|per)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Rule();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"(?<![\w:])(?<code>[A-Za-z0-9_]{1,12})\s*[:=]\s*(?<label>\p{L}[^,;/|()\[\]{}:=]{0,40}?)(?=\s*(?:[,;/|()\[\]{}]|$))")]
    private static partial Regex Code();

    [GeneratedRegex(@"\s*\([^)]*\)$")]
    private static partial Regex Bracketed();
}
