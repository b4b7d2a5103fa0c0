namespace BiAssistant.Tests.Evaluation.RowByRow;

/// <summary>From an instant to before another; an end that is null is open. The first of March alone is [1 March, 2 March).</summary>
internal sealed record Span(DateTime? From, DateTime? To)
{
    public static readonly Span Always = new(null, null);

    /// <summary>Between two days written as texts, the second one not included.</summary>
    public static Span Between(string from, string to) => new(Day.Of(from), Day.Of(to));

    /// <summary>An instant that is not known lies in the open span alone.</summary>
    public bool Contains(DateTime? instant) =>
        (From is null && To is null) || (instant is { } known && (From is null || known >= From) && (To is null || known < To));

    /// <summary>What two spans share; null when that is nothing.</summary>
    public Span? Meet(Span other)
    {
        var from = From is null || other.From > From ? other.From : From;
        var to = To is null || other.To < To ? other.To : To;
        return from is null || to is null || from < to ? new Span(from, to) : null;
    }

    /// <summary>An open end is this instant.</summary>
    public Span ClosedAt(DateTime instant) => this with { To = To ?? instant };

    /// <summary>Nothing of it lies at or after this instant.</summary>
    public Span CutAt(DateTime instant) => this with { To = To is null || To > instant ? instant : To };

    /// <summary>How many days it has; null when it is open.</summary>
    public decimal? Days => From is { } from && To is { } to ? (to - from).Ticks / (decimal)TimeSpan.TicksPerDay : null;
}
