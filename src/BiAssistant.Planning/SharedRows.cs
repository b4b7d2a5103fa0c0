using BiAssistant.Semantics.Binding;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Planning;

/// <summary>
/// The conditions on rows that several sources share, told as an engine can use them: what all demand, the time that they look at altogether, and no condition that another
/// makes needless. January or the whole year is the year; January or February is one range of two months.
/// </summary>
internal static class SharedRows
{
    /// <param name="sources">What each of them demands of its rows.</param>
    public static Seq<SqlExpression> Of(Seq<Seq<SqlExpression>> sources)
    {
        var common = sources[0].Where(f => sources.All(other => other.Contains(f))).ToSeq();
        var extras = sources.Select(f => f.Except(common).ToSeq()).Distinct().ToList();
        var least = extras.Where(e => !extras.Exists(other => other.Count < e.Count && other.All(e.Contains))).ToList();
        if (least.Exists(e => e.IsEmpty))
        {
            return common;
        }

        var spans = least.ConvertAll(Span.Of);
        var time = spans[0] is { Instant: var instant } && spans.TrueForAll(s => s?.Instant == instant) ? spans.OfType<Span>().OrderBy(s => s.From).ToList() : [];
        var onlyTime = time.Count > 0 && least.TrueForAll(e => e.All(f => RowBound.Of(f) is not null));
        return onlyTime && IsOneRange(time) ? common.AddRange(Around(time, least) is var ends && ends.Any() ? ends : [new SqlIsNull(time[0].Instant, Negated: true)])
            : (onlyTime ? common : common.AddRange(Around(time, least))).Add(Predicates.Any(least.Select(Predicates.All).ToSeq()));
    }

    private static bool IsOneRange(List<Span> ordered)
    {
        var reached = ordered[0].To;
        foreach (var span in ordered.Skip(1))
        {
            if (span.From > reached)
            {
                return false;
            }

            reached = span.To > reached ? span.To : reached;
        }

        return true;
    }

    /// <summary>From the first begin to the last end, in the words of the conditions that say so; an open end says nothing.</summary>
    private static IEnumerable<SqlExpression> Around(List<Span> spans, List<Seq<SqlExpression>> conditions)
    {
        if (spans.Count == 0)
        {
            return [];
        }

        var (from, to) = (spans.Min(s => s.From), spans.Max(s => s.To));
        return conditions.SelectMany(c => c).Distinct().Where(c => RowBound.Of(c) is { } bound && bound.At == (bound.IsFrom ? from : to)).OrderByDescending(c => RowBound.Of(c)!.IsFrom);
    }

    /// <summary>The time that conditions leave; an end that none of them says is the end of time.</summary>
    private sealed record Span(SqlExpression Instant, DateTime From, DateTime To)
    {
        /// <summary>Null where no condition is about time, or where they are about several instants.</summary>
        public static Span? Of(Seq<SqlExpression> conditions)
        {
            var bounds = conditions.Select(RowBound.Of).OfType<RowBound>().ToList();
            return bounds.Select(b => b.Instant).Distinct().Count() == 1
                ? new Span(bounds[0].Instant, bounds.Where(b => b.IsFrom).Select(b => b.At).Append(DateTime.MinValue).Max(), bounds.Where(b => !b.IsFrom).Select(b => b.At).Append(DateTime.MaxValue).Min())
                : null;
        }
    }
}
