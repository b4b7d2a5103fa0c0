namespace BiAssistant.Tests.Evaluation.Generated.Asking;

/// <summary>Orders rows by some of their places; what is empty comes last whatever the direction.</summary>
/// <param name="terms">The places.</param>
/// <param name="exact">Numbers that differ in an engine's own digits alone differ too.</param>
internal sealed class RowOrder(IReadOnlyList<(int Place, bool Descending)> terms, bool exact = false) : IComparer<IReadOnlyList<object?>>
{
    public int Compare(IReadOnlyList<object?>? x, IReadOnlyList<object?>? y)
    {
        foreach (var (place, descending) in terms)
        {
            var order = (x![place], y![place]) switch
            {
                (null, null) => 0,
                (null, _) => 1,
                (_, null) => -1,
                var (left, right) when (exact ? Equals(left, right) : AreSame(left, right)) => 0,
                var (left, right) => descending ? Literal.Compare(right, left) : Literal.Compare(left, right),
            };
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    /// <summary>Digits beyond the tenth are an engine's own.</summary>
    public static bool AreSame(object left, object right) =>
        left is decimal one && right is decimal other ? Math.Abs(one - other) <= 1e-10m * Math.Max(1, Math.Abs(one)) : Equals(left, right);
}
