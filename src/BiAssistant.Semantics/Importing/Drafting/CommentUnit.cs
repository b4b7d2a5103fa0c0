using System.Text.RegularExpressions;

namespace BiAssistant.Semantics.Importing.Drafting;

/// <summary>What a comment says of how a number counts: "Net price (unit: EUR)", "금액 (단위: 원)", "Discount (1 is 100%)".</summary>
/// <param name="Unit">Null when it names none.</param>
/// <param name="IsFraction">A fraction of one that people say in percent.</param>
/// <param name="Rest">The comment without it.</param>
internal sealed partial record CommentUnit(string? Unit, bool IsFraction, string Rest)
{
    public static CommentUnit Of(string comment)
    {
        if (Named().Match(comment) is { Success: true } named)
        {
            return new CommentUnit(named.Groups["unit"].Value, IsFraction: false, comment.Remove(named.Index, named.Length).Trim());
        }

        return Fraction().Match(comment) is { Success: true } fraction
            ? new CommentUnit(null, IsFraction: true, comment.Remove(fraction.Index, fraction.Length).Trim())
            : new CommentUnit(null, IsFraction: false, comment);
    }

    [GeneratedRegex(@"(?<open>\()?\b(unit|단위)\s*[:=]\s*(?<unit>\p{Sc}|\p{L}{1,12}(/\p{L}{1,12})?)(?(open)\))(?=\W|$)\.?", RegexOptions.IgnoreCase)]
    private static partial Regex Named();

    [GeneratedRegex(@"(?<open>\()?\b1\s*(is|=)\s*100\s*%(?(open)\))\.?", RegexOptions.IgnoreCase)]
    private static partial Regex Fraction();
}
